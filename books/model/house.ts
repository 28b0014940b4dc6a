// What the directory, the authority and the board say.
import type { Address, Hex } from "../event.ts";

/** A role given until a moment, unix seconds. Role numbers as in contracts/libraries/Roles.sol. */
export type Office = { role: number; account: Address; until: number; at: number };

/** An office that was recalled, laid down, or ended with a membership. */
export type FormerOffice = Office & { endedAt: number };

/** Founders whom the charter names by a hash. `until` in unix seconds. */
export type FurtherFounders = { hash: Hex; until: number; admitted?: number };

/** A module that stood or stands at a place of the directory. */
export type Placement = { place: number; module: Address; predecessor: Address; at: number; block: bigint };

/** What one director decided and another is to carry out (B1). With no board in office members do both (V8). */
export type BoardAct = {
  id: number;
  decidedBy: Address;
  secondedBy?: Address;
  carriedOutBy?: Address;
  target: Address;
  data: Hex;
  reason: Hex;
  at: number;
  endedAt?: number;
  state: "decided" | "carried-out" | "withdrawn";
  tx: Hex;
};
