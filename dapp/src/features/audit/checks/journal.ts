// The accounts of the double-entry journal, each beside the contracts that hold what it is about.

import {
  type Account,
  bondsPayable,
  CARRIED,
  claimOn,
  couponsPayable,
  DIVIDENDS,
  DIVIDENDS_HELD,
  ESCROW,
  ESCROW_HELD,
  FEES_HELD,
  held,
  MACHINES,
  ON_ITS_WAY,
  RESERVE_HELD,
  WAITING,
  WAITING_HELD,
} from "../../../../../books/chart.ts";
import {
  AUCTIONS,
  BOND_SERVICE,
  INTEREST_PAYABLE,
  MEMBER_INCOME,
  SHARE_CAPITAL,
  WITHDRAWALS_PAYABLE,
} from "../../../../../books/funds.ts";
import { balancesOf, imbalanceOf } from "../../../../../books/journal.ts";
import { ledgerOf } from "../../../../../books/ledger.ts";
import { t } from "../../../../../books/say.ts";
import { accountSaid } from "../../../shared/commons/accounts.ts";
import { ask, askAll, type Check, Comparison, type Subject, sum } from "./check.ts";
import { marketsOf } from "./market.ts";

/** Funds that are owed to people or stand for their shares: the claim on each is what it holds. */
const CLAIMED = [SHARE_CAPITAL, MEMBER_INCOME, WITHDRAWALS_PAYABLE, INTEREST_PAYABLE, AUCTIONS];

export const journal: Check = {
  title: t`Accounts of the journal`,
  of: t`The balance of each account after every entry, and what the contracts that hold the money or the machines answer.`,
  run: async (subject) => {
    const { coop, commons, market, settlement } = subject;
    const comparison = new Comparison(subject);
    const balances = balancesOf(ledgerOf(coop, settlement.address, commons, market));
    const accounts = [...(balances.get(settlement.address.toLowerCase())?.values() ?? [])];
    const compare = (account: Account, answer: unknown) => {
      const booked = accounts.find((one) => one.account.path === account.path);
      comparison.money(`${account.code} ${accountSaid(account)}`, booked?.amount ?? 0n, answer);
    };
    const numbers = [...coop.funds.keys()].sort((a, b) => a - b);
    const funds = await askAll(numbers, (fund) => ask(subject, "treasury", "balanceOf", [fund, settlement.address]));
    for (const [fund, answer] of funds) compare(held(fund), answer);
    for (const [account, answer] of await heldOutside(subject)) compare(account, answer);
    for (const [fund, answer] of funds) if (CLAIMED.includes(fund)) compare(claimOn(fund), answer);
    for (const [{ id }, { owed, coupons }] of await bondsIn(subject)) {
      compare(bondsPayable(id), owed);
      compare(couponsPayable(id), coupons);
    }
    compare(ON_ITS_WAY, 0n);
    comparison.money(t`Assets less liabilities and equity`, imbalanceOf(balances, settlement.address), 0n);
    return comparison;
  },
};

/** What the reserve, the market and the points hold, whose it is, and the machines. */
async function heldOutside(subject: Subject): Promise<[Account, bigint][]> {
  const { market } = subject;
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
  const fees = sum(markets, ([, [, gathered]]) => gathered);
  const waiting = await waitingIn(subject);
  const escrow = sum(markets, ([, [all]]) => all) - fees - waiting;
  return [
    [ESCROW_HELD, escrow],
    [FEES_HELD, fees],
    [WAITING_HELD, waiting],
    [DIVIDENDS_HELD, payable + carried],
    [RESERVE_HELD, await number(ask(subject, "reserve", "booked"))],
    [MACHINES, await machinesAtCost(subject)],
    [ESCROW, escrow],
    [WAITING, waiting],
    [DIVIDENDS, payable],
    [CARRIED, carried],
  ];
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
    const [record, service] = await Promise.all([
      ask(subject, "bonds", "seriesOf", [BigInt(id)]) as Promise<{ state: number; units: bigint; sunk: bigint }>,
      ask(subject, "treasury", "balanceOf", [BOND_SERVICE + id, settlement.address]) as Promise<bigint>,
    ]);
    const { state, units, sunk } = record;
    const owed = state === DEFAULTED ? sunk : state === LIVE || state === REDEEMED ? units : 0n;
    return { owed, coupons: service - sunk };
  });
}
