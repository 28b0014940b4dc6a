// Days as they stand in the address of a page and in a field for dates: "2026-11-30", which begins at midnight UTC.
import { DAY } from "./time.ts";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The moment at which a day begins, unix seconds; nothing for what is no day. */
export function dayBegins(text: unknown): number | undefined {
  if (typeof text !== "string" || !ISO_DAY.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // "2026-02-31" would be taken for the third of March.
  return Number.isNaN(at) || isoDay(at / 1_000) !== text ? undefined : at / 1_000;
}

export const isoDay = (at: number): string => new Date(at * 1_000).toISOString().slice(0, 10);

/** From the first day up to the end of the last; open where nothing is said. */
export type DaySpan = { from: number; until: number };

export function spanOfDays(from: string | undefined, to: string | undefined): DaySpan {
  const last = dayBegins(to);
  return {
    from: dayBegins(from) ?? Number.NEGATIVE_INFINITY,
    until: last === undefined ? Number.POSITIVE_INFINITY : last + DAY,
  };
}
