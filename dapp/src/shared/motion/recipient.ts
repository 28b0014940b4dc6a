// Whom somebody means by what they wrote.
import { type Address, getAddress, isAddress } from "viem";
import type { Coop, Member } from "../../../../books/coop.ts";

/** An active member by what somebody wrote: "12" or "member 12". */
export function memberNumbered(text: string, coop: Coop): Member | undefined {
  const number = /^(?:member\s*)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const member = coop.members.get(Number(number));
  return member?.status === "active" ? member : undefined;
}

/** A member's number or an account. */
export function accountNamed(text: string, coop: Coop): Address | undefined {
  const written = text.trim();
  if (/^(?:member\s*)?\d{1,9}$/i.test(written)) return memberNumbered(written, coop)?.account;
  return isAddress(written) ? getAddress(written) : undefined;
}
