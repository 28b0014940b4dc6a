// How series of bonds are spoken of.

import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import type { SeriesStanding } from "../../shared/commons/standing.ts";
import { formatRate } from "../../shared/format/rate.ts";
import type { Tone } from "../../shared/ui/tone.ts";

export const STANDING_WORDS: Record<SeriesStanding, string> = {
  bids: t`Taking bids`,
  counting: t`Being counted`,
  paying: t`Paying coupons`,
  failed: t`Failed`,
  redeemed: t`Redeemed`,
  defaulted: t`In default`,
};

export const STANDING_TONES: Record<SeriesStanding, Tone> = {
  bids: "active",
  counting: "coming",
  paying: "good",
  failed: "quiet",
  redeemed: "quiet",
  defaulted: "bad",
};

/** The headings of the list, in its order, and what stands where one is empty. */
export const GROUPS: readonly { standing: SeriesStanding; title: string; empty?: string }[] = [
  {
    standing: "bids",
    title: t`Taking bids`,
    empty: t`No bonds are offered at the moment. They are when the members approve a machine.`,
  },
  { standing: "counting", title: t`Closed, being counted` },
  { standing: "paying", title: t`Paying coupons`, empty: t`No bonds are being paid yet.` },
  { standing: "redeemed", title: t`Redeemed` },
  { standing: "defaulted", title: t`In default` },
  { standing: "failed", title: t`Failed: everybody got their money back` },
];

/** "4.25 % a year", or the limits between which bids lie. */
export function rateWords({ clearing, terms }: Pick<Series, "clearing" | "terms">): string {
  if (clearing) return t`${formatRate(clearing.rate)} a year`;
  const { lowestRate, highestRate } = terms;
  if (lowestRate === highestRate) return t`${formatRate(lowestRate)} a year, fixed`;
  return t`${formatRate(lowestRate)} to ${formatRate(highestRate)} a year`;
}

const MONTHS: Record<number, string> = { 1: t`month`, 3: t`quarter`, 6: t`half year`, 12: t`year` };

/** "every quarter": how often coupons fall due. */
export function everyWords({ every, unit }: Series["terms"]["plan"]): string {
  const [one, many] = unit === 1 ? [MONTHS[every] ?? "", t`months`] : [every === 1 ? t`day` : "", t`days`];
  return one === "" ? t`every ${every} ${many}` : t`every ${one}`;
}

/** How days of interest are counted, by number of `DayCount`. */
export const DAY_COUNTS = [
  t`actual days, of 365 a year`,
  t`actual days, of 360 a year`,
  t`months of 30 days, of 360 a year`,
] as const;

/** What becomes of a date on a weekend, by number of `BusinessDays`; the first four shift, the others do not change the days counted. */
export function weekendWords(businessDays: number): string {
  if (businessDays === 0) return t`it stays on that day`;
  return [3, 4, 7, 8].includes(businessDays)
    ? t`it moves to the working day before`
    : t`it moves to the next working day`;
}
