// Every movement of money as a member reads it, one row each, since the founding.
import { csvOf } from "../csv.ts";
import type { Movement } from "../movements.ts";
import { amountOf, commodityOf } from "./commodity.ts";
import { type ExportOf, isoOf } from "./subject.ts";

/** Times in UTC. */
export function simpleCsv(movements: readonly Movement[], of: ExportOf, nameOf: (account: string) => string): string {
  const rows = movements.map(({ at, what, from, to, asset, amount, party, tx }) => {
    const commodity = commodityOf(asset, of.token);
    return [isoOf(at), what, from, to, amountOf(amount, commodity), commodity.name, nameOf(party), tx];
  });
  return csvOf([["time", "what", "from", "to", "amount", "asset", "who", "transaction"], ...rows]);
}
