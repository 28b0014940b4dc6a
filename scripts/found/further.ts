// Founders beyond those of the first call: they are handed in with a second one, and only while the co-op waits for them.
import { type Address, keccak256 } from "viem";
import { directoryAbi } from "../../books/abi.ts";
import { encodedFounders, type HandedIn } from "../../books/charter/founders.ts";
import { admitFounders } from "../deploy/found.ts";
import { type FoundingChain, signer } from "./chain.ts";
import type { Say } from "./deploy.ts";

export async function admitFurther(
  chain: FoundingChain,
  directory: Address,
  further: HandedIn["further"],
  say: Say,
): Promise<void> {
  if (further.length === 0) return;
  const call = { address: directory, abi: directoryAbi, functionName: "foundersAwaited" } as const;
  const [awaited] = await chain.client.readContract(call);
  if (awaited !== keccak256(encodedFounders(further))) return;
  const gas = await admitFounders(chain.client, signer(chain), directory, further);
  say(`${further.length} more founders are admitted, for ${gas.toLocaleString("en")} gas.`);
}
