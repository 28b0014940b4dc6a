// What waits for a member.
import { hasOwnBallot } from "../../../../books/apply/ballots.ts";
import type { Coop, Draft, Member, Proposal } from "../../../../books/coop.ts";
import { stateOf } from "../../../../books/state.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { type Numbered, numberedDrafts, numberedProposals } from "../../shared/motion/numbering.ts";
import { isOnRoll, secondersMissing } from "../../shared/motion/rolls.ts";

export type Duties = {
  toVote: Numbered<Proposal>[];
  toSecond: Numbered<Draft>[];
  toCarryOut: Numbered<Proposal>[];
  toNotice: Numbered<Draft>[];
};

/** Carrying out and giving notice are open to anyone; votes and seconds only to members. */
export function dutiesOf(coop: Coop, member: Member | undefined, now: number): Duties {
  const proposals = numberedProposals(coop);
  const drafts = numberedDrafts(coop).filter(({ state }) => state === "open");
  const account = member?.account;
  const backs = (draft: Draft) =>
    account !== undefined && [draft.proposer, ...draft.seconders].some((one) => sameAddress(one, account));
  return {
    toVote: member
      ? proposals
          .filter((proposal) => stateOf(coop, proposal, now) === "open")
          .filter((proposal) => isOnRoll(member, proposal) && !hasOwnBallot(proposal, member.seat))
          .sort((a, b) => a.voteEnd - b.voteEnd)
      : [],
    toSecond: member ? drafts.filter((draft) => !backs(draft) && secondersMissing(coop, draft) > 0) : [],
    toCarryOut: proposals.filter((proposal) => stateOf(coop, proposal, now) === "ready"),
    toNotice: drafts.filter((draft) => secondersMissing(coop, draft) === 0),
  };
}

export const isNothing = (duties: Duties): boolean => Object.values(duties).every((list) => list.length === 0);
