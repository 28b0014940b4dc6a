// All logs of the co-op's modules in a range of blocks, modules found on the way included.
import { type Address, type Client, formatLog, type Log, numberToHex, type RpcLog } from "viem";
import { decodeLog } from "./decode.ts";
import { MODULE_AT, type ModuleName } from "./places.ts";

const MOST_BLOCKS = 5_000n;

export type MinedLog = Log<bigint, number, false>;
/** Every module the directory ever listed, by lower-case address. */
export type KnownModules = Map<string, ModuleName>;
type Range = { from: bigint; to: bigint };

/** Logs of `from`..`to` in the chain's order. Adds to `known` what the directory lists in that range. */
export async function readLogs(
  client: Client,
  directory: Address,
  known: KnownModules,
  { from, to }: Range,
): Promise<MinedLog[]> {
  const logs: MinedLog[] = [];
  let start = from;
  let step = MOST_BLOCKS;
  while (start <= to) {
    const end = start + step - 1n < to ? start + step - 1n : to;
    try {
      logs.push(...(await readRange(client, directory, known, { from: start, to: end })));
      start = end + 1n;
    } catch (error) {
      // Some nodes answer only short ranges.
      if (end - start < 10n) throw error;
      step = (end - start + 1n) / 4n;
    }
  }
  return logs;
}

async function readRange(client: Client, directory: Address, known: KnownModules, range: Range): Promise<MinedLog[]> {
  for (const log of await askForLogs(client, [directory], range)) {
    const { place, module } = decodeLog(log, "directory", 0)?.args ?? {};
    const name = MODULE_AT[Number(place)];
    if (name && typeof module === "string") known.set(module.toLowerCase(), name);
  }
  if (known.size === 0) return [];
  return askForLogs(client, [directory, ...known.keys()] as Address[], range);
}

async function askForLogs(client: Client, address: Address[], { from, to }: Range): Promise<MinedLog[]> {
  const params = [{ address, fromBlock: numberToHex(from), toBlock: numberToHex(to) }];
  const logs = (await client.request({ method: "eth_getLogs" as never, params: params as never })) as RpcLog[];
  return logs.map((log) => formatLog(log) as MinedLog);
}
