// A gate between Ponder and the chain. Ponder asks for the logs of one event at a time, a hundred times for one range of blocks; the
// gate asks the chain once and hands each its own. Everything else it passes on as it is.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Call = { jsonrpc: string; id: unknown; method: string; params: [LogFilter] };
type LogFilter = { address?: unknown; topics?: unknown[]; fromBlock?: string; toBlock?: string };
type Answer = { status: number; text: string };
type RpcLog = { topics: string[] };

/** Ranges whose logs are kept: Ponder reads the next one while it writes the one before. */
const KEPT = 4;

/** Starts the gate on a free port of this machine and returns its address. It ends with the process. */
export async function openGate(rpc: string): Promise<string> {
  const ranges = new Map<string, Promise<Answer>>();
  const server = createServer((request, response) => void answer(rpc, ranges, request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(
  rpc: string,
  ranges: Map<string, Promise<Answer>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await textOf(request);
    const call = JSON.parse(body) as Call;
    const { status, text } = isOneEvent(call) ? await logsOf(rpc, ranges, call) : await ask(rpc, body);
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  } catch {
    response.writeHead(502).end();
  }
}

function isOneEvent({ method, params }: Call): boolean {
  const filter = params?.[0];
  return method === "eth_getLogs" && filter?.fromBlock !== undefined && typeof filter.topics?.[0] === "string";
}

async function logsOf(rpc: string, ranges: Map<string, Promise<Answer>>, call: Call): Promise<Answer> {
  const { topics, ...all } = call.params[0];
  const key = JSON.stringify(all);
  const asked = ranges.get(key) ?? ask(rpc, JSON.stringify({ ...call, params: [all] }));
  ranges.set(key, asked);
  for (const old of [...ranges.keys()].slice(0, -KEPT)) ranges.delete(old);
  const answered = await asked.catch((error: unknown) => {
    ranges.delete(key);
    throw error;
  });
  const { result, error } = JSON.parse(answered.text) as { result?: RpcLog[]; error?: unknown };
  if (!result) {
    ranges.delete(key);
    return { status: answered.status, text: JSON.stringify({ jsonrpc: "2.0", id: call.id, error }) };
  }
  const own = result.filter((log) => log.topics[0] === topics?.[0]);
  return { status: 200, text: JSON.stringify({ jsonrpc: "2.0", id: call.id, result: own }) };
}

async function ask(rpc: string, body: string): Promise<Answer> {
  const answered = await fetch(rpc, { method: "POST", headers: { "content-type": "application/json" }, body });
  return { status: answered.status, text: await answered.text() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
