// Why a member's income is what it is: every rent since it entered, by how many it was shared, and what it has taken. Shares are
// exact fractions; figures are rounded down, and what that leaves is a line of its own, so that a reader can add them up (K4).
import type { CommonsBook, IncomePosting, Machine } from "../../../../books/commons.ts";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { ONE, partsOf, readingOf } from "../../../../books/income.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { type Numbered, proposalOfTransaction } from "../../shared/motion/numbering.ts";

/** Where a posting came from: rent of a machine, or what the members gave to everybody. */
export type Source = { machine?: Machine; name: string; proposal?: Numbered<Proposal> };

export type IncomeLine = {
  at: number;
  source: Source;
  /** Shared by so many members. */
  amount: bigint;
  members: number;
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
  const lines = partsOf(book.income, memberId).map(({ posting, part }) => lineOf(coop, book, posting, part));
  const { from, to, paid } = readingOf(book.income, memberId);
  const total = to > from ? (to - from) / ONE : 0n;
  const shown = lines.reduce((sum, { part }) => sum + part, 0n);
  return { lines, rest: total - shown, total, taken: paid, due: total - paid };
}

/** Every posting, with what each member got of it. */
export function allPostings(coop: Coop, book: CommonsBook): IncomeLine[] {
  return book.income.postings.map((posting, i) => {
    const before = book.income.postings[i - 1]?.perHead ?? 0n;
    return lineOf(coop, book, posting, posting.perHead - before);
  });
}

function lineOf(coop: Coop, book: CommonsBook, posting: IncomePosting, part: bigint): IncomeLine {
  const { at, amount, members } = posting;
  return { at, amount, members, part: part / ONE, source: sourceOf(coop, book, posting) };
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
  return { name: proposal ? "Given to all by resolution" : "Came in for all", ...(proposal && { proposal }) };
}

/** What came in of each source, the most first. */
export function bySource(lines: readonly IncomeLine[]): { source: Source; times: number; amount: bigint }[] {
  const sums = new Map<string, { source: Source; times: number; amount: bigint }>();
  for (const { source, amount } of lines) {
    const key = source.machine ? `machine ${source.machine.id}` : source.name;
    const before = sums.get(key) ?? { source, times: 0, amount: 0n };
    sums.set(key, { source, times: before.times + 1, amount: before.amount + amount });
  }
  return [...sums.values()].sort((a, b) => (a.amount < b.amount ? 1 : -1));
}
