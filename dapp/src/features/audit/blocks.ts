// Which block the chain has at a number today.
import type { Client, Hex } from "viem";
import { getBlock } from "viem/actions";

/** Nothing when the chain has no such block. */
export async function hashOfBlock(client: Client, blockNumber: bigint): Promise<Hex | undefined> {
  try {
    return (await getBlock(client, { blockNumber })).hash ?? undefined;
  } catch (error) {
    if ((error as Error).name === "BlockNotFoundError") return undefined;
    throw error;
  }
}
