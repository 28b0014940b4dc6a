/** Reads a whole number as people write one: "12", "1,250"; undefined when it is none. */
import { t } from "../../../../books/say.ts";
export function wholeNumber(text: string): bigint | undefined {
  const plain = text.trim().replaceAll(/[\s,.'’](?=\d{3}(\D|$))/g, "");
  return /^\d{1,12}$/.test(plain) ? BigInt(plain) : undefined;
}

export const inFigures = (count: bigint): string => count.toLocaleString("en-GB");

/** "1 share", "1,250 shares". */
export const sharesInWords = (units: bigint): string => `${inFigures(units)} ${units === 1n ? t`share` : t`shares`}`;
