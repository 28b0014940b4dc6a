// One sentence for each custom error of the contracts and of the libraries they are built on. test/dapp/errors.test.ts
// fails when one is missing.
import type { Sentence } from "./errors.ts";
import { proposalStateInWords } from "./format/governor.ts";
import { formatDay } from "./format/time.ts";
import { FOUNDING_SENTENCES } from "./sentences-founding.ts";

type Words = (args: readonly unknown[]) => Sentence;

const say =
  (what: string, next: string): Words =>
  () => ({ what, next });

const whenTime = (seconds: unknown): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(Number(seconds) * 1_000);

const NOT_MEMBER = say(
  "The account in your wallet is not an active member's.",
  "Choose the account you were admitted with, or ask the board about membership.",
);
const ONLY_BY_RESOLUTION = say(
  "Only the members together can do this.",
  "Write a proposal for it; once it has passed, anyone can carry it out.",
);
const DETOUR = say("The co-op does not do it this way.", "Use the pages of the co-op; nothing was changed.");
const NO_POWER = say(
  "The account in your wallet holds no office that may do this.",
  "The audit room lists who holds which office.",
);

export const SENTENCES: Record<string, Words> = {
  ...FOUNDING_SENTENCES,

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

  // Money
  TreasuryFundTooSmall: say(
    "The fund holds less than this asks for.",
    "Wait until more has come in, or ask for a smaller amount.",
  ),
  TreasuryFundClosed: say("Money does not go into or out of this fund this way.", "Use the operating fund."),
  TreasuryMoveClosed: say("Money does not go from this fund to that one.", "Nothing was changed."),
  TreasuryAssetUnlisted: say("The treasury keeps no book for this kind of money.", "Use the co-op's own unit."),
  TreasuryNothingToMove: say("An amount of zero moves nothing.", "Enter an amount."),
  TreasuryUnfitPayee: say("The treasury can not pay itself or nobody.", "Name another recipient."),
  SafeERC20FailedOperation: say("The money could not be moved.", "Check that there is enough of it, and try again."),
  ERC20InsufficientBalance: say("There is not enough money in this account.", "Add some, or choose a smaller amount."),
  ERC20InsufficientAllowance: say("The shares may not take the money yet.", "Allow the amount first, then buy."),
  InsufficientBalance: say("There is not enough in this account.", "Add some, and try again."),

  TreasuryNeedsExtraordinary: say(
    "With this payment the co-op would part with more in twelve months than ordinary resolutions may.",
    "Bring it as an extraordinary resolution, or ask for less.",
  ),
  AmountTooLarge: say("The amount is larger than the treasury can keep.", "Choose a smaller one."),

  // Shares
  MemberSharesWindingUp: say("The co-op is winding up: no shares are sold any more.", "Nothing was bought."),
  MemberSharesNotMember: NOT_MEMBER,
  MemberSharesHoldingOutOfBounds: ([units, minimum, maximum]) => ({
    what: `You would hold ${units} shares; members hold between ${minimum} and ${maximum}.`,
    next: "Choose another number.",
  }),
  MemberSharesNotClosed: say("The co-op is not closed yet.", "Ask for a withdrawal instead."),
  MemberSharesNoUnits: say("The number of shares is missing.", "Enter how many."),
  MemberSharesPromised: ([promised, asked]) => ({
    what: `You have promised to take ${promised} more shares; this asks for ${asked}.`,
    next: "Pay for them or give up the promise first, or choose another number.",
  }),
  MemberSharesTooFew: ([units, asked]) => ({
    what: `You have ${units} shares that are not in the queue yet, not ${asked}.`,
    next: "Choose a smaller number.",
  }),
  MemberSharesNoSuchWithdrawal: say(
    "This withdrawal is not one of yours that still waits.",
    "Look at your withdrawals; it may be paid or cancelled already.",
  ),
  MemberSharesQueueWaits: say("No withdrawal can be paid now.", "Wait until the notice of the first one has passed."),
  MemberSharesSuspended: ([until]) => ({
    what: "The board has suspended withdrawals.",
    next: `The queue goes on from ${whenTime(until)}; your place is kept.`,
  }),
  MemberSharesSuspensionOutOfBounds: ([, latest]) => ({
    what: "A suspension must end in the future and within its limit.",
    next: `Choose an end by ${whenTime(latest)}.`,
  }),
  MemberSharesSuspendedLately: ([openUntil]) => ({
    what: "Withdrawals must first be open as long as they were suspended.",
    next: `They can be suspended again from ${whenTime(openUntil)}.`,
  }),
  MemberSharesRecovering: say(
    "The member's account is being replaced; nothing is paid out meanwhile.",
    "Try again when that is over.",
  ),
  MemberSharesNothingDue: say("There is nothing to pay out.", "Nothing was changed."),
  MemberSharesGasTooLow: say(
    "The transaction's limit is too low to pay this out safely.",
    "Send it with a higher limit.",
  ),
  MemberSharesRateOutOfBounds: say("The interest is above the cap.", "Choose a lower rate."),
  MemberSharesInterestTooSoon: ([from]) => ({
    what: "Interest is declared once a year.",
    next: `It can be declared again from ${whenTime(from)}.`,
  }),
  MemberSharesCutTooDeep: ([units, above]) => ({
    what: `Only ${above} shares lie above members' minimum holdings; ${units} can not be written down.`,
    next: "Choose a smaller number.",
  }),
  MemberSharesUnderpaid: say("Not exactly the price of the shares arrived.", "Nothing was bought; try again."),
  MemberSharesNotTransferable: say("Shares belong to their member and can not be given away.", "Nothing was changed."),

  // Members
  MemberRegisterAlreadyMember: say("This account is a member's already.", "Nothing needs to be done."),
  MemberRegisterNotMember: NOT_MEMBER,
  MemberRegisterUnfitAccount: say("This account can not become a member.", "Give the applicant's own account."),
  MemberRegisterUnknownClass: say("The co-op has no such class of members.", "Choose one of its classes."),
  MemberRegisterSoulbound: say("A membership can be neither given away nor sold.", "Nothing was changed."),
  MemberRegisterExpelled: say(
    "The members expelled this account.",
    "Only an extraordinary resolution of the members admits it again.",
  ),
  MemberRegisterNotExpelled: say("This account was not expelled.", "Admit it like anybody else."),
  MemberRegisterGroundsMissing: say("An expulsion must state its grounds.", "Name the document that states them."),
  MemberRegisterLastMember: say("The last member can not be expelled.", "Wind the co-op up instead."),
  MemberRegisterByResolutionOnly: say(
    "The seats of this class are filled by the members, not by the board.",
    "Write a proposal that admits the member.",
  ),
  MemberRegisterClassFull: say("This class has no seat left to give.", "Admit the member to another class."),
  MemberRegisterWindingUp: say("The co-op is winding up: nobody is admitted any more.", "Nothing was changed."),
  MemberRegisterNoSuchMember: say("No member has this number.", "Check the number."),

  // Offices and powers
  ModuleUnauthorised: NO_POWER,
  ModuleWrongPlace: NO_POWER,
  DirectoryUnauthorised: ONLY_BY_RESOLUTION,
  AuthorityTermOutOfBounds: say("An office ends in the future, and within four years.", "Choose another end."),
  AuthorityOfficeFull: say("An office has nine holders at most.", "Recall somebody first, or wait for a term to end."),
  AuthorityCallsNobody: say("The authority makes no calls for others.", "Let a resolution call the place itself."),
  AuthorityGrantNeedsEnd: say("Every office has an end.", "Name the date it ends."),
  AuthorityRoleReserved: say("The members' own powers are given to nobody.", "Choose an office."),
  AccessManagerUnauthorizedAccount: NO_POWER,
  AccessManagerUnauthorizedCall: NO_POWER,
  AccessManagerUnauthorizedCancel: NO_POWER,
  AccessManagerUnauthorizedConsume: NO_POWER,
  AccessManagerBadConfirmation: say("An office is laid down by its holder alone.", "Use the holder's account."),
  AccessManagerLockedRole: DETOUR,
  AccessManagerLockedFunction: DETOUR,
  AccessManagerAlreadyScheduled: DETOUR,
  AccessManagerNotScheduled: DETOUR,
  AccessManagerNotReady: DETOUR,
  AccessManagerExpired: DETOUR,
};
