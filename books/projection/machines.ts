// Rows of machines and bonds: leases and auctions as they stand, rents, series, bids, holders, coupons.
import type { BookEvent } from "../event.ts";
import type { BondBid, BondHolder, Series } from "../model/commons.ts";
import { accounts, forEach, jsonOf, numbered, numbers } from "./read.ts";
import { keyed, nested } from "./table.ts";

const MACHINE_EVENTS = [
  "MachineOrdered",
  "MachineBought",
  "MachineCancelled",
  "LeaseStarted",
  "RentPaid",
  "LeaseEnded",
  "MachineGone",
  "AuctionOpened",
  "AuctionBid",
  "AuctionFailed",
];

export const machines = keyed({
  name: "machines",
  key: ["id"],
  columns: {
    id: "number",
    state: "text",
    terms: "json",
    orderedAt: "time",
    boughtAt: "time",
    owner: "text",
    lease: "json",
    formerLeases: "json",
    debts: "json",
    auction: "json",
    formerAuctions: "json",
    gone: "json",
    writtenOff: "amount",
  },
  entries: ({ commons }) => commons.machines,
  find: ({ commons }, id) => commons.machines.get(id),
  touched: { ...forEach(MACHINE_EVENTS, numbered("machineId")), Transfer: numbered("tokenId") },
  row: (machine) => ({
    id: machine.id,
    state: machine.state,
    terms: jsonOf(machine.terms),
    orderedAt: machine.orderedAt,
    boughtAt: machine.boughtAt ?? null,
    owner: machine.owner ?? null,
    lease: jsonOf(machine.lease),
    formerLeases: jsonOf(machine.formerLeases),
    debts: jsonOf([...machine.debts].map(([memberId, amount]) => ({ memberId, amount }))),
    auction: jsonOf(machine.auction),
    formerAuctions: jsonOf(machine.formerAuctions),
    gone: jsonOf(machine.gone),
    writtenOff: machine.writtenOff,
  }),
});

export const rents = nested({
  name: "rents",
  key: ["machineId", "number"],
  columns: {
    machineId: "number",
    number: "number",
    lessee: "number",
    payer: "text",
    upkeep: "amount",
    coupon: "amount",
    principal: "amount",
    income: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  parents: ({ commons }) => commons.machines,
  find: ({ commons }, id) => commons.machines.get(id),
  touched: { RentPaid: numbered("machineId") },
  list: (machine) => machine.rents,
  row: ({ logIndex, ...rent }, number, { id }) => ({ machineId: id, number, ...rent, log: logIndex }),
});

/** What stands for somebody who was outbid, by lower-case account. */
export const auctionDeposits = keyed({
  name: "auction_deposits",
  key: ["account"],
  columns: { account: "text", amount: "amount" },
  entries: ({ commons }) => commons.deposits,
  find: ({ commons }, account) => commons.deposits.get(account),
  touched: {
    AuctionBid: (event) => accounts(event, "outbid"),
    DepositReturned: (event) => accounts(event, "account"),
    AuctionFailed: (event, { commons }) =>
      numbers(event, "machineId").flatMap((id) => {
        const best = commons.machines.get(id)?.auction?.bids.at(-1);
        return best ? [best.bidder.toLowerCase()] : [];
      }),
  },
  row: (amount, account) => ({ account, amount }),
});

const SERIES_EVENTS = [
  "SeriesOpened",
  "SeriesCleared",
  "SeriesFailed",
  "Allotted",
  "SeriesIssued",
  "SeriesFunded",
  "RedemptionAnnounced",
  "RedemptionLapsed",
  "SeriesRedeemed",
  "SeriesDefaulted",
];

/** One number stands for a machine and for its series. */
const withMachine = ["RentPaid", "MachineGone"];

/** The series of a transfer of units, one or many. */
const moved = (event: BookEvent): number[] => [
  ...numbers(event, "id"),
  ...((event.args.ids as readonly bigint[] | undefined) ?? []).map(Number),
];

export const series = keyed({
  name: "series",
  key: ["id"],
  columns: {
    id: "number",
    state: "text",
    terms: "json",
    target: "amount",
    dates: "json",
    dayCounts: "json",
    lastDate: "number",
    cursor: "number",
    clearing: "json",
    excess: "amount",
    issuedAt: "time",
    units: "amount",
    issued: "amount",
    funded: "amount",
    sunk: "amount",
    announced: "json",
    ended: "json",
  },
  entries: ({ commons }) => commons.series,
  find: ({ commons }, id) => commons.series.get(id),
  touched: {
    ...forEach(SERIES_EVENTS, numbered("series")),
    ...forEach(withMachine, numbered("machineId")),
    ...forEach(["TransferSingle", "TransferBatch"], moved),
  },
  row: (one) => ({
    id: one.id,
    state: one.state,
    terms: jsonOf(one.terms),
    target: one.target,
    dates: jsonOf(one.dates),
    dayCounts: jsonOf(one.dayCounts),
    lastDate: one.lastDate,
    cursor: one.cursor,
    clearing: jsonOf(one.clearing),
    excess: one.excess,
    issuedAt: one.issuedAt ?? null,
    units: one.units,
    issued: one.issued,
    funded: one.funded,
    sunk: one.sunk,
    announced: jsonOf(one.announced),
    ended: jsonOf(one.ended),
  }),
});

type InSeries = `${number}|${string}`;
const inSeries = (of: readonly number[], those: readonly string[]): InSeries[] =>
  of.flatMap((id) => those.map((account): InSeries => `${id}|${account}`));

function* each<T>(all: Map<number, Series>, of: (one: Series) => Map<string, T>): Iterable<[InSeries, T]> {
  for (const [id, one] of all) for (const [account, value] of of(one)) yield [`${id}|${account}`, value];
}

const idIn = (key: InSeries): number => Number(key.split("|")[0]);
const accountIn = (key: InSeries): string => key.split("|")[1] ?? "";

export const bondBids = keyed<InSeries, BondBid>({
  name: "bond_bids",
  key: ["series", "bidder"],
  columns: {
    series: "number",
    bidder: "text",
    memberId: "number",
    offered: "amount",
    rate: "number",
    firstAt: "time",
    amount: "amount",
    refund: "amount",
    refunded: "amount",
    units: "amount",
    inherited: "flag",
  },
  entries: ({ commons }) => each(commons.series, ({ bids }) => bids),
  find: ({ commons }, key) => commons.series.get(idIn(key))?.bids.get(accountIn(key)),
  touched: {
    ...forEach(["BidPlaced", "Allotted", "RefundPaid"], (event: BookEvent) =>
      inSeries(numbers(event, "series"), accounts(event, "bidder")),
    ),
    HolderReplaced: (event) => inSeries(numbers(event, "series"), accounts(event, "former", "current")),
  },
  row: ({ units = null, inherited = false, ...bid }, key) => ({
    series: idIn(key),
    bidder: accountIn(key),
    memberId: bid.memberId,
    offered: bid.offered,
    rate: bid.rate,
    firstAt: bid.firstAt,
    amount: bid.amount,
    refund: bid.refund,
    refunded: bid.refunded,
    units,
    inherited,
  }),
});

/** As of each holder's last change: coupons since then are not counted yet. */
export const bondHolders = keyed<InSeries, BondHolder>({
  name: "bond_holders",
  key: ["series", "account"],
  columns: {
    series: "number",
    account: "text",
    units: "amount",
    reading: "amount",
    owed: "amount",
    coupons: "amount",
    principal: "amount",
    allotted: "amount",
    issued: "amount",
  },
  entries: ({ commons }) => each(commons.series, ({ holders }) => holders),
  find: ({ commons }, key) => commons.series.get(idIn(key))?.holders.get(accountIn(key)),
  touched: {
    Allotted: (event) => inSeries(numbers(event, "series"), accounts(event, "bidder")),
    BondClaimed: (event) => inSeries(numbers(event, "series"), accounts(event, "holder")),
    HolderReplaced: (event) => inSeries(numbers(event, "series"), accounts(event, "former", "current")),
    ...forEach(["TransferSingle", "TransferBatch"], (event: BookEvent) =>
      inSeries(moved(event), accounts(event, "from", "to")),
    ),
  },
  row: ({ units, reading, owed, coupons, principal, allotted, issued }, key) => ({
    series: idIn(key),
    account: accountIn(key),
    units,
    reading,
    owed,
    coupons,
    principal,
    allotted,
    issued,
  }),
});

/** Coupons that units received, and principal that was set aside. */
export const fundings = nested({
  name: "fundings",
  key: ["series", "number"],
  columns: {
    series: "number",
    number: "number",
    coupon: "amount",
    principal: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  parents: ({ commons }) => commons.series,
  find: ({ commons }, id) => commons.series.get(id),
  touched: { SeriesFunded: numbered("series") },
  list: (one) => one.fundings,
  row: ({ coupon, principal, at, tx, block, logIndex }, number, { id }) => ({
    series: id,
    number,
    coupon,
    principal,
    at,
    tx,
    block,
    log: logIndex,
  }),
});

export const bondClaims = nested({
  name: "bond_claims",
  key: ["series", "number"],
  columns: {
    series: "number",
    number: "number",
    holder: "text",
    coupon: "amount",
    units: "amount",
    principal: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  parents: ({ commons }) => commons.series,
  find: ({ commons }, id) => commons.series.get(id),
  touched: { BondClaimed: numbered("series") },
  list: (one) => one.claims,
  row: ({ logIndex, ...claim }, number, { id }) => ({ series: id, number, ...claim, log: logIndex }),
});

export const bondTransfers = nested({
  name: "bond_transfers",
  key: ["series", "number"],
  columns: {
    series: "number",
    number: "number",
    from: "text",
    to: "text",
    units: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  parents: ({ commons }) => commons.series,
  find: ({ commons }, id) => commons.series.get(id),
  touched: forEach(["TransferSingle", "TransferBatch"], moved),
  list: (one) => one.transfers,
  row: ({ logIndex, ...transfer }, number, { id }) => ({ series: id, number, ...transfer, log: logIndex }),
});
