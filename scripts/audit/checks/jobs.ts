// Jobs and services: every fingerprint rebuilt from events against the one that the market keeps, and its terms (J1 to J7).
import { JobState } from "../../../books/job.ts";
import type { JobEntry, MarketState, ServiceEntry } from "../../../books/market.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { mapped, SERVICES_SLOT, serviceHash } from "../storage.ts";
import type { Subject } from "../subject.ts";

/** By number of `JobState`. */
const STATES = ["none", "offered", "accepted", "done", "disputed", "ended"];
const TERMS = [
  ...(["fee", "commonsShare", "workShare", "window", "ruleWithin", "defaultAward", "speed", "membersOnly"] as const),
];

/** The market that stands, and those that it replaced, where their jobs end. */
export function marketsOf({ house, market }: Pick<Subject, "house" | "market">): [address: string, MarketState][] {
  return [...market.former, [house.at.market, market]];
}

export async function checkMarketTerms(subject: Subject): Promise<Check> {
  const comparison = new Comparison("terms of the market");
  const { chain } = subject;
  for (const [address, { terms, closedUntil, jobs, services }] of marketsOf(subject)) {
    const [current, until, counts, ...stored] = await Promise.all([
      chain.ask("market", address, "currentTerms"),
      chain.ask("market", address, "closedUntil"),
      chain.ask("market", address, "counts"),
      ...terms.map((_, i) => chain.ask("market", address, "termsOf", i + 1)),
    ]);
    comparison.same("number of the terms that hold", terms.length, current?.[0]);
    comparison.same("nothing new before", closedUntil, until?.[0]);
    comparison.same("jobs ever", jobs.size, counts?.jobs);
    comparison.same("services ever", services.size, counts?.services);
    for (const [i, booked] of terms.entries()) {
      for (const term of TERMS) comparison.same(`terms ${i + 1}, ${term}`, booked[term], stored[i]?.[0]?.[term]);
    }
  }
  return comparison.check;
}

/** State and date of every job; of those under way, that what every call must bring along is what the market keeps. */
export async function checkJobs(subject: Subject): Promise<Check> {
  const comparison = new Comparison("jobs, one by one");
  const { chain } = subject;
  for (const [address, { jobs }] of marketsOf(subject)) {
    const list = [...jobs.values()];
    const answers = await askAll(list, ({ id, job }) =>
      Promise.all([chain.ask("market", address, "stateOf", id), chain.ask("market", address, "matches", id, job)]),
    );
    for (const [i, entry] of list.entries()) {
      const [stored, matches] = answers[i] ?? [];
      comparison.same(`job ${entry.id}, state`, STATES[entry.state], STATES[Number(stored?.state)]);
      comparison.same(`job ${entry.id}, since`, sinceOf(entry), stored?.since);
      const ended = entry.state === JobState.Ended;
      comparison.same(`job ${entry.id}, is what its events say`, !ended, matches?.[0]);
    }
  }
  return comparison.check;
}

/** An ended job keeps no date. */
function sinceOf({ state, dates }: JobEntry): number {
  return [0, dates.offered, dates.accepted, dates.done, dates.disputed][state] ?? 0;
}

/** Straight from storage: no function of the contract tells it. */
export async function checkServices(subject: Subject): Promise<Check> {
  const comparison = new Comparison("services that can be booked");
  const { chain } = subject;
  for (const [address, { services }] of marketsOf(subject)) {
    const list = [...services.values()];
    const words = await askAll(list, ({ id }) => chain.word(address, mapped(BigInt(id), SERVICES_SLOT)));
    for (const [i, service] of list.entries()) {
      comparison.same(`service ${service.id}`, fingerprintOf(service), words[i]);
    }
  }
  return comparison.check;
}

const fingerprintOf = (service: ServiceEntry): bigint => (service.open ? serviceHash(service) : 0n);
