// Signs transactions and hands them to the node. What a node says about them is not believed: the chain is looked at.
import { keccak256 } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import type { Chain } from "./chain.ts";
import type { Fee } from "./fees.ts";
import type { Attempt, Sending } from "./store/sendings.ts";

export async function signAttempt(
  account: PrivateKeyAccount,
  chainId: number,
  { nonce, target, data, gas }: Pick<Sending, "nonce" | "target" | "data" | "gas">,
  { maxFee, tip }: Fee,
): Promise<Attempt> {
  const raw = await account.signTransaction({
    type: "eip1559",
    chainId,
    nonce,
    to: target,
    data,
    gas,
    maxFeePerGas: maxFee,
    maxPriorityFeePerGas: tip,
  });
  return { hash: keccak256(raw), raw, maxFee, tip, at: Date.now() };
}

/** Sending the same again is harmless, so nothing is lost when this fails: the next look at the chain tries again. */
export async function broadcast({ client }: Chain, { raw }: Attempt): Promise<string | undefined> {
  try {
    await client.sendRawTransaction({ serializedTransaction: raw });
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  }
}
