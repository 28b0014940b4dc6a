// All logs of the co-op's modules in a range of blocks, modules found on the way included.
import { type Address, BaseError, type Client, formatLog, type Hex, type Log, numberToHex, type RpcLog } from "viem";
import { inPieces, type Range } from "../../../../books/reading/pieces.ts";
import { decodeLog } from "./decode.ts";
import type { EventTable } from "./decode-event.ts";
import { failureOf } from "./node-failure.ts";
import { MODULE_AT, type ModuleName } from "./places.ts";

export type MinedLog = Log<bigint, number, false>;
/** Every module the directory ever listed, by lower-case address. */
export type KnownModules = Map<string, ModuleName>;
/** What of the chain is read, and how its events look. */
export type Source = { client: Client; directory: Address; tables: Record<string, EventTable> };
/** A block as the chain has it now. */
export type Spot = { number: number; hash: Hex; timestamp: number };

const TRIES = 4;

/** The chain was another one while it was read: what was read is to be read again. */
export class Reorganised extends Error {
  override name = "Reorganised";
  override message = "The chain changed while it was read.";
}

/** The node tells what can not be. */
export class UntrueNode extends Error {
  override name = "UntrueNode";
}

export async function spotAt(client: Client, blockNumber?: number): Promise<Spot> {
  const which = blockNumber === undefined ? "latest" : numberToHex(blockNumber);
  const asked = { method: "eth_getBlockByNumber" as never, params: [which, false] as never };
  const block = (await client.request(asked)) as { number: Hex; hash: Hex; timestamp: Hex } | null;
  if (!block) throw new BaseError(`The node has no block ${blockNumber ?? "yet"}.`, { details: "header not found" });
  return { number: Number(block.number), hash: block.hash, timestamp: Number(block.timestamp) };
}

/**
 * Logs up to `end` in the chain's order, piece by piece with the last block of each. Adds to `known` what the directory lists
 * on the way. A log that the node gives twice is there twice.
 */
export async function* readLogs(source: Source, known: KnownModules, from: number, end: Spot) {
  const ask = (piece: Range) => readPiece(source, known, piece, end);
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  for await (const { piece, answer } of inPieces({ from, to: end.number }, ask, { failureOf, wait, tries: TRIES })) {
    yield { from: piece.from, ...answer };
  }
}

async function readPiece({ client, directory, tables }: Source, known: KnownModules, range: Range, end: Spot) {
  const last = range.to === end.number ? end : await spotAt(client, range.to);
  // Of one block we can say which: then it is no other, even from a node that lags behind.
  const which = range.from === end.number ? { blockHash: end.hash } : between(range);
  for (const log of await askForLogs(client, [directory], which)) {
    const { place, module } = decodeLog(log, "directory", 0, tables)?.args ?? {};
    const name = MODULE_AT[Number(place)];
    if (name && typeof module === "string") known.set(module.toLowerCase(), name);
  }
  const addresses = [directory, ...known.keys()] as Address[];
  const logs = known.size === 0 ? [] : await askForLogs(client, addresses, which);
  const asked = new Set(addresses.map((address) => address.toLowerCase()));
  for (const log of logs) {
    const number = Number(log.blockNumber);
    if (number < range.from || number > range.to || !asked.has(log.address.toLowerCase())) {
      throw new UntrueNode(`asked for blocks ${range.from} to ${range.to}, it gave a log of block ${number}`);
    }
    if (number === last.number && log.blockHash !== last.hash) throw new Reorganised();
  }
  if (!("blockHash" in which) && (await spotAt(client, last.number)).hash !== last.hash) throw new Reorganised();
  return { last, logs: logs.sort(inChainOrder) };
}

const between = ({ from, to }: Range) => ({ fromBlock: numberToHex(from), toBlock: numberToHex(to) });

const inChainOrder = (a: MinedLog, b: MinedLog) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex;

async function askForLogs(client: Client, address: Address[], which: object): Promise<MinedLog[]> {
  const asked = { method: "eth_getLogs" as never, params: [{ address, ...which }] as never };
  // Not again by viem: what to do about a refusal is decided piece by piece.
  const logs = (await client.request(asked, { retryCount: 0 })) as RpcLog[];
  return logs.map((log) => formatLog(log) as MinedLog);
}
