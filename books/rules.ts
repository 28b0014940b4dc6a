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

/** What a proposal is about; a member may have a proxy for each (V11). */
export type Topic = 0 | 1 | 2 | 3 | 4 | 5;
export const TOPIC_NAMES = ["general", "people", "money", "commons", "market", "rules"] as const;

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
  barredFor: number;
  proxyLimit: number;
  disposalShare: number;
};

/** What a proposal's own history adds to the rules of its kind; see `Terms` in IAssembly.sol. */
export type Terms = {
  /** Whether enough blocks hold it; where not, a block only counts against (V10). */
  mayHold: boolean;
  /** Whether it may be put again when it has its majority and misses only quorum or turnout (V12). */
  mayAdjourn: boolean;
  /** Whether it is put again after such an adjournment (V12). */
  relieved: boolean;
  /** Whether a class has petitioned that every class must agree (C3). */
  everyClass: boolean;
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

/** For how many others a member may speak on one topic: the least of the rules' number and a tenth of the class, rounded
 * down, one at least (V11). */
export function proxyLimit(voting: VotingRule, activeInClass: number): number {
  return Math.min(voting.proxyLimit, Math.max(1, Math.floor(activeInClass / 10)));
}

/** Ballots that a resolution needs for its quorum (V3) and its turnout (V5). Put again after an adjournment, an ordinary
 * one needs half the quorum, a stricter one a third of the turnout, rounded up; never under 5 % of the roll and two
 * members (V12). */
export function presenceNeeded(
  kind: Kind,
  rule: KindRule,
  roll: number,
  relieved: boolean,
): { quorum: number; turnout: number } {
  const quorum = ballotsNeeded(roll, rule.quorumNumber, rule.quorumShare);
  const turnout = ceilShare(roll, rule.turnout);
  if (!relieved) return { quorum, turnout };
  const least = ballotsNeeded(roll, 2, 500);
  if (kind <= 1) return { quorum: Math.max(Math.ceil(quorum / 2), least), turnout };
  return { quorum, turnout: Math.max(Math.ceil(turnout / 3), least) };
}
