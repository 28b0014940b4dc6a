// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DayCount} from "../interfaces/IBondOffice.sol";
import {Calendar} from "./Calendar.sol";

/// @title How many days of interest lie between two dates, and how many make a year (ISDA 2006 definitions, 4.16)
/// @notice Days are numbers since 1970. No loops, no rounding.
library DayCounts {
    /// @notice Days of a year: interest is principal times rate times days over this.
    function basisOf(DayCount dayCount) internal pure returns (uint16) {
        return dayCount == DayCount.A365 ? 365 : 360;
    }

    /// @notice Days of interest from one day to another, which is not before it. Those of adjoining periods add up to those of
    /// both together, by every convention.
    function daysBetween(DayCount dayCount, uint256 from, uint256 to) internal pure returns (uint256) {
        if (dayCount != DayCount.E30360) return to - from;
        return _thirtieths(to) - _thirtieths(from);
    }

    /// @dev 30E/360: every month has thirty days, and its 31st is a second 30th. February keeps its own last day.
    function _thirtieths(uint256 day) private pure returns (uint256) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = Calendar.dateOf(day);
        return year * 360 + month * 30 + (dayOfMonth > 30 ? 30 : dayOfMonth);
    }
}
