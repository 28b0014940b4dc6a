// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Bits that stand one beside the other, and every fourth
/// @notice A plane has one bit a seat, a page four: these bring the bits of 64 seats from one to the other, in six halvings.
library Lanes {
    /// @notice The lowest bit of each of 64 places.
    uint256 internal constant ALL = 0x1111111111111111111111111111111111111111111111111111111111111111;

    uint256 private constant BY_2 = 0x0303030303030303030303030303030303030303030303030303030303030303;
    uint256 private constant BY_4 = 0x000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f;
    uint256 private constant BY_8 = 0x000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff;
    uint256 private constant BY_16 = 0x000000000000ffff000000000000ffff000000000000ffff000000000000ffff;
    uint256 private constant BY_32 = 0x000000000000000000000000ffffffff000000000000000000000000ffffffff;

    uint256 private constant PAIRS = 0x5555555555555555555555555555555555555555555555555555555555555555;
    uint256 private constant QUADS = 0x3333333333333333333333333333333333333333333333333333333333333333;
    uint256 private constant BYTES = 0x0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f;
    uint256 private constant ONES = 0x0101010101010101010101010101010101010101010101010101010101010101;

    /// @notice 64 bits to the lowest bits of 64 places.
    function spread(uint256 bits) internal pure returns (uint256 lanes) {
        lanes = (bits | (bits << 96)) & BY_32;
        lanes = (lanes | (lanes << 48)) & BY_16;
        lanes = (lanes | (lanes << 24)) & BY_8;
        lanes = (lanes | (lanes << 12)) & BY_4;
        lanes = (lanes | (lanes << 6)) & BY_2;
        lanes = (lanes | (lanes << 3)) & ALL;
    }

    /// @notice The lowest bits of 64 places to 64 bits.
    function gather(uint256 lanes) internal pure returns (uint256 bits) {
        bits = lanes & ALL;
        bits = (bits | (bits >> 3)) & BY_2;
        bits = (bits | (bits >> 6)) & BY_4;
        bits = (bits | (bits >> 12)) & BY_8;
        bits = (bits | (bits >> 24)) & BY_16;
        bits = (bits | (bits >> 48)) & BY_32;
        bits = (bits | (bits >> 96)) & type(uint64).max;
    }

    /// @notice The places with any of their three lower bits, and those with the highest.
    function kinds(uint256 page) internal pure returns (uint256 low, uint256 high) {
        low = (page | (page >> 1) | (page >> 2)) & ALL;
        high = (page >> 3) & ALL;
    }

    /// @notice How many bits are set, of 255 at most.
    function count(uint256 bits) internal pure returns (uint256) {
        unchecked {
            bits -= (bits >> 1) & PAIRS;
            bits = (bits & QUADS) + ((bits >> 2) & QUADS);
            bits = (bits + (bits >> 4)) & BYTES;
            return (bits * ONES) >> 248;
        }
    }
}
