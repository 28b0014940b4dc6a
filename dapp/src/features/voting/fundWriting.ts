// Proposals about funds: budgets, what arrived unasked, and other kinds of money.

import { encodeFunctionData } from "viem";
import { treasuryAbi } from "../../../../books/abi.ts";
import { fundSaid } from "../../../../books/fund-names.ts";
import { COMMONS, MEMBER_INCOME, OPERATING } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { formatCents, formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { DAY } from "../../shared/format/time.ts";
import { ARBITER, BOARD, GUARDIAN, TREASURER } from "../../shared/motion/offices.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { BUDGET, describe, GIFT, oneLine } from "../../shared/motion/text.ts";
import { endOfDay } from "./peopleWriting.ts";
import { type CheckContext, isBeyond, type Mistakes, passing, recipientOf, single, type Writing } from "./written.ts";

export const GIFT_FUNDS: readonly number[] = [COMMONS, MEMBER_INCOME, OPERATING];
export const BUDGET_ROLES: readonly number[] = [TREASURER, BOARD, ARBITER, GUARDIAN];
const LONGEST = 365 * DAY;

const amountMistake = ({ settlement }: CheckContext): string =>
  t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;

export const budget: Writing = {
  mistakes: ({ amount, budgetUntil, purpose, fund }, context) => {
    const { settlement, book } = context;
    const mistakes: Mistakes = {};
    const sum = parseMoney(amount, settlement);
    const holds = book?.funds.get(Number(fund)) ?? 0n;
    const end = endOfDay(budgetUntil);
    if (sum === undefined) mistakes.amount = amountMistake(context);
    else if (book && sum > holds) {
      mistakes.amount = t`The ${fundSaid(Number(fund))} holds ${formatCents(holds, settlement)}.`;
    }
    if (end === undefined) mistakes.budgetUntil = t`Choose the day on which it ends.`;
    else if (end <= passing(context) + DAY)
      mistakes.budgetUntil = t`Choose a later day: the vote takes weeks by itself.`;
    else if (end > passing(context) + LONGEST) mistakes.budgetUntil = t`A budget ends within a year.`;
    if (purpose.trim() === "") mistakes.purpose = t`Say what the money is for; the budget carries it as its name.`;
    return mistakes;
  },
  motion: (written, { settlement, modules, disposal }) => {
    const amount = parseMoney(written.amount, settlement);
    if (amount === undefined) return undefined;
    const beyond = isBeyond(amount, disposal);
    const purpose = oneLine(written.purpose);
    const role = BigInt(written.budgetRole);
    const until = endOfDay(written.budgetUntil) ?? 0;
    const args = [role, Number(written.fund), settlement.address, amount, until, memoOf(purpose)] as const;
    const functionName = beyond ? "grantBudgetBeyond" : "grantBudget";
    const data = encodeFunctionData({ abi: treasuryAbi, functionName, args });
    return single(beyond ? 2 : 1, modules.treasury, data, describe(written.title, written.text, BUDGET + purpose));
  },
};

export const gift: Writing = {
  mistakes: ({ amount, purpose }, context) => {
    const { settlement, unposted } = context;
    const mistakes: Mistakes = {};
    const sum = parseMoney(amount, settlement);
    if (sum === undefined) mistakes.amount = amountMistake(context);
    else if (unposted !== undefined && sum > unposted) {
      mistakes.amount =
        unposted === 0n
          ? t`Nothing has arrived that is not booked yet.`
          : t`${formatMoney(unposted, settlement)} has arrived that is not booked yet.`;
    }
    if (purpose.trim() === "") mistakes.purpose = t`Say where it came from or what it is for.`;
    return mistakes;
  },
  motion: (written, { settlement, modules }) => {
    const purpose = oneLine(written.purpose);
    const amount = parseMoney(written.amount, settlement) ?? 0n;
    const args = [Number(written.giftFund), settlement.address, amount, memoOf(purpose)] as const;
    const data = encodeFunctionData({ abi: treasuryAbi, functionName: "post", args });
    return single(1, modules.treasury, data, describe(written.title, written.text, GIFT + purpose));
  },
};

export const asset: Writing = {
  mistakes: ({ recipient, grant }, { coop, settlement, book }) => {
    const mistakes: Mistakes = {};
    const token = recipientOf(recipient, coop);
    const listed = token !== undefined && book?.assets.has(token.toLowerCase());
    if (!token || /^\D*\d{1,9}$/.test(recipient.trim())) mistakes.recipient = t`Give the address of the token.`;
    else if (token.toLowerCase() === settlement.address.toLowerCase()) {
      mistakes.recipient = t`This is the co-op's own unit; its book is always kept.`;
    } else if (grant !== "" && (grant === "yes") === listed) {
      mistakes.recipient = listed ? t`Its book is kept already.` : t`There is no book for it.`;
    }
    if (grant === "") mistakes.grant = t`Choose what the members should decide.`;
    return mistakes;
  },
  motion: ({ title, text, recipient, grant }, { coop, modules }) => {
    const token = recipientOf(recipient, coop);
    if (!token) return undefined;
    const args = [token, grant === "yes"] as const;
    const data = encodeFunctionData({ abi: treasuryAbi, functionName: "listAsset", args });
    return single(1, modules.treasury, data, describe(title, text));
  },
};
