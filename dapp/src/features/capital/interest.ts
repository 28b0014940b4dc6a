// Why interest on shares is what it is: shares times days times the rate that the members declared (S4).
import type { Coop } from "../../../../books/coop.ts";
import { dayOf, settled } from "../../../../books/share-ledger.ts";
import { PARTS } from "../../../../books/share-math.ts";

/** From this day on (days since 1970) a member holds so many shares. */
export type HoldingFrom = { day: number; units: bigint };
/** A posting of interest; the first is founding, without a rate. Basis points a year. */
export type Posting = { day: number; rate: number };
export type InterestPeriod = { from: number; to: number; rate: number; parts: Part[]; amount: bigint };
export type Part = { units: bigint; days: number };

const SHARE_CAPITAL = 2;
const WITHDRAWALS = 6;

/** How many shares a member had from which day on, out of everything that moved them. */
export function holdingsOf(coop: Coop, memberId: number, now: number): HoldingFrom[] {
  const { shares, moves } = coop;
  const par = shares.terms?.par ?? 1n;
  const changes: { at: number; units: bigint }[] = [];
  for (const { from, to, memo, amount, at } of moves) {
    const number = Number(BigInt(memo));
    if (from === 0 && to === SHARE_CAPITAL && number === memberId) changes.push({ at, units: amount / par });
    const served = from === SHARE_CAPITAL && to === WITHDRAWALS ? shares.queue[number] : undefined;
    if (served?.memberId === memberId) changes.push({ at, units: -amount / par });
  }
  for (const claim of shares.claims) if (claim.memberId === memberId && claim.units > 0n) changes.push(claim);
  for (const { at, taken } of shares.writeDowns) {
    for (const cut of taken) if (cut.memberId === memberId) changes.push({ at, units: -cut.units });
  }
  const { first, cuts } = settled(coop, memberId, now);
  for (const [i, cut] of cuts.entries()) changes.push({ at: shares.writeDowns[first + i]?.at ?? now, units: -cut });
  let units = 0n;
  return changes
    .sort((a, b) => a.at - b.at)
    .map((change) => {
      units += change.units;
      return { day: dayOf(change.at), units };
    });
}

/** The periods that a member's interest comes from. */
export function interestOf(coop: Coop, memberId: number, now: number): InterestPeriod[] {
  const founded = { day: dayOf(coop.placements[0]?.at ?? 0), rate: 0 };
  const par = coop.shares.terms?.par ?? 0n;
  return interestPeriods(holdingsOf(coop, memberId, now), [founded, ...coop.shares.postings], par);
}

/** One line for each period that interest was posted for and in which the member held shares. */
export function interestPeriods(
  holdings: readonly HoldingFrom[],
  postings: readonly Posting[],
  par: bigint,
): InterestPeriod[] {
  const periods: InterestPeriod[] = [];
  for (const [i, { day: to, rate }] of postings.entries()) {
    const from = postings[i - 1]?.day;
    if (from === undefined) continue;
    const parts = partsIn(holdings, from, to);
    const unitDays = parts.reduce((sum, { units, days }) => sum + units * BigInt(days), 0n);
    if (unitDays > 0n) periods.push({ from, to, rate, parts, amount: (unitDays * BigInt(rate) * par) / PARTS });
  }
  return periods;
}

/** How many shares for how many days, within a period. */
function partsIn(holdings: readonly HoldingFrom[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  for (const [i, { day, units }] of holdings.entries()) {
    const begins = Math.max(day, from);
    const ends = Math.min(holdings[i + 1]?.day ?? to, to);
    const last = parts.at(-1);
    if (ends <= begins || units === 0n) continue;
    if (last?.units === units) last.days += ends - begins;
    else parts.push({ units, days: ends - begins });
  }
  return parts;
}
