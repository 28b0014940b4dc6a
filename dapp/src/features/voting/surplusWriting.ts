// The proposal to share out a surplus: a period that has ended, an amount, and interest on shares out of it (A4, S4).

import { encodeFunctionData } from "viem";
import { surplusAbi } from "../../../../books/abi.ts";
import { OPERATING } from "../../../../books/funds.ts";
import type { PeriodEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { describe } from "../../shared/motion/text.ts";
import { interestAt, interestFrom, undeclared, type Waterfall, waterfallOf } from "../../shared/surplus/preview.ts";
import { type CheckContext, type Mistakes, passing, rateOf, single, type Writing, type Written } from "./written.ts";

type Chosen = Pick<Written, "period" | "amount" | "rate">;

/** Nothing written means no interest. */
export const interestRateOf = ({ rate }: Pick<Written, "rate">): number | undefined =>
  rate.trim() === "" ? 0 : rateOf(rate);

export const periodChosen = ({ period }: Pick<Written, "period">, { market }: CheckContext): PeriodEntry | undefined =>
  market && undeclared(market).find((one) => String(one.period) === period);

/** Whether the year since the last interest is not over when this can first be carried out (S4). */
const isTooSoon = (context: CheckContext): boolean => passing(context) < interestFrom(context.coop);

/** What would become of the amount; interest as of the day on which it can first be carried out. */
export function previewOf(written: Chosen, context: CheckContext): Waterfall | "tooMuchInterest" | undefined {
  const { coop, market, settlement } = context;
  const period = periodChosen(written, context);
  const surplus = parseMoney(written.amount, settlement);
  const rate = interestRateOf(written);
  if (!market?.surplusTerms || !period || surplus === undefined || rate === undefined) return undefined;
  if (rate > 0 && isTooSoon(context)) return undefined;
  const interest = rate === 0 ? 0n : interestAt(coop, rate, passing(context));
  return waterfallOf(market, period, surplus, interest) ?? "tooMuchInterest";
}

export const declare: Writing = {
  mistakes: (written, context) => {
    const { coop, settlement, book } = context;
    const mistakes: Mistakes = {};
    const surplus = parseMoney(written.amount, settlement);
    const holds = book?.funds.get(OPERATING) ?? 0n;
    if (!periodChosen(written, context)) mistakes.period = t`Choose the period whose surplus it is.`;
    if (surplus === undefined) mistakes.amount = t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;
    else if (book && surplus > holds) {
      mistakes.amount = t`The operating fund holds ${formatCents(holds, settlement)}.`;
    }
    const rate = interestRateOf(written);
    const cap = coop.shares.terms?.interestCap;
    if (rate === undefined) mistakes.rate = t`Write per cent a year, such as 3 or 2.5, or leave it empty.`;
    else if (cap !== undefined && rate > cap) mistakes.rate = t`At most ${cap / 100} %.`;
    else if (rate > 0 && coop.windingUpSince !== undefined) {
      mistakes.rate = t`The co-op is winding up: shares bear no interest any more. Leave it empty.`;
    } else if (rate > 0 && isTooSoon(context)) {
      mistakes.rate = t`Interest comes once a year; the next from ${formatDay(interestFrom(coop))}. Leave it empty.`;
    } else if (previewOf(written, context) === "tooMuchInterest") {
      mistakes.rate = t`This is more than reserve and community leave. Choose a lower rate, or a larger amount.`;
    }
    return mistakes;
  },
  motion: (written, { modules, settlement }) => {
    const { title, text, period, amount } = written;
    const args = [Number(period), parseMoney(amount, settlement) ?? 0n, interestRateOf(written) ?? 0] as const;
    const data = encodeFunctionData({ abi: surplusAbi, functionName: "declare", args });
    return single(1, modules.surplus, data, describe(title, text));
  },
};
