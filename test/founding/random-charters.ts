// Charters at random: lawful ones, and what can be changed in them so that they may not be.
import { type Address, toHex } from "viem";
import { type Random, shuffled } from "../../scripts/demo/random.ts";
import {
  type Charter,
  type CharterRules,
  ClassKind,
  DAY,
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
  type Eight,
  type Founder,
  founder,
  type KindRule,
  type Officer,
  Role,
} from "../../scripts/deploy/charter.ts";
import { BOUNDS, withFigure } from "./bounds.ts";

const YEAR = 365 * DAY;
const EURO = 1_000_000n;
export const nobody: Address = `0x${"0".repeat(40)}`;
export const person = (i: number): Address => toHex(0x50_0000n + BigInt(i), { size: 20 });
const BODY = person(900);

/** Any figure between its bounds, the bounds themselves as often as not. */
function between(random: Random, least: number, most: number): number {
  return random.pick([least, most, random.between(least, most), random.between(least, most)]);
}

export function lawfulCharter(random: Random, now: number, settlementToken: Address): Charter {
  const classes = lawfulClasses(random);
  const plain: Charter = {
    name: random.pick(["Co-op", "N".repeat(100), "Genossenschaft für Fahrräder"]),
    purpose: random.pick(["To be fair.", "P".repeat(2_000)]),
    classes,
    rules: lawfulRules(random, classes),
    membership: defaultMembership,
    settlementToken,
    body: BODY,
    haltLimit: DAY,
    shares: lawfulShares(random),
    market: { ...defaultMarket, membersOnly: random.pick([true, false]) },
    surplus: defaultSurplus,
    founders: lawfulFounders(random, classes),
    officers: [],
  };
  const others = BOUNDS.filter(([, path]) => !path.startsWith("rules.kinds"));
  let charter = others.reduce(
    (one, [, path, least, most]) => withFigure(one, path, between(random, least, most)),
    plain,
  );
  const { surplus, shares } = charter;
  const room = 10_000 - surplus.communityShare;
  if (surplus.reserveShare > room) charter = withFigure(charter, "surplus.reserveShare", room);
  if (shares.maximum === shares.minimum) charter = withFigure(charter, "surplus.inShares", 0);
  return { ...charter, officers: lawfulOfficers(random, charter, now) };
}

function lawfulClasses(random: Random): { kind: number; name: string }[] {
  const count = random.between(1, 8);
  const kinds = Array.from({ length: count }, () => random.pick(Object.values<number>(ClassKind)));
  kinds[random.between(0, count - 1)] = ClassKind.Worker;
  return kinds.map((kind, i) => ({ kind, name: random.pick([`Class ${i}`, `${i}`.repeat(50)]) }));
}

function lawfulRules(random: Random, classes: readonly { kind: number }[]): CharterRules {
  const byWeight = random.pick([true, false]);
  const weights = classes.map(({ kind }) =>
    kind === ClassKind.Investor ? random.pick([0, 500]) : random.between(1, 900),
  );
  const first = classes.findIndex(({ kind }) => kind !== ClassKind.Investor);
  weights[first] = (weights[first] ?? 0) + 10_000 - weights.reduce((all, one) => all + one, 0);
  const { voting } = defaultRules(weights);
  const [blockShare, blockNumber] = random.pick([
    [0, 0],
    [100, 1],
    [10_000, 3],
  ] as const);
  return {
    kinds: lawfulKinds(random),
    voting: { ...voting, weights: voting.weights as Eight<number>, byWeight, blockShare, blockNumber },
  };
}

/** Each kind as strict as the one below it, or stricter. */
function lawfulKinds(random: Random): CharterRules["kinds"] {
  const kinds: KindRule[] = [];
  for (let kind = 0; kind < 4; kind += 1) {
    const below = kinds[kind - 1];
    const of = (figure: keyof KindRule): number => {
      const [, , least = 0, most = 0] = BOUNDS.find(([, path]) => path === `rules.kinds.${kind}.${figure}`) ?? [];
      return Number(below && random.pick([true, false]) ? below[figure] : between(random, least, most));
    };
    const grown = (figure: keyof KindRule, more = 0): number => {
      const [, , least = 0, most = 0] = BOUNDS.find(([, path]) => path === `rules.kinds.${kind}.${figure}`) ?? [];
      const from = Math.max(least, below ? Number(below[figure]) + more : 0);
      return random.pick([from, from, random.between(from, Math.max(from, Math.min(most, from + 30 * DAY)))]);
    };
    kinds.push({
      notice: grown("notice"),
      period: of("period"),
      quorumNumber: grown("quorumNumber"),
      quorumShare: grown("quorumShare"),
      threshold: Math.min(grown("threshold", kind === 2 ? 1 : 0), kind < 2 ? 9_999 : 10_000),
      turnout: grown("turnout"),
      delay: of("delay"),
      window: of("window"),
      everyClass: kind === 3 || below?.everyClass === true || random.next() < 0.1,
    });
  }
  return kinds as unknown as CharterRules["kinds"];
}

function lawfulShares(random: Random): Charter["shares"] {
  const minimum = BigInt(random.between(0, 5));
  const maximum = random.pick([minimum || 1n, minimum + 1n, 100_000n]);
  return { ...defaultShares(random.pick([1n, EURO, 2n ** 60n])), minimum, maximum };
}

function lawfulFounders(random: Random, classes: readonly { kind: number }[]): Founder[] {
  const count = random.pick([1, 2, 3, 7, 12, 13, 15]);
  const own = classes.findIndex(({ kind }) => kind !== ClassKind.Investor);
  return Array.from({ length: count }, (_, i) =>
    founder(person(i), i === 0 ? own : random.between(0, classes.length - 1)),
  );
}

/** No board where the first could not last until the next. */
function lawfulOfficers(random: Random, { rules }: Charter, now: number): Officer[] {
  const { notice, period, delay } = rules.kinds[1];
  const lasts = notice + period + delay + 1;
  const until = () => now + random.pick([Math.max(lasts, DAY), YEAR, YEAR]);
  const seats = lasts > YEAR ? 0 : random.pick([0, 3, 4, 9]);
  const board = Array.from({ length: seats }, (_, i) => ({ role: Role.Board, account: person(i), until: until() }));
  const others: Officer[] = [
    { role: Role.Treasurer, account: person(0), until: now + random.pick([1, YEAR]) },
    { role: Role.Auditor, account: person(800), until: now + YEAR },
    { role: Role.Arbiter, account: person(801), until: now + DAY },
    { role: Role.Guardian, account: person(801), until: now + DAY },
  ];
  return shuffled([...board, ...others.filter(() => random.next() < 0.7)], random);
}
