// One act: checked against the chain first, sent once, and believed when its receipt says so.

import type { Abi, Address, Client } from "viem";
import { simulateContract } from "viem/actions";
import { getConnection, switchChain, writeContract } from "wagmi/actions";
import { t } from "../../../../books/say.ts";
import type { Chain } from "../chain/store.ts";
import { ALL_ERRORS, isDeclined, type Sentence, sentenceOf } from "../errors.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import { follow } from "./follow.ts";
import { rememberPending, type Sent } from "./pending.ts";
import { type PermitAsked, signPermit } from "./permit.ts";
import { type ActStore, isBusy } from "./state.ts";

export type Call = {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
  /** The sum that the call takes: signed for first, and handed over as its last argument. */
  permit?: PermitAsked;
  /** Calls that go before it in the same act, all or none; `apart` is called when the wallet does not take them together. */
  together?: { before: readonly Call[]; apart: () => void };
};
export type ActTools = {
  acts: ActStore;
  wagmi: WagmiConfig;
  chain: Chain;
  chainId: number;
  /** The co-op whose pages are shown: acts in another one have the same keys. */
  coop: string;
};

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
    const mayAsk = () => {
      const same = getConnection(wagmi).address === account;
      if (!same) acts.set(key, { step: "failed", sentence: OTHER_ACCOUNT });
      return same;
    };
    const send = asked.together ? (await import("./together.ts")).sendTogether : sendAlone;
    const sent = await send(tools, key, account, asked, mayAsk);
    if (!sent) return false;
    rememberPending(tools.coop, key, sent);
    return await follow(tools, key, sent);
  } catch (error) {
    const state = isDeclined(error)
      ? { step: "declined" as const }
      : { step: "failed" as const, sentence: sentenceOf(error) };
    acts.set(key, state);
    return false;
  }
}

async function sendAlone(
  tools: ActTools,
  key: string,
  account: Address,
  asked: Call,
  mayAsk: () => boolean,
): Promise<Sent | undefined> {
  const { acts, wagmi, chainId } = tools;
  const call = await signedFor(tools, key, account, asked);
  await simulateContract(wagmi.getClient() as Client, { ...call, abi: [...call.abi, ...ALL_ERRORS], account });
  if (!mayAsk()) return undefined;
  acts.set(key, { step: "wallet" });
  return { hash: await writeContract(wagmi, { ...call, account, chainId }) };
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
