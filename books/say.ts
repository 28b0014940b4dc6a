// What people read, in the language of their page. The English sentence is the key, with numbers where values stand:
// `${count} of ${all}` is "{0} of {1}". Where a language has no words for it, English stands.

/** Sentences of a language by the fingerprint of the English one. */
export type Words = Readonly<Record<string, string>>;

/** Set before any module runs by a page whose reader chose another language (dapp/public/early.js); absent everywhere else. */
const words = (globalThis as { rochdaleWords?: Words }).rochdaleWords;

/** A sentence that is known only while running, such as a name out of a table. */
export const said = (english: string): string => words?.[fingerprint(english)] ?? english;

/** A sentence with values in it. */
export const t = (parts: TemplateStringsArray, ...values: readonly unknown[]): string =>
  inOrder(parts, values).join("");

/** What a sentence consists of, in the order of the language. */
export function inOrder<T>(parts: readonly string[], values: readonly T[]): (string | T)[] {
  if (!words) return parts.flatMap((part, i) => (i < values.length ? [part, values[i] as T] : [part]));
  return said(keyOf(parts))
    .split(/\{(\d+)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : (values[Number(piece)] as T)));
}

/** How a sentence is found in the words of a language. */
export const keyOf = (parts: readonly string[]): string => parts.reduce((key, part, i) => `${key}{${i - 1}}${part}`);

/** FNV-1a, 32 bits: the words travel without the English ones. Whoever packs them sees that no two are alike. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
