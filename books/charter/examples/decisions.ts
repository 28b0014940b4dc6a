// Votes that show what the figures of a charter mean, each decided by the one outcome.
import { decide, type NamedTally, type Verdict } from "../../outcome.ts";
import { ceilShare, INVESTOR, type Kind, presenceNeeded, type Votes } from "../../rules.ts";
import { t } from "../../say.ts";
import { outcomeSentence } from "../../sentence.ts";
import { capitalised, inSentence, inWords } from "../../words.ts";
import type { Charter } from "../charter.ts";

export type DecisionExample = { kind: Kind; situation: string; outcome: string; verdict: Verdict };

type Ruled = Pick<Charter, "classes" | "rules">;
/** Who votes how: against, for, abstain, block. */
type Ballots = (index: number, size: number) => Votes;

const FOR_IT: Ballots = (_, size) => [0, size, 0, 0];

export function examplesOf(charter: Ruled, members: readonly number[]): DecisionExample[] {
  const sizes = charter.classes.map((_, i) => members[i] ?? 0);
  const roll = sizes.reduce((sum, size) => sum + size, 0);
  if (roll === 0) return [];
  const show = (kind: Kind, situation: string, ballots: Ballots): DecisionExample => {
    const tallies = talliesOf(charter, sizes, ballots);
    const terms = { mayHold: true, mayAdjourn: true, relieved: false, everyClass: false };
    const outcome = decide(kind, charter.rules.kinds[kind], charter.rules.voting, tallies, terms);
    return { kind, situation, outcome: outcomeSentence(outcome, tallies, true), verdict: outcome.verdict };
  };
  return [
    ...presence(charter, sizes, roll, show),
    ...majority(charter, sizes, roll, show),
    ...disagreement(charter, sizes, show),
    ...blocks(charter, sizes, roll, show),
    ...investors(charter, sizes, show),
  ].sort((a, b) => a.kind - b.kind);
}

type Show = (kind: Kind, situation: string, ballots: Ballots) => DecisionExample;

const talliesOf = ({ classes }: Ruled, sizes: readonly number[], ballots: Ballots): NamedTally[] =>
  classes.map(({ kind, name }, index) => {
    const roll = sizes[index] ?? 0;
    return { index, name, kind, roll, votes: ballots(index, roll) };
  });

/** Just enough ballots of the mildest and the strictest kind, and one too few of those between. */
function presence({ rules }: Ruled, sizes: readonly number[], roll: number, show: Show): DecisionExample[] {
  return ([0, 1, 2, 3] as const).map((kind) => {
    const { quorum, turnout } = presenceNeeded(kind, rules.kinds[kind], roll, false);
    const enough = Math.max(quorum, turnout);
    const voters = enough > 1 && (kind === 1 || kind === 2) ? enough - 1 : enough;
    return show(kind, votersFor(voters, roll), ballotsFor(spread(sizes, voters)));
  });
}

function votersFor(voters: number, roll: number): string {
  if (roll === 1) return t`The only member votes for it.`;
  if (voters === roll) return t`All ${roll} members vote for it.`;
  return voters === 1
    ? t`1 of ${roll} members votes for it, and nobody else votes.`
    : t`${voters} of ${roll} members vote for it, and nobody else votes.`;
}

const ballotsFor =
  (inFavour: readonly number[]): Ballots =>
  (i) => [0, inFavour[i] ?? 0, 0, 0];

/** Everybody votes, and the largest number for that is under the threshold. */
function majority({ rules }: Ruled, sizes: readonly number[], roll: number, show: Show): DecisionExample[] {
  return ([1, 2] as const).flatMap((kind) => {
    const { threshold } = rules.kinds[kind];
    const inFavour = kind === 1 ? Math.floor((roll * threshold) / 10_000) : ceilShare(roll, threshold) - 1;
    if (inFavour < 1 || inFavour >= roll) return [];
    const forIt = spread(sizes, inFavour);
    const situation = t`All ${roll} members vote, ${inFavour} of them for it and ${roll - inFavour} against.`;
    return [show(kind, situation, (i, size) => [size - (forIt[i] ?? 0), forIt[i] ?? 0, 0, 0])];
  });
}

/** So many of all, as evenly from every class as its size allows. */
function spread(sizes: readonly number[], wanted: number): number[] {
  const taken = sizes.map(() => 0);
  let left = wanted;
  while (left > 0) {
    const open = sizes.flatMap((size, i) => ((taken[i] ?? 0) < size ? [{ i, free: size - (taken[i] ?? 0) }] : []));
    if (open.length === 0) break;
    const each = Math.max(1, Math.floor(left / open.length));
    for (const { i, free } of open) {
      const more = Math.min(each, free, left);
      taken[i] = (taken[i] ?? 0) + more;
      left -= more;
    }
  }
  return taken;
}

/** Classes that disagree: the first two on an ordinary resolution, and where every class must agree, the smallest. */
function disagreement({ classes, rules }: Ruled, sizes: readonly number[], show: Show): DecisionExample[] {
  const size = (index: number) => sizes[index] ?? 0;
  const present = classes.map((declared, index) => ({ ...declared, index })).filter(({ index }) => size(index) > 0);
  const own = present.filter(({ kind }) => kind !== INVESTOR);
  const [one, other] = own;
  if (!one || !other) return [];
  const against = (a: typeof one, b: typeof one) =>
    show(1, againstEachOther(capitalised(a.name), inSentence(b.name), present.length > 2), (i, size) =>
      i === a.index ? [0, size, 0, 0] : i === b.index ? [size, 0, 0, 0] : [0, 0, size, 0],
    );
  const smallest = own.reduce((least, each) => (size(each.index) < size(least.index) ? each : least));
  const alone = (kind: Kind) =>
    show(kind, t`${capitalised(smallest.name)} all against, everybody else for.`, (i, size) =>
      i === smallest.index ? [size, 0, 0, 0] : FOR_IT(i, size),
    );
  const strict = ([2, 3] as const).filter((kind) => rules.kinds[kind].everyClass);
  return [against(one, other), against(other, one), ...strict.map(alone)];
}

const againstEachOther = (one: string, other: string, others: boolean): string =>
  others ? t`${one} all for, ${other} all against, the others abstain.` : t`${one} all for, ${other} all against.`;

/** Everybody votes, and just enough of them block. */
function blocks({ rules }: Ruled, sizes: readonly number[], roll: number, show: Show): DecisionExample[] {
  const { blockShare, blockNumber } = rules.voting;
  const enough = Math.max(blockNumber, ceilShare(roll, blockShare));
  if (blockShare === 0 || enough > roll) return [];
  const blocking = spread(sizes, enough);
  const situation =
    enough === 1
      ? t`One member blocks it, everybody else is for it.`
      : t`${capitalised(inWords(enough))} members block it, everybody else is for it.`;
  return [show(1, situation, (i, size) => [0, size - (blocking[i] ?? 0), 0, blocking[i] ?? 0])];
}

/** What investors can not do, and what they can not stop. */
function investors({ classes }: Ruled, sizes: readonly number[], show: Show): DecisionExample[] {
  const isInvestor = (i: number) => classes[i]?.kind === INVESTOR && (sizes[i] ?? 0) > 0;
  if (!classes.some((_, i) => isInvestor(i))) return [];
  const alone = show(1, t`Investors all for, everybody else abstains.`, (i, size) =>
    isInvestor(i) ? FOR_IT(i, size) : [0, 0, size, 0],
  );
  const outvoted = show(2, t`Investors all against, everybody else for.`, (i, size) =>
    isInvestor(i) ? [size, 0, 0, 0] : FOR_IT(i, size),
  );
  return [alone, outvoted];
}
