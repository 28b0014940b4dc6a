// Coverage: how many times the rent of a coupon period, after upkeep, covers what its bonds are owed for it. The mirror of
// `coverage` in MachineRegister.sol.

import type { Lease, Machine, Series } from "../../../../books/commons.ts";
import { couponDue, cursorAt, lastDateAt, principalDue } from "../../../../books/coupons.ts";
import { upkeepOf } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";

export type Coverage = {
  /** After upkeep. */
  rent: bigint;
  coupon: bigint;
  /** What is set aside for the principal in the same period. */
  instalment: bigint;
};

type Rented = Pick<Lease, "rent" | "rentPeriod" | "upkeepShare">;

/** Of the coupon period under way; undefined while nothing is owed or there is no rent. */
export function coverageOf(series: Series, machine: Machine, now: number): Coverage | undefined {
  const { lease } = machine;
  if (series.state !== "live" || !lease) return undefined;
  const last = lastDateAt(series, now);
  const come = cursorAt(series, now);
  const from = come === last ? come - 1 : come;
  const part = (due: (index: number) => bigint) => due(from + 1) - due(from);
  return {
    rent: rentOver(lease, spanAfter(series, from)),
    coupon: part((index) => couponDue(series, index)),
    instalment: part((index) => principalDue(series.units, index, last)),
  };
}

/** What it would be if all of the target were lent at `rate`, in the first period. */
export function expectedCoverage(series: Series, machine: Machine, rate: number): Coverage {
  const { target, terms, dates, dayCounts } = series;
  return {
    rent: rentOver(machine.terms, spanAfter(series, 0)),
    coupon: (target * BigInt(rate) * BigInt(dayCounts[1] ?? 0)) / (10_000n * BigInt(terms.basis)),
    instalment: principalDue(target, 1, dates.length - 1),
  };
}

/** "1.8 times", rounded down; undefined where nothing has to be covered. */
export function timesCovered({ rent, coupon }: Pick<Coverage, "rent" | "coupon">): string | undefined {
  if (coupon === 0n) return undefined;
  const tenths = (rent * 10n) / coupon;
  return t`${tenths / 10n}.${tenths % 10n} times`;
}

function spanAfter({ dates }: Series, index: number): number {
  return (dates[index + 1] ?? 0) - (dates[index] ?? 0);
}

function rentOver({ rent, rentPeriod, upkeepShare }: Rented, span: number): bigint {
  const whole = (rent * BigInt(span)) / BigInt(rentPeriod);
  return whole - upkeepOf(whole, upkeepShare);
}
