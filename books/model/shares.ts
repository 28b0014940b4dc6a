// What the member shares say: holdings, the withdrawal queue, interest, write-downs, payments. Units are whole shares,
// amounts the settlement token's smallest units, days those of the unix calendar.
import type { Address, Hex } from "../event.ts";
import type { Told } from "./commons.ts";

/** On what terms members hold shares; see `ShareTerms` in IMemberShares.sol. */
export type ShareTerms = {
  par: bigint;
  minimum: bigint;
  maximum: bigint;
  notice: number;
  suspensionLimit: number;
  interestCap: number;
};

/** What one member holds, as of its last change: later postings and write-downs are not counted yet. */
export type Holding = {
  /** Shares paid for, queued ones included. */
  units: bigint;
  /** Shares subscribed and not paid for yet. */
  promised: bigint;
  /** Shares that wait in the queue. */
  queued: bigint;
  /** Up to which day, posting and write-down everything is counted. */
  day: number;
  period: number;
  epoch: number;
  /** Shares times days since the last posting that is counted. */
  unitDays: bigint;
  /** Interest as an exact numerator over `PARTS`. */
  interest: bigint;
  /** Money of withdrawals that were served and not handed over yet. */
  due: bigint;
};

/** A place in the withdrawal queue. */
export type QueueEntry = {
  id: number;
  memberId: number;
  /** Shares still to be paid; none once served or cancelled. */
  units: bigint;
  asked: bigint;
  served: bigint;
  askedAt: number;
  payableFrom: number;
  /** Shares asked for before it, ever. */
  unitsBefore: bigint;
  cancelledAt?: number;
  lastServedAt?: number;
};

/** No withdrawal is served from a moment to another (S3). */
export type WithdrawalStop = { from: number; until: number; reason: Hex };

/** Interest of a year (S4). The derived figures are worked out from holdings and days; the audit compares. */
export type InterestPosting = {
  period: number;
  rate: number;
  day: number;
  at: number;
  tx: Hex;
  unitDays: bigint;
  amount: bigint;
  derivedUnitDays: bigint;
  derivedAmount: bigint;
};

/** Shares that bore a certified loss (S5). */
export type WriteDown = {
  epoch: number;
  certificateId: number;
  /** Shares of all members above their minimum holdings when it was. */
  above: bigint;
  cut: bigint;
  amount: bigint;
  /** Those of `above` whose members have taken their part. */
  counted: bigint;
  day: number;
  period: number;
  at: number;
  tx: Hex;
  /** What was cut from members so far. */
  taken: { memberId: number; units: bigint; at: number }[];
};

/** Money handed over to a member, or held because that could not be done. */
export type SharePayment = {
  memberId: number;
  fund: number;
  account: Address;
  amount: bigint;
  at: number;
  tx: Hex;
  held: boolean;
};

/** Shares that a member got or gave up; `day` is the one from which it counts, which for a write-down is that of the write-down. */
export type ShareChange = Told & { memberId: number; by: bigint; day: number; why: ShareReason };
export type ShareReason = "paid" | "interest" | "withdrawn" | "redeemed" | "written down";

export type ShareBook = {
  terms?: ShareTerms;
  /** Of all members: shares, those above the minimum holdings, shares times days since the last posting. */
  units: bigint;
  above: bigint;
  unitDays: bigint;
  /** Numerator that postings moved too much. */
  carried: bigint;
  day: number;
  holdings: Map<number, Holding>;
  queue: QueueEntry[];
  /** The first entry that is not known to be done. */
  head: number;
  stops: WithdrawalStop[];
  postings: InterestPosting[];
  writeDowns: WriteDown[];
  /** Cuts that follow from a write-down and that no event told. */
  untold: { memberId: number; units: bigint; where: string }[];
  changes: ShareChange[];
  claims: { memberId: number; amount: bigint; units: bigint; at: number; tx: Hex }[];
  payments: SharePayment[];
};
