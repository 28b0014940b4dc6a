// Whether blocks can hold a proposal (V10): the mirror of contracts/voting/Kinds.sol and of the rounds in Assembly.sol.
// No event says it, so the books work it out.
import { PLACE, placeOf } from "./apply/founding.ts";
import type { Content, Coop, Proposal } from "./model.ts";
import { outcomeOf } from "./outcome.ts";

/** A held proposal put again within this time can not be held again; seconds. */
const HELD_AGAIN_WITHIN = 90 * 86_400;

/** Recalls and appeals are never held: `recall(uint64,address)` and `admit(address,uint8,bytes32)`. */
const NEVER_HELD = [
  { place: PLACE.authority, selector: "0xfcf5b96d" },
  { place: PLACE.register, selector: "0xcfaa966e" },
];

/** Whether blocks can hold a proposal whose notice is given now. */
export function mayHoldAt(coop: Coop, proposal: Proposal): boolean {
  return !hasNeverHeldAction(coop, proposal) && !wasHeldBefore(coop, proposal);
}

function hasNeverHeldAction(coop: Coop, { targets, calldatas }: Content): boolean {
  return targets.some((target, i) => {
    const at = placeOf(coop, target);
    const selector = calldatas[i]?.slice(0, 10).toLowerCase();
    return NEVER_HELD.some((never) => never.place === at && never.selector === selector);
  });
}

/** The round before, of the same content, was held, and this notice comes soon after its close. */
function wasHeldBefore(coop: Coop, proposal: Proposal): boolean {
  if (proposal.round === 0) return false;
  const content = contentKey(proposal);
  for (const earlier of coop.proposals.values()) {
    if (earlier.assembly !== proposal.assembly || earlier.round !== proposal.round - 1) continue;
    if (contentKey(earlier) !== content) continue;
    return outcomeOf(coop, earlier).verdict === "held" && proposal.noticeAt <= earlier.voteEnd + HELD_AGAIN_WITHIN;
  }
  return false;
}

function contentKey({ targets, values, calldatas, description }: Content): string {
  const lower = (list: readonly string[]) => list.map((text) => text.toLowerCase());
  return JSON.stringify([lower(targets), values.map(String), lower(calldatas), description]);
}
