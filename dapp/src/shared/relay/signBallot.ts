// A ballot signed in the wallet, as the contract takes it from anybody.
import type { Address, Client } from "viem";
import { getCode } from "viem/actions";
import type { RelayedBallot } from "../../../../books/relay.ts";
import { ballotToSign, contractBallotToSign } from "../../../../books/signed-ballot.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import { signAs } from "./signAs.ts";

/** An account with a key that runs code (EIP-7702) signs with its key. */
const DELEGATION = "0xef0100";

export type ToSign = { assembly: Address; chainId: number; proposal: bigint; support: number; account: Address };

export async function signBallot(wagmi: WagmiConfig, asked: ToSign): Promise<RelayedBallot> {
  const { assembly, chainId, proposal, support, account } = asked;
  const code = await getCode(wagmi.getClient() as Client, { address: account });
  const kind = code && code !== "0x" && !code.startsWith(DELEGATION) ? "contract" : "key";
  const ballot =
    kind === "key"
      ? ballotToSign(assembly, chainId, proposal, support)
      : contractBallotToSign(assembly, chainId, proposal, support, account);
  const signature = await signAs(wagmi, chainId, { account, ...ballot });
  return { kind, proposal: String(proposal), support, voter: account.toLowerCase() as Address, signature };
}
