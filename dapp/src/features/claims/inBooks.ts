// What all claims come to by the books, before anything is tried out.
import type { Step } from "./claim.ts";

/** In whole cents, each rounded down as it is shown on its own; `more` where some of it is known only once it is tried. */
export function inBooks(
  steps: readonly Pick<Step, "claims">[],
  cent: bigint,
): { count: number; sum: bigint; more: boolean } {
  const claims = steps.flatMap(({ claims }) => claims).filter(({ expected }) => expected === 0n || expected >= cent);
  return {
    count: claims.length,
    sum: claims.reduce((sum, { expected }) => sum + expected - (expected % cent), 0n),
    more: claims.some(({ expected }) => expected === 0n),
  };
}
