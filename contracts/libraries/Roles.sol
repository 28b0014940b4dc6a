// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The offices a person can hold, and the Assembly's own power
/// @dev Numbers are stored in grants and events: append only. 0 is AccessManager's ADMIN_ROLE.
library Roles {
    /// @notice Held by the module at the Assembly's place and by nobody else, ever.
    uint64 internal constant ASSEMBLY = 1;
    /// @notice Admits members, puts motions without seconders (V8).
    uint64 internal constant BOARD = 2;
    /// @notice Carries out what others decided about money (B1).
    uint64 internal constant TREASURER = 3;
    /// @notice Decides disputes in the market (J4).
    uint64 internal constant ARBITER = 4;
    /// @notice Files opinions; holds no other office (B1).
    uint64 internal constant AUDITOR = 5;
    /// @notice May pull the circuit breaker (G1).
    uint64 internal constant GUARDIAN = 6;
    /// @notice What one director decides and another carries out. Held by the module at the Board's place alone (B1).
    uint64 internal constant BOARD_TOGETHER = 7;
}
