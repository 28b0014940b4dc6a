// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A recovery that was attested and waits (M6).
/// @param newAccount the account that is to speak for the member
/// @param readyAt unix seconds; carried out from then on, unless vetoed
/// @param vetoedAt unix seconds of the old account's veto, or zero
struct Recovery {
    address newAccount;
    uint40 readyAt;
    uint40 vetoedAt;
}

/// @title Recovery: a new account for a member who lost the old one (M6)
/// @notice The new account asks; a director and two other members attest; then a public wait in which the old account can veto.
/// A veto leaves it to the members. While it waits the member neither withdraws nor names a proxy. Votes stay with the seat;
/// offices end with the old account. Also for former members, to whom money may be due.
interface IRecovery {
    /// @notice `newAccount` asks to speak for `memberId`. `statement` is the hash of what it says.
    event RecoveryRequested(uint32 indexed memberId, address indexed newAccount, bytes32 statement);
    /// @notice `by` attests it, for the board or as a member.
    event RecoveryAttested(uint32 indexed memberId, address indexed newAccount, address indexed by, bool forBoard);
    /// @notice Attested: the wait begins, to `readyAt` (unix seconds).
    event RecoveryStarted(uint32 indexed memberId, address indexed newAccount, uint40 readyAt);
    /// @notice The old account vetoed: the members decide.
    event RecoveryVetoed(uint32 indexed memberId, address indexed newAccount);
    /// @notice It came to nothing: taken back, or refused by the members.
    event RecoveryEnded(uint32 indexed memberId, address indexed newAccount);
    /// @notice `newAccount` speaks for `memberId`; `former` is nobody from here on.
    event Recovered(uint32 indexed memberId, address indexed former, address indexed newAccount);

    /// @notice Nobody asked for this recovery.
    error MemberRegisterNoRecovery(uint32 memberId, address newAccount);
    /// @notice The account asked already.
    error MemberRegisterRecoveryRequested(uint32 memberId, address newAccount);
    /// @notice Another recovery of this member is under way.
    error MemberRegisterRecoveryUnderWay(uint32 memberId, address newAccount);
    /// @notice The account attested this already, or may not: one director and two *other* members do.
    error MemberRegisterMayNotAttest(uint32 memberId, address account);
    /// @notice The wait is not over.
    error MemberRegisterRecoveryTooEarly(uint32 memberId, uint40 readyAt);
    /// @notice The old account vetoed it: only the members can decide now.
    error MemberRegisterRecoveryVetoed(uint32 memberId);

    /// @notice Asks that the caller speak for `memberId` from now on.
    /// @param statement salted hash of the grounds, or zero
    function requestRecovery(uint32 memberId, bytes32 statement) external;

    /// @notice Attests that `newAccount` is the person of `memberId`. A director, or three members without one when no board is
    /// in office, and two other members.
    function attestRecovery(uint32 memberId, address newAccount) external;

    /// @notice The member's present account says no. Also against a wait that is over but was not carried out yet.
    function vetoRecovery(uint32 memberId) external;

    /// @notice The new account gives its request up.
    function withdrawRecovery(uint32 memberId) external;

    /// @notice Carries a recovery out after the wait. Anyone can.
    function completeRecovery(uint32 memberId) external;

    /// @notice Grants or refuses a recovery that waits, vetoed or not. Only the Assembly (ordinary resolution).
    function decideRecovery(uint32 memberId, address newAccount, bool grant) external;

    /// @notice The recovery of `memberId` that waits; all zero when there is none.
    function recoveryOf(uint32 memberId) external view returns (Recovery memory);

    /// @notice Who has attested a request so far.
    function attestationsOf(
        uint32 memberId,
        address newAccount
    ) external view returns (bool requested, bool byBoard, uint8 byMembers);
}
