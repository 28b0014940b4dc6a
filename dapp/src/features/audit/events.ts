// Events in words, and which of them the address of the page asks for.
import type { BookEvent } from "../../../../books/event.ts";
import { MODULE_AT, type ModuleName } from "../../shared/chain/places.ts";

/** As in the address of the page: of one module, and those whose name or text has these words. */
export type EventsSearch = { of?: ModuleName; with?: string };

const MODULES = Object.values(MODULE_AT);

/** Out of an address that may say anything. */
export const searchIn = ({ of, with: words }: { of?: unknown; with?: unknown }): EventsSearch => ({
  ...(MODULES.includes(of as ModuleName) && { of: of as ModuleName }),
  ...((typeof words === "string" || typeof words === "number") &&
    String(words).trim() !== "" && { with: String(words) }),
});

/** Whether an event has these words in what it is called or tells, or where it was told. */
export function matches(event: BookEvent, words: string | undefined): boolean {
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
