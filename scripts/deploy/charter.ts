// The charter of the demo's ride co-op, and the pieces that tests vary. Figures are the defaults of docs/rulebook.md.
import type { Address, Hex } from "viem";
import { zeroHash } from "viem";

export const DAY = 86_400;

/** Stakeholder class kinds, as in IMemberRegister.ClassKind. */
export const ClassKind = { Worker: 1, User: 2, Supporter: 3, Community: 4, Investor: 5 } as const;
/** Offices, as in Roles.sol. */
export const Role = { Board: 2n, Treasurer: 3n, Arbiter: 4n, Auditor: 5n, Guardian: 6n } as const;
/** Kinds of resolution, as in IAssembly.Kind. */
export const Kind = { Advisory: 0, Ordinary: 1, Extraordinary: 2, Constitutional: 3 } as const;
/** Positions, as in IAssembly.Position. */
export const Position = { Against: 0, For: 1, Abstain: 2, Block: 3 } as const;
/** What a proposal is about, as in IAssembly.Topic. */
export const Topic = { General: 0, People: 1, Money: 2, Commons: 3, Market: 4, Rules: 5 } as const;
/** Places of a directory, as in IDirectory.Place. */
export const Place = {
  Directory: 1,
  Authority: 2,
  Register: 3,
  Board: 4,
  Assembly: 5,
  BallotKeys: 6,
  Shares: 7,
  Treasury: 8,
  Reserve: 9,
  Bonds: 10,
  Machines: 11,
  Income: 12,
  Audits: 13,
  Market: 14,
  Patronage: 15,
  Surplus: 16,
} as const;

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
export type Eight<T> = readonly [T, T, T, T, T, T, T, T];
export type VotingRule = {
  weights: Eight<number>;
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
export type Rules = { kinds: readonly [KindRule, KindRule, KindRule, KindRule]; voting: VotingRule };
export type Founder = { account: Address; class: number; commitment: Hex };
/** Seconds, as in IMemberRegister.MembershipTerms. */
export type MembershipTerms = { decideWithin: number; suspensionLimit: number; recoveryWait: number };
export type Officer = { role: bigint; account: Address; until: number };
export type ShareTerms = {
  par: bigint;
  minimum: bigint;
  maximum: bigint;
  notice: number;
  suspensionLimit: number;
  interestCap: number;
};
/** As in IJobMarket.MarketTerms: basis points, seconds, km/h. */
export type MarketTerms = {
  fee: number;
  commonsShare: number;
  workShare: number;
  window: number;
  ruleWithin: number;
  defaultAward: number;
  speed: number;
  membersOnly: boolean;
};
/** As in ISurplus.SurplusTerms: seconds, basis points. */
export type SurplusTerms = { period: number; reserveShare: number; communityShare: number; inShares: number };
export type Charter = {
  name: string;
  classes: readonly { kind: number; name: string }[];
  rules: Rules;
  membership: MembershipTerms;
  settlementToken: Address;
  body: Address;
  haltLimit: number;
  shares: ShareTerms;
  market: MarketTerms;
  surplus: SurplusTerms;
  founders: readonly Founder[];
  officers: readonly Officer[];
};

const ordinary: KindRule = {
  notice: 14 * DAY,
  period: 14 * DAY,
  quorumNumber: 3,
  quorumShare: 2_500,
  threshold: 5_000,
  turnout: 0,
  delay: 3 * DAY,
  window: 30 * DAY,
  everyClass: false,
};
const extraordinary: KindRule = { ...ordinary, threshold: 7_500, turnout: 5_100 };

/** The defaults of the rulebook: M2, M4, M6. */
export const defaultMembership: MembershipTerms = {
  decideWithin: 30 * DAY,
  suspensionLimit: 30 * DAY,
  recoveryWait: 14 * DAY,
};

/** The default of the rulebook: G1. */
export const defaultHaltLimit = 7 * DAY;

/** The defaults of the rulebook: J1 to J7. */
export const defaultMarket: MarketTerms = {
  fee: 1_000,
  commonsShare: 5_000,
  workShare: 5_000,
  window: 3 * DAY,
  ruleWithin: 14 * DAY,
  defaultAward: 5_000,
  speed: 150,
  membersOnly: false,
};

/** The defaults of the rulebook: A1, A6, A7, S6. */
export const defaultSurplus: SurplusTerms = {
  period: 91 * DAY,
  reserveShare: 2_000,
  communityShare: 500,
  inShares: 0,
};

/** A board of these people, all to the same end. */
export const boardOf = (accounts: readonly Address[], until: number): Officer[] =>
  accounts.map((account) => ({ role: Role.Board, account, until }));

/** The defaults of the rulebook for classes with these weights (basis points, summing to 10,000). */
export function defaultRules(weights: readonly number[]): Rules {
  const eight = Array.from({ length: 8 }, (_, i) => weights[i] ?? 0) as unknown as Eight<number>;
  return {
    kinds: [
      { ...ordinary, notice: 0 },
      ordinary,
      extraordinary,
      { ...extraordinary, notice: 28 * DAY, everyClass: true },
    ],
    voting: {
      weights: eight,
      byWeight: true,
      investorCap: 2_500,
      blockShare: 1_000,
      blockNumber: 2,
      secondersShare: 1_000,
      secondersNumber: 100,
      barredFor: 180 * DAY,
      proxyLimit: 5,
      disposalShare: 3_333,
    },
  };
}

/** For calls that can bring a permit and bring none: an allowance is there, or nothing is due. */
export const NO_PERMIT = { deadline: 0n, v: 0, r: zeroHash, s: zeroHash } as const;
/** The defaults of the rulebook for shares at this price. */
export const defaultShares = (par: bigint): ShareTerms => ({
  par,
  minimum: 1n,
  maximum: 100_000n,
  notice: 90 * DAY,
  suspensionLimit: 180 * DAY,
  interestCap: 500,
});

/** A founder without an application document. */
export const founder = (account: Address, classIndex: number): Founder => ({
  account,
  class: classIndex,
  commitment: zeroHash,
});
