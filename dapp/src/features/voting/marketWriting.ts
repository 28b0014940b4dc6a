// The proposal to change what the market asks, within the bounds of JobTerms.sol (J1 to J7).

import { encodeFunctionData } from "viem";
import { jobMarketAbi } from "../../../../books/abi.ts";
import type { MarketTerms } from "../../../../books/job.ts";
import type { MarketBook } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { DAY, HOUR } from "../../shared/format/time.ts";
import { describe } from "../../shared/motion/text.ts";
import { figuresIn, figuresWritten, mistakesOf, namesOf } from "./figures.ts";
import { type Mistakes, single, type Writing, type Written } from "./written.ts";

const FIGURES = {
  fee: { one: 100, least: 0, most: 20, says: t`A fee is at most 20 % of the fare.` },
  commonsShare: { one: 100, least: 25, most: 100, says: t`At least 25 % of the fee goes to the commons fund.` },
  workShare: { one: 100, least: 0, most: 100, says: t`Between 0 and 100 %; the rest is for the custom.` },
  window: { one: HOUR, least: 1, most: 336, says: t`Between 1 hour and 336 hours, which are 14 days.` },
  ruleWithin: { one: DAY, least: 1, most: 30, says: t`Between 1 and 30 days.` },
  defaultAward: { one: 100, least: 0, most: 100, says: t`Between 0 and 100 %.` },
  speed: { one: 1, least: 1, most: 300, says: t`Between 1 and 300 km/h, in whole numbers.` },
};

/** The terms as they hold now, as they are written in a form. */
export function termsWritten(market: MarketBook | undefined): Partial<Written> {
  const now = market?.terms.at(-1);
  return now ? { ...figuresWritten(FIGURES, now), membersOnly: now.membersOnly ? "yes" : "no" } : {};
}

function termsOf(written: Written): MarketTerms | undefined {
  const figures = figuresIn(FIGURES, written);
  return figures && { ...figures, membersOnly: written.membersOnly === "yes" };
}

export const marketTerms: Writing = {
  mistakes: (written, { market }) => {
    const mistakes: Mistakes = mistakesOf(FIGURES, written);
    const wanted = termsOf(written);
    const now = market?.terms.at(-1);
    if (wanted && now && [...namesOf(FIGURES), "membersOnly" as const].every((name) => wanted[name] === now[name])) {
      mistakes.fee = t`These are the terms as they are now. Change something.`;
    }
    return mistakes;
  },
  motion: (written, { modules }) => {
    const terms = termsOf(written);
    if (!terms) return undefined;
    const data = encodeFunctionData({ abi: jobMarketAbi, functionName: "setTerms", args: [terms] });
    return single(3, modules.market, data, describe(written.title, written.text));
  },
};
