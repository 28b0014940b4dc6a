// Rows of the market and of what members' points share: services, jobs, points, periods, dividends.
import type { BookEvent } from "../event.ts";
import type { JobEntry, PointsEntry, ServiceEntry } from "../model/market.ts";
import { forEach, jsonOf, numbered, numbers } from "./read.ts";
import type { State } from "./state.ts";
import { growing, keyed } from "./table.ts";

/** Every market numbers its jobs and services from 1. */
type InMarket = `${string}|${number}`;

function* markets({ market }: State) {
  if (market.market) yield [market.market.toLowerCase(), market] as const;
  yield* market.former;
}

function* each<T>(state: State, of: (one: State["market"]) => Map<number, T>): Iterable<[InMarket, T]> {
  for (const [address, one] of markets(state)) {
    for (const [id, value] of of(one as State["market"])) yield [`${address}|${id}`, value];
  }
}

function marketIn({ market }: State, key: InMarket) {
  const address = key.split("|")[0] ?? "";
  return market.former.get(address) ?? (market.market?.toLowerCase() === address ? market : undefined);
}

const idIn = (key: InMarket): number => Number(key.split("|")[1]);
const keysIn = (event: BookEvent, ...names: readonly string[]): InMarket[] =>
  numbers(event, ...names).map((id): InMarket => `${event.address.toLowerCase()}|${id}`);

export const services = keyed<InMarket, ServiceEntry>({
  name: "services",
  key: ["market", "id"],
  columns: {
    market: "text",
    id: "number",
    provider: "text",
    kind: "number",
    terms: "number",
    fare: "amount",
    passThrough: "amount",
    lasts: "time",
    details: "text",
    postedAt: "time",
    open: "flag",
    bookings: "json",
  },
  entries: (state) => each(state, (one) => one.services),
  find: (state, key) => marketIn(state, key)?.services.get(idIn(key)),
  touched: forEach(["ServicePosted", "ServiceBooked", "ServiceWithdrawn"], (event: BookEvent) =>
    keysIn(event, "serviceId"),
  ),
  row: ({ bookings, ...service }, key) => ({ market: key.split("|")[0] ?? "", ...service, bookings: jsonOf(bookings) }),
});

export const jobs = keyed<InMarket, JobEntry>({
  name: "jobs",
  key: ["market", "id"],
  columns: {
    market: "text",
    id: "number",
    state: "number",
    customer: "text",
    provider: "text",
    customerId: "number",
    providerId: "number",
    kind: "number",
    role: "number",
    terms: "number",
    distance: "number",
    fare: "amount",
    passThrough: "amount",
    tip: "amount",
    acceptBy: "time",
    doBy: "time",
    details: "text",
    service: "number",
    offeredAt: "time",
    acceptedAt: "time",
    doneAt: "time",
    disputedAt: "time",
    endedAt: "time",
    how: "number",
    countersigned: "json",
    dispute: "json",
    ruling: "json",
    pay: "amount",
    refund: "amount",
    commons: "amount",
    operating: "amount",
    reserve: "amount",
    work: "amount",
    custom: "amount",
    period: "number",
    held: "json",
  },
  entries: (state) => each(state, (one) => one.jobs),
  find: (state, key) => marketIn(state, key)?.jobs.get(idIn(key)),
  touched: {
    ...forEach(
      ["JobOffered", "JobAccepted", "JobDone", "JobCountersigned", "JobDisputed", "JobRuled", "JobEnded"],
      (event: BookEvent) => keysIn(event, "jobId"),
    ),
    ...forEach(["PaymentHeld", "ServiceBooked"], (event: BookEvent) => keysIn(event, "jobId")),
    PointsEarned: (_, { market }) => {
      const earned = market.pending.points?.entry;
      return earned ? [`${earned.market.toLowerCase()}|${earned.id}` as InMarket] : [];
    },
  },
  row: jobRow,
});

const none = { pay: null, refund: null, commons: null, operating: null, reserve: null, work: null, custom: null };

function jobRow(entry: JobEntry, key: InMarket) {
  const { job, dates } = entry;
  return {
    market: key.split("|")[0] ?? "",
    id: entry.id,
    state: entry.state,
    customer: job.customer,
    provider: job.provider,
    customerId: job.customerId,
    providerId: job.providerId,
    kind: job.kind,
    role: job.role,
    terms: job.terms,
    distance: job.distance,
    fare: job.fare,
    passThrough: job.passThrough,
    tip: job.tip,
    acceptBy: job.acceptBy,
    doBy: job.doBy,
    details: entry.details,
    service: entry.service,
    offeredAt: dates.offered,
    acceptedAt: dates.accepted || null,
    doneAt: dates.done || null,
    disputedAt: dates.disputed || null,
    endedAt: dates.ended || null,
    how: entry.how ?? null,
    countersigned: jsonOf(entry.countersigned),
    dispute: jsonOf(entry.dispute),
    ruling: jsonOf(entry.ruling),
    ...(entry.split ?? none),
    period: entry.period,
    held: jsonOf(entry.held),
  };
}

export const periods = keyed({
  name: "periods",
  key: ["period"],
  columns: {
    period: "number",
    openedAt: "time",
    closedAt: "time",
    points: "amount",
    declared: "json",
    moneyLeft: "amount",
    pointsLeft: "amount",
  },
  entries: ({ market }) => market.periods,
  find: ({ market }, period) => market.periods.get(period),
  touched: {
    SurplusTermsSet: () => [1],
    PeriodTurned: (event) => numbers(event, "period").flatMap((period) => [period, period + 1]),
    ...forEach(["PeriodClosed", "SurplusDeclared", "PotFilled", "PointsEarned", "DividendClaimed"], numbered("period")),
  },
  row: ({ period, openedAt, closedAt, points, declared, moneyLeft, pointsLeft }) => ({
    period,
    openedAt,
    closedAt: closedAt || null,
    points,
    declared: jsonOf(declared),
    moneyLeft,
    pointsLeft,
  }),
});

type OfMember = `${number}|${number}`;
const periodIn = (key: OfMember): number => Number(key.split("|")[0]);
const ofMembers = (event: BookEvent, ...names: readonly string[]): OfMember[] =>
  numbers(event, "period").flatMap((period) => numbers(event, ...names).map((id): OfMember => `${period}|${id}`));

export const points = keyed<OfMember, PointsEntry>({
  name: "points",
  key: ["period", "memberId"],
  columns: {
    period: "number",
    memberId: "number",
    work: "amount",
    custom: "amount",
    claimed: "amount",
    claimedUnits: "amount",
    isClaimed: "flag",
  },
  *entries({ market }) {
    for (const [period, { members }] of market.periods) {
      for (const [memberId, entry] of members) yield [`${period}|${memberId}`, entry];
    }
  },
  find: ({ market }, key) => market.periods.get(periodIn(key))?.members.get(Number(key.split("|")[1])),
  touched: {
    PointsEarned: (event) => ofMembers(event, "providerId", "customerId"),
    DividendClaimed: (event) => ofMembers(event, "memberId"),
  },
  row: (entry, key) => ({ period: periodIn(key), memberId: Number(key.split("|")[1]), ...entry }),
});

export const dividends = growing({
  name: "dividends",
  key: ["number"],
  columns: {
    number: "number",
    period: "number",
    memberId: "number",
    account: "text",
    amount: "amount",
    units: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ market }) => market.claims,
  row: ({ logIndex, ...claim }, number) => ({ number, ...claim, log: logIndex }),
});

/** Money of jobs and dividends outside the Treasury, as the journal has it. */
export const marketMoves = growing({
  name: "market_moves",
  key: ["number"],
  columns: {
    number: "number",
    does: "text",
    of: "number",
    party: "text",
    amounts: "json",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ market }) => market.moved,
  row: ({ does, of, party, at, tx, block, logIndex, ...amounts }, number) => ({
    number,
    does,
    of,
    party,
    amounts: jsonOf(amounts),
    at,
    tx,
    block,
    log: logIndex,
  }),
});
