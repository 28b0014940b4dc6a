// Letters that pass for others: what a reader can not tell by looking.
import { cleaned, onOneLine } from "../../../../books/texts/plain.ts";

/** A name or a title on one line, with a mark where something unseen would have turned or hidden letters. */
export const asName = onOneLine;
/** A text, likewise, with its lines. */
export const asText = cleaned;

const LATIN = /\p{Script=Latin}/u;
/** Alphabets with letters that look like Latin ones. */
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** The words in which letters of two alphabets stand that look alike: "Trеasury" with a Cyrillic "е". */
export function mixedWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => LATIN.test(word) && ALIKE.test(word)))];
}
