// Worked examples of a charter: what becomes of a vote and of money under its figures, reckoned as the co-op will reckon it.
import type { Charter } from "./charter.ts";
import { type DecisionExample, examplesOf } from "./examples/decisions.ts";
import { fareExamples, type MoneyExample, shareExample, surplusExample } from "./examples/money.ts";
import type { CountedIn } from "./rulebook/clause.ts";

export type { DecisionExample } from "./examples/decisions.ts";
export type { MoneyExample, MoneyLine } from "./examples/money.ts";

/** With so many members in each class; nothing without members. */
export const decisionExamples = (
  charter: Pick<Charter, "classes" | "rules">,
  members: readonly number[],
): DecisionExample[] => examplesOf(charter, members);

/** A fare between members and with a non-member, a surplus, and shares bought and withdrawn. */
export const moneyExamples = (
  charter: Pick<Charter, "market" | "surplus" | "shares">,
  of: CountedIn,
): MoneyExample[] => [...fareExamples(charter, of), surplusExample(charter, of), shareExample(charter, of)];
