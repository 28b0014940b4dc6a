// What a bond series is owed by the calendar, what its units received, and what of it is whose. All units share the coupon money
// for as long as the series lives, so what a holder is owed is kept times their number: an exact fraction. Only what was funded
// counts, so arrears stay with the unit (K3, K5).
import type { BondHolder, Series } from "./model/commons.ts";

/** So long an announced redemption can be made good after its date; seconds. */
export const REDEMPTION_WINDOW = 7 * 86_400;
const WHOLE = 10_000n;

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const floored = (a: bigint): bigint => (a > 0n ? a : 0n);

/** All coupons up to a date, rounded down. */
export function couponDue({ units, clearing, terms, dayCounts }: Series, dateIndex: number): bigint {
  return (units * BigInt(clearing?.rate ?? 0) * BigInt(dayCounts[dateIndex] ?? 0)) / (WHOLE * BigInt(terms.basis));
}

/** The principal to be set aside up to a date: an even part a period, rounded down. */
export const principalDue = (units: bigint, dateIndex: number, lastDate: number): bigint =>
  (units * BigInt(dateIndex)) / BigInt(lastDate);

/** Index of the date at which it ends: an announced redemption that was not made good in time lapses. */
export function lastDateAt({ dates, lastDate }: Series, now: number): number {
  const maturity = dates.length - 1;
  return lastDate < maturity && now > (dates[lastDate] ?? 0) + REDEMPTION_WINDOW ? maturity : lastDate;
}

/** Index of the last date that has come. */
export function cursorAt(series: Series, now: number): number {
  const last = lastDateAt(series, now);
  const next = series.dates.findIndex((date, i) => i > 0 && date > now);
  return next < 0 || next > last ? last : next - 1;
}

/** Owed and not funded: of dates that have come, and of the running period. */
export type Owed = {
  couponArrears: bigint;
  principalArrears: bigint;
  couponRunning: bigint;
  principalRunning: bigint;
};

export function owedAt(series: Series, now: number): Owed {
  const { state, units, funded, sunk } = series;
  if (state !== "live") return { couponArrears: 0n, principalArrears: 0n, couponRunning: 0n, principalRunning: 0n };
  const last = lastDateAt(series, now);
  const come = cursorAt(series, now);
  const next = Math.min(come + 1, last);
  const couponArrears = floored(couponDue(series, come) - funded);
  const principalArrears = floored(principalDue(units, come, last) - sunk);
  return {
    couponArrears,
    principalArrears,
    couponRunning: floored(couponDue(series, next) - funded) - couponArrears,
    principalRunning: floored(principalDue(units, next, last) - sunk) - principalArrears,
  };
}

export type Share = { coupon: bigint; principal: bigint };

/** What the series takes of rent: coupons up to the running period's end, then principal up to there (K3). */
export function fundingOf(series: Series, available: bigint, now: number): Share {
  const { couponArrears, couponRunning, principalArrears, principalRunning } = owedAt(series, now);
  const coupon = least(available, couponArrears + couponRunning);
  return { coupon, principal: least(available - coupon, principalArrears + principalRunning) };
}

/** What the series takes of what its machine brought: coupons up to this moment, then all principal (K5). */
export function liquidationOf(series: Series, available: bigint, now: number): Share {
  if (series.state !== "live") return { coupon: 0n, principal: 0n };
  const coupon = least(available, floored(couponUpTo(series, now) - series.funded));
  return { coupon, principal: least(available - coupon, series.units - series.sunk) };
}

/** Coupons of dates that have come, and the part of the running period that has passed, rounded down. */
export function couponUpTo(series: Series, now: number): bigint {
  const come = cursorAt(series, now);
  const owed = couponDue(series, come);
  const [from = 0, to = 0] = series.dates.slice(come, come + 2);
  if (come === lastDateAt(series, now) || now <= from) return owed;
  const period = couponDue(series, come + 1) - owed;
  return owed + (now >= to ? period : (period * BigInt(now - from)) / BigInt(to - from));
}

/** What a holder is owed in coupons, times all units issued, everything counted. */
export function owedTo({ funded }: Series, { units, reading, owed }: BondHolder): bigint {
  return owed + units * (funded - reading);
}

/** What a holder can take now; coupons rounded down, and the fraction stays its own. */
export function claimableOf(series: Series, holder: BondHolder): { coupon: bigint; principal: bigint } {
  const coupon = series.issued === 0n ? 0n : owedTo(series, holder) / series.issued;
  return { coupon, principal: principalOf(series, holder.units) };
}

/** What `units` get of what is left to hand out. */
export function principalOf({ state, sunk, units: left }: Series, units: bigint): bigint {
  if ((state !== "redeemed" && state !== "defaulted") || left === 0n) return 0n;
  return (sunk * units) / left;
}

/** How far coupons were paid: what units received of what fell due, and since which date something is missing. */
export function arrearsOf(series: Series, now: number): { due: bigint; funded: bigint; missingSince?: number } {
  const come = series.state === "live" ? cursorAt(series, now) : 0;
  const due = couponDue(series, come);
  const first = series.dates.findIndex((_, i) => i > 0 && i <= come && couponDue(series, i) > series.funded);
  const missingSince = first < 0 ? undefined : series.dates[first];
  return { due, funded: series.funded, ...(missingSince !== undefined && { missingSince }) };
}
