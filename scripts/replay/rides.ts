// npm run replay:rides -- RIDES.csv [SUM=AMOUNT...]: recorded rides as jobs of a co-op. Exits 0 only if every cent is found, 1 when one is
// not, 2 when the file or a sum can not be used.
import { resolve } from "node:path";
import { inWords, plural } from "../../books/words.ts";
import { Failure, sentenceFor } from "../lib/failure.ts";
import type { Closed } from "./ride-periods.ts";
import { isBelowBound, units } from "./rides-expected.ts";
import { centsOf, money, type Ride, readRides, SUMS, type Sums, sumsOf } from "./rides-file.ts";
import { RULES } from "./rides-plan.ts";
import { type Replayed, replayRides } from "./rides-run.ts";

const USAGE = `npm run replay:rides -- RIDES.csv [SUM=AMOUNT...]

Runs every ride of a file through the contracts of a co-op: offered, accepted, done and paid as a job, with a chain whose clock
follows the rides. Then every period is closed, its surplus declared and divided, and every dividend claimed. What must come out is
worked out from the file, and compared with the events and with what each purse holds, ride by ride and in all.

The file needs the columns pickup, dropoff, distance (miles), fare, tip, tolls, total; surcharges are what the total has beside.
Sums that are known from elsewhere can be given: ${SUMS.join(", ")}, such as fare=38407.41.

${RULES.join("\n")}

Exits 0 only if every cent is found, 1 when one is not, 2 when the file or a sum can not be used.`;

const SHOWN = 20;
const LINES = 12;

/** Published sums that the file has not. */
function wrongSums(rides: readonly Ride[], given: readonly string[]): string[] {
  const sums = sumsOf(rides);
  return given.flatMap((text) => {
    const [name = "", amount = ""] = text.split("=");
    const cents = centsOf(amount);
    if (!SUMS.includes(name as keyof Sums) || cents === undefined) {
      throw new Failure(`"${text}" is no sum: there are ${SUMS.join(", ")}, given such as fare=38407.41.`);
    }
    const got = sums[name as keyof Sums];
    return got === cents ? [] : [`All rides, ${name}: expected ${money(cents)}, got ${money(got)} in the file.`];
  });
}

/** Rides that are odd, by their lines, and what is done with them. */
function oddities(rides: readonly Ride[], { apart }: Replayed["plan"]): string[] {
  const day = (at: number) => Math.floor(at / 86_400);
  const jobs = rides.filter((ride) => !apart.includes(ride));
  const kinds: [what: string, found: readonly Ride[]][] = [
    [`without a fare: no jobs, and ${money(sumsOf(apart).total)} of total apart from all sums below`, apart],
    ["over no distance", jobs.filter(({ metres }) => metres === 0)],
    ["across midnight", jobs.filter(({ pickup, dropoff }) => day(dropoff) > day(pickup))],
    ["of no duration: done at once", jobs.filter(({ pickup, dropoff }) => dropoff === pickup)],
    ["with a dropoff before the pickup: done at once", jobs.filter(({ pickup, dropoff }) => dropoff < pickup)],
    ["faster than the bound: paid, and the distance does not count", jobs.filter((ride) => !isBelowBound(ride))],
  ];
  return kinds
    .filter(([, found]) => found.length > 0)
    .map(([what, found]) => {
      const lines = found.map(({ line }) => line).sort((a, b) => a - b);
      const more = found.length > LINES ? " and others" : "";
      const where = `${plural(found.length, "line")} ${lines.slice(0, LINES).join(", ")}${more}`;
      return `${found.length} ${plural(found.length, "ride")} ${what} (${where}).`;
    });
}

function table(rides: readonly Ride[], { plan, found, fees }: Replayed): string {
  const file = sumsOf(rides.filter((ride) => !plan.apart.includes(ride)));
  const rows: [what: string, file: bigint | undefined, contracts: bigint][] = [
    ["fares", file.fare, found.fare],
    ["tips", file.tip, found.tip],
    ["tolls", file.tolls, 0n],
    ["surcharges", file.surcharges, 0n],
    ["tolls and surcharges", file.tolls + file.surcharges, found.passThrough],
    ["total", file.total, found.total],
    ["to drivers", undefined, fees.drivers],
    ["fees, commons part", undefined, fees.commons],
    ["fees, members' part", undefined, fees.operating],
    ["fees, for non-members", undefined, fees.reserve],
  ];
  const line = (cells: readonly [string, string, string]) =>
    `  ${cells[0].padEnd(22)}${cells[1].padStart(14)}${cells[2].padStart(18)}`;
  return [
    line(["", "file", "contracts"]),
    ...rows.map(([what, of, got]) =>
      line([what, of === undefined ? "" : money(of), what === "tolls" || what === "surcharges" ? "" : units(got)]),
    ),
  ].join("\n");
}

function periodText({ period, at, points, surplus, ...divided }: Closed): string {
  const date = new Date(at * 1_000).toISOString().slice(0, 10);
  const { reserve, community, dividends, shares, money: inMoney, carried } = divided;
  return [
    `Period ${period}, closed on ${date}: ${units(points)} points, surplus ${units(surplus)} =`,
    `  reserve ${units(reserve)} + community ${units(community)} + dividends ${units(dividends)}`,
    `  claimed: ${units(shares)} in shares, ${units(inMoney)} in money; carried on: ${units(carried)}`,
  ].join("\n");
}

function summary(rides: readonly Ride[], replayed: Replayed): string {
  const { plan, differences, seconds, transactions, periods } = replayed;
  const count = (ending: string) => plan.jobs.filter((job) => job.ending === ending).length;
  const shown = differences.slice(0, SHOWN);
  if (differences.length > SHOWN) shown.push(`... and ${differences.length - SHOWN} more.`);
  const ways = `${count("confirms")} countersigned, ${count("signs")} by signature, ${count("is silent")} after the window`;
  const rate = Math.round(plan.jobs.length / Math.max(seconds, 0.001));
  const number = `${inWords(differences.length)} ${plural(differences.length, "difference")}`;
  return [
    "",
    ...oddities(rides, plan),
    table(rides, replayed),
    ...periods.map(periodText),
    ...shown,
    `${plan.jobs.length} jobs (${ways}), ${transactions} transactions in ${seconds.toFixed(1)} s, ${rate} jobs/s: ${
      differences.length === 0 ? "every cent is found" : number
    }.`,
  ].join("\n");
}

try {
  const given = process.argv.slice(2).filter((argument) => argument !== "--");
  if (given.includes("--help") || given.includes("-h")) {
    console.log(USAGE);
    process.exit(0);
  }
  const [file, ...sums] = given;
  if (!file) throw new Failure("A file is needed: npm run replay:rides -- RIDES.csv [SUM=AMOUNT...]");
  // Relative to where the command was given, not to the repository.
  const rides = readRides(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  const wrong = wrongSums(rides, sums);
  for (const rule of RULES) console.log(rule);
  const replayed = await replayRides(rides, console.log);
  replayed.differences.unshift(...wrong);
  console.log(summary(rides, replayed));
  process.exit(replayed.differences.length === 0 ? 0 : 1);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(2);
}
