// Follows the chain: reads what is new, feeds the books, steps back as far as the chain did.

import type { Address, Hex } from "viem";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { asName } from "../format/lookalikes.ts";
import { ChainRecord, type KeptLog, type Piece, type Snapshot } from "./chain-record.ts";
import { type KnownModules, Reorganised, readLogs, type Source, type Spot, spotAt } from "./logs.ts";
import { readSettlement, type Settlement } from "./settlement.ts";
import { timestampsOf } from "./timestamps.ts";

export type { KeptLog } from "./chain-record.ts";
export type Head = { number: bigint; hash: Hex; timestamp: number; seenAt: number };
export type Reading = {
  coop: Coop;
  head: Head;
  known: KnownModules;
  settlement: Settlement;
  /** All logs since the founding, or since the base. */
  kept: readonly KeptLog[];
  base?: Snapshot;
};

/** Where what was read is kept for the next time, if anywhere: keeper.ts. */
export type Keeper = {
  /** Of a snapshot only the pieces that follow; `whole` does without one. */
  load: (whole: boolean) => Promise<{ snapshot?: Snapshot; pieces: Piece[]; settlement?: Settlement }>;
  save: (piece: Piece) => Promise<void>;
  saveSettlement: (settlement: Settlement) => Promise<void>;
  /** Forgets what begins at `block` or later, and a snapshot that knows it. */
  dropFrom: (block: number) => Promise<void>;
  /** What was read to the newest block: it may become a snapshot. */
  settle: (record: ChainRecord, settlement: Settlement) => void;
};
export type Progress = { done: number; of: number; events: number };

/** Blocks at the end that are a piece of their own: chains go back by a few. */
export const UNSETTLED = 128;
/** A stretch without logs is kept too when it is as long as this. */
const LONG = 5_000;
/** A node that is behind others of its kind catches up in so many turns; one that does not is believed. */
const LAGS_FOR = 5;
/** A chain that changes while it is read is read again. */
const TRIES = 3;

export class ChainReader {
  private readonly source: Source;
  private readonly firstBlock: number;
  private readonly keeper: Promise<Keeper | undefined>;
  private record: ChainRecord;
  private settlement: Settlement | undefined;
  private seenAt = 0;
  private behind = 0;
  private loaded = false;
  private whole = false;
  /** Of before everything was asked for, until that is read. */
  private before: Reading | undefined;

  constructor(source: Source, firstBlock: number, keeper: Promise<Keeper | undefined> = Promise.resolve(undefined)) {
    this.source = source;
    this.firstBlock = firstBlock;
    this.keeper = keeper;
    this.record = new ChainRecord(source.directory, source.tables);
  }

  /** What is read up to now; undefined before the co-op was read to its end once. */
  current(): Reading | undefined {
    const { last, coop, known, kept, base } = this.record;
    if (!last || !this.settlement || this.before) return this.before;
    const { hash, timestamp } = last;
    const head = { number: BigInt(last.to), hash, timestamp, seenAt: this.seenAt };
    // Whoever founded the co-op named its classes.
    const classes = coop.classes.map((one) => ({ ...one, name: asName(one.name) }));
    return { coop: { ...coop, classes }, head, known, settlement: this.settlement, kept, ...(base && { base }) };
  }

  /** From the next turn on everything since the founding is read; until then what is there stays. */
  readWhole(): void {
    this.whole = true;
  }

  get readsWhole(): boolean {
    return this.before !== undefined;
  }

  private forget(): void {
    this.record = new ChainRecord(this.source.directory, this.source.tables);
    this.loaded = false;
  }

  /** Reads up to the newest block; undefined when nothing is new. */
  async advance(told: (progress: Progress) => void = () => {}): Promise<Reading | undefined> {
    for (let again = 1; ; again++) {
      try {
        return await this.catchUp(told);
      } catch (error) {
        if (!(error instanceof Reorganised) || again >= TRIES) throw error;
      }
    }
  }

  private async catchUp(told: (progress: Progress) => void): Promise<Reading | undefined> {
    if (this.whole && this.record.base) {
      this.before = this.current();
      this.forget();
    }
    if (!this.loaded) await this.load();
    const latest = await spotAt(this.source.client);
    if (this.record.last?.hash === latest.hash && this.settlement) {
      // Kept from an earlier visit, and nothing came since: it is still new to whoever asks for the first time.
      const isFirst = this.seenAt === 0 || this.before;
      this.seenAt = Date.now();
      this.before = undefined;
      return isFirst ? this.current() : undefined;
    }
    if (await this.lags(latest)) return undefined;
    await this.stepBack(latest);
    await this.readOn(latest, told);
    if (this.record.known.size === 0) throw new Error(t`There is no co-op at the address that this page was given.`);
    this.seenAt = Date.now();
    if (!this.settlement) {
      this.settlement = await readSettlement(this.source.client, this.moduleNow("treasury"));
      await (await this.keeper)?.saveSettlement(this.settlement);
    }
    this.before = undefined;
    (await this.keeper)?.settle(this.record, this.settlement);
    return this.current();
  }

  private async readOn(latest: Spot, told: (progress: Progress) => void): Promise<void> {
    const start = this.next;
    const settled = latest.number - UNSETTLED;
    const ends = settled > start ? [await spotAt(this.source.client, settled), latest] : [latest];
    for (const end of ends) {
      for await (const { from, last, logs } of readLogs(this.source, this.record.known, this.next, end)) {
        const times = await timestampsOf(this.source.client, logs, last);
        const dated = logs.map((log) => ({ log, timestamp: times.get(log.blockNumber) ?? 0 }));
        const { number: to, hash, timestamp } = last;
        const piece = await this.take({ from, to, hash, timestamp, logs: dated });
        told({ done: last.number - start + 1, of: latest.number - start + 1, events: this.record.kept.length });
        if (piece.logs.length > 0 || piece.to - piece.from >= LONG) await (await this.keeper)?.save(piece);
      }
    }
  }

  private async take(piece: Piece): Promise<Piece> {
    try {
      return this.record.add(piece);
    } catch (error) {
      // It took the snapshot away: nor must the next visit begin with it.
      if (!this.record.last) await (await this.keeper)?.dropFrom(this.firstBlock);
      throw error;
    }
  }

  private get next(): number {
    return (this.record.last?.to ?? this.firstBlock - 1) + 1;
  }

  /** Takes up what was kept, as if the node had told it now. */
  private async load(): Promise<void> {
    const keeper = await this.keeper;
    const found = await keeper?.load(this.whole);
    this.loaded = true;
    if (!found) return;
    try {
      if (found.snapshot) this.record.begin(found.snapshot, this.firstBlock);
      for (const piece of found.pieces) {
        // Two tabs may have kept the same blocks in other pieces.
        if (piece.from < this.next) continue;
        if (piece.from > this.next) break;
        this.record.add(piece);
      }
      if (this.record.last) this.settlement = found.snapshot?.settlement ?? found.settlement;
    } catch {
      this.record.backTo(0);
    }
    await keeper?.dropFrom(this.next);
  }

  /** Whether the node is only behind: all that it has is what we have. */
  private async lags(latest: Spot): Promise<boolean> {
    const { pieces, last } = this.record;
    if (!last || latest.number >= last.to) {
      this.behind = 0;
      return false;
    }
    const within = pieces.filter(({ to }) => to <= latest.number).length;
    if (within > (await this.standing(latest))) return false;
    this.behind += 1;
    return this.behind <= LAGS_FOR;
  }

  /** How many pieces are still of the chain. */
  private async standing(latest: Spot): Promise<number> {
    const { pieces } = this.record;
    let [stands, falls] = [0, pieces.length + 1];
    while (falls - stands > 1) {
      const middle = (stands + falls) >> 1;
      const { to, hash } = pieces[middle - 1] as Piece;
      if (to <= latest.number && (await spotAt(this.source.client, to)).hash === hash) stands = middle;
      else falls = middle;
    }
    return stands;
  }

  private async stepBack(latest: Spot): Promise<void> {
    const { last, pieces } = this.record;
    if (!last) return;
    const stands = await this.standing(latest);
    if (stands === pieces.length) return;
    await (await this.keeper)?.dropFrom(pieces[stands]?.from ?? this.firstBlock);
    if (!this.record.base || stands === 0) return this.record.backTo(stands);
    // A snapshot's books are as they were only where it came from.
    this.forget();
    await this.load();
    await this.stepBack(latest);
  }

  private moduleNow(name: string): Address {
    const standing = [...this.record.known].filter(([, module]) => module === name);
    return standing.at(-1)?.[0] as Address;
  }
}
