// Who is here: an account, the member it speaks for, and whether the wallet is on the co-op's network.
import { createContext, useContext } from "react";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import type { Member } from "../../../../books/coop.ts";
import { useChainState } from "../chain/useCoop.ts";
import { usePage } from "../config/useConfig.ts";
import { useLookingAs } from "./lookingAs.ts";

/** Opens the wallet dialog; resolves to the account, or to undefined when the person closed it. */
export type Connect = () => Promise<Address | undefined>;

const ConnectContext = createContext<Connect>(async () => undefined);
export const ConnectProvider = ConnectContext.Provider;

export type Wallet = {
  /** Whose page it is: the wallet's account, or the one that a visitor looks on as ("?as=0x…"). */
  address?: Address;
  /** The wallet's account: who signs. */
  own?: Address;
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
  const own = status === "connected" ? address : undefined;
  const lookingAs = useLookingAs();
  const here = own ?? lookingAs;
  const id = here && coop?.memberOf.get(here.toLowerCase());
  return {
    connect,
    address: here,
    own,
    walletName: connector?.name,
    member: id === undefined ? undefined : coop?.members.get(id),
    wrongNetwork: own !== undefined && chainId !== config.chainId,
  };
}
