// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title How member income is shared (K4): equally per head, exactly, nothing lost and nothing created
/// @notice A reading is what one member got since the founding, times 2**128. Whatever is posted, all readings of all members
/// grow alike by `shareDown`, and what does not divide is carried to the next posting:
///
///     amount * 2**128 + carried = each * members + rest,   rest < members
///
/// Who enters begins at the reading of that time, who leaves ends at its own. Of the difference whole units are paid (`dueDown`),
/// and the reading up to which a member was paid moves on by exactly what was paid (`settled`): the fraction stays the member's.
library IncomeMath {
    /// @notice What readings are counted in. Multiplied and divided, never shifted: the solver knows no shifts.
    uint256 internal constant SCALE = 2 ** 128;
    /// @notice The highest reading: 2**96 units for one member.
    uint256 internal constant HIGHEST = type(uint224).max;
    /// @notice The most that can be posted ever, in smallest units.
    uint256 internal constant MOST = type(uint112).max;

    /// @notice Shares `amount` and what was carried among `members`, rounded Down.
    /// @param amount smallest units, at most `MOST`
    /// @param carried below 2**32
    /// @param members at least one, below 2**32
    /// @return each by how much the reading grows
    /// @return rest what is carried now, below `members`
    function shareDown(
        uint256 amount,
        uint256 carried,
        uint256 members
    ) internal pure returns (uint256 each, uint256 rest) {
        uint256 whole = amount * SCALE + carried;
        (each, rest) = (whole / members, whole % members);
    }

    /// @notice Whether there is room for `each` more on the reading `perHead`. What finds no room waits in its fund.
    function fits(uint256 perHead, uint256 each) internal pure returns (bool) {
        return each <= HIGHEST - perHead;
    }

    /// @notice What is due between two readings, in smallest units, rounded Down.
    function dueDown(uint256 from, uint256 to) internal pure returns (uint256) {
        return to > from ? (to - from) / SCALE : 0;
    }

    /// @notice The reading up to which a member is paid after `amount` more.
    /// @param amount at most `dueDown(from, to)` of some `to` up to `HIGHEST`
    function settled(uint256 from, uint256 amount) internal pure returns (uint256) {
        return from + amount * SCALE;
    }
}
