// Numbers and shares in the words of our sentences.

import { t } from "./say.ts";

const NUMBERS = [t`no`, t`one`, t`two`, t`three`, t`four`, t`five`, t`six`, t`seven`, t`eight`, t`nine`, t`ten`];

/** Small numbers in words, larger ones in figures. */
export const inWords = (number: number): string => NUMBERS[number] ?? String(number);

export const plural = (number: number, one: string, many = `${one}s`): string => (number === 1 ? one : many);

/** "half", "two thirds", "75 %": a share in basis points. */
export function shareInWords(share: number): string {
  if (share === 5_000) return t`half`;
  if (share === 6_667) return t`two thirds`;
  if (share === 7_500) return t`three quarters`;
  return percent(BigInt(share), 10_000n);
}

/** A share as a whole per cent; what would round to nothing, half or all without being it says so. */
export function percent(numerator: bigint, denominator: bigint): string {
  if (denominator === 0n) return "0 %";
  const rounded = (numerator * 200n + denominator) / (denominator * 2n);
  const compared = numerator * 100n - rounded * denominator;
  if (compared === 0n || ![0n, 50n, 100n].includes(rounded)) return `${rounded} %`;
  if (rounded === 0n) return t`under 1 %`;
  if (rounded === 100n) return t`over 99 %`;
  return compared > 0n ? t`just over 50 %` : t`just under 50 %`;
}

/** "Drivers", then "riders": a class's name inside a sentence. Names in capitals stay as they are. */
export function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(first.length) : name;
}

export function capitalised(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
