// Finds what the pages say: every sentence that stands in t`…` or rich`…`, and every one that stands bare.
import { parseSync, Visitor } from "rolldown/utils";
import { keyOf } from "../../books/say.ts";

export type Spoken = { keys: string[]; bare: string[] };

const TAGS = ["t", "rich"];
/** What stands in these is read by people. */
const READ = ["title", "label", "hint", "lead", "note", "done", "term", "caption", "legend", "warning", "aria-label"];
/** Names of styles, a hyphen in each. */
const STYLES = /^\S+-\S+( \S+-\S+)*$/;

/** Throws when `source` is no TypeScript. */
export function spokenIn(file: string, source: string): Spoken {
  const { program, errors } = parseSync(file, source, { lang: file.endsWith("x") ? "tsx" : "ts" });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const spoken: Spoken = { keys: [], bare: [] };
  /** What a machine reads has no language. */
  const code = new Set<number>();
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || !TAGS.includes(tag.name)) return;
      spoken.keys.push(keyOf(quasi.quasis.map(({ value }) => value.cooked ?? value.raw)));
    },
    JSXAttribute({ name, value }) {
      if (name.type !== "JSXIdentifier" || !READ.includes(name.name) || value?.type !== "Literal") return;
      if (/\p{L}{2}/u.test(String(value.value))) spoken.bare.push(String(value.value));
    },
    Property({ key, value }) {
      if (key.type !== "Identifier" || !READ.includes(key.name) || value.type !== "Literal") return;
      const text = String(value.value);
      if (/^\p{Lu}\p{L}|\p{L} \p{L}/u.test(text) && !STYLES.test(text)) spoken.bare.push(text);
    },
    JSXElement({ openingElement: { name }, children }) {
      if (name.type === "JSXIdentifier" && name.name === "code") for (const { start } of children) code.add(start);
    },
    JSXText({ value, start }) {
      if (/\p{L}{2}/u.test(value) && !code.has(start)) spoken.bare.push(value.trim());
    },
  }).visit(program);
  return spoken;
}
