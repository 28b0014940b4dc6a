// MemberRegister and Directory, as far as the commons need them: who is a member, and whether the co-op winds up.
import type { BookEvent } from "../event.ts";
import type { CommonsBook } from "../model/commons.ts";
import { readAddress, readNumber } from "../read.ts";

export function applyRoll(book: CommonsBook, { name, args }: BookEvent): void {
  if (name === "Admitted") enter(book, readNumber(args, "memberId"), readAddress(args, "account"));
  else if (name === "Left" || name === "Expelled") endMembership(book, readNumber(args, "memberId"));
  else if (name === "Recovered") recover(book, readNumber(args, "memberId"), readAddress(args, "newAccount"));
}

export function applyStanding(book: CommonsBook, { name, args }: BookEvent): void {
  if (name === "WindingUp") book.windingUpSince = readNumber(args, "since");
}

function enter({ members, memberOf }: CommonsBook, memberId: number, account: `0x${string}`): void {
  members.set(memberId, { account, active: true });
  memberOf.set(account.toLowerCase(), memberId);
}

/** Its share of the income ends here (K4). */
export function endMembership({ members, memberOf, income }: CommonsBook, memberId: number): void {
  const member = members.get(memberId);
  if (!member?.active) return;
  member.active = false;
  memberOf.delete(member.account.toLowerCase());
  income.ended.set(memberId, income.perHead);
}

function recover({ members, memberOf }: CommonsBook, memberId: number, account: `0x${string}`): void {
  const member = members.get(memberId);
  if (!member) return;
  if (member.active) {
    memberOf.delete(member.account.toLowerCase());
    memberOf.set(account.toLowerCase(), memberId);
  }
  member.account = account;
}

/** The active member whose account it is, or 0. */
export const memberWith = ({ memberOf }: CommonsBook, account: string): number =>
  memberOf.get(account.toLowerCase()) ?? 0;
