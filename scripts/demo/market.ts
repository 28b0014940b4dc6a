// What happened on the market: services, jobs and their money. Every time is in days before now.
import { encodeFunctionData, parseAbi } from "viem";
import { EURO } from "./charter.ts";
import { type Does, jobs, services, type ToldJob, type ToldService } from "./jobs.ts";
import { pastJobs } from "./past-jobs.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";
import { approve, mint } from "./test-euro.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

/** A call that brings its job along, which only the chain's events tell. */
export type JobAct = { job: ToldJob; does: Does | "offer" } | { service: ToldService; does: "post" | "withdraw" };

const stopAbi = parseAbi(["function setStopped(address account, bool isStopped)"]);

export function marketHappens(world: World, people: readonly Person[], random: Random): Happening[] {
  return [
    ...services.flatMap((service) => serving(world, service)),
    ...[...pastJobs(people, random), ...jobs].flatMap((job) => working(world, job)),
  ];
}

/** Smallest units: fare, pass-through, tip. */
export const moneyOf = ({ euros, tolls = 0, tip = 0 }: Pick<ToldJob, "euros" | "tolls" | "tip">) => ({
  fare: units(euros),
  passThrough: units(tolls),
  tip: units(tip),
});

function serving(world: World, service: ToldService): Happening[] {
  const posted: Happening = { at: daysAgo(world, service.postedDaysAgo), market: { service, does: "post" } };
  if (service.withdrawnDaysAgo === undefined) return [posted];
  return [posted, { at: daysAgo(world, service.withdrawnDaysAgo), market: { service, does: "withdraw" } }];
}

function working(world: World, job: ToldJob): Happening[] {
  const at = daysAgo(world, job.offeredDaysAgo);
  const [last] = job.steps.slice(-1);
  return [
    ...paying(world, job, at),
    { at, market: { job, does: "offer" } },
    ...job.steps.map(([does, day]): Happening => ({ at: daysAgo(world, day), market: { job, does } })),
    ...(job.isStopped && last ? stopping(world, job.provider, daysAgo(world, last[1])) : []),
  ];
}

/** The customer has the money for it, and lets the market take it. */
function paying(world: World, job: ToldJob, at: number): Happening[] {
  if (job.forCoop) return [];
  const { fare, passThrough, tip } = moneyOf(job);
  const [from, amount] = [account(world, job.customer), fare + passThrough + tip];
  return [
    { at: at - 2, call: mint(world.euro, from, amount) },
    { at: at - 1, call: approve(world.euro, from, world.coop.market, amount) },
  ];
}

function stopping(world: World, place: number, at: number): Happening[] {
  const who = account(world, place);
  const set = (isStopped: boolean) => {
    const data = encodeFunctionData({ abi: stopAbi, functionName: "setStopped", args: [who, isStopped] });
    return { from: account(world, 0), to: world.euro, data };
  };
  return [
    { at: at - 1, call: set(true) },
    { at: at + 1, call: set(false) },
  ];
}

const units = (euros: number): bigint => (BigInt(Math.round(euros * 100)) * EURO) / 100n;
