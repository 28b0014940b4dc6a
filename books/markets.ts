// The markets of a co-op one after the other: the last one stands, those that it replaced end their jobs. Every market numbers its jobs
// from 1, so a job is called by the number of its market too, but for those of the first.
import type { JobEntry, MarketBook, MarketState } from "./model/market.ts";

export const nameOfJob = (market: number, id: number): string => (market === 1 ? String(id) : `${market}.${id}`);

/** The market that a job is in. */
export const stateOf = (book: MarketBook, { market }: Pick<JobEntry, "market">): MarketState =>
  book.former.get(market.toLowerCase()) ?? book;

/** What it is called says for good which job it is, whatever replaces its market. */
export function jobNamed(book: MarketBook, name: string): JobEntry | undefined {
  const [, of = "1", id] = /^(?:(\d{1,6})\.)?(\d{1,12})$/.exec(name) ?? [];
  const state = [...book.former.values(), book].find(({ number }) => number === Number(of));
  return id === undefined ? undefined : state?.jobs.get(Number(id));
}
