// The proposal to change how surpluses are shared out, within the bounds of Surplus.sol (A1, A6, A7, S6).

import { encodeFunctionData } from "viem";
import { surplusAbi } from "../../../../books/abi.ts";
import type { MarketBook } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { DAY } from "../../shared/format/time.ts";
import { describe } from "../../shared/motion/text.ts";
import { figuresIn, figuresWritten, mistakesOf, namesOf } from "./figures.ts";
import { type Mistakes, single, type Writing, type Written } from "./written.ts";

const WHOLE = 10_000;

const FIGURES = {
  reserveShare: { one: 100, least: 5, most: 100, says: t`At least 5 % of every surplus goes to the reserve.` },
  communityShare: { one: 100, least: 0, most: 50, says: t`At most 50 % goes to the community.` },
  inShares: { one: 100, least: 0, most: 50, says: t`At most 50 % of a dividend can be required in shares.` },
  periodDays: { one: DAY, least: 28, most: 366, says: t`Between 28 and 366 days: a month to a year.` },
};

/** As they hold now, as they are written in a form. */
export function surplusTermsWritten(market: MarketBook | undefined): Partial<Written> {
  const now = market?.surplusTerms;
  return now ? figuresWritten(FIGURES, { ...now, periodDays: now.period }) : {};
}

export const surplusTerms: Writing = {
  mistakes: (written, { market }) => {
    const mistakes: Mistakes = mistakesOf(FIGURES, written);
    const wanted = figuresIn(FIGURES, written);
    const now = market?.surplusTerms;
    if (wanted && now && namesOf(FIGURES).every((name) => wanted[name] === { ...now, periodDays: now.period }[name])) {
      mistakes.reserveShare = t`These are the shares as they are now. Change something.`;
    }
    if (wanted && wanted.reserveShare + wanted.communityShare > WHOLE) {
      mistakes.communityShare = t`Reserve and community together get at most the whole surplus.`;
    }
    return mistakes;
  },
  motion: (written, { modules }) => {
    const figures = figuresIn(FIGURES, written);
    if (!figures) return undefined;
    const { periodDays: period, ...shares } = figures;
    const data = encodeFunctionData({ abi: surplusAbi, functionName: "setTerms", args: [{ period, ...shares }] });
    return single(3, modules.surplus, data, describe(written.title, written.text));
  },
};
