// What a proposal's history adds to its rules: the mirror of the rounds in Assembly.sol and of the petition in
// AssemblyDesk.sol. The contract tells its terms in events; the books work them out again.
import type { Content, Coop, Proposal } from "./model.ts";
import { outcomeOf } from "./outcome.ts";
import type { Terms } from "./rules.ts";
import { hasOnly } from "./topic.ts";

/** A held proposal put again within this time can not be held again; seconds. */
const HELD_AGAIN_WITHIN = 90 * 86_400;
/** Members of a class that a petition needs, besides a majority of the class. */
const LEAST_PETITIONERS = 3;

/** The terms of a proposal whose notice is given now: how the same motion ended before sets them (V10, V12). */
export function termsAtNotice(coop: Coop, proposal: Proposal): Terms {
  const terms: Terms = {
    // Recalls and appeals are never held.
    mayHold: !hasOnly(coop, proposal, ["recall", "admit"]),
    mayAdjourn: true,
    relieved: false,
    everyClass: false,
  };
  const earlier = roundBefore(coop, proposal);
  if (!earlier) return terms;

  const { verdict } = outcomeOf(coop, earlier, earlier.derivedTerms);
  const heldBefore = verdict === "held" || !earlier.derivedTerms.mayHold;
  if (heldBefore && proposal.noticeAt <= earlier.voteEnd + HELD_AGAIN_WITHIN) terms.mayHold = false;
  terms.relieved = verdict === "adjourned" && earlier.kind === proposal.kind;
  terms.mayAdjourn = verdict === "passed" || (earlier.derivedTerms.mayAdjourn && verdict !== "adjourned");
  return terms;
}

/** Whether a class has petitioned: a majority of its closed roll, three members at least (C3). */
export function hasPetitioned(
  { petitioners, rolls }: Pick<Proposal, "petitioners" | "rolls">,
  classIndex: number,
): boolean {
  const count = petitionersOf(petitioners, classIndex);
  return count >= LEAST_PETITIONERS && count * 2 > (rolls[classIndex] ?? 0);
}

/** How many members of a class petition. */
export function petitionersOf(petitioners: Proposal["petitioners"], classIndex: number): number {
  return [...petitioners.values()].filter((seat) => seat >>> 24 === classIndex).length;
}

/** The last proposal with the same content that was put to the same Assembly. */
export function roundBefore({ proposals }: Coop, proposal: Proposal): Proposal | undefined {
  const content = contentKey(proposal);
  let last: Proposal | undefined;
  for (const earlier of proposals.values()) {
    const alike = earlier.description === proposal.description && earlier.assembly === proposal.assembly;
    if (alike && contentKey(earlier) === content) last = earlier;
  }
  return last;
}

function contentKey({ targets, values, calldatas, description }: Content): string {
  const lower = (list: readonly string[]) => list.map((text) => text.toLowerCase());
  return JSON.stringify([lower(targets), values.map(String), lower(calldatas), description]);
}
