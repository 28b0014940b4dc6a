// Where the Assembly keeps things: contracts/voting/AssemblyState.sol, in the order in which it declares them.
import { AbiCoder, keccak256 } from "ethers";

export const BOXES_SLOT = 0n;
export const LATEST_SLOT = 8n;
export const PETITIONERS_SLOT = 9n;
/** Two mappings: whom a seat named, and for whom it speaks. */
export const NAMED_SLOT = 10n;
export const PRINCIPALS_SLOT = 11n;

const coder = AbiCoder.defaultAbiCoder();

/** The place of `mapping[key]` when the mapping stands at `slot`. */
export function mapped(key: bigint, slot: bigint): bigint {
  return BigInt(keccak256(coder.encode(["uint256", "uint256"], [key, slot])));
}

/** The key of a poll's ballot box; a proposal's is its id. */
export function pollBox(pollId: number): bigint {
  return BigInt(keccak256(coder.encode(["string", "uint256"], ["poll", pollId])));
}

/** The key under which the Assembly remembers the latest proposal with these actions (V9). */
export function actionsHash(
  targets: readonly string[],
  values: readonly bigint[],
  calldatas: readonly string[],
): bigint {
  return BigInt(keccak256(coder.encode(["address[]", "uint256[]", "bytes[]"], [targets, values, calldatas])));
}
