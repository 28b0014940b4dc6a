// Hands in what waits: decides what is due, writes the transaction down, and only then sends it.
import type { PrivateKeyAccount } from "viem/accounts";
import type { Address } from "../books/event.ts";
import type { Chain, Head, House } from "./chain.ts";
import { feeNow } from "./fees.ts";
import { follow } from "./follow.ts";
import { KINDS } from "./kinds.ts";
import type { Metrics } from "./metrics.ts";
import type { Kept, Plan } from "./paper.ts";
import { broadcast, signAttempt } from "./sender.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { idsOf, setState, type Waiting, waitingMatters, waitingPapers } from "./store/papers.ts";
import { bind, nonceAfter, openSendings } from "./store/sendings.ts";

export type Post = {
  database: Database;
  chain: Chain;
  house: () => Promise<House>;
  account: PrivateKeyAccount;
  address: Address;
  settings: Settings;
  metrics: Metrics;
};

/** Transactions on their way at the same time; a node keeps few of one account. */
const MOST_OPEN = 8;
const MOST_AT_ONCE = 4_000;
/** What the chain did not count just now is asked about again after so many looks. */
const PAUSE = 8;

/** One look at the chain and what follows from it. */
export function poster(post: Post): () => Promise<void> {
  const paused = new Map<string, number>();
  return async () => {
    const head = await post.chain.head();
    post.metrics.set("relay_head_block", Number(head.number));
    await follow(post, head);
    for (const waiting of await waitingMatters(post.database)) {
      const pause = paused.get(waiting.matter) ?? 0;
      if (pause > 0) paused.set(waiting.matter, pause - 1);
      else if ((await handIn(post, head, waiting)) === "nothing") paused.set(waiting.matter, PAUSE);
      else paused.delete(waiting.matter);
    }
  };
}

async function handIn(post: Post, head: Head, waiting: Waiting): Promise<"sent" | "later" | "nothing"> {
  const { database, chain, settings } = post;
  const papers = await waitingPapers(database, waiting, MOST_AT_ONCE);
  const [first] = papers;
  if (!first) return "later";
  const deadline = await KINDS[first.kind].deadline(chain, first);
  if (deadline === undefined || head.timestamp > deadline) return closed(post, head, papers, deadline);
  const urgent = deadline - head.timestamp <= settings.margin;
  const due =
    urgent ||
    KINDS[first.kind].atOnce ||
    waiting.count >= settings.full ||
    head.timestamp >= waiting.oldest + settings.hold;
  if (!due) return "later";

  let sent = false;
  for (const alike of Map.groupBy(papers, ({ kind }) => KINDS[kind]).values()) {
    const kind = KINDS[alike[0]?.kind ?? "key"];
    for (const plan of await kind.plan(chain, await post.house(), alike, head)) {
      if (!(await send(post, head, waiting.matter, plan, urgent))) return "later";
      sent = true;
    }
  }
  return sent ? "sent" : "nothing";
}

/** Nothing waits for a vote that is over, once that is certain. */
async function closed(post: Post, head: Head, papers: readonly Kept[], deadline: number | undefined) {
  const { database, chain, settings, metrics } = post;
  const deep = head.number - BigInt(settings.depth) + 1n;
  const then = deep < 0n ? 0 : Number((await chain.client.getBlock({ blockNumber: deep })).timestamp);
  if (deadline !== undefined && then <= deadline) return "later";
  for (const alike of Map.groupBy(papers, ({ kind }) => KINDS[kind]).values()) {
    const states = await KINDS[alike[0]?.kind ?? "key"].ended(chain, alike);
    await database.transaction(async (query) => {
      for (const [state, which] of Map.groupBy(alike, (_, i) => states[i] ?? "late")) {
        await setState(query, idsOf(which), state);
        if (state === "late") metrics.add("relay_papers_late_total", which.length);
      }
    });
  }
  return "sent";
}

/** False when it has to wait: too much is on its way, the network is too dear, or a ballot was replaced meanwhile. */
async function send(post: Post, head: Head, matter: string, plan: Plan, urgent: boolean): Promise<boolean> {
  const { database, chain, account, address, settings, metrics } = post;
  const { target, data, gas, papers } = plan;
  const open = await openSendings(database);
  if (open.length >= MOST_OPEN) return false;
  // What prepares others binds no paper, so only this keeps it from going out twice.
  if (papers.length === 0 && open.some((one) => one.target === target && one.data === data)) return true;
  const fee = await feeNow(chain, head, settings, urgent);
  metrics.set("relay_too_dear", fee ? 0 : 1);
  if (!fee) return false;
  // Numbers that the store knows may not be on chain yet; the chain may know some that the store does not.
  const onChain = await chain.client.getTransactionCount({ address });
  const nonce = Math.max(onChain, await nonceAfter(database));
  const attempt = await signAttempt(account, chain.chainId, { nonce, target, data, gas }, fee);
  const bound = await bind(database, { nonce, target, data, gas, matter, attempt, papers: idsOf(papers) });
  if (!bound) return false;
  await broadcast(chain, attempt);
  metrics.add("relay_transactions_sent_total");
  return true;
}
