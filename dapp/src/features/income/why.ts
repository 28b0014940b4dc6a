// Why a member's income is what it is: every rent since it entered, by how many it was shared, and what it has taken. Shares are
// exact fractions; figures are rounded down, and what that leaves is a line of its own, so that a reader can add them up (K4).

import type { CommonsBook, IncomePosting, Machine } from "../../../../books/commons.ts";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { ONE, partsOf, readingOf, shared } from "../../../../books/income.ts";
import { t } from "../../../../books/say.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { type Numbered, proposalOfTransaction } from "../../shared/motion/numbering.ts";

/** Where a posting came from: rent of a machine, or what the members gave to everybody. */
export type Source = { machine?: Machine; name: string; proposal?: Numbered<Proposal> };

export type IncomeLine = {
  at: number;
  source: Source;
  /** Shared by so many members, with what was carried; with none it is carried on. */
  amount: bigint;
  members: number;
  carried: bigint;
  /** What each got, rounded down. */
  part: bigint;
};

export type Why = {
  lines: IncomeLine[];
  /** What the rounded lines leave out. */
  rest: bigint;
  /** All of it, and what was taken of it. */
  total: bigint;
  taken: bigint;
  due: bigint;
};

export function whyIncome(coop: Coop, book: CommonsBook, memberId: number): Why {
  const had = new Set(partsOf(book.income, memberId).map(({ posting }) => posting));
  const lines = allPostings(coop, book).filter((_, i) => had.has(book.income.postings[i] as IncomePosting));
  const { from, to, paid } = readingOf(book.income, memberId);
  const total = to > from ? (to - from) / ONE : 0n;
  const shown = lines.reduce((sum, { part }) => sum + part, 0n);
  return {
    lines: lines.filter(({ members }) => members > 0),
    rest: total - shown,
    total,
    taken: paid,
    due: total - paid,
  };
}

/** Every posting, with what each member got of it. */
export function allPostings(coop: Coop, book: CommonsBook): IncomeLine[] {
  let before = { perHead: 0n, carried: 0n };
  return book.income.postings.map((posting) => {
    const { at, amount, members } = posting;
    const after = shared(before, amount, members);
    const part = (after.perHead - before.perHead) / ONE;
    const carried = before.carried / ONE;
    before = after;
    return { at, amount, members, carried, part, source: sourceOf(coop, book, posting) };
  });
}

/** The rent that was paid last before it in the same transaction, or the resolution that was carried out in it. */
function sourceOf(coop: Coop, { machines }: CommonsBook, { tx, logIndex }: IncomePosting): Source {
  let [paid, last]: [Machine | undefined, number] = [undefined, -1];
  for (const machine of machines.values()) {
    for (const rent of machine.rents) {
      if (rent.tx !== tx || rent.logIndex >= logIndex || rent.logIndex <= last || rent.income === 0n) continue;
      [paid, last] = [machine, rent.logIndex];
    }
  }
  if (paid) return { machine: paid, name: titleOfMachine(coop, paid) };
  const proposal = proposalOfTransaction(coop, tx);
  return { name: proposal ? t`Given to all by resolution` : t`Came in for all`, ...(proposal && { proposal }) };
}

/** What came in of each source, the most first. */
export function bySource(lines: readonly IncomeLine[]): { source: Source; times: number; amount: bigint }[] {
  const sums = new Map<string, { source: Source; times: number; amount: bigint }>();
  for (const { source, amount } of lines) {
    const key = source.machine ? t`machine ${source.machine.id}` : source.name;
    const before = sums.get(key) ?? { source, times: 0, amount: 0n };
    sums.set(key, { source, times: before.times + 1, amount: before.amount + amount });
  }
  return [...sums.values()].sort((a, b) => (a.amount < b.amount ? 1 : -1));
}
