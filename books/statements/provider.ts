// The statement of a provider: every job that it did, with pay, fee, points and what they brought. A provider who is no member is known by
// its account alone.
import type { Address } from "../event.ts";
import type { MarketBook } from "../model/market.ts";
import { jobsOf } from "../surplus.ts";
import { workCsv, workOf } from "../work.ts";

/** Everybody who ever did a job to its end: members by number, others by account in lower case. */
export function providersOf(market: MarketBook): (number | Address)[] {
  const ended = jobsOf(market).filter(({ split, dates }) => split !== undefined && dates.accepted !== 0);
  const members = new Set(ended.flatMap(({ job }) => (job.providerId === 0 ? [] : [job.providerId])));
  const others = ended.flatMap(({ job }) => (job.providerId === 0 ? [job.provider.toLowerCase() as Address] : []));
  return [...[...members].sort((a, b) => a - b), ...[...new Set(others)].sort()];
}

/** A line a job, in the order in which they ended. */
export function providerCsv(market: MarketBook, who: number | Address, decimals: number): string {
  const { lines } = workOf(market, who);
  return workCsv({ lines: lines.filter(({ side }) => side === "provider") }, { decimals });
}
