// What resolutions do with the surplus, and with what the market asks.

import type { MarketTerms } from "../../../../../books/job.ts";
import type { PeriodEntry, SurplusTerms } from "../../../../../books/market.ts";
import { t } from "../../../../../books/say.ts";
import { formatMoney } from "../../format/money.ts";
import { percentOf } from "../../format/rate.ts";
import { formatDay, formatSpan } from "../../format/time.ts";
import { inPoints, perPoint } from "../../surplus/points.ts";
import { interestAt, type Waterfall, waterfallOf } from "../../surplus/preview.ts";
import { type ActionContext, type Fact, type Words, words } from "./plain.ts";

export const MARKET_WORDS: Record<string, Words> = {
  "surplus.declare": words(([number, surplus, rate]: readonly [number, bigint, number], _, context) => {
    const { market, settlement } = context;
    const period = market?.periods.get(Number(number));
    const interest = Number(rate) === 0 ? "" : t`, with interest of ${percentOf(rate)} a year on members' shares`;
    const when =
      period && period.closedAt !== 0 ? t` (${formatDay(period.openedAt)} to ${formatDay(period.closedAt)})` : "";
    return {
      sentence: t`Shares out ${formatMoney(surplus, settlement)} of the operating fund as the surplus of period ${number}${when}${interest}.`,
      detail: t`Once for a period, and for good. Reserve and community come first, then interest, then dividends by points.`,
      facts: period ? factsOfSurplus(period, surplus, Number(rate), context) : [],
    };
  }),
  "surplus.setTerms": words(([terms]: readonly [SurplusTerms]) => ({
    sentence: t`Sets how a surplus is shared out: ${percentOf(terms.reserveShare)} to the reserve, ${percentOf(terms.communityShare)} to the community, then interest on shares and dividends.`,
    detail: t`It holds for what is declared from then on.`,
    facts: [
      { name: t`A period lasts`, says: formatSpan(Number(terms.period)) },
      {
        name: t`In shares`,
        says:
          Number(terms.inShares) === 0
            ? t`Members take dividends in money or in shares, as they like`
            : t`Members take ${percentOf(terms.inShares)} of every dividend in shares`,
      },
    ],
  })),
  "market.setTerms": words(([terms]: readonly [MarketTerms]) => ({
    sentence: t`Sets what the market asks: a fee of ${percentOf(terms.fee)} of the fare${terms.membersOnly ? t`, for members only` : ""}.`,
    detail: t`It holds for jobs that are accepted from then on; services have to be posted again.`,
    facts: [
      {
        name: t`Of the fee`,
        says: t`${percentOf(terms.commonsShare)} to the commons fund, ${percentOf(10_000 - Number(terms.commonsShare))} is the members' part`,
      },
      {
        name: t`Points`,
        says: t`${percentOf(terms.workShare)} for the work, ${percentOf(10_000 - Number(terms.workShare))} for the custom`,
      },
      {
        name: t`Payment`,
        says: t`${formatSpan(Number(terms.window))} after a job is done, unless somebody disputes it`,
      },
      {
        name: t`Disputes`,
        says: t`Decided within ${formatSpan(Number(terms.ruleWithin))}; otherwise the provider gets ${percentOf(terms.defaultAward)}`,
      },
      { name: t`Rides`, says: t`Their distance counts up to ${terms.speed} km/h` },
      { name: t`Who`, says: terms.membersOnly ? t`Members only` : t`Members and others; others earn no points` },
    ],
  })),
};

function factsOfSurplus(period: PeriodEntry, surplus: bigint, rate: number, context: ActionContext): Fact[] {
  const { coop, market, settlement, now = 0 } = context;
  const done = period.declared;
  const found: Pick<Waterfall, "reserve" | "community" | "interest" | "dividends" | "pot"> | undefined =
    done ?? (market && waterfallOf(market, period, surplus, rate === 0 ? 0n : interestAt(coop, rate, now)));
  const points = {
    name: t`Points`,
    says: t`${inPoints(period.points, settlement)}, all that were earned in the period`,
  };
  if (!found) {
    return [points, { name: t`Interest`, says: t`More than reserve and community leave: it can not be carried out` }];
  }
  const money = (amount: bigint) => formatMoney(amount, settlement);
  return [
    points,
    { name: t`Reserve`, says: money(found.reserve) },
    { name: t`Community`, says: money(found.community) },
    ...(rate === 0 ? [] : [{ name: t`Interest`, says: `${done ? "" : t`About `}${money(found.interest)}` }]),
    {
      name: t`Dividends`,
      says:
        period.points === 0n
          ? t`None, as nobody earned points: what is left goes to the reserve`
          : t`${money(found.dividends)}; a point brings ${perPoint(found.pot, period.points, settlement)}`,
    },
  ];
}
