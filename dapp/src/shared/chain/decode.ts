/// <reference path="./book-events.d.ts" />
// A log of one of the co-op's modules -> an event of the books.

import { EVENTS } from "virtual:book-events";
import type { Log } from "viem";
import type { BookEvent } from "../../../../books/event.ts";
import { type Decoded, decodeEvent } from "./decode-event.ts";
import type { ModuleName } from "./places.ts";

/** Undefined for events that no ABI knows. */
export function decodeLog(
  log: Log<bigint, number, false>,
  contract: ModuleName,
  timestamp: number,
): BookEvent | undefined {
  const decoded = decodedFrom(log, contract);
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

function decodedFrom({ topics, data }: Log, contract: ModuleName): Decoded | undefined {
  try {
    return decodeEvent(EVENTS[contract] ?? {}, topics, data);
  } catch {
    return undefined;
  }
}
