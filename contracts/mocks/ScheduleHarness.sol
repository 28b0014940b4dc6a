// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CouponPlan, DayCount} from "../interfaces/IBondOffice.sol";
import {Calendar} from "../libraries/Calendar.sol";
import {CouponSchedule} from "../libraries/CouponSchedule.sol";
import {DayCounts} from "../libraries/DayCounts.sol";

/// @title Schedules and the calendar under them, many in one call, so that a fuzz test can compare thousands with another calendar
contract ScheduleHarness {
    /// @notice The schedule of one plan.
    function build(CouponPlan memory plan) external pure returns (uint40[] memory dates, uint24[] memory dayCounts) {
        return CouponSchedule.build(plan);
    }

    /// @notice The dates and day counts of every plan, in order; both empty where the plan is refused.
    function buildAll(
        CouponPlan[] memory plans
    ) external view returns (uint40[][] memory dates, uint24[][] memory dayCounts) {
        dates = new uint40[][](plans.length);
        dayCounts = new uint24[][](plans.length);
        for (uint256 i = 0; i < plans.length; ++i) {
            try this.build(plans[i]) returns (uint40[] memory d, uint24[] memory c) {
                (dates[i], dayCounts[i]) = (d, c);
            } catch {}
        }
    }

    /// @notice Year, month and day of the month of every day, as one number: 20240229.
    function datesOf(uint256[] memory daysSince1970) external pure returns (uint256[] memory dates) {
        dates = new uint256[](daysSince1970.length);
        for (uint256 i = 0; i < daysSince1970.length; ++i) {
            (uint256 year, uint256 month, uint256 day) = Calendar.dateOf(daysSince1970[i]);
            dates[i] = year * 10_000 + month * 100 + day;
        }
    }

    /// @notice The day of every date, written as `datesOf` does.
    function daysOf(uint256[] memory dates) external pure returns (uint256[] memory daysSince1970) {
        daysSince1970 = new uint256[](dates.length);
        for (uint256 i = 0; i < dates.length; ++i) {
            daysSince1970[i] = Calendar.dayOf(dates[i] / 10_000, (dates[i] / 100) % 100, dates[i] % 100);
        }
    }

    /// @notice Days of interest between two days.
    function daysBetween(DayCount dayCount, uint256 from, uint256 to) external pure returns (uint256) {
        return DayCounts.daysBetween(dayCount, from, to);
    }
}
