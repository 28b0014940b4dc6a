// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PassedOver} from "../../contracts/interfaces/IAssembly.sol";
import {BallotBox} from "../../contracts/libraries/BallotBox.sol";
import {Seats} from "../../contracts/libraries/Seats.sol";

/// @title Hands random ballots to one box and keeps count beside it in the plainest way
contract BallotBoxHandler {
    using BallotBox for BallotBox.Box;

    uint8 private constant CLASSES = 3;
    /// @dev More than one page of 64 in every class; seats beyond the roll are tried as well.
    uint24 private constant ROLL = 70;
    uint24 private constant TRIED = 80;

    BallotBox.Box private _box;
    mapping(uint32 seat => uint256) private _said;
    mapping(uint8 class => uint256[8]) private _counts;
    uint32 private _touched = Seats.make(0, 1);

    constructor() {
        for (uint8 class = 0; class < CLASSES; ++class) {
            _box.closeRoll(class, 1, ROLL, ROLL);
        }
    }

    function cast(uint8 class, uint24 serial, uint8 choice, bool byProxy) external {
        uint32 seat = _seat(class, serial);
        uint256 c = _choice(choice);
        if (_box.cast(seat, c, byProxy)) _note(seat, c);
    }

    function castFirst(uint8 class, uint24 serial, uint8 choice) external {
        uint32 seat = _seat(class, serial);
        uint256 c = _choice(choice);
        if (_box.castFirst(seat, c) == PassedOver.Counted) {
            require(_said[seat] == 0, "a first ballot replaced another");
            _note(seat, c);
        }
    }

    /// @notice Every tally against the count kept here, and every seat on the page that was touched last.
    function check() external view {
        for (uint8 class = 0; class < CLASSES; ++class) {
            for (uint256 choice = 1; choice <= 7; ++choice) {
                require(_box.count(class, choice) == _counts[class][choice], "a tally differs");
            }
            (uint8 kind, uint24 roll) = _box.rollOf(class);
            require(kind == 1 && roll == ROLL, "the roll moved");
        }
        uint32 first = (_touched >> 6) << 6;
        for (uint32 seat = first; seat < first + 64; ++seat) {
            uint256 choice = _box.ballotOf(seat) & 7;
            require(choice == _said[seat], "a ballot is not what the seat said last");
            require(choice == 0 || Seats.serialOf(seat) <= ROLL, "a ballot from beyond the roll");
        }
    }

    function _note(uint32 seat, uint256 choice) private {
        uint8 class = Seats.classOf(seat);
        if (_said[seat] != 0) --_counts[class][_said[seat]];
        ++_counts[class][choice];
        (_said[seat], _touched) = (choice, seat);
    }

    function _seat(uint8 class, uint24 serial) private pure returns (uint32) {
        return Seats.make(class % CLASSES, (serial % TRIED) + 1);
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
    /// disappears when a neighbour on the page votes; no seat beyond the roll has a ballot; the roll never moves.
    function invariant_everySeatCountsOnceAndAsItSaid() external view {
        _handler.check();
    }
}
