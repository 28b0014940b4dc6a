// What a person writes when proposing something, and what becomes of it.
import type { Address, Hex } from "viem";
import type { CommonsBook } from "../../../../books/commons.ts";
import type { Coop } from "../../../../books/coop.ts";
import type { MarketBook } from "../../../../books/market.ts";
import type { Kind } from "../../../../books/rules.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";

/** What a proposal can do; everything else is written with other tools. */
export type What =
  | "pay"
  | "minute"
  | "appoint"
  | "recall"
  | "declare"
  | "marketTerms"
  | "surplusTerms"
  | "coverLoss"
  | "recovery"
  | "expel"
  | "windUp"
  | "order"
  | "topUp"
  | "redeem"
  | "recognise"
  | "sell"
  | "writeOff"
  | "budget"
  | "gift"
  | "asset"
  | "statePurpose";

export type Written = {
  title: string;
  text: string;
  what: What;
  recipient: string;
  amount: string;
  purpose: string;
  /** The number of the member whom it is about. */
  member: string;
  grounds: string;
  /** Number of an office, who is to hold it, and the day it ends: "2027-05-31". */
  office: string;
  officer: string;
  until: string;
  /** The period whose surplus is shared out, by number; interest on shares out of it, in per cent a year, if any. */
  period: string;
  rate: string;
  /** The loss that the auditor certified, by number. */
  certificate: string;
  /** Whether a recovery is granted, or another co-op or kind of money is let in. */
  grant: "" | "yes" | "no";
  /** What the co-op is for. */
  coopPurpose: string;
} & OrderWritten &
  CommonsWritten &
  MarketWritten &
  SurplusTermsWritten;

/** What it takes to buy a machine. `recipient` is its seller, `member` who asks for it. */
export type OrderWritten = {
  thing: string;
  details: string;
  price: string;
  contribution: string;
  rent: string;
  /** Days of a rent period, and how many of them. */
  rentDays: string;
  rents: string;
  /** Per cent of every rent. */
  upkeep: string;
  /** Days. */
  grace: string;
  /** Years over which it is written off, and what is left of its price then. */
  life: string;
  residual: string;
  /** Bonds: per cent a year, the least bid, the day on which bidding ends ("" is the one that the form proposes). */
  lowest: string;
  highest: string;
  leastBid: string;
  bidsUntil: string;
  /** Months from coupon to coupon, and years until they are repaid. */
  cycle: string;
  years: string;
  dayCount: string;
};

export type CommonsWritten = {
  /** Bonds and machine by number; the coupon date by its place in the schedule. */
  series: string;
  couponDate: string;
  machine: string;
  /** The fund that a payment comes from. */
  payFund: string;
  /** The fund that a budget spends, its office and end; the fund that gets what arrived unasked. */
  fund: string;
  budgetRole: string;
  budgetUntil: string;
  giftFund: string;
};

/** What the market asks: per cent, hours, days, km/h. */
export type MarketWritten = {
  fee: string;
  commonsShare: string;
  workShare: string;
  window: string;
  ruleWithin: string;
  defaultAward: string;
  speed: string;
  membersOnly: "yes" | "no";
};

/** How surpluses are shared out: per cent, days. */
export type SurplusTermsWritten = {
  reserveShare: string;
  communityShare: string;
  inShares: string;
  periodDays: string;
};

export const NOTHING_WRITTEN: Written = {
  title: "",
  text: "",
  what: "pay",
  recipient: "",
  amount: "",
  purpose: "",
  member: "",
  grounds: "",
  office: "2",
  officer: "",
  until: "",
  period: "",
  rate: "",
  certificate: "",
  grant: "",
  coopPurpose: "",
  thing: "",
  details: "",
  price: "",
  contribution: "",
  rent: "",
  rentDays: "30",
  rents: "",
  upkeep: "10",
  grace: "14",
  life: "8",
  residual: "",
  lowest: "2",
  highest: "6",
  leastBid: "100",
  bidsUntil: "",
  cycle: "3",
  years: "4",
  dayCount: "0",
  series: "",
  couponDate: "",
  machine: "",
  payFund: "1",
  fund: "8",
  budgetRole: "3",
  budgetUntil: "",
  giftFund: "3",
  fee: "",
  commonsShare: "",
  workShare: "",
  window: "",
  ruleWithin: "",
  defaultAward: "",
  speed: "",
  membersOnly: "no",
  reserveShare: "",
  communityShare: "",
  inShares: "",
  periodDays: "",
};

export type Mistakes = Partial<Record<keyof Written, string>>;
export type Motion = { targets: Address[]; values: bigint[]; calldatas: Hex[]; description: string; kind: Kind };

/** What resolutions parted with in twelve months, and what ordinary ones must stay below (V7). */
export type Disposal = { disposed: bigint; limit: bigint };

type Module = "treasury" | "assembly" | "register" | "directory";
type LaterModule = "authority" | "shares" | "reserve" | "bonds" | "machines" | "market" | "surplus";

export type MotionContext = {
  coop: Coop;
  settlement: Settlement;
  modules: Record<Module, Address> & Partial<Record<LaterModule, Address>>;
  disposal?: Disposal | undefined;
  /** Machines and bonds that are there; what arrived and is in no fund yet. */
  book?: CommonsBook | undefined;
  /** Periods, points, and what the market asks now. */
  market?: MarketBook | undefined;
  unposted?: bigint | undefined;
  /** Unix seconds. */
  now?: number;
};

export type CheckContext = Omit<MotionContext, "modules">;

/** Whether a payment takes an extraordinary resolution; unknown limits are checked when it is carried out. */
export const isBeyond = (amount: bigint, disposal: Disposal | undefined): boolean =>
  disposal !== undefined && disposal.disposed + amount >= disposal.limit;

/** How one kind of proposal is checked and made. */
export type Writing = {
  mistakes: (written: Written, context: CheckContext) => Mistakes;
  /** Only of something without mistakes. */
  motion: (written: Written, context: MotionContext) => Motion | undefined;
};

/** When a resolution that is written now can be carried out. */
export function passing({ coop, now = 0 }: Pick<CheckContext, "coop" | "now">): number {
  const rule = coop.rules.get(coop.rulesVersion)?.kinds[1];
  return now + (rule?.notice ?? 0) + (rule?.period ?? 0) + (rule?.delay ?? 0);
}

export const single = (kind: Kind, target: Address | undefined, data: Hex, description: string): Motion | undefined =>
  target && { targets: [target], values: [0n], calldatas: [data], description, kind };

export { rateOf } from "../../shared/format/rate.ts";
export { accountNamed as recipientOf, memberNumbered } from "../../shared/motion/recipient.ts";
