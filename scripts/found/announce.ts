// What is told about a co-op once it stands: its addresses, and the file that a page needs to show it.

import type { Address, Hash } from "viem";
import { getAddress, parseEventLogs } from "viem";
import { coopFactoryAbi } from "../../books/abi.ts";
import { modulesOf } from "../deploy/found.ts";
import { Failure } from "../lib/failure.ts";
import { writeFiles } from "../lib/write-files.ts";
import type { FoundingChain } from "./chain.ts";

const COOP_FILE = "coop.json";

export type Standing = { name: string; directory: Address; factory: Address; block: bigint };

/** When the factory founded it: its event is the one trace of that. */
export async function foundedAt(chain: FoundingChain, factory: Address, directory: Address): Promise<bigint> {
  const logs = await chain.client.getContractEvents({
    address: factory,
    abi: coopFactoryAbi,
    eventName: "CoopFounded",
    args: { directory },
    fromBlock: 0n,
  });
  const [log] = logs;
  if (!log)
    throw new Failure(
      `The factory at ${factory} did not found the co-op at ${directory}: name another with --factory.`,
    );
  return log.blockNumber;
}

export async function directoryIn(
  chain: FoundingChain,
  hash: Hash,
): Promise<{ directory: Address; block: bigint; gas: bigint }> {
  const { logs, blockNumber, gasUsed, status } = await chain.client.waitForTransactionReceipt({ hash });
  const [founded] = parseEventLogs({ abi: coopFactoryAbi, eventName: "CoopFounded", logs });
  if (!founded) throw new Failure(`The transaction ${hash} founded no co-op (${status}): run the same command again.`);
  return { directory: founded.args.directory, block: blockNumber, gas: gasUsed };
}

/** A line for each module. */
export async function addressLines(chain: FoundingChain, { directory, factory }: Standing): Promise<string[]> {
  const modules = await modulesOf(chain.client, directory);
  const all = Object.entries({ factory, ...modules }) as [string, Address][];
  return all.map(([name, address]) => `  ${name.padEnd(12)}${getAddress(address)}`);
}

/** What the page fetches as /coop.json. */
export function writeCoopFile(
  folder: string,
  chain: FoundingChain,
  rpcUrl: string,
  standing: Standing,
  token: Address,
): void {
  const { name, directory, factory, block } = standing;
  const file = {
    name,
    chainId: chain.chainId,
    rpcUrl,
    directory,
    fromBlock: Number(block),
    instance: chain.isLocal ? chain.instance : `${chain.chainId}:${directory}`,
    factory: { address: factory, block: Number(block) },
    tokens: [token],
  };
  writeFiles(folder, [{ name: COOP_FILE, text: `${JSON.stringify(file, null, 2)}\n` }]);
}
