// What npm's Solidity compiler asks WebAssembly for at every second step, remembered: it compiles and proves in two thirds of the time.

type Table = WebAssembly.Table;
const { get, set, grow } = WebAssembly.Table.prototype;
/** Of each table the functions that were asked for, by index. */
const known = new WeakMap<Table, unknown[]>();

/** The table asked last, which is nearly always the one asked next. */
let last: Table | undefined;
let functions: unknown[] = [];

function remembered(this: Table, index: number): unknown {
  if (this !== last) {
    functions = known.get(this) ?? [];
    known.set(this, functions);
    last = this;
  }
  functions[index] ??= get.call(this, index);
  return functions[index];
}

function forget(table: Table): void {
  known.delete(table);
  last = undefined;
}

/** From now on, in this process, a table gives a function again without making it anew. */
export function quickenTables(): void {
  Object.assign(WebAssembly.Table.prototype, {
    get: remembered,
    set(this: Table, ...to: Parameters<Table["set"]>) {
      forget(this);
      set.apply(this, to);
    },
    grow(this: Table, ...by: Parameters<Table["grow"]>) {
      forget(this);
      return grow.apply(this, by);
    },
  });
}
