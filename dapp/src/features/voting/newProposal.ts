// From what a person wrote to a motion, or to what is missing.
import { type Address, encodeFunctionData, getAddress, type Hex, isAddress } from "viem";
import { assemblyDeskAbi, treasuryAbi } from "../../../../books/abi.ts";
import type { Coop } from "../../../../books/coop.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { parseMoney, unitName } from "../../shared/format/money.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { describe } from "../../shared/motion/text.ts";

export type Written = {
  title: string;
  text: string;
  what: "pay" | "minute";
  recipient: string;
  amount: string;
  purpose: string;
};

export const NOTHING_WRITTEN: Written = { title: "", text: "", what: "pay", recipient: "", amount: "", purpose: "" };

export type Mistakes = Partial<Record<keyof Written, string>>;
export type Motion = { targets: Address[]; values: bigint[]; calldatas: Hex[]; description: string };

const OPERATING_FUND = 1;

/** A member's number or an account. */
export function recipientOf(text: string, coop: Coop): Address | undefined {
  const written = text.trim();
  const number = /^(?:member\s*)?(\d{1,9})$/i.exec(written)?.[1];
  if (number) {
    const member = coop.members.get(Number(number));
    return member?.status === "active" ? member.account : undefined;
  }
  return isAddress(written) ? getAddress(written) : undefined;
}

export function mistakesIn(written: Written, coop: Coop, settlement: Settlement): Mistakes {
  const mistakes: Mistakes = {};
  if (written.title.trim() === "") mistakes.title = "Give it a title, so that others know what it is about.";
  else if (/[\r\n]/.test(written.title)) mistakes.title = "A title is one line.";
  if (written.what === "minute") {
    if (written.text.trim() === "") mistakes.text = "Write what the members should say or advise.";
    return mistakes;
  }
  if (!recipientOf(written.recipient, coop)) {
    mistakes.recipient = "Name an active member by number, such as 12, or give a whole account address.";
  }
  if (parseMoney(written.amount, settlement) === undefined) {
    mistakes.amount = `Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
  }
  if (written.purpose.trim() === "")
    mistakes.purpose = "Say what the money is for; the books keep it with the payment.";
  return mistakes;
}

/** Only of something without mistakes. */
export function motionOf(
  written: Written,
  coop: Coop,
  settlement: Settlement,
  modules: { treasury: Address; assembly: Address },
): Motion | undefined {
  if (Object.keys(mistakesIn(written, coop, settlement)).length > 0) return undefined;
  if (written.what === "minute") {
    const description = describe(written.title, written.text);
    const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [memoOf(description)] });
    return { targets: [modules.assembly], values: [0n], calldatas: [data], description };
  }
  const to = recipientOf(written.recipient, coop);
  const amount = parseMoney(written.amount, settlement);
  if (!to || amount === undefined) return undefined;
  const purpose = written.purpose.trim();
  const data = encodeFunctionData({
    abi: treasuryAbi,
    functionName: "pay",
    args: [OPERATING_FUND, settlement.address, to, amount, memoOf(purpose)],
  });
  const description = describe(written.title, written.text, purpose);
  return { targets: [modules.treasury], values: [0n], calldatas: [data], description };
}
