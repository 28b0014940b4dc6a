/// <reference path="./book-events.d.ts" />
// A log of one of the co-op's modules -> an event of the books.

import { EVENTS } from "virtual:book-events";
import { decodeEventLog, type Log } from "viem";
import type { BookEvent } from "../../../../books/event.ts";
import type { ModuleName } from "./places.ts";

/** Undefined for events that no ABI knows. */
export function decodeLog(
  log: Log<bigint, number, false>,
  contract: ModuleName,
  timestamp: number,
): BookEvent | undefined {
  try {
    const { eventName, args } = decodeEventLog({
      abi: EVENTS[contract] as never,
      data: log.data,
      topics: log.topics,
    }) as unknown as {
      eventName: string;
      args: Record<string, unknown>;
    };
    return {
      contract,
      name: eventName,
      args: args ?? {},
      address: log.address,
      blockNumber: log.blockNumber,
      logIndex: log.logIndex,
      timestamp,
      transactionHash: log.transactionHash,
    };
  } catch {
    return undefined;
  }
}
