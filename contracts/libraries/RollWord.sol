// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The rolls of four classes and what goes with them, in one word
/// @notice An admission reads and writes one word for all that it counts:
///
///     bits   0..191  for each of four classes: active members (24), serial of the newest seat (24)
///     bits 192..223  members ever admitted
///     bits 224..231  number of classes
///     bit  232       nobody is admitted any more
///     bits 233..240  for each of eight classes: its seats are filled by resolution (C1)
///
/// Classes 4 to 7 are in a second word, which has only its rolls.
library RollWord {
    uint256 private constant CLASSES = 4;
    uint256 private constant FIELD = 24;
    uint256 private constant EVER = 192;
    uint256 private constant COUNT = 224;
    uint256 private constant CLOSED = 1 << 232;
    uint256 private constant BY_RESOLUTION = 233;

    /// @notice Members ever admitted.
    function membersEver(uint256 word) internal pure returns (uint32) {
        return uint32(word >> EVER);
    }

    /// @notice How many classes were declared.
    function classCount(uint256 word) internal pure returns (uint8) {
        return uint8(word >> COUNT);
    }

    /// @notice Whether nobody is admitted any more.
    function isClosed(uint256 word) internal pure returns (bool) {
        return word & CLOSED != 0;
    }

    /// @notice Whether only a resolution fills the seats of a class.
    function isByResolution(uint256 word, uint8 class) internal pure returns (bool) {
        return (word >> (BY_RESOLUTION + class)) & 1 != 0;
    }

    /// @notice Active members of a class.
    function active(uint256 word, uint8 class) internal pure returns (uint24) {
        return uint24(word >> _shift(class));
    }

    /// @notice Active members of the word's four classes together.
    function activeInAll(uint256 word) internal pure returns (uint256) {
        uint256 firstTwo = uint256(uint24(word)) + uint24(word >> (2 * FIELD));
        return firstTwo + uint24(word >> (4 * FIELD)) + uint24(word >> (6 * FIELD));
    }

    /// @notice Serial of the newest seat of a class.
    function lastSerial(uint256 word, uint8 class) internal pure returns (uint24) {
        return uint24(word >> (_shift(class) + FIELD));
    }

    /// @notice One member and one seat more in a class whose last serial is below 2**24 - 1.
    function withSeat(uint256 word, uint8 class) internal pure returns (uint256) {
        return word + (1 << _shift(class)) + (1 << (_shift(class) + FIELD));
    }

    /// @notice One active member less in a class.
    function withoutMember(uint256 word, uint8 class) internal pure returns (uint256) {
        return word - (1 << _shift(class));
    }

    /// @notice One member id more. Ids do not run over: eight classes have fewer than 2**27 seats.
    function withMember(uint256 word) internal pure returns (uint256) {
        return word + (1 << EVER);
    }

    /// @notice The word of a co-op with `classes` classes and no member.
    /// @param byResolution bit `i` is set when only a resolution fills the seats of class `i`
    function declare(uint256 classes, uint8 byResolution) internal pure returns (uint256) {
        return (classes << COUNT) | (uint256(byResolution) << BY_RESOLUTION);
    }

    /// @notice Closed for good.
    function close(uint256 word) internal pure returns (uint256) {
        return word | CLOSED;
    }

    function _shift(uint8 class) private pure returns (uint256) {
        return (class % CLASSES) * 2 * FIELD;
    }
}
