// Proposals about people: offices, disputed recoveries, expulsion.

import { encodeFunctionData } from "viem";
import { authorityAbi, memberRegisterAbi } from "../../../../books/abi.ts";
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { Coop, Recovery } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { DAY } from "../../shared/format/time.ts";
import { holds } from "../../shared/membership/board.ts";
import { GROUNDS } from "../../shared/motion/expulsion.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { describe } from "../../shared/motion/text.ts";
import { type Mistakes, memberNumbered, recipientOf, single, type Writing } from "./written.ts";

/** The vote takes its time, so an office that begins after it does not end before. */
const SOONEST = 60 * DAY;
const LONGEST = 3 * 365 * DAY;
const NAME_SOMEBODY = t`Name an active member by number, such as 12, or give a whole account address.`;

/** The end of a day, in unix seconds. */
export function endOfDay(date: string): number | undefined {
  const at = Date.parse(`${date}T23:59:59Z`);
  return Number.isNaN(at) ? undefined : at / 1_000;
}

export const appoint: Writing = {
  mistakes: ({ officer, until }, { coop, now = 0 }) => {
    const mistakes: Mistakes = {};
    const end = endOfDay(until);
    if (!recipientOf(officer, coop)) mistakes.officer = NAME_SOMEBODY;
    if (end === undefined) mistakes.until = t`Choose the day on which the office ends.`;
    else if (end < now + SOONEST) mistakes.until = t`Choose a later day: the vote takes weeks by itself.`;
    else if (end > now + LONGEST) mistakes.until = t`An office ends within three years.`;
    return mistakes;
  },
  motion: ({ title, text, office, officer, until }, { coop, modules }) => {
    const account = recipientOf(officer, coop);
    if (!account) return undefined;
    const args = [BigInt(office), account, endOfDay(until) ?? 0] as const;
    const data = encodeFunctionData({ abi: authorityAbi, functionName: "appoint", args });
    return single(1, modules.authority, data, describe(title, text));
  },
};

export const recall: Writing = {
  mistakes: ({ office, officer }, { coop, now = 0 }) => {
    const account = recipientOf(officer, coop);
    if (!account) return { officer: NAME_SOMEBODY };
    if (!holds(coop, Number(office), account, now)) return { officer: t`This is no ${officeName(Number(office))}.` };
    return {};
  },
  motion: ({ title, text, office, officer }, { coop, modules }) => {
    const account = recipientOf(officer, coop);
    if (!account) return undefined;
    const args = [BigInt(office), account] as const;
    const data = encodeFunctionData({ abi: authorityAbi, functionName: "recall", args });
    return single(1, modules.authority, data, describe(title, text));
  },
};

/** Recoveries that the members can decide: those that wait or were objected to. */
export const recoveriesToDecide = (coop: Coop, now: number): Recovery[] =>
  [...coop.recoveries.keys()].flatMap((id) => recoveryOf(coop, id, now) ?? []);

export const recovery: Writing = {
  mistakes: ({ member, grant }, { coop, now = 0 }) => {
    const mistakes: Mistakes = {};
    const found = recoveriesToDecide(coop, now).some(({ memberId }) => String(memberId) === member);
    if (!found) mistakes.member = t`Choose the membership that is disputed.`;
    if (grant === "") mistakes.grant = t`Choose what the members should decide.`;
    return mistakes;
  },
  motion: ({ title, text, member, grant }, { coop, modules, now = 0 }) => {
    const disputed = recoveriesToDecide(coop, now).find(({ memberId }) => String(memberId) === member);
    if (!disputed) return undefined;
    const args = [disputed.memberId, disputed.newAccount, grant === "yes"] as const;
    const data = encodeFunctionData({ abi: memberRegisterAbi, functionName: "decideRecovery", args });
    return single(1, modules.register, data, describe(title, text));
  },
};

export const expulsion: Writing = {
  mistakes: ({ member, grounds }, { coop }) => {
    const mistakes: Mistakes = {};
    if (!memberNumbered(member, coop)) mistakes.member = t`Name an active member by number, such as 12.`;
    if (grounds.trim() === "") mistakes.grounds = t`State the grounds; without them nobody is expelled.`;
    return mistakes;
  },
  motion: ({ title, text, member: number, grounds }, { coop, modules }) => {
    const member = memberNumbered(number, coop);
    if (!member) return undefined;
    const args = [member.id, memoOf(grounds.trim())] as const;
    const data = encodeFunctionData({ abi: memberRegisterAbi, functionName: "expel", args });
    return single(2, modules.register, data, describe(title, text, GROUNDS + grounds.trim()));
  },
};
