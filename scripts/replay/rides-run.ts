// Runs recorded rides through the contracts as jobs and looks for every cent.
import { defaultMarket } from "../deploy/charter.ts";
import { Failure } from "../lib/failure.ts";
import { Class, foundRideHouse, type Person, type RideHouse } from "./ride-house.ts";
import { RideJobs } from "./ride-jobs.ts";
import { type Closed, type Member, RidePeriods } from "./ride-periods.ts";
import { compareRide, expectedSplit } from "./rides-expected.ts";
import { CENT, type Ride, sumsOf } from "./rides-file.ts";
import { isMemberDriver, isMemberRider, type Plan, type Planned, planOf } from "./rides-plan.ts";
import { compareMoney, compareSums, type Fees, type Found } from "./rides-sums.ts";

export type Replayed = {
  plan: Plan;
  /** What the jobs brought by their events, in smallest units. */
  found: Found;
  fees: Fees;
  periods: readonly Closed[];
  transactions: number;
  seconds: number;
  /** Sentences, each naming what, expected and got. */
  differences: string[];
  /** Where it happened. */
  house: RideHouse;
};

type Step = { at: number; planned: Planned; does: "begin" | "arrive" | "release" };

/**
 * @param say takes what is going on, a line at a time
 * @param expected the figures that must come out, one for each ride of the same line
 */
export async function replayRides(
  rides: readonly Ride[],
  say: (line: string) => void,
  expected: readonly Ride[] = rides,
): Promise<Replayed> {
  const plan = planOf(rides);
  if (plan.jobs.length === 0) throw new Failure("None of the rides has a fare: there is nothing to run.");
  const house = await foundRideHouse(rides[0]?.pickup ?? 0);
  const { drivers, riders, members } = await people(house, plan);
  say(
    `Founded a co-op with ${plan.drivers} drivers, ${drivers.length - guests(drivers)} of them members, and ${plan.riders} riders.`,
  );
  const jobs = new RideJobs(house, drivers, riders);
  const periods = new RidePeriods(house, members);
  const figures = new Map(expected.map((ride) => [ride.line, ride]));
  const differences: string[] = [];
  const lost = new Set<Planned>();
  const idOf = (person: Person | undefined) => members.find(({ account }) => account === person?.address)?.id ?? 0;

  const ended = (planned: Planned) => {
    const ride = figures.get(planned.ride.line) ?? planned.ride;
    differences.push(...compareRide(planned, ride, jobs.toldOf(planned.ride)));
    const { operating, work, custom } = expectedSplit(planned, ride);
    const earners = [
      [idOf(drivers[planned.driver]), work],
      [idOf(riders[planned.rider]), custom],
    ] as const;
    periods.earn(operating, earners);
  };

  const steps = stepsOf(plan);
  const started = performance.now();
  for (const [i, { at, planned, does }] of steps.entries()) {
    await closing(house, periods, at);
    house.reach(at);
    if (lost.has(planned)) continue;
    try {
      await jobs[does](planned);
      if (does === "release" || (does === "arrive" && planned.ending !== "is silent")) ended(planned);
    } catch (error) {
      lost.add(planned);
      differences.push(`Line ${planned.ride.line} was refused: ${(error as Error).message.split("\n")[0]}`);
    }
    if ((i + 1) % Math.ceil(steps.length / 6) === 0) say(`${i + 1} of ${steps.length} steps taken.`);
  }
  const seconds = (performance.now() - started) / 1_000;
  await closing(house, periods, await periods.end());
  differences.push(...periods.differences);

  const told = plan.jobs.filter((planned) => !lost.has(planned)).map(({ ride }) => jobs.toldOf(ride));
  const sum = (of: (one: (typeof told)[number]) => bigint) => told.reduce((total, one) => total + of(one), 0n);
  const fees = {
    drivers: sum(({ pay }) => pay),
    commons: sum(({ commons }) => commons),
    operating: sum(({ operating }) => operating),
    reserve: sum(({ reserve }) => reserve),
  };
  const [fare, passThrough, tip] = [sum((one) => one.fare), sum((one) => one.passThrough), sum((one) => one.tip)];
  const found = { fare, passThrough, tip, total: fare + passThrough + tip };
  const ran = plan.jobs.map(({ ride }) => figures.get(ride.line) ?? ride);
  differences.push(...compareSums(sumsOf(ran), found, fees));
  differences.push(...(await compareMoney(house, { drivers, riders }, fees, periods.closed, found.total)));
  const { transactions } = jobs;
  return { plan, found, fees, periods: periods.closed, transactions, seconds, differences, house };
}

/** Anybody closes a period as soon as its time has passed. */
async function closing(house: RideHouse, periods: RidePeriods, until: number): Promise<void> {
  for (let end = await periods.end(); end <= until; end = await periods.end()) {
    house.reach(end);
    await periods.close();
  }
}

/** In the order of time; of what happens in one second, in the order of pickup. */
function stepsOf({ jobs }: Plan): Step[] {
  return jobs
    .flatMap((planned): Step[] => {
      const { pickup, dropoff } = planned.ride;
      // Nobody arrives before setting out, whatever a meter says.
      const arrived = Math.max(pickup, dropoff);
      const begun = { at: pickup, planned, does: "begin" } as const;
      const done = { at: arrived, planned, does: "arrive" } as const;
      const released = { at: arrived + defaultMarket.window, planned, does: "release" } as const;
      return planned.ending === "is silent" ? [begun, done, released] : [begun, done];
    })
    .sort((a, b) => a.at - b.at);
}

async function people(house: RideHouse, plan: Plan) {
  const members: Member[] = [];
  const enter = async (name: string, class_: number, isMember: boolean): Promise<Person> => {
    const person = await house.person(name);
    if (isMember) {
      const id = await house.admit(person.address, class_);
      members.push({ id, account: person.address, inShares: class_ === Class.Drivers });
    }
    return person;
  };
  const [drivers, riders]: [Person[], Person[]] = [[], []];
  for (let i = 0; i < plan.drivers; i++) drivers.push(await enter(`driver ${i}`, Class.Drivers, isMemberDriver(i)));
  for (let i = 0; i < plan.riders; i++) {
    const rider = await enter(`rider ${i}`, Class.Riders, isMemberRider(i));
    const costs = plan.jobs.filter((job) => job.rider === i).map(({ ride }) => ride.total * CENT);
    await house.fund(
      rider.address,
      costs.reduce((total, cost) => total + cost, 0n),
    );
    riders.push(rider);
  }
  return { drivers, riders, members };
}

const guests = (drivers: readonly Person[]): number => drivers.filter((_, i) => !isMemberDriver(i)).length;
