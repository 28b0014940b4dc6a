// Makes the books from the events. What can not be is noted and passed over, so that the other checks still tell more.
import { applyCommons, type CommonsBook, emptyCommons } from "../../books/commons.ts";
import { applyEvent, type Coop, emptyCoop } from "../../books/coop.ts";
import { type BookEvent, BooksError, byChainOrder, whereOf } from "../../books/event.ts";
import { applyMarket, emptyMarket, type MarketBook } from "../../books/market.ts";
import { type Check, Comparison } from "./check.ts";

export type Books = { coop: Coop; commons: CommonsBook; market: MarketBook };

export function bookEvents(events: readonly BookEvent[]): Books & { check: Check } {
  const comparison = new Comparison("events, each once and possible");
  const [coop, commons, market] = [emptyCoop(), emptyCommons(), emptyMarket()];
  for (const event of events.toSorted(byChainOrder)) {
    const refusals = [
      refusalOf(() => applyEvent(coop, event)),
      refusalOf(() => applyCommons(commons, event)),
      refusalOf(() => applyMarket(market, event)),
    ];
    // Every book says it when a log comes twice.
    for (const refusal of new Set(refusals)) {
      if (refusal) comparison.wrong(whereOf(event), refusal, "it happened as the RPC tells it");
    }
  }
  comparison.check.compared = events.length;
  return { coop, commons, market, check: comparison.check };
}

/** Why a book refused an event, if it did. */
function refusalOf(apply: () => void): string | undefined {
  try {
    apply();
    return undefined;
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    return error.message.replace(/\.$/, "");
  }
}
