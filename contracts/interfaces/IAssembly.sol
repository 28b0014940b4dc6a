// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Kinds of resolution, from the least demanding to the most (V4, V5, V6).
enum Kind {
    Advisory,
    Ordinary,
    Extraordinary,
    Constitutional
}

/// @notice Positions a member can take; the numbering of OpenZeppelin's Governor, and block behind it.
enum Position {
    Against,
    For,
    Abstain,
    Block
}

/// @notice What a proposal is about: its actions decide, by the table in `Kinds.sol`. Several topics, or none, are general.
/// A member may have a proxy for each (V11).
enum Topic {
    General,
    People,
    Money,
    Commons,
    Market,
    Rules
}

/// @notice What a resolution of one kind requires.
/// @param notice seconds between notice and the opening of the vote (V1)
/// @param period seconds the vote is open (V2)
/// @param quorumNumber ballots needed at least (V3)
/// @param quorumShare ballots needed as a share of the roll, basis points (V3)
/// @param threshold share of the votes, basis points: more than it for advisory and ordinary (V4), at least it for
/// stricter kinds (V5)
/// @param turnout ballots by heads as a share of the roll, basis points; zero for none (V5)
/// @param delay seconds between the close and the first moment of execution (V13)
/// @param window seconds in which a passed resolution must then be carried out (V13)
/// @param everyClass whether every class must agree (C4)
struct KindRule {
    uint32 notice;
    uint32 period;
    uint24 quorumNumber;
    uint16 quorumShare;
    uint16 threshold;
    uint16 turnout;
    uint32 delay;
    uint32 window;
    bool everyClass;
}

/// @notice How votes are weighed and motions brought, the same for every kind.
/// @param weights each class's weight by class index, basis points; they sum to 10,000 (C1)
/// @param byWeight whether votes are compared by class weight (C2) or by heads (V4)
/// @param investorCap most that investor classes together can weigh, basis points (C2)
/// @param blockShare blocks that hold a proposal, as a share of the ballots, basis points; zero switches holding off (V10)
/// @param blockNumber blocks that hold a proposal, in members (V10)
/// @param secondersShare seconders a draft needs, as a share of the roll, basis points (V8)
/// @param secondersNumber seconders that are enough in any case (V8)
/// @param barredFor seconds for which a clear defeat bars the same actions as an ordinary resolution (V9)
/// @param proxyLimit for how many others a member may speak on a topic, beside a tenth of its class (V11)
/// @param disposalShare share of an asset, basis points, that ordinary resolutions can dispose of in twelve months (V7)
struct VotingRule {
    uint16[8] weights;
    bool byWeight;
    uint16 investorCap;
    uint16 blockShare;
    uint24 blockNumber;
    uint16 secondersShare;
    uint24 secondersNumber;
    uint32 barredFor;
    uint8 proxyLimit;
    uint16 disposalShare;
}

/// @notice The rules of decision making, frozen for a proposal when its notice is given.
/// @param kinds one rule per kind, indexed by `Kind`
struct Rules {
    KindRule[4] kinds;
    VotingRule voting;
}

/// @notice What a proposal's own history adds to the rules of its kind.
/// @param mayHold whether enough blocks hold it; where not, a block only counts against (V10)
/// @param mayAdjourn whether it may be put again when it has its majority and misses only quorum or turnout (V12)
/// @param relieved whether it is put again after such an adjournment: half the quorum, a third of the turnout (V12)
/// @param everyClass whether a class has petitioned that every class must agree (C3)
struct Terms {
    bool mayHold;
    bool mayAdjourn;
    bool relieved;
    bool everyClass;
}

/// @notice What became of a signed ballot in a batch: counted, or why it was passed over.
enum PassedOver {
    Counted,
    NotMember,
    NotOnRoll,
    VotedAlready,
    UnknownPosition,
    BadSignature,
    KeyNotInForce
}

/// @notice What one class did with one proposal.
/// @param kind what the class is
/// @param roll active members of the class when notice was given
/// @param votes ballots per position, indexed by `Position`
struct ClassTally {
    uint8 kind;
    uint24 roll;
    uint24[4] votes;
}

/// @notice The end of a vote. Both `Held` and `Adjourned` read as `Defeated` in IGovernor.
enum Verdict {
    Passed,
    Held,
    Adjourned,
    Defeated
}

/// @notice Why a vote ended as it did: the first requirement that was missed, in this order.
enum Reason {
    Carried,
    Blocked,
    QuorumMissed,
    TurnoutMissed,
    NoVotes,
    OnlyInvestors,
    MajorityMissed,
    ClassAgainst
}

/// @notice The outcome of a vote with every figure on the way to it.
/// @param verdict passed, held, adjourned or defeated
/// @param reason the requirement that decided
/// @param class the class that stopped it when `reason` is `ClassAgainst`, else 255
/// @param roll members on the closed roll
/// @param ballots all positions together
/// @param inFavour votes for
/// @param against votes against; blocks that do not hold the proposal are among them
/// @param blocks blocks
/// @param quorum ballots needed
/// @param turnout ballots needed for the turnout; zero for none
/// @param blocksToHold blocks that would hold the proposal; zero when blocks can not
/// @param counting bit `i` is set when class `i` counts in the result
/// @param shareNumerator share in favour, exact: `shareNumerator / shareDenominator`
/// @param shareDenominator zero when there is nothing to compare
struct Outcome {
    Verdict verdict;
    Reason reason;
    uint8 class;
    uint32 roll;
    uint32 ballots;
    uint32 inFavour;
    uint32 against;
    uint32 blocks;
    uint32 quorum;
    uint32 turnout;
    uint32 blocksToHold;
    uint8 counting;
    uint256 shareNumerator;
    uint256 shareDenominator;
}

/// @notice What the Assembly keeps of a proposal beside Governor's own record.
/// @param noticeAt when notice was given and the roll closed, unix seconds; `proposalSnapshot`
/// @param rulesVersion which rules govern it to the end (V1)
/// @param kind the kind of resolution
/// @param classes how many classes vote
/// @param round how often these actions with this text were put before, from 0
/// @param topic what it is about
/// @param mayHold see {Terms}
/// @param mayAdjourn see {Terms}
/// @param relieved see {Terms}
/// @param everyClass see {Terms}
/// @param excluded the seat of the member whom it would expel, which is not on its roll (M5); else 0
struct ProposalRecord {
    uint40 noticeAt;
    uint32 rulesVersion;
    Kind kind;
    uint8 classes;
    uint16 round;
    Topic topic;
    bool mayHold;
    bool mayAdjourn;
    bool relieved;
    bool everyClass;
    uint32 excluded;
}

/// @notice A motion that is gathering seconders (V8).
/// @param openedAt unix seconds; zero when there is no such draft
/// @param proposer who brought it
/// @param seconders other members who back it
/// @param kind the kind it will be put as
struct Draft {
    uint40 openedAt;
    address proposer;
    uint24 seconders;
    Kind kind;
    bool appeal;
}

/// @title AssemblyErrors: what any part of the Assembly can refuse
interface IAssemblyErrors {
    /// @notice The account is not an active member.
    error AssemblyNotMember(address account);
    /// @notice The member's seat was issued after notice was given: it is not on this proposal's roll (V1).
    error AssemblyNotOnRoll(uint256 proposalId, uint32 seat);
    /// @notice No such draft.
    error AssemblyNoSuchDraft(uint256 draftId);
    /// @notice The same proposer has this draft open already.
    error AssemblyDraftExists(uint256 draftId);
    /// @notice More members must second the draft first (V8).
    error AssemblySecondersMissing(uint256 have, uint256 need);
    /// @notice An implementation was deployed without the part that it hands calls over to.
    error AssemblyPartMissing();
    /// @notice Text and actions have at most `longest` bytes together; put the rest in a document and its hash in the text.
    error AssemblyTextTooLong(uint256 length, uint256 longest);
    /// @notice The vote on this proposal is not open.
    error AssemblyVotingClosed(uint256 proposalId);
    /// @notice Only the Assembly itself, by carrying out a resolution.
    error AssemblyOnlyByResolution(address caller);
    /// @notice A target must be a module of this co-op's directory.
    error AssemblyTargetNotModule(address target);
    /// @notice Actions carry no ether; the Treasury pays.
    error AssemblyActionCarriesValue(uint256 value);
    /// @notice An action needs at least the four bytes that name a function.
    error AssemblyActionWithoutFunction(uint256 index);
    /// @notice A resolution names the same number of targets, values and calls: one at least, 16 at most.
    error AssemblyActionsOutOfBounds(uint256 count);
    /// @notice A resolution that expels names one member and does nothing else (M5).
    error AssemblyExpulsionNotAlone();
}

/// @title Assembly: the members decide
/// @notice One member, one vote, by stakeholder class. Built on OpenZeppelin's Governor, so that governance tools read
/// it; docs/architecture.md lists what differs. It holds no assets: the Treasury pays.
/// @dev A motion is drafted, seconded, put on notice, voted on, and carried out. `IGovernor.propose` is the short way
/// for those who need no seconders. `IAssemblyDesk` is answered at the same address.
interface IAssembly is IAssemblyErrors {
    /// @notice Notice was given: the roll is closed at `rolls`, the rules and the targets' code are frozen. Governor's
    /// `ProposalCreated` with the final dates comes in the same transaction. `draftId` is zero when no seconders were
    /// needed.
    /// @param excluded the seat of the member whom it would expel, on no roll of it (M5); else 0
    /// @param rolls members of each class on the roll, by class index
    /// @param serials the newest seat of each class that may vote, by class index
    event NoticeGiven(
        uint256 indexed proposalId,
        uint256 indexed draftId,
        Kind kind,
        uint32 rulesVersion,
        uint16 round,
        Topic topic,
        Terms terms,
        uint32 excluded,
        uint24[] rolls,
        uint24[] serials
    );

    /// @notice There are four positions: against 0, for 1, abstain 2, block 3.
    error AssemblyUnknownPosition(uint8 support);
    /// @notice Voting parameters are not used; leave them empty.
    error AssemblyParamsNotUsed();
    /// @notice A signed ballot counts only for a member who has not voted yet; the direct way always wins.
    error AssemblyVotedAlready(uint256 proposalId, address voter);
    /// @notice Proposal `proposalId` has these actions and has not ended yet: it is the same motion, or the vote on the same
    /// actions as an ordinary resolution is not closed (V9).
    error AssemblyRoundOpen(uint256 proposalId);
    /// @notice These actions were clearly defeated; as an ordinary resolution they need `need` seconders until `until`
    /// (V9).
    error AssemblyBarred(uint256 earlier, uint256 until, uint256 have, uint256 need);
    /// @notice Nothing can be cancelled once notice is given.
    error AssemblyNoCancelling(uint256 proposalId);
    /// @notice The resolution can be carried out from `eta` on (V13).
    error AssemblyTooEarly(uint256 proposalId, uint256 eta);
    /// @notice An advisory resolution stands by itself: there is nothing to carry out.
    error AssemblyNothingToCarryOut(uint256 proposalId);
    /// @notice A target has other code, or stands at another place, than when notice was given (V1).
    error AssemblyTargetChanged(uint256 proposalId);
    /// @notice The Assembly holds no assets.
    error AssemblyHoldsNoAssets();

    /// @notice Puts a seconded draft on notice: the roll closes, the dates are final. Anyone may call it. The content
    /// must be the draft's, and its proposer still a member.
    /// @return proposalId Governor's id of the proposal
    function giveNotice(
        address proposer,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (uint256 proposalId);
}

/// @title AssemblyDesk: the Assembly's drafts, rules and records
/// @notice Answered at the Assembly's own address.
interface IAssemblyDesk is IAssemblyErrors {
    /// @notice New rules apply to every notice given from now on.
    event RulesSet(uint32 indexed version, Rules rules);
    /// @notice A motion was drafted. Its text and actions are public from here on.
    event Drafted(
        uint256 indexed draftId,
        address indexed proposer,
        Kind kind,
        address[] targets,
        uint256[] values,
        bytes[] calldatas,
        string description
    );
    /// @notice Member `seconder` backs a draft; `seconders` do so now.
    event Seconded(uint256 indexed draftId, address indexed seconder, uint24 seconders);
    /// @notice The proposer gave a draft up before notice.
    event DraftWithdrawn(uint256 indexed draftId);
    /// @notice Signed ballots of a batch were counted: for each, one byte position and four bytes seat, one behind the other. They are
    /// not told by `VoteCast`.
    event SignedBallotsCast(uint256 indexed proposalId, bytes ballots);
    /// @notice A signed ballot in a batch was not counted; the others were.
    event BallotPassedOver(uint256 indexed proposalId, address indexed voter, PassedOver why);
    /// @notice `petitioner` asks that every class must agree; `petitioners` of its class do so now (C3).
    event Petitioned(uint256 indexed proposalId, uint8 indexed class, address indexed petitioner, uint24 petitioners);
    /// @notice A class has asked that every class must agree with this proposal (C3).
    event EveryClassAsked(uint256 indexed proposalId, uint8 indexed class);
    /// @notice A resolution called an account that is not a module of the co-op.
    event CalledOutside(address indexed target, bytes data);
    /// @notice The member whom a proposal would expel was heard: `statement` is the hash of what it says (M5).
    event Heard(uint256 indexed proposalId, address indexed member, bytes32 statement);
    /// @notice The members put a matter on record; the words are in the proposal's text.
    event Minuted(bytes32 indexed matter);

    /// @notice No notice was ever given of such a proposal.
    error AssemblyNoSuchProposal(uint256 proposalId);
    /// @notice Only the proposer can give a draft up.
    error AssemblyNotProposer(address caller);
    /// @notice The member backs this draft already, or is its proposer.
    error AssemblyAlreadySeconded(uint256 draftId, address seconder);
    /// @notice A list of signed ballots ends inside a ballot, of which `length` bytes are there; none was counted.
    error AssemblyBallotsCutOff(uint256 length);
    /// @notice `left` gas does not let a contract account answer for its ballot, which takes `needed`; none was counted.
    error AssemblyGasTooLow(uint256 left, uint256 needed);
    /// @notice Only the member whom this proposal would expel is heard here, and until voting closes (M5).
    error AssemblyNotToBeHeard(uint256 proposalId, address caller);
    /// @notice Only an ordinary resolution can be petitioned for, and only until its vote opens (C3).
    error AssemblyPetitionClosed(uint256 proposalId);
    /// @notice Investor classes cannot petition (C3).
    error AssemblyPetitionNotForInvestors(uint8 class);
    /// @notice The member has petitioned already.
    error AssemblyAlreadyPetitioned(uint256 proposalId, address petitioner);
    /// @notice The account has no code, borrows it by an EIP-7702 delegation, is a module, or its code is not the one
    /// the resolution names.
    error AssemblyTargetUnfit(address target, bytes32 codeHash);

    /// @notice Opens a draft for seconding. Only an active member.
    /// @param atLeast ask for a stricter kind than the actions require; a lesser one has no effect
    /// @return draftId hash of the proposer and the content
    function draft(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        string calldata description,
        Kind atLeast
    ) external returns (uint256 draftId);

    /// @notice Backs a draft. Only an active member other than the proposer, once.
    function second(uint256 draftId) external;

    /// @notice Gives up one's own draft before notice.
    function withdrawDraft(uint256 draftId) external;

    /// @notice Sets new rules, within every hard bound. Only by constitutional resolution (V6); they govern proposals
    /// whose notice is given afterwards.
    function setRules(Rules calldata rules) external;

    /// @notice Hands in many signed ballots for one proposal; anyone may, is paid nothing and can change nothing. The
    /// format is in `SignedBallots`. Ballots that do not count are passed over with an event; with contract accounts among the voters
    /// it refuses a call whose gas could not carry their answers (150,000 each may need, and what is not used is not spent).
    /// @return counted how many counted
    function castVotesBySig(uint256 proposalId, bytes calldata ballots) external returns (uint256 counted);

    /// @notice Asks that an ordinary resolution also need every class. A majority of a class's closed roll, three members
    /// at least, make it so. Only members on that roll, not investors, and only during notice (C3).
    function petition(uint256 proposalId) external;

    /// @notice Files the statement of the member whom a proposal would expel, by its hash; as often as it likes, from notice
    /// to the close (M5).
    function beHeard(uint256 proposalId, bytes32 statement) external;

    /// @notice Says where the co-op describes itself (ERC-4824); empty for the description made here. Only by resolution.
    function setDaoURI(string calldata uri) external;

    /// @notice Calls an account that is not a module, if its code is still the one that was decided on. Only by
    /// resolution; constitutional. Accounts without code of their own are not called: the Treasury pays them.
    /// @param codeHash the expected `extcodehash` of `target`
    function callOutside(address target, bytes32 codeHash, bytes calldata data) external;

    /// @notice Puts a matter on record; the action of an advisory resolution. Only by resolution.
    function minute(bytes32 matter) external;

    /// @notice Forgets the seat of an account that is no longer an active member. Only the member register.
    function vacate(address account) external;

    /// @notice Takes what is remembered of `from` over to `to`, who speaks for the same seat. Only the member register (M6).
    function move(address from, address to) external;

    /// @notice The outcome of a proposal on the ballots so far; final once voting has closed.
    function outcome(uint256 proposalId) external view returns (Outcome memory);

    /// @notice Ballots per class and position so far, with the closed rolls.
    function tally(uint256 proposalId) external view returns (ClassTally[] memory);

    /// @notice The position of `seat` on a proposal: 0 none, else the position plus one; plus 8 when a proxy cast it. 8 alone
    /// is a seat excluded from the roll.
    function ballotOf(uint256 proposalId, uint32 seat) external view returns (uint8);

    /// @notice What the Assembly keeps of a proposal; `noticeAt` is zero when there is none.
    function proposalRecord(uint256 proposalId) external view returns (ProposalRecord memory);

    /// @notice The draft with this id; `openedAt` is zero when there is none.
    function draftRecord(uint256 draftId) external view returns (Draft memory);

    /// @notice Whether `account` backs a draft.
    function hasSeconded(uint256 draftId, address account) external view returns (bool);

    /// @notice Ballots that a resolution of `kind` would need of today's roll (V3).
    function quorumNow(Kind kind) external view returns (uint256);

    /// @notice The share of an asset, basis points, that ordinary resolutions can dispose of in twelve months (V7).
    function disposalShare() external view returns (uint256);

    /// @notice Seconders a draft needs now (V8).
    function secondersNeeded() external view returns (uint256);

    /// @notice How often notice was given.
    function proposalsEver() external view returns (uint256);

    /// @notice The rules with this version, from 1.
    function rulesAt(uint32 version) external view returns (Rules memory);

    /// @notice The version of the rules that govern a notice given now.
    function rulesVersion() external view returns (uint32);

    /// @notice The least kind of resolution that may carry these actions out; reverts for actions no resolution may take.
    function leastKind(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external view returns (Kind);
}
