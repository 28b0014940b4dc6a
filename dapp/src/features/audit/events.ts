// The events of the co-op as they stand in the address of the page, the latest first.
import type { BookEvent } from "../../../../books/event.ts";
import { eventName, eventOf } from "../../shared/chain/books.ts";
import { MODULE_AT, type ModuleName } from "../../shared/chain/places.ts";
import type { KeptLog } from "../../shared/chain/reader.ts";

/** As in the address of the page: of one module, and those whose name or text has these words. */
export type EventsSearch = { of?: ModuleName; with?: string };

const MODULES = Object.values(MODULE_AT);

/** Out of an address that may say anything. */
export const searchIn = ({ of, with: words }: { of?: unknown; with?: unknown }): EventsSearch => ({
  ...(MODULES.includes(of as ModuleName) && { of: of as ModuleName }),
  ...((typeof words === "string" || typeof words === "number") &&
    String(words).trim() !== "" && { with: String(words) }),
});

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

function matches(event: BookEvent, words: string | undefined): boolean {
  if (words === undefined) return true;
  const { name, blockNumber, transactionHash, args } = event;
  const text = [name, titleOf(name), blockNumber, transactionHash, ...detailsOf(args).map(({ value }) => value)].join(
    " ",
  );
  return text.toLowerCase().includes(words.trim().toLowerCase());
}

/** "JobEnded" -> "Job ended". */
export function titleOf(name: string): string {
  const [first = "", ...rest] = name.split(/(?=[A-Z])/);
  return [first, ...rest.map((word) => word.toLowerCase())].join(" ");
}

/** What an event tells, value by value; structures in one line. */
export const detailsOf = (args: BookEvent["args"]): { name: string; value: string }[] =>
  Object.entries(args).map(([name, value]) => ({ name, value: textOf(value) }));

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${textOf(inner)}`)
    .join(", ");
}
