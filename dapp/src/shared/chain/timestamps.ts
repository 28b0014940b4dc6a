// When blocks were made. Many nodes write it into the log; of the others we ask, once a block.
import type { Client } from "viem";
import { getBlock } from "viem/actions";
import type { MinedLog } from "./logs.ts";

const AT_ONCE = 25;

export async function timestampsOf(client: Client, logs: readonly MinedLog[]): Promise<Map<bigint, number>> {
  const times = new Map<bigint, number>();
  const unknown = new Set<bigint>();
  for (const log of logs) {
    const inLog = (log as { blockTimestamp?: bigint }).blockTimestamp;
    if (inLog !== undefined && inLog !== null) times.set(log.blockNumber, Number(inLog));
    else unknown.add(log.blockNumber);
  }
  const missing = [...unknown].filter((block) => !times.has(block));
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    const blocks = await Promise.all(
      missing.slice(i, i + AT_ONCE).map((blockNumber) => getBlock(client, { blockNumber })),
    );
    for (const block of blocks) if (block.number !== null) times.set(block.number, Number(block.timestamp));
  }
  return times;
}
