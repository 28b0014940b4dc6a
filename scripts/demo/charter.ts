// The charter of the demo's ride co-op: four classes under the default rules of docs/rulebook.md.
import type { Address } from "viem";
import {
  type Charter,
  ClassKind,
  DAY,
  defaultHaltLimit,
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
  Role,
} from "../deploy/charter.ts";

export const COOP_NAME = "Wheelwright Rides";
export const COOP_PURPOSE =
  "To carry people around town at fares that riders can pay and drivers can live on, with vehicles that all of us own together.";
export const EURO = 1_000_000n;
/** Class indexes as the charter lists them. */
export const Class = { Drivers: 0, Riders: 1, Staff: 2, Supporters: 3 } as const;

/** Basis points: drivers, riders, staff, supporters. */
export const CLASS_WEIGHTS = [4_000, 3_000, 2_000, 1_000];

/** Founders' offices end within a year (B2). */
const FIRST_TERM = 360 * DAY;
/** A7: six weeks. */
const PERIOD = 42 * DAY;

export type FirstPeople = {
  founders: Charter["founders"];
  board: readonly Address[];
  auditor: Address;
  arbiter: Address;
  treasurer: Address;
  guardian: Address;
  /** The asset-locked body that would inherit. */
  body: Address;
};

export function rideCoopCharter(people: FirstPeople, settlementToken: Address, foundedAt: number): Charter {
  const until = foundedAt + FIRST_TERM;
  return {
    name: COOP_NAME,
    purpose: COOP_PURPOSE,
    classes: [
      { kind: ClassKind.Worker, name: "Drivers" },
      { kind: ClassKind.User, name: "Riders" },
      { kind: ClassKind.Worker, name: "Staff" },
      { kind: ClassKind.Supporter, name: "Supporters" },
    ],
    rules: defaultRules(CLASS_WEIGHTS),
    membership: defaultMembership,
    settlementToken,
    body: people.body,
    haltLimit: defaultHaltLimit,
    market: defaultMarket,
    surplus: { ...defaultSurplus, period: PERIOD },
    shares: defaultShares(EURO),
    founders: people.founders,
    officers: [
      ...people.board.map((account) => ({ role: Role.Board, account, until })),
      { role: Role.Auditor, account: people.auditor, until },
      { role: Role.Arbiter, account: people.arbiter, until },
      { role: Role.Treasurer, account: people.treasurer, until },
      { role: Role.Guardian, account: people.guardian, until },
    ],
  };
}
