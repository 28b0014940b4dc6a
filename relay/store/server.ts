// A Postgres server. One connection, which holds the lock that says whose store it is.
import pg from "pg";
import { type Database, oneAtATime, type Query } from "./database.ts";

/** "relay" in ASCII: the number of the lock. */
const LOCK = 0x72656c6179;

export async function openServer(url: string): Promise<Database> {
  let client = await connect(url);
  let broken = false;
  const queue = oneAtATime();
  const watch = () => {
    broken = false;
    client.on("error", () => {
      broken = true;
    });
  };
  watch();

  const query: Query = async (text, values) => (await client.query(text, [...(values ?? [])])).rows;
  const run = <T>(work: () => Promise<T>): Promise<T> =>
    queue(async () => {
      if (broken) {
        await client.end().catch(() => {});
        client = await connect(url);
        watch();
      }
      return work();
    });

  return {
    query: (text, values) => run(() => query(text, values)),
    transaction: (work) =>
      run(async () => {
        await client.query("begin");
        try {
          const result = await work(query);
          await client.query("commit");
          return result;
        } catch (error) {
          await client.query("rollback").catch(() => {
            broken = true;
          });
          throw error;
        }
      }),
    close: () => queue(() => client.end()),
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Whatever the server's own setting: what is committed is on its disk.
  await client.query("set synchronous_commit to on");
  const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [LOCK]);
  if (rows[0]?.taken === true) return client;
  await client.end();
  throw new Error("Another relay works on this database: stop it, or give this one a database of its own.");
}
