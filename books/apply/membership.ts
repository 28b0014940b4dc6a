// MemberRegister: admissions and departures.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readAddress, readHex, readNumber } from "../read.ts";
import { endApplication } from "./applications.ts";

export function applyMembership(coop: Coop, event: BookEvent): void {
  if (event.name === "Admitted") admit(coop, event);
  else if (event.name === "Left") leave(coop, event, "left");
  else if (event.name === "Expelled") leave(coop, event, "expelled");
}

function admit(coop: Coop, event: BookEvent): void {
  const id = readNumber(event.args, "memberId");
  const account = readAddress(event.args, "account");
  const seat = readNumber(event.args, "seat");
  const classIndex = seat >>> 24;
  const key = account.toLowerCase();
  if (id !== coop.members.size + 1) {
    throw new BooksError(`${whereOf(event)} admits member ${id}; the next is member ${coop.members.size + 1}.`);
  }
  if (coop.memberOf.has(key)) throw new BooksError(`${whereOf(event)} admits ${account}, who is a member already.`);
  if (!coop.classes[classIndex])
    throw new BooksError(`${whereOf(event)} admits to class ${classIndex}, which is none.`);
  requireNewSeat(coop, event, seat);
  coop.members.set(id, {
    id,
    account,
    class: classIndex,
    seat,
    status: "active",
    admittedAt: event.timestamp,
    commitment: readHex(event.args, "commitment"),
    formerAccounts: [],
    formerSeats: [],
    units: 0n,
  });
  coop.memberOf.set(key, id);
  coop.memberAt.set(seat, id);
  coop.known.add(key);
  // Whom the members take back has not applied: `readmit` asks for no application and uses none.
  if (!coop.expelled.delete(key)) endApplication(coop, account, "joined", event.timestamp);
}

function leave(coop: Coop, event: BookEvent, status: "left" | "expelled"): void {
  const id = readNumber(event.args, "memberId");
  const member = coop.members.get(id);
  if (member?.status !== "active")
    throw new BooksError(`${whereOf(event)} ends membership ${id}, which is not active.`);
  member.status = status;
  if (status === "expelled") member.grounds = readHex(event.args, "grounds");
  member.leftAt = event.timestamp;
  const key = member.account.toLowerCase();
  coop.memberOf.delete(key);
  if (status === "expelled") coop.expelled.add(key);
  else coop.expelled.delete(key);
  endApplication(coop, member.account, "dropped", event.timestamp);
}

/** A seat is issued once; serials of a class count on. */
export function requireNewSeat({ memberAt }: Coop, event: BookEvent, seat: number): void {
  const first = (seat & 0xffffff) === 1;
  if (!memberAt.has(seat) && (first || memberAt.has(seat - 1))) return;
  const issued = [...memberAt.keys()].filter((one) => one >>> 24 === seat >>> 24).length;
  throw new BooksError(`${whereOf(event)} issues seat ${seat}; the class has had ${issued}.`);
}
