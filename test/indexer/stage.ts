// One co-op on a chain in this process, and one indexer that reads it over HTTP.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Row } from "../../books/projection/table.ts";
import { type Indexer, type IndexerOptions, startIndexer } from "../../indexer/supervisor/indexer.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { eventsOf, inMemory, type Lines, linesOf, SHAPES } from "./rows.ts";

type Provider = Parameters<typeof serveRpc>[0];
export type Lived = { chain: { connection: { provider: Provider } }; coop: { directory: `0x${string}` } };

/** A machine with other work on it may take this long to begin with Ponder. */
export const READY_MS = 120_000;
const LOOK_MS = 100;

export type IndexerStage = {
  rpc: string;
  directory: `0x${string}`;
  indexer: Indexer;
  /** Another chain answers at the same address from now on. */
  swap(provider: Provider): void;
  /** Waits until the rows are those that the chain's own logs give, and compares them all. */
  agree(): Promise<Lines>;
  close(): Promise<void>;
};

export async function indexerStage(
  { chain, coop }: Lived,
  options: Partial<IndexerOptions> = {},
): Promise<IndexerStage> {
  let { provider } = chain.connection;
  const rpc = await serveRpc({ request: (call) => provider.request(call) });
  const root = mkdtempSync(join(tmpdir(), "rochdale-indexer-"));
  const { directory } = coop;
  const indexer = await startIndexer({
    rpc: rpc.url,
    directory,
    port: 0,
    root,
    pollingMs: 100,
    patienceMs: 2_000,
    // On Postgres instead of PGlite, on request.
    ...(process.env.DATABASE_URL && { databaseUrl: process.env.DATABASE_URL }),
    ...(process.env.DEBUG && { say: console.error }),
    ...options,
  });
  return {
    rpc: rpc.url,
    directory,
    indexer,
    swap: (other) => {
      provider = other;
    },
    agree: () => agree(indexer.url, rpc.url, directory),
    close: async () => {
      await indexer.stop();
      await rpc.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function agree(url: string, rpc: string, directory: `0x${string}`): Promise<Lines> {
  const { events, token } = await eventsOf(rpc, directory);
  const last = events.at(-1);
  await until(async () => {
    const { lastEvent } = await health(url);
    return lastEvent?.block === String(last?.blockNumber) && lastEvent?.log === last?.logIndex;
  });
  const { lines } = await inMemory({ events, token });
  const served = await servedBy(url);
  for (const { name } of SHAPES) expect(served[name], name).to.deep.equal(lines[name]);
  return served;
}

/** Every table as the indexer serves it. */
async function servedBy(url: string): Promise<Lines> {
  const lines: Lines = {};
  for (const shape of SHAPES) {
    const answer = await fetch(`${url}/tables/${shape.name}.json`);
    if (!answer.ok) throw new Error(`${shape.name}: ${answer.status} ${await answer.text()}`);
    lines[shape.name] = linesOf(shape, (await answer.json()) as Row[]);
  }
  return lines;
}

// biome-ignore lint/suspicious/noExplicitAny: what a test looks at
export const health = async (url: string): Promise<any> => (await fetch(`${url}/health`)).json();

export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("What the test waits for did not come.");
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Asks with GraphQL. */
export async function query(url: string, text: string) {
  const body = JSON.stringify({ query: text });
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks at
  const { data, errors } = (await answer.json()) as any;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
