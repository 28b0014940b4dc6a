// Patronage: points by period and member, pots, and the dividends that members take of them (A4, A5, J5).
import type { BookEvent } from "../event.ts";
import type { MarketBook, PeriodEntry, PointsEntry } from "../model/market.ts";
import { readAddress, readBigInt, readNumber } from "../read.ts";
import { dividendDown, fromCarried } from "../surplus-math.ts";
import { compare, refusal, toldBy } from "./told.ts";

export function applyPatronage(book: MarketBook, event: BookEvent): void {
  if (event.name === "PointsEarned") earn(book, event);
  else if (event.name === "PeriodTurned") turn(book, event);
  else if (event.name === "PotFilled") fill(book, event);
  else if (event.name === "RestCarried") leave(book, event);
  else if (event.name === "DividendClaimed") claim(book, event);
}

export const newPeriod = (period: number, openedAt: number): PeriodEntry => ({
  period,
  openedAt,
  closedAt: 0,
  points: 0n,
  members: new Map(),
  moneyLeft: 0n,
  pointsLeft: 0n,
});

/** The period that runs; before the first has begun nothing. */
export const runningPeriod = ({ periods }: Pick<MarketBook, "periods">): PeriodEntry | undefined =>
  periods.get(periods.size);

export function periodIn({ periods }: MarketBook, event: BookEvent): PeriodEntry {
  const number = readNumber(event.args, "period");
  const period = periods.get(number);
  if (!period) throw refusal(event)(`is about period ${number}, which has not begun`);
  return period;
}

/** A job tells its points in the call that ends it, before the next one ends. */
export function untoldPoints({ pending: { points } }: MarketBook, event: BookEvent): Untold | undefined {
  return points && (points.tx !== event.transactionHash || event.name === "JobEnded") ? points : undefined;
}

export function noteUntold(book: MarketBook, event: BookEvent, untold: Untold | undefined): void {
  if (!untold) return;
  const { entry, work, custom } = untold;
  compare(book, "points", event, { [`points of job ${entry.id} before it`]: [0n, work + custom] });
  if (book.pending.points === untold) delete book.pending.points;
}

type Untold = NonNullable<MarketBook["pending"]["points"]>;

function earn(book: MarketBook, event: BookEvent): void {
  const { args } = event;
  const period = periodIn(book, event);
  if (period !== runningPeriod(book)) throw refusal(event)(`earns points in period ${period.period}, which has ended`);
  const { points: last } = book.pending;
  const points = last?.tx === event.transactionHash ? last : undefined;
  const [provider, customer] = [readNumber(args, "providerId"), readNumber(args, "customerId")];
  const [work, custom] = [readBigInt(args, "work"), readBigInt(args, "custom")];
  compare(book, "points", event, {
    provider: [provider, points?.entry.job.providerId],
    customer: [customer, points?.entry.job.customerId],
    work: [work, points?.work ?? 0n],
    custom: [custom, points?.custom ?? 0n],
  });
  if (points) {
    points.entry.period = period.period;
    delete book.pending.points;
  }
  period.points += work + custom;
  if (work !== 0n) pointsOf(period, provider).work += work;
  if (custom !== 0n) pointsOf(period, customer).custom += custom;
}

function pointsOf({ members }: PeriodEntry, memberId: number): PointsEntry {
  const known = members.get(memberId);
  if (known) return known;
  const none = { work: 0n, custom: 0n, claimed: 0n, claimedUnits: 0n, isClaimed: false };
  members.set(memberId, none);
  return none;
}

/** The surplus tells the dates. */
function turn(book: MarketBook, event: BookEvent): void {
  const period = periodIn(book, event);
  if (period !== runningPeriod(book)) throw refusal(event)(`ends period ${period.period}, which does not run`);
  compare(book, "points", event, { "points of the period": [readBigInt(event.args, "points"), period.points] });
  const next = period.period + 1;
  book.periods.set(next, newPeriod(next, event.timestamp));
}

/** The declaration was told before, in the same call. */
function fill(book: MarketBook, event: BookEvent): void {
  const period = periodIn(book, event);
  const { declared } = period;
  if (!declared || declared.at !== event.timestamp || period.pointsLeft !== 0n) {
    throw refusal(event)(`fills the pot of period ${period.period}, for which nothing was declared`);
  }
  const [pot, carried] = [readBigInt(event.args, "pot"), readBigInt(event.args, "fromCarried")];
  const follows = fromCarried(book.carried, declared.dividends, period.points);
  compare(book, "surplus", event, {
    pot: [pot, declared.dividends + follows],
    carried: [carried, follows],
  });
  Object.assign(declared, { fromCarried: carried, pot });
  book.carried -= carried;
  const party = event.address;
  const { period: of } = period;
  book.moved.push({ ...toldBy(event), does: "filled", of, party, fresh: pot - carried, fromCarried: carried });
  period.moneyLeft = pot;
  period.pointsLeft = period.points;
}

/** Told before the claim that leaves it. */
function leave(book: MarketBook, event: BookEvent): void {
  const { period } = periodIn(book, event);
  book.pending.rest = { tx: event.transactionHash, period, amount: readBigInt(event.args, "rest") };
}

function claim(book: MarketBook, event: BookEvent): void {
  const { args } = event;
  const period = periodIn(book, event);
  const memberId = readNumber(args, "memberId");
  const points = period.members.get(memberId);
  if (!period.declared) throw refusal(event)(`claims of period ${period.period}, for which nothing was declared`);
  if (!points || points.isClaimed) throw refusal(event)(`claims what member ${memberId} does not have`);
  const own = points.work + points.custom;
  const [account, amount] = [readAddress(args, "account"), readBigInt(args, "amount")];
  const units = readBigInt(args, "units");
  if (amount > period.moneyLeft) throw refusal(event)(`claims ${amount} of the ${period.moneyLeft} that is left`);
  compare(book, "dividends", event, {
    account: [account, book.members.get(memberId)?.account],
    amount: [amount, dividendDown(own, period.declared.pot, period.points)],
  });
  period.moneyLeft -= amount;
  period.pointsLeft -= own;
  Object.assign(points, { claimed: amount, claimedUnits: units, isClaimed: true });
  book.claims.push({ ...toldBy(event), period: period.period, memberId, account, amount, units });
  book.moved.push({ ...toldBy(event), does: "claimed", of: period.period, party: account, amount });
  carryRest(book, event, period);
}

/** The last claim of a period leaves what rounding left (A4). */
function carryRest(book: MarketBook, event: BookEvent, period: PeriodEntry): void {
  const { rest } = book.pending;
  const told = rest?.tx === event.transactionHash && rest.period === period.period ? rest.amount : 0n;
  compare(book, "dividends", event, { "rest carried": [told, period.pointsLeft === 0n ? period.moneyLeft : 0n] });
  period.moneyLeft -= told;
  book.carried += told;
  if (told !== 0n) {
    book.moved.push({ ...toldBy(event), does: "left", of: period.period, party: event.address, amount: told });
  }
  delete book.pending.rest;
}
