// Tables of events put together, and what they call an event.
import { type EventTable, topicKey } from "./decode-event.ts";
import type { KeptLog } from "./reader.ts";

export type Tables = Record<string, EventTable>;
/** Those of the first page, and what the books need besides: event-table.ts. */
export type EventTables = Record<"first" | "commons" | "market", Tables>;

/** What the book of the commons is made from. */
export const commonsTables = ({ first, commons }: Omit<EventTables, "market">): Tables => ({
  ...first,
  ...commons,
  treasury: { ...first.treasury, ...commons.treasury },
});

/** Every event of every module. */
export const allTables = ({ market, ...others }: EventTables): Tables => ({ ...commonsTables(others), ...market });

/** What an event is called, without reading what it says. */
export const nameIn = (tables: Tables, { log, module }: KeptLog): string | undefined =>
  tables[module]?.[topicKey(log.topics[0] ?? "")]?.[0];
