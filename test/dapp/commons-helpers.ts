// A machine, its lease and its bonds, for the tests of what the pages of the commons work out. Amounts are euros of six decimals.
import type { BondBid, CommonsBook, Lease, Machine, Series } from "../../books/commons.ts";
import { emptyCommons } from "../../books/commons.ts";
import { accountOf, NOW } from "./helpers.ts";

export const EURO = 1_000_000n;
export const DAY = 86_400;
export const euros = (amount: bigint): string => `€${amount / EURO}`;
const NOBODY = `0x${"0".repeat(40)}` as const;
const told = { at: NOW, tx: "0x", block: 1n, logIndex: 0 } as const;

/** Four quarters of ninety days from the close, 1,000 to be raised at 2 to 6 %. */
export function openSeries(part: Partial<Series> = {}): Series {
  const issueDate = NOW + 10 * DAY;
  const dates = [0, 90, 180, 270, 360].map((day) => issueDate + day * DAY);
  return {
    id: 1,
    state: "bidding",
    terms: {
      plan: {
        ...{ issueDate, anchor: dates[1] ?? 0, maturity: dates[4] ?? 0, every: 90, unit: 0 },
        ...{ longStub: false, endOfMonth: false, businessDays: 0, dayCount: 1 },
      },
      closesAt: issueDate,
      lowestRate: 200,
      highestRate: 600,
      minimumBid: 50n * EURO,
      basis: 360,
    },
    target: 1_000n * EURO,
    dates,
    dayCounts: [0, 90, 180, 270, 360],
    lastDate: 4,
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
    ...part,
  };
}

export function bid(series: Series, member: number, amount: number, rate: number): BondBid {
  const offered = BigInt(amount) * EURO;
  const back = { refund: 0n, refunded: 0n };
  const placed = { bidder: accountOf(member), memberId: member, offered, rate, firstAt: NOW, amount: offered, ...back };
  series.bids.set(placed.bidder.toLowerCase(), placed);
  return placed;
}

/** Bonds of 1,000 at 4 %, shared by members 1 (750) and 2 (250): a coupon is 10, an instalment 250. */
export function liveSeries(part: Partial<Series> = {}): Series {
  const clearing = { rate: 400, marginalRest: 1_000n * EURO, marginalAll: 1_000n * EURO };
  const series = openSeries({ state: "live", clearing, units: 1_000n * EURO, issued: 1_000n * EURO, ...part });
  issue(series, 1, 750n * EURO);
  issue(series, 2, 250n * EURO);
  return series;
}

function issue(series: Series, member: number, units: bigint): void {
  const account = accountOf(member);
  const none = { reading: 0n, owed: 0n, coupons: 0n, principal: 0n, allotted: units, issued: units };
  series.holders.set(account.toLowerCase(), { account, units, ...none });
  series.transfers.push({ ...told, from: NOBODY, to: account, units });
}

/** The units receive coupons, in a block of its own. */
export function fund(series: Series, coupon: bigint, block: bigint): void {
  const before = { funded: series.funded, sunk: series.sunk };
  series.fundings.push({ ...told, block, coupon, principal: 0n, before });
  series.funded += coupon;
}

export function send(series: Series, from: number, to: number, units: bigint, block: bigint, logIndex = 0): void {
  series.transfers.push({ ...told, block, logIndex, from: accountOf(from), to: accountOf(to), units });
}

/** Bought a hundred days ago for 1,200 of which bonds paid 1,000; 100 every thirty days, with ten days' grace. */
export function boughtMachine(part: Partial<Machine> = {}): Machine {
  const rent = 100n * EURO;
  const shape = { rentPeriod: 30 * DAY, periods: 12, upkeepShare: 1_000, grace: 10 * DAY };
  return {
    id: 1,
    terms: {
      ...{
        specification: `0x${"5c".repeat(32)}`,
        seller: accountOf(90),
        price: 1_200n * EURO,
        contribution: 200n * EURO,
      },
      ...{ rent, lessee: 3, usefulLife: 1_000 * DAY, residual: 200n * EURO, ...shape },
    },
    state: "let",
    orderedAt: NOW - 150 * DAY,
    boughtAt: NOW - 100 * DAY,
    lease: leaseOf(),
    formerLeases: [],
    debts: new Map(),
    formerAuctions: [],
    rents: [],
    writtenOff: 0n,
    ...part,
  };
}

/** Begun a hundred days ago, so that three rents fell due, the last ten days ago. */
export function leaseOf(part: Partial<Lease> = {}): Lease {
  const shape = { rentPeriod: 30 * DAY, periods: 12, upkeepShare: 1_000, grace: 10 * DAY };
  return { lessee: 3, rent: 100n * EURO, ...shape, startedAt: NOW - 100 * DAY, paid: 300n * EURO, ...part };
}

export function commonsWith(machine: Machine, series?: Series): CommonsBook {
  const book = emptyCommons();
  book.machines.set(machine.id, machine);
  if (series) book.series.set(series.id, series);
  return book;
}
