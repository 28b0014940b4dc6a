// How a surplus is divided, the mirror of `Surplus._divide`; and why a member's dividend of a period is what it is: every figure that
// it comes from, and every step (A1, A4, A6, J5, S4).
import type { JobEntry, MarketBook, PeriodEntry, SurplusTerms } from "./model/market.ts";
import { dividendDown, dividends, fromCarried, shareUp } from "./surplus-math.ts";

/** What a surplus becomes. `reserve` is A1's share and what the points may not have; the first four are its sum. */
export type Division = {
  reserve: bigint;
  community: bigint;
  interest: bigint;
  dividends: bigint;
  fromCarried: bigint;
  /** What the points share. */
  pot: bigint;
  /** A1's share alone, and what was left for the points after it, the community and interest. */
  least: bigint;
  left: bigint;
};

/** In the order of the rules: A1, A6, S4, A4. Nothing when interest is more than reserve and community leave. */
export function divisionOf(
  terms: Pick<SurplusTerms, "reserveShare" | "communityShare">,
  { surplus, interest, points, carried }: { surplus: bigint; interest: bigint; points: bigint; carried: bigint },
): Division | undefined {
  const least = shareUp(surplus, terms.reserveShare);
  const share = shareUp(surplus, terms.communityShare);
  // Both are rounded up: of a surplus of one unit there may be none left.
  const community = share > surplus - least ? surplus - least : share;
  const left = surplus - least - community - interest;
  if (left < 0n) return undefined;
  const fresh = dividends(left, points);
  const added = fromCarried(carried, fresh, points);
  return {
    reserve: least + left - fresh,
    community,
    interest,
    dividends: fresh,
    fromCarried: added,
    pot: fresh + added,
    least,
    left,
  };
}

/** What one job gave to a member: as its provider, as its customer. */
export type Contribution = { entry: JobEntry; work: bigint; custom: bigint };

export type Why = {
  period: number;
  memberId: number;
  /** Whether the members declared it; else it is what a surplus would bring. */
  isDeclared: boolean;
  /** The member's points: by side, together, and job by job. */
  work: bigint;
  custom: bigint;
  own: bigint;
  jobs: Contribution[];
  /** All points of the period. */
  points: bigint;
  surplus: bigint;
  terms: SurplusTerms;
  /** What earlier periods had left. */
  carried: bigint;
  division: Division;
  /** `own * pot / points`, before it is rounded down. */
  exact: { numerator: bigint; denominator: bigint };
  amount: bigint;
  /** What of it was claimed, and how many shares were taken for it. */
  claimed?: { amount: bigint; units: bigint };
};

/** Every job of every market that stood here. */
export const jobsOf = ({ jobs, former }: Pick<MarketBook, "jobs" | "former">): JobEntry[] => [
  ...[...former.values()].flatMap((state) => [...state.jobs.values()]),
  ...jobs.values(),
];

/** The jobs that gave points to a member in a period. */
export function contributionsOf(book: MarketBook, period: number, memberId: number): Contribution[] {
  return jobsOf(book).flatMap((entry) => {
    const { job, split } = entry;
    if (entry.period !== period || !split) return [];
    const work = job.providerId === memberId ? split.work : 0n;
    const custom = job.customerId === memberId ? split.custom : 0n;
    return work + custom === 0n ? [] : [{ entry, work, custom }];
  });
}

/** Nothing when the period has not begun, or nothing was declared for it and no surplus is supposed. A supposed surplus bears no
 * interest, as in `Surplus.estimate`. */
export function whyDividend(
  book: MarketBook,
  period: number,
  memberId: number,
  supposed?: { surplus: bigint },
): Why | undefined {
  const of = book.periods.get(period);
  const from = of && sourceOf(book, of, supposed);
  if (!from) return undefined;
  const { work = 0n, custom = 0n, isClaimed, claimed = 0n, claimedUnits = 0n } = of.members.get(memberId) ?? {};
  const own = work + custom;
  return {
    period,
    memberId,
    ...{ work, custom, own },
    jobs: contributionsOf(book, period, memberId),
    points: of.points,
    ...from,
    exact: { numerator: own * from.division.pot, denominator: of.points },
    amount: dividendDown(own, from.division.pot, of.points),
    ...(isClaimed && { claimed: { amount: claimed, units: claimedUnits } }),
  };
}

/** Figures of a declaration are those that were told: money moved by them. */
function sourceOf(
  { surplusTerms, carried: left }: MarketBook,
  { declared, points }: PeriodEntry,
  supposed?: { surplus: bigint },
): Pick<Why, "isDeclared" | "surplus" | "terms" | "carried" | "division"> | undefined {
  const terms = declared?.terms ?? surplusTerms;
  const surplus = declared?.surplus ?? supposed?.surplus;
  if (!terms || surplus === undefined) return undefined;
  const carried = declared?.carried ?? left;
  const follows = divisionOf(terms, { surplus, interest: declared?.interest ?? 0n, points, carried });
  if (!follows) return undefined;
  const division = declared ? { ...follows, ...partsOf(declared) } : follows;
  return { isDeclared: declared !== undefined, surplus, terms, carried, division };
}

const partsOf = ({
  reserve,
  community,
  interest,
  dividends,
  fromCarried,
  pot,
}: NonNullable<PeriodEntry["declared"]>): Omit<Division, "least" | "left"> => ({
  ...{ reserve, community, interest, dividends, fromCarried, pot },
});
