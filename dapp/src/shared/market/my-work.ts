// What one person's jobs came to, by period and side.

import type { Address } from "viem";
import { JobState } from "../../../../books/job.ts";
import type { JobEntry, MarketBook } from "../../../../books/market.ts";
import { jobsOf } from "../../../../books/surplus.ts";
import { type WorkLine, workOf } from "../../../../books/work.ts";
import { sameAddress } from "../format/address.ts";

export type Sums = {
  jobs: number;
  fares: bigint;
  fees: bigint;
  costs: bigint;
  tips: bigint;
  points: bigint;
  dividends: bigint;
};
export type PeriodSums = { period: number; openedAt: number; closedAt: number; isDeclared: boolean } & Record<
  WorkLine["side"],
  Sums
>;
/** `memberId` is zero for who is no member. */
export type Person = { account?: string | undefined; memberId: number };

/** Both as the member, whatever accounts it had, and as the account, which may have been no member's yet. */
export function linesOf(book: MarketBook, { account, memberId }: Person): WorkLine[] {
  const asMember = memberId === 0 ? [] : workOf(book, memberId).lines;
  const asAccount = account === undefined ? [] : workOf(book, account as Address).lines;
  const known = ({ entry, side }: WorkLine) => asMember.some((one) => one.entry === entry && one.side === side);
  return [...asMember, ...asAccount.filter((line) => !known(line))].sort((a, b) => a.at - b.at);
}

/** Whether somebody is or was a party to a job. */
export function wasParty({ job }: Pick<JobEntry, "job">, { account, memberId }: Person): boolean {
  const is = (other: string, id: number) =>
    (memberId !== 0 && id === memberId) || (account !== undefined && sameAddress(other, account));
  return is(job.provider, job.providerId) || is(job.customer, job.customerId);
}

/** The period in which a moment lies. */
export function periodAt({ periods }: Pick<MarketBook, "periods">, at: number): number {
  const all = [...periods.values()];
  return all.findLast(({ openedAt }) => openedAt <= at)?.period ?? all.at(0)?.period ?? 0;
}

/** The running period first, and those in which something was paid. */
export function periodsOf(book: Pick<MarketBook, "periods">, lines: readonly WorkLine[]): PeriodSums[] {
  const paid = lines.filter(({ pay, fee }) => pay + fee > 0n);
  return [...book.periods.values()].reverse().flatMap(({ period, openedAt, closedAt, declared }, i) => {
    const own = paid.filter(({ entry, at }) => (entry.period || periodAt(book, at)) === period);
    if (i > 0 && own.length === 0) return [];
    const of = (side: WorkLine["side"]) => sumsOf(own.filter((line) => line.side === side));
    const isDeclared = declared !== undefined;
    return [{ period, openedAt, closedAt, isDeclared, provider: of("provider"), customer: of("customer") }];
  });
}

function sumsOf(lines: readonly WorkLine[]): Sums {
  const sum = (of: (line: WorkLine) => bigint) => lines.reduce((all, line) => all + of(line), 0n);
  return {
    jobs: lines.length,
    fares: sum(({ fare }) => fare),
    fees: sum(({ fee }) => fee),
    costs: sum(({ passThrough }) => passThrough),
    tips: sum(({ tip }) => tip),
    points: sum(({ points }) => points),
    dividends: sum(({ dividend = 0n }) => dividend),
  };
}

/** What came to the provider, or went from the customer, in the end. */
export const totalIn = (side: WorkLine["side"], { fares, fees, costs, tips }: Sums): bigint =>
  (side === "provider" ? fares - fees : fares) + costs + tips;

/** The members' part of all fees of a period: what the points of it stand for. */
export function membersPartIn(book: Pick<MarketBook, "jobs" | "former" | "periods">, period: number): bigint {
  let sum = 0n;
  for (const entry of jobsOf(book)) {
    if (entry.state !== JobState.Ended || !entry.split) continue;
    if ((entry.period || periodAt(book, entry.dates.ended)) === period) sum += entry.split.operating;
  }
  return sum;
}
