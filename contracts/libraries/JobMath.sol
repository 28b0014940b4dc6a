// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title How the money of a job is divided (J1, J2, J5, A3)
/// @dev Amounts are smallest units of one token, below 2**96 each, seconds and metres below 2**40; shares are basis points. So nothing overflows. Nothing is lost: every function gives
/// parts whose sum is what came in.
library JobMath {
    uint256 internal constant ONE = 10_000;

    /// @notice What a provider gets of `amount` by `award`, rounded Down; the rest is the customer's.
    function awardDown(uint256 amount, uint256 award) internal pure returns (uint256) {
        unchecked {
            return (amount * award) / ONE;
        }
    }

    /// @notice The fee on a fare, rounded Down (J1).
    function feeDown(uint256 fare, uint256 fee) internal pure returns (uint256) {
        unchecked {
            return (fare * fee) / ONE;
        }
    }

    /// @notice The commons part of a fee, rounded Up (J2); the rest is the members'.
    function commonsUp(uint256 fee, uint256 commonsShare) internal pure returns (uint256) {
        unchecked {
            return (fee * commonsShare + ONE - 1) / ONE;
        }
    }

    /// @notice The provider's side of the members' part, rounded Down; the rest is the customer's side (J5).
    function workDown(uint256 members, uint256 workShare) internal pure returns (uint256) {
        unchecked {
            return (members * workShare) / ONE;
        }
    }

    /// @notice Whether `distance` metres in `elapsed` seconds are within `speed` km/h (J6).
    function isPlausible(uint256 distance, uint256 elapsed, uint256 speed) internal pure returns (bool) {
        unchecked {
            return distance * 3_600 <= speed * 1_000 * elapsed;
        }
    }
}
