// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The names of the Treasury's funds
/// @dev A fund is a number, so that there can be any number of them: bond service has one per series.
library Funds {
    /// @notice The outside world; never holds anything.
    uint32 internal constant OUTSIDE = 0;
    /// @notice Meets the costs of the period; what remains of it is the surplus (J2).
    uint32 internal constant OPERATING = 1;
    /// @notice What members paid for shares; leaves only by withdrawal at par (S2).
    uint32 internal constant SHARE_CAPITAL = 2;
    /// @notice Buys machines; never distributed.
    uint32 internal constant COMMONS = 3;
    /// @notice Rent that belongs to every member equally; never spent (K4).
    uint32 internal constant MEMBER_INCOME = 4;
    /// @notice Dividends declared and not claimed yet (A5).
    uint32 internal constant DIVIDENDS_PAYABLE = 5;
    /// @notice Withdrawals that were served and could not be handed over yet (S2).
    uint32 internal constant WITHDRAWALS_PAYABLE = 6;
    /// @notice Interest that was posted and not taken yet (S4).
    uint32 internal constant INTEREST_PAYABLE = 7;
    /// @notice The first of the bond service funds: `BOND_SERVICE + series`.
    uint32 internal constant BOND_SERVICE = 1 << 16;
}
