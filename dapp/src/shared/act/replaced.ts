// What became of a transaction in whose place the wallet may have sent another: faster, other, or none at all.
import type { Client, Hex, TransactionReceipt } from "viem";
import { getBlock, getBlockNumber, getTransaction, getTransactionCount, getTransactionReceipt } from "viem/actions";
import { sameAddress } from "../format/address.ts";
import type { Seen } from "./pending.ts";

/** `same`: what was sent, or the same once more for another fee. `nothing`: it was taken back. */
export type Fate = { did: "same"; receipt: TransactionReceipt } | { did: "nothing" | "other"; block: bigint };

export async function receiptOf(client: Client, hash: Hex): Promise<TransactionReceipt | undefined> {
  return getTransactionReceipt(client, { hash }).catch(() => undefined);
}

/** How it is while it waits; undefined where the node does not know it. */
export async function seenOf(client: Client, hash: Hex): Promise<Seen | undefined> {
  // Asked first: until this block it was not recorded.
  const block = await getBlockNumber(client);
  const { from, nonce, to, value, input, blockNumber } = await getTransaction(client, { hash });
  return blockNumber === null ? { from, nonce, to, value: String(value), input, block: String(block) } : undefined;
}

/** Undefined as long as its turn has not come, or nobody tells whose it was. */
export async function fateOf(client: Client, hash: Hex, seen: Seen): Promise<Fate | undefined> {
  const { from: address, nonce } = seen;
  if ((await getTransactionCount(client, { address })) <= nonce) return undefined;
  // The first block after which the account had sent more than `nonce`.
  let [before, after] = [BigInt(seen.block), await getBlockNumber(client, { cacheTime: 0 })];
  while (after - before > 1n) {
    const middle = (before + after) / 2n;
    if ((await getTransactionCount(client, { address, blockNumber: middle })) > nonce) after = middle;
    else before = middle;
  }
  const { transactions } = await getBlock(client, { blockNumber: after, includeTransactions: true });
  const taken = transactions.find((one) => one.nonce === nonce && sameAddress(one.from, address));
  if (!taken) return undefined;
  const same = taken.input === seen.input && taken.to === seen.to && String(taken.value) === seen.value;
  if (taken.hash === hash || same) {
    const receipt = await receiptOf(client, taken.hash);
    return receipt && { did: "same", receipt };
  }
  const empty = taken.input === "0x" && taken.value === 0n && taken.to !== null && sameAddress(taken.to, address);
  return { did: empty ? "nothing" : "other", block: after };
}
