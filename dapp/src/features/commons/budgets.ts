// What budgets are for, and what was paid out of them.
import type { Hex } from "viem";
import type { Budget } from "../../../../books/commons.ts";
import type { Coop } from "../../../../books/coop.ts";
import { purposeIn } from "../../shared/motion/purpose.ts";

/** The words of the resolution that granted it, where they are public. */
export function purposeOfBudget(coop: Coop, { memo, at }: Pick<Budget, "memo" | "at">): string | undefined {
  const granting = [...coop.proposals.values()].filter(({ executedAt }) => executedAt === at);
  for (const { description } of granting) {
    const purpose = purposeIn(description, memo);
    if (purpose) return purpose;
  }
  return undefined;
}

type Spending = Pick<Budget["spent"][number], "tx" | "to" | "amount" | "logIndex">;

/** The hash of what a payment was for: the movement that follows it in the same transaction tells. */
export function memoOfSpending({ moves }: Coop, { tx, to, amount, logIndex }: Spending): Hex | undefined {
  return moves.find(
    (move) =>
      move.tx === tx &&
      move.logIndex > logIndex &&
      move.amount === amount &&
      move.party.toLowerCase() === to.toLowerCase(),
  )?.memo;
}
