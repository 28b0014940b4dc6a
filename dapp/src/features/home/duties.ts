// What waits for a member.
import { hasOwnBallot } from "../../../../books/apply/ballots.ts";
import type { Coop, Draft, Member, Poll, PollDraft, Proposal, ProxyNaming } from "../../../../books/coop.ts";
import { stateOf } from "../../../../books/state.ts";
import { expelledBy, subjectOf } from "../../shared/motion/expulsion.ts";
import { type Numbered, numberedDrafts, numberedProposals } from "../../shared/motion/numbering.ts";
import { isBehind, isOpen, mayAnswer, numberedPollDrafts } from "../../shared/motion/polls.ts";
import { proxyOn, requestsTo } from "../../shared/motion/proxies.ts";
import { isOnRoll, secondersMissing } from "../../shared/motion/rolls.ts";

export type Duties = {
  /** `proxy` speaks for the member and has not voted yet. */
  toVote: (Numbered<Proposal> & { proxy?: Member })[];
  toBeHeard: Numbered<Proposal>[];
  toAnswerRequest: ProxyNaming[];
  toAnswerPoll: Poll[];
  toSecond: Numbered<Draft>[];
  toSecondPoll: Numbered<PollDraft>[];
  toCarryOut: Numbered<Proposal>[];
  toNotice: Numbered<Draft>[];
  toOpenPoll: Numbered<PollDraft>[];
};

/** Carrying out, giving notice and opening a poll are open to anyone; everything else only to members. */
export function dutiesOf(coop: Coop, member: Member | undefined, now: number): Duties {
  const proposals = numberedProposals(coop);
  const drafts = numberedDrafts(coop).filter(({ state }) => state === "open");
  const pollDrafts = numberedPollDrafts(coop).filter(({ state }) => state === "open");
  return {
    ...(member ? dutiesOfMember(coop, member, now) : NO_DUTIES),
    toCarryOut: proposals.filter((proposal) => stateOf(coop, proposal, now) === "ready"),
    toNotice: drafts.filter((draft) => secondersMissing(coop, draft, now) === 0),
    toOpenPoll: pollDrafts.filter((draft) => secondersMissing(coop, draft, now) === 0),
  };
}

type MemberDuties = Omit<Duties, "toCarryOut" | "toNotice" | "toOpenPoll">;
const NO_DUTIES: MemberDuties = {
  toVote: [],
  toBeHeard: [],
  toAnswerRequest: [],
  toAnswerPoll: [],
  toSecond: [],
  toSecondPoll: [],
};

function dutiesOfMember(coop: Coop, member: Member, now: number): MemberDuties {
  const proposals = numberedProposals(coop);
  const waits = (draft: Draft | PollDraft) =>
    draft.state === "open" && !isBehind(draft, member.account) && secondersMissing(coop, draft, now) > 0;
  return {
    toVote: proposals
      .filter((proposal) => stateOf(coop, proposal, now) === "open")
      .filter((proposal) => isOnRoll(member, proposal) && !isSpokenFor(coop, proposal, member))
      .sort((a, b) => a.voteEnd - b.voteEnd)
      .map((proposal) => ({ ...proposal, proxy: proxyOn(coop, proposal, member)?.proxy })),
    toBeHeard: proposals.filter(
      (proposal) =>
        now <= proposal.voteEnd && subjectOf(coop, proposal)?.id === member.id && proposal.heard.length === 0,
    ),
    toAnswerRequest: requestsTo(coop, member.seat),
    toAnswerPoll: [...coop.polls.values()]
      .filter((poll) => isOpen(poll, now) && mayAnswer(poll, member) && !poll.answers.has(member.seat))
      .sort((a, b) => a.closesAt - b.closesAt),
    toSecond: numberedDrafts(coop).filter((draft) => waits(draft) && expelledBy(draft, coop) !== member.id),
    toSecondPoll: numberedPollDrafts(coop).filter(waits),
  };
}

/** Whether a member has voted, or the proxy that it still has has voted for it. */
function isSpokenFor(coop: Coop, proposal: Proposal, member: Member): boolean {
  if (hasOwnBallot(proposal, member.seat)) return true;
  return proposal.ballots.has(member.seat) && proxyOn(coop, proposal, member) !== undefined;
}

export const isNothing = (duties: Record<string, readonly unknown[]>): boolean =>
  Object.values(duties).every((list) => list.length === 0);
