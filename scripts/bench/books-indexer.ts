// The indexer's figures: how fast it reads what is there, how long a transaction takes to be a row, and what it needs for that.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Address } from "viem";
import { startIndexer } from "../../indexer/supervisor/indexer.ts";

export type IndexerFigures = {
  events: number;
  /** From the start of the process, its own start included. */
  secondsToRead: number;
  eventsPerSecond: number;
  /** Of the process that keeps the rows. */
  megabytes: number;
  /** From the receipt of a transaction to its row, the middle of all tries. */
  millisecondsToRow: number;
};

const TRIES = 5;
const LOOK_MS = 20;

/** `act` sends a transaction of the co-op that makes an event, and resolves with its hash once it is in a block. */
export async function indexerFigures(of: {
  rpc: string;
  directory: Address;
  act: () => Promise<string>;
}): Promise<IndexerFigures> {
  const root = mkdtempSync(join(tmpdir(), "rochdale-bench-"));
  const started = performance.now();
  const indexer = await startIndexer({ rpc: of.rpc, directory: of.directory, port: 0, root });
  try {
    await indexer.ready();
    const secondsToRead = (performance.now() - started) / 1_000;
    const { events } = (await (await fetch(`${indexer.url}/health`)).json()) as { events: number };
    const waits: number[] = [];
    for (let i = 0; i < TRIES; i++) waits.push(await waitFor(indexer.url, await of.act()));
    const middle = waits.toSorted((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
    return {
      events,
      secondsToRead: rounded(secondsToRead, 1),
      eventsPerSecond: Math.round(events / secondsToRead),
      megabytes: megabytesOf(),
      millisecondsToRow: Math.round(middle),
    };
  } finally {
    await indexer.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function waitFor(url: string, tx: string): Promise<number> {
  const sent = performance.now();
  const query = JSON.stringify({ query: `{ events(where: { tx: "${tx}" }, limit: 1) { items { name } } }` });
  for (;;) {
    const answer = await fetch(`${url}/graphql`, { method: "POST", headers: JSON_TYPE, body: query });
    const found = answer.ok && ((await answer.json()) as { data: { events: { items: unknown[] } } }).data;
    if (found && found.events.items.length > 0) return performance.now() - sent;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const JSON_TYPE = { "content-type": "application/json" };

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** What the Ponder process below this one takes up. */
function megabytesOf(): number {
  const lines = execFileSync("ps", ["-eo", "ppid=,rss=,args="], { encoding: "utf8" }).split("\n");
  const own = lines.find((line) => Number(line.trim().split(/\s+/)[0]) === process.pid && line.includes("ponder.js"));
  return own ? Math.round(Number(own.trim().split(/\s+/)[1]) / 1_024) : 0;
}
