// MemberShares: losses that shares bear, member by member in the order in which they are brought up to date (S5).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readBigInt, readNumber } from "../read.ts";
import { accrue, cutOf, dayOf, put, settled } from "../share-ledger.ts";
import { requirePar } from "./capital.ts";

export function applyWriteDowns(coop: Coop, event: BookEvent): void {
  if (event.name === "WrittenDown") writeDown(coop, event);
  else if (event.name === "HoldingCut") cut(coop, event);
}

/** Whoever leaves is brought up to date, though the shares may say nothing of it. */
export function applyRelease(coop: Coop, event: BookEvent): void {
  if (event.name !== "Left" && event.name !== "Expelled") return;
  const memberId = readNumber(event.args, "memberId");
  if (coop.shares.holdings.has(memberId)) put(coop, settled(coop, memberId, event.timestamp), event);
}

function writeDown({ shares }: Coop, event: BookEvent): void {
  const epoch = Number(readBigInt(event.args, "epoch"));
  const [units, amount] = [readBigInt(event.args, "units"), readBigInt(event.args, "amount")];
  const next = shares.writeDowns.length;
  if (epoch !== next) throw new BooksError(`${whereOf(event)} is write-down ${epoch}; the next is ${next}.`);
  if (units > shares.above) {
    throw new BooksError(`${whereOf(event)} cuts ${units} shares of the ${shares.above} above the least holdings.`);
  }
  requirePar({ shares } as Coop, event, units, amount);
  accrue(shares, event.timestamp);
  shares.writeDowns.push({
    epoch,
    certificateId: Number(readBigInt(event.args, "certificateId")),
    above: shares.above,
    cut: units,
    amount,
    counted: 0n,
    day: dayOf(event.timestamp),
    period: shares.postings.length,
    at: event.timestamp,
    tx: event.transactionHash,
    taken: [],
  });
  shares.units -= units;
  shares.above -= units;
}

function cut(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const units = readBigInt(event.args, "units");
  const now = settled(coop, memberId, event.timestamp);
  if (cutOf(now) !== units) {
    throw new BooksError(`${whereOf(event)} takes ${units} shares of member ${memberId}; ${cutOf(now)} follow.`);
  }
  put(coop, now, event);
}
