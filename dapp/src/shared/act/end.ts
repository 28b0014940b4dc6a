// How an act ended, by its receipt.
import type { Account, Address, Client, Hex, TransactionReceipt } from "viem";
import { call as ask, getTransaction } from "viem/actions";
import { t } from "../../../../books/say.ts";
import { type Sentence, sentenceOf } from "../errors.ts";
import type { ActState } from "./state.ts";

export const REFUSED: Sentence = {
  what: t`The co-op refused it when it was recorded.`,
  next: t`Something changed at the last moment; look again and try once more.`,
};

/** `block`: the one that the pages have to show before it is said. */
export type End = { state: ActState; block?: bigint };

export async function endOfReceipt(client: Client, receipt: TransactionReceipt): Promise<End> {
  const { status, transactionHash: hash, blockNumber: block } = receipt;
  if (status === "success") return { state: { step: "done", hash }, block };
  return { state: { step: "failed", sentence: await whyReverted(client, hash) }, block };
}

/** A refused transaction carries no reason: ask the chain again what it says to the same call. */
async function whyReverted(client: Client, hash: Hex): Promise<Sentence> {
  try {
    const { from, to, input, blockNumber } = await getTransaction(client, { hash });
    await ask(client, { account: from as Address | Account, to, data: input, blockNumber: blockNumber ?? undefined });
  } catch (error) {
    return sentenceOf(error);
  }
  return REFUSED;
}
