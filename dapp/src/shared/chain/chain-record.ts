// What was read of the chain, in pieces that end at a block whose hash is known; and the books made of it.
import type { Address, Hex } from "viem";
import type { CommonsBook } from "../../../../books/commons.ts";
import { applyEvent, type Coop, emptyCoop } from "../../../../books/coop.ts";
import { BooksError } from "../../../../books/event.ts";
import type { MarketBook } from "../../../../books/market.ts";
import { decodeLog } from "./decode.ts";
import type { EventTable } from "./decode-event.ts";
import { type KnownModules, type MinedLog, UntrueNode } from "./logs.ts";
import { MODULE_AT, type ModuleName } from "./places.ts";
import type { Settlement } from "./settlement.ts";

/** A log that a book is made from that a page asks for later: later-book.ts. */
export type KeptLog = { log: MinedLog; module: ModuleName; timestamp: number };
export type DatedLog = { log: MinedLog; timestamp: number };
/** All logs of the blocks `from` to `to`; hash and time are those of the last of them. */
export type Piece = { from: number; to: number; hash: Hex; timestamp: number; logs: DatedLog[] };
/** The books at the end of one block, made earlier or by somebody else, with which a page begins instead of the founding. */
export type Snapshot = {
  /** Which way of making books made it: dapp/books-version.ts. */
  books: string;
  /** The last block whose logs are in it, and its hash and time. */
  to: number;
  hash: Hex;
  timestamp: number;
  known: KnownModules;
  settlement: Settlement;
  coop: Coop;
  commons: CommonsBook;
  market: MarketBook;
  /** The logs that set rules: of these the pages show every one. */
  settings: KeptLog[];
};

export class ChainRecord {
  /** What the books begin with, if not with the founding. */
  base: Snapshot | undefined;
  pieces: Piece[] = [];
  coop: Coop = emptyCoop();
  known: KnownModules = new Map();
  /** Those after the base. Another list after each step back, so that later books notice. */
  kept: KeptLog[] = [];
  private readonly directory: Address;
  private readonly tables: Record<string, EventTable>;

  constructor(directory: Address, tables: Record<string, EventTable>) {
    this.directory = directory;
    this.tables = tables;
  }

  get last(): Piece | undefined {
    return this.pieces.at(-1);
  }

  /** Begins with a snapshot, which becomes the first piece; its books are changed from then on. */
  begin(base: Snapshot, from: number): void {
    this.base = base;
    this.coop = base.coop;
    this.known = base.known;
    this.pieces = [{ from, to: base.to, hash: base.hash, timestamp: base.timestamp, logs: [] }];
  }

  /**
   * Adds a piece and returns how it is kept: one without logs before it becomes a part of it. Refused, it changes nothing, or
   * takes a snapshot away to which it does not fit.
   */
  add(piece: Piece): Piece {
    const hasNoLogs = this.last?.logs.length === 0 && (!this.base || this.pieces.length > 1);
    const empty = hasNoLogs ? this.pieces.pop() : undefined;
    const whole = empty ? { ...piece, from: empty.from } : piece;
    try {
      this.applyAll(piece.logs);
    } catch (error) {
      if (empty) this.pieces.push(empty);
      this.backTo(this.base ? 0 : this.pieces.length);
      throw error instanceof BooksError ? new UntrueNode(error.message.replace(/\.$/, "")) : error;
    }
    this.pieces.push(whole);
    return whole;
  }

  /** Forgets all but the first `count` pieces, and makes the books again from those: none may be left of a snapshot's. */
  backTo(count: number): void {
    this.base = undefined;
    this.pieces = this.pieces.slice(0, count);
    this.coop = emptyCoop();
    this.known = new Map();
    this.kept = [];
    for (const { logs } of this.pieces) this.applyAll(logs);
  }

  /** A module may log before the directory lists it, in the same transaction. */
  private applyAll(logs: readonly DatedLog[]): void {
    for (const log of logs) this.list(log);
    for (const log of logs) this.apply(log);
  }

  private apply({ log, timestamp }: DatedLog): void {
    const address = log.address.toLowerCase();
    const module = address === this.directory.toLowerCase() ? "directory" : this.known.get(address);
    if (!module) return;
    const event = decodeLog(log, module, timestamp, this.tables);
    if (event) applyEvent(this.coop, event);
    this.kept.push({ log, module, timestamp });
  }

  private list({ log, timestamp }: DatedLog): void {
    if (log.address.toLowerCase() !== this.directory.toLowerCase()) return;
    const { place, module } = decodeLog(log, "directory", timestamp, this.tables)?.args ?? {};
    const name = MODULE_AT[Number(place)];
    if (name && typeof module === "string") this.known.set(module.toLowerCase(), name);
  }
}
