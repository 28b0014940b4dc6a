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
    /// @notice Withdrawals that were served and could not be handed over yet (S2).
    uint32 internal constant WITHDRAWALS_PAYABLE = 6;
    /// @notice Interest that was posted and not taken yet (S4).
    uint32 internal constant INTEREST_PAYABLE = 7;
    /// @notice Keeps machines in order: the first step of every rent (K3).
    uint32 internal constant UPKEEP = 8;
    /// @notice What bidders for a machine's rent or price have deposited (K6).
    uint32 internal constant AUCTIONS = 9;
    /// @notice The community's share of every surplus; spent by resolution (A6).
    uint32 internal constant COMMUNITY = 10;
    /// @notice The first of the bond service funds: `BOND_SERVICE + series`. Coupons and principal that are the holders'.
    uint32 internal constant BOND_SERVICE = 1 << 16;
    /// @notice The first of the funds of bids: `BOND_BIDS + series`. The bidders' until the series has cleared (K1).
    uint32 internal constant BOND_BIDS = 1 << 17;
    /// @notice The first of the funds that buy one machine each: `PURCHASE + machineId`.
    uint32 internal constant PURCHASE = 1 << 18;
}
