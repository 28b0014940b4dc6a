// The co-op the story plays in: its addresses, its clock and the calls that act on it.
import { type Address, encodePacked, type Hex, keccak256, toHex } from "viem";
import type { Opening } from "../../documents/envelope/commitment.ts";
import { DAY } from "../deploy/charter.ts";
import type { Addresses } from "../deploy/found.ts";
import type { KeyAct } from "./ballot-keys.ts";
import type { JobAct } from "./market.ts";

export type World = {
  /** Unix seconds of the present, to which the story leads up. */
  now: number;
  coop: Addresses;
  euro: Address;
  /** The node's development accounts. */
  accounts: readonly Address[];
};

export type Call = { from: Address; to: Address; data: Hex };
/** Something that happens at a moment, in unix seconds. An opinion names the block before it, which nobody knows sooner. */
export type Happening =
  | { at: number; call: Call }
  | { at: number; opinion: Opinion }
  /** Brings a job along, which only the events before it tell. */
  | { at: number; market: JobAct }
  /** Goes by members' seats and a closed roll. */
  | { at: number; keys: KeyAct };
export type Opinion = { from: Address; to: Address; report: Hex; opinion: number };

export function account(world: Pick<World, "accounts">, place: number): Address {
  const address = world.accounts[place];
  if (address === undefined) throw new Error(`The node has no development account ${place}.`);
  return address;
}

export const daysAgo = (world: World, days: number): number => Math.round(world.now - days * DAY);

export const hashOf = (text: string): Hex => keccak256(toHex(text));

/** A text with its salt, the same in every run: what the story tells is no secret. */
export const openingOf = (text: string): Opening => ({ salt: hashOf(`salt of ${text}`), text });

/** A salted hash of an application that, in the demo, nobody wrote. */
export function commitmentOf(place: number): Hex {
  return keccak256(encodePacked(["string", "uint256"], ["application", BigInt(place)]));
}
