// What the register says: members, applications, suspensions, recoveries.
import type { Address, Hex } from "../event.ts";

export type CoopClass = { index: number; kind: number; name: string };

/** An account that spoke for a member until it was recovered (M6). */
export type FormerAccount = { account: Address; until: number };
/** A seat that a member had before it moved to another class. */
export type FormerSeat = { seat: number; until: number };

export type Member = {
  id: number;
  account: Address;
  class: number;
  /** `class << 24 | serial`. */
  seat: number;
  status: "active" | "left" | "expelled";
  admittedAt: number;
  leftAt?: number;
  /** Hash of the document that states why the member was expelled (M5). */
  grounds?: Hex;
  /** Salted hash of the application document. */
  commitment: Hex;
  formerAccounts: FormerAccount[];
  formerSeats: FormerSeat[];
  /** Shares at the member's last change; `holdingOf` counts the write-downs since. */
  units: bigint;
};

/** How the board decided an application; `reason` is a code from 1 to 5 (M2). */
export type Decision = { by: Address; at: number; reason?: number; statement?: Hex; attestation?: Hex };

/** An application to become a member or, from a member, to move to another class. */
export type Application = {
  account: Address;
  class: number;
  commitment: Hex;
  appliedAt: number;
  /** The member who asks to move; nothing for a stranger. */
  memberId?: number;
  state: "waiting" | "accepted" | "refused";
  /** Unix seconds. Waiting: the board decides until then. Accepted: it can be used until then. Refused: the account may
   * apply again after it. */
  until: number;
  decision?: Decision;
  /** When it was taken to the members (M3). */
  appealedAt?: number;
};

/** An application that is over: used, taken back, made anew, or gone with a membership. */
export type FormerApplication = Application & {
  ended: "joined" | "moved" | "withdrawn" | "replaced" | "dropped";
  endedAt: number;
};

/** What the charter says of membership, in seconds (M2, M4, M6). */
export type MembershipTerms = { decideWithin: number; suspensionLimit: number; recoveryWait: number };

/** Services were stopped for a member until a moment, and nothing else (M4). */
export type Suspension = { memberId: number; from: number; until: number; reason: Hex; liftedAt?: number };

/** An account's request to speak for a member (M6). `burnt`: this pair can not ask again. */
export type RecoveryRequest = {
  memberId: number;
  newAccount: Address;
  statement: Hex;
  requestedAt: number;
  state: "asked" | "waiting" | "vetoed" | "ended" | "done";
  burnt: boolean;
  /** The director who attested for the board. */
  byBoard?: Address;
  /** Members who attested, lower case. */
  byMembers: string[];
  /** Whoever ever attested for this pair, lower case: nobody does so twice. */
  attestors: string[];
};

/** A recovery that was attested and waits; unix seconds. */
export type Recovery = { memberId: number; newAccount: Address; startedAt: number; readyAt: number; vetoedAt?: number };
