// The terms of machines and bonds in words, and the dates of a plan.
import { t } from "../../../../books/say.ts";
import { DAY, formatSpan } from "../format/time.ts";

/** "a week", "every 30 days": how often rent falls due. */
export function everyPeriod(seconds: number): string {
  if (seconds === DAY) return t`a day`;
  if (seconds === 7 * DAY) return t`a week`;
  return t`every ${formatSpan(seconds)}`;
}

const MONTHS: Record<number, string> = { 1: t`month`, 3: t`quarter`, 6: t`half year`, 12: t`year` };

/** "every quarter": how often coupons fall due. */
export function everyCycle({ every, unit }: { every: number; unit: number }): string {
  if (unit === 1) return MONTHS[every] ? t`every ${MONTHS[every]}` : t`every ${every} months`;
  return every === 1 ? t`every day` : t`every ${every} days`;
}

/** How days of interest are counted, by number of `DayCount`. */
export const DAY_COUNTS = [
  t`actual days, of 365 a year`,
  t`actual days, of 360 a year`,
  t`months of 30 days, of 360 a year`,
] as const;

/** The same day so many months later, or the last of a shorter month; midnights in unix seconds. The mirror of `addMonths` in
 * Calendar.sol. */
export function inMonths(date: number, months: number): number {
  const day = new Date(date * 1_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day.getUTCDate(), last)) / 1_000;
}
