// What somebody looks for in a list, and whether an entry is it.

const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether a text has every word that is looked for, in any order, whatever the case and the accents. */
export function hasWords(text: string, find: string): boolean {
  const within = plain(text);
  return plain(find)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

/** The number that is looked for, "12" or "#12"; undefined where words are. */
export const numberIn = (find: string): number | undefined =>
  /^\s*#?\d{1,9}\s*$/.test(find) ? Number(find.replace("#", "")) : undefined;

/** Whether an account is the one that is looked for: whole, a part of it, or its two ends as pages show them ("0x12…ab"). */
export function isAccount(account: string, find: string): boolean {
  const [start = "", end = ""] = find
    .trim()
    .toLowerCase()
    .split(/…|\.{3}/);
  const whole = account.toLowerCase();
  return end ? whole.startsWith(start) && whole.endsWith(end) : whole.includes(start);
}

/** Of the address of a page, where a number may stand without marks that make it a text. */
export const findIn = ({ find }: Record<string, unknown>): { find?: string } =>
  (typeof find === "string" && find) || typeof find === "number" ? { find: String(find) } : {};
