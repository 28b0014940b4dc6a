// Of whose events the book of the market is made.
import { applyMarket, emptyMarket, type MarketBook } from "../../../../books/market.ts";
import { laterBook, type Records } from "./later-book.ts";
import type { Tables } from "./tables.ts";

export const marketBook = (tables: Tables): ((records: Records) => MarketBook) =>
  laterBook({
    of: ["directory", "register", "shares", "market", "patronage", "surplus"],
    tables,
    begin: (base) => base?.market ?? emptyMarket(),
    apply: applyMarket,
  });
