// What is wrong with a charter, and the few ways of saying so.
import { plural } from "../words.ts";
import { DAY } from "./defaults.ts";

/** `clause` is its identifier in docs/rulebook.md; `path` leads to the figure, as in `rules.kinds.1.quorumShare`; the sentence says
 * what is wrong and what would be lawful. */
export type Problem = { clause: string; path: string; sentence: string };

export type Figure = readonly [clause: string, key: string, name: string, least: number, most: number, say: Say];
export type Say = (value: number) => string;

export const spanned: Say = (seconds) => {
  const [unit, of] = seconds % DAY === 0 ? ["day", DAY] : seconds % 3_600 === 0 ? ["hour", 3_600] : ["second", 1];
  const count = seconds / Number(of);
  return `${count} ${plural(count, String(unit))}`;
};
export const percent: Say = (share) => `${share / 100} %`;
export const plain: Say = (value) => String(value);

/** Figures outside their bounds, of what stands at `path`. */
export function outOfBounds(values: object, path: string, figures: readonly Figure[]): Problem[] {
  return figures.flatMap(([clause, key, name, least, most, say]) => {
    const value = Number((values as Record<string, unknown>)[key]);
    if (value >= least && value <= most) return [];
    return [
      { clause, path: `${path}.${key}`, sentence: `${name} is ${say(value)}, and ${between(least, most, say)}.` },
    ];
  });
}

function between(least: number, most: number, say: Say): string {
  if (least === 0) return `can be ${say(most)} at most`;
  return Number.isFinite(most) ? `can be ${say(least)} to ${say(most)}` : `can be ${say(least)} or more`;
}

/** The problem, if there is one. */
export const unless = (lawful: boolean, clause: string, path: string, sentence: string): Problem[] =>
  lawful ? [] : [{ clause, path, sentence }];

/** As chains count it: bytes of UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
