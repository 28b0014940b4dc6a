// Directory, MemberRegister and MemberShares, as far as the market needs them: which market stands, who is a member, and interest
// that was posted out of a surplus.
import type { BookEvent } from "../event.ts";
import type { MarketBook } from "../model/market.ts";
import { readAddress, readBigInt, readNumber } from "../read.ts";
import { PLACE } from "./founding.ts";
import { emptyState } from "./market-state.ts";

/** What a market that was replaced still keeps goes on there; the next begins with nothing. */
export function applyPlaces(book: MarketBook, event: BookEvent): void {
  if (event.name !== "ModulePlaced" || readNumber(event.args, "place") !== PLACE.market) return;
  if (book.market) {
    const { number, terms, jobs, services, closedUntil, gathered, owed, held } = book;
    book.former.set(book.market.toLowerCase(), { number, terms, jobs, services, closedUntil, gathered, owed, held });
    Object.assign(book, emptyState(number + 1));
  }
  book.market = readAddress(event.args, "module");
}

export function applyParties({ members, memberOf }: MarketBook, { name, args }: BookEvent): void {
  if (name === "Admitted") {
    const [memberId, account] = [readNumber(args, "memberId"), readAddress(args, "account")];
    members.set(memberId, { account, active: true });
    memberOf.set(account.toLowerCase(), memberId);
  } else if (name === "Left" || name === "Expelled") {
    const member = members.get(readNumber(args, "memberId"));
    if (member) member.active = false;
  } else if (name === "Recovered") {
    const [memberId, account] = [readNumber(args, "memberId"), readAddress(args, "newAccount")];
    const member = members.get(memberId);
    if (!member) return;
    member.account = account;
    memberOf.set(account.toLowerCase(), memberId);
  }
}

/** The active member that `account` speaks for, or 0. */
export function memberWith({ members, memberOf }: MarketBook, account: string): number {
  const id = memberOf.get(account.toLowerCase()) ?? 0;
  const member = members.get(id);
  return member?.active && member.account.toLowerCase() === account.toLowerCase() ? id : 0;
}

/** Interest is posted as a step of a declaration, which tells it again (S4). */
export function applyPostings(book: MarketBook, event: BookEvent): void {
  if (event.name !== "InterestPosted") return;
  book.pending.interest = { tx: event.transactionHash, amount: readBigInt(event.args, "amount") };
}
