// What the co-op held over time: by day, week or month, whichever gives a chart that can be read.

import type { Account } from "../../../../../books/chart.ts";
import { held, RESERVE_HELD } from "../../../../../books/chart.ts";
import {
  COMMONS,
  COMMUNITY,
  INTEREST_PAYABLE,
  MEMBER_INCOME,
  OPERATING,
  SHARE_CAPITAL,
  UPKEEP,
  WITHDRAWALS_PAYABLE,
} from "../../../../../books/funds.ts";
import type { Entry } from "../../../../../books/journal.ts";
import { t } from "../../../../../books/say.ts";
import { DAY } from "../../../shared/format/time.ts";

export type Band = { name: string; has: (account: Account) => boolean };

const isOneOf = (...accounts: Account[]): Band["has"] => {
  const paths = new Set(accounts.map(({ path }) => path));
  return ({ path }) => paths.has(path);
};

/** What is shown, the lowest first; together it is all money that the treasury and the reserve hold. */
export const BANDS: readonly Band[] = [
  { name: t`Operating fund`, has: isOneOf(held(OPERATING)) },
  {
    name: t`Members' money`,
    has: isOneOf(...[SHARE_CAPITAL, MEMBER_INCOME, WITHDRAWALS_PAYABLE, INTEREST_PAYABLE].map(held)),
  },
  { name: t`Commons, upkeep and community`, has: isOneOf(...[COMMONS, UPKEEP, COMMUNITY].map(held)) },
  { name: t`For machines, bonds and auctions`, has: ({ path }) => /^Assets:Treasury:/.test(path) && !isNamed(path) },
  { name: t`Reserve`, has: isOneOf(RESERVE_HELD) },
];
const NAMED = [
  OPERATING,
  SHARE_CAPITAL,
  COMMONS,
  MEMBER_INCOME,
  WITHDRAWALS_PAYABLE,
  INTEREST_PAYABLE,
  UPKEEP,
  COMMUNITY,
];
const NAMED_PATHS = new Set(NAMED.map((fund) => held(fund).path));
const isNamed = (path: string): boolean => NAMED_PATHS.has(path);

/** Balances at the end of a stretch of time; `until` is its end or, of the last, now. */
export type Point = { until: number; amounts: bigint[] };

const MOST_POINTS = 70;
const STEPS = [DAY, 7 * DAY, 28 * DAY, 91 * DAY, 364 * DAY];

/** One point for each step from the first entry to now. */
export function historyOf(entries: readonly Entry[], now: number): Point[] {
  const first = entries[0]?.at;
  if (first === undefined) return [];
  const step = STEPS.find((one) => (now - first) / one <= MOST_POINTS) ?? (now - first) / MOST_POINTS;
  const amounts = BANDS.map(() => 0n);
  const points: Point[] = [];
  let [next, end] = [0, Math.ceil(first / DAY) * DAY];
  for (;;) {
    const until = Math.min(end, now);
    for (; next < entries.length && (entries[next] as Entry).at <= until; next++) add(amounts, entries[next] as Entry);
    points.push({ until, amounts: [...amounts] });
    if (until >= now) return points;
    end += step;
  }
}

function add(amounts: bigint[], { postings }: Entry): void {
  for (const { account, debit, credit } of postings) {
    const band = BANDS.findIndex(({ has }) => has(account));
    if (band >= 0) amounts[band] = (amounts[band] ?? 0n) + debit - credit;
  }
}

export const totalOf = ({ amounts }: Point): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Round figures from zero up to at least `most`, in whole units: four or five of them. */
export function ticksUpTo(most: number): number[] {
  if (most <= 0) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}
