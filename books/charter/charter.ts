// What a co-op is founded with, as the factory takes it (contracts/interfaces/ICoopFactory.sol).
import type { Address, Hex } from "../event.ts";
import type { KindRule, VotingRule } from "../rules.ts";

/** Stakeholder class kinds, as in IMemberRegister.ClassKind. */
export const ClassKind = { Worker: 1, User: 2, Supporter: 3, Community: 4, Investor: 5 } as const;
/** Offices, as in Roles.sol. */
export const Role = { Board: 2n, Treasurer: 3n, Arbiter: 4n, Auditor: 5n, Guardian: 6n } as const;

export type Eight<T> = readonly [T, T, T, T, T, T, T, T];
/** As in IAssembly.Rules: kinds from advisory to constitutional, weights for eight classes. */
export type CharterRules = {
  kinds: readonly [KindRule, KindRule, KindRule, KindRule];
  voting: CharterVotingRule;
};
export type CharterVotingRule = Omit<VotingRule, "weights"> & { weights: Eight<number> };
export type Founder = { account: Address; class: number; commitment: Hex };
/** Seconds, as in IMemberRegister.MembershipTerms. */
export type MembershipTerms = { decideWithin: number; suspensionLimit: number; recoveryWait: number };
export type Officer = { role: bigint; account: Address; until: number };
/** As in IMemberShares.ShareTerms: smallest units of the settlement token, shares, seconds, basis points a year. */
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
  /** What the co-op is for, 1 to 2,000 bytes of UTF-8 (A8). */
  purpose: string;
  classes: readonly { kind: number; name: string }[];
  rules: CharterRules;
  membership: MembershipTerms;
  settlementToken: Address;
  body: Address;
  haltLimit: number;
  shares: ShareTerms;
  market: MarketTerms;
  surplus: SurplusTerms;
  /** The first twelve are admitted at the founding, the others by a second call: books/charter/founders.ts. */
  founders: readonly Founder[];
  officers: readonly Officer[];
};
