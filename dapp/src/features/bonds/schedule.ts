// The dates of a series: what falls due at each, and how far it was paid. Money goes to the oldest first (K3).
import type { Series } from "../../../../books/commons.ts";
import { couponDue, cursorAt, lastDateAt, principalDue } from "../../../../books/coupons.ts";

export type DateRow = {
  index: number;
  from: number;
  at: number;
  coupon: bigint;
  couponPaid: bigint;
  instalment: bigint;
  instalmentPaid: bigint;
  /** The date has not come; its period runs; all of it was there; something is missing. */
  state: "coming" | "running" | "paid" | "late";
};

/** One row a coupon date, as far as the series goes. Before it is issued, as if the target were lent at `rate`. */
export function datesOf(series: Series, now: number, rate = series.terms.highestRate): DateRow[] {
  const issued = series.units > 0n && series.clearing !== undefined;
  const seen = issued ? series : ({ ...series, units: series.target, clearing: atRate(rate) } as Series);
  const ended = series.state === "redeemed" || series.state === "defaulted";
  // Units that were handed back bore coupons until the end.
  const whole = series.ended ? { ...seen, units: series.ended.units } : seen;
  const last = ended ? series.lastDate : lastDateAt(series, now);
  const come = ended ? series.cursor : cursorAt(series, now);
  const rows = Array.from({ length: last }, (_, i): DateRow => {
    const index = i + 1;
    const couponAt = (date: number) => couponDue(whole, date);
    const sunkAt = (date: number) => principalDue(whole.units, date, last);
    const coupon = couponAt(index) - couponAt(i);
    const instalment = sunkAt(index) - sunkAt(i);
    const couponPaid = within(series.funded - couponAt(i), coupon);
    const instalmentPaid = within(sunkOf(series) - sunkAt(i), instalment);
    const paid = couponPaid === coupon && instalmentPaid === instalment;
    const state =
      issued && paid ? "paid" : issued && index <= come ? "late" : runs(series, i, come) ? "running" : "coming";
    return {
      index,
      from: series.dates[i] ?? 0,
      at: series.dates[index] ?? 0,
      coupon,
      couponPaid,
      instalment,
      instalmentPaid,
      state,
    };
  });
  // What would have come after its end never fell due.
  return ended ? rows.filter(({ index, couponPaid }) => index <= come || couponPaid > 0n) : rows;
}

const atRate = (rate: number) => ({ rate, marginalRest: 0n, marginalAll: 0n });

const runs = ({ state }: Series, i: number, come: number): boolean => state === "live" && i === come;

/** What was set aside, ever: once the series ended it is handed out again. */
const sunkOf = ({ sunk, ended }: Series): bigint => ended?.principal ?? sunk;

const within = (amount: bigint, most: bigint): bigint => (amount <= 0n ? 0n : amount < most ? amount : most);

/** What all coupons of a series come to, and what late ones miss. */
export function totalsOf(rows: readonly DateRow[]): { coupon: bigint; couponPaid: bigint; late: bigint } {
  let [coupon, couponPaid, late] = [0n, 0n, 0n];
  for (const row of rows) {
    coupon += row.coupon;
    couponPaid += row.couponPaid;
    if (row.state === "late") late += row.coupon - row.couponPaid;
  }
  return { coupon, couponPaid, late };
}

export type Outcome = { at: number; lent: bigint; repaid: bigint; coupons: bigint; waiting: bigint };

/** How a series ended, for all who lent; nothing while it has not. */
export function outcomeOf({ ended, funded, claims }: Series): Outcome | undefined {
  if (!ended) return undefined;
  const taken = claims.reduce((sum, { coupon, principal }) => sum + coupon + principal, 0n);
  const { at, units: lent, principal: repaid } = ended;
  return { at, lent, repaid, coupons: funded, waiting: funded + repaid - taken };
}
