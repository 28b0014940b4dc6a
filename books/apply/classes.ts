// MemberRegister: the classes, who moves between them, and the terms of membership.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readNumber, readStruct, readText } from "../read.ts";
import { endApplication } from "./applications.ts";
import { requireNewSeat } from "./membership.ts";

export function applyClasses(coop: Coop, event: BookEvent): void {
  if (event.name === "ClassDeclared") declare(coop, event);
  else if (event.name === "ClassChanged") move(coop, event);
  else if (event.name === "MembershipTermsSet") setTerms(coop, event);
}

function declare(coop: Coop, event: BookEvent): void {
  const index = readNumber(event.args, "class");
  if (index !== coop.classes.length) {
    throw new BooksError(`${whereOf(event)} declares class ${index}; the next is ${coop.classes.length}.`);
  }
  coop.classes.push({ index, kind: readNumber(event.args, "kind"), name: readText(event.args, "name") });
}

/** The former seat closes and keeps the ballots it has cast; the new one is on no roll that is closed already. */
function move(coop: Coop, event: BookEvent): void {
  const id = readNumber(event.args, "memberId");
  const [former, seat] = [readNumber(event.args, "former"), readNumber(event.args, "seat")];
  const member = coop.members.get(id);
  const refuse = (why: string) => new BooksError(`${whereOf(event)} moves member ${id}, ${why}.`);
  if (member?.status !== "active") throw refuse("who is not active");
  if (member.seat !== former) throw refuse(`who has seat ${member.seat} and not ${former}`);
  if (!coop.classes[seat >>> 24]) throw refuse(`to class ${seat >>> 24}, which is none`);
  if (seat >>> 24 === member.class) throw refuse("to the class that it is in");
  const application = coop.applications.get(member.account.toLowerCase());
  if (application?.state !== "accepted" || application.class !== seat >>> 24) {
    throw refuse("whom the board has not accepted there");
  }
  requireNewSeat(coop, event, seat);
  member.formerSeats.push({ seat: former, until: event.timestamp });
  member.seat = seat;
  member.class = seat >>> 24;
  coop.memberAt.set(seat, id);
  endApplication(coop, member.account, "moved", event.timestamp);
}

function setTerms(coop: Coop, event: BookEvent): void {
  const terms = readStruct(event.args, "terms");
  coop.membershipTerms = {
    decideWithin: readNumber(terms, "decideWithin"),
    suspensionLimit: readNumber(terms, "suspensionLimit"),
    recoveryWait: readNumber(terms, "recoveryWait"),
  };
}
