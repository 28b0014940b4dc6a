// The proposal to change what the market asks, within the bounds of JobTerms.sol (J1 to J7).
import { encodeFunctionData } from "viem";
import { jobMarketAbi } from "../../../../books/abi.ts";
import type { MarketTerms } from "../../../../books/job.ts";
import type { MarketBook } from "../../../../books/market.ts";
import { DAY } from "../../shared/format/time.ts";
import { describe } from "../../shared/motion/text.ts";
import { type MarketWritten, type Mistakes, rateOf, single, type Writing, type Written } from "./written.ts";

const HOUR = 3_600;

/** How a figure is written, and between which bounds it lies. `one` is what the contract counts a written unit as. */
const FIGURES = {
  fee: { one: 100, least: 0, most: 20, says: "A fee is at most 20 % of the fare." },
  commonsShare: { one: 100, least: 25, most: 100, says: "At least 25 % of the fee goes to the commons fund." },
  workShare: { one: 100, least: 0, most: 100, says: "Between 0 and 100 %; the rest is for the custom." },
  window: { one: HOUR, least: 1, most: 336, says: "Between 1 hour and 336 hours, which are 14 days." },
  ruleWithin: { one: DAY, least: 1, most: 30, says: "Between 1 and 30 days." },
  defaultAward: { one: 100, least: 0, most: 100, says: "Between 0 and 100 %." },
  speed: { one: 1, least: 1, most: 300, says: "Between 1 and 300 km/h, in whole numbers." },
} as const satisfies Record<string, { one: number; least: number; most: number; says: string }>;

export type FigureName = keyof typeof FIGURES;
const NAMES = Object.keys(FIGURES) as FigureName[];

/** The terms as they hold now, as they are written in a form. */
export function termsWritten(market: MarketBook | undefined): Partial<MarketWritten> {
  const now = market?.terms.at(-1);
  if (!now) return {};
  const figures = NAMES.map((name) => [name, String(Math.round((now[name] / FIGURES[name].one) * 100) / 100)]);
  return { ...Object.fromEntries(figures), membersOnly: now.membersOnly ? "yes" : "no" };
}

/** A figure as the contract counts it; undefined where it can not be read or is out of bounds. */
function figureOf(name: FigureName, text: string): number | undefined {
  const { one, least, most } = FIGURES[name];
  const hundredths = rateOf(text);
  if (hundredths === undefined || hundredths < least * 100 || hundredths > most * 100) return undefined;
  const counted = (hundredths * one) / 100;
  return Number.isInteger(counted) ? counted : undefined;
}

/** What was written, understood; undefined while something is wrong. */
function termsOf(written: Written): MarketTerms | undefined {
  const figures = NAMES.map((name) => [name, figureOf(name, written[name])] as const);
  if (figures.some(([, figure]) => figure === undefined)) return undefined;
  return { ...(Object.fromEntries(figures) as Record<FigureName, number>), membersOnly: written.membersOnly === "yes" };
}

export const marketTerms: Writing = {
  mistakes: (written, { market }) => {
    const mistakes: Mistakes = {};
    for (const name of NAMES) {
      if (figureOf(name, written[name]) === undefined) mistakes[name] = FIGURES[name].says;
    }
    const wanted = termsOf(written);
    const now = market?.terms.at(-1);
    if (wanted && now && [...NAMES, "membersOnly" as const].every((name) => wanted[name] === now[name])) {
      mistakes.fee = "These are the terms as they are now. Change something.";
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
