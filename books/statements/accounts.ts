// What every statement is made of: accounts with their amounts, at a moment or over a span, each as its type reads it.
import { type Account, byCode } from "../chart.ts";
import { balancesOf, type Entry } from "../journal.ts";

/** An account and what it stands at, or what was added to it: a liability, income or cost of 5 is 5. */
export type Line = { account: Account; amount: bigint };
/** Unix seconds; `until` is the first moment that is not part of it. */
export type Span = { label: string; from: number; until: number };

const BEGINNING = Number.NEGATIVE_INFINITY;

/** Of one asset, in the order of the chart. */
export function linesOf(entries: readonly Entry[], asset: string, { from, until }: Omit<Span, "label">): Line[] {
  const within = entries.filter(({ at }) => at >= from && at < until);
  const lines = [...(balancesOf(within).get(asset.toLowerCase())?.values() ?? [])];
  return lines
    .map(({ account, amount }) => ({ account, amount: account.type === "expenses" ? -amount : amount }))
    .sort((a, b) => byCode(a.account, b.account));
}

/** From the beginning up to a moment. */
export const linesAt = (entries: readonly Entry[], asset: string, until: number): Line[] =>
  linesOf(entries, asset, { from: BEGINNING, until });

export const sumOf = (lines: readonly Line[]): bigint => lines.reduce((sum, { amount }) => sum + amount, 0n);

export const ofType = (lines: readonly Line[], ...types: Account["type"][]): Line[] =>
  lines.filter(({ account, amount }) => types.includes(account.type) && amount !== 0n);

export const resultOf = (lines: readonly Line[]): bigint =>
  sumOf(ofType(lines, "income")) - sumOf(ofType(lines, "expenses"));

/** Every calendar year (UTC) that the entries touch, and all of them together. */
export function spansOf(entries: readonly Entry[]): Span[] {
  const [first, last] = [entries[0], entries.at(-1)].map((entry) =>
    new Date((entry?.at ?? 0) * 1_000).getUTCFullYear(),
  );
  if (entries.length === 0 || first === undefined || last === undefined) return [];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const starts = (year: number) => Date.UTC(year, 0) / 1_000;
  const all = { label: "all time", from: BEGINNING, until: Number.POSITIVE_INFINITY };
  return [...years.map((year) => ({ label: String(year), from: starts(year), until: starts(year + 1) })), all];
}
