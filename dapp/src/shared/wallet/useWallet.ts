// Who is here: an account, the member it speaks for, and whether the wallet is on the co-op's network.
import { createContext, useContext } from "react";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import type { Member } from "../../../../books/coop.ts";
import { useChainState } from "../chain/useCoop.ts";
import { usePage } from "../config/useConfig.ts";

/** Opens the wallet dialog; resolves to the account, or to undefined when the person closed it. */
export type Connect = () => Promise<Address | undefined>;

const ConnectContext = createContext<Connect>(async () => undefined);
export const ConnectProvider = ConnectContext.Provider;

export type Wallet = {
  address?: Address;
  walletName?: string;
  /** The member the account speaks for, if it does. */
  member?: Member;
  wrongNetwork: boolean;
  connect: Connect;
};

export function useWallet(): Wallet {
  const { address, chainId, connector, status } = useConnection();
  const { reading } = useChainState();
  const connect = useContext(ConnectContext);
  const config = usePage();
  const coop = reading?.coop;
  const id = address && coop?.memberOf.get(address.toLowerCase());
  const here = status === "connected" ? address : undefined;
  return {
    connect,
    address: here,
    walletName: connector?.name,
    member: here && id !== undefined ? coop?.members.get(id) : undefined,
    wrongNetwork: here !== undefined && chainId !== config.chainId,
  };
}
