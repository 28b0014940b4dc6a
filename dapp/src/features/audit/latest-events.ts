// The latest events that the address of the page asks for.
import type { BookEvent } from "../../../../books/event.ts";
import { eventName, eventOf } from "../../shared/chain/books.ts";
import type { KeptLog } from "../../shared/chain/reader.ts";
import { type EventsSearch, matches } from "./events.ts";

/** The latest `most` that match; `more` says whether there are others. Read from the end, so that a long history costs little. */
export function latestEvents(kept: readonly KeptLog[], search: EventsSearch, most: number) {
  const found: BookEvent[] = [];
  for (let i = kept.length - 1; i >= 0; i--) {
    const one = kept[i] as KeptLog;
    if (search.of !== undefined && one.module !== search.of) continue;
    if (eventName(one) === undefined) continue;
    const event = eventOf(one);
    if (!event || !matches(event, search.with)) continue;
    if (found.length === most) return { found, more: true };
    found.push(event);
  }
  return { found, more: false };
}
