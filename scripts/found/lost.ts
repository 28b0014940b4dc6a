// A deployment's transaction whose hash was never heard, because the command or the node ended between the two: it is looked up.
import { trackTransaction } from "@nomicfoundation/ignition-core";
import { type Hash, isAddressEqual } from "viem";
import type { FoundingChain } from "./chain.ts";

/** Ignition's code for it. */
const UNTRACKED = "HHE10410";
/** So far back it is looked for: some hours of most chains. */
const BLOCKS = 1_000n;

type Untracked = { errorCode?: string; messageArguments?: { nonce?: number | string; sender?: string } };

/** Enters it in the deployment kept in `folder`; false when the error is another one, or the transaction is not found. */
export async function foundAgain(error: unknown, chain: FoundingChain, folder: string): Promise<boolean> {
  const { errorCode, messageArguments: { nonce, sender } = {} } = error as Untracked;
  if (errorCode !== UNTRACKED || nonce === undefined || sender === undefined) return false;
  const hash = await hashOf(chain, sender as `0x${string}`, Number(nonce));
  if (!hash) return false;
  await trackTransaction(folder, hash, chain.connection.provider);
  return true;
}

async function hashOf({ client }: FoundingChain, sender: `0x${string}`, nonce: number): Promise<Hash | undefined> {
  const latest = await client.getBlockNumber();
  for (let number = latest; number >= 0n && number > latest - BLOCKS; number--) {
    const { transactions } = await client.getBlock({ blockNumber: number, includeTransactions: true });
    const own = transactions.find((one) => one.nonce === nonce && isAddressEqual(one.from, sender));
    if (own) return own.hash;
  }
  return undefined;
}
