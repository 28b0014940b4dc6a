// Series of bonds and their holders (K3, K5).
import { biddersOf } from "../../../books/apply/bonds.ts";
import type { Series } from "../../../books/commons.ts";
import { claimableOf, owedAt, owedTo } from "../../../books/coupons.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

/** By number of `SeriesState`. */
const STATES = ["none", "bidding", "allotting", "live", "failed", "redeemed", "defaulted"];
const DATES_A_PAGE = 64;

/** Records and schedules; of machines without bonds, that there is no series. */
export async function checkSeries({ chain, house, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("series of bonds and their schedules");
  const { bonds } = house.at;
  const now = await timeOf(chain, house);
  const ids = [...new Set([...commons.machines.keys(), ...commons.series.keys()])];
  const answers = await askAll(ids, (id) =>
    Promise.all([chain.ask("bonds", bonds, "seriesOf", id), chain.ask("bonds", bonds, "owedOf", id)]),
  );
  for (const [i, id] of ids.entries()) {
    const [record, owed] = answers[i] ?? [];
    const series = commons.series.get(id);
    comparison.same(`series ${id}, state`, series?.state ?? "none", STATES[Number(record?.[0]?.state)]);
    if (!series) continue;
    for (const [field, value] of Object.entries(recordOf(series))) {
      comparison.same(`series ${id}, ${field}`, value, record?.[0]?.[field]);
    }
    for (const [field, value] of Object.entries(owedAt(series, now))) {
      comparison.same(`series ${id}, ${field}`, value, owed?.[field as never]);
    }
  }
  await compareSchedules(comparison, { chain, house, commons });
  return comparison.check;
}

function recordOf(series: Series): Record<string, unknown> {
  const { terms, clearing } = series;
  return {
    lowestRate: terms.lowestRate,
    highestRate: terms.highestRate,
    rate: clearing?.rate ?? 0,
    basis: terms.basis,
    dates: series.dates.length,
    cursor: series.cursor,
    lastDate: series.lastDate,
    closesAt: terms.closesAt,
    bidders: biddersOf(series).length,
    allotted: series.allotted,
    target: series.target,
    minimumBid: terms.minimumBid,
    units: series.units,
    funded: series.funded,
    sunk: series.sunk,
    marginalRest: clearing?.marginalRest ?? 0n,
    marginalAll: clearing?.marginalAll ?? 0n,
    issued: series.issued,
  };
}

async function compareSchedules(
  comparison: Comparison,
  { chain, house, commons }: Pick<Subject, "chain" | "house" | "commons">,
): Promise<void> {
  for (const { id, dates, dayCounts } of commons.series.values()) {
    const firsts = Array.from({ length: Math.ceil(dates.length / DATES_A_PAGE) }, (_, i) => i * DATES_A_PAGE);
    const pages = await askAll(firsts, (first) =>
      chain.ask("bonds", house.at.bonds, "scheduleOf", id, first, DATES_A_PAGE),
    );
    comparison.same(`series ${id}, coupon dates`, dates.join(), pages.flatMap((page) => [...(page?.[0] ?? [])]).join());
    comparison.same(`series ${id}, days`, dayCounts.join(), pages.flatMap((page) => [...(page?.[1] ?? [])]).join());
  }
}

/** Units and what can be claimed, account by account; and what all of it adds up to, to the last fraction. */
export async function checkHolders({ chain, house, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("units, coupons and principal, holder by holder");
  const { bonds } = house.at;
  const list = [...commons.series.values()].flatMap((series) =>
    [...series.holders.values()].map((holder) => ({ series, holder })),
  );
  const answers = await askAll(list, ({ series: { id }, holder: { account } }) =>
    Promise.all([
      chain.ask("bonds", bonds, "balanceOf", account, id),
      chain.ask("bonds", bonds, "claimable", id, account),
    ]),
  );
  for (const [i, { series, holder }] of list.entries()) {
    const [units, claimable] = answers[i] ?? [];
    const where = `series ${series.id}, ${holder.account}`;
    const { coupon, principal } = claimableOf(series, holder);
    comparison.same(`${where}, units`, holder.units, units?.[0]);
    comparison.same(`${where}, coupons to claim`, coupon, claimable?.coupon);
    comparison.same(`${where}, principal to claim`, principal, claimable?.principal);
    comparison.same(`${where}, units given for its bid`, holder.allotted, holder.issued);
  }
  for (const series of commons.series.values()) compareSums(comparison, series);
  return comparison.check;
}

/** Coupons that came in are what holders took and what they are owed, to the last fraction. */
function compareSums(comparison: Comparison, series: Series): void {
  const holders = [...series.holders.values()];
  const sum = (of: (holder: (typeof holders)[number]) => bigint) => holders.reduce((all, one) => all + of(one), 0n);
  const units = sum((holder) => holder.units);
  comparison.same(`series ${series.id}, units of all holders`, units, series.units);
  const all = sum((holder) => holder.coupons * series.issued + owedTo(series, holder));
  comparison.same(`series ${series.id}, coupons taken and owed, in parts`, all, series.funded * series.issued);
}
