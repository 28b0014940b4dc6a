// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IBondOffice, Series, SeriesState} from "../interfaces/IBondOffice.sol";
import {BondMath} from "./BondMath.sol";
import {Timetable} from "./Timetable.sol";

/// @title A series from its issue to its end: what is owed when, and what was received (K3, K5)
library BondService {
    using Timetable for Timetable.Table;

    /// @dev K5.
    uint256 private constant REDEMPTION_NOTICE = 30 days;
    /// @dev So long an announced redemption can be made good after its date.
    uint256 private constant REDEMPTION_WINDOW = 7 days;

    /// @notice Takes what is owed now out of `available`: coupons before principal, of both what is late before what the running
    /// period owes (K3).
    function fund(
        Series storage s,
        Timetable.Table storage table,
        uint256 series,
        uint256 available
    ) internal returns (uint256 coupon, uint256 principal) {
        if (s.state != SeriesState.Live) return (0, 0);
        (uint256 passed, uint256 last) = _turn(s, table, series);
        uint256 index = passed < last ? passed + 1 : last;
        coupon = _least(available, _couponDue(s, table, index) - s.funded);
        principal = _least(available - coupon, _over(BondMath.principalDue(s.units, index, last), s.sunk));
        if (coupon + principal != 0) receive_(s, series, coupon, principal);
    }

    /// @notice Takes what is owed out of what the machine brought, and ends the series: at par, or in default (K5).
    function liquidate(
        Series storage s,
        Timetable.Table storage table,
        uint256 series,
        uint256 available
    ) external returns (uint256 coupon, uint256 principal) {
        if (s.state != SeriesState.Live) return (0, 0);
        _turn(s, table, series);
        coupon = _least(available, _over(_couponNow(s, table), s.funded));
        principal = _least(available - coupon, s.units - s.sunk);
        receive_(s, series, coupon, principal);
        // There is nothing else that they could be paid from.
        if (s.sunk == s.units) {
            s.state = SeriesState.Redeemed;
            emit IBondOffice.SeriesRedeemed(series, s.sunk);
        } else {
            s.state = SeriesState.Defaulted;
            emit IBondOffice.SeriesDefaulted(series, s.units, s.sunk);
        }
    }

    /// @notice Ends a series at par, once its last date has come and all of it is there.
    function redeem(Series storage s, Timetable.Table storage table, uint256 series) external {
        requireLive(s, series);
        _turn(s, table, series);
        (uint40 date, ) = table.entry(s.lastDate);
        uint256 coupon = _couponDue(s, table, s.lastDate) - s.funded;
        uint256 principal = s.units - s.sunk;
        if (coupon + principal != 0 || block.timestamp < date) {
            revert IBondOffice.BondOfficeNotRedeemable(series, coupon, principal, date);
        }
        s.state = SeriesState.Redeemed;
        emit IBondOffice.SeriesRedeemed(series, s.units);
    }

    /// @notice Moves the last date forward to one that is thirty days off at least (K5).
    function announce(Series storage s, Timetable.Table storage table, uint256 series, uint256 dateIndex) external {
        requireLive(s, series);
        _turn(s, table, series);
        bool exists = dateIndex != 0 && dateIndex + 1 < s.dates;
        (uint40 date, ) = table.entry(exists ? dateIndex : 0);
        if (!exists || date < block.timestamp + REDEMPTION_NOTICE) {
            revert IBondOffice.BondOfficeDateOutOfBounds(dateIndex, date);
        }
        s.lastDate = uint16(dateIndex);
        emit IBondOffice.RedemptionAnnounced(series, dateIndex, date);
    }

    /// @notice See {IBondOffice-owedOf}.
    function owed(
        Series storage s,
        Timetable.Table storage table
    ) external view returns (uint256 couponLate, uint256 principalLate, uint256 coupon, uint256 principal) {
        if (s.state != SeriesState.Live) return (0, 0, 0, 0);
        uint256 last = _lastDateNow(s, table);
        uint256 passed = table.passed(s.cursor, last);
        uint256 next = passed < last ? passed + 1 : last;
        couponLate = _over(_couponDue(s, table, passed), s.funded);
        coupon = _over(_couponDue(s, table, next), s.funded) - couponLate;
        principalLate = _over(BondMath.principalDue(s.units, passed, last), s.sunk);
        principal = _over(BondMath.principalDue(s.units, next, last), s.sunk) - principalLate;
    }

    /// @notice See {IBondOffice-runningPeriod}.
    function period(
        Series storage s,
        Timetable.Table storage table
    ) external view returns (uint40 from, uint40 to, uint256 coupon, uint256 principal) {
        if (s.dates == 0) return (0, 0, 0, 0);
        uint256 last = _lastDateNow(s, table);
        uint256 passed = table.passed(s.cursor, last);
        if (passed == last) --passed;
        (from, ) = table.entry(passed);
        (to, ) = table.entry(passed + 1);
        coupon = _couponDue(s, table, passed + 1) - _couponDue(s, table, passed);
        principal = BondMath.principalDue(s.units, passed + 1, last) - BondMath.principalDue(s.units, passed, last);
    }

    /// @notice See {IBondOffice-couponOf}.
    function couponOf(
        Series storage s,
        Timetable.Table storage table,
        uint256 dateIndex,
        uint256 principal
    ) external view returns (uint256 numerator, uint256 denominator) {
        if (dateIndex >= s.dates) revert IBondOffice.BondOfficeDateOutOfBounds(dateIndex, 0);
        (, uint24 to) = table.entry(dateIndex);
        uint24 from;
        if (dateIndex != 0) (, from) = table.entry(dateIndex - 1);
        // Before the close it is what the series pays at most.
        uint256 rate = s.state == SeriesState.Bidding ? s.highestRate : s.rate;
        return (principal * rate * (to - from), BondMath.parts(s.basis));
    }

    /// @notice Counts money that units receive, and principal that is set aside.
    function receive_(Series storage s, uint256 series, uint256 coupon, uint256 principal) internal {
        (s.funded, s.sunk) = (uint96(s.funded + coupon), uint96(s.sunk + principal));
        emit IBondOffice.SeriesFunded(series, coupon, principal);
    }

    function requireLive(Series storage s, uint256 series) internal view {
        if (s.state != SeriesState.Live) revert IBondOffice.BondOfficeWrongState(series, s.state);
    }

    /// @dev Moves the cursor over the dates that have come, and forgets an announced redemption that was not made good.
    function _turn(
        Series storage s,
        Timetable.Table storage table,
        uint256 series
    ) private returns (uint256 passed, uint256 last) {
        uint256 announced = s.lastDate;
        last = _lastDateNow(s, table);
        if (last != announced) {
            emit IBondOffice.RedemptionLapsed(series, announced);
            s.lastDate = uint16(last);
        }
        uint256 cursor = s.cursor;
        passed = table.passed(cursor, last);
        if (passed != cursor) s.cursor = uint16(passed);
    }

    function _lastDateNow(Series storage s, Timetable.Table storage table) private view returns (uint256 last) {
        last = s.lastDate;
        if (last + 1 == s.dates) return last;
        (uint40 date, ) = table.entry(last);
        if (block.timestamp > date + REDEMPTION_WINDOW) last = s.dates - 1;
    }

    function _couponDue(
        Series storage s,
        Timetable.Table storage table,
        uint256 dateIndex
    ) private view returns (uint256) {
        (, uint24 dayCount) = table.entry(dateIndex);
        return BondMath.couponDue(s.units, s.rate, dayCount, s.basis);
    }

    /// @dev Coupons up to this moment: of dates that have come, and the part of the running period that has passed.
    function _couponNow(Series storage s, Timetable.Table storage table) private view returns (uint256 due) {
        uint256 passed = s.cursor;
        due = _couponDue(s, table, passed);
        if (passed == s.lastDate) return due;
        (uint40 from, ) = table.entry(passed);
        (uint40 to, ) = table.entry(passed + 1);
        if (block.timestamp <= from) return due;
        uint256 whole = _couponDue(s, table, passed + 1) - due;
        due += BondMath.running(whole, block.timestamp - from, to - from);
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function _over(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a - b : 0;
    }
}
