// What a page and a relay say to each other: ballots, confirmations, receipts. Numbers beyond 48 bits travel as decimal text.
import type { Address, Hex } from "./event.ts";

/** A ballot as the relay takes it. `key` is an account with a key (EIP-712), `contract` one without (ERC-1271). */
export type RelayedBallot = {
  kind: "key" | "contract";
  proposal: string;
  support: number;
  voter: Address;
  signature: Hex;
};

/** A ballot signed with the member's ballot key (BLS), 96 and 192 bytes. */
export type RelayedKeyBallot = Omit<RelayedBallot, "kind"> & { kind: "bls"; key: Hex };

/** A member's ballot key, proved, and the account's consent (EIP-712) until `deadline`. */
export type RelayedKey = { kind: "bls-key"; voter: Address; key: Hex; proof: Hex; deadline: number; signature: Hex };

/** A customer's confirmation of a job, with the job's terms as every call brings them along. */
export type RelayedConfirmation = {
  kind: "job";
  job: string;
  terms: Readonly<Record<string, string | number>>;
  distance: number;
  until: number;
  signature: Hex;
};

export type RelayedPaper = RelayedBallot | RelayedKeyBallot | RelayedKey | RelayedConfirmation;

/** What the relay promises when it has a paper for good. The paper in it is whole: any other relay takes it, too. */
export type Receipt = {
  paper: RelayedPaper;
  chainId: number;
  /** The contract that it is handed in at: Assembly or market. */
  target: Address;
  /** By the chain's clock, unix seconds. */
  acceptedAt: number;
  /** The relay means to have posted it by then, by the chain's clock. */
  postBy: number;
  relay: Address;
  /** By the relay's account, over `receiptText`. */
  signature: Hex;
};

export const RECEIPT_STATES = ["waiting", "sent", "counted", "passed-over", "late"] as const;
/** Kept; on its way; on chain, deep enough; the chain has another ballot of the member; the vote closed before. */
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export type RelayAnswer = { receipt: Receipt; id: string } | RelayRefusal;
export type RelayRefusal = { code: string; error: string };

/** What a relay says about itself. */
export type RelayNotice = {
  chainId: number;
  directory: Address;
  assembly: Address;
  relay: Address;
  kinds: readonly string[];
  /** Seconds before the close at which it posts what it has, at the latest. */
  margin: number;
};

/** The words that a relay's account signs under a receipt. */
export function receiptText({ paper, chainId, target, acceptedAt, postBy }: Omit<Receipt, "signature">): string {
  return [
    "This relay has accepted what stands here and will post it.",
    `Chain: ${chainId}`,
    `Contract: ${target.toLowerCase()}`,
    `Paper: ${JSON.stringify(paper)}`,
    `Accepted at: ${acceptedAt}`,
    `Posted by: ${postBy}`,
  ].join("\n");
}
