// Where rows are kept: a folder of PGlite, or a schema of a Postgres database. Each co-op on each chain has its own.
import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { House } from "./chain.ts";

export type Store = {
  schema: string;
  /** Of PGlite; nothing with Postgres. */
  folder?: string;
  databaseUrl?: string;
  /** Whether there may be rows of an earlier run. */
  isUsed(): boolean;
  /** Makes it ready for a process: frees what one that was killed had locked, and forgets what is of another chain. */
  prepare(): Promise<void>;
  empty(): Promise<void>;
};

export function storeFor(house: House, directory: string, place: { root: string; databaseUrl?: string }): Store {
  const { chainId, founding } = house;
  const identity = `${chainId}|${founding}|${directory.toLowerCase()}`;
  const schema = `coop_${createHash("sha256").update(identity).digest("hex").slice(0, 16)}`;
  return place.databaseUrl === undefined ? inFolder(schema, place.root) : inPostgres(schema, place.databaseUrl);
}

function inFolder(schema: string, root: string): Store {
  const folder = join(root, schema);
  return {
    schema,
    folder,
    isUsed: () => existsSync(folder),
    prepare: () => unlock(folder, schema),
    empty: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Ponder waits half a minute for a lock whose holder was killed; nobody else opens this folder. */
async function unlock(folder: string, schema: string): Promise<void> {
  if (!existsSync(folder)) return;
  const database = new PGlite(folder);
  try {
    await database.exec(`UPDATE "${schema}"."_ponder_meta" SET value = jsonb_set(value, '{is_locked}', to_jsonb(0))`);
  } finally {
    await database.close();
  }
}

/** Where Ponder remembers logs that it has read, by chain id alone: those of another chain with the same id must not be taken for this one's. */
const SYNC = "ponder_sync";

/** A database of its own: what Ponder remembers there is for one indexer. */
function inPostgres(schema: string, databaseUrl: string): Store {
  return {
    schema,
    databaseUrl,
    isUsed: () => true,
    // A lock is left alone: another process may hold it, and Ponder finds out by its heartbeat.
    prepare: () =>
      withDatabase(databaseUrl, async (client) => {
        const { rowCount } = await client.query("SELECT FROM information_schema.schemata WHERE schema_name = $1", [
          schema,
        ]);
        if (rowCount === 0) await drop(client, SYNC);
      }),
    empty: () =>
      withDatabase(databaseUrl, async (client) => {
        for (const name of [schema, SYNC]) await drop(client, name);
      }),
  };
}

const drop = (client: pg.Client, schema: string) => client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);

async function withDatabase(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
