// What somebody did and had done here, job by job: pay, fees, points and dividends, as data and as a table to take along.
import { csvOf, decimalOf } from "./csv.ts";
import type { Address } from "./event.ts";
import { JobEnd, JobKind, type MarketTerms, WHOLE_AWARD } from "./job.ts";
import type { JobEntry, MarketBook, MarketState } from "./model/market.ts";
import { END_WORDS } from "./movement-words.ts";
import { type Contribution, contributionsOf } from "./surplus.ts";

/** One side of a job that ended. Amounts are smallest units. */
export type WorkLine = {
  entry: JobEntry;
  side: "provider" | "customer";
  /** When it ended, unix seconds. */
  at: number;
  /** What the provider was awarded, and the fee on the fare: `pay = fare - fee + passThrough + tip`. */
  fare: bigint;
  fee: bigint;
  passThrough: bigint;
  tip: bigint;
  pay: bigint;
  /** What went back to the customer. */
  refund: bigint;
  /** What could not be delivered to this side. */
  held: bigint;
  /** This side's points, and what they brought once a surplus was declared; the parts add up to the whole dividend. */
  points: bigint;
  dividend?: bigint;
  isClaimed: boolean;
};

export type Work = { lines: WorkLine[]; asProvider: Sums; asCustomer: Sums };
export type Sums = Record<(typeof SUMMED)[number], bigint> & { jobs: number };

const SUMMED = ["fare", "fee", "passThrough", "tip", "pay", "refund", "points", "dividend"] as const;

/** Of a member by its number, whatever accounts it had; or of an account. In the order in which jobs ended. */
export function workOf(book: MarketBook, who: Address | number): Work {
  const isWho = (account: Address, memberId: number): boolean =>
    typeof who === "number" ? memberId === who : account.toLowerCase() === who.toLowerCase();
  const states = [...book.former.values(), book];
  const partsOf = partsIn(book);
  const lines = states.flatMap((state) =>
    [...state.jobs.values()].flatMap((entry) => {
      const { job } = entry;
      const line = lineIn(book, state, entry, partsOf);
      if (!line) return [];
      const provider = isWho(job.provider, job.providerId) ? [line("provider")] : [];
      return isWho(job.customer, job.customerId) ? [...provider, line("customer")] : provider;
    }),
  );
  lines.sort((a, b) => a.at - b.at || a.entry.id - b.entry.id);
  const sumsOf = (side: WorkLine["side"]) => sumsIn(lines.filter((line) => line.side === side));
  return { lines, asProvider: sumsOf("provider"), asCustomer: sumsOf("customer") };
}

type PartsOf = ReturnType<typeof partsIn>;

/** What a member's points came from, looked up once a period. */
function partsIn(book: MarketBook): (period: number, memberId: number) => Contribution[] {
  const known = new Map<string, Contribution[]>();
  return (period, memberId) => {
    const key = `${period} ${memberId}`;
    const parts = known.get(key) ?? contributionsOf(book, period, memberId);
    known.set(key, parts);
    return parts;
  };
}

function lineIn(book: MarketBook, { terms }: MarketState, entry: JobEntry, partsOf: PartsOf) {
  const { job, split, dates } = entry;
  if (!split) return undefined;
  const awarded = (amount: bigint) => awardedOf(terms, entry, amount);
  const [fare, passThrough, tip] = [awarded(job.fare), awarded(job.passThrough), awarded(job.tip)];
  const fee = split.commons + split.operating + split.reserve;
  return (side: WorkLine["side"]): WorkLine => {
    const [account, memberId] = side === "provider" ? [job.provider, job.providerId] : [job.customer, job.customerId];
    const held = entry.held.filter((one) => one.account.toLowerCase() === account.toLowerCase());
    return {
      ...{ entry, side, at: dates.ended, fare, fee, passThrough, tip, pay: split.pay, refund: split.refund },
      held: held.reduce((sum, { amount }) => sum + amount, 0n),
      points: side === "provider" ? split.work : split.custom,
      ...dividendIn(book, entry, side, memberId, partsOf),
    };
  };
}

/** What of an amount of a job that ended its provider was awarded, before any fee. */
export function awardedOf(terms: readonly MarketTerms[], entry: JobEntry, amount: bigint): bigint {
  return (amount * BigInt(awardOf(entry, terms[entry.job.terms - 1]))) / BigInt(WHOLE_AWARD);
}

/** Basis points of its money that went to the provider, less the fee. */
function awardOf({ how, ruling }: JobEntry, terms: MarketTerms | undefined): number {
  if (how === JobEnd.Countersigned || how === JobEnd.Released) return WHOLE_AWARD;
  if (how === JobEnd.Ruled) return ruling?.award ?? 0;
  return how === JobEnd.Undecided ? (terms?.defaultAward ?? 0) : 0;
}

/** A job's part of the member's dividend, so rounded that all parts are the whole. */
function dividendIn(book: MarketBook, entry: JobEntry, side: WorkLine["side"], memberId: number, partsOf: PartsOf) {
  const period = book.periods.get(entry.period);
  const { pot } = period?.declared ?? {};
  if (!period || pot === undefined || memberId === 0) return { isClaimed: false };
  let before = 0n;
  for (const one of partsOf(entry.period, memberId)) {
    if (one.entry === entry) break;
    before += one.work + one.custom;
  }
  const own = (side === "provider" ? entry.split?.work : entry.split?.custom) ?? 0n;
  const upTo = (points: bigint) => (points * pot) / period.points;
  return {
    dividend: upTo(before + own) - upTo(before),
    isClaimed: period.members.get(memberId)?.isClaimed ?? false,
  };
}

function sumsIn(lines: readonly WorkLine[]): Sums {
  const sum = (of: (typeof SUMMED)[number]) => lines.reduce((all, line) => all + (line[of] ?? 0n), 0n);
  const sums = Object.fromEntries(SUMMED.map((of) => [of, sum(of)])) as Record<(typeof SUMMED)[number], bigint>;
  return { ...sums, jobs: lines.length };
}

const HEADER = [
  ...["ended", "job", "kind", "side", "how it ended", "fare", "fee", "pass-through", "tip", "pay", "refund"],
  ...["points", "period", "dividend", "claimed", "title"],
];
/** One line a side and job, times in UTC. What a job is called stands in a document, so whoever has read it says so. */
export function workCsv(
  { lines }: Pick<Work, "lines">,
  { decimals, titleOf }: { decimals: number; titleOf?: (entry: JobEntry) => string | undefined },
): string {
  const money = (amount: bigint | undefined) => (amount === undefined ? "" : decimalOf(amount, decimals));
  const rows = lines.map(({ entry, side, at, isClaimed, ...line }) => [
    ...[new Date(at * 1_000).toISOString(), entry.id, entry.job.kind === JobKind.Ride ? "ride" : "task", side],
    ...[END_WORDS[entry.how ?? -1] ?? "", money(line.fare), money(line.fee), money(line.passThrough), money(line.tip)],
    ...[money(line.pay), money(line.refund), money(line.points), entry.period || "", money(line.dividend)],
    ...[line.dividend === undefined ? "" : isClaimed ? "yes" : "no", titleOf?.(entry) ?? ""],
  ]);
  return csvOf([HEADER, ...rows]);
}
