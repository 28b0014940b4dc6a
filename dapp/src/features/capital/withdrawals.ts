// The queue of withdrawals: first come, first served, at par, after notice (S2).

import { placeInQueue, stopAt } from "../../../../books/apply/withdrawals.ts";
import type { Coop, QueueEntry } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";

export type Place = QueueEntry & {
  /** Shares that wait before it. */
  ahead: bigint;
  /** The earliest moment at which it can be paid, a suspension counted. */
  earliest: number;
};

/** Those who wait, in their order. */
export const waitingIn = ({ shares }: Coop): QueueEntry[] =>
  shares.queue.slice(shares.head).filter(({ units }) => units > 0n);

/** Where a member's withdrawals stand in the queue. */
export const placesOf = (coop: Coop, memberId: number): Place[] =>
  waitingIn(coop)
    .filter((entry) => entry.memberId === memberId)
    .map((entry) => ({ ...entry, ...placeInQueue(coop, entry) }));

/** How many shares of the queue can be paid now: those at its head whose notice has passed, as far as the money goes. */
export function payableNow(coop: Coop, money: bigint, now: number): bigint {
  const par = coop.shares.terms?.par ?? 0n;
  if (par === 0n || stopAt(coop, now)) return 0n;
  const waiting = waitingIn(coop);
  const early = waiting.findIndex(({ payableFrom }) => now < payableFrom);
  const ripe = early < 0 ? waiting : waiting.slice(0, early);
  const payable = ripe.reduce((sum, { units }) => sum + units, 0n);
  const affordable = money / par;
  return payable < affordable ? payable : affordable;
}

/** Whether so many shares can be asked back; what is left is nothing or at least the minimum. */
export function mistakeInWithdrawal(
  units: bigint | undefined,
  { free, promised, minimum }: { free: bigint; promised: bigint; minimum: bigint },
): string | undefined {
  if (units === undefined || units === 0n) return t`Write a whole number of shares.`;
  if (units > free)
    return free === 0n ? t`All your shares wait in the queue already.` : t`You have ${free} that are not in the queue.`;
  const left = free - units;
  if (left === 0n && promised > 0n) return t`You have promised to take more shares: give that up first.`;
  if (left > 0n && left < minimum) return t`You would keep ${left}; keep at least ${minimum}, or none.`;
  return undefined;
}
