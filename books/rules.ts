// The rules of decision making as the contracts know them (contracts/interfaces/IAssembly.sol).

/** Kinds of resolution, from the least demanding to the most. */
export type Kind = 0 | 1 | 2 | 3;
export const KIND_NAMES = ["advisory", "ordinary", "extraordinary", "constitutional"] as const;

/** Positions on a proposal. */
export type Position = 0 | 1 | 2 | 3;
export const POSITION_NAMES = ["against", "for", "abstain", "block"] as const;
export const AGAINST = 0;
export const FOR = 1;
export const ABSTAIN = 2;
export const BLOCK = 3;

/** Kinds of stakeholder class; 0 is a class that was never declared. */
export const CLASS_KIND_NAMES = ["none", "worker", "user", "supporter", "community", "investor"] as const;
export const INVESTOR = 5;

/** Shares are in basis points. */
export const WHOLE = 10_000;

/** Times in seconds, shares in basis points; see `KindRule` in IAssembly.sol for each clause. */
export type KindRule = {
  notice: number;
  period: number;
  quorumNumber: number;
  quorumShare: number;
  threshold: number;
  turnout: number;
  delay: number;
  window: number;
  everyClass: boolean;
};

export type VotingRule = {
  weights: readonly number[];
  byWeight: boolean;
  investorCap: number;
  blockShare: number;
  blockNumber: number;
  secondersShare: number;
  secondersNumber: number;
};

export type Rules = { kinds: readonly KindRule[]; voting: VotingRule };

/** Ballots per position: against, for, abstain, block. */
export type Votes = readonly [number, number, number, number];

/** What one class did with one proposal. */
export type ClassTally = { kind: number; roll: number; votes: Votes };

/** A share of a whole in basis points, rounded up. */
export function ceilShare(whole: number, share: number): number {
  return Number((BigInt(whole) * BigInt(share) + 9_999n) / 10_000n);
}

/** Ballots needed of a roll (V3): the greater of a number and a share, never more than the roll. */
export function ballotsNeeded(roll: number, number: number, share: number): number {
  return Math.min(roll, Math.max(number, ceilShare(roll, share)));
}
