// What a member's points have brought and are still to be claimed.
import type { MarketBook, PeriodEntry } from "../../../../books/market.ts";
import { type Why, whyDividend } from "../../../../books/surplus.ts";

/** Every period that was shared out and in which the member had points, claimed or not. */
export const dividendsOf = (market: MarketBook, memberId: number): Why[] =>
  [...market.periods.values()].flatMap(({ period, declared }) => {
    const why = declared && whyDividend(market, period, memberId);
    return why && why.own > 0n ? [why] : [];
  });

/** Those that bring something and were not claimed yet. */
export const claimable = (dividends: readonly Why[]): Why[] =>
  dividends.filter(({ amount, claimed }) => amount > 0n && !claimed);

export const sumOf = (dividends: readonly Why[]): bigint => dividends.reduce((sum, { amount }) => sum + amount, 0n);

/** What waits for a member. */
export const dividendDue = (market: MarketBook, memberId: number): bigint =>
  sumOf(claimable(dividendsOf(market, memberId)));

/** The period that runs, once the co-op was founded. */
export const runningPeriod = ({ periods }: MarketBook): PeriodEntry | undefined => periods.get(periods.size);

/** When the running period can be closed, unix seconds. */
export function closesAt(market: MarketBook): number | undefined {
  const running = runningPeriod(market);
  return running && market.surplusTerms && running.openedAt + market.surplusTerms.period;
}
