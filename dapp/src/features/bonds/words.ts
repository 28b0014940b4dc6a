// How series of bonds are spoken of.
import type { Series } from "../../../../books/commons.ts";
import type { SeriesStanding } from "../../shared/commons/standing.ts";
import { formatRate } from "../../shared/format/rate.ts";
import type { Tone } from "../../shared/ui/tone.ts";

export const STANDING_WORDS: Record<SeriesStanding, string> = {
  bids: "Taking bids",
  counting: "Being counted",
  paying: "Paying coupons",
  failed: "Failed",
  redeemed: "Redeemed",
  defaulted: "In default",
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
    title: "Taking bids",
    empty: "No bonds are offered at the moment. They are when the members approve a machine.",
  },
  { standing: "counting", title: "Closed, being counted" },
  { standing: "paying", title: "Paying coupons", empty: "No bonds are being paid yet." },
  { standing: "redeemed", title: "Redeemed" },
  { standing: "defaulted", title: "In default" },
  { standing: "failed", title: "Failed: everybody got their money back" },
];

/** "4.25 % a year", or the limits between which bids lie. */
export function rateWords({ clearing, terms }: Pick<Series, "clearing" | "terms">): string {
  if (clearing) return `${formatRate(clearing.rate)} a year`;
  const { lowestRate, highestRate } = terms;
  if (lowestRate === highestRate) return `${formatRate(lowestRate)} a year, fixed`;
  return `${formatRate(lowestRate)} to ${formatRate(highestRate)} a year`;
}

const MONTHS: Record<number, string> = { 1: "month", 3: "quarter", 6: "half year", 12: "year" };

/** "every quarter": how often coupons fall due. */
export function everyWords({ every, unit }: Series["terms"]["plan"]): string {
  const [one, many] = unit === 1 ? [MONTHS[every] ?? "", "months"] : [every === 1 ? "day" : "", "days"];
  return one === "" ? `every ${every} ${many}` : `every ${one}`;
}

/** How days of interest are counted, by number of `DayCount`. */
export const DAY_COUNTS = [
  "actual days, of 365 a year",
  "actual days, of 360 a year",
  "months of 30 days, of 360 a year",
] as const;

/** What becomes of a date on a weekend, by number of `BusinessDays`; the first four shift, the others do not change the days counted. */
export function weekendWords(businessDays: number): string {
  if (businessDays === 0) return "it stays on that day";
  return [3, 4, 7, 8].includes(businessDays)
    ? "it moves to the working day before"
    : "it moves to the next working day";
}
