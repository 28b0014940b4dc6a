// Rows in memory: where the browser, the audit and the tests keep them.
import type { RowStore } from "./projection.ts";
import { keyText, type Row, type Shape } from "./table.ts";

export class MemoryStore implements RowStore {
  private readonly kept = new Map<string, Map<string, Row>>();

  put(table: Shape, row: Row): void {
    this.rowsOf(table.name).set(keyText(table, row), row);
  }

  remove(table: Shape, key: Row): void {
    this.rowsOf(table.name).delete(keyText(table, key));
  }

  /** The rows of a table, in the order in which they came. */
  all(name: string): Row[] {
    return [...this.rowsOf(name).values()];
  }

  private rowsOf(name: string): Map<string, Row> {
    const known = this.kept.get(name);
    if (known) return known;
    const rows = new Map<string, Row>();
    this.kept.set(name, rows);
    return rows;
  }
}
