// MemberRegister: what every event of a recovery is about (M6).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop, Recovery, RecoveryRequest } from "../model.ts";
import { readAddress, readNumber } from "../read.ts";

/** A vetoed recovery that the members have not decided by then frees the member again; seconds. */
const VETO_LAPSES = 180 * 86_400;

export const recoveryKey = (memberId: number, account: string): string => `${memberId}:${account.toLowerCase()}`;

/** The recovery of a member that waits at a moment, vetoed or not. */
export function recoveryOf(coop: Coop, memberId: number, now: number): Recovery | undefined {
  const recovery = coop.recoveries.get(memberId);
  const lapsed = recovery?.vetoedAt !== undefined && now > recovery.vetoedAt + VETO_LAPSES;
  return lapsed ? undefined : recovery;
}

export type About = { memberId: number; newAccount: `0x${string}`; refuse: (why: string) => BooksError };

export function readAbout(event: BookEvent): About {
  const memberId = readNumber(event.args, "memberId");
  const newAccount = readAddress(event.args, "newAccount");
  const refuse = (why: string) =>
    new BooksError(`${whereOf(event)} is about member ${memberId} and ${newAccount}, ${why}.`);
  return { memberId, newAccount, refuse };
}

export function requestOf(coop: Coop, { memberId, newAccount, refuse }: About): RecoveryRequest {
  const found = coop.recoveryRequests.get(recoveryKey(memberId, newAccount));
  if (!found || found.state === "ended" || found.state === "done") throw refuse("who has not asked");
  return found;
}
