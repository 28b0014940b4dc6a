// MemberShares: the withdrawal queue, first come, first served (S2), its stops (S3), and redemption at the end (A2).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop, QueueEntry, WithdrawalStop } from "../model.ts";
import { readBigInt, readHex, readNumber } from "../read.ts";
import { put, settled } from "../share-ledger.ts";
import { requirePar } from "./capital.ts";

export function applyWithdrawals(coop: Coop, event: BookEvent): void {
  if (event.name === "WithdrawalAsked") ask(coop, event);
  else if (event.name === "WithdrawalCancelled") cancel(coop, event);
  else if (event.name === "WithdrawalServed") serve(coop, event);
  else if (event.name === "WithdrawalsSuspended") stop(coop, event);
  else if (event.name === "Redeemed") redeem(coop, event);
}

/** The stop that holds at a moment. */
export function stopAt(coop: Coop, now: number): WithdrawalStop | undefined {
  return coop.shares.stops.findLast(({ until }) => now < until);
}

/** Shares that wait before an entry, and the earliest moment at which it can be served; unix seconds. */
export function placeInQueue(coop: Coop, entry: QueueEntry): { ahead: bigint; earliest: number } {
  const before = coop.shares.queue.slice(coop.shares.head, entry.id);
  const ahead = before.reduce((total, { units }) => total + units, 0n);
  return { ahead, earliest: Math.max(entry.payableFrom, coop.shares.stops.at(-1)?.until ?? 0) };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function readEntry(event: BookEvent) {
  const id = Number(readBigInt(event.args, "entryId"));
  const memberId = readNumber(event.args, "memberId");
  const units = readBigInt(event.args, "units");
  const refuse = (why: string) => new BooksError(`${whereOf(event)} is about place ${id} of the queue, ${why}.`);
  return { id, memberId, units, refuse };
}

function ask(coop: Coop, event: BookEvent): void {
  const { id, memberId, units, refuse } = readEntry(event);
  const { shares } = coop;
  const payableFrom = readNumber({ payableFrom: readBigInt(event.args, "payableFrom") }, "payableFrom");
  const now = settled(coop, memberId, event.timestamp);
  if (id !== shares.queue.length) throw refuse(`while the next is ${shares.queue.length}`);
  if (units > now.holding.units - now.holding.queued) throw refuse("for more shares than are free");
  if (payableFrom !== event.timestamp + (shares.terms?.notice ?? 0))
    throw refuse("whose notice is not that of the terms");
  now.holding.queued += units;
  put(coop, now, event);
  const unitsBefore = shares.queue.reduce((total, { asked }) => total + asked, 0n);
  shares.queue.push({
    id,
    memberId,
    units,
    asked: units,
    served: 0n,
    askedAt: event.timestamp,
    payableFrom,
    unitsBefore,
  });
}

/** The entry of a member that still waits. */
function entryOf(coop: Coop, { id, memberId, refuse }: ReturnType<typeof readEntry>): QueueEntry {
  const entry = coop.shares.queue[id];
  if (entry?.memberId !== memberId) throw refuse(`which is not member ${memberId}'s`);
  if (entry.units === 0n) throw refuse("which does not wait");
  return entry;
}

/** After a write-down the last entries stand for less than they say. */
function cancel(coop: Coop, event: BookEvent): void {
  const about = readEntry(event);
  const entry = entryOf(coop, about);
  const now = settled(coop, about.memberId, event.timestamp);
  const units = least(entry.units, now.holding.queued);
  if (about.units !== units) throw about.refuse(`which stood for ${units} shares, not ${about.units}`);
  now.holding.queued -= units;
  put(coop, now, event);
  Object.assign(entry, { units: 0n, cancelledAt: event.timestamp });
}

/** Strictly in turn, after notice, not while stopped. An entry is served in one or more parts; with none when a write-down
 * took all of it. */
function serve(coop: Coop, event: BookEvent): void {
  const about = readEntry(event);
  const entry = entryOf(coop, about);
  if (event.timestamp < entry.payableFrom) throw about.refuse("whose notice has not passed");
  if (stopAt(coop, event.timestamp)) throw about.refuse("though withdrawals are suspended");
  const amount = readBigInt(event.args, "amount");
  requirePar(coop, event, about.units, amount);
  requireFirst(coop, about);
  const now = settled(coop, about.memberId, event.timestamp);
  const stands = least(entry.units, now.holding.queued);
  if (about.units > stands) throw about.refuse(`which stands for ${stands} shares, not ${about.units}`);
  const whole = about.units === stands;
  const taken = whole ? entry.units : about.units;
  now.holding.units -= about.units;
  now.holding.queued -= about.units;
  now.holding.due += amount;
  put(coop, now, event);
  entry.units -= taken;
  entry.unitsBefore += taken;
  entry.served += about.units;
  entry.lastServedAt = event.timestamp;
  coop.shares.head = whole ? about.id + 1 : about.id;
}

/** Places before the one that is served must be done: served or cancelled. */
function requireFirst(coop: Coop, { id, refuse }: ReturnType<typeof readEntry>): void {
  if (id < coop.shares.head) throw refuse("which was done before");
  const earlier = coop.shares.queue.slice(coop.shares.head, id).find(({ units }) => units !== 0n);
  if (earlier) throw refuse(`though place ${earlier.id} comes first`);
}

function stop({ shares }: Coop, event: BookEvent): void {
  const until = readNumber({ until: readBigInt(event.args, "until") }, "until");
  const refuse = (why: string) => new BooksError(`${whereOf(event)} stops withdrawals ${why}.`);
  const last = shares.stops.at(-1);
  if (until <= event.timestamp || until > event.timestamp + (shares.terms?.suspensionLimit ?? 0)) {
    throw refuse("for a time that the terms do not allow");
  }
  if (last && event.timestamp < 2 * last.until - last.from) throw refuse("again too soon");
  shares.stops.push({ from: event.timestamp, until, reason: readHex(event.args, "reason") });
}

function redeem(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const [units, amount] = [readBigInt(event.args, "units"), readBigInt(event.args, "amount")];
  const now = settled(coop, memberId, event.timestamp);
  if (coop.closedAt === undefined) throw new BooksError(`${whereOf(event)} comes before the co-op was closed.`);
  if (units !== now.holding.units) {
    throw new BooksError(`${whereOf(event)} redeems ${units} of ${now.holding.units} shares of member ${memberId}.`);
  }
  requirePar(coop, event, units, amount);
  Object.assign(now.holding, { units: 0n, promised: 0n, queued: 0n, due: now.holding.due + amount });
  put(coop, now, event);
}
