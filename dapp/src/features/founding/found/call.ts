// The transactions that found: one for everything, and where there are more than twelve founders one for the others.
import { type Address, type Hex, keccak256 } from "viem";
import { coopFactoryAbi, directoryAbi } from "../../../../../books/abi.ts";
import type { Charter } from "../../../../../books/charter/charter.ts";
import { handedIn } from "../../../../../books/charter/founders.ts";
import type { Call } from "../../../shared/act/perform.ts";

/** By this key the act is found again after a reload. */
export const actOf = (salt: Hex): string => `found:${salt}`;

export const foundingCall = (factory: Address, charter: Charter, salt: Hex): Call => ({
  address: factory,
  abi: coopFactoryAbi as never,
  functionName: "found",
  args: [handedIn(charter, keccak256).charter, salt],
});

export const furtherOf = (charter: Charter) => handedIn(charter, keccak256).further;

export const furtherCall = (directory: Address, charter: Charter): Call => ({
  address: directory,
  abi: directoryAbi as never,
  functionName: "admitFounders",
  args: [furtherOf(charter)],
});
