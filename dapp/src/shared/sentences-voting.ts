// What can be refused on the way of a resolution.
import { t } from "../../../books/say.ts";
import { proposalStateInWords } from "./format/governor.ts";
import { formatDay } from "./format/time.ts";
import { DETOUR, NOT_MEMBER, ONLY_BY_RESOLUTION, say, type Words, whenTime } from "./sentences-words.ts";

export const VOTING_SENTENCES: Record<string, Words> = {
  // Drafts and notice
  AssemblyNotMember: NOT_MEMBER,
  AssemblyNoSuchDraft: say(
    t`This draft is no longer open: notice was given, or it was withdrawn.`,
    t`Look among the proposals; it may be there already.`,
  ),
  AssemblyDraftExists: say(t`You have opened this very draft already.`, t`Find it under drafts, or change the text.`),
  AssemblyNotProposer: say(t`Only the member who wrote a draft can withdraw it.`, t`Nothing was changed.`),
  AssemblyAlreadySeconded: say(t`You back this draft already, or wrote it.`, t`Others must second it now.`),
  AssemblySecondersMissing: ([have, need]) => ({
    what: t`${have} of ${need} seconders have backed this draft.`,
    next: t`Ask other members to second it first.`,
  }),
  AssemblyRoundOpen: say(
    t`The same actions are before the members already.`,
    t`Take part in that vote, or wait until it has ended.`,
  ),
  AssemblyBarred: ([, until, have, need]) => ({
    what: t`The members clearly defeated these actions. Until ${formatDay(Number(until))} they need ${need} seconders to be put again, and have ${have}.`,
    next: t`Gather more seconders, wait, or change what is proposed.`,
  }),
  AssemblyVotingClosed: say(
    t`The vote on this proposal is not open.`,
    t`Look at its dates and try again when it is open.`,
  ),
  AssemblyBallotsCutOff: say(
    t`The list of signed ballots is cut off.`,
    t`Hand in the whole list; none of it was counted.`,
  ),
  AssemblyGasTooLow: say(
    t`The transaction left too little room for a contract account to answer for its ballot.`,
    t`None of the ballots was counted. Hand them in again and let the wallet choose the limit.`,
  ),
  AssemblyPetitionClosed: say(
    t`This can only be asked of an ordinary resolution, before its vote opens.`,
    t`Vote on it when it is open.`,
  ),
  AssemblyPetitionNotForInvestors: say(t`Investor classes can not ask for this.`, t`Nothing was changed.`),
  AssemblyAlreadyPetitioned: say(t`You have asked for this already.`, t`Others of your class must ask now.`),
  AssemblyTargetUnfit: say(
    t`The account this resolution calls is not what the members decided on.`,
    t`Put it again with the account as it is now.`,
  ),
  AssemblyTargetNotModule: say(
    t`An action is addressed to something that is not part of this co-op.`,
    t`Let the treasury pay outsiders instead.`,
  ),
  AssemblyActionCarriesValue: say(t`A resolution can not send coins itself.`, t`Let the treasury pay instead.`),
  AssemblyActionWithoutFunction: say(t`An action of this proposal says nothing to do.`, t`Remove it and try again.`),
  AssemblyActionsOutOfBounds: ([count]) => ({
    what: t`A proposal has between one and sixteen actions; this one has ${count}.`,
    next: t`Split it, or add what it should do.`,
  }),

  AssemblyTextTooLong: ([length, longest]) => ({
    what: t`The text has ${length} bytes; ${longest} at most are read by anybody.`,
    next: t`Shorten it, and put the rest in a document that the text names.`,
  }),
  AssemblyExpulsionNotAlone: say(
    t`A proposal to expel names one member and does nothing else.`,
    t`Put everything else in a proposal of its own.`,
  ),
  AssemblyNotToBeHeard: say(
    t`Only the member whom a proposal would expel is heard here, until its vote closes.`,
    t`Give your reasons with your vote instead.`,
  ),

  // Proxies
  ProxySelf: say(t`A proxy is somebody else.`, t`Name another member of your class, or vote yourself.`),
  ProxyOfOtherClass: say(t`A proxy must be of your own class.`, t`Name a member of your class.`),
  ProxyChain: say(
    t`Proxies do not pass votes on: one of you has a proxy on this topic, or speaks for others.`,
    t`End that first, or name somebody else.`,
  ),
  ProxyNotNamed: say(t`There is no such proxy on this topic.`, t`Look at your membership page for what is named now.`),
  ProxyAcceptedAlready: say(t`You speak for this member already.`, t`Nothing needs to be done.`),
  ProxyLimitReached: ([, limit]) => ({
    what: t`In this class nobody speaks for more than ${limit} on one topic.`,
    next: t`Let the member name somebody else, or cease to speak for another one first.`,
  }),
  ProxyHasNotVoted: say(
    t`The proxy has not voted, so there is nothing to count for others.`,
    t`Wait for the proxy's vote, or vote yourself.`,
  ),

  // Polls
  PollClosed: say(t`This poll is not open.`, t`Its answers are on its page.`),
  PollOptionsOutOfBounds: ([count]) => ({
    what: t`A poll has two to seven options; this one has ${count}.`,
    next: t`Add or remove some.`,
  }),
  PollUnknownOption: say(t`The poll has no such option.`, t`Choose one of those on its page.`),

  // Votes
  AssemblyNotOnRoll: say(
    t`You became a member after notice was given, so you are not on the roll of this vote.`,
    t`You can vote on everything whose notice comes from now on.`,
  ),
  AssemblyUnknownPosition: say(t`There are four positions: for, against, abstain and block.`, t`Choose one of them.`),
  AssemblyParamsNotUsed: DETOUR,
  AssemblyVotedAlready: say(
    t`A signed ballot counts only for a member who has not voted yet.`,
    t`Vote here directly; that replaces what you said before.`,
  ),
  AssemblyNoSuchProposal: say(t`There is no such proposal.`, t`Go back to the list of proposals.`),
  GovernorNonexistentProposal: say(t`There is no such proposal.`, t`Go back to the list of proposals.`),
  GovernorUnexpectedProposalState: ([, current]) => ({
    what: t`That can not be done now: this proposal ${proposalStateInWords(Number(current))}.`,
    next: t`The timeline on its page says what comes when.`,
  }),
  GovernorAlreadyCastVote: say(t`This ballot was counted already.`, t`To change your vote, vote again.`),
  GovernorInvalidVoteType: say(t`There are four positions: for, against, abstain and block.`, t`Choose one of them.`),
  GovernorInvalidVoteParams: DETOUR,
  GovernorInvalidSignature: say(t`The signature on this ballot is not the member's.`, t`Sign it again.`),
  GovernorDisabledDeposit: say(t`The Assembly holds no money.`, t`Pay into the treasury instead.`),
  GovernorInvalidProposalLength: say(t`The actions of this proposal are incomplete.`, t`Write it again.`),
  GovernorInvalidVotingPeriod: say(
    t`The co-op's rules give this vote no time.`,
    t`Tell the board: the rules need mending.`,
  ),
  GovernorInsufficientProposerVotes: say(t`This needs seconders first.`, t`Open it as a draft and ask others.`),
  GovernorRestrictedProposer: say(
    t`The text says that only one particular account may bring it.`,
    t`Let its author bring it, or change the text.`,
  ),
  GovernorUnableToCancel: say(t`Nothing can be cancelled once notice is given.`, t`Vote against it instead.`),

  // Carrying out
  AssemblyNoCancelling: say(t`Nothing can be cancelled once notice is given.`, t`Vote against it instead.`),
  AssemblyTooEarly: ([, eta]) => ({
    what: t`This resolution has passed, but its waiting time is still running.`,
    next: t`It can be carried out from ${whenTime(eta)}.`,
  }),
  AssemblyNothingToCarryOut: say(t`An advisory resolution stands by itself.`, t`There is nothing to carry out.`),
  AssemblyTargetChanged: say(
    t`A part of the co-op was replaced after notice was given, so this can no longer be carried out.`,
    t`Bring it again; the new proposal will name the new part.`,
  ),
  AssemblyOnlyByResolution: ONLY_BY_RESOLUTION,
  AssemblyHoldsNoAssets: say(t`The Assembly holds no money.`, t`Pay into the treasury instead.`),
  GovernorOnlyExecutor: ONLY_BY_RESOLUTION,
  GovernorAlreadyQueuedProposal: say(t`This is waiting to be carried out already.`, t`Nothing more is needed.`),
  GovernorProposalQueueingFailed: DETOUR,
  GovernorProposalQueueingNotRequired: say(t`Nothing needs to be queued here.`, t`Wait for the date on its page.`),
};
