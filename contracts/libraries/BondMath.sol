// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Every rounding of bonds
/// @notice Amounts are smallest units of the settlement token below 2**96; rates basis points a year; days are cumulative from the
/// issue date, so that no remainder of one coupon is lost for the next. What units receive is an accumulator times 2**128, what
/// a division leaves is carried: money in is money owed plus money carried, exactly (`test/proofs/MoneyProof.sol`).
library BondMath {
    /// @dev Basis points of a whole.
    uint256 internal constant ONE = 10_000;
    /// @dev What a fraction is counted in. Multiplied and divided, never shifted: the solver knows no shifts.
    uint256 internal constant SCALE = 2 ** 128;

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

    /// @notice How far `amount` and what was carried move the accumulator of `units`, and what is carried on.
    function advance(
        uint256 amount,
        uint256 carried,
        uint256 units
    ) internal pure returns (uint256 step, uint256 left) {
        uint256 scaled = amount * SCALE + carried;
        step = scaled / units;
        left = scaled - step * units;
    }

    /// @notice What `units` got between two readings, times 2**128.
    function accrued(uint256 units, uint256 from, uint256 to) internal pure returns (uint256) {
        return units * (to - from);
    }

    /// @notice Whole units of money in a scaled amount, rounded Down, and the fraction that stays.
    function money(uint256 scaled) internal pure returns (uint256 whole, uint256 fraction) {
        return (scaled / SCALE, scaled % SCALE);
    }

    /// @notice The part of `pot` that `own` of all `left` units get, rounded Down. Taken one after the other nobody gets less than
    /// in proportion to the first pot, and the last takes the rest.
    function share(uint256 pot, uint256 own, uint256 left) internal pure returns (uint256) {
        return (pot * own) / left;
    }
}
