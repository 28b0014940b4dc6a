// The market's money: what it holds is somebody's, to the smallest unit, and what leaves it arrives (J2, A3).
import { encodeBytes32String } from "ethers";
import { COMMONS, OPERATING, OUTSIDE } from "../../../books/funds.ts";
import { JobState } from "../../../books/job.ts";
import { balancesOf } from "../../../books/journal.ts";
import { ledgerOf } from "../../../books/ledger.ts";
import type { MarketState } from "../../../books/market.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";
import { marketsOf } from "./jobs.ts";

/** "fees", as the market says of what it hands over. */
const FEES = encodeBytes32String("fees");

const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, amount) => all + amount, 0n);

/** Escrow, gathered fees and waiting payments add up to what is held, and there is as much. */
export async function checkMarketMoney(subject: Subject): Promise<Check> {
  const comparison = new Comparison("money held by the market");
  const { chain, house } = subject;
  for (const [address, state] of marketsOf(subject)) {
    const [held, gathered, balance] = await Promise.all([
      chain.ask("market", address, "held"),
      chain.ask("market", address, "gathered"),
      chain.ask("token", house.token, "balanceOf", address),
    ]);
    comparison.same("held", state.held, held?.[0]);
    for (const [field, value] of Object.entries(state.gathered)) {
      comparison.same(`gathered, ${field}`, value, gathered?.[field as never]);
    }
    comparison.same("escrow, fees and waiting payments", escrowIn(state) + feesIn(state) + waitingIn(state), held?.[0]);
    const short = BigInt(balance?.[0] ?? 0) < state.held;
    comparison.same("held, and there", short ? state.held : balance?.[0], balance?.[0]);
    const waited = [...state.jobs.values()].flatMap((entry) => entry.held.map(({ account }) => account.toLowerCase()));
    const accounts = [...new Set([...waited, ...state.owed.keys()])];
    const owed = await askAll(accounts, (account) => chain.ask("market", address, "owedTo", account));
    for (const [i, account] of accounts.entries()) {
      comparison.same(`waiting for ${account}`, state.owed.get(account) ?? 0n, owed[i]?.[0]);
    }
  }
  return comparison.check;
}

const escrowIn = ({ jobs }: MarketState): bigint =>
  sum(
    [...jobs.values()].flatMap(({ state, job: { fare, passThrough, tip } }) =>
      state === JobState.Ended ? [] : [fare + passThrough + tip],
    ),
  );
const feesIn = ({ gathered }: MarketState): bigint => sum(Object.values(gathered));
const waitingIn = ({ owed }: MarketState): bigint => sum(owed.values());

/** What was handed over went to its funds in the same call; work for the co-op was paid for out of the operating fund. */
export async function checkHandedOver({ coop, market }: Subject): Promise<Check> {
  const comparison = new Comparison("fees handed over, and work for the co-op");
  const remitted = new Map<string, bigint>();
  for (const move of market.moved) {
    if (move.does === "remitted") remitted.set(move.tx, (remitted.get(move.tx) ?? 0n) + move.amount);
  }
  for (const [tx, amount] of remitted) {
    const moves = coop.moves.filter(({ via, from, to }) => {
      return via === "market" && from === OUTSIDE && (to === OPERATING || to === COMMONS);
    });
    const arrived = [...moves, ...coop.reserve.moves].filter((move) => move.tx === tx && move.memo === FEES);
    comparison.same(`handed over in ${tx}`, amount, sum(arrived.map((move) => move.amount)));
  }
  const paid = new Map(
    coop.moves
      .filter(({ via, from, to }) => via === "market" && from === OPERATING && to === OUTSIDE)
      .map(({ tx, amount, memo }) => [`${tx} ${BigInt(memo)}`, amount]),
  );
  const offers = market.moved.filter((move) => move.does === "escrow");
  const ofCoop = [...market.former.values(), market].flatMap(({ jobs }) =>
    [...jobs.values()].filter(({ job }) => job.role !== 0),
  );
  for (const { id, job, dates } of ofCoop) {
    const offer = offers.find(({ of, at, party }) => of === id && at === dates.offered && isSame(party, job.customer));
    comparison.same(
      `job ${id}, paid by the co-op`,
      job.fare + job.passThrough + job.tip,
      paid.get(`${offer?.tx} ${id}`),
    );
  }
  return comparison.check;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What the journal says of the market and of dividends against what the book of the market says. */
export async function checkMarketAccounts(subject: Subject): Promise<Check> {
  const comparison = new Comparison("accounts of the market and of dividends");
  const { house, coop, commons, market } = subject;
  const accounts = balancesOf(ledgerOf(coop, house.token, commons, market)).get(house.token.toLowerCase());
  const states = marketsOf(subject).map(([, state]) => state);
  const owed = sum([...market.periods.values()].map(({ moneyLeft }) => moneyLeft));
  const booked = {
    "market: escrow": sum(states.map(escrowIn)),
    "escrow of jobs": sum(states.map(escrowIn)),
    "market: fees gathered": sum(states.map(feesIn)),
    "fees on their way": 0n,
    "market: payments that wait": sum(states.map(waitingIn)),
    "payments that wait": sum(states.map(waitingIn)),
    "held for dividends": owed + market.carried,
    "dividends payable": owed,
    "dividends carried": market.carried,
  };
  for (const [name, amount] of Object.entries(booked)) {
    comparison.same(name, amount, accounts?.get(name)?.amount ?? 0n);
  }
  return comparison.check;
}
