// Drafts are numbered as proposals are, in the order in which they were brought.
import type { Coop, Draft, Proposal } from "../../../../books/coop.ts";
import { type Numbered, numberedProposals } from "../../../../books/numbering.ts";

export { type Numbered, numberedProposals } from "../../../../books/numbering.ts";

export function numberedDrafts(coop: Coop): Numbered<Draft>[] {
  return [...coop.drafts.values()].map((draft, index) => ({ ...draft, number: index + 1 }));
}

/** The proposal that was carried out in this transaction. */
export function proposalOfTransaction(coop: Coop, tx: string): Numbered<Proposal> | undefined {
  return numberedProposals(coop).find(({ executedTx }) => executedTx === tx);
}
