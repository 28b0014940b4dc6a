// The span of time that statements are about, as it stands in the address of the page and in words.
import { t } from "../../../../../books/say.ts";
import { dayBegins } from "../../../shared/format/days.ts";
import { LOCALE } from "../../../shared/language/language.ts";

/** Days are "2026-11-30", the last one included. */
export type SpanSearch = { from?: string; to?: string };

/** Out of an address that may say anything. */
export const searchIn = ({ from, to }: Record<string, unknown>): SpanSearch => ({
  ...(dayBegins(from) !== undefined && { from: String(from) }),
  ...(dayBegins(to) !== undefined && { to: String(to) }),
});

const utc = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const inWords = (day: string): string => utc.format((dayBegins(day) ?? 0) * 1_000);

/** Of a moment, for the balance sheet, and over the span, for the others. */
export function spanWords({ from, to }: SpanSearch): { at: string; over: string } {
  const at = to ? t`At the end of ${inWords(to)}.` : t`As of now.`;
  const begins = from ? t`From ${inWords(from)}` : t`From the founding`;
  return { at, over: `${begins} ${to ? t`to ${inWords(to)}` : t`to now`}.` };
}
