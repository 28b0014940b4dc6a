// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A role given to an account until a date.
/// @param role one of `Roles`, never the Assembly's
/// @param account who holds it
/// @param until unix seconds; the role is held strictly before this moment
struct Appointment {
    uint64 role;
    address account;
    uint48 until;
}

/// @title Authority: who may call what
/// @notice OpenZeppelin's AccessManager whose table of permissions is code (`Powers.sol`) and whose every grant ends.
/// No account is administrator: only the module at the Assembly's place is, whoever deployed the co-op included.
interface IAuthority {
    /// @notice `account` holds `role` until `until` (unix seconds).
    event Appointed(uint64 indexed role, address indexed account, uint48 until);

    /// @notice A grant must end in the future and at most four years from now (rule B1).
    error AuthorityTermOutOfBounds(uint48 until);
    /// @notice Grants without an end do not exist here (rule B1): use `appoint`.
    error AuthorityGrantNeedsEnd();
    /// @notice The Authority decides who may call; it calls nobody itself.
    error AuthorityCallsNobody();
    /// @notice The Assembly's own powers cannot be given to an account, nor an office's to another office.
    error AuthorityRoleReserved(uint64 role);

    /// @notice `account` holds `other`, which goes with `role` in no one person: board, arbiters and auditor are different
    /// accounts, and the auditor holds nothing else (B1).
    error AuthorityOfficesApart(uint64 role, uint64 other, address account);
    /// @notice A third of the board's seats ends within each year (B1): at most two thirds reach beyond one year, one third beyond
    /// two, none beyond three.
    error AuthorityBoardTermTooLong(uint48 until);
    /// @notice An office has nine holders at most (B1).
    error AuthorityOfficeFull(uint64 role);

    /// @notice Gives `account` the `role` until `until`. Only the Assembly (ordinary resolution, B1).
    /// A second appointment to the same role replaces the end of the first.
    function appoint(uint64 role, address account, uint48 until) external;

    /// @notice Takes the `role` from `account` at once. Only the Assembly (ordinary resolution, B1).
    function recall(uint64 role, address account) external;

    /// @notice Ends every office of `account`. Only the member register, when a membership ends or moves to another account.
    function vacate(address account) external;

    /// @notice How many people hold `role` now, 0..9, the Assembly aside.
    function inOffice(uint64 role) external view returns (uint256);

    /// @notice When the grant of `role` to `account` ends, in unix seconds; zero when there is none.
    function endOf(uint64 role, address account) external view returns (uint48);

    /// @notice Whether anybody holds `role` now, the Assembly aside.
    function anyInOffice(uint64 role) external view returns (bool);

    /// @notice Whether `account` holds `role` now: granted, not revoked, and before its end.
    function holds(uint64 role, address account) external view returns (bool);
}
