// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The dates of a bond series as they are kept: four to a word
library Timetable {
    uint256 private constant PER_WORD = 4;
    uint256 private constant WIDTH = 64;
    uint256 private constant DATE_BITS = 40;

    struct Table {
        mapping(uint256 word => uint256) words;
    }

    /// @notice Writes a schedule. Once, when the series opens.
    /// @param dates unix seconds, ascending
    /// @param dayCounts days of interest from the first date up to each
    function fill(Table storage table, uint40[] memory dates, uint24[] memory dayCounts) internal {
        uint256 word;
        for (uint256 i = 0; i < dates.length; ++i) {
            word |= (uint256(dates[i]) | (uint256(dayCounts[i]) << DATE_BITS)) << ((i % PER_WORD) * WIDTH);
            if (i % PER_WORD != PER_WORD - 1 && i + 1 != dates.length) continue;
            table.words[i / PER_WORD] = word;
            word = 0;
        }
    }

    /// @notice The date with this index, and the days of interest up to it.
    function entry(Table storage table, uint256 index) internal view returns (uint40 date, uint24 dayCount) {
        uint256 found = table.words[index / PER_WORD] >> ((index % PER_WORD) * WIDTH);
        return (uint40(found), uint24(found >> DATE_BITS));
    }

    /// @notice The index of the last date that has come, searched from `from` up to `last`.
    function passed(Table storage table, uint256 from, uint256 last) internal view returns (uint256 index) {
        index = from;
        while (index < last) {
            (uint40 next, ) = entry(table, index + 1);
            if (block.timestamp < next) break;
            ++index;
        }
    }

    /// @notice From `first`, at most `count` of `all` entries.
    function page(
        Table storage table,
        uint256 first,
        uint256 count,
        uint256 all
    ) internal view returns (uint40[] memory dates, uint24[] memory dayCounts) {
        uint256 size = first >= all ? 0 : (count < all - first ? count : all - first);
        (dates, dayCounts) = (new uint40[](size), new uint24[](size));
        for (uint256 i = 0; i < size; ++i) {
            (dates[i], dayCounts[i]) = entry(table, first + i);
        }
    }
}
