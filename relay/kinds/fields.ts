// Reads the fields of what was handed in; what is not of its form is refused by name.
import { isAddress, isHex, size } from "viem";
import type { Address, Hex } from "../../books/event.ts";
import { Refusal } from "../refusal.ts";

const LONGEST_NUMBER = 78;

export const malformed = (what: string): Refusal =>
  new Refusal(400, "malformed", `${what} Make it again on the co-op's page.`);

/** A whole number up to 2**256 - 1, as decimal text. */
export function wholeNumber(body: Record<string, unknown>, name: string): bigint {
  const value = body[name];
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== "string" || text.length > LONGEST_NUMBER || !/^\d+$/.test(text) || BigInt(text) >= 1n << 256n) {
    throw malformed(`"${name}" is not a whole number.`);
  }
  return BigInt(text);
}

export function smallNumber(body: Record<string, unknown>, name: string, most: number): number {
  const value = wholeNumber(body, name);
  if (value > BigInt(most)) throw malformed(`"${name}" is more than ${most}.`);
  return Number(value);
}

export function account(body: Record<string, unknown>, name: string): Address {
  const value = body[name];
  if (typeof value !== "string" || !isAddress(value, { strict: false }))
    throw malformed(`"${name}" is not an account.`);
  return value.toLowerCase() as Address;
}

export function bytes(body: Record<string, unknown>, name: string, longest: number): Hex {
  const value = body[name];
  if (typeof value !== "string" || !isHex(value) || value.length % 2 !== 0)
    throw malformed(`"${name}" is not hexadecimal.`);
  if (size(value) > longest) throw malformed(`"${name}" is longer than ${longest} bytes.`);
  return value.toLowerCase() as Hex;
}
