// Values out of the data of a log, as viem decodes them (test/dapp/decode.test.ts compares), in a tenth of the size.
import { type Address, getAddress, type Hex } from "viem";

export type Param = readonly [name: string, type: string, indexed: 0 | 1, parts?: readonly Param[]];
/** By `topicKey`: an event's name and its arguments. */
export type EventTable = Record<string, readonly [name: string, ...params: Param[]]>;
export type Decoded = { name: string; args: Record<string, unknown> };

/** Undefined for events that the table does not know. Throws when the data is not what the event says. */
export function decodeEvent(table: EventTable, topics: readonly string[], data: string): Decoded | undefined {
  const event = table[topicKey(topics[0] ?? "")];
  if (!event) return undefined;
  const [name, ...params] = event;
  const args: Record<string, unknown> = {};
  const inData = params.filter(([, , indexed]) => !indexed);
  const values = readTuple(inData, data.slice(2), 0);
  for (const [i, [key]] of inData.entries()) args[key] = values[i];
  let topic = 1;
  for (const param of params) if (param[2]) args[param[0]] = readIndexed(param, topics[topic++]);
  return { name, args };
}

/** One value that a call returned. */
export const decodeOne = (type: string, data: string): unknown => readTuple([["", type, 0]], data.slice(2), 0)[0];

/** So much of the first topic tells the events of one contract apart. */
export const topicKey = (topic: string): string => topic.slice(2, 10);

const WORD = 32;

/** Of what has no fixed length only the hash is in a topic. */
function readIndexed(param: Param, topic: string | undefined): unknown {
  if (topic === undefined) throw new RangeError("A topic is missing.");
  return isDynamic(param) ? topic : read(param, topic.slice(2), 0);
}

/** `data` is without its 0x; `base` counts bytes, and offsets count from it. */
function readTuple(params: readonly Param[], data: string, base: number): unknown[] {
  let head = base;
  return params.map((param) => {
    const at = isDynamic(param) ? base + Number(readUint(data, head)) : head;
    head += headSize(param);
    return read(param, data, at);
  });
}

function read(param: Param, data: string, at: number): unknown {
  const [, type, , parts = []] = param;
  const list = itemOf(param);
  if (list) {
    const count = list.count ?? Number(readUint(data, at));
    if (count * 64 > data.length) throw new RangeError("A list is longer than its data.");
    return readTuple(Array(count).fill(list.item), data, list.count === undefined ? at + WORD : at);
  }
  if (type === "tuple") {
    const values = readTuple(parts, data, at);
    return Object.fromEntries(parts.map(([key], i) => [key, values[i]]));
  }
  if (type === "string" || type === "bytes") {
    const hex = slice(data, at + WORD, Number(readUint(data, at)));
    return type === "bytes" ? `0x${hex}` : textOf(hex);
  }
  if (type === "address") return getAddress(`0x${slice(data, at + 12, 20)}` as Address);
  if (type.startsWith("bytes")) return `0x${slice(data, at, Number(type.slice(5)))}` as Hex;
  const word = readUint(data, at);
  if (type === "bool") return word === 1n;
  const [, signed, bits = "256"] = /^(u?)int(\d*)$/.exec(type) ?? [];
  const value = signed ? word : BigInt.asIntN(256, word);
  return Number(bits) > 48 ? value : Number(value);
}

/** What a list holds, and how many where that is fixed. */
function itemOf([name, type, indexed, parts]: Param): { item: Param; count?: number } | undefined {
  const [, of, count] = /^(.*)\[(\d*)\]$/.exec(type) ?? [];
  if (of === undefined) return undefined;
  const item: Param = parts ? [name, of, indexed, parts] : [name, of, indexed];
  return count ? { item, count: Number(count) } : { item };
}

function isDynamic(param: Param): boolean {
  const [, type, , parts = []] = param;
  const list = itemOf(param);
  if (list) return list.count === undefined || isDynamic(list.item);
  return type === "string" || type === "bytes" || (type === "tuple" && parts.some(isDynamic));
}

function headSize(param: Param): number {
  if (isDynamic(param)) return WORD;
  const list = itemOf(param);
  if (list) return (list.count ?? 0) * headSize(list.item);
  return (param[3] ?? []).reduce((sum, part) => sum + headSize(part), 0) || WORD;
}

const readUint = (data: string, at: number): bigint => BigInt(`0x${slice(data, at, WORD)}`);

function slice(data: string, at: number, length: number): string {
  const found = data.slice(at * 2, (at + length) * 2);
  if (found.length !== length * 2) throw new RangeError("The data ends too early.");
  return found;
}

const textOf = (hex: string): string =>
  new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
