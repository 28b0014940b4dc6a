// The indexer as a whole: finds out which chain it reads, keeps a Ponder process on that chain's own store, and serves its rows as
// long as they are known to be of that chain. Another chain in its place, or a reorganisation that Ponder can not follow, means a
// new process on an empty store.
import type { Address, Hex } from "../../books/event.ts";
import { ChainAt, type House } from "./chain.ts";
import { type Child, startChild } from "./child.ts";
import { type Front, openFront, type Standing } from "./front.ts";
import { type Store, storeFor } from "./store.ts";

export type IndexerOptions = {
  rpc: string;
  directory: Address;
  /** 0 picks any free one. */
  port: number;
  /** Below it PGlite keeps a folder for each co-op on each chain; not used with `databaseUrl`. */
  root: string;
  databaseUrl?: string;
  /** Where the dApp stands: feeds and calendars point there. */
  pageUrl?: string;
  say?: (line: string) => void;
  pollingMs?: number;
  /** Requests a second that the RPC is asked at most. */
  rate?: number;
  /** So long rows may be of blocks that the chain no longer has, before they are made anew. */
  patienceMs?: number;
  /** Nobody needs the rows afterwards: the process need not close them. */
  isTemporary?: boolean;
};

export type Indexer = {
  url: string;
  port: number;
  /** Resolves once all that the chain had is read. */
  ready(): Promise<void>;
  stop(): Promise<void>;
  /** Ends the Ponder process as a power cut would; the indexer starts another. */
  cut(): Promise<void>;
};

/** The last event whose rows are there. */
type Last = { block: string; log: number; blockHash: Hex };

const POLLING_MS = 500;
const RATE = 1_000;
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
const PAGE_URL = "http://127.0.0.1:5173";

export async function startIndexer(options: IndexerOptions): Promise<Indexer> {
  const running = new Running(options);
  const front = await openFront(
    options.port,
    () => running.standing(),
    () => running.health(),
  );
  running.begin(front);
  return {
    url: front.url,
    port: front.port,
    ready: () => running.ready(),
    stop: () => running.stop(),
    cut: () => running.cut(),
  };
}

class Running {
  private readonly options: IndexerOptions;
  private readonly chain: ChainAt;
  private front: Front | undefined;
  private house: House | undefined;
  private child: Child | undefined;
  private isReady = false;
  private isStopping = false;
  private trouble = "The indexer has not found the chain yet: ask again in a moment.";
  private loop: Promise<void> = Promise.resolve();
  private doubt: { since: number; at: string } | undefined;

  constructor(options: IndexerOptions) {
    this.options = options;
    this.chain = new ChainAt(options.rpc);
  }

  begin(front: Front): void {
    this.front = front;
    this.loop = this.run();
  }

  /** Round after round: a process on the chain that is there, until it ends or the chain is another. */
  private async run(): Promise<void> {
    let isAgain = false;
    while (!this.isStopping) {
      try {
        const house = await this.chain.houseAt(this.options.directory);
        const store = storeFor(house, this.options.directory, this.options);
        isAgain = await this.round(house, store, isAgain);
      } catch (error) {
        this.trouble = `The chain at ${this.options.rpc} can not be read (${messageOf(error)}): the indexer goes on trying.`;
        this.options.say?.(this.trouble);
        await pause(LOOK_EVERY_MS);
      }
    }
  }

  /** Returns whether the store must be emptied before the next round. */
  private async round(house: House, store: Store, isToBeEmptied: boolean): Promise<boolean> {
    const wasUsed = !isToBeEmptied && store.isUsed();
    if (isToBeEmptied) await store.empty();
    else await store.prepare().catch(() => store.empty());
    if (this.isStopping) return false;
    const { pollingMs = POLLING_MS, rate = RATE, rpc, directory, pageUrl = PAGE_URL } = this.options;
    const { folder, databaseUrl, schema } = store;
    const settings = { ...house, rpc, directory, pollingMs, rate, pageUrl, ...(folder !== undefined && { folder }) };
    const { number: there } = await this.chain.head();
    const child = await startChild(settings, schema, databaseUrl);
    [this.house, this.child, this.isReady, this.doubt] = [house, child, false, undefined];
    this.trouble = "The indexer is reading the chain: ask again in a moment.";
    const why = await this.follow(child, there);
    const wasReady = this.isReady;
    [this.child, this.isReady] = [undefined, false];
    await this.end(child);
    if (why === "ended" && !this.isStopping) {
      this.options.say?.(`The indexer's process ended and is started again:\n${child.said()}`);
      this.trouble = "The indexer's process ended and is started again: ask again in a moment.";
      await pause(LOOK_EVERY_MS);
    }
    // What ended before it was ready may have found rows that it can not go on with.
    return why === "other chain" || why === "left behind" || (why === "ended" && !wasReady && wasUsed);
  }

  /** Ponder says that it is ready when the last blocks are still to come: the rows are, with what was `there` when it began. */
  private async follow(child: Child, there: bigint): Promise<"ended" | "stopped" | "other chain" | "left behind"> {
    for (;;) {
      await Promise.race([pause(this.isReady ? LOOK_EVERY_MS : 200), child.ended]);
      if (this.isStopping) return "stopped";
      if (child.hasEnded()) return "ended";
      this.isReady ||= (await child.isReady()) && (await this.hasRead(child, there));
      const found = await this.look();
      if (found === "other chain") return found;
      if (found === "left behind" && this.hasWaited()) return found;
    }
  }

  /** A chain that went back since then need not come so far again. */
  private async hasRead(child: Child, there: bigint): Promise<boolean> {
    try {
      const { number } = await this.chain.head();
      return (await blockOf(child)) >= Number(number < there ? number : there);
    } catch {
      return false;
    }
  }

  /** Whether the last rows are of a block that the chain still has. */
  private async look(): Promise<"sure" | "not sure" | "other chain" | "left behind"> {
    const { child, house } = this;
    if (!child || !house) return "not sure";
    try {
      if ((await this.chain.hashOf(BigInt(house.fromBlock))) !== house.founding) {
        this.trouble = "The chain is another one than before: the indexer begins anew with it.";
        return "other chain";
      }
      if (!this.isReady) return "not sure";
      const last = await ask<Last | null>(child, "/last");
      const hash = last && (await this.chain.hashOf(BigInt(last.block)));
      if (!last || hash === last.blockHash) {
        this.doubt = undefined;
        return "sure";
      }
      const at = `${last.block}-${last.log}-${last.blockHash}`;
      if (this.doubt?.at !== at) this.doubt = { since: Date.now(), at };
      this.trouble = "The chain was reorganised and the indexer takes rows back: ask again in a moment.";
      return "left behind";
    } catch (error) {
      this.trouble = `Nobody can say whether these rows are the chain's: ${this.options.rpc} does not answer (${messageOf(error)}).`;
      return "not sure";
    }
  }

  private hasWaited(): boolean {
    return this.doubt !== undefined && Date.now() - this.doubt.since > (this.options.patienceMs ?? PATIENCE_MS);
  }

  async standing(): Promise<Standing> {
    const found = await this.look();
    if (found !== "sure" || !this.child || !this.house) return { why: this.trouble };
    const head = await this.chain.head();
    return {
      url: this.child.url,
      headers: { "x-chain-id": String(this.house.chainId), "x-chain-time": String(head.timestamp) },
    };
  }

  async health() {
    const { rpc, directory } = this.options;
    const isSure = (await this.look()) === "sure";
    const head = await this.chain.head().catch(() => undefined);
    const told = isSure && this.child ? await toldBy(this.child).catch(() => undefined) : undefined;
    return {
      ok: isSure,
      ready: isSure,
      ...(!isSure && { why: this.trouble }),
      rpc,
      directory,
      chainId: this.house?.chainId,
      instance: this.house?.founding,
      head: head && Number(head.number),
      ...(told && { ...told, lag: head && Math.max(0, Number(head.number) - told.block) }),
    };
  }

  async ready(): Promise<void> {
    while (!this.isStopping && (await this.look()) !== "sure") await pause(100);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.front?.stop();
    if (this.child) await this.end(this.child);
    await this.loop;
  }

  private end(child: Child): Promise<void> {
    return this.options.isTemporary ? child.kill() : child.stop();
  }

  async cut(): Promise<void> {
    await this.child?.kill();
  }
}

async function ask<T>(child: Child, path: string): Promise<T> {
  const answered = await fetch(`${child.url}${path}`);
  if (!answered.ok) throw new Error(`the process answered ${answered.status}`);
  return (await answered.json()) as T;
}

/** How far the process has read, and how many events there were and were refused. */
async function toldBy(child: Child) {
  const [block, counts, lastEvent] = await Promise.all([
    blockOf(child),
    ask<{ events: number; refusals: number }>(child, "/counts"),
    ask<Last | null>(child, "/last"),
  ]);
  return { block, ...counts, lastEvent };
}

/** The last block that the process has read. */
async function blockOf(child: Child): Promise<number> {
  const [chain] = Object.values(await ask<Record<string, { block: { number: number } }>>(child, "/status"));
  return chain?.block.number ?? 0;
}

const messageOf = (error: unknown): string =>
  error instanceof Error && "shortMessage" in error
    ? String(error.shortMessage)
    : String((error as Error).message ?? error);

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
