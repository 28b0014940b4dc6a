// Cells of rows in files: lists and structs of a CSV are JSON, and whole numbers of any size are text in JSON.
import type { Cell, Row } from "../../books/projection/table.ts";

export function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

export const rowJson = (row: Row): string =>
  JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value));
