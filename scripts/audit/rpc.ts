// Plain JSON-RPC over HTTP with patience: a busy node is asked again, as late as it says; a batch that is too big, in halves.
import { setTimeout as wait } from "node:timers/promises";
import { type Failure, kindOfRefusal, waitBefore } from "../../books/reading/refusal.ts";

export type Payload = { id: number; method: string; params: unknown };
export type Reply = { id: number; result?: unknown; error?: { code: number; message: string; data?: unknown } };

const TIMEOUT_MS = 30_000;
const TRIES = 7;
/** Nobody there is no reason to wait long. */
const TRIES_WHEN_UNREACHABLE = 3;
const IN_A_BATCH = 100;
/** Batches under way at a time. */
const BATCHES_AT_ONCE = 4;

/** A request that got no answer of JSON-RPC. The code is how ethers marks what goes wrong on the way to the chain. */
export class RpcFailure extends Error {
  override name = "RpcFailure";
  readonly code = "SERVER_ERROR";
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export class Rpc {
  readonly url: string;
  /** How often a busy node is asked before it is given up. */
  readonly tries: number;

  constructor(url: string, tries = TRIES) {
    this.url = url;
    this.tries = tries;
  }

  /** One answer; an error that the node tells is thrown. */
  async call(method: string, params: unknown): Promise<unknown> {
    const [reply] = await this.send([{ id: 1, method, params }]);
    return resultOf(reply);
  }

  /** Answers in the order of the questions. */
  async callAll(method: string, all: readonly unknown[]): Promise<unknown[]> {
    const results: unknown[] = new Array(all.length);
    const starts = Array.from({ length: Math.ceil(all.length / IN_A_BATCH) }, (_, i) => i * IN_A_BATCH).values();
    const worker = async () => {
      for (const start of starts) {
        const batch = all.slice(start, start + IN_A_BATCH).map((params, i) => ({ id: start + i, method, params }));
        for (const reply of await this.send(batch)) results[reply.id] = resultOf(reply);
      }
    };
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, worker));
    return results;
  }

  /** Answers in any order. Logs are asked for once only: whoever reads them decides what to do when they do not come. */
  async send(batch: readonly Payload[]): Promise<Reply[]> {
    const tries = batch.length === 1 && batch[0]?.method === "eth_getLogs" ? 1 : this.tries;
    for (let again = 1; ; again++) {
      try {
        return await this.withoutBusy(await this.post(batch), batch, again < tries);
      } catch (error) {
        const { failure } = error as RpcFailure;
        if (!failure) throw error;
        const kind = kindOfRefusal(failure);
        if (kind === "large" && batch.length > 1) return this.inHalves(batch);
        const most = kind === "unreachable" ? Math.min(tries, TRIES_WHEN_UNREACHABLE) : tries;
        if (kind === "other" || kind === "pruned" || again >= most) throw error;
        await wait(waitBefore(again, failure));
      }
    }
  }

  /** A node may answer a part of a batch and be too busy for the rest. */
  private async withoutBusy(replies: Reply[], batch: readonly Payload[], again: boolean): Promise<Reply[]> {
    const busy = replies.filter(({ error }) => error && kindOfRefusal(error) === "busy");
    if (busy.length === 0 || !again) return replies;
    if (busy.length === batch.length) throw new RpcFailure(busy[0]?.error as Failure);
    await wait(waitBefore(1, busy[0]?.error as Failure));
    const ids = new Set(busy.map(({ id }) => id));
    const rest = await this.send(batch.filter(({ id }) => ids.has(id)));
    return [...replies.filter(({ id }) => !ids.has(id)), ...rest];
  }

  private async inHalves(batch: readonly Payload[]): Promise<Reply[]> {
    const middle = Math.ceil(batch.length / 2);
    return [...(await this.send(batch.slice(0, middle))), ...(await this.send(batch.slice(middle)))];
  }

  private async post(batch: readonly Payload[]): Promise<Reply[]> {
    const calls = batch.map((call) => ({ jsonrpc: "2.0", ...call }));
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(calls.length === 1 ? calls[0] : calls),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: Error) => {
      throw new RpcFailure({ message: error.name === "TimeoutError" ? "it timed out" : withCause(error) });
    });
    const text = await response.text();
    const answers = repliesIn(text);
    if (answers?.length === batch.length) return answers;
    const message = answers?.[0]?.error?.message ?? (text.slice(0, 200).replaceAll(/\s+/g, " ") || "an empty answer");
    const retryAfter = response.headers.get("retry-after");
    throw new RpcFailure({ message: `${response.status}: ${message}`, status: response.status, retryAfter });
  }
}

function resultOf(reply: Reply | undefined): unknown {
  if (reply?.error) throw new RpcFailure(reply.error);
  return reply?.result;
}

/** Undefined when it is no answer of JSON-RPC. */
function repliesIn(text: string): Reply[] | undefined {
  try {
    const body = JSON.parse(text) as Reply | Reply[];
    const list = Array.isArray(body) ? body : [body];
    return list.every((one) => typeof one === "object" && one !== null && ("result" in one || "error" in one))
      ? list
      : undefined;
  } catch {
    return undefined;
  }
}

/** Node's fetch hides why it failed in the cause. */
function withCause(error: Error): string {
  const cause = (error.cause as Error | undefined)?.message;
  return cause ? `${error.message}: ${cause}` : error.message;
}
