// Where a series of bonds and a lease stand, by the clock.
import type { CommonsBook, Lease, Machine, Series } from "../../../../books/commons.ts";
import { leaseEnds, rentArrears } from "../../../../books/leases.ts";
import { DAY } from "../format/time.ts";

export type SeriesStanding = "bids" | "counting" | "paying" | "failed" | "redeemed" | "defaulted";

/** What is closed and not counted yet, or counted and not all turned into bonds, waits for anybody's hand. */
export function seriesStanding({ state, terms }: Pick<Series, "state" | "terms">, now: number): SeriesStanding {
  if (state === "bidding") return now < terms.closesAt ? "bids" : "counting";
  if (state === "allotting") return "counting";
  return state === "live" ? "paying" : state;
}

export type RentStanding = {
  /** Late rent can end the lease once `endsAt` has come; `over` is the end of the term. */
  is: "paid" | "soon" | "late" | "forfeit" | "over";
  /** Fell due and is unpaid, and since when. */
  unpaid: bigint;
  since?: number;
  /** When the lease can be ended by anybody: by its term, or by late rent after the grace. */
  endsAt: number;
  /** The next rent that falls due, with what of it is missing. */
  next?: { at: number; amount: bigint };
};

export function rentStanding(lease: Lease, now: number): RentStanding {
  const { startedAt, rentPeriod, periods, rent, paid, grace } = lease;
  const { unpaid, since } = rentArrears(lease, now);
  const term = leaseEnds(lease);
  const endsAt = since === undefined ? term : Math.min(term, since + grace);
  const passed = Math.floor((now - startedAt) / rentPeriod);
  const period = Math.max(passed, Number(paid / rent)) + 1;
  const amount = rent * BigInt(period) - (paid > rent * BigInt(period - 1) ? paid : rent * BigInt(period - 1));
  const next = period <= periods ? { at: startedAt + period * rentPeriod, amount } : undefined;
  const soon = next !== undefined && next.at - now <= Math.min(7 * DAY, rentPeriod / 4);
  const is = now >= term ? "over" : now >= endsAt ? "forfeit" : since !== undefined ? "late" : soon ? "soon" : "paid";
  return { is, unpaid, endsAt, ...(since !== undefined && { since }), ...(next && { next }) };
}

/** Whether who leases a machine is late with its rent: then what it covers on paper does not come in. */
export const rentIsLate = (machine: Pick<Machine, "lease"> | undefined, now: number): boolean =>
  machine?.lease !== undefined && rentArrears(machine.lease, now).since !== undefined;

/** Until when a guardian stopped new bids, if that is still to come (G1). */
export const bidsStoppedUntil = ({ halts }: CommonsBook, now: number): number | undefined =>
  halts.findLast(({ until }) => until > now)?.until;
