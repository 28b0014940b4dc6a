// Packs the words of a language for the page: what stands in dapp/words/<language>/, by fingerprint.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, type Words } from "../books/say.ts";

/** Besides English, in which everything is written. */
export const LANGUAGES = ["es"] as const;

/** Every sentence of a language, English to its own. Throws when two files say one sentence differently. */
export function wordsIn(folder: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const entries = Object.entries(JSON.parse(readFileSync(join(folder, name), "utf8")) as Words);
    for (const [english, said] of entries) {
      if ((words.get(english) ?? said) !== said) throw new Error(`${name}: "${english}" is said in two ways.`);
      words.set(english, said);
    }
  }
  return words;
}

/** The script that a page of this language loads before all others. Throws when two sentences have one fingerprint. */
export function wordsScript(words: ReadonlyMap<string, string>): string {
  const packed: Record<string, string> = {};
  for (const [english, said] of words) {
    const key = fingerprint(english);
    if (packed[key] !== undefined)
      throw new Error(`"${english}" has the fingerprint of another sentence: word it otherwise.`);
    packed[key] = said;
  }
  return `globalThis.rochdaleWords=${JSON.stringify(packed)}\n`;
}
