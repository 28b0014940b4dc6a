// Every rounding of a surplus: the mirror of contracts/libraries/SurplusMath.sol. Amounts are smallest units of the settlement token,
// shares basis points.

const ONE = 10_000n;

/** A share of a surplus, rounded up: what goes to reserve and community (A1, A6). */
export const shareUp = (surplus: bigint, share: number): bigint => (surplus * BigInt(share) + ONE - 1n) / ONE;

/** How much of `rest` the points may get: never more than one unit a point (A4). */
export const dividends = (rest: bigint, points: bigint): bigint => (rest < points ? rest : points);

/** How much of what was carried goes with `fresh`, within the same limit. */
export function fromCarried(carried: bigint, fresh: bigint, points: bigint): bigint {
  const room = points - fresh;
  return carried < room ? carried : room;
}

/** A member's part of a pot, rounded down (A4). */
export const dividendDown = (points: bigint, pot: bigint, allPoints: bigint): bigint =>
  allPoints === 0n ? 0n : (points * pot) / allPoints;
