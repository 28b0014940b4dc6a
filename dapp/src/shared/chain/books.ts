/// <reference path="./book-events.d.ts" />
// Every event that the page has read, and all three books made from them anew. Only for pages that are loaded later.
import { EVENTS as OF_COMMONS } from "virtual:commons-events";
import { EVENTS } from "virtual:first-events";
import { EVENTS as OF_MARKET } from "virtual:market-events";
import { applyToBooks, type Books, emptyBooks } from "../../../../books/books.ts";
import type { BookEvent } from "../../../../books/event.ts";
import { decodeLog } from "./decode.ts";
import { laterBook } from "./later-book.ts";
import { MODULE_AT } from "./places.ts";
import type { KeptLog } from "./reader.ts";
import { allTables, nameIn } from "./tables.ts";
import { useChainState } from "./useCoop.ts";

export const TABLES = allTables({ first: EVENTS, commons: OF_COMMONS, market: OF_MARKET });

/** After so many the page gets a turn, so that it answers while it adds up. */
const AT_ONCE = 2_000;

export const eventOf = ({ log, module, timestamp }: KeptLog): BookEvent | undefined =>
  decodeLog(log, module, timestamp, TABLES);

export const eventName = (one: KeptLog): string | undefined => nameIn(TABLES, one);

/** All three books as of now, with what is new since they were last asked for. Only of a whole record: WholeRecord.tsx. */
export const booksFrom = laterBook<Books>({
  of: Object.values(MODULE_AT),
  tables: TABLES,
  begin: emptyBooks,
  // What the books refuse stands in the audit room.
  apply: (books, event) => void applyToBooks(books, event),
});

/** Only below `WholeRecord`. */
export function useBooks(): Books {
  const { reading } = useChainState();
  if (!reading) throw new Error("useBooks is for pages, which are shown once the co-op was read.");
  return booksFrom(reading);
}

export type MadeBooks = { books: Books; events: number; refusals: string[] };

/** The books at the end of `block`: apart from those on the pages, which go on while they are being compared. */
export async function booksAt(kept: readonly KeptLog[], block: bigint): Promise<MadeBooks> {
  const made: MadeBooks = { books: emptyBooks(), events: 0, refusals: [] };
  for (const one of kept.slice()) {
    if (one.log.blockNumber > block) break;
    const event = eventOf(one);
    if (!event) continue;
    made.refusals.push(...applyToBooks(made.books, event));
    made.events += 1;
    if (made.events % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return made;
}
