// A whole table as one file.
import { csvOf } from "../../books/csv.ts";
import type { Shape } from "../../books/projection/table.ts";
import { cellText, rowJson } from "./cells.ts";
import { type Known, rowsOf, type Selecting } from "./database.ts";

export async function tableCsv(db: Selecting, known: Known, shape: Shape): Promise<string> {
  const names = Object.keys(shape.columns);
  const lines = [names];
  for await (const row of rowsOf(db, known, shape)) lines.push(names.map((name) => cellText(row[name] ?? null)));
  return csvOf(lines);
}

export async function tableJson(db: Selecting, known: Known, shape: Shape): Promise<string> {
  const lines: string[] = [];
  for await (const row of rowsOf(db, known, shape)) lines.push(rowJson(row));
  return `[${lines.join(",\n")}]\n`;
}
