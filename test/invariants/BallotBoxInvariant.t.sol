// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BallotBox} from "../../contracts/libraries/BallotBox.sol";
import {Seats} from "../../contracts/libraries/Seats.sol";

/// @title Hands random ballots to one box and keeps count beside it in the plainest way
contract BallotBoxHandler {
    using BallotBox for BallotBox.Box;

    uint8 private constant CLASSES = 3;
    /// @dev More than one page and more than one plane in every class; seats beyond the roll are tried as well.
    uint24 private constant ROLL = 270;
    /// @dev Seats tried: twenty from each of these on, on both sides of where pages and planes meet.
    uint24 private constant TRIED = 20;
    /// @dev The serial that is off the roll in every class.
    uint24 private constant EXCLUDED = 9;

    /// @dev How often the seats that nobody tries are looked at: what is wrong there stays so.
    uint256 private constant LOOKED_AT_EVERY = 8;

    struct Ballot {
        uint248 choice;
        bool own;
    }

    BallotBox.Box private _box;
    mapping(uint32 seat => Ballot) private _said;
    mapping(uint8 class => uint256[8]) private _counts;
    /// @dev The seats tried, on each page of 128.
    uint256[3] private _tried = [_triedOn(0), _triedOn(1), _triedOn(2)];
    uint32 private _touched = Seats.make(0, 1);
    uint256 private _ballots;

    constructor() {
        for (uint8 class = 0; class < CLASSES; ++class) {
            _box.closeRoll(class, 1, ROLL, ROLL + 1);
            _box.exclude(Seats.make(class, EXCLUDED));
        }
    }

    function cast(uint8 class, uint24 serial, uint8 choice) external {
        uint32 seat = _seat(class, serial);
        uint256 c = _choice(choice);
        if (_box.cast(seat, c)) _note(seat, c, true);
    }

    function castFirst(uint8 class, uint24 serial, uint8 choice) external {
        uint32 seat = _seat(class, serial);
        uint256 c = _choice(choice);
        BallotBox.Run memory run;
        _castFirst(run, seat, c);
        _box.flush(run);
    }

    /// @notice Two ballots in one run, on one page or on two.
    function castTwo(uint8 classA, uint24 serialA, uint8 classB, uint24 serialB, uint8 choice) external {
        BallotBox.Run memory run;
        _castFirst(run, _seat(classA, serialA), _choice(choice));
        _castFirst(run, _seat(classB, serialB), _choice(choice));
        _box.flush(run);
    }

    /// @notice Ballots of any seats on a page of 128 in one call, some of them off the roll, excluded, or with a ballot of
    /// some kind.
    function castTogether(uint8 class, uint8 page, uint128 seats, uint128 fewer, uint8 choice) external {
        class %= CLASSES;
        page %= 3;
        uint256 c = _choice(choice);
        uint256 tried = seats & fewer & _tried[page];
        BallotBox.Together memory t;
        t.tally = _box.tallies[class];
        _box.castTogether(t, (uint256(class) << 17) | page, tried, c);
        _box.tallies[class] = t.tally;
        for (uint24 i = 0; i < 128; ++i) {
            if (tried & (1 << i) == 0) continue;
            uint24 serial = uint24(page) * 128 + i;
            bool onRoll = serial <= ROLL && serial != EXCLUDED;
            bool counts = onRoll && !_said[Seats.make(class, serial)].own;
            require((t.onRoll >> i) & 1 == (onRoll ? 1 : 0), "who is on the roll differs");
            require((t.counted >> i) & 1 == (counts ? 1 : 0), "who is counted differs");
            if (counts) _note(Seats.make(class, serial), c, true);
        }
        require((t.onRoll | t.counted) & ~tried == 0, "somebody was counted who was not named");
    }

    /// @dev The seats of a page that are tried at all.
    function _triedOn(uint8 page) private pure returns (uint256 seats) {
        for (uint24 n = 0; n < 5 * TRIED; ++n) {
            uint24 serial = _serial(n);
            if (serial >> 7 == page) seats |= 1 << (serial & 127);
        }
    }

    /// @notice A proxy votes for three principals, the same one twice perhaps.
    function castByProxy(uint8 class, uint24 a, uint24 b, uint24 c, uint8 choice) external {
        class %= CLASSES;
        uint256 said = _choice(choice);
        uint256 serials = uint256(_serial(a)) | (uint256(_serial(b)) << 24) | (uint256(_serial(c)) << 48);
        uint32[] memory counted = _box.castByProxy(class, serials, said);
        for (uint256 i = 0; i < counted.length; ++i) {
            require(!_said[counted[i]].own, "a proxy overturned an own ballot");
            _note(counted[i], said, false);
        }
    }

    /// @notice Every tally against the count kept here, and the seats on the page that was touched last.
    function check() external view {
        for (uint8 class = 0; class < CLASSES; ++class) {
            for (uint256 choice = 1; choice <= 7; ++choice) {
                require(_box.count(class, choice) == _counts[class][choice], "a tally differs");
            }
            (uint8 kind, uint24 roll) = _box.rollOf(class);
            require(kind == 1 && roll == ROLL, "the roll moved");
        }
        uint32 touched = _touched;
        require(_box.hasOwnBallot(touched) == _said[touched].own, "own and proxy ballots are mixed up");
        uint32 first = (touched >> 6) << 6;
        bool all = _ballots % LOOKED_AT_EVERY == 0;
        uint256 tried = _tried[Seats.serialOf(first) >> 7] >> (first & 127);
        for (uint32 i = 0; i < 64; ++i) {
            if (all || (tried >> i) & 1 != 0) _checkSeat(first + i);
        }
    }

    function _checkSeat(uint32 seat) private view {
        uint256 ballot = _box.ballotOf(seat);
        Ballot memory said = _said[seat];
        if (Seats.serialOf(seat) == EXCLUDED) {
            require(ballot == 8 && said.choice == 0, "a ballot of a seat off the roll");
            return;
        }
        require(ballot & 7 == said.choice, "a ballot is not what the seat said last");
        require((ballot != 0 && ballot < 8) == said.own, "own and proxy ballots are mixed up on a page");
        require(ballot == 0 || Seats.serialOf(seat) <= ROLL, "a ballot from beyond the roll");
    }

    function _castFirst(BallotBox.Run memory run, uint32 seat, uint256 c) private {
        if (!_box.castFirst(run, seat, c)) return;
        require(!_said[seat].own, "a first ballot replaced another of the same seat");
        _note(seat, c, true);
    }

    function _note(uint32 seat, uint256 choice, bool own) private {
        uint8 class = Seats.classOf(seat);
        uint256 before = _said[seat].choice;
        if (before != 0) --_counts[class][before];
        ++_counts[class][choice];
        _said[seat] = Ballot(uint248(choice), own);
        _touched = seat;
        ++_ballots;
    }

    function _seat(uint8 class, uint24 serial) private pure returns (uint32) {
        return Seats.make(class % CLASSES, _serial(serial));
    }

    function _serial(uint24 serial) private pure returns (uint24) {
        uint24[5] memory from = [uint24(1), 55, 118, 184, 252];
        return from[(serial / TRIED) % 5] + (serial % TRIED);
    }

    function _choice(uint8 choice) private pure returns (uint256) {
        return (choice % 7) + 1;
    }
}

/// @title What always holds of a ballot box
contract BallotBoxInvariantTest {
    BallotBoxHandler private _handler;

    function setUp() external {
        _handler = new BallotBoxHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// A seat is counted at most once and its last word is the one that counts; tallies equal the pages; nobody's vote
    /// disappears when a neighbour on the page votes; a proxy never overturns an own ballot; no seat beyond the roll or excluded
    /// from it has a ballot; the roll never moves.
    ///
    /// hardhat-config: invariant.runs = 1000
    /// hardhat-config: invariant.failOnRevert = true
    function invariant_everySeatCountsOnceAndAsItSaid() external view {
        _handler.check();
    }
}
