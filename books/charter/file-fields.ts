// Which key of a charter file is which figure of the charter.
import type {
  CharterRules,
  CharterVotingRule,
  MarketTerms,
  MembershipTerms,
  ShareTerms,
  SurplusTerms,
} from "./charter.ts";
import { COUNT, LARGE, MONEY, SHARE, TIME, type Unit, YES } from "./file-units.ts";

/** `stem` is the key without the unit it ends in. */
// biome-ignore lint/suspicious/noExplicitAny: the table below says which figure has which unit, key by key.
export type Field = { stem: string; at: string; unit: Unit<any> };
type KindRule = CharterRules["kinds"][number];
type Units<T> = { readonly [K in keyof T]: T[K] extends bigint ? Unit<bigint> : Unit<T[K]> };

/** Every figure of `T` is here once, or this does not compile; `stems` names those that people call otherwise. */
function fieldsOf<T extends object>(units: Units<T>, stems: Partial<Record<keyof T, string>> = {}): readonly Field[] {
  return (Object.keys(units) as (keyof T & string)[]).map((at) => ({ stem: stems[at] ?? at, at, unit: units[at] }));
}

export const KIND_FIELDS = fieldsOf<KindRule>(
  {
    notice: TIME,
    period: TIME,
    quorumNumber: COUNT,
    quorumShare: SHARE,
    threshold: SHARE,
    turnout: SHARE,
    delay: TIME,
    window: TIME,
    everyClass: YES,
  },
  { period: "voting", quorumNumber: "quorumMembers" },
);

/** Weights stand with their classes. */
const VOTING_FIELDS = fieldsOf<Omit<CharterVotingRule, "weights">>(
  {
    byWeight: YES,
    investorCap: SHARE,
    blockShare: SHARE,
    blockNumber: COUNT,
    secondersShare: SHARE,
    secondersNumber: COUNT,
    barredFor: TIME,
    proxyLimit: COUNT,
    disposalShare: SHARE,
  },
  { blockNumber: "blockMembers", secondersNumber: "secondersMembers", barredFor: "barred" },
);

const MEMBERSHIP_FIELDS = fieldsOf<MembershipTerms>(
  { decideWithin: TIME, suspensionLimit: TIME, recoveryWait: TIME },
  { suspensionLimit: "suspension" },
);

const SHARE_FIELDS = fieldsOf<ShareTerms>(
  { par: MONEY, minimum: LARGE, maximum: LARGE, notice: TIME, suspensionLimit: TIME, interestCap: SHARE },
  { suspensionLimit: "suspension" },
);

const MARKET_FIELDS = fieldsOf<MarketTerms>(
  {
    fee: SHARE,
    commonsShare: SHARE,
    workShare: SHARE,
    window: TIME,
    ruleWithin: TIME,
    defaultAward: SHARE,
    speed: COUNT,
    membersOnly: YES,
  },
  { speed: "speedKmh" },
);

const SURPLUS_FIELDS = fieldsOf<SurplusTerms>({
  period: TIME,
  reserveShare: SHARE,
  communityShare: SHARE,
  inShares: SHARE,
});

/** A part of the file, where its figures are in the charter, and which. */
export const SECTIONS = [
  { key: "voting", at: "rules.voting", fields: VOTING_FIELDS },
  { key: "membership", at: "membership", fields: MEMBERSHIP_FIELDS },
  { key: "shares", at: "shares", fields: SHARE_FIELDS },
  { key: "market", at: "market", fields: MARKET_FIELDS },
  { key: "surplus", at: "surplus", fields: SURPLUS_FIELDS },
] as const;

/** The one figure that stands alone. */
export const HALT: Field = { stem: "halt", at: "haltLimit", unit: TIME };
/** How a class states its weight. */
export const WEIGHT: Field = { stem: "weight", at: "weight", unit: SHARE };
