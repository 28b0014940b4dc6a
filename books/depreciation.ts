// What a machine is worth in the books: cost less even depreciation over its useful life, down to what remains (K6).
import type { Machine } from "./model/commons.ts";

type Aged = Pick<Machine, "terms" | "boughtAt">;

/** Written off by a moment, rounded down. */
export function depreciationAt({ terms, boughtAt }: Aged, now: number): bigint {
  if (boughtAt === undefined || now <= boughtAt) return 0n;
  const wears = terms.price - terms.residual;
  const age = Math.min(now - boughtAt, terms.usefulLife);
  return terms.usefulLife === 0 ? wears : (wears * BigInt(age)) / BigInt(terms.usefulLife);
}

/** Rounded up. */
export function bookValueAt(machine: Aged, now: number): bigint {
  return machine.boughtAt === undefined ? 0n : machine.terms.price - depreciationAt(machine, now);
}
