// Proposals about machines and bonds that are there already, and about other co-ops whose members may lend.

import { encodeFunctionData } from "viem";
import { bondOfficeAbi, machineRegisterAbi } from "../../../../books/abi.ts";
import type { CommonsBook, Machine, Series } from "../../../../books/commons.ts";
import { COMMONS } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { DAY } from "../../shared/format/time.ts";
import { describe } from "../../shared/motion/text.ts";
import { type CheckContext, isBeyond, type Mistakes, passing, recipientOf, single, type Writing } from "./written.ts";

/** Bonds that run: they can be topped up, or repaid early. */
export const liveSeries = (book: CommonsBook | undefined): Series[] =>
  [...(book?.series.values() ?? [])].filter(({ state }) => state === "live");

/** What the principal still lacks. */
export const missingOf = ({ units, sunk }: Series): bigint => units - sunk;

/** Coupon dates before the last that leave time for the vote and thirty days after it (K5). */
export function earlyDates({ dates }: Series, context: Pick<CheckContext, "coop" | "now">) {
  const earliest = passing(context) + 31 * DAY;
  return dates
    .map((date, index) => ({ date, index }))
    .slice(1, -1)
    .filter(({ date }) => date >= earliest);
}

/** Machines that can be offered for a price: not let, and in no auction. */
export const machinesToSell = (book: CommonsBook | undefined): Machine[] =>
  [...(book?.machines.values() ?? [])].filter(({ state, auction }) => state === "idle" && !auction);

/** Machines that can be written off. */
export const machinesToWriteOff = (book: CommonsBook | undefined): Machine[] =>
  [...(book?.machines.values() ?? [])].filter(
    ({ state, auction }) => (state === "idle" && !auction) || state === "let",
  );

const seriesChosen = (id: string, { book }: CheckContext): Series | undefined =>
  liveSeries(book).find((one) => String(one.id) === id);

export const topUp: Writing = {
  mistakes: ({ series: id, amount }, context) => {
    const { settlement, book, disposal } = context;
    const mistakes: Mistakes = {};
    const chosen = seriesChosen(id, context);
    const sum = parseMoney(amount, settlement);
    const holds = book?.funds.get(COMMONS) ?? 0n;
    if (!chosen) mistakes.series = t`Choose the bonds.`;
    if (sum === undefined) mistakes.amount = t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
    else if (chosen && sum > missingOf(chosen)) {
      mistakes.amount = t`At most ${formatCents(missingOf(chosen), settlement)}: what is still missing.`;
    } else if (sum > holds) mistakes.amount = t`The commons fund holds ${formatCents(holds, settlement)}.`;
    else if (isBeyond(sum, disposal)) mistakes.amount = t`More than resolutions may part with in twelve months.`;
    return mistakes;
  },
  motion: ({ title, text, series, amount }, { modules, settlement }) => {
    const args = [BigInt(series), parseMoney(amount, settlement) ?? 0n] as const;
    const data = encodeFunctionData({ abi: bondOfficeAbi, functionName: "topUp", args });
    return single(1, modules.bonds, data, describe(title, text));
  },
};

export const redeem: Writing = {
  mistakes: ({ series: id, couponDate }, context) => {
    const chosen = seriesChosen(id, context);
    if (!chosen) return { series: t`Choose the bonds.` };
    const dates = earlyDates(chosen, context);
    if (!dates.some(({ index }) => String(index) === couponDate)) {
      return { couponDate: dates.length === 0 ? t`No coupon day is far enough off.` : t`Choose the day.` };
    }
    return {};
  },
  motion: ({ title, text, series, couponDate }, { modules }) => {
    const args = [BigInt(series), BigInt(couponDate)] as const;
    const data = encodeFunctionData({ abi: bondOfficeAbi, functionName: "announceRedemption", args });
    return single(1, modules.bonds, data, describe(title, text));
  },
};

export const recognise: Writing = {
  mistakes: ({ recipient, grant }, { coop }) => {
    const mistakes: Mistakes = {};
    if (!recipientOf(recipient, coop) || /^\D*\d{1,9}$/.test(recipient.trim())) {
      mistakes.recipient = t`Give the address of the other co-op's member register.`;
    }
    if (grant === "") mistakes.grant = t`Choose what the members should decide.`;
    return mistakes;
  },
  motion: ({ title, text, recipient, grant }, { coop, modules }) => {
    const register = recipientOf(recipient, coop);
    if (!register) return undefined;
    const args = [register, grant === "yes"] as const;
    const data = encodeFunctionData({ abi: bondOfficeAbi, functionName: "recognise", args });
    return single(1, modules.bonds, data, describe(title, text));
  },
};

export const sell: Writing = {
  mistakes: ({ machine, amount }, { book, settlement }) => {
    const mistakes: Mistakes = {};
    if (!machinesToSell(book).some(({ id }) => String(id) === machine)) mistakes.machine = t`Choose the machine.`;
    if (parseMoney(amount, settlement) === undefined) {
      mistakes.amount = t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
    }
    return mistakes;
  },
  motion: ({ title, text, machine, amount }, { modules, settlement }) => {
    const args = [BigInt(machine), parseMoney(amount, settlement) ?? 0n] as const;
    const data = encodeFunctionData({ abi: machineRegisterAbi, functionName: "putUpForSale", args });
    return single(2, modules.machines, data, describe(title, text));
  },
};

export const writeOff: Writing = {
  mistakes: ({ machine }, { book }) =>
    machinesToWriteOff(book).some(({ id }) => String(id) === machine) ? {} : { machine: t`Choose the machine.` },
  motion: ({ title, text, machine }, { modules }) => {
    const args = [BigInt(machine)] as const;
    const data = encodeFunctionData({ abi: machineRegisterAbi, functionName: "writeOff", args });
    return single(2, modules.machines, data, describe(title, text));
  },
};
