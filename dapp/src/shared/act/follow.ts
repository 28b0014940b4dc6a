// What was sent, until it is recorded or told to wait no longer; also after a reload.
import type { Client, Hex } from "viem";
import { t } from "../../../../books/say.ts";
import type { Sentence } from "../errors.ts";
import { type End, endOfReceipt } from "./end.ts";
import { forgetPending, listPending, pendingOf, rememberPending, type Sent } from "./pending.ts";
import type { ActTools } from "./perform.ts";
import { fateOf, receiptOf, seenOf } from "./replaced.ts";

const PATIENCE_MS = 90_000;
const TAKEN_BACK: Sentence = {
  what: t`You took it back in your wallet before it was recorded.`,
  next: t`Nothing was changed. Do it again when you like.`,
};
const OTHER: Sentence = {
  what: t`Your wallet sent something else in its place, so this was not done.`,
  next: t`If you still want it, do it again.`,
};

/** Resolves to whether it was done. */
export async function follow(tools: ActTools, key: string, sent: Sent): Promise<boolean> {
  const { acts, wagmi, chain, coop } = tools;
  const client = wagmi.getClient() as Client;
  acts.set(key, { step: "sent" });
  const endOf = async () =>
    "batch" in sent
      ? (await import("./together.ts")).endOfBatch(tools, sent.batch)
      : endOfTransaction(client, sent, () => rememberPending(coop, key, sent));
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(client.pollingInterval)) {
    // Whoever does not answer is asked again.
    const end = await endOf().catch(() => undefined);
    if (!end) continue;
    forgetPending(coop, key);
    if (end.block !== undefined) await chain.reach(end.block);
    acts.set(key, end.state);
    return end.state.step === "done";
  }
  acts.set(key, { step: "slow" });
  return false;
}

/** Waits again for what was sent under this key. */
export async function followAgain(tools: ActTools, key: string): Promise<boolean> {
  const sent = pendingOf(tools.coop, key);
  return sent ? follow(tools, key, sent) : false;
}

export function resumePending(tools: ActTools): void {
  for (const key of listPending(tools.coop)) followAgain(tools, key);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function endOfTransaction(
  client: Client,
  sent: Extract<Sent, { hash: Hex }>,
  remember: () => void,
): Promise<End | undefined> {
  const receipt = await receiptOf(client, sent.hash);
  if (receipt) return endOfReceipt(client, receipt);
  if (!sent.seen) {
    const seen = await seenOf(client, sent.hash);
    if (!seen) return undefined;
    sent.seen = seen;
    return void remember();
  }
  const fate = await fateOf(client, sent.hash, sent.seen);
  if (!fate) return undefined;
  if (fate.did === "same") return endOfReceipt(client, fate.receipt);
  const taken = { step: "failed", sentence: TAKEN_BACK, calm: true } as const;
  return { state: fate.did === "nothing" ? taken : { step: "failed", sentence: OTHER }, block: fate.block };
}
