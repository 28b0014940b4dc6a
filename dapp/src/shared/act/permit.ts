// A person's leave to take an exact sum, given by a signature instead of a transaction (ERC-2612).
import { type Address, type Client, type Hex, hashDomain, parseSignature, zeroHash } from "viem";
import { getCode, readContract } from "viem/actions";
import { signTypedData } from "wagmi/actions";
import { tokenAbi } from "../chain/token.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";

export type PermitAsked = { token: Address; spender: Address; amount: bigint };
export type Permit = { deadline: bigint; v: number; r: Hex; s: Hex };

/** Stands where an allowance was given before. */
export const NO_PERMIT: Permit = { deadline: 0n, v: 0, r: zeroHash, s: zeroHash };

/** A permit is good for so long after it was signed, on the chain's clock. */
const LASTS = 3_600;
/** The code of an account that still signs with its own key (EIP-7702) begins so. */
const DELEGATED = "0xef0100";
const TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;
const DOMAIN_TYPES = {
  EIP712Domain: [
    { name: "name", type: "string" },
    { name: "version", type: "string" },
    { name: "chainId", type: "uint256" },
    { name: "verifyingContract", type: "address" },
  ],
} as const;

export type PermitDomain = { name: string; version: string; chainId: number; verifyingContract: Address };

/** How the token names itself where permits are signed; undefined when this account can not give it one. */
export async function permitDomain(
  client: Client,
  token: Address,
  account: Address,
): Promise<PermitDomain | undefined> {
  const read = { address: token, abi: tokenAbi } as const;
  const chainId = client.chain?.id;
  if (chainId === undefined) return undefined;
  try {
    const [name, separator, code] = await Promise.all([
      readContract(client, { ...read, functionName: "name" }),
      readContract(client, { ...read, functionName: "DOMAIN_SEPARATOR" }),
      getCode(client, { address: account }),
      readContract(client, { ...read, functionName: "nonces", args: [account] }),
    ]);
    if (code && !code.startsWith(DELEGATED)) return undefined;
    const domains = ["1", "2"].map((version) => ({ name, version, chainId, verifyingContract: token }));
    return domains.find(
      (domain) => hashDomain({ domain: { ...domain, chainId: BigInt(chainId) }, types: DOMAIN_TYPES }) === separator,
    );
  } catch {
    return undefined;
  }
}

/** Asks the wallet to sign. `now` is the chain's clock. */
export async function signPermit(
  wagmi: WagmiConfig,
  account: Address,
  { token, spender, amount }: PermitAsked,
  now: number,
): Promise<Permit> {
  const client = wagmi.getClient() as Client;
  const domain = await permitDomain(client, token, account);
  if (!domain) throw new Error("The token takes no permit from this account.");
  const nonce = await readContract(client, { address: token, abi: tokenAbi, functionName: "nonces", args: [account] });
  const deadline = BigInt(now + LASTS);
  const message = { owner: account, spender, value: amount, nonce, deadline };
  const signature = await signTypedData(wagmi, { account, domain, types: TYPES, primaryType: "Permit", message });
  const { r, s, v, yParity } = parseSignature(signature);
  return { deadline, v: Number(v ?? BigInt(yParity + 27)), r, s };
}
