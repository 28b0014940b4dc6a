// Checks that every sentence of the pages is said in every language, with the same values in it, and none that no page says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FUND_NAMES } from "../../books/fund-names.ts";
import { OFFICE_NUMBERS, officeName } from "../../books/offices.ts";
import { CLASS_KIND_NAMES, KIND_NAMES } from "../../books/rules.ts";
import { LANGUAGES, wordsIn, wordsScript } from "../../dapp/words.ts";
import { NAMED } from "../demo/people.ts";
import { listFiles, repositoryRoot } from "../lib/files.ts";
import { spokenIn } from "../lib/spoken.ts";
import { report, type Violation } from "../lib/violations.ts";

/** Said out of tables, which are English everywhere else. */
const NAMES = [...KIND_NAMES, ...CLASS_KIND_NAMES, ...FUND_NAMES, ...OFFICE_NUMBERS.map(officeName)];
/** What there is none of under an address: features/voting/MissingMotion.tsx, features/polls/MissingPoll.tsx. */
const MISSED = ["proposal", "draft", "poll", "poll draft"];

/** Files that people take along for their programs are written in English. */
const WRITTEN_IN_ENGLISH = ["books/feed.ts", "books/statements/"];

/** Of the practice co-op: its people, and the wallet that speaks for them (dapp/src/shared/local/demoWallet.ts). */
const PRACTICE = [...NAMED.flatMap(({ label, does }) => [label, does]), "Demo wallet (local chain only)"];

/** Placeholders of a sentence, sorted: "{0} of {1}" has "{0}{1}". */
const placeholders = (text: string): string => (text.match(/\{\d+\}/g) ?? []).sort().join("");

/** What is missing, left over or crooked in the words of one language; one line each. */
export function faultsIn(words: ReadonlyMap<string, string>, keys: ReadonlySet<string>): string[] {
  const missing = [...keys].filter((key) => !words.has(key)).map((key) => `has no words for "${key}"`);
  const left = [...words.keys()].filter((key) => !keys.has(key)).map((key) => `says "${key}", which no page says`);
  const crooked = [...words]
    .filter(([key, said]) => said.trim() === "" || placeholders(key) !== placeholders(said))
    .map(([key]) => `has other values in "${key}"`);
  return [...missing, ...left, ...crooked];
}

/** Sentences of the pages, and text that stands in none. */
export function spokenByPages(root: string): { keys: Set<string>; bare: Violation[] } {
  const keys = new Set<string>();
  const bare: Violation[] = [];
  for (const file of ["dapp/src", "books"].flatMap((folder) => listFiles(root, folder, [".ts", ".tsx"]))) {
    const spoken = spokenIn(file, readFileSync(join(root, file), "utf8"));
    for (const key of spoken.keys) if (/\p{L}/u.test(key)) keys.add(key);
    if (WRITTEN_IN_ENGLISH.some((place) => file.startsWith(place))) continue;
    for (const text of spoken.bare)
      bare.push({ file, message: `"${text}" is said in English only: put it in t or rich` });
  }
  return { keys, bare };
}

if (import.meta.main) {
  const { keys, bare } = spokenByPages(repositoryRoot);
  for (const name of [...NAMES, ...MISSED, ...PRACTICE]) keys.add(name);
  const faults = LANGUAGES.flatMap((language) => {
    const folder = `dapp/words/${language}`;
    const words = wordsIn(join(repositoryRoot, folder));
    wordsScript(words);
    return faultsIn(words, keys).map((message): Violation => ({ file: folder, message }));
  });
  report([...bare, ...faults], `${keys.size} sentences, each in ${LANGUAGES.length + 1} languages.`);
}
