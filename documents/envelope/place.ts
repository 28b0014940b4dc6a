import type { Address } from "viem";

/** Which co-op on which chain: named in everything that is signed, so that no signature is good anywhere else. */
export type Place = { chainId: number; directory: Address };
