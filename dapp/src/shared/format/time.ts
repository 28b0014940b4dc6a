// Moments and spans in words. Moments are unix seconds of the chain's clock.
const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;

const dateTime = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const dateOnly = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

export const formatMoment = (at: number): string => dateTime.format(at * 1_000);
export const formatDay = (at: number): string => dateOnly.format(at * 1_000);

/** "3 days", "5 hours", "12 minutes", "40 seconds". */
export function formatSpan(seconds: number): string {
  const span = Math.max(0, Math.round(seconds));
  if (span >= 2 * DAY) return count(Math.round(span / DAY), "day");
  if (span >= 2 * HOUR) return count(Math.round(span / HOUR), "hour");
  if (span >= 2 * MINUTE) return count(Math.round(span / MINUTE), "minute");
  return count(span, "second");
}

/** "in 3 days", "5 hours ago" or "just now". */
export function formatRelative(at: number, now: number): string {
  if (Math.abs(at - now) < 5) return "just now";
  return at > now ? `in ${formatSpan(at - now)}` : `${formatSpan(now - at)} ago`;
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? "" : "s"}`;
