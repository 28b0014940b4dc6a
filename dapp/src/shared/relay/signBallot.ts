// A ballot signed in the wallet, as the contract takes it from anybody.
import type { Address, Client } from "viem";
import { getCode } from "viem/actions";
import { getConnection, signTypedData, switchChain } from "wagmi/actions";
import type { RelayedBallot } from "../../../../books/relay.ts";
import { ballotToSign, contractBallotToSign } from "../../../../books/signed-ballot.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import { requireAccount } from "./otherAccount.ts";

/** An account with a key that runs code (EIP-7702) signs with its key. */
const DELEGATION = "0xef0100";

export type ToSign = { assembly: Address; chainId: number; proposal: bigint; support: number; account: Address };

export async function signBallot(wagmi: WagmiConfig, asked: ToSign): Promise<RelayedBallot> {
  const { assembly, chainId, proposal, support, account } = asked;
  if (getConnection(wagmi).chainId !== chainId) await switchChain(wagmi, { chainId });
  const code = await getCode(wagmi.getClient() as Client, { address: account });
  const kind = code && code !== "0x" && !code.startsWith(DELEGATION) ? "contract" : "key";
  const signature =
    kind === "key"
      ? await signTypedData(wagmi, { account, ...ballotToSign(assembly, chainId, proposal, support) })
      : await signTypedData(wagmi, { account, ...contractBallotToSign(assembly, chainId, proposal, support, account) });
  requireAccount(wagmi, account);
  return { kind, proposal: String(proposal), support, voter: account.toLowerCase() as Address, signature };
}
