// A proposal's description: its first line is the title, the rest is text. Never anything but plain text.
const LONGEST_TITLE = 140;

export type MotionText = { title: string; paragraphs: string[] };

export function textOf(description: string): MotionText {
  const [first = "", ...rest] = description.trim().split(/\r?\n/);
  const title = first.replace(/^#+\s*/, "").trim();
  const body = rest.join("\n");
  const paragraphs = body.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
  if (title === "") return { title: "Without a title", paragraphs };
  if (title.length <= LONGEST_TITLE) return { title, paragraphs };
  return { title: `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`, paragraphs: [title, ...paragraphs] };
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
