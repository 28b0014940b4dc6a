// Tables of the projection as Ponder's: which column holds what, and how a cell goes in and comes out.
import { onchainTable, primaryKey } from "ponder";
import { events } from "../../books/projection/events.ts";
import type { Cell, ColumnType, Row, Shape } from "../../books/projection/table.ts";

type Builders = Parameters<Extract<Parameters<typeof onchainTable>[1], (t: never) => unknown>>[0];

/** Whole numbers of any size are `numeric(78)`; GraphQL gives them as text, because JSON has no such numbers. */
const COLUMNS: Record<ColumnType, (t: Builders) => unknown> = {
  text: (t) => t.text(),
  number: (t) => t.int8({ mode: "number" }),
  time: (t) => t.bigint(),
  amount: (t) => t.bigint(),
  flag: (t) => t.boolean(),
  json: (t) => t.json(),
};

/** Every event, with the hash of its block: only whoever follows a chain needs that. */
export const EVENTS: Shape = { ...events, columns: { ...events.columns, blockHash: "text" } };

export function tableOf(shape: Shape) {
  return onchainTable(
    shape.name,
    (t) => Object.fromEntries(Object.entries(shape.columns).map(([name, type]) => [name, COLUMNS[type](t)])) as never,
    (table) => {
      const [first, ...rest] = shape.key.map((name) => table[name as never]);
      return { key: primaryKey({ columns: [first, ...rest] as never }) };
    },
  );
}

/** A row as the database takes it; `row` may have some of the columns only. */
export function toDatabase({ columns }: Pick<Shape, "columns">, row: Row): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      columns[name] === "time" && cell !== null ? BigInt(cell as number) : cell,
    ]),
  );
}

/** A row as the projection made it. */
export function fromDatabase({ columns }: Pick<Shape, "columns">, found: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => {
      const cell = (found[name] ?? null) as Cell;
      return [name, type === "time" && cell !== null ? Number(cell) : cell];
    }),
  );
}
