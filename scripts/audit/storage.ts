// Where the Assembly keeps things: contracts/voting/AssemblyState.sol, in the order in which it declares them.
import { AbiCoder, keccak256 } from "ethers";

export const BOXES_SLOT = 0n;
export const LATEST_SLOT = 8n;
export const PETITIONERS_SLOT = 9n;
/** Two mappings: whom a seat named, and for whom it speaks. */
export const NAMED_SLOT = 10n;
export const PRINCIPALS_SLOT = 11n;

/** Where the register keeps what no function tells: contracts/membership/RegisterState.sol. */
export const ATTESTED_SLOT = 8n;
export const REASON_USED_SLOT = 10n;
export const REQUESTS_SLOT = 12n;
export const ATTESTORS_SLOT = 13n;

/** Where the market keeps what no function tells, the fingerprints of services: contracts/market/JobMarket.sol. */
export const SERVICES_SLOT = 3n;

const coder = AbiCoder.defaultAbiCoder();

/** The place of `mapping[key]` when the mapping stands at `slot`. */
export function mapped(key: bigint, slot: bigint): bigint {
  return BigInt(keccak256(coder.encode(["uint256", "uint256"], [key, slot])));
}

/** The key of a request for recovery, and of who attested it. */
export function requestHash(memberId: number, newAccount: string): bigint {
  return BigInt(keccak256(coder.encode(["uint32", "address"], [memberId, newAccount])));
}

/** The key under which the register remembers that a reason served for a suspension (M4). */
export function reasonHash(memberId: number, reason: string): bigint {
  return BigInt(keccak256(coder.encode(["uint32", "bytes32"], [memberId, reason])));
}

/** What the board keeps of an act: the hash of target and call. */
export function actHash(target: string, data: string): string {
  return keccak256(coder.encode(["address", "bytes"], [target, data]));
}

/** What the market keeps of a service: the hash of everything that it is. */
export function serviceHash(service: Record<string, unknown>): bigint {
  const { provider, kind, terms, fare, passThrough, lasts } = service;
  const types = ["address", "uint8", "uint16", "uint96", "uint96", "uint32"];
  return BigInt(keccak256(coder.encode(types, [provider, kind, terms, fare, passThrough, lasts])));
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
