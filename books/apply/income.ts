// CommonsIncome: what came in for every member, and what each was handed (K4).
import type { BookEvent } from "../event.ts";
import { MEMBER_INCOME } from "../funds.ts";
import { incomeDue, shared } from "../income.ts";
import type { CommonsBook } from "../model/commons.ts";
import { readAddress, readBigInt, readNumber } from "../read.ts";
import { endMembership } from "./roll.ts";
import { compare, readCount, refusal, toldBy } from "./told.ts";

export function applyIncome(book: CommonsBook, event: BookEvent): void {
  if (event.name === "IncomePosted") post(book, event);
  else if (event.name === "IncomeClaimed") claim(book, event);
  else if (event.name === "IncomeEnded") end(book, event);
}

/** What is in the fund and was not posted before, shared by whoever is active now; carried when nobody is. */
function post(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const { income, funds } = book;
  const amount = readBigInt(args, "amount");
  const members = readCount(args, "members");
  const newest = readNumber(args, "newest");
  const next = shared(income, amount, members);
  compare(book, "income", event, {
    amount: [amount, (funds.get(MEMBER_INCOME) ?? 0n) + income.paid - income.posted],
    members: [members, book.memberOf.size],
    "newest member": [newest, book.members.size],
    "reading per head": [readBigInt(args, "perHead"), next.perHead],
    carried: [readBigInt(args, "carried"), next.carried],
  });
  Object.assign(income, next);
  income.posted += amount;
  income.postings.push({ ...toldBy(event), amount, members, perHead: next.perHead, newest });
}

function claim(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const { income } = book;
  const memberId = readNumber(args, "memberId");
  const [account, amount] = [readAddress(args, "account"), readBigInt(args, "amount")];
  const member = book.members.get(memberId);
  if (!member) throw refusal(event)(`pays member ${memberId}, who is none`);
  compare(book, "income", event, {
    account: [account, member.account],
    amount: [amount, incomeDue(income, memberId)],
  });
  income.paid += amount;
  income.paidTo.set(memberId, (income.paidTo.get(memberId) ?? 0n) + amount);
  income.claims.push({ ...toldBy(event), memberId, account, amount });
}

/** Told before the register tells who left. */
function end(book: CommonsBook, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  if (!book.members.has(memberId)) throw refusal(event)(`ends the income of member ${memberId}, who is none`);
  endMembership(book, memberId);
  const follows = book.income.ended.get(memberId);
  compare(book, "income", event, { "reading at the end": [readBigInt(event.args, "perHead"), follows] });
}
