// The snapshot that a page makes of what it read itself, for its next visit. Loaded when it has time.
import { TABLES } from "./books.ts";
import type { ChainRecord, Snapshot } from "./chain-record.ts";
import { commonsFrom } from "./commons.ts";
import { marketFrom } from "./market.ts";
import type { Settlement } from "./settlement.ts";
import { snapshotFrom } from "./snapshot.ts";

export const snapshotOf = (record: ChainRecord, settlement: Settlement, books: string): Snapshot =>
  snapshotFrom(record, { books, settlement, commons: commonsFrom(record), market: marketFrom(record) }, TABLES);
