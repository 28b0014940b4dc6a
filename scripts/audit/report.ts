// The audit's report: a table for people, and files for whoever wants to check further.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ledgerOf } from "../../books/ledger.ts";
import { type Check, sentenceOf } from "./check.ts";
import type { Report } from "./run.ts";

/** The table, then one sentence: that all agree, or the first thing that does not. */
export function reportText(report: Report): string {
  const rows = [["check", "compared", "result"], ...report.checks.map(rowOf)];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map(([name = "", compared = "", result = ""]) =>
    `${name.padEnd(widths[0] ?? 0)}  ${compared.padStart(widths[1] ?? 0)}  ${result}`.trimEnd(),
  );
  return [
    `Co-op ${report.coop} at block ${report.block} of chain ${report.chainId}: ${report.events} events read.`,
    `Hash of that block: ${report.blockHash}. Compare it with what another source says.`,
    "",
    ...table,
    "",
    verdictOf(report),
  ].join("\n");
}

function rowOf({ name, compared, differences }: Check): string[] {
  const found = differences.length;
  return [name, String(compared), found === 0 ? "agrees" : `${found} ${found === 1 ? "difference" : "differences"}`];
}

function verdictOf({ checks }: Report): string {
  const first = checks.flatMap(({ differences }) => differences)[0];
  return first ? `The audit found a difference. ${sentenceOf(first)}` : "Everything agrees.";
}

/** Writes checks.json and journal.csv. */
export function writeReport(report: Report, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { coop, chainId, block, blockHash, events, agrees, checks } = report;
  const json = { coop, chainId: Number(chainId), block, blockHash, events, agrees, checks };
  writeFileSync(join(folder, "checks.json"), `${JSON.stringify(json, null, 2)}\n`);
  writeFileSync(join(folder, "journal.csv"), journalCsv(report));
}

/** One line per posting; amounts in the asset's smallest units, times in UTC. */
function journalCsv({ books, commons, market, token }: Report): string {
  const lines = ledgerOf(books, token, commons, market).flatMap((entry) =>
    entry.postings.map(({ account, debit, credit }) =>
      [
        new Date(entry.at * 1_000).toISOString(),
        entry.block,
        entry.logIndex,
        entry.tx,
        entry.asset,
        account.kind,
        account.name,
        debit,
        credit,
        entry.party,
        entry.memo,
      ].join(","),
    ),
  );
  return `${["time,block,log,transaction,asset,kind,account,debit,credit,party,memo", ...lines].join("\n")}\n`;
}
