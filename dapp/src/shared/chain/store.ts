// The one place the page reads the chain from: a store that components subscribe to.
import type { Client } from "viem";
import type { CoopFile } from "../config/coopFile.ts";
import { ChainReader, type Reading } from "./reader.ts";

export type ChainState = {
  reading?: Reading;
  /** Set while the chain can not be read; what was read before stays. */
  lost?: { since: number; why: string };
};

const LOCAL_EVERY_MS = 2_000;
const EVERY_MS = 6_000;

export class ChainStore {
  private state: ChainState = {};
  private readonly listeners = new Set<() => void>();
  private readonly reader: ChainReader;
  private readonly every: number;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, config: CoopFile) {
    this.reader = new ChainReader(client, config.directory, BigInt(config.fromBlock));
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
      if (!stopped) this.timer = setTimeout(turn, document.hidden ? this.every * 5 : this.every);
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

  /** Reads what is new now; calls that come while it reads share the next turn. */
  refresh(): Promise<void> {
    this.running ??= this.advance().finally(() => {
      this.running = undefined;
    });
    return this.running;
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
      const reading = await this.reader.advance();
      if (reading) this.publish({ reading });
      else if (this.state.lost) this.publish({ reading: this.state.reading });
    } catch (error) {
      const why = error instanceof Error && "shortMessage" in error ? String(error.shortMessage) : String(error);
      this.publish({ reading: this.state.reading, lost: { since: this.state.lost?.since ?? Date.now(), why } });
    }
  }

  private publish(state: ChainState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
