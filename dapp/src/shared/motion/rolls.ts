// Seats and who may vote.
import type { Coop, Draft, Member, Proposal } from "../../../../books/coop.ts";
import { ceilShare } from "../../../../books/rules.ts";
import { BOARD } from "./offices.ts";

/** Whether a member's seat is on the closed roll of a proposal (V1). */
export function isOnRoll(member: Member, proposal: Proposal): boolean {
  const newest = proposal.serials[member.seat >>> 24];
  const excluded = member.seat === proposal.excluded;
  return member.status === "active" && newest !== undefined && !excluded && (member.seat & 0xffffff) <= newest;
}

/** Seconders that a draft needs now (V8): the lesser of a share and a number, at least one other member. */
export function secondersNeeded(coop: Coop): number {
  const voting = coop.rules.get(coop.rulesVersion)?.voting;
  if (!voting) return 1;
  const roll = coop.memberOf.size;
  const needed = Math.max(1, Math.min(voting.secondersNumber, ceilShare(roll, voting.secondersShare)));
  return needed < roll ? needed : Math.max(0, roll - 1);
}

export const secondersMissing = (coop: Coop, draft: Draft): number =>
  Math.max(0, secondersNeeded(coop) - draft.seconders.length);

/** Whether an account sits on the board now. */
export function isOnBoard(coop: Coop, account: string | undefined, now: number): boolean {
  if (!account) return false;
  return coop.offices.some(
    (office) => office.role === BOARD && office.account.toLowerCase() === account.toLowerCase() && now < office.until,
  );
}
