// What can be refused on the way of a resolution.
import { proposalStateInWords } from "./format/governor.ts";
import { formatDay } from "./format/time.ts";
import { DETOUR, NOT_MEMBER, ONLY_BY_RESOLUTION, say, type Words, whenTime } from "./sentences-words.ts";

export const VOTING_SENTENCES: Record<string, Words> = {
  // Drafts and notice
  AssemblyNotMember: NOT_MEMBER,
  AssemblyNoSuchDraft: say(
    "This draft is no longer open: notice was given, or it was withdrawn.",
    "Look among the proposals; it may be there already.",
  ),
  AssemblyDraftExists: say("You have opened this very draft already.", "Find it under drafts, or change the text."),
  AssemblyNotProposer: say("Only the member who wrote a draft can withdraw it.", "Nothing was changed."),
  AssemblyAlreadySeconded: say("You back this draft already, or wrote it.", "Others must second it now."),
  AssemblySecondersMissing: ([have, need]) => ({
    what: `${have} of ${need} seconders have backed this draft.`,
    next: "Ask other members to second it first.",
  }),
  AssemblyRoundOpen: say(
    "The same actions are before the members already.",
    "Take part in that vote, or wait until it has ended.",
  ),
  AssemblyBarred: ([, until, have, need]) => ({
    what: `The members clearly defeated these actions. Until ${formatDay(Number(until))} they need ${need} seconders to be put again, and have ${have}.`,
    next: "Gather more seconders, wait, or change what is proposed.",
  }),
  AssemblyVotingClosed: say(
    "The vote on this proposal is not open.",
    "Look at its dates and try again when it is open.",
  ),
  AssemblyBallotsCutOff: say(
    "The list of signed ballots is cut off.",
    "Hand in the whole list; none of it was counted.",
  ),
  AssemblyPetitionClosed: say(
    "This can only be asked of an ordinary resolution, before its vote opens.",
    "Vote on it when it is open.",
  ),
  AssemblyPetitionNotForInvestors: say("Investor classes can not ask for this.", "Nothing was changed."),
  AssemblyAlreadyPetitioned: say("You have asked for this already.", "Others of your class must ask now."),
  AssemblyTargetUnfit: say(
    "The account this resolution calls is not what the members decided on.",
    "Put it again with the account as it is now.",
  ),
  AssemblyTargetNotModule: say(
    "An action is addressed to something that is not part of this co-op.",
    "Let the treasury pay outsiders instead.",
  ),
  AssemblyActionCarriesValue: say("A resolution can not send coins itself.", "Let the treasury pay instead."),
  AssemblyActionWithoutFunction: say("An action of this proposal says nothing to do.", "Remove it and try again."),
  AssemblyActionsOutOfBounds: ([count]) => ({
    what: `A proposal has between one and sixteen actions; this one has ${count}.`,
    next: "Split it, or add what it should do.",
  }),

  AssemblyTextTooLong: ([length, longest]) => ({
    what: `The text has ${length} bytes; ${longest} at most are read by anybody.`,
    next: "Shorten it, and put the rest in a document that the text names.",
  }),
  AssemblyExpulsionNotAlone: say(
    "A proposal to expel names one member and does nothing else.",
    "Put everything else in a proposal of its own.",
  ),
  AssemblyNotToBeHeard: say(
    "Only the member whom a proposal would expel is heard here, until its vote closes.",
    "Give your reasons with your vote instead.",
  ),

  // Proxies
  ProxySelf: say("A proxy is somebody else.", "Name another member of your class, or vote yourself."),
  ProxyOfOtherClass: say("A proxy must be of your own class.", "Name a member of your class."),
  ProxyChain: say(
    "Proxies do not pass votes on: one of you has a proxy on this topic, or speaks for others.",
    "End that first, or name somebody else.",
  ),
  ProxyNotNamed: say("There is no such proxy on this topic.", "Look at your membership page for what is named now."),
  ProxyAcceptedAlready: say("You speak for this member already.", "Nothing needs to be done."),
  ProxyLimitReached: ([, limit]) => ({
    what: `In this class nobody speaks for more than ${limit} on one topic.`,
    next: "Let the member name somebody else, or cease to speak for another one first.",
  }),
  ProxyHasNotVoted: say(
    "The proxy has not voted, so there is nothing to count for others.",
    "Wait for the proxy's vote, or vote yourself.",
  ),

  // Polls
  PollClosed: say("This poll is not open.", "Its answers are on its page."),
  PollOptionsOutOfBounds: ([count]) => ({
    what: `A poll has two to seven options; this one has ${count}.`,
    next: "Add or remove some.",
  }),
  PollUnknownOption: say("The poll has no such option.", "Choose one of those on its page."),

  // Votes
  AssemblyNotOnRoll: say(
    "You became a member after notice was given, so you are not on the roll of this vote.",
    "You can vote on everything whose notice comes from now on.",
  ),
  AssemblyUnknownPosition: say("There are four positions: for, against, abstain and block.", "Choose one of them."),
  AssemblyParamsNotUsed: DETOUR,
  AssemblyVotedAlready: say(
    "A signed ballot counts only for a member who has not voted yet.",
    "Vote here directly; that replaces what you said before.",
  ),
  AssemblyNoSuchProposal: say("There is no such proposal.", "Go back to the list of proposals."),
  GovernorNonexistentProposal: say("There is no such proposal.", "Go back to the list of proposals."),
  GovernorUnexpectedProposalState: ([, current]) => ({
    what: `That can not be done now: this proposal ${proposalStateInWords(Number(current))}.`,
    next: "The timeline on its page says what comes when.",
  }),
  GovernorAlreadyCastVote: say("This ballot was counted already.", "To change your vote, vote again."),
  GovernorInvalidVoteType: say("There are four positions: for, against, abstain and block.", "Choose one of them."),
  GovernorInvalidVoteParams: DETOUR,
  GovernorInvalidSignature: say("The signature on this ballot is not the member's.", "Sign it again."),
  GovernorDisabledDeposit: say("The Assembly holds no money.", "Pay into the treasury instead."),
  GovernorInvalidProposalLength: say("The actions of this proposal are incomplete.", "Write it again."),
  GovernorInvalidVotingPeriod: say(
    "The co-op's rules give this vote no time.",
    "Tell the board: the rules need mending.",
  ),
  GovernorInsufficientProposerVotes: say("This needs seconders first.", "Open it as a draft and ask others."),
  GovernorRestrictedProposer: say(
    "The text says that only one particular account may bring it.",
    "Let its author bring it, or change the text.",
  ),
  GovernorUnableToCancel: say("Nothing can be cancelled once notice is given.", "Vote against it instead."),

  // Carrying out
  AssemblyNoCancelling: say("Nothing can be cancelled once notice is given.", "Vote against it instead."),
  AssemblyTooEarly: ([, eta]) => ({
    what: "This resolution has passed, but its waiting time is still running.",
    next: `It can be carried out from ${whenTime(eta)}.`,
  }),
  AssemblyNothingToCarryOut: say("An advisory resolution stands by itself.", "There is nothing to carry out."),
  AssemblyTargetChanged: say(
    "A part of the co-op was replaced after notice was given, so this can no longer be carried out.",
    "Bring it again; the new proposal will name the new part.",
  ),
  AssemblyOnlyByResolution: ONLY_BY_RESOLUTION,
  AssemblyHoldsNoAssets: say("The Assembly holds no money.", "Pay into the treasury instead."),
  GovernorOnlyExecutor: ONLY_BY_RESOLUTION,
  GovernorAlreadyQueuedProposal: say("This is waiting to be carried out already.", "Nothing more is needed."),
  GovernorProposalQueueingFailed: DETOUR,
  GovernorProposalQueueingNotRequired: say("Nothing needs to be queued here.", "Wait for the date on its page."),
};
