// A signature of the wallet, by the account and on the network that the page asked for.
import type { Address, Hex } from "viem";
import { getConnection, type SignTypedDataParameters, signTypedData, switchChain } from "wagmi/actions";
import { isDeclined } from "../errors.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import { OTHER_NETWORK, requireAccount } from "./otherAccount.ts";

type Asked = SignTypedDataParameters & { account: Address };

/** Wallets refuse to sign for a network that they are not on, so it is changed first; it may be changed back in the middle. */
export async function signAs(wagmi: WagmiConfig, chainId: number, asked: Asked): Promise<Hex> {
  const away = () => getConnection(wagmi).chainId !== chainId;
  if (away()) await switchChain(wagmi, { chainId });
  const signature = await signTypedData(wagmi, asked).catch((error) => {
    throw away() && !isDeclined(error) ? OTHER_NETWORK : error;
  });
  requireAccount(wagmi, asked.account);
  return signature;
}
