// What one person's jobs came to, by period and side.
import { JobEnd, JobState, WHOLE_AWARD } from "../../../../books/job.ts";
import type { JobEntry, MarketBook } from "../../../../books/market.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { type Terms, termsOf } from "./deadlines.ts";
import { feeIn } from "./split-lines.ts";

export type Side = "work" | "custom";
export type Sums = { jobs: number; fares: bigint; fees: bigint; costs: bigint; tips: bigint; points: bigint };
export type PeriodSums = { period: number; openedAt: number; closedAt: number } & Record<Side, Sums>;
export type Person = { account?: string | undefined; memberId: number };

const none = (): Sums => ({ jobs: 0, fares: 0n, fees: 0n, costs: 0n, tips: 0n, points: 0n });

/** On which sides of a job somebody was: by the account, or as the member that it was then. */
export function sidesOf({ job }: Pick<JobEntry, "job">, { account, memberId }: Person): Side[] {
  const is = (other: string, id: number) =>
    (memberId !== 0 && id === memberId) || (account !== undefined && sameAddress(other, account));
  return [
    ...(is(job.provider, job.providerId) ? (["work"] as const) : []),
    ...(job.role === 0 && is(job.customer, job.customerId) ? (["custom"] as const) : []),
  ];
}

/** Jobs that ended with something for the provider. */
const wasPaid = ({ state, split }: JobEntry): boolean =>
  state === JobState.Ended && split !== undefined && split.pay + feeIn(split) > 0n;

/** What of fare, costs and tip went to the provider's side, the fee included. */
export function awardedIn(entry: JobEntry, terms: Terms): { fare: bigint; costs: bigint; tip: bigint } {
  const { job, how, ruling } = entry;
  const award =
    how === JobEnd.Ruled
      ? (ruling?.award ?? 0)
      : how === JobEnd.Undecided
        ? (termsOf(entry, terms)?.defaultAward ?? 0)
        : WHOLE_AWARD;
  const part = (amount: bigint) => (amount * BigInt(award)) / BigInt(WHOLE_AWARD);
  return { fare: part(job.fare), costs: part(job.passThrough), tip: part(job.tip) };
}

/** The period in which a moment lies. */
export function periodAt({ periods }: Pick<MarketBook, "periods">, at: number): number {
  const all = [...periods.values()];
  return all.findLast(({ openedAt }) => openedAt <= at)?.period ?? all.at(0)?.period ?? 0;
}

/** The running period first, and those in which the person had a job. */
export function workOf(book: Pick<MarketBook, "jobs" | "periods" | "terms">, person: Person): PeriodSums[] {
  const running = [...book.periods.keys()].at(-1);
  const found = new Map<number, Record<Side, Sums>>();
  for (const entry of book.jobs.values()) {
    if (!wasPaid(entry) || !entry.split) continue;
    const period = entry.period || periodAt(book, entry.dates.ended);
    for (const side of sidesOf(entry, person)) {
      const sums = found.get(period) ?? { work: none(), custom: none() };
      found.set(period, { ...sums, [side]: added(sums[side], entry, side, book.terms) });
    }
  }
  return [...book.periods.values()]
    .reverse()
    .filter(({ period }) => period === running || found.has(period))
    .map(({ period, openedAt, closedAt }) => ({
      period,
      openedAt,
      closedAt,
      ...(found.get(period) ?? { work: none(), custom: none() }),
    }));
}

function added(sums: Sums, entry: JobEntry, side: Side, terms: Terms): Sums {
  const { fare, costs, tip } = awardedIn(entry, terms);
  const { split } = entry;
  return {
    jobs: sums.jobs + 1,
    fares: sums.fares + fare,
    fees: sums.fees + (split ? feeIn(split) : 0n),
    costs: sums.costs + costs,
    tips: sums.tips + tip,
    points: sums.points + (split?.[side] ?? 0n),
  };
}

/** What came to the person, or went from it, in the end. */
export const totalIn = (side: Side, { fares, fees, costs, tips }: Sums): bigint =>
  (side === "work" ? fares - fees : fares) + costs + tips;

/** The members' part of all fees of a period: what the points of it stand for. */
export function membersPartIn(book: Pick<MarketBook, "jobs" | "periods">, period: number): bigint {
  let sum = 0n;
  for (const entry of book.jobs.values()) {
    if (entry.state !== JobState.Ended || !entry.split) continue;
    if ((entry.period || periodAt(book, entry.dates.ended)) === period) sum += entry.split.operating;
  }
  return sum;
}
