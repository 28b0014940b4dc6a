// A permit (ERC-2612) as a member's wallet signs it.
import { type Account, type Address, type Chain, parseSignature, type Transport, type WalletClient } from "viem";

const TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

type Token = { address: Address; name: string; chainId: number };
type Terms = { spender: Address; value: bigint; nonce: bigint; deadline: bigint };
type Wallet = Pick<WalletClient<Transport, Chain | undefined, Account>, "account" | "signTypedData">;

export async function permitOf(wallet: Wallet, token: Token, terms: Terms) {
  const signature = await wallet.signTypedData({
    account: wallet.account,
    domain: { name: token.name, version: "1", chainId: token.chainId, verifyingContract: token.address },
    types: TYPES,
    primaryType: "Permit",
    message: { owner: wallet.account.address, ...terms },
  });
  const { r, s, yParity } = parseSignature(signature);
  return { deadline: terms.deadline, v: yParity + 27, r, s };
}
