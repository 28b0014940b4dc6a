// MemberRegister: services stopped for a while, and nothing else (M4).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop, Suspension } from "../model.ts";
import { readHex, readNumber } from "../read.ts";

export function applySuspensions(coop: Coop, event: BookEvent): void {
  if (event.name === "Suspended") suspend(coop, event);
  else if (event.name === "SuspensionLifted") lift(coop, event);
}

/** The suspension of a member that stands at a moment, unix seconds. */
export function suspensionOf(coop: Coop, memberId: number, now: number): Suspension | undefined {
  const last = lastSuspension(coop, memberId);
  return last && last.liftedAt === undefined && now < last.until ? last : undefined;
}

/** The last suspension of a member, over or not. */
export function lastSuspension(coop: Coop, memberId: number): Suspension | undefined {
  return coop.suspensions.findLast((suspension) => suspension.memberId === memberId);
}

function suspend(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const until = readNumber(event.args, "until");
  const reason = readHex(event.args, "reason");
  const refuse = (why: string) => new BooksError(`${whereOf(event)} suspends member ${memberId}, ${why}.`);
  const latest = event.timestamp + (coop.membershipTerms?.suspensionLimit ?? 0);
  if (coop.members.get(memberId)?.status !== "active") throw refuse("who is not active");
  if (until <= event.timestamp || until > latest) throw refuse("for a time that the terms do not allow");
  if (suspensionOf(coop, memberId, event.timestamp)) throw refuse("who is suspended already");
  if (coop.suspensions.some((one) => one.memberId === memberId && one.reason === reason)) {
    throw refuse("who was suspended for this reason before");
  }
  coop.suspensions.push({ memberId, from: event.timestamp, until, reason });
}

function lift(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const standing = suspensionOf(coop, memberId, event.timestamp);
  if (!standing) throw new BooksError(`${whereOf(event)} is about member ${memberId}, who is not suspended.`);
  standing.liftedAt = event.timestamp;
}
