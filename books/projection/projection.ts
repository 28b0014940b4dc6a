// The projection, written once: applies events to the books and writes the rows that changed to wherever a host keeps them.
import { applyToBooks, type Token } from "../books.ts";
import type { BookEvent } from "../event.ts";
import { eventRow, events } from "./events.ts";
import { postAll, watchEntries } from "./running.ts";
import { emptyState, noteParameter, type State } from "./state.ts";
import type { Change, Row, Shape } from "./table.ts";
import { TABLES } from "./tables.ts";

/** Where a host keeps rows. */
export interface RowStore {
  put(table: Shape, row: Row): void | Promise<void>;
  /** `key` has the key columns of the row. */
  remove(table: Shape, key: Row): void | Promise<void>;
}

export type Written = { table: Shape; change: Change };

export async function writeAll(written: readonly Written[], store: RowStore): Promise<void> {
  for (const { table, change } of written) {
    if ("row" in change) await store.put(table, change.row);
    else await store.remove(table, change.gone);
  }
}

export class Projection {
  readonly state: State;

  constructor(token: Token) {
    this.state = emptyState(token);
  }

  /** Applies an event, in the order of the chain, and writes what changed. What can not be is a row among the refusals. */
  apply(event: BookEvent, store: RowStore): Promise<void> {
    return writeAll(this.advance(event), store);
  }

  /** Applies an event whose rows are written already, or are of no use. */
  replay(event: BookEvent): void {
    this.step(event);
  }

  /** Applies an event and tells what changed. */
  advance(event: BookEvent): Written[] {
    const watched = TABLES.map((table) => ({ table, changes: table.watch(this.state, event) }));
    const isNew = this.step(event);
    const changed = watched.flatMap(({ table, changes }) => changes().map((change) => ({ table, change })));
    return isNew ? [{ table: events, change: { row: eventRow(event) } }, ...changed] : changed;
  }

  /** Returns whether it is an event that was not there before: not one that came twice, or too late. */
  private step(event: BookEvent): boolean {
    const { state } = this;
    const entries = watchEntries(state, state.token.address);
    const before = state.coop.upTo;
    const refused = applyToBooks(state, event);
    for (const why of refused) state.refusals.push({ why, event });
    const late = before !== undefined && isNotAfter(event, before);
    if (!late) noteParameter(state, event);
    state.running.posted = postAll(state.running, entries());
    return !late;
  }
}

const isNotAfter = (event: BookEvent, last: { blockNumber: bigint; logIndex: number }): boolean =>
  event.blockNumber < last.blockNumber || (event.blockNumber === last.blockNumber && event.logIndex <= last.logIndex);
