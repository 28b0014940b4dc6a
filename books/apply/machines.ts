// MachineRegister: machines from their order to their end, leases, and rent (K3, K6).
import { liquidationOf } from "../coupons.ts";
import { depreciationAt } from "../depreciation.ts";
import type { BookEvent } from "../event.ts";
import { leaseEnds, rentArrears, rentLeft, waterfallOf } from "../leases.ts";
import type { CommonsBook, Lease, Machine, MachineTerms } from "../model/commons.ts";
import { readAddress, readBigInt, readHex, readNumber, readStruct } from "../read.ts";
import { fundingBefore, turn } from "./bonds.ts";
import { compare, readCount, refusal, toldBy } from "./told.ts";

const NOBODY = `0x${"0".repeat(40)}`;
/** By number of `LeaseEnd`. */
const ENDS = ["term", "returned", "arrears"] as const;

export function applyMachines(book: CommonsBook, event: BookEvent): void {
  if (event.name === "MachineOrdered") order(book, event);
  else if (event.name === "MachineBought") buy(book, event);
  else if (event.name === "MachineCancelled") machineIn(book, event, "ordered").state = "cancelled";
  else if (event.name === "Transfer") pass(book, event);
  else if (event.name === "LeaseStarted") begin(book, event);
  else if (event.name === "RentPaid") payRent(book, event);
  else if (event.name === "LeaseEnded") end(book, event);
  else if (event.name === "MachineGone") part(book, event);
}

/** The machine that an event is about; refused when it is not in this state. */
export function machineIn(book: CommonsBook, event: BookEvent, state?: Machine["state"]): Machine {
  const id = readCount(event.args, "machineId");
  const machine = book.machines.get(id);
  if (!machine) throw refusal(event)(`is about machine ${id}, which nobody ordered`);
  if (state && machine.state !== state) throw refusal(event)(`is about machine ${id}, which is ${machine.state}`);
  return machine;
}

function order(book: CommonsBook, event: BookEvent): void {
  const id = readCount(event.args, "machineId");
  const next = book.machines.size + 1;
  if (id !== next) throw refusal(event)(`orders machine ${id}; the next is ${next}`);
  book.machines.set(id, {
    id,
    terms: termsFrom(readStruct(event.args, "terms")),
    state: "ordered",
    orderedAt: event.timestamp,
    formerLeases: [],
    debts: new Map(),
    formerAuctions: [],
    rents: [],
    writtenOff: 0n,
  });
}

function termsFrom(terms: BookEvent["args"]): MachineTerms {
  return {
    specification: readHex(terms, "specification"),
    seller: readAddress(terms, "seller"),
    price: readBigInt(terms, "price"),
    contribution: readBigInt(terms, "contribution"),
    rent: readBigInt(terms, "rent"),
    rentPeriod: readNumber(terms, "rentPeriod"),
    periods: readNumber(terms, "periods"),
    upkeepShare: readNumber(terms, "upkeepShare"),
    grace: readNumber(terms, "grace"),
    lessee: readNumber(terms, "lessee"),
    usefulLife: readNumber(terms, "usefulLife"),
    residual: readBigInt(terms, "residual"),
  };
}

/** Nothing is bought before all of the money is there (K1). */
function buy(book: CommonsBook, event: BookEvent): void {
  const machine = machineIn(book, event, "ordered");
  const { seller, price, contribution } = machine.terms;
  if (price !== contribution && book.series.get(machine.id)?.state !== "live") {
    throw refusal(event)("comes before its bonds raised the money");
  }
  compare(book, "rent", event, {
    seller: [readAddress(event.args, "seller"), seller],
    price: [readBigInt(event.args, "price"), price],
  });
  machine.state = "idle";
  machine.boughtAt = event.timestamp;
}

/** ERC-721: the Treasury holds a machine until it is sold; then whoever bought it may do as it likes. */
function pass(book: CommonsBook, event: BookEvent): void {
  const id = readCount(event.args, "tokenId");
  const machine = book.machines.get(id);
  if (!machine) throw refusal(event)(`is about machine ${id}, which nobody ordered`);
  const to = readAddress(event.args, "to");
  if (to === NOBODY) delete machine.owner;
  else machine.owner = to;
}

/** To whoever asked for it, or whose rent was the best in an auction that is over. */
function begin(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const machine = machineIn(book, event, "idle");
  const lease: Lease = {
    lessee: readNumber(args, "lessee"),
    rent: readBigInt(args, "rent"),
    rentPeriod: readNumber(args, "rentPeriod"),
    periods: readNumber(args, "periods"),
    upkeepShare: machine.terms.upkeepShare,
    grace: machine.terms.grace,
    startedAt: event.timestamp,
    paid: 0n,
  };
  const best = machine.auction?.bids.at(-1);
  if (machine.auction && (machine.auction.kind !== "rent" || event.timestamp < machine.auction.closesAt || !best)) {
    throw refusal(event)(`lets machine ${machine.id}, whose auction did not give it to anybody`);
  }
  const { lessee, rent, rentPeriod, periods } = machine.terms;
  compare(book, "rent", event, {
    lessee: [lease.lessee, best ? best.memberId : lessee],
    rent: [lease.rent, best ? best.amount : rent],
    period: [lease.rentPeriod, rentPeriod],
    periods: [lease.periods, periods],
  });
  closeAuction(machine, event);
  machine.state = "let";
  machine.lease = lease;
}

export function closeAuction(machine: Machine, event: BookEvent): void {
  if (machine.auction) machine.formerAuctions.push({ ...machine.auction, endedAt: event.timestamp });
  delete machine.auction;
}

/** Each step of the order is worked out again from what the lessee paid (K3). */
function payRent(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const machine = machineIn(book, event);
  const lessee = readNumber(args, "lessee");
  const [upkeep, coupon] = [readBigInt(args, "upkeep"), readBigInt(args, "coupon")];
  const [principal, income] = [readBigInt(args, "principal"), readBigInt(args, "income")];
  const amount = upkeep + coupon + principal + income;
  const lease = machine.lease?.lessee === lessee ? machine.lease : undefined;
  const most = lease ? rentLeft(lease) : (machine.debts.get(lessee) ?? 0n);
  if (amount > most) throw refusal(event)(`pays ${amount} when member ${lessee} owes ${most} at most`);

  const now = event.timestamp;
  const series = book.series.get(machine.id);
  const before = series && { ...series, ...fundingBefore(series, event, "rent") };
  const follows = waterfallOf(amount, (lease ?? machine.terms).upkeepShare, before, now);
  compare(book, "rent", event, {
    upkeep: [upkeep, follows.upkeep],
    coupon: [coupon, follows.coupon],
    principal: [principal, follows.principal],
    income: [income, follows.income],
  });
  if (lease) lease.paid += amount;
  else machine.debts.set(lessee, most - amount);
  if (series) turn(series, now);
  const payer = readAddress(args, "payer");
  machine.rents.push({ ...toldBy(event), lessee, payer, upkeep, coupon, principal, income });
  depreciate(book, machine, event);
}

/** The journal writes machines off with every rent, up to its day. */
function depreciate(book: CommonsBook, machine: Machine, event: BookEvent): void {
  const amount = depreciationAt(machine, event.timestamp) - machine.writtenOff;
  if (amount === 0n) return;
  machine.writtenOff += amount;
  book.reckoned.push({ ...toldBy(event), of: machine.id, does: "depreciation", amount });
}

function end(book: CommonsBook, event: BookEvent): void {
  const { args, timestamp: now } = event;
  const machine = machineIn(book, event, "let");
  const lease = machine.lease as Lease;
  const how = ENDS[readNumber(args, "how")] ?? "term";
  const arrears = readBigInt(args, "arrears");
  const { unpaid, since } = rentArrears(lease, now);
  if (how === "term" && now < leaseEnds(lease)) throw refusal(event)("ends a lease before its term");
  if (how === "arrears" && (since === undefined || now < since + lease.grace)) {
    throw refusal(event)("ends a lease whose rent is not late beyond the grace");
  }
  compare(book, "rent", event, { lessee: [readNumber(args, "lessee"), lease.lessee], arrears: [arrears, unpaid] });
  if (arrears !== 0n) machine.debts.set(lease.lessee, (machine.debts.get(lease.lessee) ?? 0n) + arrears);
  machine.formerLeases.push({ ...lease, endedAt: now, how, arrears });
  machine.state = "idle";
  delete machine.lease;
}

/** Bond holders are paid from what it brought, and from nothing else (K5); the rest is the commons'. */
function part(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const machine = machineIn(book, event, "idle");
  const [buyer, price] = [readAddress(args, "buyer"), readBigInt(args, "price")];
  const [coupon, principal] = [readBigInt(args, "coupon"), readBigInt(args, "principal")];
  const commons = readBigInt(args, "commons");
  const { auction } = machine;
  if (auction && (auction.kind !== "sale" || event.timestamp < auction.closesAt)) {
    throw refusal(event)(`sells machine ${machine.id} before its auction was over`);
  }
  const best = auction?.bids.at(-1);
  const series = book.series.get(machine.id);
  const lived = series && series.ended?.tx === event.transactionHash;
  const before = lived ? { ...series, ...fundingBefore(series, event, "sale"), state: "live" as const } : undefined;
  const follows = before ? liquidationOf(before, price, event.timestamp) : { coupon: 0n, principal: 0n };
  compare(book, "auctions", event, {
    buyer: [buyer, best?.bidder ?? NOBODY],
    price: [price, best?.amount ?? 0n],
    coupon: [coupon, follows.coupon],
    principal: [principal, follows.principal],
    commons: [commons, price - follows.coupon - follows.principal],
  });
  closeAuction(machine, event);
  depreciate(book, machine, event);
  const told = toldBy(event);
  machine.state = "gone";
  machine.gone = { ...told, buyer, price, coupon, principal, commons };
  const { price: cost } = machine.terms;
  const toHolders = coupon + principal;
  book.reckoned.push({ ...told, of: machine.id, does: "parting", cost, writtenOff: machine.writtenOff, toHolders });
}
