// The book of the commons: machines, bonds, income, budgets. Made from the same events as the read model of the co-op and
// apart from it, so that a page that shows nothing of it need not load it.
import { applyAuctions } from "./apply/auctions.ts";
import { applyBidding } from "./apply/bidding.ts";
import { applyBonds } from "./apply/bonds.ts";
import { applyBudgets } from "./apply/budgets.ts";
import { applyHolders } from "./apply/holders.ts";
import { applyIncome } from "./apply/income.ts";
import { applyMachines } from "./apply/machines.ts";
import { applyRoll, applyStanding } from "./apply/roll.ts";
import { type BookContract, type BookEvent, BooksError, byChainOrder, whereOf } from "./event.ts";
import type { CommonsBook } from "./model/commons.ts";

export type * from "./model/commons.ts";

export function emptyCommons(): CommonsBook {
  return {
    machines: new Map(),
    deposits: new Map(),
    series: new Map(),
    recognised: new Set(),
    introduced: new Map(),
    heldBy: new Map(),
    income: {
      perHead: 0n,
      carried: 0n,
      posted: 0n,
      paid: 0n,
      postings: [],
      claims: [],
      ended: new Map(),
      paidTo: new Map(),
    },
    budgets: new Map(),
    halts: [],
    assets: new Set(),
    funds: new Map(),
    members: new Map(),
    memberOf: new Map(),
    reckoned: [],
    compared: new Map(),
    disagreements: [],
  };
}

const appliers: Partial<Record<BookContract, readonly ((book: CommonsBook, event: BookEvent) => void)[]>> = {
  directory: [applyStanding],
  register: [applyRoll],
  treasury: [applyBudgets],
  bonds: [applyBonds, applyBidding, applyHolders],
  machines: [applyMachines, applyAuctions],
  income: [applyIncome],
};

/** Applies one event, in the order of the chain. Events that this book does not know are passed over. Throws a BooksError,
 * and changes nothing, when the stream is impossible; a figure that does not follow is noted instead. */
export function applyCommons(book: CommonsBook, event: BookEvent): void {
  if (book.upTo && byChainOrder(event, book.upTo) <= 0) {
    const again = byChainOrder(event, book.upTo) === 0;
    throw new BooksError(`${whereOf(event)} ${again ? "came twice" : "came after a later log"}.`);
  }
  for (const apply of appliers[event.contract] ?? []) apply(book, event);
  book.upTo = { blockNumber: event.blockNumber, logIndex: event.logIndex, timestamp: event.timestamp };
}

/** The book of a whole stream, in any order. */
export function commonsOf(events: Iterable<BookEvent>): CommonsBook {
  const book = emptyCommons();
  for (const event of [...events].sort(byChainOrder)) applyCommons(book, event);
  return book;
}
