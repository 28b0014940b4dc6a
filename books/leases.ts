// Leases, auctions and what rent is shared into: the mirror of contracts/libraries/LeaseMath.sol and MachineAuctions.sol.
import { fundingOf, type Share } from "./coupons.ts";
import type { Auction, Lease, Series } from "./model/commons.ts";

const WHOLE = 10_000n;
const DAY = 86_400;
/** An auction lasts so long, and a bid in its last day leaves a day to answer it; seconds (K6). */
export const AUCTION_LASTS = 14 * DAY;
const ANSWER = DAY;
/** A machine that is not bought so long after its bids closed can be cancelled; seconds. */
export const BUY_WITHIN = 60 * DAY;

/** When the term is over. */
export const leaseEnds = ({ startedAt, rentPeriod, periods }: Lease): number => startedAt + rentPeriod * periods;

/** Rent that has fallen due: whole periods, each at its end. */
export function rentDue({ startedAt, rentPeriod, periods, rent }: Lease, now: number): bigint {
  return rent * BigInt(Math.min(Math.floor((now - startedAt) / rentPeriod), periods));
}

/** Rent that fell due and is unpaid, and since when: the first period that is not paid in full. */
export function rentArrears(lease: Lease, now: number): { unpaid: bigint; since?: number } {
  const unpaid = rentDue(lease, now) - lease.paid;
  if (unpaid <= 0n) return { unpaid: 0n };
  return { unpaid, since: lease.startedAt + (Number(lease.paid / lease.rent) + 1) * lease.rentPeriod };
}

/** What of a lease may still be paid. */
export const rentLeft = ({ rent, periods, paid }: Lease): bigint => rent * BigInt(periods) - paid;

/** The part of a rent that keeps the machine in order, rounded down (K3). */
export const upkeepOf = (rent: bigint, upkeepShare: number): bigint => (rent * BigInt(upkeepShare)) / WHOLE;

/** What each step of the order gets: upkeep, coupon, principal, and the rest is every member's (K3, K4). */
export function waterfallOf(
  amount: bigint,
  upkeepShare: number,
  series: Series | undefined,
  now: number,
): Share & { upkeep: bigint; income: bigint } {
  const upkeep = upkeepOf(amount, upkeepShare);
  const { coupon, principal } = series ? fundingOf(series, amount - upkeep, now) : { coupon: 0n, principal: 0n };
  return { upkeep, coupon, principal, income: amount - upkeep - coupon - principal };
}

/** The least that can be bid now: the floor, or a hundredth more than the best, rounded up. */
export function leastBid({ floor, bids }: Auction): bigint {
  const best = bids.at(-1)?.amount;
  return best === undefined ? floor : best + (best + 99n) / 100n;
}

/** When an auction closes after a bid. */
export const closingAfter = (closesAt: number, now: number): number => Math.max(closesAt, now + ANSWER);
