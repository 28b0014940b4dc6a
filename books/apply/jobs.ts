// JobMarket: a job from its offer until it is done, disputed or ruled on. How it ends is told in job-ends.ts.
import type { BookEvent } from "../event.ts";
import { acceptedJob, doneJob, GRACE, isPlausible, JobKind, JobState, offeredJob } from "../job.ts";
import { nameOfJob } from "../markets.ts";
import type { MarketBook, MarketState } from "../model/market.ts";
import { readAddress, readBigInt, readHex, readNumber } from "../read.ts";
import { jobIn, requireOpen, stateAt, termsOf } from "./market-state.ts";
import { memberWith } from "./parties.ts";
import { compare, readCount, refusal, toldBy } from "./told.ts";

const NOBODY = 0n;

export function applyJobs(book: MarketBook, event: BookEvent): void {
  const state = stateAt(book, event);
  if (event.name === "JobOffered") offer(book, state, event);
  else if (event.name === "JobAccepted") accept(book, state, event);
  else if (event.name === "JobDone") done(state, event);
  else if (event.name === "JobCountersigned") countersign(book, state, event);
  else if (event.name === "JobDisputed") dispute(state, event);
  else if (event.name === "JobRuled") rule(state, event);
}

function offer({ moved }: MarketBook, state: MarketState, event: BookEvent): void {
  const { args, timestamp } = event;
  const id = readCount(args, "jobId");
  if (state.jobs.has(id)) throw refusal(event)(`offers job ${id} again`);
  requireOpen(state, event);
  const job = offeredJob({
    customer: readAddress(args, "customer"),
    provider: readAddress(args, "provider"),
    kind: readNumber(args, "kind"),
    role: readNumber(args, "role"),
    fare: readBigInt(args, "fare"),
    passThrough: readBigInt(args, "passThrough"),
    tip: readBigInt(args, "tip"),
    acceptBy: readNumber(args, "acceptBy"),
    doBy: readNumber(args, "doBy"),
  });
  state.jobs.set(id, {
    id,
    market: event.address,
    name: nameOfJob(state.number, id),
    job,
    details: readHex(args, "details"),
    service: 0,
    state: JobState.Offered,
    dates: { offered: timestamp, accepted: 0, done: 0, disputed: 0, ended: 0 },
    period: 0,
    held: [],
  });
  const amount = job.fare + job.passThrough + job.tip;
  state.held += amount;
  moved.push({ ...toldBy(event), does: "escrow", of: id, party: job.customer, amount });
}

/** Who is a member, and which terms hold, is looked up now and stays so (J1, J5). */
function accept(book: MarketBook, state: MarketState, event: BookEvent): void {
  const { args, timestamp } = event;
  const entry = jobIn(state, event, JobState.Offered);
  const { job } = entry;
  const provider = readAddress(args, "provider");
  const asked = job.provider.toLowerCase();
  if (BigInt(asked) !== NOBODY && asked !== provider.toLowerCase()) {
    throw refusal(event)(`accepts job ${entry.id}, which is for ${job.provider}`);
  }
  if (provider.toLowerCase() === job.customer.toLowerCase()) throw refusal(event)("accepts its own job");
  // A booking is accepted as it is offered.
  if (timestamp >= job.acceptBy && entry.service === 0) throw refusal(event)("accepts a job too late");
  requireOpen(state, event);
  const [providerId, customerId] = [readNumber(args, "providerId"), readNumber(args, "customerId")];
  const terms = readNumber(args, "terms");
  compare(book, "jobs", event, {
    provider: [providerId, memberWith(book, provider)],
    customer: [customerId, job.role === 0 ? memberWith(book, job.customer) : 0],
    terms: [terms, state.terms.length],
  });
  entry.job = acceptedJob(job, { provider, providerId, customerId, terms }, timestamp);
  entry.state = JobState.Accepted;
  entry.dates.accepted = timestamp;
}

function done(state: MarketState, event: BookEvent): void {
  const entry = jobIn(state, event, JobState.Accepted);
  if (event.timestamp > entry.job.doBy + GRACE) throw refusal(event)("is done too late");
  entry.job = doneJob(entry.job, readNumber(event.args, "distance"));
  entry.state = JobState.Done;
  entry.dates.done = event.timestamp;
}

/** Metres count only if both parties agree to them and nobody drives as fast (J6). */
function countersign(book: MarketBook, state: MarketState, event: BookEvent): void {
  const entry = jobIn(state, event, JobState.Accepted, JobState.Done);
  const { job, dates } = entry;
  const [by, distance] = [readAddress(event.args, "by"), readNumber(event.args, "distance")];
  const agreed = entry.state === JobState.Accepted || distance === job.distance;
  const elapsed = (dates.done || event.timestamp) - job.acceptedAt;
  const counts =
    job.kind === JobKind.Ride && agreed && isPlausible(distance, elapsed, termsOf(state, event, entry).speed);
  compare(book, "jobs", event, {
    ...(distance !== 0 && { distance: [distance, counts ? distance : 0] }),
    ...(job.role === 0 && { by: [by, job.customer] }),
  });
  entry.countersigned = { by, distance };
}

function dispute(state: MarketState, event: BookEvent): void {
  const entry = jobIn(state, event, JobState.Done);
  if (event.timestamp >= entry.dates.done + termsOf(state, event, entry).window) {
    throw refusal(event)("disputes a job whose window has passed");
  }
  entry.dispute = { by: readAddress(event.args, "by"), evidence: readHex(event.args, "evidence") };
  entry.state = JobState.Disputed;
  entry.dates.disputed = event.timestamp;
}

function rule(state: MarketState, event: BookEvent): void {
  const { args } = event;
  const entry = jobIn(state, event, JobState.Disputed);
  if (event.timestamp >= entry.dates.disputed + termsOf(state, event, entry).ruleWithin) {
    throw refusal(event)("rules on a dispute too late");
  }
  const [arbiter, award] = [readAddress(args, "arbiter"), readNumber(args, "award")];
  entry.ruling = { arbiter, award, reasons: readHex(args, "reasons") };
}
