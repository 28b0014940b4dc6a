// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The civil calendar: years, months, ends of months and weekends
/// @notice A day is its number since 1 January 1970, which was a Thursday. Dates are Gregorian; good up to the year 60,000 and
/// beyond, no loops, no state, no errors: every day number and every month in a year is taken.
/// A year is counted from 1 March, so that the leap day is its last, and years are grouped in eras of 400, each of which has
/// 146,097 days. The method is Howard Hinnant's, "chrono-Compatible Low-Level Date Algorithms", which he put in the public
/// domain.
library Calendar {
    uint256 private constant DAYS_OF_ERA = 146_097;
    /// @dev From 1 March of the year 0 to 1 January 1970.
    uint256 private constant DAYS_BEFORE_1970 = 719_468;
    uint256 private constant SATURDAY = 5;

    /// @notice The date of a day.
    /// @return year from 1970
    /// @return month from 1 to 12
    /// @return dayOfMonth from 1 to 31
    function dateOf(uint256 day) internal pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
        uint256 shifted = day + DAYS_BEFORE_1970;
        uint256 era = shifted / DAYS_OF_ERA;
        uint256 dayOfEra = shifted % DAYS_OF_ERA;
        // What is taken away are the leap days that came by.
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        // Five months from March on have 153 days, and so the next five.
        uint256 fromMarch = (5 * dayOfYear + 2) / 153;
        dayOfMonth = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    }

    /// @notice The day of a date.
    /// @param year from 1970
    /// @param month from 1 to 12
    /// @param dayOfMonth from 1 to the month's length
    function dayOf(uint256 year, uint256 month, uint256 dayOfMonth) internal pure returns (uint256) {
        uint256 counted = month <= 2 ? year - 1 : year;
        uint256 yearOfEra = counted % 400;
        uint256 fromMarch = month > 2 ? month - 3 : month + 9;
        uint256 dayOfYear = (153 * fromMarch + 2) / 5 + dayOfMonth - 1;
        uint256 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (counted / 400) * DAYS_OF_ERA + dayOfEra - DAYS_BEFORE_1970;
    }

    /// @notice How many days a month has.
    function lengthOf(uint256 year, uint256 month) internal pure returns (uint256) {
        if (month == 2) return isLeap(year) ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /// @notice Every fourth year, but of full centuries only every fourth.
    function isLeap(uint256 year) internal pure returns (bool) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /// @notice Whether a day is the last of its month.
    function isLastOfMonth(uint256 day) internal pure returns (bool) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = dateOf(day);
        return dayOfMonth == lengthOf(year, month);
    }

    /// @notice Months since the year 0, so that the difference of two is the months between them.
    function monthNumberOf(uint256 day) internal pure returns (uint256) {
        (uint256 year, uint256 month, ) = dateOf(day);
        return year * 12 + month - 1;
    }

    /// @notice The same day of a later month, or the last of it when it is shorter.
    /// @param toLast the last day of it in any case
    function addMonths(uint256 day, uint256 months, bool toLast) internal pure returns (uint256) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = dateOf(day);
        uint256 number = year * 12 + month - 1 + months;
        uint256 length = lengthOf(number / 12, (number % 12) + 1);
        bool last = toLast || dayOfMonth > length;
        return dayOf(number / 12, (number % 12) + 1, last ? length : dayOfMonth);
    }

    /// @notice The Monday after a Saturday or Sunday; any other day as it is.
    function following(uint256 day) internal pure returns (uint256) {
        uint256 weekday = _weekdayOf(day);
        return weekday < SATURDAY ? day : day + 7 - weekday;
    }

    /// @notice The Friday before a Saturday or Sunday; any other day as it is.
    function preceding(uint256 day) internal pure returns (uint256) {
        uint256 weekday = _weekdayOf(day);
        return weekday < SATURDAY ? day : day + SATURDAY - 1 - weekday;
    }

    /// @dev From 0, Monday, to 6.
    function _weekdayOf(uint256 day) private pure returns (uint256) {
        return (day + 3) % 7;
    }
}
