// Spans of rent in words.
import { t } from "../../../../books/say.ts";
import { DAY, formatSpan } from "../../shared/format/time.ts";

/** "a week", "every 30 days": how often rent falls due. */
export function everyPeriod(seconds: number): string {
  if (seconds === DAY) return t`a day`;
  if (seconds === 7 * DAY) return t`a week`;
  return t`every ${formatSpan(seconds)}`;
}

/** "20 %": a share in basis points. */
export const shareWords = (basisPoints: number): string => `${basisPoints / 100}\u00a0%`;
