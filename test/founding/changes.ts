// What can be done to a lawful charter: a figure moved to its bound or over it, or its parts set against each other.

import type { Random } from "../../scripts/demo/random.ts";
import { type Charter, ClassKind, DAY, founder, Role } from "../../scripts/deploy/charter.ts";
import { BOUNDS, figureAt, GROWING, withFigure } from "./bounds.ts";
import { nobody, person } from "./random-charters.ts";

const YEAR = 365 * DAY;
export type Change = (charter: Charter, random: Random, now: number) => Charter;

/** A figure at a bound, or just over it, where its type reaches so far. */
export const moveFigure: Change = (charter, random) => {
  const [, path, least, most, type] = random.pick(BOUNDS);
  const figures = [least, most, least - 1, most + 1, type].filter((figure) => figure >= 0 && figure <= type);
  return withFigure(charter, path, random.pick(figures));
};

/** A figure of one kind of resolution just under that of the kind below. */
const easeKind: Change = (charter, random) => {
  const kind = random.between(1, 3);
  const figure = random.pick(GROWING);
  const below = figureAt(charter.rules, `kinds.${kind - 1}.${figure}`);
  const less = random.pick([below, Math.max(0, below - 1)]);
  return withFigure(charter, `rules.kinds.${kind}.${figure}`, less);
};

const someone = (charter: Charter, random: Random) =>
  random.pick(charter.founders.length ? charter.founders : [founder(person(1), 0)]);
const anOfficer = (charter: Charter, random: Random) => random.pick(["0", "1", String(charter.officers.length - 1)]);
const onOfficer = (charter: Charter, random: Random, key: string, value: unknown): Charter =>
  charter.officers.length < 2 ? charter : withFigure(charter, `officers.${anOfficer(charter, random)}.${key}`, value);

export const PARTS: readonly Change[] = [
  easeKind,
  easeKind,
  (c, r) => ({ ...c, name: r.pick(["", "n".repeat(101), "ü".repeat(51), "n".repeat(100)]) }),
  (c, r) => ({ ...c, purpose: r.pick(["", "p".repeat(2_001), "ü".repeat(1_001), "ü".repeat(1_000)]) }),
  (c, r) => withFigure(c, "classes.0.name", r.pick(["", "c".repeat(51), "c".repeat(50), c.classes.at(-1)?.name])),
  (c) => ({ ...c, classes: c.classes.map((one) => ({ ...one, kind: ClassKind.Investor })) }),
  (c, r) => withFigure(c, "classes.0.kind", r.pick([0, ClassKind.Investor, ClassKind.Community])),
  (c) => ({ ...c, classes: [] }),
  (c) => ({ ...c, classes: c.classes.slice(0, -1) }),
  (c) => ({ ...c, classes: Array.from({ length: 9 }, (_, i) => ({ kind: 1, name: `${i}` })) }),
  (c, r) => withFigure(c, `rules.voting.weights.${r.between(0, 7)}`, r.pick([0, 1, 10_000])),
  (c) => withFigure(c, "rules.voting.weights", [0, ...c.rules.voting.weights.slice(1, 7), 10_000]),
  (c) => withFigure(c, "rules.voting.byWeight", !c.rules.voting.byWeight),
  (c, r) => withFigure(c, `rules.kinds.${r.between(0, 3)}.everyClass`, r.pick([true, false])),
  (c, r) => withFigure(c, "rules.voting.blockShare", r.pick([0, 99, 100, 10_000, 10_001])),
  (c, r) => withFigure(c, "rules.voting.blockNumber", r.pick([0, 1])),
  (c, r) => withFigure(c, "shares.par", r.pick([0n, 1n, 2n ** 112n - 1n, 2n ** 112n, 2n ** 255n])),
  (c, r) => withFigure(c, "shares.maximum", r.pick([0n, c.shares.minimum, 2n ** 56n - 1n, 2n ** 56n])),
  (c, r) => withFigure(c, "shares.minimum", r.pick([c.shares.maximum, c.shares.maximum + 1n])),
  (c) => ({ ...c, surplus: { ...c.surplus, reserveShare: 5_001, communityShare: 5_000 } }),
  (c) => ({ ...c, surplus: { ...c.surplus, reserveShare: 5_000, communityShare: 5_000 } }),
  (c) => ({ ...c, surplus: { ...c.surplus, inShares: 1 }, shares: { ...c.shares, minimum: c.shares.maximum } }),
  (c) => ({ ...c, founders: [] }),
  (c, r) => ({ ...c, founders: [...c.founders.slice(0, 11), someone(c, r)] }),
  (c) => ({ ...c, founders: [founder(nobody, 0), ...c.founders.slice(0, 5)] }),
  (c) => ({ ...c, founders: [...c.founders.slice(0, 5), founder(person(50), c.classes.length)] }),
  (c) => {
    const investors = c.classes.findIndex(({ kind }) => kind === ClassKind.Investor);
    return investors < 0 ? c : { ...c, founders: c.founders.map((one) => ({ ...one, class: investors })) };
  },
  (c, r) => ({
    ...c,
    body: r.pick([nobody, someone(c, r).account, c.officers[0]?.account ?? nobody, c.settlementToken]),
  }),
  (c) => ({ ...c, settlementToken: nobody }),
  (c, r) => onOfficer(c, r, "role", r.pick([0n, 1n, 7n, ...Object.values(Role)])),
  (c, r) => onOfficer(c, r, "account", r.pick([nobody, c.body, ...c.officers.map(({ account }) => account)])),
  (c, r, now) => onOfficer(c, r, "until", now + r.pick([0, 1, YEAR, YEAR + 1, 2 * YEAR])),
  (c, r) => ({ ...c, officers: [...c.officers, ...c.officers.slice(0, r.between(1, 3))] }),
  (c, r) => ({ ...c, officers: c.officers.slice(r.between(0, 3)) }),
  (c, _, now) => {
    const { notice, period, delay } = c.rules.kinds[1];
    return { ...c, officers: c.officers.map((one) => ({ ...one, until: now + notice + period + delay })) };
  },
  (c, r, now) => ({
    ...c,
    officers: Array.from({ length: r.pick([9, 10]) }, (_, i) => ({
      role: Role.Guardian,
      account: person(600 + i),
      until: now + YEAR,
    })),
  }),
];
