// One database behind two drivers: PGlite in a folder of this process, or a Postgres server when there is an address of one.
import { openFolder } from "./folder.ts";
import { openServer } from "./server.ts";

export type Row = Record<string, unknown>;
export type Query = <T extends Row>(text: string, values?: readonly unknown[]) => Promise<T[]>;

export type Database = {
  query: Query;
  /** All or nothing, and on the disk when it resolves. One at a time. */
  transaction<T>(run: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type Where = { folder: string; room?: number } | { url: string };

export const openDatabase = (where: Where): Promise<Database> =>
  "url" in where ? openServer(where.url) : openFolder(where.folder, where.room);

/** Runs what it is given one after the other, whatever became of the one before. */
export function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next.catch(() => {});
    return next;
  };
}
