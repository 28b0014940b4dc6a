// The book of the market: jobs, services, points, periods and dividends. Made from the same events as the other books and apart
// from them, so that a page that shows nothing of it need not load it.
import { applyEnds } from "./apply/job-ends.ts";
import { applyJobs } from "./apply/jobs.ts";
import { emptyState } from "./apply/market-state.ts";
import { applyParties, applyPlaces, applyPostings } from "./apply/parties.ts";
import { applyPatronage, noteUntold, untoldPoints } from "./apply/patronage.ts";
import { applyServices } from "./apply/services.ts";
import { applySurplus } from "./apply/surplus.ts";
import { type BookContract, type BookEvent, BooksError, byChainOrder, whereOf } from "./event.ts";
import type { MarketBook } from "./model/market.ts";

export type * from "./model/market.ts";

export function emptyMarket(): MarketBook {
  return {
    ...emptyState(),
    former: new Map(),
    periods: new Map(),
    carried: 0n,
    claims: [],
    moved: [],
    memberOf: new Map(),
    members: new Map(),
    pending: {},
    compared: new Map(),
    disagreements: [],
  };
}

const appliers: Partial<Record<BookContract, readonly ((book: MarketBook, event: BookEvent) => void)[]>> = {
  directory: [applyPlaces],
  register: [applyParties],
  shares: [applyPostings],
  market: [applyServices, applyJobs, applyEnds],
  patronage: [applyPatronage],
  surplus: [applySurplus],
};

/** Applies one event, in the order of the chain. Events that this book does not know are passed over. Throws a BooksError,
 * and changes nothing, when the stream is impossible; a figure that does not follow is noted instead. */
export function applyMarket(book: MarketBook, event: BookEvent): void {
  if (book.upTo && byChainOrder(event, book.upTo) <= 0) {
    const again = byChainOrder(event, book.upTo) === 0;
    throw new BooksError(`${whereOf(event)} ${again ? "came twice" : "came after a later log"}.`);
  }
  const untold = untoldPoints(book, event);
  for (const apply of appliers[event.contract] ?? []) apply(book, event);
  noteUntold(book, event, untold);
  book.upTo = { blockNumber: event.blockNumber, logIndex: event.logIndex, timestamp: event.timestamp };
}

/** The book of a whole stream, in any order. */
export function marketOf(events: Iterable<BookEvent>): MarketBook {
  const book = emptyMarket();
  for (const event of [...events].sort(byChainOrder)) applyMarket(book, event);
  return book;
}
