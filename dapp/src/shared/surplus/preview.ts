// What would become of a surplus if the members declared it for a period: the steps of the contract, before anything is sent.
import type { Coop } from "../../../../books/coop.ts";
import type { MarketBook, PeriodEntry } from "../../../../books/market.ts";
import { dayOf } from "../../../../books/share-ledger.ts";
import { posting } from "../../../../books/share-math.ts";
import { type Division, divisionOf } from "../../../../books/surplus.ts";
import { DAY } from "../format/time.ts";

export type Waterfall = Division & { surplus: bigint; points: bigint };

/** Periods that ended and for which nothing was declared. */
export const undeclared = ({ periods }: MarketBook): PeriodEntry[] =>
  [...periods.values()].filter(({ closedAt, declared }) => closedAt !== 0 && !declared);

/** Interest on shares if it were posted at `at` (unix seconds), shares staying as they are (S4). */
export function interestAt({ shares }: Coop, rate: number, at: number): bigint {
  const unitDays = shares.unitDays + shares.units * BigInt(Math.max(0, dayOf(at) - shares.day));
  return posting(unitDays * BigInt(rate) * (shares.terms?.par ?? 0n), shares.carried).amount;
}

/** From when interest can be posted again: a year after the last time; the first time at once. */
export function interestFrom({ shares }: Coop): number {
  const last = shares.postings.at(-1);
  return last ? (last.day + 365) * DAY : 0;
}

/** Undefined where interest is more than reserve and community leave, and before the charter was read. */
export function waterfallOf(
  { surplusTerms, carried }: Pick<MarketBook, "surplusTerms" | "carried">,
  { points }: Pick<PeriodEntry, "points">,
  surplus: bigint,
  interest: bigint,
): Waterfall | undefined {
  const division = surplusTerms && divisionOf(surplusTerms, { surplus, interest, points, carried });
  return division && { ...division, surplus, points };
}
