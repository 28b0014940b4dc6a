// What must come of a ride by the rules of the market, worked out from the file alone.
import { isPlausible, offeredJob, type Split, splitOf } from "../../books/job.ts";
import { defaultMarket } from "../deploy/charter.ts";
import { fractionOf, shown } from "./decimal.ts";
import type { Told } from "./ride-jobs.ts";
import { CENT, money, type Ride } from "./rides-file.ts";
import { isMemberDriver, isMemberRider, type Planned } from "./rides-plan.ts";

const NOBODY = "0x0000000000000000000000000000000000000000";

/** @param ride the figures that must come out */
export function expectedSplit({ driver, rider, ending }: Planned, ride: Ride): Split {
  const money = { fare: ride.fare * CENT, passThrough: (ride.tolls + ride.surcharges) * CENT, tip: ride.tip * CENT };
  const job = {
    ...offeredJob({ customer: NOBODY, provider: NOBODY, kind: 0, role: 0, acceptBy: 0, doBy: 0, ...money }),
    providerId: isMemberDriver(driver) ? 1 : 0,
    customerId: isMemberRider(rider) ? 1 : 0,
  };
  return splitOf(job, defaultMarket, undefined, ending !== "is silent");
}

/** Sentences, each naming line, what, expected and got. */
export function compareRide(planned: Planned, ride: Ride, told: Told): string[] {
  const split = expectedSplit(planned, ride);
  const total = ride.total * CENT;
  const rows: [what: string, expected: bigint, got: bigint][] = [
    ["fare", ride.fare * CENT, told.fare],
    ["tolls and surcharges", (ride.tolls + ride.surcharges) * CENT, told.passThrough],
    ["tip", ride.tip * CENT, told.tip],
    ["what the rider paid", total, told.fromRider],
    ["the driver's pay", split.pay, told.pay],
    ["what the driver got", split.pay, told.toDriver],
    ["refund", 0n, told.refund],
    ["the commons part of the fee", split.commons, told.commons],
    ["the members' part of the fee", split.operating, told.operating],
    ["the reserve's part of the fee", split.reserve, told.reserve],
    ["pay and fee together", total, told.pay + told.commons + told.operating + told.reserve],
    ["points for work", split.work, told.work],
    ["points for custom", split.custom, told.custom],
  ];
  const differing = rows.flatMap(([what, expected, got]) =>
    expected === got ? [] : [difference(`Line ${ride.line}, ${what}`, expected, got)],
  );
  const metres = countedMetres(planned, ride);
  if (metres === told.distance) return differing;
  return [...differing, `Line ${ride.line}, metres: expected ${metres ?? "none"}, got ${told.distance ?? "none"}.`];
}

/** J6: only what was countersigned, and only below the speed bound. */
export function countedMetres({ ending }: Pick<Planned, "ending">, ride: Ride): number | undefined {
  if (ending === "is silent") return undefined;
  return isBelowBound(ride) ? ride.metres : 0;
}

export function isBelowBound({ metres, pickup, dropoff }: Ride): boolean {
  return isPlausible(metres, Math.max(0, dropoff - pickup), defaultMarket.speed);
}

export function difference(what: string, expected: bigint, got: bigint): string {
  return `${what}: expected ${units(expected)}, got ${units(got)}.`;
}

/** Smallest units as money: whole cents as usual, and what is finer in full. */
export const units = (amount: bigint): string =>
  amount % CENT === 0n ? money(amount / CENT) : shown(fractionOf(amount, 100n * CENT));
