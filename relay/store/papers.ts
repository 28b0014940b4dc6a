// The papers in the store: kept, found, and moved from one state to the next.
import type { Address, Hex } from "../../books/event.ts";
import type { ReceiptState } from "../../books/relay.ts";
import type { Kept, Paper } from "../paper.ts";
import type { Database, Query, Row } from "./database.ts";

const COLUMNS = "id, kind, matter, target, voter, seat, support, packed, said, accepted_at, post_by, state, sending";
const NEW =
  "id text, kind text, matter text, target text, voter text, seat bigint, support smallint, packed text, said text, accepted_at bigint, post_by bigint";

/** What became of each: kept now, or the one that stands in its place already. */
export async function keepPapers(database: Database, papers: readonly Kept[]): Promise<Map<string, Kept>> {
  // Of two by one person the later one counts; the earlier was replaced at once.
  const last = new Map(papers.map((paper) => [`${paper.matter} ${paper.target} ${paper.voter}`, paper]));
  const rows = [...last.values()].map((paper) => ({
    ...paper,
    accepted_at: paper.acceptedAt,
    post_by: paper.postBy,
  }));
  return database.transaction(async (query) => {
    // What is kept already keeps its receipt; what is on its way can not be called back; what came too late can be tried anew.
    const written = await query(
      `insert into papers (id, kind, matter, target, voter, seat, support, packed, said, accepted_at, post_by)
       select * from json_to_recordset($1::json) as fresh(${NEW})
       on conflict (matter, target, voter) do update set
         id = excluded.id, kind = excluded.kind, seat = excluded.seat, support = excluded.support,
         packed = excluded.packed, said = excluded.said, accepted_at = excluded.accepted_at, post_by = excluded.post_by,
         state = 'waiting', sending = null
       where papers.id <> excluded.id and papers.state in ('waiting', 'late')
       returning ${COLUMNS}`,
      [JSON.stringify(rows)],
    );
    const standing = new Map(written.map((row) => [keyOf(row), keptFrom(row)]));
    const others = [...last].filter(([key]) => !standing.has(key)).map(([, paper]) => paper);
    if (others.length > 0) {
      const found = await query(
        `select ${COLUMNS} from papers where (matter, target, voter) in
           (select matter, target, voter from json_to_recordset($1::json) as asked(matter text, target text, voter text))`,
        [JSON.stringify(others.map(({ matter, target, voter }) => ({ matter, target, voter })))],
      );
      for (const row of found) standing.set(keyOf(row), keptFrom(row));
    }
    return standing;
  });
}

export const keyOfPaper = ({ matter, target, voter }: Paper): string => `${matter} ${target} ${voter}`;

export async function paperOf(database: Database, id: string): Promise<(Kept & { hash?: Hex }) | undefined> {
  const [row] = await database.query(`select ${COLUMNS} from papers where id = $1`, [id]);
  if (!row) return undefined;
  const kept = keptFrom(row);
  if (kept.sending === undefined) return kept;
  const [attempt] = await database.query<{ hash: Hex }>(
    "select hash from attempts where sending = $1 order by at desc limit 1",
    [kept.sending],
  );
  return { ...kept, hash: attempt?.hash };
}

export type Waiting = { matter: string; target: Address; count: number; oldest: number };

/** What waits, by matter, the oldest first. */
export async function waitingMatters(database: Database): Promise<Waiting[]> {
  const rows = await database.query(
    `select matter, target, count(*) as count, min(accepted_at) as oldest from papers
     where state = 'waiting' group by matter, target order by oldest`,
  );
  return rows.map((row) => ({
    matter: String(row.matter),
    target: row.target as Address,
    count: Number(row.count),
    oldest: Number(row.oldest),
  }));
}

/** In the order in which they cost least: by seat. */
export async function waitingPapers(database: Database, { matter, target }: Waiting, most: number): Promise<Kept[]> {
  const rows = await database.query(
    `select ${COLUMNS} from papers where state = 'waiting' and matter = $1 and target = $2 order by seat, id limit $3`,
    [matter, target, most],
  );
  return rows.map(keptFrom);
}

export async function papersOfSending(query: Query, sending: number): Promise<Kept[]> {
  return (await query(`select ${COLUMNS} from papers where sending = $1`, [sending])).map(keptFrom);
}

export const idsOf = (papers: readonly Kept[]): string[] => papers.map(({ id }) => id);

export async function setState(query: Query, ids: readonly string[], state: ReceiptState): Promise<void> {
  if (ids.length === 0) return;
  await query(
    "update papers set state = $2, sending = case when $2 = 'waiting' then null else sending end where id in (select json_array_elements_text($1::json))",
    [JSON.stringify(ids), state],
  );
}

export async function countByState(database: Database): Promise<Map<string, number>> {
  const rows = await database.query("select state, count(*) as count from papers group by state");
  return new Map(rows.map(({ state, count }) => [String(state), Number(count)]));
}

const keyOf = (row: Row) => `${row.matter} ${row.target} ${row.voter}`;

function keptFrom(row: Row): Kept {
  return {
    id: String(row.id),
    kind: row.kind as Kept["kind"],
    matter: String(row.matter),
    target: row.target as Address,
    voter: row.voter as Address,
    seat: Number(row.seat),
    support: Number(row.support),
    packed: row.packed as Hex,
    said: String(row.said),
    acceptedAt: Number(row.accepted_at),
    postBy: Number(row.post_by),
    state: row.state as ReceiptState,
    sending: row.sending === null ? undefined : Number(row.sending),
  };
}
