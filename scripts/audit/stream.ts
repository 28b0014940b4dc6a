// Makes the books from the events. What can not be is noted and passed over, so that the other checks still tell more.
import { applyEvent, type Coop, emptyCoop } from "../../books/coop.ts";
import { type BookEvent, BooksError, byChainOrder, whereOf } from "../../books/event.ts";
import { type Check, Comparison } from "./check.ts";

export function bookEvents(events: readonly BookEvent[]): { coop: Coop; check: Check } {
  const comparison = new Comparison("events, each once and possible");
  const coop = emptyCoop();
  for (const event of events.toSorted(byChainOrder)) {
    try {
      applyEvent(coop, event);
    } catch (error) {
      if (!(error instanceof BooksError)) throw error;
      comparison.wrong(whereOf(event), error.message.replace(/\.$/, ""), "it happened as the RPC tells it");
    }
  }
  comparison.check.compared = events.length;
  return { coop, check: comparison.check };
}
