// A book that is made when a page first asks for it, out of logs that were kept.
import type { BookEvent } from "../../../../books/event.ts";
import { decodeLog } from "./decode.ts";
import type { EventTable } from "./decode-event.ts";
import type { KeptLog } from "./reader.ts";

type How<Book> = {
  tables: Record<string, EventTable>;
  empty: () => Book;
  apply: (book: Book, event: BookEvent) => void;
};

/** Reads the book of a list of logs; of a list that grew only what is new is read. */
export function laterBook<Book extends object>({ tables, empty, apply }: How<Book>) {
  let made: { from: readonly KeptLog[]; count: number; book: Book } | undefined;
  return (kept: readonly KeptLog[]): Book => {
    if (made?.from === kept && made.count === kept.length) return made.book;
    const goesOn = made?.from === kept ? made : undefined;
    const book = goesOn ? { ...goesOn.book } : empty();
    for (const { log, module, timestamp } of kept.slice(goesOn?.count ?? 0)) {
      const event = decodeLog(log, module, timestamp, tables);
      if (event) apply(book, event);
    }
    made = { from: kept, count: kept.length, book };
    return book;
  };
}
