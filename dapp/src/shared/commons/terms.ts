// The terms of machines and bonds in words, and the dates of a plan.
import { DAY, formatSpan } from "../format/time.ts";

/** "a week", "every 30 days": how often rent falls due. */
export function everyPeriod(seconds: number): string {
  if (seconds === DAY) return "a day";
  if (seconds === 7 * DAY) return "a week";
  return `every ${formatSpan(seconds)}`;
}

const MONTHS: Record<number, string> = { 1: "month", 3: "quarter", 6: "half year", 12: "year" };

/** "every quarter": how often coupons fall due. */
export function everyCycle({ every, unit }: { every: number; unit: number }): string {
  if (unit === 1) return MONTHS[every] ? `every ${MONTHS[every]}` : `every ${every} months`;
  return every === 1 ? "every day" : `every ${every} days`;
}

/** How days of interest are counted, by number of `DayCount`. */
export const DAY_COUNTS = [
  "actual days, of 365 a year",
  "actual days, of 360 a year",
  "months of 30 days, of 360 a year",
] as const;

/** The same day so many months later, or the last of a shorter month; midnights in unix seconds. The mirror of `addMonths` in
 * Calendar.sol. */
export function inMonths(date: number, months: number): number {
  const day = new Date(date * 1_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day.getUTCDate(), last)) / 1_000;
}
