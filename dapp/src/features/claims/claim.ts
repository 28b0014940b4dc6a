// A sum that a person can claim, as the call that pays it out.
import type { Address } from "viem";
import type { CommonsBook } from "../../../../books/commons.ts";
import type { Coop } from "../../../../books/coop.ts";
import type { MarketBook } from "../../../../books/market.ts";
import type { Call } from "../../shared/act/perform.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import type { Modules } from "../../shared/chain/useCoop.ts";
import type { What } from "./words.ts";

export type Claim = {
  id: string;
  /** What the money is, and the page that tells more. */
  what: What;
  page: string;
  call: Call;
  /** As the books have it, where nobody can try it. */
  expected: bigint;
};
/** What one transaction pays out, where the wallet sends one at a time. */
export type Step = { key: string; claims: Claim[]; whole: (claims: readonly Claim[]) => Call };
export type Books = { coop: Coop; book: CommonsBook; market: MarketBook; modules: Modules; now: number };

export const callOf = (
  module: keyof typeof ABI_OF,
  address: Address,
  functionName: string,
  ...args: unknown[]
): Call => ({
  ...{ address, functionName, args },
  abi: ABI_OF[module] as never,
});
