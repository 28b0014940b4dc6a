// MemberShares: interest of a year, and what members take of it (S4, S6).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readBigInt, readNumber } from "../read.ts";
import { closePeriod, dayOf, put, settled } from "../share-ledger.ts";
import { PARTS } from "../share-math.ts";
import { requirePar } from "./capital.ts";

export function applyInterest(coop: Coop, event: BookEvent): void {
  if (event.name === "InterestPosted") post(coop, event);
  else if (event.name === "InterestClaimed") claim(coop, event);
}

/** What the event tells is kept beside what follows from holdings and days. */
function post({ shares }: Coop, event: BookEvent): void {
  const { args, timestamp, transactionHash } = event;
  const period = Number(readBigInt(args, "period"));
  const rate = readNumber(args, "rate");
  const [unitDays, amount] = [readBigInt(args, "unitDays"), readBigInt(args, "amount")];
  const next = shares.postings.length + 1;
  if (period !== next) throw new BooksError(`${whereOf(event)} is posting ${period}; the next is ${next}.`);
  if (rate > (shares.terms?.interestCap ?? 0)) {
    throw new BooksError(`${whereOf(event)} posts ${rate} basis points, more than the terms allow.`);
  }
  const derived = closePeriod(shares, rate, timestamp);
  shares.postings.push({
    period,
    rate,
    day: dayOf(timestamp),
    at: timestamp,
    tx: transactionHash,
    unitDays,
    amount,
    derivedUnitDays: derived.unitDays,
    derivedAmount: derived.amount,
  });
}

function claim(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const [amount, units] = [readBigInt(event.args, "amount"), readBigInt(event.args, "units")];
  const now = settled(coop, memberId, event.timestamp);
  const left = now.holding.interest - amount * PARTS;
  if (left < 0n)
    throw new BooksError(`${whereOf(event)} takes ${amount} of interest, more than member ${memberId} has.`);
  if (units !== 0n) requirePar(coop, event, units, amount);
  now.holding.interest = left;
  now.holding.units += units;
  put(coop, now, event);
  coop.shares.claims.push({ memberId, amount, units, at: event.timestamp, tx: event.transactionHash });
}
