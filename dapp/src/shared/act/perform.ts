// One act: checked against the chain first, sent once, and believed when its receipt says so.

import type { Abi, Account, Address, Client, Hex } from "viem";
import { call as ask, getTransaction, simulateContract, waitForTransactionReceipt } from "viem/actions";
import { getConnection, switchChain, writeContract } from "wagmi/actions";
import { t } from "../../../../books/say.ts";
import type { Chain } from "../chain/store.ts";
import { ALL_ERRORS, isDeclined, type Sentence, sentenceOf } from "../errors.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import { forgetPending, listPending, rememberPending } from "./pending.ts";
import { type PermitAsked, signPermit } from "./permit.ts";
import { type ActStore, isBusy } from "./state.ts";

export type Call = {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
  /** The sum that the call takes: signed for first, and handed over as its last argument. */
  permit?: PermitAsked;
};
export type ActTools = {
  acts: ActStore;
  wagmi: WagmiConfig;
  chain: Chain;
  chainId: number;
  /** The co-op whose pages are shown: acts in another one have the same keys. */
  coop: string;
};

const PATIENCE_MS = 90_000;
const OTHER_ACCOUNT: Sentence = {
  what: t`Your wallet changed accounts meanwhile.`,
  next: t`Look at who you speak for now, and try again.`,
};

/** Resolves to whether it was recorded. A second call while the first is under way does nothing. */
export async function perform(tools: ActTools, key: string, account: Address, asked: Call): Promise<boolean> {
  const { acts, wagmi } = tools;
  if (isBusy(acts.of(key))) return false;
  acts.set(key, { step: "checking" });
  try {
    if (getConnection(wagmi).chainId !== tools.chainId) {
      acts.set(key, { step: "switching" });
      await switchChain(wagmi, { chainId: tools.chainId });
      acts.set(key, { step: "checking" });
    }
    const client = wagmi.getClient() as Client;
    const call = await signedFor(tools, key, account, asked);
    await simulateContract(client, { ...call, abi: [...call.abi, ...ALL_ERRORS], account });
    if (getConnection(wagmi).address !== account) {
      acts.set(key, { step: "failed", sentence: OTHER_ACCOUNT });
      return false;
    }
    acts.set(key, { step: "wallet" });
    const hash = await writeContract(wagmi, { ...call, account, chainId: tools.chainId });
    rememberPending(tools.coop, key, hash);
    return await waitFor(tools, key, hash);
  } catch (error) {
    const state = isDeclined(error)
      ? { step: "declined" as const }
      : { step: "failed" as const, sentence: sentenceOf(error) };
    acts.set(key, state);
    return false;
  }
}

/** The call with the permit that it needs, if any. */
async function signedFor(tools: ActTools, key: string, account: Address, asked: Call): Promise<Call> {
  const { permit, ...call } = asked;
  if (!permit) return call;
  tools.acts.set(key, { step: "signing" });
  const now = tools.chain.snapshot().reading?.head.timestamp ?? Math.floor(Date.now() / 1_000);
  const signed = await signPermit(tools.wagmi, account, permit, now);
  tools.acts.set(key, { step: "checking" });
  return { ...call, args: [...call.args, signed] };
}

/** Waits for the receipt of what was sent; also after a reload. */
export async function waitFor(tools: ActTools, key: string, sent: Hex): Promise<boolean> {
  const { acts, wagmi, chain } = tools;
  acts.set(key, { step: "sent", hash: sent });
  const client = wagmi.getClient() as Client;
  try {
    const receipt = await waitForTransactionReceipt(client, { hash: sent, timeout: PATIENCE_MS });
    forgetPending(tools.coop, key);
    if (receipt.status === "reverted") {
      acts.set(key, { step: "failed", sentence: await whyReverted(client, receipt.transactionHash) });
      return false;
    }
    await chain.reach(receipt.blockNumber);
    acts.set(key, { step: "done", hash: receipt.transactionHash });
    return true;
  } catch {
    acts.set(key, { step: "slow", hash: sent });
    return false;
  }
}

export function resumePending(tools: ActTools): void {
  for (const { key, hash } of listPending(tools.coop)) waitFor(tools, key, hash);
}

/** A refused transaction carries no reason: ask the chain again what it says to the same call. */
async function whyReverted(client: Client, hash: Hex): Promise<Sentence> {
  try {
    const { from, to, input, blockNumber } = await getTransaction(client, { hash });
    await ask(client, { account: from as Address | Account, to, data: input, blockNumber: blockNumber ?? undefined });
  } catch (error) {
    return sentenceOf(error);
  }
  return {
    what: t`The co-op refused it when it was recorded.`,
    next: t`Something changed at the last moment; look again and try once more.`,
  };
}
