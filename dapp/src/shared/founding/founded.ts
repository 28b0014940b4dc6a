// Which co-ops a factory founded, as the chain tells it: nothing else makes a directory one of its own.
import {
  type Address,
  type Client,
  decodeEventLog,
  encodeEventTopics,
  type Hex,
  isAddressEqual,
  numberToHex,
  type TransactionReceipt,
} from "viem";
import { coopFactoryAbi } from "../../../../books/abi.ts";
import { inPieces, type Range } from "../../../../books/reading/pieces.ts";
import { spotAt } from "../chain/logs.ts";
import { failureOf } from "../chain/node-failure.ts";

export type Founded = { directory: Address; name: string; block: number };
type RawLog = { address: Address; topics: [Hex, ...Hex[]]; data: Hex; blockNumber: Hex | bigint };

const TRIES = 4;
const EVENT = { abi: coopFactoryAbi, eventName: "CoopFounded" } as const;

/** Looks through the factory's whole life for the founding of `directory`. */
export async function findFounded(
  client: Client,
  factory: { address: Address; block: number },
  directory: Address,
): Promise<Founded | undefined> {
  const { number: to } = await spotAt(client);
  const topics = encodeEventTopics({ ...EVENT, args: { directory } });
  const ask = ({ from, to }: Range) => {
    const filter = { address: factory.address, topics, fromBlock: numberToHex(from), toBlock: numberToHex(to) };
    return client.request({ method: "eth_getLogs" as never, params: [filter] as never }, { retryCount: 0 });
  };
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const patience = { failureOf, wait, tries: TRIES };
  for await (const { answer } of inPieces({ from: factory.block, to }, ask, patience)) {
    const found = foundedIn(answer as RawLog[], factory.address);
    if (found && isAddressEqual(found.directory, directory)) return found;
  }
  return undefined;
}

/** What a transaction founded; undefined when it was another one in its place. */
export const foundedBy = ({ logs }: TransactionReceipt, factory: Address): Founded | undefined =>
  foundedIn(logs as unknown as RawLog[], factory);

function foundedIn(logs: readonly RawLog[], factory: Address): Founded | undefined {
  const [topic] = encodeEventTopics(EVENT);
  const log = logs.find(({ address, topics }) => isAddressEqual(address, factory) && topics[0] === topic);
  if (!log) return undefined;
  const { directory, name } = decodeEventLog({ ...EVENT, topics: log.topics, data: log.data }).args;
  return { directory, name, block: Number(log.blockNumber) };
}
