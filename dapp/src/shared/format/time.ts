// Moments and spans in words. Moments are unix seconds of the chain's clock.
import { t } from "../../../../books/say.ts";
import { LOCALE } from "../language/language.ts";

const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;

const dateTime = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const dateOnly = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });

export const formatMoment = (at: number): string => dateTime.format(at * 1_000);
export const formatDay = (at: number): string => dateOnly.format(at * 1_000);

/** "3 days", "5 hours", "12 minutes", "40 seconds". */
export function formatSpan(seconds: number): string {
  const span = Math.max(0, Math.round(seconds));
  if (span >= 2 * DAY) return t`${Math.round(span / DAY)} days`;
  if (span >= 2 * HOUR) return t`${Math.round(span / HOUR)} hours`;
  if (span >= 2 * MINUTE) return t`${Math.round(span / MINUTE)} minutes`;
  return span === 1 ? t`1 second` : t`${span} seconds`;
}

/** "in 3 days", "5 hours ago" or "just now". */
export function formatRelative(at: number, now: number): string {
  if (Math.abs(at - now) < 5) return t`just now`;
  return at > now ? t`in ${formatSpan(at - now)}` : t`${formatSpan(now - at)} ago`;
}
