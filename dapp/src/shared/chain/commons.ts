/// <reference path="./book-events.d.ts" />
// The book of the commons, made when a page first asks for it. Only for pages that are loaded later: it would weigh on the first.
import { EVENTS as OF_COMMONS } from "virtual:commons-events";
import { EVENTS } from "virtual:first-events";
import { applyCommons, type CommonsBook, emptyCommons } from "../../../../books/commons.ts";
import { decodeLog } from "./decode.ts";
import type { KeptLog } from "./reader.ts";
import { useChainState } from "./useCoop.ts";

const TABLES = { ...EVENTS, ...OF_COMMONS, treasury: { ...EVENTS.treasury, ...OF_COMMONS.treasury } };

type Made = { from: readonly KeptLog[]; count: number; book: CommonsBook };
let made: Made | undefined;

/** The book of these logs; of a list that grew only what is new is read. */
export function commonsFrom(kept: readonly KeptLog[]): CommonsBook {
  if (made?.from === kept && made.count === kept.length) return made.book;
  const goesOn = made?.from === kept ? made : undefined;
  const book = goesOn ? { ...goesOn.book } : emptyCommons();
  for (const { log, module, timestamp } of kept.slice(goesOn?.count ?? 0)) {
    const event = decodeLog(log, module, timestamp, TABLES);
    if (event) applyCommons(book, event);
  }
  made = { from: kept, count: kept.length, book };
  return book;
}

/** Only below the shell, as `useCoop`. */
export function useCommons(): CommonsBook {
  const { reading } = useChainState();
  if (!reading) throw new Error("useCommons is for pages, which are shown once the co-op was read.");
  return commonsFrom(reading.kept);
}
