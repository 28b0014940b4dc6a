// How a surplus is divided and what a point of it is worth: the mirror of contracts/libraries/SurplusMath.sol and of
// `Surplus._divide`. Amounts are smallest units of the settlement token, shares basis points.
import type { SurplusTerms } from "./model/market.ts";

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

/** What a surplus becomes. `reserve` is A1's share and what the points may not have; the first four are its sum. */
export type Division = {
  reserve: bigint;
  community: bigint;
  interest: bigint;
  dividends: bigint;
  fromCarried: bigint;
  /** What the points share. */
  pot: bigint;
};

/** In the order of the rules: A1, A6, S4, A4. Nothing when interest is more than reserve and community leave. */
export function divisionOf(
  terms: Pick<SurplusTerms, "reserveShare" | "communityShare">,
  { surplus, interest, points, carried }: { surplus: bigint; interest: bigint; points: bigint; carried: bigint },
): Division | undefined {
  const least = shareUp(surplus, terms.reserveShare);
  const share = shareUp(surplus, terms.communityShare);
  // Both are rounded up: of a surplus of one unit there may be none left.
  const community = share > surplus - least ? surplus - least : share;
  const left = surplus - least - community - interest;
  if (left < 0n) return undefined;
  const fresh = dividends(left, points);
  const added = fromCarried(carried, fresh, points);
  return {
    reserve: least + left - fresh,
    community,
    interest,
    dividends: fresh,
    fromCarried: added,
    pot: fresh + added,
  };
}
