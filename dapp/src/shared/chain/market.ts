/// <reference path="./book-events.d.ts" />
// The book of the market: jobs, services, points, surplus. Only for pages that are loaded later, as the book of the commons.
import { EVENTS } from "virtual:first-events";
import { EVENTS as OF_MARKET } from "virtual:market-events";
import { applyMarket, emptyMarket, type MarketBook } from "../../../../books/market.ts";
import { laterBook } from "./later-book.ts";
import { useChainState } from "./useCoop.ts";

export const marketFrom = laterBook({
  of: ["directory", "register", "shares", "market", "patronage", "surplus"],
  tables: { ...EVENTS, ...OF_MARKET },
  empty: emptyMarket,
  apply: applyMarket,
});

/** Only below the shell, as `useCoop`. */
export function useMarket(): MarketBook {
  const { reading } = useChainState();
  if (!reading) throw new Error("useMarket is for pages, which are shown once the co-op was read.");
  return marketFrom(reading.kept);
}
