// The books for whoever asks over HTTP: made from the rows of the events, and taken further as rows are added. They do not hang on
// what the process that writes has in memory.
import type { Token } from "../../books/books.ts";
import type { Hex } from "../../books/event.ts";
import { eventFrom } from "../../books/projection/events.ts";
import { Projection } from "../../books/projection/projection.ts";
import type { State } from "../../books/projection/state.ts";
import { EVENTS } from "./columns.ts";
import { type Known, rowsOf, type Selecting } from "./database.ts";
import { inputsOf } from "./decode.ts";

export class Reader {
  private readonly db: Selecting;
  private readonly known: Known;
  private readonly token: Token;
  private projection: Projection;
  private read = 0;
  private lastHash: Hex | undefined;
  private reading: Promise<State> | undefined;

  constructor(db: Selecting, known: Known, token: Token) {
    this.db = db;
    this.known = known;
    this.token = token;
    this.projection = new Projection(token);
  }

  /** Requests that come while rows are read share one turn. */
  state(): Promise<State> {
    this.reading ??= this.advance().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async advance(): Promise<State> {
    if (!(await this.isStillThere())) {
      this.projection = new Projection(this.token);
      [this.read, this.lastHash] = [0, undefined];
    }
    for await (const row of rowsOf(this.db, this.known, EVENTS, this.read)) {
      this.projection.replay(eventFrom(row, inputsOf(String(row.contract), String(row.name))));
      this.read += 1;
      this.lastHash = row.blockHash as Hex;
    }
    return this.projection.state;
  }

  /** One hash stands for all blocks before it. */
  private async isStillThere(): Promise<boolean> {
    if (this.read === 0) return true;
    const last = this.projection.state.coop.upTo;
    for await (const row of rowsOf(this.db, this.known, EVENTS, this.read - 1, 1)) {
      return row.blockHash === this.lastHash && row.block === last?.blockNumber && row.log === last?.logIndex;
    }
    return false;
  }
}
