import { csvOf, decimalOf } from "../../../../../books/csv.ts";
import { BANDS, type Point, totalOf } from "./history.ts";

/** The points of the chart, a line each; times in UTC. */
export function historyCsv(points: readonly Point[], { decimals }: { decimals: number }): string {
  return csvOf([
    ["until", ...BANDS.map(({ name }) => name), "together"],
    ...points.map((point) => [
      new Date(point.until * 1_000).toISOString(),
      ...[...point.amounts, totalOf(point)].map((amount) => decimalOf(amount, decimals)),
    ]),
  ]);
}
