// XML out of plain text.
import { cleaned } from "./plain.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Anybody's words as text of an element or of an attribute. */
export const escaped = (text: string): string => cleaned(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "");

/** An element with text in it; `attributes` have their values as they are. */
export function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  return `<${name}${attributesOf(attributes)}>${escaped(text)}</${name}>`;
}

export const emptyElement = (name: string, attributes: Record<string, string>): string =>
  `<${name}${attributesOf(attributes)}/>`;

const attributesOf = (attributes: Record<string, string>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replace(/[\n\t]/g, " ")}"`)
    .join("");
