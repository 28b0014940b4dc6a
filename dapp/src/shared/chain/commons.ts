/// <reference path="./book-events.d.ts" />
// The book of the commons. Only for pages that are loaded later: it would weigh on the first.
import { EVENTS as OF_COMMONS } from "virtual:commons-events";
import { EVENTS } from "virtual:first-events";
import { applyCommons, type CommonsBook, emptyCommons } from "../../../../books/commons.ts";
import { laterBook } from "./later-book.ts";
import { useChainState } from "./useCoop.ts";

export const commonsFrom = laterBook({
  of: ["directory", "register", "treasury", "bonds", "machines", "income"],
  tables: { ...EVENTS, ...OF_COMMONS, treasury: { ...EVENTS.treasury, ...OF_COMMONS.treasury } },
  empty: emptyCommons,
  apply: applyCommons,
});

/** Only below the shell, as `useCoop`. */
export function useCommons(): CommonsBook {
  const { reading } = useChainState();
  if (!reading) throw new Error("useCommons is for pages, which are shown once the co-op was read.");
  return commonsFrom(reading.kept);
}
