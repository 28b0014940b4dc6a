// Which market an event is of, and what it is about there.
import type { BookEvent } from "../event.ts";
import type { MarketTerms } from "../job.ts";
import type { JobEntry, MarketBook, MarketState } from "../model/market.ts";
import { readCount, refusal } from "./told.ts";

export const emptyState = (number = 1): MarketState => ({
  number,
  terms: [],
  jobs: new Map(),
  services: new Map(),
  closedUntil: 0,
  gathered: { operating: 0n, commons: 0n, reserve: 0n },
  owed: new Map(),
  held: 0n,
});

/** The market that told an event: the one that stands, unless it is one that was replaced. */
export const stateAt = (book: MarketBook, { address }: BookEvent): MarketState =>
  book.former.get(address.toLowerCase()) ?? book;

/** Nothing begins while the market is closed (G1, A2). */
export function requireOpen(state: MarketState, event: BookEvent): void {
  if (event.timestamp < state.closedUntil) throw refusal(event)("begins something while nothing new begins");
}

/** The job that an event is about; in one of these states, if any are given. */
export function jobIn(state: MarketState, event: BookEvent, ...expected: number[]): JobEntry {
  const id = readCount(event.args, "jobId");
  const entry = state.jobs.get(id);
  if (!entry) throw refusal(event)(`is about job ${id}, which was never offered`);
  if (expected.length > 0 && !expected.includes(entry.state)) {
    throw refusal(event)(`is about job ${id}, which is not at this point`);
  }
  return entry;
}

/** The terms that hold for a job; from acceptance. */
export function termsOf(state: MarketState, event: BookEvent, { job }: JobEntry): MarketTerms {
  const terms = state.terms[job.terms - 1];
  if (!terms) throw refusal(event)(`is about a job under terms ${job.terms}, which were never set`);
  return terms;
}
