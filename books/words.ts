// Numbers and shares in the words of our sentences.

import { t } from "./say.ts";

const NUMBERS = [t`no`, t`one`, t`two`, t`three`, t`four`, t`five`, t`six`, t`seven`, t`eight`, t`nine`, t`ten`];

/** Small numbers in words, larger ones in figures. */
export const inWords = (number: number): string => NUMBERS[number] ?? String(number);

export const plural = (number: number, one: string, many = `${one}s`): string => (number === 1 ? one : many);

/** "20 %", "2.5 %": basis points as people write a share. */
export const percentOf = (basisPoints: number): string => `${Number(basisPoints) / 100} %`;

/** "half", "two thirds", "80 %": a share in basis points. */
export function shareInWords(share: number): string {
  if (share === 3_333) return t`a third`;
  if (share === 5_000) return t`half`;
  if (share === 6_667) return t`two thirds`;
  if (share === 7_500) return t`three quarters`;
  return percentOf(share);
}

const SPANS = [
  [86_400, (count: number) => (count === 1 ? t`1 day` : t`${count} days`)],
  [3_600, (count: number) => (count === 1 ? t`1 hour` : t`${count} hours`)],
  [60, (count: number) => (count === 1 ? t`1 minute` : t`${count} minutes`)],
  [1, (count: number) => (count === 1 ? t`1 second` : t`${count} seconds`)],
] as const;

/** "3 days", "1 day and 12 hours", "none": a span of a rule, to the second. */
export function spanInWords(seconds: number): string {
  const parts: string[] = [];
  let left = Number(seconds);
  for (const [length, said] of SPANS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(said(count));
  }
  return parts.length === 0 ? t`none` : listed(parts);
}

/** "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : t`${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

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
