// Proposals and drafts have long numbers on chain; people use the order in which they were brought.
import type { Coop, Draft, Proposal } from "../../../../books/coop.ts";

export type Numbered<T> = T & { number: number };

export function numberedProposals(coop: Coop): Numbered<Proposal>[] {
  return [...coop.proposals.values()].map((proposal, index) => ({ ...proposal, number: index + 1 }));
}

export function numberedDrafts(coop: Coop): Numbered<Draft>[] {
  return [...coop.drafts.values()].map((draft, index) => ({ ...draft, number: index + 1 }));
}

/** The proposal that was carried out in this transaction. */
export function proposalOfTransaction(coop: Coop, tx: string): Numbered<Proposal> | undefined {
  return numberedProposals(coop).find(({ executedTx }) => executedTx === tx);
}
