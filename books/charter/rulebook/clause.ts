// What a rulebook is made of, and how it says figures that differ by kind of resolution.
import { KIND_NAMES, type Kind, type KindRule } from "../../rules.ts";
import { said, t } from "../../say.ts";
import { listed } from "../../words.ts";
import type { Charter } from "../charter.ts";
import { FIXED } from "./fixed.ts";

/** A sentence or a few, with the identifier that code, tests and pages cite. Some rules take several clauses. */
export type Clause = { id: string; sentence: string };
export type Section = { title: string; clauses: Clause[] };

/** What amounts of the charter are counted in. */
export type CountedIn = { decimals: number; symbol: string };

export const clause = (id: string, ...sentences: string[]): Clause => ({ id, sentence: sentences.join(" ") });

/** A rule that is the same for every co-op. */
export const fixed = (id: keyof typeof FIXED): Clause => ({ id, sentence: FIXED[id] });

const EVERY_KIND: readonly Kind[] = [0, 1, 2, 3];

/** "14 days for ordinary and extraordinary resolutions; 28 days for constitutional ones": what is the same is said once. */
export function byKind(
  { rules }: Pick<Charter, "rules">,
  say: (rule: KindRule, kind: Kind) => string,
  kinds: readonly Kind[] = EVERY_KIND,
): string {
  const groups = new Map<string, Kind[]>();
  for (const kind of kinds) {
    const words = say(rules.kinds[kind], kind);
    groups.set(words, [...(groups.get(words) ?? []), kind]);
  }
  if (groups.size === 1 && kinds.length === EVERY_KIND.length) return t`${[...groups.keys()][0]} for every resolution`;
  return [...groups]
    .map(([words, of], i) =>
      i === 0 ? t`${words} for ${kindNames(of)} resolutions` : t`${words} for ${kindNames(of)} ones`,
    )
    .join("; ");
}

/** "ordinary and extraordinary" */
export const kindNames = (kinds: readonly Kind[]): string => listed(kinds.map((kind) => said(KIND_NAMES[kind])));
