// Text that people wrote, made safe to stand in a file: nothing invisible in it steers the program that shows it.

/** Control characters, halves of surrogate pairs, non-characters, what turns the direction of the letters that follow, and what stands
 * between letters unseen. */
const STEERING = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** The same words with "\n" at the end of each line; where something steered, a mark stands that something was there. */
export const cleaned = (text: string): string => text.replace(LINE_END, "\n").replace(STEERING, "\ufffd");

/** As `cleaned`, on one line. */
export const onOneLine = (text: string): string =>
  cleaned(text)
    .replace(/[\n\t ]+/g, " ")
    .trim();
