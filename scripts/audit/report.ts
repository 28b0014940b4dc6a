// The audit's report: a table for people, and files for whoever wants to check further.
import { byChainOrder, type Hex, placeIn } from "../../books/event.ts";
import { exportFiles } from "../../books/export/files.ts";
import { proofFiles } from "../../books/export/proof.ts";
import { writeFiles } from "../lib/write-files.ts";
import { type Check, type Difference, sentenceOf } from "./check.ts";
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
  const first = firstOf(checks.flatMap(({ differences }) => differences));
  return first ? `The audit found a difference. ${sentenceOf(first)}` : "Everything agrees.";
}

/** What differs at the earliest event; where no event is known to differ, what the first check found. */
export function firstOf(differences: readonly Difference[]): Difference | undefined {
  const placed = differences.flatMap((difference) => {
    const place = placeIn(difference.what);
    return place ? [{ difference, place }] : [];
  });
  placed.sort((a, b) => byChainOrder(a.place, b.place));
  return placed[0]?.difference ?? differences[0];
}

/** Writes checks.json, everything that an export consists of, and a proof of each resolution. */
export function writeReport(report: Report, folder: string): void {
  const { coop, chainId, block, blockHash, at, events, agrees, checks, settlement: token } = report;
  const json = { coop, chainId: Number(chainId), block, blockHash, events, agrees, checks };
  const of = { chainId: Number(chainId), directory: coop, block, blockHash: blockHash as Hex, token };
  const { books, commons, market } = report;
  writeFiles(folder, [
    { name: "checks.json", text: `${JSON.stringify(json, null, 2)}\n` },
    ...exportFiles({ coop: books, commons, market }, of),
    ...proofFiles(books, of, at),
  ]);
}
