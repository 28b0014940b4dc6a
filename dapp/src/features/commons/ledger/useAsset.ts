// In which asset the ledger is read: the settlement token, or another one that the Treasury keeps a book for.
import type { Address } from "viem";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { sameAddress } from "../../../shared/format/address.ts";

export type AssetView = { address: Address; symbol: string; decimals: number };

/** Of others only the smallest unit is known: nothing is ever priced. */
export function useAsset(chosen: string | undefined): AssetView {
  const { settlement } = useCoop();
  if (chosen === undefined || sameAddress(chosen, settlement.address)) {
    return settlement;
  }
  return { address: chosen as Address, symbol: "", decimals: 0 };
}
