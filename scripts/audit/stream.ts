// Makes the books from the events, which come in the chain's order. What can not be is noted and passed over, so that the other checks still tell more.
import { applyToBooks, type Books, emptyBooks } from "../../books/books.ts";
import { type BookEvent, whereOf } from "../../books/event.ts";
import { type Check, Comparison } from "./check.ts";

export function bookEvents(events: readonly BookEvent[]): Books & { check: Check } {
  const comparison = new Comparison("events, each once and possible");
  const books = emptyBooks();
  for (const event of events) {
    for (const refusal of applyToBooks(books, event)) {
      comparison.wrong(whereOf(event), refusal.replace(/\.$/, ""), "it happened as the RPC tells it");
    }
  }
  comparison.check.compared = events.length;
  return { ...books, check: comparison.check };
}
