// Proposals have long numbers on chain; people use the order in which they were brought.
import type { Coop, Proposal } from "./model.ts";

export type Numbered<T> = T & { number: number };

export function numberedProposals(coop: Coop): Numbered<Proposal>[] {
  return [...coop.proposals.values()].map((proposal, index) => ({ ...proposal, number: index + 1 }));
}
