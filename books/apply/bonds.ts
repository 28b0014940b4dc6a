// BondOffice: series from their opening to their end, and the money of their coupons and principal (K3, K5).
import { cursorAt, lastDateAt, REDEMPTION_WINDOW } from "../coupons.ts";
import type { BookEvent } from "../event.ts";
import type { BondBid, BondHolder, CommonsBook, CouponPlan, Series } from "../model/commons.ts";
import { readAddress, readBigInt, readBoolean, readNumber, readNumbers, readStruct } from "../read.ts";
import { scheduleOf } from "../schedule.ts";
import { compare, readCount, refusal, toldBy } from "./told.ts";

/** Days of a year for each `DayCount`. */
const BASIS = [365, 360, 360];
/** So long before an early redemption it is announced (K5); seconds. */
const REDEMPTION_NOTICE = 30 * 86_400;

export function applyBonds(book: CommonsBook, event: BookEvent): void {
  if (event.name === "SeriesOpened") open(book, event);
  else if (event.name === "SeriesIssued") issue(book, event);
  else if (event.name === "SeriesFunded") fund(book, event);
  else if (event.name === "RedemptionAnnounced") announce(book, event);
  else if (event.name === "RedemptionLapsed") lapse(book, event);
  else if (event.name === "SeriesRedeemed") redeem(book, event);
  else if (event.name === "SeriesDefaulted") defaults(book, event);
  else if (event.name === "RegisterRecognised") recognise(book, event);
  else if (event.name === "Introduced") {
    book.introduced.set(readAddress(event.args, "account").toLowerCase(), readAddress(event.args, "register"));
  }
}

/** The series that an event is about; refused when it is not in this state. */
export function seriesIn(book: CommonsBook, event: BookEvent, state?: Series["state"]): Series {
  const id = readCount(event.args, "series");
  const series = book.series.get(id);
  if (!series) throw refusal(event)(`is about series ${id}, which never opened`);
  if (state && series.state !== state) throw refusal(event)(`is about series ${id}, which is ${series.state}`);
  return series;
}

/** Those who bid, in the order of their first bids. */
export const biddersOf = ({ bids }: Series): BondBid[] => [...bids.values()].filter(({ inherited }) => !inherited);

/** What an account holds, from now on if it held nothing before. */
export function holderOf(series: Series, account: BondHolder["account"]): BondHolder {
  const known = series.holders.get(account.toLowerCase());
  if (known) return known;
  const none = { units: 0n, owed: 0n, coupons: 0n, principal: 0n, allotted: 0n, issued: 0n };
  const holder = { account, ...none, reading: series.funded };
  series.holders.set(account.toLowerCase(), holder);
  return holder;
}

function open(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const id = readCount(args, "series");
  if (book.series.has(id)) throw refusal(event)(`opens series ${id} again`);
  const terms = readStruct(args, "terms");
  const plan = readStruct(terms, "plan");
  const [dates, dayCounts] = [readNumbers(args, "dates"), readNumbers(args, "dayCounts")];
  const follows = scheduleOf(planOf(plan));
  compare(book, "coupons", event, {
    "coupon dates": [dates.join(), follows?.dates.join()],
    "days of interest": [dayCounts.join(), follows?.dayCounts.join()],
  });
  book.series.set(id, {
    id,
    state: "bidding",
    terms: {
      plan: planOf(plan),
      closesAt: readNumber(terms, "closesAt"),
      lowestRate: readNumber(terms, "lowestRate"),
      highestRate: readNumber(terms, "highestRate"),
      minimumBid: readBigInt(terms, "minimumBid"),
      basis: BASIS[readNumber(plan, "dayCount")] ?? 0,
    },
    target: readBigInt(args, "target"),
    dates,
    dayCounts,
    lastDate: dates.length - 1,
    cursor: 0,
    bids: new Map(),
    allotted: 0,
    excess: 0n,
    units: 0n,
    funded: 0n,
    sunk: 0n,
    issued: 0n,
    holders: new Map(),
    fundings: [],
    transfers: [],
    claims: [],
  });
}

function planOf(plan: Readonly<Record<string, unknown>>): CouponPlan {
  const number = (name: string) => readNumber(plan, name);
  return {
    issueDate: number("issueDate"),
    anchor: number("anchor"),
    maturity: number("maturity"),
    every: number("every"),
    unit: number("unit"),
    longStub: readBoolean(plan, "longStub"),
    endOfMonth: readBoolean(plan, "endOfMonth"),
    businessDays: number("businessDays"),
    dayCount: number("dayCount"),
  };
}

/** Every bid was turned into units; what rounding up raised beyond the target is principal already. */
function issue(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const series = seriesIn(book, event, "allotting");
  const [units, excess] = [readBigInt(args, "units"), readBigInt(args, "excess")];
  compare(book, "clearing", event, {
    units: [units, series.units],
    excess: [excess, series.units - series.target],
    "bids turned into units": [biddersOf(series).length, series.allotted],
  });
  Object.assign(series, { state: "live", units, issued: units, excess, sunk: excess, issuedAt: event.timestamp });
}

/** Moves the cursor over the dates that have come. */
export function turn(series: Series, now: number): void {
  if (series.state !== "live") return;
  series.cursor = cursorAt(series, now);
}

/** Units share what comes in; principal is set aside, never more than there are units. */
function fund(book: CommonsBook, event: BookEvent): void {
  const series = seriesIn(book, event, "live");
  const [coupon, principal] = [readBigInt(event.args, "coupon"), readBigInt(event.args, "principal")];
  if (series.sunk + principal > series.units) {
    throw refusal(event)(`sets ${principal} aside when ${series.units - series.sunk} were missing`);
  }
  const before = { funded: series.funded, sunk: series.sunk };
  series.fundings.push({ ...toldBy(event), coupon, principal, before });
  series.funded += coupon;
  series.sunk += principal;
  if (coupon !== 0n) book.reckoned.push({ ...toldBy(event), of: series.id, does: "coupon due", amount: coupon });
}

/** Of one that lapsed another event tells first. */
function announce(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const series = seriesIn(book, event, "live");
  const [dateIndex, date] = [readCount(args, "dateIndex"), readNumber(args, "date")];
  if (dateIndex === 0 || dateIndex >= series.dates.length - 1) {
    throw refusal(event)(`announces date ${dateIndex}, which is none before maturity`);
  }
  if (date < event.timestamp + REDEMPTION_NOTICE) throw refusal(event)("announces a date that is too near");
  compare(book, "coupons", event, { date: [date, series.dates[dateIndex]] });
  turn(series, event.timestamp);
  series.lastDate = dateIndex;
  series.announced = { dateIndex, date, at: event.timestamp };
}

function lapse(book: CommonsBook, event: BookEvent): void {
  const series = seriesIn(book, event, "live");
  const dateIndex = readCount(event.args, "dateIndex");
  const maturity = series.dates.length - 1;
  if (lastDateAt(series, event.timestamp) !== maturity || series.lastDate === maturity) {
    throw refusal(event)(`comes before ${REDEMPTION_WINDOW} seconds after the date`);
  }
  compare(book, "coupons", event, { "announced date": [dateIndex, series.lastDate] });
  series.lastDate = maturity;
  delete series.announced;
}

/** All of it is there, because its date has come, or the machine was sold, or never bought. */
function redeem(book: CommonsBook, event: BookEvent): void {
  const series = seriesIn(book, event, "live");
  const principal = readBigInt(event.args, "principal");
  compare(book, "coupons", event, { principal: [principal, series.units], "set aside": [series.sunk, series.units] });
  // A machine that was never bought: nobody looks at the calendar.
  if (book.machines.get(series.id)?.boughtAt !== undefined) turn(series, event.timestamp);
  end(series, event, "redeemed", principal);
}

/** There is nothing else that holders could be paid from (K5). */
function defaults(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const series = seriesIn(book, event, "live");
  const [units, principal] = [readBigInt(args, "units"), readBigInt(args, "principal")];
  if (series.sunk >= series.units) throw refusal(event)("is a default though all principal is there");
  compare(book, "coupons", event, { units: [units, series.units], principal: [principal, series.sunk] });
  turn(series, event.timestamp);
  end(series, event, "defaulted", principal);
  const amount = series.units - series.sunk;
  book.reckoned.push({ ...toldBy(event), of: series.id, does: "bonds not repaid", amount });
}

function end(series: Series, event: BookEvent, state: "redeemed" | "defaulted", principal: bigint): void {
  series.state = state;
  series.ended = { ...toldBy(event), units: series.units, principal };
}

function recognise(book: CommonsBook, { args }: BookEvent): void {
  const register = readAddress(args, "register").toLowerCase();
  if (readBoolean(args, "recognised")) book.recognised.add(register);
  else book.recognised.delete(register);
}

/** The funding that an event of the same transaction is about, if it was not another's. */
export function fundingBefore(series: Series, event: BookEvent, by: "rent" | "sale") {
  const funding = series.fundings.findLast(({ tx, by: other }) => tx === event.transactionHash && !other);
  if (funding) funding.by = by;
  return funding?.before ?? { funded: series.funded, sunk: series.sunk };
}
