// What is wrong with a charter, and the few ways of saying so.
import type { Address } from "../event.ts";
import { t } from "../say.ts";

/** `clause` is its identifier in docs/rulebook.md; `path` leads to the figure, as in `rules.kinds.1.quorumShare`; the sentence says
 * what is wrong and what would be lawful. */
export type Problem = { clause: string; path: string; sentence: string };

export type Figure = readonly [clause: string, key: string, name: string, least: number, most: number, say: Say];
export type Say = (value: number) => string;

export const plain: Say = (value) => String(value);

/** Figures outside their bounds, of what stands at `path`. */
export function outOfBounds(values: object, path: string, figures: readonly Figure[]): Problem[] {
  return figures.flatMap(([clause, key, name, least, most, say]) => {
    const value = Number((values as Record<string, unknown>)[key]);
    if (value >= least && value <= most) return [];
    const sentence = t`${name} is ${say(value)}, and ${between(least, most, say)}.`;
    return [{ clause, path: `${path}.${key}`, sentence }];
  });
}

function between(least: number, most: number, say: Say): string {
  if (least === 0) return t`can be ${say(most)} at most`;
  return Number.isFinite(most) ? t`can be ${say(least)} to ${say(most)}` : t`can be ${say(least)} or more`;
}

/** The problem, if there is one. */
export const unless = (lawful: boolean, clause: string, path: string, sentence: string): Problem[] =>
  lawful ? [] : [{ clause, path, sentence }];

/** As chains count it: bytes of UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export const NOBODY = /^0x0{40}$/;

export const isSame = (one: Address, other: Address): boolean => one.toLowerCase() === other.toLowerCase();
