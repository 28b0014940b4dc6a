/// <reference path="./book-events.d.ts" />
// The one place the page reads the chain from: a store that components subscribe to.
import { BOOKS } from "virtual:books-version";
import { EVENTS } from "virtual:first-events";
import type { Client } from "viem";
import { NodeRefusal } from "../../../../books/reading/pieces.ts";
import type { CoopFile } from "../config/coopFile.ts";
import { UntrueNode } from "./logs.ts";
import { ChainReader, type Progress, type Reading } from "./reader.ts";

/** Nobody answers; too many ask; what is that old is forgotten; what is told can not be. */
export type LossKind = "lost" | "busy" | "forgotten" | "untrue";
export type ChainState = {
  reading?: Reading;
  /** How far the first reading has come. */
  progress?: Progress;
  /** Set while the chain can not be read; what was read before stays. */
  lost?: { since: number; why: string; kind: LossKind };
};

/** What the pages need of a store. */
export type Chain = Pick<ChainStore, "subscribe" | "snapshot" | "refresh" | "reach" | "readWhole">;

/** Where there is no co-op yet, there is nothing to read. */
export const NOTHING_TO_READ: Chain = {
  subscribe: () => () => {},
  snapshot: () => NOTHING,
  refresh: async () => {},
  reach: async () => {},
  readWhole: async () => {},
};
const NOTHING: ChainState = {};

const LOCAL_EVERY_MS = 2_000;
const EVERY_MS = 6_000;
const SELDOM_MS = 60_000;

export class ChainStore {
  private state: ChainState = {};
  private readonly listeners = new Set<() => void>();
  private readonly reader: ChainReader;
  private readonly every: number;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(client: Client, config: CoopFile) {
    const { directory, chainId, instance, snapshot: file } = config;
    const name = `${chainId}:${directory}:${instance}`;
    const keeper = import("./keeper.ts")
      .then(({ openKeeper }) => openKeeper({ name, directory, books: BOOKS, file }))
      .catch(() => undefined);
    this.reader = new ChainReader({ client, directory, tables: EVENTS }, config.fromBlock, keeper);
    this.every = config.local ? LOCAL_EVERY_MS : EVERY_MS;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): ChainState => this.state;

  /** Follows the chain until the returned function is called. */
  follow(): () => void {
    let stopped = false;
    const turn = async () => {
      await this.refresh();
      if (!stopped) this.timer = setTimeout(turn, this.pause());
    };
    turn();
    const seen = () => document.visibilityState === "visible" && this.refresh();
    document.addEventListener("visibilitychange", seen);
    return () => {
      stopped = true;
      clearTimeout(this.timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }

  /** A page that nobody sees asks less often, and one that gets no answer less and less. */
  private pause(): number {
    const every = document.hidden ? this.every * 5 : this.every;
    return Math.max(every, Math.min(this.every * 2 ** (this.failures - 2), SELDOM_MS));
  }

  /** Reads what is new now; calls that come while it reads share the next turn. */
  refresh(): Promise<void> {
    this.running ??= this.advance().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Reads what is before the snapshot too; what is shown stays until then. */
  async readWhole(): Promise<void> {
    this.reader.readWhole();
    await this.refresh();
    if (this.state.reading?.base) await this.refresh();
  }

  /** Resolves once the store shows `block`, or after a few tries. */
  async reach(block: bigint): Promise<void> {
    for (let tries = 0; tries < 10; tries++) {
      if ((this.state.reading?.head.number ?? -1n) >= block) return;
      await this.refresh();
      if ((this.state.reading?.head.number ?? -1n) >= block) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  private async advance(): Promise<void> {
    try {
      const reading = await this.reader.advance((progress) => {
        if ((!this.state.reading || this.reader.readsWhole) && progress.done < progress.of)
          this.publish({ ...this.state, progress });
      });
      this.failures = 0;
      const { reading: before, lost } = this.state;
      if (reading) this.publish({ reading });
      else if (lost) this.publish(before ? { reading: before } : {});
    } catch (error) {
      this.failures += 1;
      const reading = this.reader.current();
      const lost = { since: this.state.lost?.since ?? Date.now(), why: whyOf(error), kind: kindOf(error) };
      this.publish({ ...(reading && { reading }), lost });
    }
  }

  private publish(state: ChainState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function kindOf(error: unknown): LossKind {
  if (error instanceof UntrueNode) return "untrue";
  const kind = error instanceof NodeRefusal && error.kind;
  return kind === "pruned" ? "forgotten" : kind === "busy" ? kind : "lost";
}

function whyOf(error: unknown): string {
  return error instanceof Error
    ? ("shortMessage" in error && String(error.shortMessage)) || error.message
    : String(error);
}
