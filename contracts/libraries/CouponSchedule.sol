// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BusinessDays, CouponPlan, CycleUnit, IBondOffice} from "../interfaces/IBondOffice.sol";
import {Calendar} from "./Calendar.sol";
import {DayCounts} from "./DayCounts.sol";

/// @title From a plan to the dates of a bond series and the days of interest up to each
/// @notice What the words mean is ACTUS's (ACTUS Financial Research Foundation, technical specification, "schedule", "end of
/// month shift convention", "business day shift convention", and `PAM`):
/// - Every date is counted from the anchor, never from the one before it, so that a month's 31st comes back after February.
/// - A cycle of months with `endOfMonth` stays on last days if the anchor is one. Else a day that a month lacks is its last.
/// - What is left before maturity is a stub: a period of its own, or, if long, joined to the last regular one, if any.
/// - Then all dates are moved off weekends, the issue date and maturity too.
/// @dev A library of its own address, so that a series' office need not carry the calendar.
library CouponSchedule {
    /// @dev Series keep the number of their dates in a byte.
    uint256 internal constant MOST_DATES = 255;
    /// @dev 31 December 9999. So no count of days comes near 2**24, and no date near 2**40.
    uint256 internal constant LAST_DAY = 2_932_896;

    /// @dev A plan in days since 1970. `toLast` matters to cycles of months only.
    struct Cycle {
        uint256 issue;
        uint256 anchor;
        uint256 maturity;
        uint256 every;
        bool months;
        bool toLast;
    }

    /// @notice The dates of a plan and the days of interest up to each. Reverts with `BondOfficeTermsOutOfBounds`, naming what is
    /// wrong: a date that is no midnight UTC, after the year 9999 or out of order ("issue date", "anchor", "maturity"), a
    /// period of no length ("every"), more than 255 dates ("dates"), or two that fall together once moved ("distinct dates").
    /// @return dates unix seconds, moved off weekends, strictly increasing; the issue date is the first, maturity the last
    /// @return dayCounts days from the issue date up to each by the plan's day count, so the first is 0
    function build(CouponPlan memory plan) public pure returns (uint40[] memory dates, uint24[] memory dayCounts) {
        Cycle memory cycle = _read(plan);
        uint256 before = cycle.anchor > cycle.issue ? 1 : 0;
        uint256 count = before + _regular(cycle, plan.longStub) + 1;
        if (count > MOST_DATES) revert IBondOffice.BondOfficeTermsOutOfBounds("dates");

        dates = new uint40[](count);
        dayCounts = new uint24[](count);
        uint256 countedTo;
        for (uint256 i = 0; i < count; ++i) {
            uint256 unmoved = i < before ? cycle.issue : _dateAt(cycle, i - before);
            if (i == count - 1) unmoved = cycle.maturity;
            uint256 day = move(plan.businessDays, unmoved);
            uint256 counted = plan.businessDays < BusinessDays.CalculateFollowing ? day : unmoved;
            dates[i] = uint40(day * 1 days);
            if (i != 0) {
                if (dates[i] <= dates[i - 1]) revert IBondOffice.BondOfficeTermsOutOfBounds("distinct dates");
                dayCounts[i] = dayCounts[i - 1] + uint24(DayCounts.daysBetween(plan.dayCount, countedTo, counted));
            }
            countedTo = counted;
        }
    }

    /// @notice A day moved off a weekend: to Monday, or to Friday; the modified ways only within the month, else the other way.
    function move(BusinessDays how, uint256 day) internal pure returns (uint256) {
        if (how == BusinessDays.Same) return day;
        bool ahead =
            how == BusinessDays.ShiftFollowing ||
                how == BusinessDays.ShiftModifiedFollowing ||
                how == BusinessDays.CalculateFollowing ||
                how == BusinessDays.CalculateModifiedFollowing;
        uint256 moved = ahead ? Calendar.following(day) : Calendar.preceding(day);
        if (moved == day) return day;
        bool modified =
            how == BusinessDays.ShiftModifiedFollowing ||
                how == BusinessDays.ShiftModifiedPreceding ||
                how == BusinessDays.CalculateModifiedFollowing ||
                how == BusinessDays.CalculateModifiedPreceding;
        if (!modified || Calendar.monthNumberOf(moved) == Calendar.monthNumberOf(day)) return moved;
        return ahead ? Calendar.preceding(day) : Calendar.following(day);
    }

    /// @dev Checks everything of the plan that can be seen without its dates.
    function _read(CouponPlan memory plan) private pure returns (Cycle memory cycle) {
        cycle.issue = _dayOf(plan.issueDate, "issue date");
        cycle.anchor = _dayOf(plan.anchor, "anchor");
        cycle.maturity = _dayOf(plan.maturity, "maturity");
        if (cycle.anchor < cycle.issue) revert IBondOffice.BondOfficeTermsOutOfBounds("anchor");
        if (cycle.maturity <= cycle.anchor) revert IBondOffice.BondOfficeTermsOutOfBounds("maturity");
        if (plan.every == 0) revert IBondOffice.BondOfficeTermsOutOfBounds("every");
        cycle.every = plan.every;
        cycle.months = plan.unit == CycleUnit.Months;
        cycle.toLast = plan.endOfMonth && Calendar.isLastOfMonth(cycle.anchor);
    }

    function _dayOf(uint256 date, bytes32 what) private pure returns (uint256 day) {
        day = date / 1 days;
        if (date % 1 days != 0 || day > LAST_DAY) revert IBondOffice.BondOfficeTermsOutOfBounds(what);
    }

    /// @dev How many regular dates stay, the anchor included: those before maturity, but the last of them if a long stub
    /// swallows it. The anchor always stays.
    function _regular(Cycle memory cycle, bool longStub) private pure returns (uint256) {
        uint256 periods = _periods(cycle);
        bool stub = _dateAt(cycle, periods + 1) != cycle.maturity;
        return stub && longStub && periods != 0 ? periods : periods + 1;
    }

    /// @dev How many whole periods end before maturity. As many months as lie between the two months may lead up to maturity or
    /// beyond; one period more would be a later month.
    function _periods(Cycle memory cycle) private pure returns (uint256 periods) {
        if (!cycle.months) return (cycle.maturity - cycle.anchor - 1) / cycle.every;
        uint256 between = Calendar.monthNumberOf(cycle.maturity) - Calendar.monthNumberOf(cycle.anchor);
        periods = between / cycle.every;
        if (_dateAt(cycle, periods) >= cycle.maturity) --periods;
    }

    /// @dev The date that many periods after the anchor, not moved.
    function _dateAt(Cycle memory cycle, uint256 periods) private pure returns (uint256) {
        uint256 units = periods * cycle.every;
        return cycle.months ? Calendar.addMonths(cycle.anchor, units, cycle.toLast) : cycle.anchor + units;
    }
}
