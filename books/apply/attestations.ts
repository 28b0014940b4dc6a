// MemberRegister: who attests that an account is a member's person (M6).
import type { BookEvent } from "../event.ts";
import type { Coop, RecoveryRequest } from "../model.ts";
import { readAddress, readBoolean } from "../read.ts";
import { holds, inOffice, ROLE } from "./founding.ts";
import { readAbout, recoveryOf, requestOf } from "./recovery-requests.ts";

/** Members who attest beside the board, and with no board in office (V8). */
const MEMBERS = 2;
const MEMBERS_ALONE = 3;
export function attest(coop: Coop, event: BookEvent): void {
  const about = readAbout(event);
  const { memberId, refuse } = about;
  const asked = requestOf(coop, about);
  const by = readAddress(event.args, "by");
  const [key, forBoard] = [by.toLowerCase(), readBoolean(event.args, "forBoard")];
  if (asked.burnt) throw refuse("which the old account has vetoed");
  if (recoveryOf(coop, memberId, event.timestamp)) throw refuse("though a recovery waits");
  if (asked.attestors.includes(key)) throw refuse(`attested twice by ${by}`);
  const asBoard = asked.byBoard === undefined && holds(coop, ROLE.board, by, event.timestamp);
  if (forBoard !== asBoard) throw refuse(`attested by ${by} ${forBoard ? "for the board" : "as a member"}`);
  const attestor = coop.memberOf.get(key);
  if (!forBoard && (attestor === undefined || attestor === memberId)) throw refuse(`attested by ${by}, who may not`);
  asked.attestors.push(key);
  if (forBoard) asked.byBoard = by;
  else asked.byMembers.push(key);
}

/** Attested by the board and two other members, or by three with no board in office. */
export function isAttested(coop: Coop, { byBoard, byMembers }: RecoveryRequest, now: number): boolean {
  if (byBoard !== undefined) return byMembers.length >= MEMBERS;
  return byMembers.length >= MEMBERS_ALONE && inOffice(coop, ROLE.board, now) === 0;
}
