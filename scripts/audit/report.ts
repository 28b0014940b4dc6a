// The audit's report: a table for people, and files for whoever wants to check further.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { byChainOrder, placeIn } from "../../books/event.ts";
import { exportFiles } from "../../books/export/files.ts";
import { proofFiles } from "../../books/export/proof.ts";
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
  const { coop, chainId, block, at, events, agrees, checks, settlement: token } = report;
  const json = { coop, chainId: Number(chainId), block, events, agrees, checks };
  const of = { chainId: Number(chainId), directory: coop, block, token };
  const { books, commons, market } = report;
  const files = [
    { name: "checks.json", text: `${JSON.stringify(json, null, 2)}\n` },
    ...exportFiles({ coop: books, commons, market }, of),
    ...proofFiles(books, of, at),
  ];
  for (const { name, text } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
