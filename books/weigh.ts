// How votes are weighed: the arithmetic of contracts/libraries/OutcomeLib.sol, where it is explained. Nothing is
// divided; the share in favour is an exact fraction.
import { AGAINST, BLOCK, type ClassTally, FOR, INVESTOR, type VotingRule } from "./rules.ts";

/** A class counts when 20 times its votes reach its roll: 5 %. */
const COUNTS_FACTOR = 20;
const ONE = 10_000n;

export type Share = { numerator: bigint; denominator: bigint; missing?: "noVotes" | "onlyInvestors" };

/** Votes of a class against; blocks among them, for where a block does not hold it counts against. */
export const againstOf = (tally: ClassTally): number => tally.votes[AGAINST] + tally.votes[BLOCK];
/** Votes of a class: for, against and blocks. */
export const votesOf = (tally: ClassTally): number => tally.votes[FOR] + againstOf(tally);
/** Whether a class counts in the result: at least one vote, and votes of at least 5 % of its roll. */
export const counts = (tally: ClassTally): boolean =>
  votesOf(tally) !== 0 && votesOf(tally) * COUNTS_FACTOR >= tally.roll;
const isInvestor = (tally: ClassTally): boolean => tally.kind === INVESTOR;

/** All votes, whatever class they come from (V4). */
export function shareByHeads(classes: readonly ClassTally[]): Share {
  const inFavour = classes.reduce((sum, tally) => sum + tally.votes[FOR], 0);
  const all = classes.reduce((sum, tally) => sum + votesOf(tally), 0);
  return { numerator: BigInt(inFavour), denominator: BigInt(all), ...(all === 0 && { missing: "noVotes" }) };
}

/** By class weight, over the classes that count, investors cut back to their cap (C2). */
export function shareByWeight(voting: VotingRule, classes: readonly ClassTally[]): Share {
  const counting = classes
    .map((tally, i) => ({ tally, weight: BigInt(voting.weights[i] ?? 0), votes: BigInt(votesOf(tally)) }))
    .filter(({ tally }) => counts(tally));
  const weightOf = (group: typeof counting) => group.reduce((sum, { weight }) => sum + weight, 0n);
  const investors = weightOf(counting.filter(({ tally }) => isInvestor(tally)));
  const others = weightOf(counting.filter(({ tally }) => !isInvestor(tally)));
  if (others === 0n) {
    return { numerator: 0n, denominator: 0n, missing: counting.length === 0 ? "noVotes" : "onlyInvestors" };
  }

  const cap = BigInt(voting.investorCap);
  const capped = investors * ONE > cap * (investors + others);
  const product = counting.reduce((all, { votes }) => all * votes, 1n);
  let numerator = 0n;
  for (const { tally, weight, votes } of counting) {
    const scale = !capped ? 1n : isInvestor(tally) ? cap * others : (ONE - cap) * investors;
    numerator += weight * scale * BigInt(tally.votes[FOR]) * (product / votes);
  }
  return { numerator, denominator: (capped ? ONE * investors * others : investors + others) * product };
}

/** The first counting class without more for than against that may stop the proposal, or null (C4). */
export function stoppedBy(classes: readonly ClassTally[]): number | null {
  const inFavour = classes.reduce((sum, tally) => sum + tally.votes[FOR], 0);
  const all = classes.reduce((sum, tally) => sum + votesOf(tally), 0);
  for (const [i, tally] of classes.entries()) {
    if (!counts(tally) || tally.votes[FOR] > againstOf(tally)) continue;
    if (tally.roll >= 3 && !isInvestor(tally)) return i;
    // A small class, or investors, can not stop what three quarters of all other votes support.
    const othersFor = inFavour - tally.votes[FOR];
    const othersAll = all - votesOf(tally);
    if (othersAll === 0 || othersFor * 4 < othersAll * 3) return i;
  }
  return null;
}
