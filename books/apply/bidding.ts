// BondOffice: bids for a series, the rate that clears it, and what each bid became (K1, K2).
import { allotmentOf, clearingOf, RATE_STEP } from "../clearing.ts";
import type { BookEvent } from "../event.ts";
import type { BondBid, CommonsBook, Series } from "../model/commons.ts";
import { readAddress, readBigInt, readNumber } from "../read.ts";
import { biddersOf, holderOf, seriesIn } from "./bonds.ts";
import { memberWith } from "./roll.ts";
import { compare, refusal } from "./told.ts";

export function applyBidding(book: CommonsBook, event: BookEvent): void {
  if (event.name === "BidPlaced") place(book, event);
  else if (event.name === "SeriesCleared") clear(book, event);
  else if (event.name === "SeriesFailed") fail(book, event);
  else if (event.name === "Allotted") allot(book, event);
  else if (event.name === "RefundPaid") refund(book, event);
}

const totalBid = (series: Series): bigint => biddersOf(series).reduce((sum, { offered }) => sum + offered, 0n);

/** The rate that follows from the bids alone. */
export const derivedClearing = (series: Series) =>
  clearingOf(
    biddersOf(series).map(({ offered, rate }) => ({ amount: offered, rate })),
    series.target,
  );

function place(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const refuse = refusal(event);
  const series = seriesIn(book, event, "bidding");
  const bidder = readAddress(args, "bidder");
  const key = bidder.toLowerCase();
  const [amount, rate] = [readBigInt(args, "amount"), readNumber(args, "rate")];
  const { lowestRate, highestRate, minimumBid, closesAt } = series.terms;
  if (event.timestamp >= closesAt) throw refuse("comes after bidding closed");
  if (book.windingUpSince !== undefined) throw refuse("comes while the co-op winds up");
  if (amount < minimumBid) throw refuse(`offers less than ${minimumBid}`);
  if (rate < lowestRate || rate > highestRate || (rate - lowestRate) % RATE_STEP !== 0) {
    throw refuse(`is at ${rate}, which is no step`);
  }
  const memberId = readNumber(args, "memberId");
  if (memberId !== 0 && memberWith(book, bidder) !== memberId) {
    throw refuse(`is by ${bidder}, who does not speak for member ${memberId}`);
  }
  const home = book.introduced.get(key)?.toLowerCase();
  if (memberId === 0 && !book.recognised.has(home ?? ""))
    throw refuse(`is by ${bidder}, who is in no recognised co-op`);

  const former = series.bids.get(key);
  const improves = !former || amount > former.amount || rate < former.rate;
  if (!improves || amount < (former?.amount ?? 0n) || rate > (former?.rate ?? rate)) {
    throw refuse("does not improve the bid before it");
  }
  compare(book, "bids", event, {
    "former amount": [readBigInt(args, "formerAmount"), former?.amount ?? 0n],
    "former rate": [readNumber(args, "formerRate"), former?.rate ?? 0],
  });
  if (memberId !== 0) book.heldBy.set(key, memberId);
  const firstAt = former?.firstAt ?? event.timestamp;
  series.bids.set(key, { bidder, memberId, offered: amount, rate, firstAt, amount, refund: 0n, refunded: 0n });
}

function clear(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const series = seriesIn(book, event, "bidding");
  const told = {
    rate: readNumber(args, "rate"),
    marginalRest: readBigInt(args, "marginalRest"),
    marginalAll: readBigInt(args, "marginalAll"),
  };
  const follows = derivedClearing(series);
  if (event.timestamp < series.terms.closesAt) throw refusal(event)("comes before bidding closed");
  if (told.marginalAll === 0n) throw refusal(event)("shares something among no bids");
  compare(book, "clearing", event, {
    "clearing rate": [told.rate, book.windingUpSince === undefined ? (follows?.rate ?? "none") : "none"],
    "rest for the marginal rate": [told.marginalRest, follows?.marginalRest ?? 0n],
    "bid at the marginal rate": [told.marginalAll, follows?.marginalAll ?? 0n],
  });
  series.clearing = told;
  series.state = "allotting";
}

function fail(book: CommonsBook, event: BookEvent): void {
  const series = seriesIn(book, event, "bidding");
  if (event.timestamp < series.terms.closesAt) throw refusal(event)("comes before bidding closed");
  const reached = book.windingUpSince === undefined && derivedClearing(series) !== undefined;
  compare(book, "clearing", event, {
    "bid in all": [readBigInt(event.args, "bid"), totalBid(series)],
    "target reached": [false, reached],
  });
  series.state = "failed";
}

function bidIn(series: Series, event: BookEvent): BondBid {
  const bidder = readAddress(event.args, "bidder");
  const bid = series.bids.get(bidder.toLowerCase());
  if (!bid) throw refusal(event)(`is about ${bidder}, who did not bid`);
  return bid;
}

/** In the order of first bids. */
function allot(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const series = seriesIn(book, event, "allotting");
  const bid = bidIn(series, event);
  const [units, back] = [readBigInt(args, "units"), readBigInt(args, "refund")];
  const { clearing } = series;
  if (bid.units !== undefined) throw refusal(event)(`turns the bid of ${bid.bidder} into units again`);
  const follows = clearing && allotmentOf({ amount: bid.offered, rate: bid.rate }, clearing);
  compare(book, "clearing", event, {
    bidder: [bid.bidder, biddersOf(series)[series.allotted]?.bidder],
    units: [units, follows?.units],
    refund: [back, follows?.refund],
  });
  Object.assign(bid, { units, amount: 0n, refund: back });
  series.allotted += 1;
  series.units += units;
  if (units !== 0n) holderOf(series, bid.bidder).allotted += units;
}

function refund(book: CommonsBook, event: BookEvent): void {
  const series = seriesIn(book, event);
  const bid = bidIn(series, event);
  const amount = readBigInt(event.args, "amount");
  const field = series.state === "failed" ? "amount" : "refund";
  compare(book, "clearing", event, { amount: [amount, bid[field]] });
  bid[field] = 0n;
  bid.refunded += amount;
}
