// Machines and their leases, bonds and their holders, the income of every member.

import { claimableOf, owedAt } from "../../../../../books/coupons.ts";
import { bookValueAt } from "../../../../../books/depreciation.ts";
import { english } from "../../../../../books/english.ts";
import { incomeDue } from "../../../../../books/income.ts";
import { rentArrears, rentDue } from "../../../../../books/leases.ts";
import { t } from "../../../../../books/say.ts";
import { shortAddress } from "../../../shared/format/address.ts";
import { ask, askAll, type Check, Comparison } from "./check.ts";

/** By number of `MachineState` and `SeriesState`. */
const MACHINE_STATES = ["none", english`ordered`, english`idle`, english`let`, english`gone`, english`cancelled`];
const SERIES_STATES = [
  "none",
  english`bidding`,
  english`allotting`,
  english`live`,
  english`failed`,
  english`redeemed`,
  english`defaulted`,
];

export const machines: Check = {
  title: t`Machines, their book values and leases`,
  of: t`State, cost, book value, rent due and arrears of each machine, worked out from the events and the clock, beside the register's.`,
  run: async (subject) => {
    const { commons, head } = subject;
    const comparison = new Comparison(subject);
    comparison.same(t`Machines ever`, commons.machines.size, await ask(subject, "machines", "machinesEver"));
    const stored = await askAll([...commons.machines.values()], ({ id }) =>
      Promise.all(
        ["stateOf", "termsOf", "bookValue", "rentOf"].map((name) => ask(subject, "machines", name, [BigInt(id)])),
      ),
    );
    for (const [machine, [state, terms, value, rent]] of stored) {
      const { id, lease } = machine;
      const [due, arrears] = rent as [bigint, bigint];
      comparison.same(t`Machine ${id}`, machine.state, MACHINE_STATES[Number(state)]);
      comparison.money(t`Machine ${id}, price`, machine.terms.price, (terms as { price: bigint }).price);
      comparison.money(t`Machine ${id}, book value`, bookValueAt(machine, head.timestamp), value);
      comparison.money(t`Machine ${id}, rent due`, lease ? rentDue(lease, head.timestamp) : 0n, due);
      comparison.money(t`Machine ${id}, arrears`, lease ? rentArrears(lease, head.timestamp).unpaid : 0n, arrears);
    }
    return comparison;
  },
};

export const bonds: Check = {
  title: t`Bonds, series by series and holder by holder`,
  of: t`What was lent, paid and is owed of each series, and what each holder has and can take, worked out from bids, rents and transfers, beside the bond office's.`,
  run: async (subject) => {
    const { commons, head } = subject;
    const comparison = new Comparison(subject);
    const all = [...commons.series.values()];
    const stored = await askAll(all, ({ id }) =>
      Promise.all(["seriesOf", "owedOf"].map((name) => ask(subject, "bonds", name, [BigInt(id)]))),
    );
    for (const [series, [record, owed]] of stored) {
      const found = record as { state: number; rate: number; units: bigint; funded: bigint; sunk: bigint };
      const [couponArrears, principalArrears] = owed as bigint[];
      const late = owedAt(series, head.timestamp);
      const where = t`Series ${series.id}`;
      comparison.same(where, series.state, SERIES_STATES[found.state]);
      comparison.same(t`${where}, rate in basis points`, series.clearing?.rate ?? 0, found.rate);
      comparison.money(t`${where}, outstanding`, series.units, found.units);
      comparison.money(t`${where}, coupons paid in`, series.funded, found.funded);
      comparison.money(t`${where}, set aside to repay`, series.sunk, found.sunk);
      comparison.money(t`${where}, coupons late`, late.couponArrears, couponArrears);
      comparison.money(t`${where}, principal late`, late.principalArrears, principalArrears);
    }
    const holders = all.flatMap((series) => [...series.holders.values()].map((holder) => ({ series, holder })));
    const held = await askAll(holders, ({ series: { id }, holder: { account } }) =>
      Promise.all([
        ask(subject, "bonds", "balanceOf", [account, BigInt(id)]),
        ask(subject, "bonds", "claimable", [BigInt(id), account]),
      ]),
    );
    for (const [{ series, holder }, [units, claimable]] of held) {
      const { coupon, principal } = claimableOf(series, holder);
      const [coupons, repayment] = claimable as bigint[];
      const where = t`Series ${series.id}, ${shortAddress(holder.account)}`;
      comparison.money(t`${where}, holds`, holder.units, units);
      comparison.money(t`${where}, coupons to take`, coupon, coupons);
      comparison.money(t`${where}, principal to take`, principal, repayment);
    }
    return comparison;
  },
};

export const income: Check = {
  title: t`Income of the commons, member by member`,
  of: t`What is due to everybody who ever was a member, from the rents since it entered, beside the contract's.`,
  run: async (subject) => {
    const { commons } = subject;
    const comparison = new Comparison(subject);
    const [posted] = (await ask(subject, "income", "totals")) as bigint[];
    comparison.money(t`Posted ever`, commons.income.posted, posted);
    const stored = await askAll([...commons.members.keys()], (id) => ask(subject, "income", "dueTo", [id]));
    for (const [id, due] of stored) comparison.money(t`Member ${id}, due`, incomeDue(commons.income, id), due);
    return comparison;
  },
};
