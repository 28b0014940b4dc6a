// The part of Ponder's database that this host uses, and the projection's store on it.
import type { RowStore } from "../../books/projection/projection.ts";
import type { Row, Shape } from "../../books/projection/table.ts";
import { fromDatabase, toDatabase } from "./columns.ts";

type Found = Readonly<Record<string, unknown>>;
type Selected = PromiseLike<Found[]> & {
  orderBy(...columns: unknown[]): Selected;
  limit(count: number): Selected;
  offset(count: number): Selected;
};
export type Selecting = { select(columns?: Readonly<Record<string, unknown>>): { from(table: unknown): Selected } };

export type Writing = {
  find(table: unknown, key: Found): Promise<Found | null>;
  insert(table: unknown): { values(row: Found): { onConflictDoUpdate(row: Found): Promise<unknown> } };
  delete(table: unknown, key: Found): Promise<boolean>;
  sql: Selecting;
};

/** Ponder's tables by the name that they have in the projection. */
export type Known = ReadonlyMap<string, object>;

/** Keeps rows in Ponder's tables; `more` has what every event's row has besides. */
export function storeOn(db: Writing, known: Known, more: Row): RowStore {
  return {
    put: async (shape, row) => {
      const whole = toDatabase(shape, shape.name === "events" ? { ...row, ...more } : row);
      await db.insert(tableIn(known, shape)).values(whole).onConflictDoUpdate(whole);
    },
    remove: async (shape, key) => void (await db.delete(tableIn(known, shape), toDatabase(shape, key))),
  };
}

export function tableIn(known: Known, { name }: Pick<Shape, "name">): object {
  const table = known.get(name);
  if (!table) throw new Error(`ponder.schema.ts leaves out the table ${name} of the projection.`);
  return table;
}

const PAGE = 5_000;

/** The rows of a table in the order of its key, some thousand at a time; from the `start`th on, and `most` of them. */
export async function* rowsOf(
  db: Selecting,
  known: Known,
  shape: Shape,
  start = 0,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row> {
  const table = tableIn(known, shape) as Record<string, unknown>;
  const order = shape.key.map((name) => table[name]);
  for (let read = 0; read < most; ) {
    const size = Math.min(PAGE, most - read);
    const page = await db
      .select()
      .from(table)
      .orderBy(...order)
      .limit(size)
      .offset(start + read);
    for (const found of page) yield fromDatabase(shape, found);
    if (page.length < size) return;
    read += size;
  }
}
