// Points, periods and dividends: member by member, and the money that is there for them (A4, A5, A7, J5).
import { COMMUNITY, OPERATING, OUTSIDE } from "../../../books/funds.ts";
import type { PeriodEntry } from "../../../books/market.ts";
import { contributionsOf, whyDividend } from "../../../books/surplus.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

const SHARE_CAPITAL = 2;
const INTEREST_PAYABLE = 7;
const NONE = { work: 0n, custom: 0n };

/** What the market says every job earned, what was told and what is kept are the same, for every member and period. */
export async function checkPoints({ chain, house, market }: Subject): Promise<Check> {
  const comparison = new Comparison("points, member by member");
  const { patronage } = house.at;
  const [running, follows] = await Promise.all([
    chain.ask("patronage", patronage, "currentPeriod"),
    chain.ask("patronage", patronage, "market"),
  ]);
  comparison.same("running period", market.periods.size, running?.[0]);
  comparison.same("points are taken from", house.at.market, follows?.[0]);
  const { points: untold } = market.pending;
  if (untold) {
    comparison.wrong(`job ${untold.entry.id}, points`, String(untold.work + untold.custom), "nothing");
  }
  for (const { period, points, members } of market.periods.values()) {
    const all = await chain.ask("patronage", patronage, "pointsIn", period);
    comparison.same(`period ${period}, all points`, points, all?.[0]);
    const ids = [...market.members.keys()];
    const kept = await askAll(ids, (id) => chain.ask("patronage", patronage, "pointsOf", period, id));
    for (const [i, id] of ids.entries()) {
      const where = `period ${period}, member ${id}`;
      const { work, custom } = members.get(id) ?? NONE;
      comparison.same(`${where}, points for work`, work, kept[i]?.work);
      comparison.same(`${where}, points for custom`, custom, kept[i]?.custom);
      const jobs = contributionsOf(market, period, id);
      const earned = jobs.reduce((sum, job) => sum + job.work + job.custom, 0n);
      comparison.same(`${where}, points of its jobs`, earned, work + custom);
    }
  }
  return comparison.check;
}

/** When each period began and ended, and what was declared for it, figure by figure. */
export async function checkPeriods({ chain, house, market }: Subject): Promise<Check> {
  const comparison = new Comparison("periods and their surpluses");
  const { surplus } = house.at;
  const terms = (await chain.ask("surplus", surplus, "terms"))?.[0];
  for (const [term, value] of Object.entries(market.surplusTerms ?? {})) comparison.same(term, value, terms?.[term]);
  for (const period of market.periods.values()) {
    const stored = (await chain.ask("surplus", surplus, "recordOf", period.period))?.[0];
    for (const [field, value] of Object.entries(recordOf(period))) {
      comparison.same(`period ${period.period}, ${field}`, value, stored?.[field]);
    }
  }
  const running = market.periods.get(market.periods.size);
  const closesAt = (running?.openedAt ?? 0) + (market.surplusTerms?.period ?? 0);
  comparison.same("the running period ends at", closesAt, (await chain.ask("surplus", surplus, "closesAt"))?.[0]);
  return comparison.check;
}

/** The contract writes a record when a period is closed. */
function recordOf({ openedAt, closedAt, points, declared }: PeriodEntry): Record<string, unknown> {
  return {
    openedAt: closedAt === 0 ? 0 : openedAt,
    closedAt,
    declaredAt: declared?.at ?? 0,
    surplus: declared?.surplus ?? 0n,
    reserve: declared?.reserve ?? 0n,
    community: declared?.community ?? 0n,
    interest: declared?.interest ?? 0n,
    dividends: declared?.dividends ?? 0n,
    carried: declared?.fromCarried ?? 0n,
    points: closedAt === 0 ? 0n : points,
  };
}

/** Each member's dividend, claimed or not; what is left of every pot; and that the money is there. */
export async function checkDividends(subject: Subject): Promise<Check> {
  const comparison = new Comparison("dividends, member by member");
  const { chain, house, market } = subject;
  const { patronage } = house.at;
  let owed = market.carried;
  for (const { period, members, moneyLeft, pointsLeft } of market.periods.values()) {
    const left = await chain.ask("patronage", patronage, "leftOf", period);
    comparison.same(`period ${period}, money left`, moneyLeft, left?.money);
    comparison.same(`period ${period}, points left`, pointsLeft, left?.points);
    owed += moneyLeft;
    const list = [...members];
    const stored = await askAll(list, ([id]) => chain.ask("patronage", patronage, "dividendOf", period, id));
    for (const [i, [id, { isClaimed, claimed }]] of list.entries()) {
      const amount = whyDividend(market, period, id)?.amount ?? 0n;
      comparison.same(`period ${period}, dividend of member ${id}`, amount, stored[i]?.[0]?.amount);
      comparison.same(`period ${period}, member ${id} has claimed`, isClaimed, stored[i]?.[0]?.claimed);
      if (isClaimed) comparison.same(`period ${period}, claimed by member ${id}`, claimed, amount);
    }
  }
  comparison.same("carried", market.carried, (await chain.ask("patronage", patronage, "carried"))?.[0]);
  const balance = BigInt((await chain.ask("token", house.token, "balanceOf", patronage))?.[0] ?? 0);
  comparison.same("owed for dividends, and there", balance < owed ? owed : balance, balance);
  compareMoves(comparison, subject);
  return comparison.check;
}

/** Every part of a surplus left the operating fund as it was declared; dividends taken in shares bought shares at par (S6). */
function compareMoves(comparison: Comparison, { coop, market }: Subject): void {
  const moved = (tx: string, from: number, to: number, memo?: number) =>
    coop.moves
      .filter((move) => move.tx === tx && move.from === from && move.to === to)
      .filter((move) => memo === undefined || BigInt(move.memo) === BigInt(memo))
      .reduce((sum, { amount }) => sum + amount, 0n);
  for (const { period, declared } of market.periods.values()) {
    if (!declared) continue;
    const { tx, reserve, community, dividends } = declared;
    const paidOut = moved(tx, OPERATING, OUTSIDE, period);
    comparison.same(`period ${period}, reserve and dividends paid out`, reserve + dividends, paidOut);
    comparison.same(`period ${period}, community's part moved`, community, moved(tx, OPERATING, COMMUNITY, period));
    // One resolution can declare for several periods.
    const all = [...market.periods.values()].filter((one) => one.declared?.tx === tx);
    const posted = all.reduce((sum, one) => sum + (one.declared?.interest ?? 0n), 0n);
    comparison.same(`period ${period}, interest moved`, posted, moved(tx, OPERATING, INTEREST_PAYABLE));
  }
  const par = coop.shares.terms?.par ?? 0n;
  const units = new Map<string, bigint>();
  for (const claim of market.claims) units.set(claim.tx, (units.get(claim.tx) ?? 0n) + claim.units);
  for (const [tx, taken] of units) {
    const paid = moved(tx, OUTSIDE, SHARE_CAPITAL);
    comparison.same(`shares taken for dividends in ${tx}, paid in`, taken * par, paid);
  }
}
