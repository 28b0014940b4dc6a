// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Seats: `class << 24 | serial`
/// @dev Serials start at 1, so a seat is never zero. All seats on a ballot page are of one class.
library Seats {
    function make(uint8 class, uint24 serial) internal pure returns (uint32) {
        return (uint32(class) << 24) | serial;
    }

    function classOf(uint32 seat) internal pure returns (uint8) {
        return uint8(seat >> 24);
    }

    function serialOf(uint32 seat) internal pure returns (uint24) {
        return uint24(seat);
    }
}
