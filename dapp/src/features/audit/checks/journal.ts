// The accounts of the double-entry journal, each beside the contracts that hold what it is about.
import { fundName } from "../../../../../books/fund-names.ts";
import { AUCTIONS, BOND_SERVICE, MEMBER_INCOME } from "../../../../../books/funds.ts";
import { balancesOf, imbalanceOf } from "../../../../../books/journal.ts";
import { ledgerOf } from "../../../../../books/ledger.ts";
import { capitalised } from "../../../../../books/words.ts";
import { ask, askAll, type Check, Comparison, type Subject, sum } from "./check.ts";
import { marketsOf } from "./market.ts";

const WITHDRAWALS = 6;
const INTEREST = 7;

export const journal: Check = {
  title: "Accounts of the journal",
  of: "The balance of each account after every entry, and what the contracts that hold the money or the machines answer.",
  run: async (subject) => {
    const { coop, commons, market, settlement } = subject;
    const comparison = new Comparison(subject);
    const balances = balancesOf(ledgerOf(coop, settlement.address, commons, market));
    const accounts = balances.get(settlement.address.toLowerCase());
    const compare = (name: string, held: unknown) =>
      comparison.money(capitalised(name), accounts?.get(name)?.amount ?? 0n, held);
    const fund = (number: number) => ask(subject, "treasury", "balanceOf", [number, settlement.address]);
    for (const [name, held] of Object.entries(await heldBy(subject))) compare(name, held);
    for (const number of [WITHDRAWALS, INTEREST, MEMBER_INCOME, AUCTIONS])
      compare(fundName(number), await fund(number));
    for (const [{ id }, { owed, service }] of await bondsIn(subject)) {
      compare(`bonds payable ${id}`, owed);
      compare(`coupons payable ${id}`, service);
    }
    comparison.money("Assets less liabilities and equity", imbalanceOf(balances, settlement.address), 0n);
    return comparison;
  },
};

/** By account: what the treasury, the reserve, the market and the points hold. */
async function heldBy(subject: Subject): Promise<Record<string, bigint>> {
  const { settlement, market } = subject;
  const number = async (answer: Promise<unknown>) => BigInt((await answer) as bigint);
  const markets = await askAll(marketsOf(subject), ([address]) =>
    Promise.all([
      number(ask(subject, "market", "held", [], address)),
      ask(subject, "market", "gathered", [], address).then((fees) => sum(fees as bigint[], BigInt)),
    ]),
  );
  const left = await askAll([...market.periods.keys()], (period) => ask(subject, "patronage", "leftOf", [period]));
  const payable = sum(left, ([, answer]) => (answer as [bigint, bigint])[0]);
  const carried = await number(ask(subject, "patronage", "carried"));
  const held = sum(markets, ([, [all]]) => all);
  const fees = sum(markets, ([, [, gathered]]) => gathered);
  const waiting = await waitingIn(subject);
  return {
    "held by the treasury": await number(ask(subject, "treasury", "booked", [settlement.address])),
    "held by the reserve": await number(ask(subject, "reserve", "booked")),
    "held by the market": held,
    "held for dividends": payable + carried,
    "machines at cost": await machinesAtCost(subject),
    "fees gathered": fees,
    "payments that wait": waiting,
    "escrow of jobs": held - fees - waiting,
    "dividends payable": payable,
    "dividends carried": carried,
  };
}

/** What could not be delivered, of every account that ever waited. */
async function waitingIn(subject: Subject): Promise<bigint> {
  const waiting = marketsOf(subject).flatMap(([address, { jobs }]) => {
    const accounts = [...jobs.values()].flatMap(({ held }) => held.map(({ account }) => account.toLowerCase()));
    return [...new Set(accounts)].map((account) => [address, account] as const);
  });
  const owed = await askAll(waiting, ([address, account]) => ask(subject, "market", "owedTo", [account], address));
  return sum(owed, ([, answer]) => BigInt(answer as bigint));
}

/** Of those that are held: idle or let. */
async function machinesAtCost(subject: Subject): Promise<bigint> {
  const [IDLE, LET] = [2, 3];
  const found = await askAll([...subject.commons.machines.keys()], (id) =>
    Promise.all([
      ask(subject, "machines", "stateOf", [BigInt(id)]),
      ask(subject, "machines", "termsOf", [BigInt(id)]) as Promise<{ price: bigint }>,
    ]),
  );
  return sum(found, ([, [state, { price }]]) => (state === IDLE || state === LET ? price : 0n));
}

/** What is owed to holders of each series, and what of its fund is for coupons. */
async function bondsIn(subject: Subject) {
  const [LIVE, REDEEMED, DEFAULTED] = [3, 5, 6];
  const { settlement } = subject;
  return askAll([...subject.commons.series.values()], async ({ id }) => {
    const [record, held] = await Promise.all([
      ask(subject, "bonds", "seriesOf", [BigInt(id)]) as Promise<{ state: number; units: bigint; sunk: bigint }>,
      ask(subject, "treasury", "balanceOf", [BOND_SERVICE + id, settlement.address]) as Promise<bigint>,
    ]);
    const { state, units, sunk } = record;
    const owed = state === DEFAULTED ? sunk : state === LIVE || state === REDEEMED ? units : 0n;
    return { owed, service: held - sunk };
  });
}
