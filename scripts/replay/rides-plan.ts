// Who drives and who rides, and how each ride ends: the file does not say, so rules do.
import type { Ride } from "./rides-file.ts";

/** How the rider of a ride answers. */
export type Ending = "confirms" | "signs" | "is silent";
export type Planned = { ride: Ride; driver: number; rider: number; ending: Ending };
export type Plan = { jobs: Planned[]; drivers: number; riders: number; apart: Ride[] };

const RIDERS = 12;
const MEMBER_RIDERS = 8;
/** Every fourth driver works as a guest. */
const GUEST_DRIVER = 4;
/** Of ten rides: six are countersigned, three are signed for, one is left to its window. */
const OF_TEN: readonly Ending[] = [
  ...(["confirms", "confirms", "signs", "confirms", "confirms"] as const),
  ...(["signs", "confirms", "is silent", "confirms", "signs"] as const),
];

export const isMemberDriver = (driver: number): boolean => (driver + 1) % GUEST_DRIVER !== 0;
export const isMemberRider = (rider: number): boolean => rider < MEMBER_RIDERS;

export const RULES = [
  "Drivers: rides are taken in the order of pickup; each goes to the driver who has been free longest among those who are free at",
  "  pickup, and another driver is taken on when none is free. Every fourth driver is not a member.",
  `Riders: ${RIDERS} take turns, ${MEMBER_RIDERS} of them members.`,
  "Of ten rides in a row six are countersigned by the rider, three by a signature that the driver hands in, and one is left to its window.",
  "Offered and accepted at pickup, done at dropoff; times are taken as UTC, miles are 1,609.344 metres, rounded down to metres.",
];

/** @param rides in the order of pickup */
export function planOf(rides: readonly Ride[]): Plan {
  // The contracts have no job without a fare.
  const apart = rides.filter(({ fare }) => fare === 0n);
  const freeSince: number[] = [];
  const jobs = rides
    .filter(({ fare }) => fare !== 0n)
    .map((ride, i): Planned => {
      const driver = longestFree(freeSince, ride.pickup);
      freeSince[driver] = Math.max(ride.pickup, ride.dropoff);
      return { ride, driver, rider: i % RIDERS, ending: OF_TEN[i % OF_TEN.length] ?? "confirms" };
    });
  return { jobs, drivers: freeSince.length, riders: Math.min(RIDERS, jobs.length), apart };
}

/** Of those who were taken on together the first; a new one where nobody is free. */
function longestFree(freeSince: readonly number[], at: number): number {
  let found = freeSince.length;
  for (const [driver, since] of freeSince.entries()) {
    if (since <= at && since < (freeSince[found] ?? Number.POSITIVE_INFINITY)) found = driver;
  }
  return found;
}
