// The audit's decode host: logs become the events of the books, their values decoded by ethers.
import { AbiCoder, type EventFragment, getAddress, getBytes, ParamType } from "ethers";
import type { Address, BookEvent, Hex } from "../../books/event.ts";
import { type AbiParameter, argsFrom } from "../../books/normalise.ts";
import { blocksOf } from "./blocks.ts";
import { type Chain, type ContractName, interfaces } from "./chain.ts";
import type { ChainLog } from "./logs.ts";
import { AuditProblem } from "./problem.ts";

/** Events by contract, with the time of their block. Logs that our ABIs do not know are passed over. */
export async function decodeLogs(
  chain: Chain,
  logs: readonly ChainLog[],
  contractAt: ReadonlyMap<string, ContractName>,
): Promise<BookEvent[]> {
  return decodeWith(await timesOf(chain, logs), logs, contractAt);
}

export function decodeWith(
  times: ReadonlyMap<number, number>,
  logs: readonly ChainLog[],
  contractAt: ReadonlyMap<string, ContractName>,
): BookEvent[] {
  const events: BookEvent[] = [];
  for (const log of logs) {
    const contract = contractAt.get(log.address) ?? contractAt.get(log.address.toLowerCase());
    const event = contract && decode(contract, log, times.get(log.block) ?? 0);
    if (event) events.push(event);
  }
  return events;
}

/** Undefined for a log that the contract's ABI does not know. */
export function decode(contract: ContractName, log: ChainLog, timestamp: number): BookEvent | undefined {
  const shape = shapesOf(contract).get(log.topics[0] ?? "");
  if (!shape || log.topics.length !== 1 + shape.indexed.length) return undefined;
  return {
    contract,
    name: shape.name,
    args: argsFrom(shape.inputs, valuesOf(shape, log)),
    address: log.address as Address,
    blockNumber: BigInt(log.block),
    logIndex: log.index,
    timestamp,
    transactionHash: log.tx as Hex,
  };
}

/** What the first topic of a log says about the rest of it. */
type Shape = {
  name: string;
  inputs: readonly AbiParameter[];
  /** Types of the further topics: what has no fixed length stands there as its hash. */
  indexed: readonly string[];
  inData: readonly ParamType[];
  /** For each argument whether it is in a topic. */
  isIndexed: readonly boolean[];
};

const known = new Map<ContractName, Map<string, Shape>>();

/** Made once: to hash every signature for every log would take most of an audit's time. */
function shapesOf(contract: ContractName): Map<string, Shape> {
  let shapes = known.get(contract);
  if (!shapes) {
    shapes = new Map();
    interfaces[contract].forEachEvent((event) => void shapes?.set(event.topicHash, shapeOf(event)));
    known.set(contract, shapes);
  }
  return shapes;
}

function shapeOf(event: EventFragment): Shape {
  const isIndexed = event.inputs.map(({ indexed }) => indexed === true);
  return {
    name: event.name,
    inputs: event.inputs.map((input) => JSON.parse(input.format("json")) as AbiParameter),
    indexed: event.inputs.filter((_, i) => isIndexed[i]).map((input) => (isDynamic(input) ? "bytes32" : input.type)),
    inData: event.inputs.filter((_, i) => !isIndexed[i]).map((input) => ParamType.from(asBytes(input))),
    isIndexed,
  };
}

const isDynamic = ({ type, baseType }: ParamType): boolean =>
  type === "string" || type === "bytes" || baseType === "array" || baseType === "tuple";

/** Texts are read as bytes: the contracts take any, and ethers gives nothing of one that is no UTF-8. */
const asBytes = (input: ParamType): string => input.format("full").replaceAll(/\bstring\b/g, "bytes");

/** The texts in a value whose texts were read as bytes. */
function withText({ type, components = [] }: AbiParameter, value: unknown): unknown {
  if (type === "string") return new TextDecoder().decode(getBytes(value as string));
  if (type.endsWith("]")) {
    const item = { type: type.slice(0, type.lastIndexOf("[")), components };
    return item.type === "string" || components.length > 0
      ? Array.from(value as ArrayLike<unknown>, (one) => withText(item, one))
      : value;
  }
  if (components.length === 0) return value;
  return components.map((component, i) => withText(component, (value as ArrayLike<unknown>)[i]));
}

const coder = AbiCoder.defaultAbiCoder();

const WORD = 64;
const ADDRESS = 40;
const checksummed = new Map<string, string>();

const isWord = (type: string): boolean => /^(u?int\d*|bool|address|bytes\d+)$/.test(type);

/** Of events whose arguments are a word each, most of all, the words can be read without ethers' tree of coders. */
const wordsOf = (params: readonly ParamType[], data: string): unknown[] =>
  params.map(({ type }, i) => wordOf(type, data.slice(2 + WORD * i, 2 + WORD * (i + 1))));

function wordOf(type: string, word: string): unknown {
  if (word.length !== WORD) throw new RangeError("The data ends too early.");
  if (type === "address") return addressOf(word.slice(-ADDRESS));
  if (type.startsWith("bytes")) return `0x${word.slice(0, 2 * Number(type.slice(5)))}`;
  const value = BigInt(`0x${word}`);
  if (type === "bool") return value !== 0n;
  const bits = Number(/\d+$/.exec(type)?.[0] ?? 256);
  return type.startsWith("u") ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
}

/** The hash in an address's capitals is not made again for every log. */
function addressOf(hex: string): string {
  const address = checksummed.get(hex) ?? getAddress(`0x${hex}`);
  checksummed.set(hex, address);
  return address;
}

/** In the order of the arguments. Throws when topics or data are not what the event says. */
function valuesOf({ name, inputs, indexed, inData, isIndexed }: Shape, log: ChainLog): unknown[] {
  try {
    const topics = indexed.map((type, i) => wordOf(type, (log.topics[i + 1] ?? "").slice(2)));
    const data = inData.every(({ type }) => isWord(type)) ? wordsOf(inData, log.data) : coder.decode(inData, log.data);
    let [topic, word] = [0, 0];
    return inputs.map((input, i) => (isIndexed[i] ? topics[topic++] : withText(input, data[word++])));
  } catch {
    throw new AuditProblem(
      `The RPC gives ${name} (block ${log.block}, log ${log.index}) with data that no such event can have.`,
    );
  }
}

/** Times of the blocks that the logs name; a log of a block that the chain dropped is refused. */
export async function timesOf({ rpc }: Chain, logs: readonly ChainLog[]): Promise<Map<number, number>> {
  const hashes = new Map(logs.map((log) => [log.block, log.blockHash]));
  const blocks = await blocksOf(rpc, [...hashes.keys()]);
  const told = new Map(blocks.map((block) => [block.number, block]));
  if (logs.some(({ block, blockHash }) => told.get(block)?.hash !== blockHash)) {
    throw new AuditProblem("The chain was reorganised while it was being read: run the audit again.");
  }
  return new Map(blocks.map(({ number, timestamp }) => [number, timestamp]));
}
