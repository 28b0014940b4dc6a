// MemberShares: the terms, and what members pay and promise (S1).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readBigInt, readNumber } from "../read.ts";
import { dayOf, put, settled } from "../share-ledger.ts";

export function applyCapital(coop: Coop, event: BookEvent): void {
  if (event.name === "TermsSet") setTerms(coop, event);
  else if (event.name === "Subscribed") subscribe(coop, event);
  else if (event.name === "InstalmentPaid") payInstalment(coop, event);
  else if (event.name === "PromiseDropped") dropPromise(coop, event);
}

/** Par and minimum never change; the first terms begin the counting of days. */
function setTerms({ shares }: Coop, event: BookEvent): void {
  const { args } = event;
  const [par, minimum] = [readBigInt(args, "par"), readBigInt(args, "minimum")];
  if (shares.terms && (shares.terms.par !== par || shares.terms.minimum !== minimum)) {
    throw new BooksError(`${whereOf(event)} changes par or the least holding.`);
  }
  const terms = {
    par,
    minimum,
    maximum: readBigInt(args, "maximum"),
    notice: readNumber(args, "notice"),
    suspensionLimit: readNumber(args, "suspensionLimit"),
    interestCap: readNumber(args, "interestCap"),
  };
  if (!shares.terms) shares.day = dayOf(event.timestamp);
  shares.terms = terms;
}

/** Shares are paid for at par, to the unit. */
export function requirePar(coop: Coop, event: BookEvent, units: bigint, amount: bigint): void {
  const price = units * (coop.shares.terms?.par ?? 0n);
  if (amount !== price) throw new BooksError(`${whereOf(event)} is ${units} shares for ${amount}, not ${price}.`);
}

function subscribe(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const [units, promised] = [readBigInt(event.args, "units"), readBigInt(event.args, "promised")];
  if (coop.members.get(memberId)?.status !== "active") {
    throw new BooksError(`${whereOf(event)} gives shares to ${memberId}, who is no member.`);
  }
  requirePar(coop, event, units, readBigInt(event.args, "amount"));
  const now = settled(coop, memberId, event.timestamp);
  const most = coop.shares.terms?.maximum ?? 0n;
  if (now.holding.units + now.holding.promised + units + promised > most) {
    throw new BooksError(`${whereOf(event)} gives member ${memberId} more than ${most} shares.`);
  }
  now.holding.units += units;
  now.holding.promised += promised;
  put(coop, now, event);
}

function payInstalment(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const units = readBigInt(event.args, "units");
  const now = settled(coop, memberId, event.timestamp);
  if (units > now.holding.promised) {
    throw new BooksError(`${whereOf(event)} pays ${units} shares of the ${now.holding.promised} that were promised.`);
  }
  requirePar(coop, event, units, readBigInt(event.args, "amount"));
  now.holding.units += units;
  now.holding.promised -= units;
  put(coop, now, event);
}

function dropPromise(coop: Coop, event: BookEvent): void {
  const now = settled(coop, readNumber(event.args, "memberId"), event.timestamp);
  const units = readBigInt(event.args, "units");
  if (units !== now.holding.promised) {
    throw new BooksError(`${whereOf(event)} drops ${units} shares of the ${now.holding.promised} that were promised.`);
  }
  now.holding.promised = 0n;
  put(coop, now, event);
}
