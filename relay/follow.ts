// Follows what was sent until it is deep in the chain: looks for it, sends it again, offers more, and lets go of what can never
// be mined. Everything is read from the chain each time; a reorganisation only means that it is not there.
import { type TransactionReceipt, TransactionReceiptNotFoundError } from "viem";
import type { Head } from "./chain.ts";
import { feeNow, replacing } from "./fees.ts";
import { KINDS } from "./kinds.ts";
import type { Post } from "./poster.ts";
import { broadcast, signAttempt } from "./sender.ts";
import { papersOfSending, setState } from "./store/papers.ts";
import { addAttempt, endSending, openSendings, type Sending } from "./store/sendings.ts";

export async function follow(post: Post, head: Head): Promise<void> {
  for (const sending of await openSendings(post.database)) await followOne(post, head, sending);
}

async function followOne(post: Post, head: Head, sending: Sending): Promise<void> {
  const { settings, metrics } = post;
  const receipt = await receiptOf(post, sending);
  if (receipt) {
    if (head.number - receipt.blockNumber + 1n >= BigInt(settings.depth)) await settle(post, sending, receipt);
    return;
  }
  if (await isUsedUp(post, head, sending)) {
    metrics.add("relay_transactions_void_total");
    await release(post, sending);
    return;
  }
  const latest = sending.attempts.at(-1);
  if (!latest) return;
  const waited = (Date.now() - latest.at) / 1_000;
  if (waited >= settings.patience && (await offerMore(post, head, sending))) return;
  // A node that knows it says so, which does no harm; one that dropped it takes it again.
  await broadcast(post.chain, latest);
}

/** Of whichever attempt was mined. */
async function receiptOf({ chain }: Post, { attempts }: Sending): Promise<TransactionReceipt | undefined> {
  for (const { hash } of attempts.toReversed()) {
    const receipt = await chain.client.getTransactionReceipt({ hash }).catch((error) => {
      if (error instanceof TransactionReceiptNotFoundError) return undefined;
      throw error;
    });
    // A pending transaction has none at some nodes, and one without a block at others.
    if (receipt?.blockHash) return receipt;
  }
  return undefined;
}

/** Whether another transaction took the number for good: only a block that is deep enough can say so. */
async function isUsedUp({ chain, address, settings }: Post, head: Head, { nonce }: Sending): Promise<boolean> {
  const deep = head.number - BigInt(settings.depth) + 1n;
  if (deep < 0n) return false;
  return (await chain.client.getTransactionCount({ address, blockNumber: deep })) > nonce;
}

/** Done for good: what the chain counted is counted, and what it passed over is judged anew while the vote is open. */
async function settle(post: Post, sending: Sending, receipt: TransactionReceipt): Promise<void> {
  const { database, metrics } = post;
  const papers = await papersOfSending(database.query, sending.id);
  const first = papers[0];
  const counted = first ? KINDS[first.kind].counted(receipt.logs as never, papers) : new Set<string>();
  const [yes, no] = [papers.filter(({ id }) => counted.has(id)), papers.filter(({ id }) => !counted.has(id))];
  const reverted = receipt.status === "reverted";
  await database.transaction(async (query) => {
    await endSending(query, sending.id, "done", receipt);
    await setState(
      query,
      yes.map(({ id }) => id),
      "counted",
    );
    await setState(
      query,
      no.map(({ id }) => id),
      reverted ? "waiting" : "passed-over",
    );
  });
  metrics.add("relay_gas_used_total", Number(receipt.gasUsed));
  metrics.add("relay_papers_counted_total", yes.length);
  if (reverted) metrics.add("relay_transactions_reverted_total");
}

async function release({ database }: Post, sending: Sending): Promise<void> {
  await database.transaction(async (query) => {
    const papers = await papersOfSending(query, sending.id);
    await endSending(query, sending.id, "void");
    await setState(
      query,
      papers.map(({ id }) => id),
      "waiting",
    );
  });
}

/** The same again for a higher fee; false when that is dearer than allowed. */
async function offerMore(post: Post, head: Head, sending: Sending): Promise<boolean> {
  const { chain, account, settings, database, metrics } = post;
  const latest = sending.attempts.at(-1);
  if (!latest) return false;
  const urgent = await isUrgent(post, head, sending);
  const limit = urgent ? settings.urgentFee : settings.maxFee;
  const fee = replacing(latest, await feeNow(chain, head, settings, urgent), limit);
  if (!fee) return false;
  const attempt = await signAttempt(account, chain.chainId, sending, fee);
  await addAttempt(database, sending.id, attempt);
  await broadcast(chain, attempt);
  metrics.add("relay_transactions_replaced_total");
  return true;
}

async function isUrgent(post: Post, head: Head, sending: Sending): Promise<boolean> {
  const [paper] = await papersOfSending(post.database.query, sending.id);
  if (!paper) return false;
  const deadline = await KINDS[paper.kind].deadline(post.chain, paper);
  return deadline !== undefined && deadline - head.timestamp <= post.settings.margin;
}
