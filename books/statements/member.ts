// The statement of a member: shares, interest, withdrawals, income, dividends and bonds, what came, what was handed over, and what is
// owed after every line. By number: a member keeps it, whatever account speaks for it.

import type { Books } from "../books.ts";
import { csvOf, decimalOf } from "../csv.ts";
import type { Hex } from "../event.ts";
import { ONE, partsOf } from "../income.ts";
import type { Member } from "../model.ts";
import { dividendDown } from "../surplus-math.ts";
import { bondLines } from "./bond-lines.ts";
import { shareLines } from "./share-lines.ts";

/** What it is about; each has a balance of its own. */
export const HOLDINGS = ["shares", "interest", "withdrawals", "income", "dividends", "bonds", "coupons"] as const;
export type Holding = (typeof HOLDINGS)[number];
/** Above zero is what the member has or is owed from then on, below zero what was handed over or given up. Smallest units. */
export type MemberLine = { at: number; tx: Hex; of: Holding; what: string; amount: bigint; balance: bigint };
export type MemberStatement = { memberId: number; lines: MemberLine[]; balances: Record<Holding, bigint> };

/** Everything up to `now`, unix seconds. Nothing when there is no such member. */
export function memberStatementOf(
  { coop, commons, market }: Books,
  memberId: number,
  now: number,
): MemberStatement | undefined {
  const member = coop.members.get(memberId);
  if (!member) return undefined;
  const unsummed = [
    ...shareLines(coop, memberId, now),
    ...incomeLines(commons, memberId),
    ...dividendLines(market, memberId),
    ...bondLines(commons, accountsOf(member)),
  ].sort((a, b) => a.at - b.at);
  const balances = Object.fromEntries(HOLDINGS.map((of) => [of, 0n])) as Record<Holding, bigint>;
  const lines = unsummed.map((line) => {
    balances[line.of] += line.amount;
    return { ...line, balance: balances[line.of] };
  });
  return { memberId, lines, balances };
}

const accountsOf = ({ account, formerAccounts }: Member): Set<string> =>
  new Set([account, ...formerAccounts.map((former) => former.account)].map((one) => one.toLowerCase()));

function incomeLines({ income }: Books["commons"], memberId: number): Omit<MemberLine, "balance">[] {
  let parts = 0n;
  const posted = partsOf(income, memberId).map(({ posting: { at, tx }, part }) => {
    const amount = (parts + part) / ONE - parts / ONE;
    parts += part;
    return { at, tx, of: "income" as const, what: "equal share of rent", amount };
  });
  const taken = income.claims.filter((claim) => claim.memberId === memberId);
  return [
    ...posted,
    ...taken.map(({ at, tx, amount }) => ({ at, tx, of: "income" as const, what: "income paid", amount: -amount })),
  ];
}

function dividendLines({ periods, claims }: Books["market"], memberId: number): Omit<MemberLine, "balance">[] {
  const declared = [...periods.values()].flatMap(({ period, declared, members, points }) => {
    const own = members.get(memberId);
    if (!declared || !own) return [];
    const amount = dividendDown(own.work + own.custom, declared.pot, points);
    return [
      { at: declared.at, tx: declared.tx, of: "dividends" as const, what: `dividend of period ${period}`, amount },
    ];
  });
  const taken = claims.filter((claim) => claim.memberId === memberId);
  return [
    ...declared,
    ...taken.map(({ at, tx, period, units, amount }) => {
      const how = units === 0n ? "paid" : "taken in shares";
      return { at, tx, of: "dividends" as const, what: `dividend of period ${period} ${how}`, amount: -amount };
    }),
  ];
}

/** Times in UTC. */
export function memberCsv({ lines }: MemberStatement, decimals: number): string {
  const rows = lines.map(({ at, tx, of, what, amount, balance }) => [
    ...[new Date(at * 1_000).toISOString(), of, what, amount > 0n ? decimalOf(amount, decimals) : ""],
    ...[amount < 0n ? decimalOf(-amount, decimals) : "", decimalOf(balance, decimals), tx],
  ]);
  return csvOf([["time", "of", "what", "came", "went", "balance", "transaction"], ...rows]);
}
