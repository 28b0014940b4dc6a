// Which rate fills the target of a bond series, and what each bid becomes: worked out from the bids alone (K1, K2).
import type { Clearing } from "./model/commons.ts";

type Offer = { amount: bigint; rate: number };

/** Rates lie this many basis points apart. */
export const RATE_STEP = 25;

/** The lowest rate at which all bids up to it reach the target; undefined when they do not. */
export function clearingOf(bids: Iterable<Offer>, target: bigint): Clearing | undefined {
  const byRate = new Map<number, bigint>();
  for (const { rate, amount } of bids) byRate.set(rate, (byRate.get(rate) ?? 0n) + amount);
  let rest = target;
  for (const [rate, all] of [...byRate].sort(([a], [b]) => a - b)) {
    if (all >= rest) return { rate, marginalRest: rest, marginalAll: all };
    rest -= all;
  }
  return undefined;
}

/** What a bid becomes: all of it below the clearing rate, its part rounded up at it, nothing above it. */
export function allotmentOf({ amount, rate }: Offer, clearing: Clearing): { units: bigint; refund: bigint } {
  const { marginalRest, marginalAll } = clearing;
  if (rate < clearing.rate) return { units: amount, refund: 0n };
  if (rate > clearing.rate) return { units: 0n, refund: amount };
  const units = (amount * marginalRest + marginalAll - 1n) / marginalAll;
  return { units, refund: amount - units };
}

/** What is bid at each step, from the lowest rate. */
export function bidsByStep(bids: Iterable<Offer>, lowest: number, highest: number): bigint[] {
  const steps = Array.from({ length: (highest - lowest) / RATE_STEP + 1 }, () => 0n);
  for (const { rate, amount } of bids) {
    const step = (rate - lowest) / RATE_STEP;
    steps[step] = (steps[step] ?? 0n) + amount;
  }
  return steps;
}
