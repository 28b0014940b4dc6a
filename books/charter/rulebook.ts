// The rulebook that a charter yields, in plain words: every figure of the charter, and the rules that are the same for every co-op.
import { t } from "../say.ts";
import type { Charter } from "./charter.ts";
import type { CountedIn, Section } from "./rulebook/clause.ts";
import { commonsPart, marketPart, sharesPart, surplusPart } from "./rulebook/money.ts";
import { endPart, membersPart, officesPart } from "./rulebook/people.ts";
import { classesPart, decisionsPart } from "./rulebook/votes.ts";

export type { Clause, CountedIn, Section } from "./rulebook/clause.ts";

/** Sections in the order in which they are read. */
export const rulebookOf = (charter: Charter, of: CountedIn): Section[] => [
  { title: t`Purpose and members`, clauses: membersPart(charter) },
  { title: t`Classes and votes`, clauses: classesPart(charter) },
  { title: t`Decisions`, clauses: decisionsPart(charter) },
  { title: t`Shares`, clauses: sharesPart(charter, of) },
  { title: t`Surplus and reserve`, clauses: surplusPart(charter) },
  { title: t`Commons`, clauses: commonsPart() },
  { title: t`Market`, clauses: marketPart(charter) },
  { title: t`Offices`, clauses: officesPart(charter) },
  { title: t`The end`, clauses: endPart(charter) },
];
