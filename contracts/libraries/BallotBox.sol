// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PassedOver} from "../interfaces/IAssembly.sol";
import {Seats} from "./Seats.sol";

/// @title Ballot box: where a vote is counted
/// @notice One box per proposal (or draft). It remembers what every seat said and keeps each class's tally in step.
///
/// **Pages.** Four bits a seat, 64 seats a storage word, one class a page: three bits of choice (0 none, 1..7), one bit
/// "cast by proxy". Page number: `seat >> 6`, which carries the class in its upper bits.
///
/// **Tallies.** One word a class:
///
///     bits   0..23   serial of the newest seat on the closed roll
///     bits  24..47   members of the class on the closed roll
///     bits  48..71   ballots with choice 1, bits 72..95 with choice 2, ... bits 192..215 with choice 7
///     bits 216..223  kind of the class
///
/// The closing serial stands in the tally's own word, so asking whether a seat is on the roll costs nothing beside
/// counting it, and the word is never zero when the first ballot arrives. Measurements: docs/decisions.
///
/// @dev A count cannot run over its 24 bits: a class has fewer than 2**24 seats and each is counted once.
library BallotBox {
    struct Box {
        mapping(uint256 page => uint256) pages;
        mapping(uint256 class => uint256) tallies;
    }

    uint256 internal constant PROXY_BIT = 8;
    uint256 internal constant CHOICE_MASK = 7;
    uint256 private constant NIBBLE = 15;
    uint256 private constant FIELD = 24;
    uint256 private constant FIELD_MASK = type(uint24).max;
    uint256 private constant KIND = 9 * FIELD;

    /// @notice Closes the roll of a class: seats up to `lastSerial` may vote, `active` members among them are the roll.
    function closeRoll(Box storage box, uint8 class, uint8 kind, uint24 lastSerial, uint24 active) internal {
        box.tallies[class] = uint256(lastSerial) | (uint256(active) << FIELD) | (uint256(kind) << KIND);
    }

    /// @notice Whether `seat` was issued before the roll closed.
    function onRoll(Box storage box, uint32 seat) internal view returns (bool) {
        return Seats.serialOf(seat) <= (box.tallies[Seats.classOf(seat)] & FIELD_MASK);
    }

    /// @notice Writes `choice` (1..7) as the ballot of `seat` and moves the tally by the difference.
    /// @return counted false, and nothing changed, when the seat is not on the closed roll
    function cast(Box storage box, uint32 seat, uint256 choice, bool byProxy) internal returns (bool counted) {
        uint8 class = Seats.classOf(seat);
        uint256 word = box.tallies[class];
        if (Seats.serialOf(seat) > (word & FIELD_MASK)) return false;

        uint256 previous = _write(box, seat, byProxy ? choice | PROXY_BIT : choice) & CHOICE_MASK;
        if (previous != choice) {
            // The tally moves by the difference: the old choice loses what the new one gains.
            if (previous != 0) word -= _one(previous);
            box.tallies[class] = word + _one(choice);
        }
        return true;
    }

    /// @notice Counts `choice` (1..7) if `seat` is on the roll and has no ballot yet; else changes nothing and says why.
    function castFirst(Box storage box, uint32 seat, uint256 choice) internal returns (PassedOver) {
        uint256 class = Seats.classOf(seat);
        uint256 tally = box.tallies[class];
        if (Seats.serialOf(seat) > (tally & FIELD_MASK)) return PassedOver.NotOnRoll;
        uint256 page = seat >> 6;
        uint256 shift = _shift(seat);
        uint256 word = box.pages[page];
        if ((word >> shift) & NIBBLE != 0) return PassedOver.VotedAlready;

        box.pages[page] = word | (choice << shift);
        unchecked {
            box.tallies[class] = tally + _one(choice);
        }
        return PassedOver.Counted;
    }

    /// @notice Marks `seat` without counting it in a tally; false when it was marked already. For seconders.
    function mark(Box storage box, uint32 seat) internal returns (bool) {
        return _write(box, seat, 1) == 0;
    }

    /// @notice What `seat` said: choice in the lower three bits, "by proxy" in the fourth; 0 for nothing yet.
    function ballotOf(Box storage box, uint32 seat) internal view returns (uint256) {
        return (box.pages[seat >> 6] >> _shift(seat)) & NIBBLE;
    }

    /// @notice What the class is and how many members its closed roll has.
    function rollOf(Box storage box, uint8 class) internal view returns (uint8 kind, uint24 roll) {
        uint256 word = box.tallies[class];
        return (uint8(word >> KIND), uint24(word >> FIELD));
    }

    /// @notice Ballots of a class with `choice`, 1..7.
    function count(Box storage box, uint8 class, uint256 choice) internal view returns (uint24) {
        return uint24(box.tallies[class] >> _field(choice));
    }

    function _write(Box storage box, uint32 seat, uint256 nibble) private returns (uint256 old) {
        uint256 page = seat >> 6;
        uint256 shift = _shift(seat);
        uint256 word = box.pages[page];
        old = (word >> shift) & NIBBLE;
        if (old != nibble) box.pages[page] = word ^ ((old ^ nibble) << shift);
    }

    function _shift(uint32 seat) private pure returns (uint256) {
        return uint256(seat & 63) << 2;
    }

    /// @dev Where a choice is counted: the fields of serial and roll come first.
    function _field(uint256 choice) private pure returns (uint256) {
        return FIELD * (choice + 1);
    }

    function _one(uint256 choice) private pure returns (uint256) {
        return 1 << _field(choice);
    }
}
