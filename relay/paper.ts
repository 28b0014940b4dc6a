// A paper: a ballot or a confirmation that somebody signed and the relay hands in. Each kind says how it is read, judged and
// packed; the rest of the relay does not look inside.
import type { Address, Hex } from "../books/event.ts";
import type { ReceiptState } from "../books/relay.ts";
import type { Chain, Head, House } from "./chain.ts";
import type { Refusal } from "./refusal.ts";

export type Paper = {
  kind: "key" | "contract" | "bls" | "bls-key" | "job";
  /** "vote:ID", "key:HASH" or "job:ID": one person has one paper on a matter. */
  matter: string;
  /** The contract that it is handed in at. */
  target: Address;
  /** Whose it is, in lower case. */
  voter: Address;
  support: number;
  /** As the contract takes it. */
  packed: Hex;
  /** What was handed to the relay, as JSON. */
  said: string;
};

/** A paper in the store. */
export type Kept = Paper & {
  id: string;
  /** For the order in which papers cost least; 0 where it does not matter. */
  seat: number;
  acceptedAt: number;
  postBy: number;
  state: ReceiptState;
  sending?: number | undefined;
};

/** What the chain says about a paper: the seat that it would count for, or why it would not. */
export type Judgement = { seat: number } | Refusal;

/** A transaction for some papers of one matter; for none of them when it only prepares another. */
export type Plan = { target: Address; data: Hex; papers: Kept[]; gas: bigint };

export type Kind = {
  /** Handed in without waiting for others: there is nothing to gain by it. */
  atOnce: boolean;
  /** Reads what was handed in, and checks what can be checked without the chain. */
  read(body: Record<string, unknown>, house: House): Paper;
  /** What the chain says, in the same order; papers of one matter. */
  judge(chain: Chain, house: House, papers: readonly Paper[]): Promise<Judgement[]>;
  /** By when it has to be on chain, unix seconds; undefined when it can not be any more. */
  deadline(chain: Chain, paper: Paper): Promise<number | undefined>;
  /** The transactions that hand in what still counts of these, the cheapest way. */
  plan(chain: Chain, house: House, papers: readonly Kept[], head: Head): Promise<Plan[]>;
  /** Of papers that can not be handed in any more, what became of each, in the same order. */
  ended(chain: Chain, papers: readonly Kept[]): Promise<ReceiptState[]>;
  /** Of the papers of a mined transaction, those that the chain has counted. */
  counted(
    logs: readonly { address: Address; topics: readonly Hex[]; data: Hex }[],
    papers: readonly Kept[],
  ): Set<string>;
};
