// Makes the books from the events. What can not be is noted and passed over, so that the other checks still tell more.
import { applyCommons, type CommonsBook, emptyCommons } from "../../books/commons.ts";
import { applyEvent, type Coop, emptyCoop } from "../../books/coop.ts";
import { type BookEvent, BooksError, byChainOrder, whereOf } from "../../books/event.ts";
import { type Check, Comparison } from "./check.ts";

export function bookEvents(events: readonly BookEvent[]): { coop: Coop; commons: CommonsBook; check: Check } {
  const comparison = new Comparison("events, each once and possible");
  const [coop, commons] = [emptyCoop(), emptyCommons()];
  for (const event of events.toSorted(byChainOrder)) {
    const refusals = [refusalOf(() => applyEvent(coop, event)), refusalOf(() => applyCommons(commons, event))];
    // Both books say it when a log comes twice.
    for (const refusal of new Set(refusals)) {
      if (refusal) comparison.wrong(whereOf(event), refusal, "it happened as the RPC tells it");
    }
  }
  comparison.check.compared = events.length;
  return { coop, commons, check: comparison.check };
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
