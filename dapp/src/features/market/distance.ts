// Distances: people write kilometres, the record has metres.

/** Reads "4", "4.25" or "4,25" kilometres; undefined when it is none, or more than the record can hold. */
import { t } from "../../../../books/say.ts";
export function metresIn(text: string): number | undefined {
  const written = text.trim().replace(",", ".");
  if (written === "") return 0;
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(written)) return undefined;
  return Math.round(Number(written) * 1_000);
}

export const kilometres = (metres: number): string =>
  t`${(metres / 1_000).toLocaleString("en-GB", { maximumFractionDigits: 2 })} km`;
