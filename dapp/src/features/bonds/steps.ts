// What moves a series on and needs nobody in particular.

import { biddersOf } from "../../../../books/apply/bonds.ts";
import type { Series } from "../../../../books/commons.ts";
import { couponDue, lastDateAt } from "../../../../books/coupons.ts";
import { t } from "../../../../books/say.ts";
import { seriesStanding } from "../../shared/commons/standing.ts";
import { plural } from "../../shared/format/words.ts";
import { refundOf, toHandBack } from "./holding.ts";

/** So many bids fit well into one transaction. */
const AT_ONCE = 40;

export type Step = {
  key: string;
  words: string;
  label: string;
  done: string;
  functionName: string;
  args: readonly unknown[];
};

export function stepsOf(series: Series, now: number, money: (amount: bigint) => string): Step[] {
  const { id, state } = series;
  const number = BigInt(id);
  const steps: Step[] = [];
  if (state === "bidding" && seriesStanding(series, now) === "counting") {
    steps.push({
      key: `clear:${id}`,
      words: t`Bidding has closed. Counting the bids finds the rate that clears, or hands everything back.`,
      label: t`Count the bids`,
      done: t`The bids are counted.`,
      functionName: "clear",
      args: [number],
    });
  }
  if (state === "allotting") {
    const all = biddersOf(series).length;
    const left = all - series.allotted;
    steps.push({
      key: `allot:${id}`,
      words: t`The bids are counted. ${series.allotted} of ${all} were turned into bonds${left > AT_ONCE ? t`; ${AT_ONCE} fit into one step` : ""}.`,
      label: left > AT_ONCE ? t`Turn the next ${AT_ONCE} bids into bonds` : t`Turn the bids into bonds`,
      done: t`They are bonds now.`,
      functionName: "allot",
      args: [number, BigInt(AT_ONCE)],
    });
  }
  const back = toHandBack(series).slice(0, AT_ONCE);
  if (back.length > 0) {
    const sum = back.reduce((total, bid) => total + refundOf(series, bid), 0n);
    steps.push({
      key: `refund:${id}`,
      words: t`${money(sum)} that bids did not use ${plural(back.length, t`waits for one account`, t`waits for ${back.length} accounts`)}.`,
      label: t`Hand it back`,
      done: t`It was handed back.`,
      functionName: "refund",
      args: [number, back.map(({ bidder }) => bidder)],
    });
  }
  if (state === "live" && mayBeRedeemed(series, now)) {
    steps.push({
      key: `redeem:${id}`,
      words: t`Its last date has come, and all coupons and the whole principal are there.`,
      label: t`Redeem the bonds at par`,
      done: t`They are redeemed: holders can collect their money.`,
      functionName: "redeem",
      args: [number],
    });
  }
  return steps;
}

export function mayBeRedeemed(series: Series, now: number): boolean {
  const last = lastDateAt(series, now);
  const due = now >= (series.dates[last] ?? Number.POSITIVE_INFINITY);
  return due && series.funded >= couponDue(series, last) && series.sunk >= series.units;
}
