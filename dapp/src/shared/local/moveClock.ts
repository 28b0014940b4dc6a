// Moves the clock of a local chain. No build for a real network has this file.
import type { Client } from "viem";

type Rpc = (request: { method: string; params: unknown[] }) => Promise<unknown>;

export async function moveClockBy(client: Client, seconds: number): Promise<void> {
  const rpc = client.request as unknown as Rpc;
  await rpc({ method: "evm_increaseTime", params: [seconds] });
  await rpc({ method: "evm_mine", params: [] });
}

/** To a moment that lies ahead. */
export async function moveClockTo(client: Client, at: number): Promise<void> {
  const rpc = client.request as unknown as Rpc;
  await rpc({ method: "evm_setNextBlockTimestamp", params: [at] });
  await rpc({ method: "evm_mine", params: [] });
}
