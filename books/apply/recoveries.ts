// MemberRegister: a new account for a member who lost the old one (M6).
import type { BookEvent } from "../event.ts";
import type { Coop, Member, Recovery } from "../model.ts";
import { readAddress, readHex, readNumber } from "../read.ts";

import { endApplication } from "./applications.ts";
import { attest, isAttested } from "./attestations.ts";
import { type About, readAbout, recoveryKey, recoveryOf, requestOf } from "./recovery-requests.ts";

export { recoveryKey, recoveryOf };

export function applyRecoveries(coop: Coop, event: BookEvent): void {
  if (event.name === "RecoveryRequested") request(coop, event);
  else if (event.name === "RecoveryAttested") attest(coop, event);
  else if (event.name === "RecoveryStarted") start(coop, event);
  else if (event.name === "RecoveryVetoed") veto(coop, event);
  else if (event.name === "RecoveryEnded") end(coop, event);
  else if (event.name === "Recovered") recover(coop, event);
}

function memberIn(coop: Coop, { memberId, newAccount, refuse }: About): Member {
  const member = coop.members.get(memberId);
  if (!member) throw refuse("and there is no such member");
  const key = newAccount.toLowerCase();
  if (member.status !== "active") return member;
  if (coop.memberOf.has(key)) throw refuse("who is a member");
  if (coop.expelled.has(key)) throw refuse("who was expelled");
  return member;
}

function request(coop: Coop, event: BookEvent): void {
  const about = readAbout(event);
  const { memberId, newAccount, refuse } = about;
  memberIn(coop, about);
  const before = coop.recoveryRequests.get(recoveryKey(memberId, newAccount));
  if (before && (before.burnt || before.state !== "done")) throw refuse("who has asked before");
  coop.recoveryRequests.set(recoveryKey(memberId, newAccount), {
    memberId,
    newAccount,
    statement: readHex(event.args, "statement"),
    requestedAt: event.timestamp,
    state: "asked",
    burnt: false,
    byMembers: [],
    attestors: before?.attestors ?? [],
  });
}

function start(coop: Coop, event: BookEvent): void {
  const about = readAbout(event);
  const { memberId, newAccount, refuse } = about;
  const asked = requestOf(coop, about);
  const readyAt = readNumber(event.args, "readyAt");
  if (!isAttested(coop, asked, event.timestamp)) throw refuse("which too few have attested");
  if (readyAt !== event.timestamp + (coop.membershipTerms?.recoveryWait ?? 0)) {
    throw refuse("and does not wait as long as the terms say");
  }
  asked.state = "waiting";
  coop.recoveries.set(memberId, { memberId, newAccount, startedAt: event.timestamp, readyAt });
}

function waiting(coop: Coop, about: About, now: number): Recovery {
  const recovery = recoveryOf(coop, about.memberId, now);
  if (recovery?.newAccount.toLowerCase() !== about.newAccount.toLowerCase()) throw about.refuse("which does not wait");
  return recovery as Recovery;
}

function veto(coop: Coop, event: BookEvent): void {
  const about = readAbout(event);
  const recovery = waiting(coop, about, event.timestamp);
  if (recovery.vetoedAt !== undefined) throw about.refuse("which was vetoed already");
  const asked = requestOf(coop, about);
  recovery.vetoedAt = event.timestamp;
  Object.assign(asked, { state: "vetoed", burnt: true });
}

/** Taken back by the new account, or refused by the members: this pair does not ask again. */
function end(coop: Coop, event: BookEvent): void {
  const about = readAbout(event);
  Object.assign(requestOf(coop, about), { state: "ended", burnt: true });
  const recovery = coop.recoveries.get(about.memberId);
  if (recovery?.newAccount.toLowerCase() === about.newAccount.toLowerCase()) coop.recoveries.delete(about.memberId);
}

/** The account changes and nothing else: seat, shares and history stay with the member. */
function recover(coop: Coop, event: BookEvent): void {
  const about = readAbout(event);
  const { memberId, newAccount, refuse } = about;
  waiting(coop, about, event.timestamp);
  const member = memberIn(coop, about);
  const former = readAddress(event.args, "former");
  if (member.account.toLowerCase() !== former.toLowerCase()) throw refuse(`whose account was not ${former}`);
  const [from, to] = [former.toLowerCase(), newAccount.toLowerCase()];
  const asked = requestOf(coop, about);
  asked.state = "done";
  asked.burnt = false;
  coop.recoveries.delete(memberId);
  member.formerAccounts.push({ account: former, until: event.timestamp });
  member.account = newAccount;
  coop.known.add(to);
  if (member.status !== "active") {
    if (coop.expelled.has(from)) coop.expelled.add(to);
    return;
  }
  coop.memberOf.delete(from);
  coop.memberOf.set(to, memberId);
  if (coop.expelled.delete(from)) coop.expelled.add(to);
  for (const account of [former, newAccount]) endApplication(coop, account, "dropped", event.timestamp);
}
