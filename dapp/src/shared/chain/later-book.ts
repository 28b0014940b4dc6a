// A book that is made when a page first asks for it, out of the logs that were read before and the snapshot under them.
import type { BookEvent } from "../../../../books/event.ts";
import { decodeLog } from "./decode.ts";
import type { EventTable } from "./decode-event.ts";
import type { ModuleName } from "./places.ts";
import type { KeptLog, Reading } from "./reader.ts";

/** What of a reading a later book is made from. */
export type Records = Pick<Reading, "kept" | "base">;
export const NOTHING_READ: Records = { kept: [] };

type How<Book> = {
  /** Whose logs it is made from. */
  of: readonly ModuleName[];
  tables: Record<string, EventTable>;
  /** The book at the end of the snapshot, or before the founding. */
  begin: (base: Reading["base"]) => Book;
  apply: (book: Book, event: BookEvent) => void;
};

/** Reads the book of a list of logs; of a list that grew only what is new is read. */
export function laterBook<Book extends object>({ of, tables, begin, apply }: How<Book>) {
  let made: { from: readonly KeptLog[]; count: number; book: Book } | undefined;
  return ({ kept, base }: Records): Book => {
    if (made?.from === kept && made.count === kept.length) return made.book;
    const goesOn = made?.from === kept ? made : undefined;
    const book = goesOn ? { ...goesOn.book } : begin(base);
    for (const { log, module, timestamp } of kept.slice(goesOn?.count ?? 0)) {
      const event = of.includes(module) ? decodeLog(log, module, timestamp, tables) : undefined;
      if (event) apply(book, event);
    }
    made = { from: kept, count: kept.length, book };
    return book;
  };
}
