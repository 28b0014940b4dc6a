// The money of the commons against what is owed of it, and the accounts of the journal against both.
import { balanceOf } from "../../../books/apply/treasury.ts";
import type { CommonsBook, Machine, Series } from "../../../books/commons.ts";
import { fundName } from "../../../books/fund-names.ts";
import { AUCTIONS, BOND_BIDS, BOND_SERVICE, MEMBER_INCOME, PURCHASE } from "../../../books/funds.ts";
import { type Balances, balancesOf } from "../../../books/journal.ts";
import { ledgerOf } from "../../../books/ledger.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

const sum = <T>(list: Iterable<T>, of: (one: T) => bigint): bigint => {
  let all = 0n;
  for (const one of list) all += of(one);
  return all;
};

/** Each fund holds exactly what is owed of it, to the smallest unit. */
export async function checkOwed({ house, coop, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("funds of the commons against what is owed of them");
  const holds = (fund: number, owed: bigint) =>
    comparison.same(`owed of ${fundName(fund)}, and held`, owed, balanceOf(coop, fund, house.token));
  for (const series of commons.series.values()) {
    const bids = sum(series.bids.values(), ({ amount, refund }) => amount + refund);
    holds(BOND_BIDS + series.id, series.state === "allotting" ? bids + series.units : bids);
    holds(BOND_SERVICE + series.id, couponsLeft(series) + series.sunk);
  }
  for (const machine of commons.machines.values()) {
    holds(PURCHASE + machine.id, setAside(machine, commons.series.get(machine.id)));
  }
  holds(AUCTIONS, deposits(commons));
  const { income } = commons;
  holds(MEMBER_INCOME, income.posted - income.paid);
  return comparison.check;
}

const couponsLeft = (series: Series): bigint => series.funded - sum(series.claims, ({ coupon }) => coupon);

/** For a machine that is not bought yet. */
function setAside({ state, terms }: Machine, series: Series | undefined): bigint {
  if (state !== "ordered") return 0n;
  return terms.contribution + (series?.state === "live" ? series.target : 0n);
}

const deposits = (commons: CommonsBook): bigint =>
  sum(commons.deposits.values(), (amount) => amount) +
  sum(commons.machines.values(), ({ auction }) => auction?.bids.at(-1)?.amount ?? 0n);

/** What the journal says is owed to holders, what machines cost and how far they are written off. */
export async function checkAccounts({ house, coop, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("accounts of the commons");
  const balances = balancesOf(ledgerOf(coop, house.token, commons));
  const amount = amountIn(balances, house.token);
  for (const series of commons.series.values()) {
    const { id, state, units, sunk } = series;
    comparison.same(
      `bonds payable ${id}`,
      state === "defaulted" ? sunk : issued(series) ? units : 0n,
      amount(`bonds payable ${id}`),
    );
    comparison.same(`coupons payable ${id}`, couponsLeft(series), amount(`coupons payable ${id}`));
    comparison.same(`taken by holders of series ${id}, unexplained`, 0n, amount(fundName(BOND_SERVICE + id)));
  }
  const owned = [...commons.machines.values()].filter(({ state }) => state === "idle" || state === "let");
  const cost = sum(owned, ({ terms }) => terms.price);
  const worn = sum(owned, ({ writtenOff }) => writtenOff);
  comparison.same("machines at cost", cost, amount("machines at cost"));
  comparison.same("accumulated depreciation", -worn, amount("accumulated depreciation"));
  return comparison.check;
}

const issued = ({ state }: Series): boolean => state === "live" || state === "redeemed";

const amountIn =
  (balances: Balances, asset: string) =>
  (account: string): bigint =>
    balances.get(asset.toLowerCase())?.get(account)?.amount ?? 0n;
