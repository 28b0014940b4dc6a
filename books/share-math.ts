// Every rounding of share capital: the mirror of contracts/libraries/ShareMath.sol.

/** Basis points times days of a year. */
export const PARTS = 10_000n * 365n;

/** What to post for `numerator` when `carried` was posted too much before; rounded up. */
export function posting(numerator: bigint, carried: bigint): { amount: bigint; left: bigint } {
  if (numerator <= carried) return { amount: 0n, left: carried - numerator };
  const owed = numerator - carried;
  const amount = (owed + PARTS - 1n) / PARTS;
  return { amount, left: amount * PARTS - owed };
}

/** Money in a numerator, rounded down. */
export const money = (numerator: bigint): bigint => numerator / PARTS;

/** Shares that can be written down: those above the minimum holding (S5). */
export const aboveMinimum = (units: bigint, minimum: bigint): bigint => (units > minimum ? units - minimum : 0n);

/** A member's part of a write-down of `cut` out of `all` shares, when `counted` of them had their part before. */
export function partOf(own: bigint, counted: bigint, cut: bigint, all: bigint): bigint {
  return own === 0n ? 0n : ((counted + own) * cut) / all - (counted * cut) / all;
}

/** What stays in the queue of a holding that shrank from `units` to `left`. */
export function queuedAfter(queued: bigint, units: bigint, left: bigint, minimum: bigint): bigint {
  if (queued === units) return left;
  const free = units - queued;
  const most = left - (free < minimum ? free : minimum);
  return queued < most ? queued : most;
}
