// Proposals about money: payments, losses.

import { encodeFunctionData } from "viem";
import { reserveAbi, treasuryAbi } from "../../../../books/abi.ts";
import type { Certificate, Coop } from "../../../../books/coop.ts";
import { fundSaid } from "../../../../books/fund-names.ts";
import { COMMONS, COMMUNITY, OPERATING, UPKEEP } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { describe, PURPOSE } from "../../shared/motion/text.ts";
import { isBeyond, type Mistakes, recipientOf, single, type Writing } from "./written.ts";

/** The funds that resolutions spend, as in contracts/commons/FundTable.sol. */
export const SPENT_FUNDS: readonly number[] = [OPERATING, COMMONS, UPKEEP, COMMUNITY];

export const payment: Writing = {
  mistakes: ({ recipient, amount, purpose, payFund }, { coop, settlement, book }) => {
    const mistakes: Mistakes = {};
    if (!recipientOf(recipient, coop)) {
      mistakes.recipient = t`Name an active member by number, such as 12, or give a whole account address.`;
    }
    const sum = parseMoney(amount, settlement);
    const holds = book?.funds.get(Number(payFund)) ?? 0n;
    if (sum === undefined) mistakes.amount = t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
    else if (book && sum > holds) {
      mistakes.amount = t`The ${fundSaid(Number(payFund))} holds ${formatCents(holds, settlement)}.`;
    }
    if (purpose.trim() === "") mistakes.purpose = t`Say what the money is for; the books keep it with the payment.`;
    return mistakes;
  },
  motion: (written, { coop, settlement, modules, disposal }) => {
    const to = recipientOf(written.recipient, coop);
    const amount = parseMoney(written.amount, settlement);
    if (!to || amount === undefined) return undefined;
    const beyond = isBeyond(amount, disposal);
    const purpose = written.purpose.trim();
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: beyond ? "dispose" : "pay",
      args: [Number(written.payFund), settlement.address, to, amount, memoOf(purpose)],
    });
    return single(beyond ? 2 : 1, modules.treasury, data, describe(written.title, written.text, PURPOSE + purpose));
  },
};

/** Certificates of a loss that can still be used; a year long. */
export const openLosses = (coop: Coop, now: number): Certificate[] =>
  [...coop.certificates.values()].filter(({ amount, covered, at }) => covered < amount && now <= at + 365 * 86_400);

export const coverLoss: Writing = {
  mistakes: ({ certificate, amount }, { coop, settlement, now = 0 }) => {
    const mistakes: Mistakes = {};
    const loss = openLosses(coop, now).find(({ id }) => String(id) === certificate);
    const sum = parseMoney(amount, settlement);
    if (!loss) mistakes.certificate = t`Choose the loss that the auditor certified.`;
    if (sum === undefined) mistakes.amount = t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
    else if (loss && sum > loss.amount - loss.covered) {
      mistakes.amount = t`At most ${formatCents(loss.amount - loss.covered, settlement)}: what is certified and not covered yet.`;
    } else if (sum > coop.reserve.booked) {
      mistakes.amount = t`The reserve holds ${formatCents(coop.reserve.booked, settlement)}.`;
    }
    return mistakes;
  },
  motion: ({ title, text, certificate, amount }, { modules, settlement }) => {
    const args = [BigInt(certificate), parseMoney(amount, settlement) ?? 0n] as const;
    const data = encodeFunctionData({ abi: reserveAbi, functionName: "coverLoss", args });
    return single(2, modules.reserve, data, describe(title, text));
  },
};
