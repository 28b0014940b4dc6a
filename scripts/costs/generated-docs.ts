// Documents with generated parts, each between two marks that name it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { costParts, type Part } from "./parts.ts";

/** The documents as they should read, whole. */
export function renderDocs(root: string): { file: string; committed: string; text: string }[] {
  const byFile = Map.groupBy(costParts(), ({ file }) => file);
  return [...byFile].map(([file, parts]) => {
    const committed = readFileSync(join(root, file), "utf8");
    return { file, committed, text: parts.reduce(withPart, committed) };
  });
}

/** Throws when the document has no place for the part. */
export function withPart(document: string, { file, name, text }: Part): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, "<!-- end -->"];
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0)
    throw new Error(`${file} has no place for "${name}": put ${begin} and ${end} where it belongs.`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}
