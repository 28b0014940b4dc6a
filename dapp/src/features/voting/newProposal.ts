// From what a person wrote to a motion, or to what is missing.
import { type Address, encodeFunctionData, getAddress, type Hex, isAddress } from "viem";
import { assemblyDeskAbi, directoryAbi, memberRegisterAbi, treasuryAbi } from "../../../../books/abi.ts";
import type { Coop, Member } from "../../../../books/coop.ts";
import type { Kind } from "../../../../books/rules.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { parseMoney, unitName } from "../../shared/format/money.ts";
import { GROUNDS } from "../../shared/motion/expulsion.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { describe, PURPOSE } from "../../shared/motion/text.ts";

/** What a proposal can do; everything else is written with other tools. */
export type What = "pay" | "minute" | "expel" | "windUp";

export type Written = {
  title: string;
  text: string;
  what: What;
  recipient: string;
  amount: string;
  purpose: string;
  /** The number of the member to be expelled, and why. */
  member: string;
  grounds: string;
};

export const NOTHING_WRITTEN: Written = {
  title: "",
  text: "",
  what: "pay",
  recipient: "",
  amount: "",
  purpose: "",
  member: "",
  grounds: "",
};

export type Mistakes = Partial<Record<keyof Written, string>>;
export type Motion = { targets: Address[]; values: bigint[]; calldatas: Hex[]; description: string; kind: Kind };

/** What resolutions parted with in twelve months, and what ordinary ones must stay below (V7). */
export type Disposal = { disposed: bigint; limit: bigint };

const OPERATING_FUND = 1;

/** Whether a payment takes an extraordinary resolution; unknown limits are checked when it is carried out. */
export const isBeyond = (amount: bigint, disposal: Disposal | undefined): boolean =>
  disposal !== undefined && disposal.disposed + amount >= disposal.limit;

/** A member's number or an account. */
export function recipientOf(text: string, coop: Coop): Address | undefined {
  const written = text.trim();
  if (/^(?:member\s*)?\d{1,9}$/i.test(written)) return memberNumbered(written, coop)?.account;
  return isAddress(written) ? getAddress(written) : undefined;
}

export function mistakesIn(written: Written, coop: Coop, settlement: Settlement): Mistakes {
  const mistakes: Mistakes = {};
  if (written.title.trim() === "") mistakes.title = "Give it a title, so that others know what it is about.";
  else if (/[\r\n]/.test(written.title)) mistakes.title = "A title is one line.";
  if (written.what === "pay") Object.assign(mistakes, mistakesInPayment(written, coop, settlement));
  else if (written.what === "expel") Object.assign(mistakes, mistakesInExpulsion(written, coop));
  else if (written.text.trim() === "") {
    mistakes.text =
      written.what === "minute" ? "Write what the members should say or advise." : "Write why the co-op should end.";
  }
  return mistakes;
}

function mistakesInPayment({ recipient, amount, purpose }: Written, coop: Coop, settlement: Settlement): Mistakes {
  const mistakes: Mistakes = {};
  if (!recipientOf(recipient, coop)) {
    mistakes.recipient = "Name an active member by number, such as 12, or give a whole account address.";
  }
  if (parseMoney(amount, settlement) === undefined) {
    mistakes.amount = `Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
  }
  if (purpose.trim() === "") mistakes.purpose = "Say what the money is for; the books keep it with the payment.";
  return mistakes;
}

function mistakesInExpulsion({ member, grounds }: Written, coop: Coop): Mistakes {
  const mistakes: Mistakes = {};
  if (!memberNumbered(member, coop)) mistakes.member = "Name an active member by number, such as 12.";
  if (grounds.trim() === "") mistakes.grounds = "State the grounds; without them nobody is expelled.";
  return mistakes;
}

/** An active member by what somebody wrote: "12" or "member 12". */
export function memberNumbered(text: string, coop: Coop): Member | undefined {
  const number = /^(?:member\s*)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const member = coop.members.get(Number(number));
  return member?.status === "active" ? member : undefined;
}

export type MotionContext = {
  coop: Coop;
  settlement: Settlement;
  modules: { treasury: Address; assembly: Address; register: Address; directory: Address };
  disposal?: Disposal;
};

/** Only of something without mistakes. */
export function motionOf(written: Written, context: MotionContext): Motion | undefined {
  if (Object.keys(mistakesIn(written, context.coop, context.settlement)).length > 0) return undefined;
  return MOTIONS[written.what](written, context);
}

const MOTIONS: Record<What, (written: Written, context: MotionContext) => Motion | undefined> = {
  pay: payment,
  minute: ({ title, text }, { modules }) => {
    const description = describe(title, text);
    const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [memoOf(description)] });
    return single(0, modules.assembly, data, description);
  },
  expel: ({ title, text, member: number, grounds }, { coop, modules }) => {
    const member = memberNumbered(number, coop);
    if (!member) return undefined;
    const args = [member.id, memoOf(grounds.trim())] as const;
    const data = encodeFunctionData({ abi: memberRegisterAbi, functionName: "expel", args });
    return single(2, modules.register, data, describe(title, text, GROUNDS + grounds.trim()));
  },
  windUp: ({ title, text }, { modules }) => {
    const data = encodeFunctionData({ abi: directoryAbi, functionName: "windUp" });
    return single(3, modules.directory, data, describe(title, text));
  },
};

function payment(written: Written, { coop, settlement, modules, disposal }: MotionContext): Motion | undefined {
  const to = recipientOf(written.recipient, coop);
  const amount = parseMoney(written.amount, settlement);
  if (!to || amount === undefined) return undefined;
  const beyond = isBeyond(amount, disposal);
  const purpose = written.purpose.trim();
  const data = encodeFunctionData({
    abi: treasuryAbi,
    functionName: beyond ? "dispose" : "pay",
    args: [OPERATING_FUND, settlement.address, to, amount, memoOf(purpose)],
  });
  return single(beyond ? 2 : 1, modules.treasury, data, describe(written.title, written.text, PURPOSE + purpose));
}

const single = (kind: Kind, target: Address, data: Hex, description: string): Motion => ({
  targets: [target],
  values: [0n],
  calldatas: [data],
  description,
  kind,
});
