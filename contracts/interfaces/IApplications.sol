// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Permit} from "./IMemberShares.sol";

/// @notice How far an application has come. One that was not decided in time stays `Waiting` and counts as refused (M2).
enum ApplicationState {
    None,
    Waiting,
    Accepted,
    Refused
}

/// @notice One account's application: to become a member, or, from a member, to move to another class.
/// @param class index of the stakeholder class applied for
/// @param state how far it has come
/// @param until unix seconds; waiting: the board decides until then; accepted: the applicant can join until then; refused: the
/// account may apply again after it
/// @param appealed whether it was taken to the members (M3)
/// @param commitment salted hash of the application document (M7)
struct Application {
    uint8 class;
    ApplicationState state;
    uint40 until;
    bool appealed;
    bytes32 commitment;
}

/// @title Applications: how one becomes a member
/// @notice Anyone may apply. The board decides in time and says why not (M2); whom it accepts joins with a transaction of its
/// own, so nobody is made a member unasked, and what one person decides another carries out (B1). Who was refused, or heard
/// nothing, may appeal to the members (M3).
interface IApplications {
    /// @notice `account` asks to be admitted to `class`. The board has until `until` (unix seconds).
    event Applied(address indexed account, uint8 indexed class, bytes32 commitment, uint40 until);
    /// @notice Director `by` accepted the application of `account`, who can join until `until`.
    event Accepted(address indexed account, address indexed by, uint40 until, bytes32 attestation);
    /// @notice Director `by` refused the application of `account` for `reason`; `statement` is the hash of what was written.
    event Refused(address indexed account, address indexed by, uint8 reason, bytes32 statement, uint40 until);
    /// @notice `account` took its application back.
    event ApplicationWithdrawn(address indexed account);
    /// @notice `account` takes the refusal, or the silence, to the members (M3).
    event Appealed(address indexed account);
    /// @notice Member `memberId` moved to another class at its own request: `former` is closed, `seat` is new.
    event ClassChanged(uint32 indexed memberId, address indexed account, uint32 former, uint32 seat);

    /// @notice The account has an application that waits or was accepted.
    error MemberRegisterApplicationOpen(address account, uint40 until);
    /// @notice Refused not long ago: the account may apply again after `until`. It may appeal now (M3).
    error MemberRegisterTooSoon(address account, uint40 until);
    /// @notice The account has no application that could be decided or withdrawn.
    error MemberRegisterNoApplication(address account);
    /// @notice The application was not decided in time and counts as refused (M2).
    error MemberRegisterDecidedTooLate(address account, uint40 until);
    /// @notice The application was not accepted, or its acceptance has lapsed.
    error MemberRegisterNotAccepted(address account);
    /// @notice Only an application that was refused, or not decided in time, is appealed, and once (M3).
    error MemberRegisterNotRefused(address account);
    /// @notice A refusal states one of the reason codes 1 to 5 (M2).
    error MemberRegisterUnknownReason(uint8 reason);
    /// @notice The attestation spoke for another account already (M1).
    error MemberRegisterAttestationUsed(bytes32 attestation, address account);
    /// @notice The member is in this class already.
    error MemberRegisterSameClass(uint8 class);

    /// @notice Applies for membership in `class`, or, as a member, for a move to it. Not for community classes (C1).
    /// @param commitment salted hash of the application document (M7)
    function applyFor(uint8 class, bytes32 commitment) external;

    /// @notice Accepts the application of `account`. Only the board, in time (M2).
    /// @param attestation name of a proof that the person is one person, or zero; it speaks for one account ever (M1)
    function accept(address account, bytes32 attestation) external;

    /// @notice Refuses the application of `account`. Only the board, in time (M2).
    /// @param reason 1 criteria not met, 2 incomplete, 3 a second account of one person, 4 no room at present, 5 another
    /// reason, which the statement gives
    /// @param statement salted hash of the written grounds, or zero
    function refuse(address account, uint8 reason, bytes32 statement) external;

    /// @notice Takes the caller's own application back.
    function withdrawApplication() external;

    /// @notice Joins, after acceptance: the caller becomes a member and, in the same transaction, pays for `units` shares at par
    /// and promises `promised` more. A member moves to the class that it applied for.
    /// @param permit of the settlement token for the treasury and exactly the sum due, or all zero where an allowance is given
    /// @return memberId the member's permanent number
    function join(uint64 units, uint64 promised, Permit calldata permit) external returns (uint32 memberId);

    /// @notice Marks the application of `account` as appealed. Only the Assembly, which opens the draft (M3).
    function appeal(address account) external returns (uint8 class, bytes32 commitment);

    /// @notice The application of `account`; all zero when there is none.
    function applicationOf(address account) external view returns (Application memory);
}
