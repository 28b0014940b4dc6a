// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title What the Treasury holds of one asset, and what it parted with in twelve months (V7)
/// @notice Time is cut into months of 365/12 days. Both figures err on the strict side, by less than a month: what was
/// disposed of is added up over the present month and the twelve before it, the highest balance is that of the present
/// month and the eleven before it. Amounts are in the asset's smallest units, below 2**120.
library YearLib {
    /// @notice An amount of 2**120 or more cannot be kept.
    error AmountTooLarge(uint256 amount);

    /// @dev One word: every movement writes the balance, so the month's highest costs nothing beside it.
    struct Ledger {
        uint120 balance;
        uint120 highest;
        uint16 month;
        Month[13] months;
    }

    /// @param number months since 1970, so that an old entry is told from a new one
    struct Month {
        uint120 disposed;
        uint120 highest;
        uint16 number;
    }

    uint256 private constant MONTH = 365 days / 12;
    uint256 private constant KEPT = 13;

    /// @notice Sets the balance.
    function set(Ledger storage ledger, uint256 balance) internal {
        if (balance > type(uint120).max) revert AmountTooLarge(balance);
        _turn(ledger);
        ledger.balance = uint120(balance);
        if (balance > ledger.highest) ledger.highest = uint120(balance);
    }

    /// @notice Adds to what was disposed of this month.
    function dispose(Ledger storage ledger, uint256 amount) internal {
        Month storage month = _of(ledger, _turn(ledger));
        uint256 disposed = month.disposed + amount;
        if (disposed > type(uint120).max) revert AmountTooLarge(disposed);
        month.disposed = uint120(disposed);
    }

    /// @notice What was disposed of in twelve months, and the highest balance of that time.
    function inTwelveMonths(Ledger storage ledger) internal view returns (uint256 disposed, uint256 highest) {
        uint256 now_ = _monthNow();
        highest = ledger.balance;
        // The last month with a movement is in no entry yet.
        if (ledger.month + KEPT - 1 > now_ && ledger.highest > highest) highest = ledger.highest;
        for (uint256 i = 0; i < KEPT; ++i) {
            Month memory month = ledger.months[i];
            if (month.number + KEPT <= now_) continue;
            disposed += month.disposed;
            if (month.number + KEPT - 1 > now_ && month.highest > highest) highest = month.highest;
        }
    }

    /// @dev A new month begins with the balance that the one before left; its entry is written before any newer one, which may
    /// stand in the same place.
    function _turn(Ledger storage ledger) private returns (uint16 month) {
        month = _monthNow();
        uint16 former = ledger.month;
        if (former == month) return month;
        if (former != 0) _of(ledger, former).highest = ledger.highest;
        (ledger.month, ledger.highest) = (month, ledger.balance);
    }

    /// @dev The entry of a month, emptied when an older one stood there.
    function _of(Ledger storage ledger, uint16 number) private returns (Month storage month) {
        month = ledger.months[number % KEPT];
        if (month.number != number) (month.disposed, month.highest, month.number) = (0, 0, number);
    }

    function _monthNow() private view returns (uint16) {
        return uint16(block.timestamp / MONTH);
    }
}
