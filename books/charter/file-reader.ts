// What reading any part of a charter file needs: every problem is kept with its place, and no key is passed over.

import type { Field } from "./file-fields.ts";
import type { Json, JsonObject } from "./file-json.ts";

export type FileProblem = { path: string; sentence: string };

export const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const HASH = /^0x[0-9a-fA-F]{64}$/;

export class FileReader {
  readonly problems: FileProblem[] = [];
  readonly decimals: number;

  constructor(decimals: number) {
    this.decimals = decimals;
  }

  wrong(path: string, sentence: string): undefined {
    this.problems.push({ path, sentence });
    return undefined;
  }

  /** An object with none but these keys; what is no object is one without keys. */
  object(value: Json | undefined, path: string, known: readonly string[]): JsonObject {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.wrong(path, `This must be an object: ${inQuotes(known.slice(0, 3))} and so on, between { and }.`);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      this.wrong(within(path, key), `"${key}" is not known here. The nearest known key is "${nearest(key, known)}".`);
    }
    return value as JsonObject;
  }

  list(value: Json | undefined, path: string): readonly Json[] {
    if (Array.isArray(value)) return value;
    this.wrong(path, "This must be a list, between [ and ].");
    return [];
  }

  text(value: Json | undefined, path: string): string {
    if (typeof value === "string") return value;
    this.wrong(path, value === undefined ? "This is missing." : "This must be text, in quotes.");
    return "";
  }

  address(value: Json | undefined, path: string): `0x${string}` {
    const text = this.text(value, path);
    if (typeof value === "string" && !ADDRESS.test(text)) {
      this.wrong(path, `"${text}" is not an address: it has 0x and 40 digits.`);
    }
    return text as `0x${string}`;
  }

  hash(value: Json, path: string): `0x${string}` {
    const text = this.text(value, path);
    if (typeof value === "string" && !HASH.test(text)) {
      this.wrong(path, `"${text}" is not a hash: it has 0x and 64 digits.`);
    }
    return text as `0x${string}`;
  }

  /** One of these names. */
  oneOf<T>(value: Json | undefined, path: string, names: Readonly<Record<string, T>>): T | undefined {
    const text = this.text(value, path);
    if (Object.hasOwn(names, text)) return names[text];
    if (typeof value !== "string") return undefined;
    return this.wrong(path, `"${text}" is not one of ${inQuotes(Object.keys(names))}.`);
  }

  /** A figure in its unit; undefined when it is not given, or not as it should be. */
  figure({ stem, unit }: Field, from: JsonObject, path: string): unknown {
    const given = unit.endings.filter((ending) => Object.hasOwn(from, stem + ending));
    const [ending] = given;
    if (ending === undefined) return undefined;
    const at = within(path, stem + ending);
    if (given.length > 1) return this.wrong(at, `This is given twice, as ${inQuotes(given.map((one) => stem + one))}.`);
    const value = unit.read(from[stem + ending] as Json, ending, this.decimals);
    return (
      value ?? this.wrong(at, `${JSON.stringify(from[stem + ending])} is not of the form asked for: ${unit.form}.`)
    );
  }

  /** These figures over those of `base`. */
  figures<T extends object>(fields: readonly Field[], from: JsonObject, path: string, base: T): T {
    const given = fields.map((field) => [field.at, this.figure(field, from, path)] as const);
    return { ...base, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
  }
}

export const within = (path: string, key: string | number): string => (path ? `${path}.${key}` : String(key));

export const keysOf = (fields: readonly Field[]): string[] =>
  fields.flatMap(({ stem, unit }) => unit.endings.map((ending) => stem + ending));

const inQuotes = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

function nearest(key: string, known: readonly string[]): string {
  const distances = known.map((one) => [distance(key.toLowerCase(), one.toLowerCase()), one] as const);
  return distances.sort(([a], [b]) => a - b)[0]?.[1] ?? "";
}

/** How many letters must be put in, left out or changed to make one word the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] as number) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min((next[j] as number) + 1, (row[j + 1] as number) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) as number;
}
