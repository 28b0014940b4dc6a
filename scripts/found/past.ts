// What a chain tells of earlier blocks, asked so that a public RPC answers: from where something can be, and in pieces.
import { type Address, decodeEventLog, encodeEventTopics, type Hex, numberToHex } from "viem";
import { authorityAbi, coopFactoryAbi } from "../../books/abi.ts";
import { birthOf, type ChainLog, logPieces } from "../audit/logs.ts";
import { Failure } from "../lib/failure.ts";
import type { FoundingChain } from "./chain.ts";

export type Founding = { factory: Address; founder: Address; name: string; block: bigint };
export type Appointment = { role: bigint; account: Address };

/** The block in which a contract was made; block 0 when the RPC keeps no old states. */
export async function bornAt({ client, rpc }: FoundingChain, address: Address): Promise<bigint> {
  const hasCode = async (of: string, block = 0) => (await rpc.call("eth_getCode", [of, numberToHex(block)])) !== "0x";
  return BigInt(await birthOf({ block: Number(await client.getBlockNumber()), hasCode }, address));
}

/** Who founded the co-op at `directory`: the factory's event, in the block in which the directory was made, is the one trace of it. */
export async function foundingOf(chain: FoundingChain, directory: Address): Promise<Founding> {
  const born = await bornAt(chain, directory);
  const to = born > 0n ? born : await chain.client.getBlockNumber();
  const topics = encodeEventTopics({ abi: coopFactoryAbi, eventName: "CoopFounded", args: { directory } });
  const [log] = await logsOf(chain, [], born, to, topics as Hex[]);
  if (!log)
    throw new Failure(`No factory on chain ${chain.chainId} founded a co-op at ${directory}: name its directory.`);
  const { founder, name } = decodeEventLog({ abi: coopFactoryAbi, eventName: "CoopFounded", ...wordsOf(log) }).args;
  return { factory: log.address as Address, founder, name, block: BigInt(log.block) };
}

/** Every office that was ever given, each once. */
export async function appointmentsBy(chain: FoundingChain, authority: Address, from: bigint): Promise<Appointment[]> {
  const topics = encodeEventTopics({ abi: authorityAbi, eventName: "Appointed" });
  const logs = await logsOf(chain, [authority], from, await chain.client.getBlockNumber(), topics as Hex[]);
  const given = logs.map((log) => decodeEventLog({ abi: authorityAbi, eventName: "Appointed", ...wordsOf(log) }).args);
  return [...new Map(given.map(({ role, account }) => [`${role} ${account}`, { role, account }])).values()];
}

async function logsOf({ rpc }: FoundingChain, addresses: Address[], from: bigint, to: bigint, topics: Hex[]) {
  const logs: ChainLog[] = [];
  const range = { from: Number(from), to: Number(to) };
  for await (const { answer } of logPieces({ rpc }, addresses, range, topics)) logs.push(...answer);
  return logs;
}

const wordsOf = ({ topics, data }: ChainLog) => ({ topics: topics as [Hex, ...Hex[]], data: data as Hex });
