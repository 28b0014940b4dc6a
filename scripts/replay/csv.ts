// Reads a table from CSV text. What is wrong is said in one sentence with the number of the line.
import { Failure } from "../lib/failure.ts";

export type Row = { line: number; cells: Record<string, string> };

/** The rows of a CSV text whose first line names the columns; at least `columns` must be there. */
export function readTable(file: string, text: string, columns: readonly string[]): Row[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const header = cellsOf(lines[0] ?? "");
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) {
    throw new Failure(`${file}, line 1: the column "${missing}" is missing; there must be ${columns.join(", ")}.`);
  }
  return lines.flatMap((content, index) => {
    if (index === 0 || content.trim() === "") return [];
    const values = cellsOf(content);
    if (values.length !== header.length) {
      throw new Failure(`${file}, line ${index + 1}: ${values.length} values stand under ${header.length} columns.`);
    }
    return [{ line: index + 1, cells: Object.fromEntries(header.map((name, i) => [name, values[i] ?? ""])) }];
  });
}

/** A whole number from 0. */
export function wholeNumber(file: string, { line, cells }: Row, column: string): number {
  const text = cells[column] ?? "";
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new Failure(`${file}, line ${line}: "${text}" under ${column} is not a whole number.`);
}

const cellsOf = (line: string): string[] => line.split(",").map((cell) => cell.trim());
