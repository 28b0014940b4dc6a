// Reads the arguments of an event with their types. Both numbers and bigints are taken for a whole number, so that it
// makes no difference which library decoded the log.
import { type Address, BooksError, type Hex } from "./event.ts";

type Args = Readonly<Record<string, unknown>>;

export function readNumber(args: Args, name: string): number {
  return toNumber(args[name], name);
}

export function readBigInt(args: Args, name: string): bigint {
  const value = args[name];
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  throw unreadable(name, value);
}

export function readText(args: Args, name: string): string {
  const value = args[name];
  if (typeof value === "string") return value;
  throw unreadable(name, value);
}

export function readBoolean(args: Args, name: string): boolean {
  const value = args[name];
  if (typeof value === "boolean") return value;
  throw unreadable(name, value);
}

export function readAddress(args: Args, name: string): Address {
  return readHex(args, name);
}

export function readHex(args: Args, name: string): Hex {
  const value = readText(args, name);
  if (value.startsWith("0x")) return value as Hex;
  throw unreadable(name, value);
}

export function readList(args: Args, name: string): readonly unknown[] {
  const value = args[name];
  if (Array.isArray(value)) return value;
  throw unreadable(name, value);
}

export function readNumbers(args: Args, name: string): number[] {
  return readList(args, name).map((value) => toNumber(value, name));
}

export function readBigInts(args: Args, name: string): bigint[] {
  return readList(args, name).map((value) => readBigInt({ [name]: value }, name));
}

export function readHexes(args: Args, name: string): Hex[] {
  return readList(args, name).map((value) => readHex({ [name]: value }, name));
}

export function readStruct(args: Args, name: string): Args {
  return toStruct(args[name], name);
}

export function readStructs(args: Args, name: string): Args[] {
  return readList(args, name).map((value) => toStruct(value, name));
}

function toNumber(value: unknown, name: string): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number)) return number;
  throw unreadable(name, value);
}

function toStruct(value: unknown, name: string): Args {
  if (typeof value === "object" && value !== null) return value as Args;
  throw unreadable(name, value);
}

function unreadable(name: string, value: unknown): BooksError {
  return new BooksError(`The argument "${name}" of an event can not be read: ${String(value)}.`);
}
