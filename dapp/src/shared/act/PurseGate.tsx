import type { ReactNode } from "react";
import type { Address } from "viem";
import { t } from "../../../../books/say.ts";
import type { ModuleName } from "../chain/places.ts";
import { rich } from "../language/rich.ts";
import { useWallet } from "../wallet/useWallet.ts";
import { type Purse, usePurse } from "./usePurse.ts";

type PurseGateProps = {
  /** What one connects a wallet for: "Connect a wallet to bid". */
  ask: string;
  /** Which module of the co-op takes the money; the Treasury unless said otherwise. */
  taker?: ModuleName | undefined;
  children: (account: Address, purse: Purse) => ReactNode;
};

/** What takes a wallet and knows what is in it; without one it asks for one. */
export function PurseGate({ ask, taker, children }: PurseGateProps) {
  const { address, connect } = useWallet();
  if (!address) {
    return (
      <button type="button" className="button button-main" onClick={connect}>
        {ask}
      </button>
    );
  }
  return (
    <WithPurse account={address} taker={taker}>
      {children}
    </WithPurse>
  );
}

function WithPurse({ account, taker, children }: Omit<PurseGateProps, "ask"> & { account: Address }) {
  const { data: purse, isError, refetch } = usePurse(account, taker);
  if (purse) return children(account, purse);
  if (!isError) return <p className="pulse text-muted">{t`Reading your account`}</p>;
  return (
    <p>{rich`What your account holds could not be read. ${<button type="button" className="link" onClick={() => refetch()}>{t`Try again`}</button>}`}</p>
  );
}
