// A file of recorded rides: when, how far, and what was paid. Amounts are read exactly, in cents.
import { readFileSync } from "node:fs";
import { Failure } from "../lib/failure.ts";
import { type Row, readTable } from "./csv.ts";
import { decimalOf, type Fraction, fractionOf, times, wholeOf } from "./decimal.ts";

/** Smallest units of the test money in a cent. */
export const CENT = 10_000n;

/** Amounts are cents, moments unix seconds. */
export type Ride = {
  line: number;
  pickup: number;
  dropoff: number;
  metres: number;
  fare: bigint;
  tip: bigint;
  tolls: bigint;
  /** What the total has beside fare, tip and tolls. */
  surcharges: bigint;
  total: bigint;
};
export const SUMS = ["fare", "tip", "tolls", "surcharges", "total"] as const;
export type Sums = Record<(typeof SUMS)[number], bigint>;

const COLUMNS = ["pickup", "dropoff", "distance", "fare", "tip", "tolls", "total"];
const METRES_IN_A_MILE = fractionOf(1_609_344n, 1_000n);
/** The market counts metres to 2**32, and no job goes on for longer than 366 days. */
const MOST_METRES = 2n ** 32n - 1n;
const LONGEST = 366 * 86_400;
/** More than a billion is a mistake. */
const MOST_CENTS = 100_000_000_000n;

/** The rides in the order of pickup; those of one moment in the order of the file. */
export function readRides(file: string): Ride[] {
  const rides = readTable(file, textOf(file), COLUMNS).map((row) => readRide(file, row));
  if (rides.length === 0) throw new Failure(`${file} has no rides.`);
  return rides.sort((a, b) => a.pickup - b.pickup);
}

export function sumsOf(rides: readonly Ride[]): Sums {
  const sum = (name: keyof Sums) => rides.reduce((total, ride) => total + ride[name], 0n);
  return {
    fare: sum("fare"),
    tip: sum("tip"),
    tolls: sum("tolls"),
    surcharges: sum("surcharges"),
    total: sum("total"),
  };
}

/** "12.30" */
export const money = (cents: bigint): string =>
  `${cents < 0n ? "-" : ""}${absolute(cents) / 100n}.${(absolute(cents) % 100n).toString().padStart(2, "0")}`;

/** A text such as 38407.41 as cents. */
export function centsOf(text: string): bigint | undefined {
  const number = decimalOf(text);
  return number && wholeOf(times(number, 100n));
}

function readRide(file: string, row: Row): Ride {
  const wrong = (what: string): never => {
    throw new Failure(`${file}, line ${row.line}: ${what}.`);
  };
  const of = (column: string) => row.cells[column] ?? "";
  const number = (column: string): Fraction => {
    const found = decimalOf(of(column)) ?? wrong(`"${of(column)}" under ${column} is not a number`);
    return found.numerator < 0n ? wrong(`${of(column)} under ${column} is less than nothing`) : found;
  };
  const cents = (column: string): bigint => {
    const found = wholeOf(times(number(column), 100n)) ?? wrong(`${of(column)} under ${column} is not in whole cents`);
    return found > MOST_CENTS ? wrong(`${of(column)} under ${column} is more than a billion`) : found;
  };
  const moment = (column: string): number =>
    secondsOf(of(column)) ?? wrong(`"${of(column)}" under ${column} is not a time such as 2019-03-23 20:21:09`);

  const [pickup, dropoff] = [moment("pickup"), moment("dropoff")];
  if (dropoff - pickup > LONGEST) wrong("it takes more than 366 days, and no job does");
  const miles = number("distance");
  const metres = (miles.numerator * METRES_IN_A_MILE.numerator) / (miles.denominator * METRES_IN_A_MILE.denominator);
  if (metres > MOST_METRES) wrong(`${of("distance")} under distance is too far`);
  const [fare, tip, tolls, total] = [cents("fare"), cents("tip"), cents("tolls"), cents("total")];
  const surcharges = total - fare - tip - tolls;
  if (surcharges < 0n) wrong(`the total ${of("total")} is less than fare, tip and tolls together`);
  return { line: row.line, pickup, dropoff, metres: Number(metres), fare, tip, tolls, surcharges, total };
}

/** Such times name no zone and are taken as UTC. */
function secondsOf(text: string): number | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text);
  if (!found) return undefined;
  const date = new Date(`${found[1]}T${found[2]}Z`);
  // The 30th of February would become a day of March.
  const isDate = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${found[1]}T${found[2]}`);
  return isDate ? date.getTime() / 1_000 : undefined;
}

const absolute = (cents: bigint): bigint => (cents < 0n ? -cents : cents);

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`${file} can not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
}
