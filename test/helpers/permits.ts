// Permits of the test euro for the treasury.
import { permitOf } from "../../scripts/lib/permit.ts";
import { at, type Chain, type Coop } from "./coop.ts";

/** A permit of `wallets[i]` for exactly `value`. */
export async function permitFor(chain: Chain, coop: Coop, i: number, value: bigint, seconds = 3_600) {
  const wallet = at(chain.wallets, i);
  const deadline = BigInt((await chain.networkHelpers.time.latest()) + seconds);
  const nonce = await chain.euro.read.nonces([wallet.account.address]);
  const token = { address: chain.euro.address, name: "Test euro", chainId: await wallet.getChainId() };
  return permitOf(wallet as never, token, { spender: coop.treasury, value, nonce, deadline });
}
