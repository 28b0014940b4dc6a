// MemberRegister and Directory, as far as the commons need them: who is a member, and whether the co-op winds up.
import type { BookEvent } from "../event.ts";
import type { CommonsBook } from "../model/commons.ts";
import { readAddress, readNumber } from "../read.ts";

export function applyRoll(book: CommonsBook, { name, args }: BookEvent): void {
  if (name === "Admitted") {
    book.members.set(readNumber(args, "memberId"), { account: readAddress(args, "account"), active: true });
  } else if (name === "Left" || name === "Expelled") endMembership(book, readNumber(args, "memberId"));
  else if (name === "Recovered") {
    const member = book.members.get(readNumber(args, "memberId"));
    if (member) member.account = readAddress(args, "newAccount");
  }
}

export function applyStanding(book: CommonsBook, { name, args }: BookEvent): void {
  if (name === "WindingUp") book.windingUpSince = readNumber(args, "since");
}

/** Its share of the income ends here (K4). */
export function endMembership({ members, income }: CommonsBook, memberId: number): void {
  const member = members.get(memberId);
  if (!member?.active) return;
  member.active = false;
  income.ended.set(memberId, income.perHead);
}

export const activeMembers = ({ members }: CommonsBook): number =>
  [...members.values()].filter(({ active }) => active).length;

/** The active member whose account it is, or 0. */
export function memberWith({ members }: CommonsBook, account: string): number {
  const key = account.toLowerCase();
  const found = [...members].find(([, member]) => member.active && member.account.toLowerCase() === key);
  return found?.[0] ?? 0;
}

/** Whether an account is an active member's. */
export function speaksFor({ members }: CommonsBook, memberId: number, account: string): boolean {
  const member = members.get(memberId);
  return member?.active === true && member.account.toLowerCase() === account.toLowerCase();
}
