// MemberRegister: classes, admissions, departures.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readAddress, readHex, readNumber, readText } from "../read.ts";

export function applyMembership(coop: Coop, event: BookEvent): void {
  if (event.name === "ClassDeclared") declareClass(coop, event);
  else if (event.name === "Admitted") admit(coop, event);
  else if (event.name === "Left") leave(coop, event, "left");
  else if (event.name === "Expelled") leave(coop, event, "expelled");
}

function declareClass(coop: Coop, event: BookEvent): void {
  const index = readNumber(event.args, "class");
  if (index !== coop.classes.length) {
    throw new BooksError(`${whereOf(event)} declares class ${index}; the next is ${coop.classes.length}.`);
  }
  coop.classes.push({ index, kind: readNumber(event.args, "kind"), name: readText(event.args, "name") });
}

function admit(coop: Coop, event: BookEvent): void {
  const id = readNumber(event.args, "memberId");
  const account = readAddress(event.args, "account");
  const seat = readNumber(event.args, "seat");
  const classIndex = seat >>> 24;
  if (id !== coop.members.size + 1) {
    throw new BooksError(`${whereOf(event)} admits member ${id}; the next is member ${coop.members.size + 1}.`);
  }
  if (coop.memberOf.has(account.toLowerCase())) {
    throw new BooksError(`${whereOf(event)} admits ${account}, who is a member already.`);
  }
  if (!coop.classes[classIndex])
    throw new BooksError(`${whereOf(event)} admits to class ${classIndex}, which is none.`);
  coop.members.set(id, {
    id,
    account,
    class: classIndex,
    seat,
    status: "active",
    admittedAt: event.timestamp,
    commitment: readHex(event.args, "commitment"),
    units: 0n,
  });
  coop.memberOf.set(account.toLowerCase(), id);
  coop.memberAt.set(seat, id);
}

function leave(coop: Coop, event: BookEvent, status: "left" | "expelled"): void {
  const id = readNumber(event.args, "memberId");
  const member = coop.members.get(id);
  if (member?.status !== "active")
    throw new BooksError(`${whereOf(event)} ends membership ${id}, which is not active.`);
  member.status = status;
  if (status === "expelled") member.grounds = readHex(event.args, "grounds");
  member.leftAt = event.timestamp;
  coop.memberOf.delete(member.account.toLowerCase());
}
