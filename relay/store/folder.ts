// PGlite in a folder. It leaves forcing things to the disk to the operating system, so this does it: the log after every
// transaction, everything else once when the folder is opened.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Refusal } from "../refusal.ts";
import { type Database, oneAtATime, type Query } from "./database.ts";
import { takeFolder } from "./owner.ts";

/** A full disk ends Postgres in the middle of a write. So much must be free before anything is accepted. */
const ROOM = 48 * 1024 * 1024;

/** @param room bytes that have to be free */
export async function openFolder(folder: string, room = ROOM): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const leave = takeFolder(folder);
  const data = join(folder, "data");
  requireRoom(folder, room);
  let db = await open(data);
  const queue = oneAtATime();

  /** A database that died in the middle is opened anew: what was committed is in its log. */
  const revived = async () => {
    if (db.closed || (await db.query("select 1").catch(() => undefined)) === undefined) {
      await db.close().catch(() => {});
      db = await open(data);
    }
  };
  const run = <T>(work: () => Promise<T>): Promise<T> =>
    queue(async () => {
      try {
        return await work();
      } catch (error) {
        await revived().catch(() => {});
        throw /no space left|ENOSPC/i.test(String(error)) ? diskFull() : error;
      }
    });

  return {
    query: (text, values) => run(async () => (await db.query(text, [...(values ?? [])])).rows as never),
    transaction: (work) =>
      run(async () => {
        requireRoom(folder, room);
        const result = await db.transaction((tx) =>
          work(((text, values) => tx.query(text, [...(values ?? [])]).then(({ rows }) => rows)) as Query),
        );
        forceLog(data);
        return result as never;
      }),
    close: async () => {
      await queue(() => db.close());
      leave();
    },
  };
}

async function open(data: string): Promise<PGlite> {
  if (!existsSync(data)) await make(data);
  const since = Date.now();
  const db = await PGlite.create(data);
  // After a kill it has just brought its files up to date from its log, and begins another one.
  forceAll(data, since);
  return db;
}

/** Made under another name first: whoever is killed in the middle leaves no half of a database behind. */
async function make(data: string): Promise<void> {
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  await (await PGlite.create(fresh)).close();
  forceAll(fresh, 0);
  renameSync(fresh, data);
}

function requireRoom(folder: string, room: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < room) throw diskFull();
}

const diskFull = () =>
  new Refusal(
    507,
    "disk-full",
    "The relay has no room left to keep ballots, so it did not take this one. Vote directly, and tell whoever runs the relay.",
  );

/** The newest segment of the log is the one that is written to; a transaction may have begun another. */
function forceLog(data: string): void {
  const folder = join(data, "pg_wal");
  const segments = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of segments.slice(0, 2)) force(path);
}

/** Every file that was written to since then. */
function forceAll(data: string, since: number): void {
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if ((entry.isFile() || entry.isDirectory()) && statSync(path).mtimeMs >= since) force(path);
  }
}

function force(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
