// Reads keys out of events. An event of another contract may have the same name and no such argument: then it touches nothing.
import type { BookEvent } from "../event.ts";
import type { Json } from "./table.ts";

type Args = BookEvent["args"];

export function numbers({ args }: { args: Args }, ...names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const value = args[name];
    return typeof value === "number" || typeof value === "bigint" ? [Number(value)] : [];
  });
}

/** Addresses in lower case, as the books have them for keys. */
export function accounts({ args }: { args: Args }, ...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = args[name];
    return typeof value === "string" ? [value.toLowerCase()] : [];
  });
}

/** Identifiers that are kept as text because they have up to 256 bits. */
export function ids({ args }: { args: Args }, ...names: readonly string[]): string[] {
  return names.flatMap((name) => (args[name] === undefined ? [] : [String(args[name])]));
}

/** Touches what the named arguments number. */
export const numbered =
  (...names: readonly string[]) =>
  (event: BookEvent): number[] =>
    numbers(event, ...names);

/** One function for many events. */
export const forEach = <T>(names: readonly string[], touch: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, touch]));

/** A value with its bigints as decimal digits, so that it can stand in JSON. */
export function jsonOf(value: unknown): Json {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, jsonOf(one)]));
  }
  return (value ?? null) as Json;
}
