// MemberRegister: applications, from the first word to the membership or the refusal (M2, M3).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Application, Coop, FormerApplication } from "../model.ts";
import { readAddress, readHex, readNumber } from "../read.ts";

/** Who was accepted joins within this time. */
const ACCEPTANCE_LASTS = 30 * 86_400;
const LAST_REASON = 5;
/** A community class, whose seats the members fill (C1). */
const COMMUNITY = 4;
const NONE = `0x${"0".repeat(64)}`;

export function applyApplications(coop: Coop, event: BookEvent): void {
  if (event.name === "Applied") apply(coop, event);
  else if (event.name === "Accepted") accept(coop, event);
  else if (event.name === "Refused") refuse(coop, event);
  else if (event.name === "ApplicationWithdrawn") withdraw(coop, event);
  else if (event.name === "Appealed") appeal(coop, event);
}

/** Where an application stands at a moment: not decided in time counts as refused (M2). */
export function applicationState(application: Application, now: number): Application["state"] | "undecided" | "lapsed" {
  if (now <= application.until || application.state === "refused") return application.state;
  return application.state === "waiting" ? "undecided" : "lapsed";
}

/** Whether the applicant can take it to the members now (M3). */
export function canAppeal(application: Application, now: number): boolean {
  if (application.appealedAt !== undefined || application.memberId !== undefined) return false;
  return ["refused", "undecided"].includes(applicationState(application, now));
}

/** Puts an account's application, if there is one, among those that are over. */
export function endApplication(coop: Coop, account: string, ended: FormerApplication["ended"], at: number): void {
  const application = coop.applications.get(account.toLowerCase());
  if (!application) return;
  coop.applications.delete(account.toLowerCase());
  coop.formerApplications.push({ ...application, ended, endedAt: at });
}

const isOpen = ({ state, until }: Application, now: number): boolean => state !== "refused" && now <= until;

const refusal = (event: BookEvent, why: string) =>
  new BooksError(`${whereOf(event)} is about ${readAddress(event.args, "account")}, ${why}.`);

function apply(coop: Coop, event: BookEvent): void {
  const account = readAddress(event.args, "account");
  const classIndex = readNumber(event.args, "class");
  const until = readNumber(event.args, "until");
  const key = account.toLowerCase();
  const memberId = coop.memberOf.get(key);
  const kind = coop.classes[classIndex]?.kind;
  if (kind === undefined) throw refusal(event, `who applies to class ${classIndex}, which is none`);
  if (kind === COMMUNITY) throw refusal(event, "who applies to a class whose seats the members fill");
  if (coop.windingUpSince !== undefined) throw refusal(event, "though the co-op is winding up");
  if (coop.expelled.has(key)) throw refusal(event, "who was expelled");
  if (memberId !== undefined && coop.members.get(memberId)?.class === classIndex) {
    throw refusal(event, "who is in this class already");
  }
  const before = coop.applications.get(key);
  if (before && isOpen(before, event.timestamp)) throw refusal(event, "whose application is open");
  if (before?.state === "refused" && event.timestamp <= before.until) throw refusal(event, "who was refused lately");
  if (until !== event.timestamp + (coop.membershipTerms?.decideWithin ?? 0)) {
    throw refusal(event, "whose time to be decided is not what the terms say");
  }
  const commitment = readHex(event.args, "commitment");
  endApplication(coop, account, "replaced", event.timestamp);
  coop.applications.set(key, {
    account,
    class: classIndex,
    commitment,
    appliedAt: event.timestamp,
    ...(memberId !== undefined && { memberId }),
    state: "waiting",
    until,
  });
}

/** The application that the board decides; after its time nobody does (M2). */
function waiting(coop: Coop, event: BookEvent): Application {
  const application = coop.applications.get(readAddress(event.args, "account").toLowerCase());
  if (application?.state !== "waiting") throw refusal(event, "whose application does not wait");
  if (event.timestamp > application.until) throw refusal(event, "whose application was not decided in time");
  return application;
}

function accept(coop: Coop, event: BookEvent): void {
  const application = waiting(coop, event);
  const attestation = readHex(event.args, "attestation");
  const until = readNumber(event.args, "until");
  const key = application.account.toLowerCase();
  const decision = { by: readAddress(event.args, "by"), at: event.timestamp };
  if (attestation !== NONE && (coop.attested.get(attestation) ?? key) !== key) {
    throw refusal(event, "though the attestation spoke for somebody else");
  }
  if (until !== event.timestamp + ACCEPTANCE_LASTS) throw refusal(event, "who has not thirty days to join");
  if (attestation !== NONE) coop.attested.set(attestation, key);
  Object.assign(application, {
    state: "accepted",
    until,
    decision: attestation === NONE ? decision : { ...decision, attestation },
  });
}

function refuse(coop: Coop, event: BookEvent): void {
  const application = waiting(coop, event);
  const reason = readNumber(event.args, "reason");
  if (reason < 1 || reason > LAST_REASON) throw refusal(event, `refused for reason ${reason}, which there is not`);
  const [by, statement] = [readAddress(event.args, "by"), readHex(event.args, "statement")];
  const until = readNumber(event.args, "until");
  Object.assign(application, { state: "refused", until, decision: { by, at: event.timestamp, reason, statement } });
}

function withdraw(coop: Coop, event: BookEvent): void {
  const account = readAddress(event.args, "account");
  const application = coop.applications.get(account.toLowerCase());
  if (!application || !isOpen(application, event.timestamp)) throw refusal(event, "who has no open application");
  endApplication(coop, account, "withdrawn", event.timestamp);
}

function appeal(coop: Coop, event: BookEvent): void {
  const key = readAddress(event.args, "account").toLowerCase();
  const application = coop.applications.get(key);
  if (!application || coop.memberOf.has(key) || !canAppeal(application, event.timestamp)) {
    throw refusal(event, "who has nothing to appeal against");
  }
  application.appealedAt = event.timestamp;
}
