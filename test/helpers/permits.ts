// EIP-2612 permits of the test euro, as a member's wallet signs them.
import { parseSignature } from "viem";
import { at, type Chain, type Coop } from "./coop.ts";

const TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** A permit of `wallets[i]` for the treasury and exactly `value`. */
export async function permitFor(chain: Chain, coop: Coop, i: number, value: bigint, seconds = 3_600) {
  const wallet = at(chain.wallets, i);
  const owner = wallet.account.address;
  const deadline = BigInt((await chain.networkHelpers.time.latest()) + seconds);
  const signature = await wallet.signTypedData({
    domain: {
      name: "Test euro",
      version: "1",
      chainId: await wallet.getChainId(),
      verifyingContract: chain.euro.address,
    },
    types: TYPES,
    primaryType: "Permit",
    message: { owner, spender: coop.treasury, value, nonce: await chain.euro.read.nonces([owner]), deadline },
  });
  const { r, s, yParity } = parseSignature(signature);
  return { deadline, v: yParity + 27, r, s };
}
