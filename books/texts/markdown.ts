// Markdown in which what people wrote stays words: it makes no heading, link, picture, table, code or markup of its own, and does
// not end the quotation that it stands in (CommonMark 0.31: a punctuation mark after a backslash is itself).
import { cleaned, onOneLine } from "./plain.ts";

const MARKS = /[\\`*_[\]{}<>#|&~$]/g;
/** What makes a list, a heading's underline or a rule, where a line begins with it. */
const OPENING = /^([-+=]|\d{1,9}(?=[.)]))/;

const escapeMarks = (text: string): string => text.replace(MARKS, "\\$&");

/** Somebody's words within a line of ours. */
export const inline = (text: string): string => escapeMarks(onOneLine(text));

/** Somebody's words as a quotation, each line of theirs on a line of its own. */
export function quoted(text: string): string {
  const lines = cleaned(text)
    .replace(/^\n+|\s+$/g, "")
    .split("\n");
  return lines.map((line, i) => quotedLine(line, i < lines.length - 1 && lines[i + 1]?.trim() !== "")).join("\n");
}

/** Spaces that a line begins with are kept as such: more than three would make code of it. Two at its end break it. */
function quotedLine(line: string, goesOn: boolean): string {
  if (line.trim() === "") return ">";
  const words = line.trim();
  const indent = line.slice(0, line.indexOf(words[0] ?? "")).replace(/\t/g, "    ");
  const opened = escapeMarks(words).replace(OPENING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
  return `> ${"\u00a0".repeat(indent.length)}${opened}${goesOn ? "  " : ""}`;
}

/** A table; the cells of it are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
