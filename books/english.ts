// Phrases that files and accounts say in English for every reader, and that a page says in its reader's language.
import { said } from "./say.ts";

/** Writes a phrase down in English; `npm run check` (words) asks for it in every language, as for a sentence of a page. */
export const english = (parts: TemplateStringsArray, ...values: readonly unknown[]): string =>
  String.raw({ raw: parts }, ...values);

/** A phrase that was written down so, with at most one number in it, in the language of the page. */
export function saidLater(phrase: string): string {
  const number = /\d+/.exec(phrase)?.[0];
  if (number === undefined) return said(phrase);
  const key = phrase.replace(number, "{0}");
  const whole = said(key);
  if (whole !== key) return whole.replace("{0}", number);
  // "bond service 3": what is numbered, then its number.
  return phrase.endsWith(` ${number}`) ? `${said(phrase.slice(0, -number.length - 1))} ${number}` : phrase;
}
