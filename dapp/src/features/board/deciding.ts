// From what a director wrote to a call that another carries out, or to what is missing.

import { type Address, encodeFunctionData, type Hex } from "viem";
import { memberRegisterAbi, memberSharesAbi } from "../../../../books/abi.ts";
import { suspensionOf } from "../../../../books/apply/suspensions.ts";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { DAY } from "../../shared/format/time.ts";

export type Decided = { what: "member" | "withdrawals"; number: string; days: string; reason: string };
export type Mistakes = { number?: string; days?: string };
type Context = { coop: Coop; now: number; limit: number };

/** A little less than the longest, because time passes until it is carried out; then the limit is counted anew. */
export function mistakesInDecision({ what, number, days }: Decided, { coop, now, limit }: Context): Mistakes {
  const mistakes: Mistakes = {};
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days.trim()) : 0;
  if (count === 0) mistakes.days = t`Write a number of days.`;
  else if (limit > 0 && count * DAY > limit) mistakes.days = t`At most ${Math.floor(limit / DAY)} days.`;
  if (what !== "member") return mistakes;
  const member = coop.members.get(Number(number.trim()));
  if (member?.status !== "active") mistakes.number = t`No active member has this number.`;
  else if (suspensionOf(coop, member.id, now)) mistakes.number = t`This member is suspended already.`;
  return mistakes;
}

/** The arguments of `Board.decide`. Only of something without mistakes. */
export function decisionOf(
  { what, number, days }: Decided,
  { now }: Context,
  modules: { register: Address; shares: Address },
  reason: Hex,
): readonly [target: Address, data: Hex, reason: Hex] {
  const until = now + Number(days.trim()) * DAY;
  if (what === "member") {
    const args = [Number(number.trim()), until, reason] as const;
    return [modules.register, encodeFunctionData({ abi: memberRegisterAbi, functionName: "suspend", args }), reason];
  }
  const args = [until, reason] as const;
  return [
    modules.shares,
    encodeFunctionData({ abi: memberSharesAbi, functionName: "suspendWithdrawals", args }),
    reason,
  ];
}
