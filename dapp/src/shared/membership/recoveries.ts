// A new account for a member who lost the old one (M6).
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { Coop, Member, Recovery, RecoveryRequest } from "../../../../books/coop.ts";
import { sameAddress } from "../format/address.ts";
import { DAY } from "../format/time.ts";
import { BOARD } from "../motion/offices.ts";
import { holds, inOffice } from "./board.ts";

const MEMBERS = 2;
const MEMBERS_ALONE = 3;
/** A vetoed recovery that the members have not decided by then frees the member again. */
const VETO_LAPSES = 180 * DAY;

export const vetoLapsesAt = ({ vetoedAt = 0 }: Recovery): number => vetoedAt + VETO_LAPSES;

/** Requests that still ask for people who vouch. */
export const requestsOpen = (coop: Coop, now: number): RecoveryRequest[] =>
  [...coop.recoveryRequests.values()].filter(
    ({ state, memberId }) => state === "asked" && !recoveryOf(coop, memberId, now),
  );

/** What an account asked for and what has not come to an end. */
export const requestBy = (coop: Coop, account: string | undefined): RecoveryRequest | undefined =>
  account === undefined
    ? undefined
    : [...coop.recoveryRequests.values()].findLast(
        ({ newAccount, state }) => sameAddress(newAccount, account) && state !== "done" && state !== "ended",
      );

export type Vouching = { byBoard: boolean; board: boolean; members: number; membersNeeded: number };

/** Who has vouched and who is still needed: one director and two others; three members while nobody is on the board. */
export function vouchingOf(coop: Coop, { byBoard, byMembers }: RecoveryRequest, now: number): Vouching {
  const alone = inOffice(coop, BOARD, now).length === 0;
  return {
    byBoard: byBoard !== undefined,
    board: !alone,
    members: byMembers.length,
    membersNeeded: alone ? MEMBERS_ALONE : MEMBERS,
  };
}

/** As what an account can vouch for a request. */
export function vouchesAs(
  coop: Coop,
  request: RecoveryRequest,
  account: string | undefined,
  now: number,
): "board" | "member" | undefined {
  if (account === undefined || request.attestors.includes(account.toLowerCase())) return undefined;
  const id = coop.memberOf.get(account.toLowerCase());
  if (id === request.memberId) return undefined;
  if (request.byBoard === undefined && holds(coop, BOARD, account, now)) return "board";
  return id === undefined ? undefined : "member";
}

/** Somebody else asks for this membership, and its account can still say no. */
export function recoveryToVeto(coop: Coop, member: Member | undefined, now: number): Recovery | undefined {
  const recovery = member && recoveryOf(coop, member.id, now);
  return recovery?.vetoedAt === undefined ? recovery : undefined;
}

/** Requests that ask for people who vouch, wait, or were vetoed and are not decided. */
export const recoveriesUnderWay = (coop: Coop, now: number): RecoveryRequest[] =>
  [...coop.recoveryRequests.values()].filter(({ state, memberId, newAccount }) => {
    if (state === "asked") return true;
    const recovery = recoveryOf(coop, memberId, now);
    return recovery !== undefined && sameAddress(recovery.newAccount, newAccount);
  });
