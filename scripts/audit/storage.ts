// Where the Assembly keeps things: contracts/voting/AssemblyState.sol, in the order in which it declares them.
import { AbiCoder, keccak256 } from "ethers";

export const BOXES_SLOT = 0n;
export const PETITIONERS_SLOT = 9n;

/** The place of `mapping[key]` when the mapping stands at `slot`. */
export function mapped(key: bigint, slot: bigint): bigint {
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint256"], [key, slot])));
}
