// Takes log after log from Ponder, in the order of the chain, and keeps books in memory and rows in Ponder's tables alike.
//
// Ponder takes rows back by itself: when the chain was reorganised, when a block could not be written and is tried again, when the
// process was killed. The books in memory must follow. Before every log the keeper looks whether the last event that it knows is
// still there; if not, it makes the books anew from the rows of the events.
import type { Token } from "../../books/books.ts";
import type { Hex } from "../../books/event.ts";
import { eventFrom, events } from "../../books/projection/events.ts";
import { Projection, writeAll } from "../../books/projection/projection.ts";
import { EVENTS } from "./columns.ts";
import { type Known, rowsOf, type Selecting, storeOn, tableIn, type Writing } from "./database.ts";
import { decodeLog, type FoundLog, inputsOf, moduleOf } from "./decode.ts";

type Last = { block: bigint; log: number; blockHash: Hex };

export class Keeper {
  private projection: Projection;
  /** The last event whose rows were written; nothing before the first. */
  private last: Last | undefined;
  /** Whether the books are known to be what the rows say. */
  private isSure = false;
  private readonly directory: string;
  private readonly token: Token;
  private readonly known: Known;

  constructor(directory: string, token: Token, known: Known) {
    this.directory = directory;
    this.token = token;
    this.known = known;
    this.projection = new Projection(token);
  }

  async take(found: FoundLog, db: Writing): Promise<void> {
    if (!(await this.isCurrent(db))) await this.rebuild(db.sql);
    const module = moduleOf(this.projection.state.coop, this.directory, found.log.address);
    const event = module && decodeLog(module, found);
    if (!event) return;
    // If something fails from here on, Ponder tries the block again, and the books begin anew.
    this.isSure = false;
    const { number: block, hash: blockHash } = found.block;
    const written = this.projection.advance(event);
    await writeAll(written, storeOn(db, this.known, { blockHash }));
    if (written.some(({ table }) => table.name === events.name)) this.last = { block, log: event.logIndex, blockHash };
    this.isSure = true;
  }

  private async isCurrent(db: Writing): Promise<boolean> {
    if (!this.isSure || !this.last) return this.isSure;
    const { block, log, blockHash } = this.last;
    const row = await db.find(tableIn(this.known, events), { block, log });
    return row?.blockHash === blockHash;
  }

  private async rebuild(db: Selecting): Promise<void> {
    this.projection = new Projection(this.token);
    this.last = undefined;
    for await (const row of rowsOf(db, this.known, EVENTS)) {
      const event = eventFrom(row, inputsOf(String(row.contract), String(row.name)));
      this.projection.replay(event);
      this.last = { block: event.blockNumber, log: event.logIndex, blockHash: row.blockHash as Hex };
    }
    this.isSure = true;
  }
}
