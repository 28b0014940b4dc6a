// A log of one of the co-op's modules -> an event of the books.
import type { Log } from "viem";
import type { BookEvent } from "../../../../books/event.ts";
import { type Decoded, decodeEvent, type EventTable } from "./decode-event.ts";
import type { ModuleName } from "./places.ts";

/** Undefined for events that the tables do not know. */
export function decodeLog(
  log: Log<bigint, number, false>,
  contract: ModuleName,
  timestamp: number,
  tables: Record<string, EventTable>,
): BookEvent | undefined {
  const decoded = decodedFrom(log, tables[contract]);
  return (
    decoded && {
      contract,
      ...decoded,
      address: log.address,
      blockNumber: log.blockNumber,
      logIndex: log.logIndex,
      timestamp,
      transactionHash: log.transactionHash,
    }
  );
}

function decodedFrom({ topics, data }: Log, table: EventTable = {}): Decoded | undefined {
  try {
    return decodeEvent(table, topics, data);
  } catch {
    return undefined;
  }
}
