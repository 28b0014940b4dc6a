// What a test does to the world behind the pages.
import type { Address } from "viem";
import type { LivingCoop } from "../../scripts/demo/living-coop.ts";
import { mint } from "../../scripts/demo/test-euro.ts";
import { account } from "../../scripts/demo/world.ts";

/** One of the node's accounts, with so much test money more than it has. */
export async function funded({ world, chain }: LivingCoop, place: number, amount: bigint): Promise<Address> {
  const address = account(world, place);
  const call = mint(world.euro, address, amount);
  if (amount > 0n) await chain.connection.provider.request({ method: "eth_sendTransaction", params: [call] });
  return address;
}
