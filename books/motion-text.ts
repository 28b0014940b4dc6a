// A proposal's description: its first line is the title, the rest is text. Never anything but plain text.
import { t } from "./say.ts";

const LONGEST_TITLE = 140;

export type MotionText = { title: string; paragraphs: string[] };

export function textOf(description: string): MotionText {
  const [first = "", ...rest] = description.trim().split(/\r?\n/);
  const title = first.replace(/^#+\s*/, "").trim();
  const body = rest.join("\n");
  const paragraphs = body.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
  if (title === "") return { title: t`Without a title`, paragraphs };
  if (title.length <= LONGEST_TITLE) return { title, paragraphs };
  return { title: `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`, paragraphs: [title, ...paragraphs] };
}
