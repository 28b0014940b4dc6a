// A house with a market for tests of its book: terms, jobs and periods in the order in which the contracts tell them, every figure by
// the twins of the contracts' arithmetic.
import { expect } from "chai";
import { PLACE } from "../../books/apply/founding.ts";
import { type BookEvent, BooksError } from "../../books/event.ts";
import { JobEnd, JobKind, type MarketTerms, type Split, splitOf } from "../../books/job.ts";
import { applyMarket, type JobEntry, type MarketBook, marketOf } from "../../books/market.ts";
import { divisionOf } from "../../books/surplus.ts";
import { dividendDown } from "../../books/surplus-math.ts";
import { DAY, house, moduleOf } from "./house.ts";
import { account, hash } from "./sample.ts";

export const TREASURY = moduleOf(PLACE.treasury);
export const STRANGER = account(50);
export const ARBITER = account(60);
export const PERIOD = 90 * DAY;
export const TERMS: MarketTerms = {
  fee: 1_000,
  commonsShare: 5_000,
  workShare: 5_000,
  window: 3 * DAY,
  ruleWithin: 14 * DAY,
  defaultAward: 5_000,
  speed: 150,
  membersOnly: false,
};
export const SURPLUS = { period: PERIOD, reserveShare: 2_000, communityShare: 500, inShares: 0 };

type Asked = {
  customer: number;
  provider: number;
  fare: bigint;
  passThrough: bigint;
  tip: bigint;
  role: number;
  kind: number;
};

/** Five members, and the market's first terms. */
export function marketHouse() {
  const all = house(5, 0);
  const { add, events, now } = all;
  add("market", "MarketTermsSet", { number: 1, terms: TERMS });
  add("surplus", "SurplusTermsSet", { terms: SURPLUS });
  const book = (): MarketBook => marketOf(events);

  function jobOf(id: number): JobEntry {
    const entry = book().jobs.get(id);
    if (!entry) throw new Error(`There is no job ${id}.`);
    return entry;
  }
  let jobs = 0;
  /** Customer 1 asks anybody for a ride at 1,000. */
  function offer(changes: Partial<Asked> = {}): number {
    const { customer, provider, ...rest } = { customer: 1, provider: 0, ...changes };
    const money = { fare: 1_000n, passThrough: 0n, tip: 0n, role: 0, kind: JobKind.Ride, ...rest };
    jobs += 1;
    add("market", "JobOffered", {
      jobId: BigInt(jobs),
      customer: money.role === 0 ? account(customer) : TREASURY,
      provider: account(provider),
      ...money,
      acceptBy: now() + DAY,
      doBy: now() + 2 * DAY,
      details: hash(jobs),
    });
    return jobs;
  }
  const idOf = (member: number) => (member <= 5 ? member : 0);
  const accept = (id: number, provider = 2, told: Record<string, unknown> = {}) =>
    add("market", "JobAccepted", {
      jobId: BigInt(id),
      provider: account(provider),
      providerId: idOf(provider),
      customerId: jobOf(id).job.role === 0 ? idOf(Number(BigInt(jobOf(id).job.customer))) : 0,
      terms: book().terms.length,
      ...told,
    });
  const done = (id: number, distance = 4_000, later = 3_600) =>
    add("market", "JobDone", { jobId: BigInt(id), distance }, later);
  const dispute = (id: number, by = 1) =>
    add("market", "JobDisputed", { jobId: BigInt(id), by: account(by), evidence: hash(0xe) });

  /** Ended, with its points, as one call. */
  function end(id: number, how: number, split: Split, told: Record<string, unknown> = {}, later = 60): void {
    const { work, custom, ...money } = split;
    const first = events.length;
    add("market", "JobEnded", { jobId: BigInt(id), how, ...money, ...told }, later);
    if (work + custom !== 0n) {
      const { providerId, customerId } = jobOf(id).job;
      const period = book().periods.size;
      add("patronage", "PointsEarned", { period, providerId, customerId, work, custom }, 0);
    }
    together(events.slice(first));
  }
  function confirm(id: number, distance = 4_000): void {
    const { job } = jobOf(id);
    add("market", "JobCountersigned", { jobId: BigInt(id), by: job.customer, distance });
    end(id, JobEnd.Countersigned, splitOf(job, TERMS), {}, 0);
  }
  const release = (id: number, later = TERMS.window) =>
    end(id, JobEnd.Released, splitOf(jobOf(id).job, TERMS, undefined, false), {}, later);
  function rule(id: number, award: number): void {
    add("market", "JobRuled", { jobId: BigInt(id), arbiter: ARBITER, award, reasons: hash(0xa) });
    end(id, JobEnd.Ruled, splitOf(jobOf(id).job, TERMS, award), {}, 0);
  }
  const divide = (id: number) =>
    end(id, JobEnd.Undecided, splitOf(jobOf(id).job, TERMS, TERMS.defaultAward), {}, TERMS.ruleWithin);
  function back(id: number, how: number, later = 60): void {
    const { fare, passThrough, tip } = jobOf(id).job;
    const refund = fare + passThrough + tip;
    end(id, how, { pay: 0n, refund, commons: 0n, operating: 0n, reserve: 0n, work: 0n, custom: 0n }, {}, later);
  }
  /** From offer to countersignature. */
  function ride(changes: Partial<Asked> = {}, provider = 2): number {
    const id = offer(changes);
    accept(id, provider);
    done(id);
    confirm(id);
    return id;
  }

  const remit = (told: Record<string, unknown> = {}) => add("market", "Remitted", { ...book().gathered, ...told });
  function close(told: Record<string, unknown> = {}, later = PERIOD): number {
    const period = book().periods.size;
    const points = book().periods.get(period)?.points ?? 0n;
    add("patronage", "PeriodTurned", { period, points, ...told }, later);
    add("surplus", "PeriodClosed", { period, points, ...told }, 0);
    return period;
  }
  function declare(period: number, surplus: bigint, told: Record<string, unknown> = {}): void {
    const { points } = book().periods.get(period) ?? { points: 0n };
    const of = { surplus, interest: 0n, points, carried: book().carried };
    const division = divisionOf(SURPLUS, of);
    if (!division) throw new Error("There is too much interest.");
    const { fromCarried, pot, reserve, community, interest, dividends } = division;
    const parts = { reserve, community, interest, dividends };
    add("surplus", "SurplusDeclared", { period, surplus, ...parts, ...told });
    if (points !== 0n) add("patronage", "PotFilled", { period, pot, fromCarried, ...told }, 0);
  }
  /** The last claim of a period tells first what it leaves. */
  function claim(period: number, memberId: number, told: Record<string, unknown> = {}): void {
    const { declared, members, points, pointsLeft, moneyLeft } = book().periods.get(period) ?? {};
    const own = members?.get(memberId);
    const has = (own?.work ?? 0n) + (own?.custom ?? 0n);
    const amount = dividendDown(has, declared?.pot ?? 0n, points ?? 0n);
    const rest = pointsLeft === has ? (moneyLeft ?? 0n) - amount : 0n;
    const first = events.length;
    if (rest !== 0n) add("patronage", "RestCarried", { period, rest });
    add("patronage", "DividendClaimed", { period, memberId, account: account(memberId), amount, units: 0n, ...told });
    together(events.slice(first));
  }

  const base = { ...all, book, jobOf, offer, accept, done, dispute, end, confirm, release, rule, divide, back };
  return { ...base, ride, remit, close, declare, claim };
}

/** Events of one transaction. */
export function together(events: BookEvent[]): void {
  const tx = events[0]?.transactionHash ?? hash(0);
  for (const event of events) event.transactionHash = tx;
}

/** What the book says of a figure that does not follow. */
export const disagreementsIn = (book: MarketBook): string[] =>
  book.disagreements.map(({ what, told, follows }) => `${what.replace(/ \(.*\)/, "")}: ${told}, not ${follows}`);

/** The last event is refused, in these words, and changes nothing. */
export function impossibleInMarket(events: readonly BookEvent[], last: BookEvent, sentence: RegExp): void {
  const book = marketOf(events);
  const before = structuredClone(book);
  expect(() => applyMarket(book, last)).to.throw(BooksError, sentence);
  expect(book).to.deep.equal(before);
}
