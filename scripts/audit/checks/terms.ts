// What a proposal's history adds to its rules, and the petitions that are a part of it.
import type { Proposal } from "../../../books/coop.ts";
import type { Terms } from "../../../books/rules.ts";
import { petitionersOf } from "../../../books/terms.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { mapped, PETITIONERS_SLOT } from "../storage.ts";
import type { Subject } from "../subject.ts";

const TERMS = ["mayHold", "mayAdjourn", "relieved", "everyClass"] as const satisfies readonly (keyof Terms)[];

/** The contract's terms against those that follow from history, and against those that the events tell. */
export async function checkTerms({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("terms from the proposals' history");
  const list = [...coop.proposals.values()];
  const records = await askAll(list, ({ id, assembly }) => chain.ask("assembly", assembly, "proposalRecord", id));
  for (const [i, { id, terms, derivedTerms }] of list.entries()) {
    const stored = records[i]?.[0];
    for (const term of TERMS) {
      comparison.same(`proposal ${id}, ${term}`, derivedTerms[term], stored?.[term]);
      comparison.same(`proposal ${id}, ${term} as the events tell it`, terms[term], stored?.[term]);
    }
  }
  return comparison.check;
}

/** How many of each class petition, straight from storage: no function of the contract tells it. */
export async function checkPetitions({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("petitioners by class");
  const list = [...coop.proposals.values()].flatMap((proposal) =>
    proposal.rolls.map((_, classIndex) => ({ proposal, classIndex })),
  );
  const words = await askAll(list, ({ proposal, classIndex }) =>
    chain.word(proposal.assembly, petitionersSlot(proposal, classIndex)),
  );
  for (const [i, { proposal, classIndex }] of list.entries()) {
    const name = coop.classes[classIndex]?.name ?? `class ${classIndex}`;
    const counted = petitionersOf(proposal.petitioners, classIndex);
    comparison.same(`proposal ${proposal.id}, petitioners of ${name}`, counted, words[i]);
  }
  return comparison.check;
}

/** `_petitioners[id][class]` */
function petitionersSlot({ id }: Proposal, classIndex: number): bigint {
  return mapped(BigInt(classIndex), mapped(id, PETITIONERS_SLOT));
}
