// The bids of a series by rate, and what becomes of each if bidding closed now (K1, K2).

import { biddersOf } from "../../../../books/apply/bonds.ts";
import { allotmentOf, bidsByStep, clearingOf, RATE_STEP } from "../../../../books/clearing.ts";
import type { BondBid, Clearing, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";

/** Below the clearing rate all is taken, at it a part or all, above it nothing. Without a clearing rate nothing is. */
export type Fate = "filled" | "part" | "none";
export type BookRow = {
  rate: number;
  offered: bigint;
  /** This rate and all below it. */
  together: bigint;
  taken: bigint;
  fate: Fate;
};
export type OrderBook = { rows: BookRow[]; offered: bigint; missing: bigint; clearing?: Clearing };

export const bidsOf = (series: Series): { amount: bigint; rate: number }[] =>
  biddersOf(series).map(({ offered, rate }) => ({ amount: offered, rate }));

/** The rates at which anything is bid, from the lowest. */
export function orderBookOf(series: Series): OrderBook {
  const bids = bidsOf(series);
  const clearing = series.clearing ?? clearingOf(bids, series.target);
  const { lowestRate, highestRate } = series.terms;
  let together = 0n;
  const rows = bidsByStep(bids, lowestRate, highestRate).flatMap((offered, step) => {
    if (offered === 0n) return [];
    together += offered;
    const rate = lowestRate + step * RATE_STEP;
    const taken = clearing ? takenAt(rate, offered, clearing) : 0n;
    const fate: Fate = taken === 0n ? "none" : taken < offered ? "part" : "filled";
    return [{ rate, offered, together, taken, fate }];
  });
  const missing = series.target > together ? series.target - together : 0n;
  return { rows, offered: together, missing, ...(clearing && { clearing }) };
}

function takenAt(rate: number, offered: bigint, { rate: cleared, marginalRest }: Clearing): bigint {
  if (rate < cleared) return offered;
  return rate === cleared ? marginalRest : 0n;
}

/** What a bid would become if bidding closed now, the bid counted; nothing when the target would be missed. */
export function ifItClosedNow(
  series: Series,
  bid: { bidder?: string; amount: bigint; rate: number },
): { rate: number; units: bigint; refund: bigint } | undefined {
  const others = biddersOf(series).filter(({ bidder }) => bidder.toLowerCase() !== bid.bidder?.toLowerCase());
  const all = [...others.map(({ offered, rate }) => ({ amount: offered, rate })), bid];
  const clearing = clearingOf(all, series.target);
  return clearing && { rate: clearing.rate, ...allotmentOf(bid, clearing) };
}

/** The rates that can be bid, from the lowest; once there is a bid, only those that do not make it worse. */
export function ratesFor({ terms }: Series, former?: Pick<BondBid, "rate">): number[] {
  const highest = former?.rate ?? terms.highestRate;
  const steps = (highest - terms.lowestRate) / RATE_STEP;
  return Array.from({ length: steps + 1 }, (_, step) => terms.lowestRate + step * RATE_STEP);
}

type Standing = { former?: Pick<BondBid, "offered" | "rate"> | undefined; minimum: bigint; money: bigint };

/** What is wrong with a bid, in words; `say` writes money. A bid is improved and never withdrawn (K2). */
export function mistakeInBid(
  amount: bigint | undefined,
  rate: number,
  { former, minimum, money }: Standing,
  say: (amount: bigint) => string,
): string | undefined {
  if (amount === undefined) return t`Write an amount of money, such as 250 or 250.50.`;
  if (amount < minimum) return t`A bid is at least ${say(minimum)}.`;
  if (former) {
    if (amount < former.offered) return t`You offer ${say(former.offered)} already: a bid can grow, not shrink.`;
    if (rate > former.rate) return t`A bid can accept a lower rate than before, not a higher one.`;
    if (amount === former.offered && rate === former.rate) return t`This is what you offer already.`;
  }
  const added = amount - (former?.offered ?? 0n);
  return added > money ? t`There is not enough money in your account for so much.` : undefined;
}
