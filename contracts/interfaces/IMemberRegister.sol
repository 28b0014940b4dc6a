// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What a stakeholder class is (rule C1). `None` marks a class that was not declared.
enum ClassKind {
    None,
    Worker,
    User,
    Supporter,
    Community,
    Investor
}

/// @notice A stakeholder class as the charter declares it.
struct ClassDeclaration {
    ClassKind kind;
    string name;
}

/// @notice The roll of one class.
/// @param kind what the class is
/// @param active seats of members who are active now
/// @param lastSerial the serial of the newest seat ever issued; serials start at 1
struct ClassRoll {
    ClassKind kind;
    uint24 active;
    uint24 lastSerial;
}

/// @notice Where a member stands.
enum MemberStatus {
    None,
    Active,
    Left,
    Expelled
}

/// @notice One member's record; the member id that leads to it is permanent.
/// @param account the account that speaks for the member
/// @param class index of the stakeholder class, 0..7
/// @param serial the seat's serial within the class
/// @param status active, left or expelled
/// @param admittedAt unix seconds
struct Member {
    address account;
    uint8 class;
    uint24 serial;
    MemberStatus status;
    uint40 admittedAt;
}

/// @notice What a charter says of membership.
/// @param decideWithin seconds in which the board decides an application (M2), at most 90 days
/// @param suspensionLimit longest suspension of a member in seconds (M4), at most 90 days
/// @param recoveryWait seconds for which an attested recovery waits (M6), 7 to 60 days
struct MembershipTerms {
    uint32 decideWithin;
    uint32 suspensionLimit;
    uint32 recoveryWait;
}

/// @notice A person admitted when the co-op is founded.
struct Founder {
    address account;
    uint8 class;
    bytes32 commitment;
}

/// @title MemberRegister: the roll
/// @notice Membership is a soulbound ERC-721: one for an account, one vote for a member, never moved or bought (M1).
/// No name or other personal data is kept: the commitment of an admission is a salted hash of a document that travels
/// off chain (M7). The token id is the member id: permanent, and the key of all money and history. A *seat*,
/// `class << 24 | serial`, is what ballots use.
interface IMemberRegister {
    /// @notice A stakeholder class was declared. Only at founding.
    event ClassDeclared(uint8 indexed class, ClassKind kind, string name);
    /// @notice `account` became member `memberId` and took `seat`; `commitment` is the salted hash of its application.
    event Admitted(uint32 indexed memberId, address indexed account, uint32 seat, bytes32 commitment);
    /// @notice Member `memberId` left; `seat` is closed.
    event Left(uint32 indexed memberId, address indexed account, uint32 seat);

    /// @notice The members expelled `memberId`; `seat` is closed. `grounds` is the hash of the document that states them (M5).
    event Expelled(uint32 indexed memberId, address indexed account, uint32 seat, bytes32 grounds);

    /// @notice The terms of membership, set at founding and by constitutional resolution.
    event MembershipTermsSet(MembershipTerms terms);
    /// @notice Services are stopped for member `memberId` until `until` (unix seconds), and nothing else (M4).
    event Suspended(uint32 indexed memberId, uint40 until, bytes32 indexed reason);
    /// @notice The suspension of `memberId` ended early.
    event SuspensionLifted(uint32 indexed memberId);

    /// @notice A term of membership is outside its hard bound. `clause` is its identifier in docs/rulebook.md.
    error MemberRegisterTermOutOfBounds(bytes4 clause);
    /// @notice A suspension states its reason and ends within the limit (M4).
    error MemberRegisterSuspensionOutOfBounds(uint40 until, uint40 latest);
    /// @notice The member was suspended for this reason before (M4).
    error MemberRegisterReasonUsed(uint32 memberId, bytes32 reason);
    /// @notice The member is suspended already, or, when it is lifted, is not.
    error MemberRegisterSuspensionStands(uint32 memberId, uint40 until);
    /// @notice The account was expelled: only an extraordinary resolution admits it again, by `readmit` (M5).
    error MemberRegisterExpelled(address account);
    /// @notice The account was not expelled: it is admitted like anybody else.
    error MemberRegisterNotExpelled(address account);
    /// @notice An expulsion states its grounds (M5).
    error MemberRegisterGroundsMissing();
    /// @notice The last member neither leaves nor is expelled while the co-op lives: without members it could not even dissolve.
    error MemberRegisterLastMember(uint32 memberId);
    /// @notice The seats of a community class (a place, or nature) are filled by resolution, not by the board (C1).
    error MemberRegisterByResolutionOnly(uint8 class);
    /// @notice A class has had 2**24 - 1 seats.
    error MemberRegisterClassFull(uint8 class);
    /// @notice The co-op is winding up: nothing new begins (A2).
    error MemberRegisterWindingUp();
    /// @notice The account is an active member already (M1).
    error MemberRegisterAlreadyMember(address account);
    /// @notice The account is not an active member.
    error MemberRegisterNotMember(address account);
    /// @notice No account, or one of the co-op's own modules, can not be a member.
    error MemberRegisterUnfitAccount(address account);
    /// @notice The class was not declared at founding.
    error MemberRegisterUnknownClass(uint8 class);
    /// @notice Between one and eight classes, each with a kind (C1).
    error MemberRegisterClassesOutOfBounds(uint256 count);
    /// @notice Memberships are bound to their member and can be neither moved nor approved (M1).
    error MemberRegisterSoulbound();
    /// @notice No member has this number.
    error MemberRegisterNoSuchMember(uint256 memberId);

    /// @notice Admits `account` to `class`. Only the Assembly: on appeal (M3), and to a community class (C1); and the directory, for
    /// the further founders whom the charter names. Everybody else applies and joins (`IApplications`).
    /// @param commitment salted hash of the application document, or zero
    /// @return memberId the new member's permanent number, from 1
    function admit(address account, uint8 class, bytes32 commitment) external returns (uint32 memberId);

    /// @notice Admits an account that was expelled. Only the Assembly (extraordinary resolution, M5).
    /// @return memberId a new number: the old membership stays ended
    function readmit(address account, uint8 class, bytes32 commitment) external returns (uint32 memberId);

    /// @notice Ends the membership of `memberId` at once. Only the Assembly, by an extraordinary resolution that does nothing
    /// else and on whose roll the member is not (M5). Ballots already cast stay counted.
    /// @param grounds hash of the document that states the grounds
    function expel(uint32 memberId, bytes32 grounds) external;

    /// @notice Admits nobody any more. Only the directory, when the members decide to wind the co-op up (A2).
    function windUp() external;

    /// @notice Stops the use of services for a member until `until`; vote, income, shares and the right to be heard stay (M4).
    /// Two directors together.
    /// @param reason hash of the written reason; it serves once for a member
    function suspend(uint32 memberId, uint40 until, bytes32 reason) external;

    /// @notice Ends a suspension early. Only the board.
    function lift(uint32 memberId) external;

    /// @notice When the suspension of `memberId` ends, unix seconds; zero or past when there is none.
    function suspendedUntil(uint32 memberId) external view returns (uint40);

    /// @notice Sets the terms of membership within their bounds. Only the Assembly (constitutional resolution).
    function setTerms(MembershipTerms calldata terms) external;

    /// @notice The terms of membership.
    function membershipTerms() external view returns (MembershipTerms memory);

    /// @notice Whether `account` is a member or ever was one.
    function wasMember(address account) external view returns (bool);

    /// @notice Whether a recovery of `memberId` waits. A vetoed one that the members have not decided in 180 days lapses.
    function isRecovering(uint32 memberId) external view returns (bool);

    /// @notice Whether `account` was expelled and not readmitted.
    function isExpelled(address account) external view returns (bool);

    /// @notice Ends the caller's own membership at once. Ballots already cast stay counted; shares go to the end of the queue and
    /// what is due is paid out. Not while a recovery of the member waits (M6).
    function resign() external;

    /// @notice The member id and seat of `account`; both zero unless it is an active member.
    function seatOf(address account) external view returns (uint32 memberId, uint32 seat);

    /// @notice Member ids of two accounts, zero unless active, and until when their use of services is stopped (M4), unix seconds.
    function standings(
        address one,
        address other
    ) external view returns (uint32 oneId, uint40 oneUntil, uint32 otherId, uint40 otherUntil);

    /// @notice The record of `memberId`; reverts when there is none.
    function member(uint256 memberId) external view returns (Member memory);

    /// @notice The roll of every class now, by class index.
    function roll() external view returns (ClassRoll[] memory);

    /// @notice How many stakeholder classes were declared, 1..8.
    function classCount() external view returns (uint8);

    /// @notice Members ever admitted; the newest member id.
    function membersEver() external view returns (uint32);

    /// @notice Active members now, and the newest member id: what one posting of income is shared by (K4).
    function headcount() external view returns (uint256 active, uint32 newest);

    /// @notice A page of member records for readers: ids `from` to `from + count - 1`, cut at the newest.
    function membersFrom(uint32 from, uint32 count) external view returns (Member[] memory);
}
