// When blocks were made. Many nodes write it into the log; of the others we ask, once a block.
import type { Client } from "viem";
import { type MinedLog, Reorganised, type Spot, spotAt } from "./logs.ts";

const AT_ONCE = 25;

/** Throws when a log is of a block that the chain has no longer. */
export async function timestampsOf(
  client: Client,
  logs: readonly MinedLog[],
  last: Spot,
): Promise<Map<bigint, number>> {
  const times = new Map([[BigInt(last.number), last.timestamp]]);
  const unknown = new Map<number, string>();
  for (const log of logs) {
    const inLog = (log as { blockTimestamp?: bigint }).blockTimestamp;
    if (inLog !== undefined && inLog !== null) times.set(log.blockNumber, Number(inLog));
    else if (!times.has(log.blockNumber)) unknown.set(Number(log.blockNumber), log.blockHash);
  }
  const missing = [...unknown.keys()];
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    const spots = await Promise.all(missing.slice(i, i + AT_ONCE).map((number) => spotAt(client, number)));
    for (const { number, hash, timestamp } of spots) {
      if (hash !== unknown.get(number)) throw new Reorganised();
      times.set(BigInt(number), timestamp);
    }
  }
  return times;
}
