// What it takes to say a call in plain words.

import { type Address, type Hex, zeroHash } from "viem";
import type { CommonsBook } from "../../../../../books/commons.ts";
import type { Coop } from "../../../../../books/coop.ts";
import type { MarketBook } from "../../../../../books/market.ts";
import { t } from "../../../../../books/say.ts";
import type { ModuleName } from "../../chain/places.ts";
import type { Settlement } from "../../chain/settlement.ts";
import { purposeIn } from "../purpose.ts";

/** One term of something that has many. */
export type Fact = { name: string; says: string };

export type Plain = {
  sentence: string;
  /** What else a reader should know. */
  detail?: string | undefined;
  /** Its terms, where a sentence can not hold them all. */
  facts?: readonly Fact[];
  /** The whole address of a recipient, for checking. */
  account?: Address;
  /** A call that we have no words for. */
  unknown?: boolean;
};

export type ActionContext = {
  coop: Coop;
  known: Map<string, ModuleName>;
  settlement: Settlement;
  /** For the names of machines and the dates of their bonds. */
  commons?: CommonsBook;
  /** For periods and their points. */
  market?: MarketBook;
  /** Unix seconds, for what grows with time. */
  now?: number;
};

export type Words = (args: readonly unknown[], description: string, context: ActionContext) => Plain;

/** Words for a call whose arguments the ABI has checked. */
export const words = <Args extends readonly unknown[]>(
  write: (args: Args, description: string, context: ActionContext) => Plain,
): Words => write as unknown as Words;

/** What a memo says where its words are in the text. */
export function purposeLine(description: string, memo: Hex): string | undefined {
  if (memo === zeroHash) return t`No reason was attached to the payment.`;
  const purpose = purposeIn(description, memo);
  return purpose
    ? t`For: ${purpose}`
    : t`The reason is a document with the fingerprint ${memo.slice(0, 10)}…; ask the proposer for it.`;
}
