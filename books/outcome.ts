// The outcome of a vote: the twin of contracts/libraries/OutcomeLib.sol, which a fuzz test compares it with.

import { BooksError } from "./event.ts";
import type { Coop, Proposal } from "./model.ts";
import {
  ABSTAIN,
  BLOCK,
  type ClassTally,
  ceilShare,
  FOR,
  type Kind,
  type KindRule,
  presenceNeeded,
  type Rules,
  type Terms,
  type Votes,
  type VotingRule,
  WHOLE,
} from "./rules.ts";
import { againstOf, counts, shareByHeads, shareByWeight, stoppedBy, votesOf } from "./weigh.ts";

/** In the contract's numbering. */
export const VERDICTS = ["passed", "held", "adjourned", "defeated"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a vote ended as it did: the first requirement that was missed, in this order. In the contract's numbering. */
export const REASONS = [
  "carried",
  "blocked",
  "quorumMissed",
  "turnoutMissed",
  "noVotes",
  "onlyInvestors",
  "majorityMissed",
  "classAgainst",
] as const;
export type Reason = (typeof REASONS)[number];

/** Every figure on the way to the verdict; ballots are all positions, votes are for and against. */
export type Outcome = {
  verdict: Verdict;
  reason: Reason;
  /** The class that stopped it when the reason is `classAgainst`. */
  class: number | null;
  roll: number;
  ballots: number;
  inFavour: number;
  /** Blocks that do not hold the proposal are among them. */
  against: number;
  blocks: number;
  /** Ballots needed. */
  quorum: number;
  /** Ballots needed for the turnout; zero for none. */
  turnout: number;
  /** Blocks that would hold the proposal; zero when blocks can not. */
  blocksToHold: number;
  /** Bit `i` is set when class `i` counts in the result. */
  counting: number;
  shareNumerator: bigint;
  /** Zero when there is nothing to compare. */
  shareDenominator: bigint;
};

/** What one class did with a proposal, with the class's name. */
export type NamedTally = ClassTally & { index: number; name: string };

export function decide(
  kind: Kind,
  rule: KindRule,
  voting: VotingRule,
  classes: readonly ClassTally[],
  terms: Terms,
): Outcome {
  const o = addUp(kind, rule, classes, terms);

  // V10: enough blocks hold an ordinary or advisory proposal, whatever else was voted.
  if (terms.mayHold && kind <= 1 && voting.blockShare !== 0) {
    o.blocksToHold = Math.max(voting.blockNumber, ceilShare(o.ballots, voting.blockShare));
    if (o.blocks !== 0 && o.blocks >= o.blocksToHold) return { ...o, verdict: "held", reason: "blocked" };
  }

  const share = voting.byWeight ? shareByWeight(voting, classes) : shareByHeads(classes);
  o.shareNumerator = share.numerator;
  o.shareDenominator = share.denominator;
  let missed: Reason | undefined = share.missing;
  if (!missed && !reaches(o, kind, rule.threshold)) missed = "majorityMissed";
  if (!missed && (rule.everyClass || terms.everyClass)) {
    o.class = stoppedBy(classes);
    if (o.class !== null) missed = "classAgainst";
  }
  const carried = missed === undefined;
  if (o.ballots < o.turnout) missed = "turnoutMissed";
  if (o.ballots < o.quorum) missed = "quorumMissed";

  if (missed === undefined) return { ...o, verdict: "passed", reason: "carried" };
  return { ...o, verdict: carried && terms.mayAdjourn ? "adjourned" : "defeated", reason: missed };
}

/** Sums over all classes, by heads. */
function addUp(kind: Kind, rule: KindRule, classes: readonly ClassTally[], { relieved }: Terms): Outcome {
  const sum = (of: (tally: ClassTally) => number) => classes.reduce((total, tally) => total + of(tally), 0);
  const roll = sum((tally) => tally.roll);
  return {
    verdict: "defeated",
    reason: "noVotes",
    class: null,
    roll,
    ballots: sum((tally) => votesOf(tally) + tally.votes[ABSTAIN]),
    inFavour: sum((tally) => tally.votes[FOR]),
    against: sum(againstOf),
    blocks: sum((tally) => tally.votes[BLOCK]),
    ...presenceNeeded(kind, rule, roll, relieved),
    blocksToHold: 0,
    counting: classes.reduce((bits, tally, i) => (counts(tally) ? bits | (1 << i) : bits), 0),
    shareNumerator: 0n,
    shareDenominator: 0n,
  };
}

/** V4: more than the threshold for advisory and ordinary, so that a tie is lost. V5: at least it for the rest. */
function reaches(o: Outcome, kind: Kind, threshold: number): boolean {
  const have = o.shareNumerator * BigInt(WHOLE);
  const need = o.shareDenominator * BigInt(threshold);
  return kind <= 1 ? have > need : have >= need;
}

/** Ballots per class and position so far, with the closed rolls. */
export function tallyOf(coop: Coop, proposal: Proposal): NamedTally[] {
  const votes = proposal.rolls.map((): [number, number, number, number] => [0, 0, 0, 0]);
  for (const { seat, support } of proposal.ballots.values()) {
    const ofClass = votes[seat >>> 24];
    if (ofClass) ofClass[support] += 1;
  }
  return proposal.rolls.map((roll, index) => {
    const declared = coop.classes[index];
    if (!declared) throw new BooksError(`Class ${index} has a roll but was never declared.`);
    return { index, name: declared.name, kind: declared.kind, roll, votes: votes[index] as Votes };
  });
}

/** The rules that govern a proposal to the end: those of the moment of notice (V1). */
export function rulesOf(coop: Coop, proposal: Proposal): Rules & { kindRule: KindRule } {
  const rules = coop.rules.get(proposal.rulesVersion);
  const kindRule = rules?.kinds[proposal.kind];
  if (!rules || !kindRule) throw new BooksError(`There are no rules with version ${proposal.rulesVersion}.`);
  return { ...rules, kindRule };
}

/** The outcome on the ballots so far; final once voting has closed. */
export function outcomeOf(coop: Coop, proposal: Proposal, terms: Terms = proposal.terms): Outcome {
  const { kindRule, voting } = rulesOf(coop, proposal);
  return decide(proposal.kind, kindRule, voting, tallyOf(coop, proposal), terms);
}
