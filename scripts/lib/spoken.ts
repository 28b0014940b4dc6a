// Finds what the pages say: every sentence that stands in t`…` or rich`…`, and every one that stands bare.
import { parseSync, Visitor } from "rolldown/utils";
import { keyOf } from "../../books/say.ts";

export type Spoken = { keys: string[]; bare: string[] };

/** `english` marks what is written down in English and said later (books/english.ts). */
const TAGS = ["t", "rich", "english"];
/** What stands in these is read by people. */
const READ = ["title", "label", "hint", "lead", "note", "done", "term", "caption", "legend", "warning", "aria-label"];
/** Beside these, as names in a table. */
const READ_IN_TABLES = [...READ, "words", "verb"];
/** Several words in one of these are no sentence; `what` is said where it is used (scripts/checks/words.ts). */
const TECHNICAL = ["what", "className", "d", "rel", "points", "transform", "viewBox", "accept", "allow"];
/** Names of styles, a hyphen in each. */
const STYLES = /^\S+-\S+( \S+-\S+)*$/;

/** Throws when `source` is no TypeScript. */
export function spokenIn(file: string, source: string): Spoken {
  const { program, errors } = parseSync(file, source, { lang: file.endsWith("x") ? "tsx" : "ts" });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const spoken: Spoken = { keys: [], bare: [] };
  /** What the books write down for programs is English. */
  const isPage = !file.startsWith("books/");
  /** What a machine reads has no language. */
  const code = new Set<number>();
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || !TAGS.includes(tag.name)) return;
      spoken.keys.push(keyOf(quasi.quasis.map(({ value }) => value.cooked ?? value.raw)));
    },
    JSXAttribute({ name, value }) {
      if (name.type !== "JSXIdentifier" || value?.type !== "Literal") return;
      const text = String(value.value);
      const read = READ.includes(name.name) || (/\p{L} \p{L}/u.test(text) && !TECHNICAL.includes(name.name));
      if (read && /\p{L}{2}/u.test(text)) spoken.bare.push(text);
    },
    Property({ key, value }) {
      if (!isPage || key.type !== "Identifier" || !READ_IN_TABLES.includes(key.name)) return;
      if (value.type !== "Literal" || typeof value.value !== "string") return;
      // One small word elsewhere than under `words` is a key of a table.
      if (!/\p{L}{2}/u.test(value.value) || STYLES.test(value.value)) return;
      if (key.name === "words" || /^\p{Lu}|\p{L} \p{L}/u.test(value.value)) spoken.bare.push(value.value);
    },
    JSXExpressionContainer({ expression }) {
      if (expression.type !== "Literal" || typeof expression.value !== "string") return;
      if (/\p{L}{2}/u.test(expression.value) && /^\W/.test(expression.value)) spoken.bare.push(expression.value.trim());
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
