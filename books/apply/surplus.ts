// Surplus: its terms, when periods end, and how what the members declared was divided (A1, A4, A6, A7, S4).
import type { BookEvent } from "../event.ts";
import type { MarketBook } from "../model/market.ts";
import { readBigInt, readNumber, readStruct } from "../read.ts";
import { divisionOf } from "../surplus.ts";
import { newPeriod, periodIn } from "./patronage.ts";
import { compare, refusal } from "./told.ts";

export function applySurplus(book: MarketBook, event: BookEvent): void {
  if (event.name === "SurplusTermsSet") setTerms(book, event);
  else if (event.name === "PeriodClosed") close(book, event);
  else if (event.name === "SurplusDeclared") declare(book, event);
}

/** The first terms begin the first period. */
function setTerms(book: MarketBook, event: BookEvent): void {
  const told = readStruct(event.args, "terms");
  book.surplusTerms = {
    period: readNumber(told, "period"),
    reserveShare: readNumber(told, "reserveShare"),
    communityShare: readNumber(told, "communityShare"),
    inShares: readNumber(told, "inShares"),
  };
  if (book.periods.size === 0) book.periods.set(1, newPeriod(1, event.timestamp));
}

/** Patronage has turned to the next period just before. */
function close(book: MarketBook, event: BookEvent): void {
  const period = periodIn(book, event);
  const { period: number, openedAt, closedAt, points } = period;
  if (closedAt !== 0 || number !== book.periods.size - 1)
    throw refusal(event)(`closes period ${number}, which does not run`);
  if (event.timestamp < openedAt + (book.surplusTerms?.period ?? 0)) {
    throw refusal(event)(`closes period ${number} before its time has passed`);
  }
  compare(book, "surplus", event, { points: [readBigInt(event.args, "points"), points] });
  period.closedAt = event.timestamp;
}

/** Every step is worked out again from the surplus, the points and the terms. */
function declare(book: MarketBook, event: BookEvent): void {
  const { args, timestamp, transactionHash } = event;
  const period = periodIn(book, event);
  const { surplusTerms: terms, pending } = book;
  if (period.closedAt === 0 || !terms)
    throw refusal(event)(`declares a surplus for period ${period.period}, which runs`);
  if (period.declared) throw refusal(event)(`declares a surplus for period ${period.period} again`);
  const surplus = readBigInt(args, "surplus");
  const told = {
    reserve: readBigInt(args, "reserve"),
    community: readBigInt(args, "community"),
    interest: readBigInt(args, "interest"),
    dividends: readBigInt(args, "dividends"),
  };
  const sum = told.reserve + told.community + told.interest + told.dividends;
  const posted = pending.interest?.tx === transactionHash ? pending.interest.amount : 0n;
  const of = { surplus, interest: told.interest, points: period.points, carried: book.carried };
  const follows = divisionOf(terms, of);
  compare(book, "surplus", event, {
    "sum of its parts": [sum, surplus],
    interest: [told.interest, posted],
    reserve: [told.reserve, follows?.reserve],
    community: [told.community, follows?.community],
    dividends: [told.dividends, follows?.dividends],
  });
  delete pending.interest;
  const tx = transactionHash;
  period.declared = { at: timestamp, tx, surplus, ...told, fromCarried: 0n, pot: 0n, terms, carried: book.carried };
}
