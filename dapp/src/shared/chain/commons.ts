/// <reference path="./book-events.d.ts" />
// The book of the commons. Only for pages that are loaded later: it would weigh on the first.
import { EVENTS as OF_COMMONS } from "virtual:commons-events";
import { EVENTS } from "virtual:first-events";
import type { CommonsBook } from "../../../../books/commons.ts";
import { commonsBook } from "./commons-book.ts";
import { commonsTables } from "./tables.ts";
import { useChainState } from "./useCoop.ts";

export const commonsFrom = commonsBook(commonsTables({ first: EVENTS, commons: OF_COMMONS }));

/** Only below the shell, as `useCoop`. */
export function useCommons(): CommonsBook {
  const { reading } = useChainState();
  if (!reading) throw new Error("useCommons is for pages, which are shown once the co-op was read.");
  return commonsFrom(reading);
}
