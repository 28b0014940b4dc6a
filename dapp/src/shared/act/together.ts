// Several calls as one act with one question, all or none, where the wallet can (EIP-5792).
import { type Address, type Client, encodeFunctionData } from "viem";
import { getCallsStatus, sendCalls } from "wagmi/actions";
import { t } from "../../../../books/say.ts";
import { hasCode, refusalOf, type Sentence, UNKNOWN } from "../errors.ts";
import { playTogether } from "../rehearsal/rehearse.ts";
import { type End, endOfReceipt, REFUSED } from "./end.ts";
import type { Sent } from "./pending.ts";
import type { ActTools, Call } from "./perform.ts";
import { receiptOf } from "./replaced.ts";
import { IDLE } from "./state.ts";

/** The wallet does not take them together, for reasons of its own: 5750 is a person who does not want the account changed for it. */
const APART = [5700, 5710, 5720, 5730, 5740, 5750, 5760, 4200, -32_601, -32_004];
const UNKNOWN_BATCH = 5730;
const FORGOTTEN: Sentence = {
  what: t`Your wallet does not know any more what became of it.`,
  next: t`Look whether it was done before you do it again.`,
};
const NOT_RECORDED: Sentence = {
  what: t`Your wallet could not get it recorded.`,
  next: t`Nothing was changed. Try once more.`,
};
const IN_PART: Sentence = {
  what: t`Only a part of it was recorded.`,
  next: t`What is still open stays on this page; do that again.`,
};

/** Undefined when nothing was sent: it was refused, or has to go step by step.
 * @param mayAsk whether the wallet still speaks for the account */
export async function sendTogether(
  { acts, wagmi, chainId }: ActTools,
  key: string,
  account: Address,
  { together, ...last }: Call,
  mayAsk: () => boolean,
): Promise<Sent | undefined> {
  const calls = [...(together?.before ?? []), last].map(({ address, ...call }) => {
    return { to: address, data: encodeFunctionData(call) };
  });
  const apart = () => {
    acts.set(key, IDLE);
    together?.apart();
  };
  const played = await playTogether(wagmi.getClient() as Client, {
    from: account,
    calls: calls.map(({ to, data }) => ({ target: to, value: 0n, data })),
  });
  // What can not be tried first is not sent.
  if (!played) return void apart();
  const refused = played.answers.find(({ well }) => !well);
  if (refused) return void acts.set(key, { step: "failed", sentence: refusalOf(refused.data) ?? UNKNOWN });
  if (!mayAsk()) return undefined;
  acts.set(key, { step: "wallet" });
  try {
    const { id } = await sendCalls(wagmi, { account, chainId, calls, forceAtomic: true });
    return { batch: id };
  } catch (error) {
    if (!hasCode(error, APART)) throw error;
    return void apart();
  }
}

/** What the wallet says of it; that it was done is believed once the chain says so too. */
export async function endOfBatch({ wagmi }: ActTools, id: string): Promise<End | undefined> {
  const client = wagmi.getClient() as Client;
  const failed = (sentence: Sentence, block?: bigint): End => ({ state: { step: "failed", sentence }, block });
  const said = await getCallsStatus(wagmi, { id }).catch((error) => {
    if (hasCode(error, [UNKNOWN_BATCH])) return undefined;
    throw error;
  });
  if (!said) return failed(FORGOTTEN);
  const { statusCode, receipts = [] } = said;
  if (statusCode < 200) return undefined;
  if (statusCode >= 400 && statusCode < 500) return failed(NOT_RECORDED);
  const [last] = receipts.slice(-1);
  const receipt = last && (await receiptOf(client, last.transactionHash));
  if (last && !receipt) return undefined;
  if (statusCode >= 600) return failed(IN_PART, receipt?.blockNumber);
  if (receipt && (statusCode < 300 || receipt.status === "reverted")) return endOfReceipt(client, receipt);
  return statusCode < 300 ? { state: { step: "done" } } : failed(REFUSED, receipt?.blockNumber);
}
