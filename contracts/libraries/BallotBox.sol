// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PassedOver} from "../interfaces/IAssembly.sol";
import {Lanes} from "./Lanes.sol";
import {Seats} from "./Seats.sol";

/// @title Ballot box: where a vote is counted
/// @notice One box per proposal (or draft). It remembers what every seat said and keeps each class's tally in step.
///
/// **Pages.** Four bits a seat, 64 seats a storage word, one class a page: three bits of choice (0 none, 1..7), one bit
/// "cast by proxy" (V11). "By proxy" without a choice marks a seat that is excluded from this roll (M5). Page number:
/// `seat >> 6`, which carries the class in its upper bits.
///
/// **Planes.** What members said in aggregates, a bit a seat, 256 seats a word, one plane a choice: writing a fresh word costs 20,000
/// gas, so four times as many seats share it. A seat's place on its page comes first; where it is empty, its bit on a plane
/// counts, as an own ballot. The tally says which planes a class has, so that whoever meets none pays for none.
///
/// **Tallies.** One word a class:
///
///     bits   0..23   serial of the newest seat on the closed roll
///     bits  24..47   members of the class on the closed roll
///     bits  48..71   ballots with choice 1, bits 72..95 with choice 2, ... bits 192..215 with choice 7
///     bits 216..223  kind of the class
///     bits 225..231  choices 1 to 7 that have a plane
///
/// The closing serial stands in the tally's own word, so asking whether a seat is on the roll costs nothing beside
/// counting it, and the word is never zero when the first ballot arrives. Measurements: docs/decisions.
///
/// @dev A count cannot run over its 24 bits: a class has fewer than 2**24 seats and each is counted once.
library BallotBox {
    struct Box {
        mapping(uint256 page => uint256) pages;
        mapping(uint256 class => uint256) tallies;
        mapping(uint256 planeAndChoice => uint256) planes;
    }

    /// @notice A page and its class's tally, in memory while ballots on one page follow each other: sorted by seat, a batch
    /// reads and writes every page once.
    /// @param page page number + 1; 0 for none
    struct Run {
        uint256 page;
        uint256 word;
        uint256 tally;
    }

    /// @notice What becomes of ballots that are counted together.
    /// @param tally the tally of their class
    /// @param onRoll which of their seats are on the roll
    /// @param counted which of those were counted
    struct Together {
        uint256 tally;
        uint256 onRoll;
        uint256 counted;
    }

    uint256 internal constant PROXY_BIT = 8;
    uint256 internal constant CHOICE_MASK = 7;
    /// @dev What stands for a seat that may not vote here, whatever its serial.
    uint256 private constant EXCLUDED = PROXY_BIT;
    uint256 private constant NIBBLE = 15;
    uint256 private constant FIELD = 24;
    uint256 private constant FIELD_MASK = type(uint24).max;
    uint256 private constant KIND = 9 * FIELD;
    uint256 private constant PLANES = KIND + 8;
    uint256 private constant HALF_MASK = type(uint64).max;

    /// @notice Closes the roll of a class: seats up to `lastSerial` may vote, `active` members among them are the roll.
    function closeRoll(Box storage box, uint8 class, uint8 kind, uint24 lastSerial, uint24 active) internal {
        box.tallies[class] = uint256(lastSerial) | (uint256(active) << FIELD) | (uint256(kind) << KIND);
    }

    /// @notice Takes `seat` off the closed roll of its class. Before the first ballot only (M5).
    function exclude(Box storage box, uint32 seat) internal {
        box.tallies[Seats.classOf(seat)] -= 1 << FIELD;
        _write(box, seat, EXCLUDED);
    }

    /// @notice Whether `seat` was issued before the roll closed.
    function onRoll(Box storage box, uint32 seat) internal view returns (bool) {
        return Seats.serialOf(seat) <= (box.tallies[Seats.classOf(seat)] & FIELD_MASK);
    }

    /// @notice Writes `choice` (1..7) as the own ballot of `seat` and moves the tally by the difference.
    /// @return counted false, and nothing changed, when the seat is not on the closed roll
    function cast(Box storage box, uint32 seat, uint256 choice) internal returns (bool counted) {
        uint256 class = Seats.classOf(seat);
        uint256 tally = box.tallies[class];
        if (Seats.serialOf(seat) > (tally & FIELD_MASK)) return false;

        uint256 page = seat >> 6;
        uint256 shift = _shift(seat);
        uint256 word = _page(box, page, tally);
        uint256 previous = (word >> shift) & NIBBLE;
        if (previous == EXCLUDED) return false;
        if (previous != choice) {
            box.pages[page] = word ^ ((previous ^ choice) << shift);
            uint256 moved = _moved(tally, previous & CHOICE_MASK, choice);
            if (moved != tally) box.tallies[class] = moved;
        }
        return true;
    }

    /// @notice Counts `choice` (1..7) if `seat` is on the roll and has no ballot of its own yet; else changes nothing. A ballot
    /// that a proxy cast is displaced (V11). What it counts is in `run` until `flush`.
    function castFirst(Box storage box, Run memory run, uint256 seat, uint256 choice) internal returns (bool) {
        unchecked {
            uint256 page = seat >> 6;
            if (run.page != page + 1) _turnTo(box, run, page);
            uint256 tally = run.tally;
            uint256 shift = (seat & 63) << 2;
            uint256 previous = (run.word >> shift) & NIBBLE;
            if ((seat & FIELD_MASK) > (tally & FIELD_MASK)) return false;
            if (previous != 0) {
                if (previous <= EXCLUDED) return false;
                tally -= _one(previous & CHOICE_MASK);
            }
            run.word ^= (previous ^ choice) << shift;
            run.tally = tally + _one(choice);
            return true;
        }
    }

    /// @notice Why `castFirst` did not count the ballot of `seat`.
    function whyNot(Box storage box, Run memory run, uint32 seat) internal returns (PassedOver) {
        flush(box, run);
        bool votes = onRoll(box, seat) && ballotOf(box, seat) != EXCLUDED;
        return votes ? PassedOver.VotedAlready : PassedOver.NotOnRoll;
    }

    /// @notice Writes what `run` counted and empties it. Before anything else reads or changes the box.
    function flush(Box storage box, Run memory run) internal {
        if (run.page == 0) return;
        box.pages[run.page - 1] = run.word;
        box.tallies[_classOf(run.page - 1)] = run.tally;
        run.page = 0;
    }

    /// @notice Counts `choice` (1..7) by proxy for those of `serials` (24 bits each, from the lowest; 0 ends the list) that
    /// are on the roll and have no ballot of their own; a proxy's earlier ballot moves with it (V11).
    /// @return counted the seats for which something changed
    function castByProxy(
        Box storage box,
        uint8 class,
        uint256 serials,
        uint256 choice
    ) internal returns (uint32[] memory counted) {
        uint256 tally = box.tallies[class];
        uint256 closing = tally & FIELD_MASK;
        counted = new uint32[](10);
        uint256 n;
        for (; serials != 0; serials >>= FIELD) {
            uint32 seat = Seats.make(class, uint24(serials));
            uint256 previous = (_page(box, seat >> 6, tally) >> _shift(seat)) & NIBBLE;
            bool ownOrNone = previous < PROXY_BIT;
            if (Seats.serialOf(seat) > closing || previous == EXCLUDED) continue;
            if ((ownOrNone && previous != 0) || previous == choice | PROXY_BIT) continue;

            _write(box, seat, choice | PROXY_BIT);
            tally = _moved(tally, previous & CHOICE_MASK, choice);
            counted[n++] = seat;
        }
        if (n != 0) box.tallies[class] = tally;
        // The list ends where the counted seats end.
        assembly ("memory-safe") {
            mstore(counted, n)
        }
    }

    /// @notice Counts `choice` (1..7) for those of 128 seats that are on the roll and have no ballot of their own; ballots that
    /// proxies cast for them are displaced (V11). The tally that this moves is the caller's to write back.
    function castTogether(Box storage box, Together memory t, uint256 page, uint256 seats, uint256 choice) internal {
        unchecked {
            t.onRoll = seats & _issued(page << 7, t.tally);
            t.counted = t.onRoll;
            if (t.tally >> PLANES != 0) t.counted &= ~_onPlanes(box, page, t.tally);
            _meetPage(box, t, page << 1, 0);
            _meetPage(box, t, (page << 1) | 1, 64);
            if (t.counted == 0) return;
            box.planes[_plane(page >> 1, choice)] |= t.counted << ((page & 1) << 7);
            t.tally = (t.tally + _one(choice) * Lanes.count(t.counted)) | (1 << (PLANES + choice));
        }
    }

    /// @dev Takes from those who are to be counted whoever has its own ballot on a page, or is excluded; the page's first seat is the
    /// one at bit `shift`.
    function _meetPage(Box storage box, Together memory t, uint256 page, uint256 shift) private {
        if ((t.onRoll >> shift) & HALF_MASK == 0) return;
        uint256 word = box.pages[page];
        if (word == 0) return;
        (uint256 low, uint256 high) = Lanes.kinds(word);
        uint256 excluded = Lanes.gather(high & ~low) << shift;
        t.onRoll &= ~excluded;
        t.counted &= ~(excluded | (Lanes.gather(low & ~high) << shift));
        uint256 displaced = low & high & Lanes.spread((t.counted >> shift) & HALF_MASK);
        if (displaced == 0) return;
        box.pages[page] = word & ~(displaced * NIBBLE);
        for (uint256 choice = 1; choice <= CHOICE_MASK; ++choice) {
            t.tally -= _one(choice) * Lanes.count(_equals(word, choice) & displaced);
        }
    }

    /// @dev Of 128 seats from `first` on, those issued before the roll closed.
    function _issued(uint256 first, uint256 tally) private pure returns (uint256) {
        unchecked {
            uint256 closing = tally & FIELD_MASK;
            uint256 serial = first & FIELD_MASK;
            if (closing < serial) return 0;
            return closing - serial >= 127 ? type(uint128).max : (2 << (closing - serial)) - 1;
        }
    }

    /// @dev Of 128 seats, those that voted in aggregates.
    function _onPlanes(Box storage box, uint256 page, uint256 tally) private view returns (uint256 bits) {
        unchecked {
            for (uint256 choice = 1; choice <= CHOICE_MASK; ++choice) {
                if (_hasPlane(tally, choice)) bits |= box.planes[_plane(page >> 1, choice)];
            }
        }
        bits = (bits >> ((page & 1) << 7)) & type(uint128).max;
    }

    /// @dev The places of a page whose choice is `choice`.
    function _equals(uint256 word, uint256 choice) private pure returns (uint256) {
        (uint256 differs, ) = Lanes.kinds(word ^ (Lanes.ALL * choice));
        return Lanes.ALL & ~differs;
    }

    /// @notice Marks `seat` without counting it in a tally; false when it was marked already. For seconders.
    function mark(Box storage box, uint32 seat) internal returns (bool) {
        return _write(box, seat, 1) == 0;
    }

    /// @notice What `seat` said: choice in the lower three bits, "by proxy" in the fourth; 0 for nothing yet, 8 for a seat
    /// that is excluded.
    function ballotOf(Box storage box, uint32 seat) internal view returns (uint256) {
        return (_page(box, seat >> 6, box.tallies[Seats.classOf(seat)]) >> _shift(seat)) & NIBBLE;
    }

    /// @notice Whether `seat` has a ballot that no proxy cast.
    function hasOwnBallot(Box storage box, uint32 seat) internal view returns (bool) {
        uint256 ballot = ballotOf(box, seat);
        return ballot != 0 && ballot < PROXY_BIT;
    }

    /// @notice What the class is and how many members its closed roll has.
    function rollOf(Box storage box, uint8 class) internal view returns (uint8 kind, uint24 roll) {
        uint256 word = box.tallies[class];
        return (uint8(word >> KIND), uint24(word >> FIELD));
    }

    /// @notice The newest seat of a class that may vote, and how many members its closed roll has.
    function closedRoll(Box storage box, uint8 class) internal view returns (uint24 lastSerial, uint24 roll) {
        uint256 word = box.tallies[class];
        return (uint24(word), uint24(word >> FIELD));
    }

    /// @notice Ballots of a class with `choice`, 1..7.
    function count(Box storage box, uint8 class, uint256 choice) internal view returns (uint24) {
        return uint24(box.tallies[class] >> _field(choice));
    }

    function _turnTo(Box storage box, Run memory run, uint256 page) private {
        flush(box, run);
        uint256 tally = box.tallies[_classOf(page)];
        (run.page, run.word, run.tally) = (page + 1, _page(box, page, tally), tally);
    }

    /// @dev What the seats of a page said in all ways.
    function _page(Box storage box, uint256 page, uint256 tally) private view returns (uint256 word) {
        word = box.pages[page];
        if (tally >> PLANES == 0) return word;
        (uint256 low, uint256 high) = Lanes.kinds(word);
        uint256 free = Lanes.ALL & ~(low | high);
        for (uint256 choice = 1; choice <= CHOICE_MASK; ++choice) {
            if (!_hasPlane(tally, choice)) continue;
            uint256 bits = box.planes[_plane(page >> 2, choice)] >> ((page & 3) << 6);
            word |= (Lanes.spread(bits & HALF_MASK) & free) * choice;
        }
    }

    function _hasPlane(uint256 tally, uint256 choice) private pure returns (bool) {
        return (tally >> (PLANES + choice)) & 1 != 0;
    }

    function _plane(uint256 plane, uint256 choice) private pure returns (uint256) {
        return (plane << 3) | choice;
    }

    /// @dev The class stands in the upper bits of a page number.
    function _classOf(uint256 page) private pure returns (uint256) {
        return page >> 18;
    }

    function _write(Box storage box, uint32 seat, uint256 nibble) private returns (uint256 old) {
        uint256 page = seat >> 6;
        uint256 shift = _shift(seat);
        uint256 word = box.pages[page];
        old = (word >> shift) & NIBBLE;
        if (old != nibble) box.pages[page] = word ^ ((old ^ nibble) << shift);
    }

    /// @dev The tally moves by the difference: the old choice, if any, loses what the new one gains.
    function _moved(uint256 tally, uint256 previous, uint256 choice) private pure returns (uint256) {
        if (previous == choice) return tally;
        unchecked {
            if (previous != 0) tally -= _one(previous);
            return tally + _one(choice);
        }
    }

    function _shift(uint32 seat) private pure returns (uint256) {
        return uint256(seat & 63) << 2;
    }

    /// @dev Where a choice is counted: the fields of serial and roll come first.
    function _field(uint256 choice) private pure returns (uint256) {
        unchecked {
            return FIELD * (choice + 1);
        }
    }

    function _one(uint256 choice) private pure returns (uint256) {
        return 1 << _field(choice);
    }
}
