// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Every rounding of bonds
/// @notice Amounts are smallest units of the settlement token below 2**96; rates basis points a year; days are cumulative from the
/// issue date, so that no remainder of one coupon is lost for the next. All units of a series share its coupon money for as long as
/// it lives, so what each is owed is kept times their number: an exact fraction, of which whole units of money are handed out
/// (`test/proofs/MoneyProof.sol`).
library BondMath {
    /// @dev Basis points of a whole.
    uint256 internal constant ONE = 10_000;

    /// @notice The denominator of every coupon.
    function parts(uint256 basis) internal pure returns (uint256) {
        return ONE * basis;
    }

    /// @notice All coupons up to a date with `dayCount` days of interest, rounded Down.
    function couponDue(uint256 units, uint256 rate, uint256 dayCount, uint256 basis) internal pure returns (uint256) {
        return (units * rate * dayCount) / parts(basis);
    }

    /// @notice The sinking fund of a bullet bond at date `index` of `last`: even instalments, all of it at the last (K3).
    /// Rounded Down.
    function principalDue(uint256 units, uint256 index, uint256 last) internal pure returns (uint256) {
        return (units * index) / last;
    }

    /// @notice The part of `passed` days in a period's `all` that an amount has come to, rounded Down.
    function running(uint256 amount, uint256 passed, uint256 all) internal pure returns (uint256) {
        return passed >= all ? amount : (amount * passed) / all;
    }

    /// @notice What a bid at the clearing rate pays of what is left, rounded Up; never more than the bid (K2).
    function marginal(uint256 amount, uint256 rest, uint256 all) internal pure returns (uint256) {
        return (amount * rest + all - 1) / all;
    }

    /// @notice What `units` are owed of the coupon money that came in between two readings of it, times all units issued.
    function accrued(uint256 units, uint256 from, uint256 to) internal pure returns (uint256) {
        return units * (to - from);
    }

    /// @notice Whole units of money in what is owed times all units `issued`, rounded Down, and the rest that stays owed.
    function money(uint256 owed, uint256 issued) internal pure returns (uint256 whole, uint256 rest) {
        return (owed / issued, owed % issued);
    }

    /// @notice The part of `pot` that `own` of all `left` units get, rounded Down. Taken one after the other nobody gets less than
    /// in proportion to the first pot, and the last takes the rest.
    function share(uint256 pot, uint256 own, uint256 left) internal pure returns (uint256) {
        return (pot * own) / left;
    }
}
