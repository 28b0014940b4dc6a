// Seats and who may vote.
import type { Content, Coop, Member, Proposal, Seconding } from "../../../../books/coop.ts";
import { ceilShare } from "../../../../books/rules.ts";
import { expelledBy } from "./expulsion.ts";
import { BOARD } from "./offices.ts";

/** Whether a member's seat is on the closed roll of a proposal (V1). */
export function isOnRoll(member: Member, proposal: Proposal): boolean {
  const newest = proposal.serials[member.seat >>> 24];
  const excluded = member.seat === proposal.excluded;
  return member.status === "active" && newest !== undefined && !excluded && (member.seat & 0xffffff) <= newest;
}

/** Seconders that a draft needs now (V8): the lesser of a share and a number, at least one other member; two at most while
 * nobody is on the board. Whom a draft would expel is not counted in. */
export function secondersNeeded(coop: Coop, now: number, content?: Content): number {
  const voting = coop.rules.get(coop.rulesVersion)?.voting;
  if (!voting) return 1;
  const roll = coop.memberOf.size - (content && expelledBy(content, coop) !== undefined ? 1 : 0);
  const needed = Math.max(1, Math.min(voting.secondersNumber, ceilShare(roll, voting.secondersShare)));
  const least = hasBoard(coop, now) ? needed : Math.min(needed, 2);
  return least < roll ? least : Math.max(0, roll - 1);
}

/** How many more must second a draft, of a proposal or of a poll. */
export const secondersMissing = (coop: Coop, draft: Seconding & Partial<Content>, now: number): number =>
  Math.max(0, secondersNeeded(coop, now, contentIn(draft)) - draft.seconders.length);

const contentIn = (draft: Partial<Content>): Content | undefined => (draft.targets ? (draft as Content) : undefined);

const hasBoard = (coop: Coop, now: number): boolean =>
  coop.offices.some(({ role, until }) => role === BOARD && now < until);

/** Whether an account sits on the board now. */
export function isOnBoard(coop: Coop, account: string | undefined, now: number): boolean {
  if (!account) return false;
  return coop.offices.some(
    (office) => office.role === BOARD && office.account.toLowerCase() === account.toLowerCase() && now < office.until,
  );
}
