// MemberShares: money handed over to members, and money that could not be.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import { WITHDRAWALS_PAYABLE } from "../funds.ts";
import type { Coop } from "../model.ts";
import { readAddress, readBigInt, readNumber } from "../read.ts";
import { put, settled } from "../share-ledger.ts";

export function applyPayments(coop: Coop, event: BookEvent): void {
  if (event.name === "Paid") pay(coop, event, false);
  else if (event.name === "PaymentHeld") pay(coop, event, true);
}

/** What was served is due until it is paid; interest was taken by the event before. */
function pay(coop: Coop, event: BookEvent, held: boolean): void {
  const memberId = readNumber(event.args, "memberId");
  const fund = readNumber(event.args, "fund");
  const amount = readBigInt(event.args, "amount");
  const account = readAddress(event.args, "account");
  const member = coop.members.get(memberId);
  if (member?.account.toLowerCase() !== account.toLowerCase()) {
    throw new BooksError(`${whereOf(event)} is for ${account}, who does not speak for member ${memberId}.`);
  }
  const now = settled(coop, memberId, event.timestamp);
  if (fund === WITHDRAWALS_PAYABLE) {
    const left = now.holding.due - amount;
    if (left < 0n) throw new BooksError(`${whereOf(event)} is ${amount}, more than is due to member ${memberId}.`);
    if (!held) now.holding.due = left;
  }
  put(coop, now, event);
  coop.shares.payments.push({
    memberId,
    fund,
    account,
    amount,
    at: event.timestamp,
    tx: event.transactionHash,
    held,
  });
}
