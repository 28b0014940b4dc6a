// The figures that a co-op has when nobody chooses others: the defaults of docs/rulebook.md.

import type { KindRule } from "../rules.ts";
import type { CharterRules, Eight, MarketTerms, MembershipTerms, ShareTerms, SurplusTerms } from "./charter.ts";

export const DAY = 86_400;

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

/** The defaults of the rulebook for classes with these weights (basis points, summing to 10,000). */
export function defaultRules(weights: readonly number[]): CharterRules {
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

/** The defaults of the rulebook for shares at this price. */
export const defaultShares = (par: bigint): ShareTerms => ({
  par,
  minimum: 1n,
  maximum: 100_000n,
  notice: 90 * DAY,
  suspensionLimit: 180 * DAY,
  interestCap: 500,
});
