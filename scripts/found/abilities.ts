// What the contracts need of a chain. Where it is missing a co-op could be founded and would fail its members later.
import type { Address, Hex } from "viem";
import { Failure } from "../lib/failure.ts";
import type { FoundingChain } from "./chain.ts";

/** Returns clz(1), the opcode of EIP-7939 that the ballot keys are read with: 255. */
const CLZ: Hex = "0x60011e5f5260205ff3";
/** BLS12-381 (EIP-2537): the sum of two points at infinity is the point at infinity. */
const G1_ADD: Address = "0x000000000000000000000000000000000000000b";
const INFINITY_TWICE: Hex = `0x${"00".repeat(256)}`;
const INFINITY = `0x${"00".repeat(128)}`;

export async function requireAbilities({ client, chainId }: FoundingChain): Promise<void> {
  const [clz, sum] = await Promise.all([
    answerOf(client.call({ data: CLZ })),
    answerOf(client.call({ to: G1_ADD, data: INFINITY_TWICE })),
  ]);
  const missing = [
    ...(clz !== undefined && BigInt(clz) === 255n ? [] : ["the CLZ opcode (EIP-7939)"]),
    ...(sum === INFINITY ? [] : ["the BLS12-381 precompiles (EIP-2537)"]),
  ];
  if (missing.length === 0) return;
  throw new Failure(
    `Chain ${chainId} lacks ${missing.join(" and ")}, which the contracts need: choose a chain of the Osaka fork or later.`,
  );
}

/** A chain without them answers nothing, or refuses. */
const answerOf = (call: Promise<{ data?: Hex | undefined }>): Promise<Hex | undefined> =>
  call.then(
    ({ data }) => data,
    (error: Error & { walk?: (of: (part: unknown) => boolean) => unknown }) => {
      if (error.walk?.((part) => (part as Error).name === "CallExecutionError")) return undefined;
      throw error;
    },
  );
