// Follows the chain: reads what is new, feeds the books, starts again when the chain went back.
import type { Address, Client, Hex } from "viem";
import { getBlock } from "viem/actions";
import { applyEvent, type Coop, emptyCoop } from "../../../../books/coop.ts";
import { decodeLog } from "./decode.ts";
import { type KnownModules, type MinedLog, readLogs } from "./logs.ts";
import type { ModuleName } from "./places.ts";
import { readSettlement, type Settlement } from "./settlement.ts";
import { timestampsOf } from "./timestamps.ts";

export type Head = { number: bigint; hash: Hex; timestamp: number; seenAt: number };
/** A log that a book is made from that a page asks for later: later-book.ts. */
export type KeptLog = { log: MinedLog; module: ModuleName; timestamp: number };
export type Reading = { coop: Coop; head: Head; known: KnownModules; settlement: Settlement; kept: readonly KeptLog[] };

export class ChainReader {
  private readonly client: Client;
  private readonly directory: Address;
  private readonly firstBlock: bigint;
  private coop = emptyCoop();
  private known: KnownModules = new Map();
  private kept: KeptLog[] = [];
  private head: Head | undefined;
  private settlement: Settlement | undefined;

  constructor(client: Client, directory: Address, firstBlock: bigint) {
    this.client = client;
    this.directory = directory;
    this.firstBlock = firstBlock;
  }

  /** Reads up to the newest block; undefined when nothing is new. */
  async advance(): Promise<Reading | undefined> {
    const latest = await getBlock(this.client);
    if (this.head?.hash === latest.hash) return undefined;
    if (this.head && !(await this.isStillThere(this.head, latest.number))) this.startAgain();

    const from = this.head ? this.head.number + 1n : this.firstBlock;
    if (from <= latest.number) await this.readOn(from, latest.number);
    if (this.known.size === 0) throw new Error("There is no co-op at the address that this page was given.");
    this.settlement ??= await readSettlement(this.client, this.moduleNow("treasury"));
    this.head = { number: latest.number, hash: latest.hash, timestamp: Number(latest.timestamp), seenAt: Date.now() };
    return { coop: { ...this.coop }, head: this.head, known: this.known, settlement: this.settlement, kept: this.kept };
  }

  private async readOn(from: bigint, to: bigint): Promise<void> {
    const logs = await readLogs(this.client, this.directory, this.known, { from, to });
    const times = await timestampsOf(this.client, logs);
    // Only now, so that a lost connection leaves the books at the end of a block.
    try {
      for (const log of logs) {
        const address = log.address.toLowerCase();
        const module = address === this.directory.toLowerCase() ? "directory" : this.known.get(address);
        if (!module) continue;
        const timestamp = times.get(log.blockNumber) ?? 0;
        const event = decodeLog(log, module, timestamp);
        if (event) applyEvent(this.coop, event);
        this.kept.push({ log, module, timestamp });
      }
    } catch (error) {
      this.startAgain();
      throw error;
    }
  }

  private async isStillThere(head: Head, newest: bigint): Promise<boolean> {
    if (newest < head.number) return false;
    const same = await getBlock(this.client, { blockNumber: head.number });
    return same.hash === head.hash;
  }

  private startAgain(): void {
    this.coop = emptyCoop();
    this.known = new Map();
    this.kept = [];
    this.head = undefined;
    this.settlement = undefined;
  }

  private moduleNow(name: string): Address {
    const standing = [...this.known].filter(([, module]) => module === name);
    return standing.at(-1)?.[0] as Address;
  }
}
