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
  /** Frees what a process that was killed had locked. */
  unlock(): Promise<void>;
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
    unlock: () => unlock(folder, schema),
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

function inPostgres(schema: string, databaseUrl: string): Store {
  return {
    schema,
    databaseUrl,
    isUsed: () => true,
    // Another process may hold it: Ponder finds out by its heartbeat.
    unlock: async () => undefined,
    empty: async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
      } finally {
        await client.end();
      }
    },
  };
}
