// The language of the page: chosen by the reader or by the browser before the first paint (dapp/public/early.js).
import { KEPT } from "../config/kept.ts";

/** Each language by its own name. */
export const LANGUAGES = { en: "English", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;

export const language: Language = globalThis.document?.documentElement.lang === "es" ? "es" : "en";

/** How days and hours are written. Figures are written one way in every language: two readers must not read one amount as two. */
export const LOCALE = language === "es" ? "es" : "en-GB";

/** Words are made when modules are loaded, so another language begins with a fresh page at the same address. */
export function choose(other: Language): void {
  localStorage.setItem(KEPT.language, other);
  location.reload();
}
