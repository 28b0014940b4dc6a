// How the description of a motion is put together; how it is taken apart: books/motion-text.ts.
import { type MotionText, textOf as partsOf } from "../../../../books/motion-text.ts";
import { asName } from "../format/lookalikes.ts";

export type { MotionText };

/** Title and paragraphs; nothing unseen turns or hides letters of the title. */
export function textOf(description: string): MotionText {
  const { title, paragraphs } = partsOf(description);
  return { title: asName(title), paragraphs };
}

/** The line that says what a payment is for; its hash is the payment's memo. */
export const PURPOSE = "Payment for: ";
/** What a machine is, what a budget or a gift is for: likewise. What stands before a machine's first comma is its name. */
export const MACHINE = "Machine: ";
export const BUDGET = "Budget for: ";
export const GIFT = "Given for: ";

/** The one line that words make, however they were written. */
export const oneLine = (words: string): string =>
  words
    .trim()
    .split(/\s*\r?\n\s*/)
    .join(" ");

/** The text of a motion; what its action refers to by a hash comes last. */
export function describe(title: string, text: string, referred?: string): string {
  const parts = [title.trim(), text.trim()];
  if (referred) parts.push(referred.trim());
  return parts.filter((part) => part !== "").join("\n\n");
}
