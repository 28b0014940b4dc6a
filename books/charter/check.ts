// Everything that is wrong with a charter: the twin of what a founding refuses. What only the chain knows is not its business:
// whether there is a token at the address, and whether a founder or the body is one of the co-op's own contracts.
import type { Charter } from "./charter.ts";
import { peopleProblems } from "./check-people.ts";
import { rulesProblems } from "./check-rules.ts";
import { termsProblems } from "./check-terms.ts";
import type { Problem } from "./problem.ts";

export type { Problem } from "./problem.ts";

/** Every problem, in the order in which a form asks; none means that the charter can be founded at `now`, unix seconds. */
export const problemsOf = (charter: Charter, now: number): Problem[] => [
  ...peopleProblems(charter, now),
  ...rulesProblems(charter.rules, charter.classes),
  ...termsProblems(charter),
];
