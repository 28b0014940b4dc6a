// The hard bounds as a reader finds them in docs/rulebook.md, written down once more and as plain data: what contract and twin are held
// against, so that they can not share one mistake. Seconds and basis points; `type` is the largest that fits.
import type { Charter } from "../../scripts/deploy/charter.ts";

const DAY = 86_400;
const U8 = 2 ** 8 - 1;
const U16 = 2 ** 16 - 1;
const U24 = 2 ** 24 - 1;
const U32 = 2 ** 32 - 1;

export type Bound = readonly [clause: string, path: string, least: number, most: number, type: number];

const KIND: readonly (readonly [string[], string, number[], number[], number])[] = [
  [["V1", "V1", "V1", "V6"], "notice", [0, 3 * DAY, 3 * DAY, 14 * DAY], Array(4).fill(365 * DAY), U32],
  [Array(4).fill("V2"), "period", Array(4).fill(DAY), Array(4).fill(60 * DAY), U32],
  [Array(4).fill("V3"), "quorumNumber", Array(4).fill(2), Array(4).fill(U24), U24],
  [Array(4).fill("V3"), "quorumShare", Array(4).fill(500), Array(4).fill(10_000), U16],
  [["V4", "V4", "V5", "V5"], "threshold", [5_000, 5_000, 6_600, 6_600], [9_999, 9_999, 10_000, 10_000], U16],
  [["V4", "V4", "V5", "V5"], "turnout", [0, 0, 3_300, 3_300], Array(4).fill(10_000), U16],
  [Array(4).fill("V13"), "delay", Array(4).fill(DAY), Array(4).fill(30 * DAY), U32],
  [Array(4).fill("V13"), "window", Array(4).fill(7 * DAY), Array(4).fill(180 * DAY), U32],
];

/** Of what no kind of resolution may ask less than the kind below it. */
export const GROWING = ["notice", "quorumNumber", "quorumShare", "threshold", "turnout"] as const;

export const BOUNDS: readonly Bound[] = [
  ...[0, 1, 2, 3].flatMap((kind) =>
    KIND.map(([clause, figure, least, most, type]): Bound => {
      const at = <T>(list: readonly T[]): T => list[kind] as T;
      return [at(clause), `rules.kinds.${kind}.${figure}`, at(least), at(most), type];
    }),
  ),
  ["C2", "rules.voting.investorCap", 0, 2_500, U16],
  ["V7", "rules.voting.disposalShare", 0, 5_000, U16],
  ["V8", "rules.voting.secondersShare", 0, 1_000, U16],
  ["V8", "rules.voting.secondersNumber", 0, 100, U24],
  ["V9", "rules.voting.barredFor", 0, 365 * DAY, U32],
  ["V11", "rules.voting.proxyLimit", 0, 10, U8],
  ["M2", "membership.decideWithin", 1, 90 * DAY, U32],
  ["M4", "membership.suspensionLimit", 0, 90 * DAY, U32],
  ["M6", "membership.recoveryWait", 7 * DAY, 60 * DAY, U32],
  ["G1", "haltLimit", 1, 14 * DAY, U32],
  ["S2", "shares.notice", 0, 365 * DAY, U32],
  ["S3", "shares.suspensionLimit", 0, 365 * DAY, U32],
  ["S4", "shares.interestCap", 0, 800, U16],
  ["J1", "market.fee", 0, 2_000, U16],
  ["J2", "market.commonsShare", 2_500, 10_000, U16],
  ["J3", "market.window", 3_600, 14 * DAY, U24],
  ["J4", "market.ruleWithin", DAY, 30 * DAY, U24],
  ["J4", "market.defaultAward", 0, 10_000, U16],
  ["J5", "market.workShare", 0, 10_000, U16],
  ["J6", "market.speed", 1, 300, U16],
  ["A7", "surplus.period", 28 * DAY, 366 * DAY, U32],
  ["A1", "surplus.reserveShare", 500, 10_000, U16],
  ["A6", "surplus.communityShare", 0, 5_000, U16],
  ["S6", "surplus.inShares", 0, 5_000, U16],
];

/** Which clauses a charter breaks, as this table has it, and a few lines beside it. */
export function brokenIn(charter: Charter, now: number): string[] {
  const { classes, founders, officers, rules, shares, surplus, body } = charter;
  const { weights, byWeight, blockShare, blockNumber } = rules.voting;
  const board = officers.filter(({ role }) => role === 2n);
  const accounts = founders.map(({ account }) => account);
  const kindsOf = (index: number) => classes[index]?.kind;
  const others = classes.map(({ kind }, i) => (kind === 5 ? 0 : (weights[i] ?? 0)));
  const broken: (string | false)[] = [
    ...BOUNDS.map(([clause, path, least, most]) => {
      const value = figureAt(charter, path);
      return (value < least || value > most) && clause;
    }),
    ...[1, 2, 3].flatMap((kind) =>
      GROWING.map((figure) => {
        const clause = ["", "V4", "V5", "V6"][kind] ?? "";
        return figureAt(rules, `kinds.${kind}.${figure}`) < figureAt(rules, `kinds.${kind - 1}.${figure}`) && clause;
      }),
    ),
    sum(weights) !== 10_000 && "C1",
    sum(weights.slice(classes.length)) !== 0 && "C1",
    sum(others) === 0 && "C2",
    byWeight && others.some((weight, i) => weight === 0 && kindsOf(i) !== 5) && "M1",
    !rules.kinds[3].everyClass && "V6",
    blockShare + blockNumber !== 0 && (blockShare < 100 || blockShare > 10_000 || blockNumber < 1) && "V10",
    (classes.length < 1 || classes.length > 8) && "C1",
    new Set(classes.map(({ name }) => name)).size !== classes.length && "C1",
    founders.length < 1 && "M1",
    new Set(accounts).size !== accounts.length && "M1",
    founders.some((one) => kindsOf(one.class) === undefined) && "C1",
    founders.length > 0 && founders.slice(0, 12).every((one) => kindsOf(one.class) === 5) && "C2",
    (accounts.includes(body) || BigInt(body) === 0n) && "A2",
    board.length > 0 && new Set(board.map(({ account }) => account)).size < 3 && "B1",
    officers.some(({ until }) => until <= now) && "B1",
    officers.some(({ until }) => until > now + 365 * DAY) && "B2",
    (shares.par <= 0n || shares.maximum <= 0n || shares.minimum > shares.maximum) && "S1",
    surplus.reserveShare + surplus.communityShare > 10_000 && "A1",
    charter.purpose === "" && "A8",
  ];
  return broken.filter((one) => one !== false);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function figureAt(of: object, path: string): number {
  return Number(path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], of));
}

/** The same charter with another figure at `path`. */
export function withFigure<T>(of: T, path: string, figure: unknown): T {
  const [key = "", ...rest] = path.split(".");
  const changed = rest.length === 0 ? figure : withFigure((of as Record<string, unknown>)[key], rest.join("."), figure);
  if (Array.isArray(of)) return of.map((one, i) => (String(i) === key ? changed : one)) as T;
  return { ...of, [key]: changed };
}
