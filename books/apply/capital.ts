// MemberShares: what members paid in.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readBigInt, readNumber } from "../read.ts";

export function applyCapital(coop: Coop, event: BookEvent): void {
  if (event.name !== "Subscribed") return;
  const id = readNumber(event.args, "memberId");
  const units = readBigInt(event.args, "units");
  const member = coop.members.get(id);
  if (member?.status !== "active") throw new BooksError(`${whereOf(event)} gives shares to ${id}, who is no member.`);
  member.units += units;
  coop.shares.units += units;
  coop.shares.paid += readBigInt(event.args, "amount");
}
