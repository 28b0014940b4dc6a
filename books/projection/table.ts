// What a table of the projection is, and the two ways in which almost all of them are made: from things that are looked up by a
// key, and from lists that only ever grow.
import type { BookEvent } from "../event.ts";
import type { State } from "./state.ts";

/** `number` fits 53 bits, `time` is unix seconds, `amount` any whole number; `json` holds lists and structs. */
export type ColumnType = "text" | "number" | "time" | "amount" | "flag" | "json";
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Cell = string | number | bigint | boolean | null | Json;
export type Row = Readonly<Record<string, Cell>>;
/** A row as it is now, or the key columns of one that is no more. */
export type Change = { row: Row } | { gone: Row };

export type Shape = {
  name: string;
  columns: Readonly<Record<string, ColumnType>>;
  /** The columns that tell rows apart. */
  key: readonly string[];
};

export type Table = Shape & {
  /** Every row, as the books have them. */
  all(state: State): Iterable<Row>;
  /** Called before an event is applied; what it returns is called afterwards and tells what changed. */
  watch(state: State, event: BookEvent): () => readonly Change[];
};

const nothing = () => [];

/** The keys that events touch, by the event's name: read from the event and from the books as they were before it. */
type Touched<Key> = Readonly<Record<string, (event: BookEvent, state: State) => readonly Key[]>>;

type Keyed<Key, Value> = Shape & {
  entries(state: State): Iterable<readonly [Key, Value]>;
  find(state: State, key: Key): Value | undefined;
  touched: Touched<Key>;
  row(value: Value, key: Key, state: State): Row;
  /** The key columns of a row that can go. */
  keyOf?(key: Key): Row;
};

export function keyed<Key, Value>({ entries, find, touched, row, keyOf, ...shape }: Keyed<Key, Value>): Table {
  return {
    ...shape,
    *all(state) {
      for (const [key, value] of entries(state)) yield row(value, key, state);
    },
    watch(state, event) {
      const keys = Object.hasOwn(touched, event.name) ? (touched[event.name]?.(event, state) ?? []) : [];
      if (keys.length === 0) return nothing;
      return () =>
        [...new Set(keys)].flatMap((key): Change[] => {
          const value = find(state, key);
          if (value !== undefined) return [{ row: row(value, key, state) }];
          return keyOf ? [{ gone: keyOf(key) }] : [];
        });
    },
  };
}

type Growing<Value> = Shape & {
  list(state: State): readonly Value[];
  /** `number` counts from 1. */
  row(value: Value, number: number, state: State): Row;
};

export function growing<Value>({ list, row, ...shape }: Growing<Value>): Table {
  const from = (state: State, start: number) =>
    list(state)
      .slice(start)
      .map((value, i) => row(value, start + i + 1, state));
  return {
    ...shape,
    all: (state) => from(state, 0),
    watch(state) {
      const before = list(state).length;
      return () => (list(state).length === before ? [] : from(state, before).map((one) => ({ row: one })));
    },
  };
}

type Nested<Key, Parent, Value> = Shape & {
  parents(state: State): Iterable<readonly [Key, Parent]>;
  find(state: State, key: Key): Parent | undefined;
  touched: Touched<Key>;
  list(parent: Parent): readonly Value[];
  row(value: Value, number: number, parent: Parent): Row;
};

/** Lists that grow, one for each of many things. */
export function nested<Key, Parent, Value>({
  parents,
  find,
  touched,
  list,
  row,
  ...shape
}: Nested<Key, Parent, Value>): Table {
  const from = (parent: Parent, start: number) =>
    list(parent)
      .slice(start)
      .map((value, i) => row(value, start + i + 1, parent));
  return {
    ...shape,
    *all(state) {
      for (const [, parent] of parents(state)) yield* from(parent, 0);
    },
    watch(state, event) {
      const keys = Object.hasOwn(touched, event.name) ? (touched[event.name]?.(event, state) ?? []) : [];
      if (keys.length === 0) return nothing;
      const lengthOf = (key: Key): number => {
        const parent = find(state, key);
        return parent === undefined ? 0 : list(parent).length;
      };
      const before = [...new Set(keys)].map((key) => [key, lengthOf(key)] as const);
      return () =>
        before.flatMap(([key, start]) => {
          const parent = find(state, key);
          return parent === undefined ? [] : from(parent, start).map((one) => ({ row: one }));
        });
    },
  };
}

/** The values of the key columns, as one text. */
export const keyText = ({ key }: Shape, row: Row): string => key.map((column) => String(row[column])).join("|");
