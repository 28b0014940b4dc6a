// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title How a surplus is divided, and what a point of it is worth (A1, A4, A6)
/// @dev Amounts are smallest units of one token, below 2**112; shares are basis points.
library SurplusMath {
    uint256 internal constant ONE = 10_000;

    /// @notice A share of a surplus, rounded Up: what goes to reserve and community (A1, A6).
    function shareUp(uint256 surplus, uint256 share) internal pure returns (uint256) {
        return (surplus * share + ONE - 1) / ONE;
    }

    /// @notice How much of `rest` the points may get: never more than one unit a point (A4).
    function dividends(uint256 rest, uint256 points) internal pure returns (uint256) {
        return rest < points ? rest : points;
    }

    /// @notice How much of what was carried goes with `fresh`, within the same limit.
    function fromCarried(uint256 carried, uint256 fresh, uint256 points) internal pure returns (uint256) {
        uint256 room = points - fresh;
        return carried < room ? carried : room;
    }

    /// @notice A member's part of a pot, rounded Down (A4). At most the pot.
    function dividendDown(uint256 points, uint256 pot, uint256 allPoints) internal pure returns (uint256) {
        return allPoints == 0 ? 0 : (points * pot) / allPoints;
    }
}
