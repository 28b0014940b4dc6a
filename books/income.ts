// What each member has of the rent of the commons, and why: equal per head, from its entry to its leaving (K4).
import type { IncomeBook, IncomePosting } from "./model/commons.ts";

/** Readings are kept times this. */
export const ONE = 1n << 128n;

/** The accumulator once `amount` was shared by `members`; with none all of it is carried. */
export function shared(
  { perHead, carried }: Pick<IncomeBook, "perHead" | "carried">,
  amount: bigint,
  members: number,
): { perHead: bigint; carried: bigint } {
  const scaled = amount * ONE + carried;
  if (members === 0) return { perHead, carried: scaled };
  return { perHead: perHead + scaled / BigInt(members), carried: scaled % BigInt(members) };
}

/** The accumulator when a member entered, when it left or now, and what was paid to it. */
export type IncomeReading = { from: bigint; to: bigint; paid: bigint };

export function readingOf(income: IncomeBook, memberId: number): IncomeReading {
  const before = income.postings.findLast(({ newest }) => newest < memberId);
  return {
    from: before?.perHead ?? 0n,
    to: income.ended.get(memberId) ?? income.perHead,
    paid: income.paidTo.get(memberId) ?? 0n,
  };
}

/** What is due to a member, rounded down; the fraction stays its own. */
export function incomeDue(income: IncomeBook, memberId: number): bigint {
  const { from, to, paid } = readingOf(income, memberId);
  return to > from ? (to - from) / ONE - paid : 0n;
}

/** The postings in which a member had part, with what each gave it, times 2**128. */
export function partsOf(income: IncomeBook, memberId: number): { posting: IncomePosting; part: bigint }[] {
  const { to } = readingOf(income, memberId);
  return income.postings.flatMap((posting, i) => {
    const before = income.postings[i - 1]?.perHead ?? 0n;
    if (posting.members === 0 || posting.newest < memberId || posting.perHead > to) return [];
    return [{ posting, part: posting.perHead - before }];
  });
}
