// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Every rounding of share capital
/// @notice Interest is kept as an exact numerator, shares times days times rate times par, over `PARTS`. So the numerators of
/// all members add up to the one that was posted, and only handing over money rounds: posting Up, taking Down.
/// A write-down is a line from (0, 0) to (above, cut): each member takes the stretch above it that its shares cover on the
/// way, between two whole numbers. So all stretches add up to the cut, and each is within one share of its proportion,
/// whoever comes first.
library ShareMath {
    /// @dev Basis points times days of a year.
    uint256 internal constant PARTS = 10_000 * 365;

    /// @notice What to post for `numerator` when `carried` was posted too much before; rounded Up.
    function posting(uint256 numerator, uint256 carried) internal pure returns (uint256 amount, uint256 left) {
        if (numerator <= carried) return (0, carried - numerator);
        uint256 owed = numerator - carried;
        amount = (owed + PARTS - 1) / PARTS;
        left = amount * PARTS - owed;
    }

    /// @notice Money in a numerator, rounded Down.
    function money(uint256 numerator) internal pure returns (uint256) {
        return numerator / PARTS;
    }

    /// @notice Shares that can be written down: those above the minimum holding (S5).
    function above(uint256 units, uint256 minimum) internal pure returns (uint256) {
        return units > minimum ? units - minimum : 0;
    }

    /// @notice A member's part of a write-down of `cut` out of `all` shares, when `counted` of them had their part before.
    function part(uint256 own, uint256 counted, uint256 cut, uint256 all) internal pure returns (uint256) {
        if (own == 0) return 0;
        return ((counted + own) * cut) / all - (counted * cut) / all;
    }

    /// @notice What stays in the queue of a holding that shrank from `units` to `left`: all of it, if all was queued; else what
    /// leaves the member at least what was free before, or the minimum.
    function queuedAfter(uint256 queued, uint256 units, uint256 left, uint256 minimum) internal pure returns (uint256) {
        if (queued == units) return left;
        uint256 free = units - queued;
        uint256 most = left - (free < minimum ? free : minimum);
        return queued < most ? queued : most;
    }
}
