/** "4.25 %": basis points as people write a rate. */
export const formatRate = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)}\u00a0%`;

export { percentOf } from "../../../../books/words.ts";

/** "3" or "2.5" per cent, in basis points. */
export function rateOf(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, "").replace(",", ".");
  return /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}
