/// <reference path="./book-events.d.ts" />
// The book of the market: jobs, services, points, surplus. Only for pages that are loaded later, as the book of the commons.
import { EVENTS } from "virtual:first-events";
import { EVENTS as OF_MARKET } from "virtual:market-events";
import type { MarketBook } from "../../../../books/market.ts";
import { marketBook } from "./market-book.ts";
import { useChainState } from "./useCoop.ts";

export const marketFrom = marketBook({ ...EVENTS, ...OF_MARKET });

/** Only below the shell, as `useCoop`. */
export function useMarket(): MarketBook {
  const { reading } = useChainState();
  if (!reading) throw new Error("useMarket is for pages, which are shown once the co-op was read.");
  return marketFrom(reading);
}
