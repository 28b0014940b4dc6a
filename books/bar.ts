// Whether notice was lawful after what had become of the same actions before: the mirror of `_nextRound` and `_checkBar` in
// contracts/voting/Assembly.sol (V9).
import type { Coop, Draft, Proposal } from "./model.ts";
import { outcomeOf } from "./outcome.ts";
import { stateOf } from "./state.ts";
import { roundBefore } from "./terms.ts";
import { hasOnly } from "./topic.ts";

/** A fifth of the roll, two members at least, lift the bar. */
const LIFTED_BY = 5;
const ORDINARY = 1;

/** Why notice was refused, if it should have been, and whether the proposal is from now on the one that can bar. */
export type Bar = { refused?: string; takesPlace: boolean };

/** What stands against a proposal whose notice is given now. */
export function barAtNotice(coop: Coop, proposal: Proposal, draft?: Draft): Bar {
  const round = roundBefore(coop, proposal);
  if (round && ["notice", "open", "waiting", "ready"].includes(stateOf(coop, round, proposal.noticeAt))) {
    return { refused: `proposal ${round.id} is the same and has not ended`, takesPlace: true };
  }
  const earlier = coop.proposals.get(coop.latest.get(actionsKey(proposal)) ?? "");
  if (!earlier) return { takesPlace: true };
  if (proposal.noticeAt <= earlier.voteEnd) {
    if (proposal.kind !== ORDINARY) return { takesPlace: false };
    return { refused: `proposal ${earlier.id} has the same actions and is not closed`, takesPlace: true };
  }

  const until = earlier.voteEnd + (coop.rules.get(proposal.rulesVersion)?.voting.barredFor ?? 0);
  if (proposal.noticeAt > until || !wasClearlyDefeated(coop, earlier)) return { takesPlace: true };
  if (proposal.kind !== ORDINARY || hasOnly(coop, proposal, ["recall"])) return { takesPlace: false };
  const have = draft && draft.openedAt > earlier.voteEnd ? draft.seconders.length : 0;
  const need = secondersAgainstBar(coop.memberOf.size);
  if (have >= need) return { takesPlace: true };
  return { refused: `proposal ${earlier.id} bars it and ${have} of ${need} second it`, takesPlace: true };
}

/** The same actions put to the same Assembly, whatever the text. */
export function actionsKey({ assembly, targets, values, calldatas }: Proposal): string {
  const lower = (list: readonly string[]) => list.map((text) => text.toLowerCase());
  return JSON.stringify([assembly.toLowerCase(), lower(targets), values.map(String), lower(calldatas)]);
}

function secondersAgainstBar(roll: number): number {
  const needed = Math.max(2, Math.ceil(roll / LIFTED_BY));
  return needed >= roll ? roll - 1 : needed;
}

/** Defeated with quorum and more against than for. */
function wasClearlyDefeated(coop: Coop, proposal: Proposal): boolean {
  const { verdict, ballots, quorum, against, inFavour } = outcomeOf(coop, proposal, proposal.derivedTerms);
  return verdict === "defeated" && ballots >= quorum && against > inFavour;
}
