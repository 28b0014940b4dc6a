// What the Treasury, the reserve and the auditors' register say.
import type { Address, Hex } from "../event.ts";

/** One movement of money. Fund 0 is the outside world. */
export type Move = {
  from: number;
  to: number;
  asset: Address;
  /** Who it came from or went to outside. */
  party: Address;
  amount: bigint;
  memo: Hex;
  at: number;
  tx: Hex;
  block: bigint;
  logIndex: number;
  /** What each fund held afterwards; nothing for the outside world. */
  fromAfter?: bigint;
  toAfter?: bigint;
  /** By which module outside the Treasury it came or went: fees and work for the co-op, a surplus as it was divided, or a loss that
   * the reserve covered. */
  via?: "market" | "surplus" | "reserve";
  /** Whether the co-op was closed by then: what leaves the operating fund after that goes to the body alone (A2). */
  closed?: true;
};

/** One movement of the reserve's book, in the settlement token (A1). */
export type ReserveMove = {
  does: "grew" | "covered" | "endowed";
  /** Who paid in, or the body that got everything. */
  party: Address;
  amount: bigint;
  /** Of what was endowed: what no book had. */
  unbooked?: bigint;
  certificateId?: bigint;
  /** Fees for those who are no members (A3). */
  via?: "market";
  total: bigint;
  memo: Hex;
  at: number;
  tx: Hex;
  block: bigint;
  logIndex: number;
};

/** Who inherits on dissolution, once it has accepted (A2). */
export type Body = { account: Address; accepted: boolean; namedAt: number };
/** Who follows it at a moment, if it has accepted by then; unix seconds. */
export type NextBody = Body & { effectiveAt: number };

export type Reserve = {
  booked: bigint;
  moves: ReserveMove[];
  body?: Body;
  next?: NextBody;
  /** Assets other than the settlement token that went to the body. */
  otherEndowments: { asset: Address; body: Address; amount: bigint; at: number }[];
};

/** An auditor's word on the books at a block. `opinion`: 1 clean, 2 qualified, 3 adverse, 4 disclaimed. */
export type FiledOpinion = {
  id: number;
  auditor: Address;
  blockNumber: bigint;
  blockHash: Hex;
  report: Hex;
  opinion: number;
  at: number;
};

/** A loss that an auditor certified, and what of it was borne. */
export type Certificate = {
  id: number;
  auditor: Address;
  amount: bigint;
  covered: bigint;
  report: Hex;
  at: number;
  charges: { by: Address; amount: bigint; at: number }[];
};

/** The report on the co-op's purpose for a year (A8). */
export type PurposeReport = { year: number; by: Address; report: Hex; at: number };
