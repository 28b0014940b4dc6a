// All logs of some contracts, in pieces that adapt to what the RPC is willing to give.
import { setTimeout as wait } from "node:timers/promises";
import { inPieces, NodeRefusal, type Range } from "../../books/reading/pieces.ts";
import type { Failure } from "../../books/reading/refusal.ts";
import { hexOf } from "./blocks.ts";
import type { Chain } from "./chain.ts";
import { AuditProblem } from "./problem.ts";
import { RpcFailure } from "./rpc.ts";

/** What a log says, and where it stands. */
export type ChainLog = {
  address: string;
  topics: readonly string[];
  data: string;
  block: number;
  blockHash: string;
  index: number;
  tx: string;
};
/** As JSON-RPC writes it. */
export type RawLog = {
  address: string;
  topics: string[];
  data: string;
  blockNumber: string;
  blockHash: string;
  logIndex: string;
  transactionHash: string;
};

/** In the chain's order; a log that the RPC gives twice is there twice. */
export async function logsOf(
  chain: Chain,
  addresses: readonly string[],
  fromBlock: number,
  told: (upTo: number, logs: number) => void = () => {},
): Promise<ChainLog[]> {
  const logs: ChainLog[] = [];
  for await (const { piece, answer } of logPieces(chain, addresses, { from: fromBlock, to: chain.block })) {
    for (const log of answer) logs.push(log);
    told(piece.to, logs.length);
  }
  return logs;
}

/**
 * The logs piece by piece, of anybody where no address is named. Throws an AuditProblem that says what the RPC does not give, or
 * what it gives unasked.
 */
export async function* logPieces(
  { rpc }: Pick<Chain, "rpc">,
  addresses: readonly string[],
  range: Range,
  topics: readonly (string | null)[] = [],
): AsyncGenerator<{ piece: Range; answer: ChainLog[] }> {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  const named = { ...(wanted.size > 0 && { address: addresses }), ...(topics.length > 0 && { topics }) };
  const ask = async ({ from, to }: Range) => {
    const answer = await rpc.call("eth_getLogs", [{ ...named, fromBlock: hexOf(from), toBlock: hexOf(to) }]);
    // Some nodes say so that they do not have the blocks yet.
    if (!Array.isArray(answer)) throw new RpcFailure({ message: "header not found: null instead of a list of logs" });
    return answer as RawLog[];
  };
  try {
    for await (const { piece, answer } of inPieces(range, ask, { failureOf, wait, tries: rpc.tries })) {
      yield { piece, answer: inOrder(answer.map((raw) => asked(raw, piece, wanted))) };
    }
  } catch (error) {
    if (!(error instanceof NodeRefusal)) throw error;
    const { from, to } = error.piece;
    const which = from === to ? `block ${from}` : `blocks ${from} to ${to}`;
    const advice = error.kind === "pruned" ? " It does not keep what is that old: ask an RPC that does." : "";
    throw new AuditProblem(`The RPC gives no logs of ${which} (${error.message}).${advice}`);
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof RpcFailure) return error.failure;
  throw error;
}

function asked(raw: RawLog, { from, to }: Range, wanted: ReadonlySet<string>): ChainLog {
  const log = {
    address: raw.address,
    topics: raw.topics,
    data: raw.data,
    block: Number(raw.blockNumber),
    blockHash: raw.blockHash,
    index: Number(raw.logIndex),
    tx: raw.transactionHash,
  };
  const isWanted = wanted.size === 0 || wanted.has(log.address.toLowerCase());
  if (log.block >= from && log.block <= to && isWanted) return log;
  throw new AuditProblem(
    `Asked for blocks ${from} to ${to} of the co-op, the RPC gave log ${log.index} of block ${log.block} by ${log.address}.`,
  );
}

/** The numbers of block and log say the order, whatever order they come in. */
function inOrder(logs: ChainLog[]): ChainLog[] {
  const later = (a: ChainLog, b: ChainLog) => a.block - b.block || a.index - b.index;
  const sorted = logs.every((log, i) => i === 0 || later(logs[i - 1] as ChainLog, log) <= 0);
  return sorted ? logs : logs.toSorted(later);
}

/** The block in which a contract was made. Block 0 when the RPC keeps no old states. */
export async function birthOf(chain: Pick<Chain, "block" | "hasCode">, address: string): Promise<number> {
  let before = -1;
  let after = chain.block;
  try {
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (await chain.hasCode(address, middle)) after = middle;
      else before = middle;
    }
    return after;
  } catch {
    return 0;
  }
}
