// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Bls} from "./Bls.sol";
import {Lanes} from "./Lanes.sol";

/// @title Sheets of ballot keys in contract code: writing them, and adding keys up
/// @notice The layout is in {IBallotKeys}. Of the members of a sheet either those named are added, or those not named are taken
/// from the sum that the sheet carries, whichever is less.
/// @dev Measured for each key added: 375 gas for the precompile, 100 for calling it, about 110 for finding the key and putting it in
/// place. docs/decisions/0021 has the layouts that were tried.
library KeyCode {
    /// @notice The sheet could not be written: the call came with too little gas.
    error KeyCodeNotWritten();

    uint256 private constant KEY = 96;
    /// @dev Seats and sum stand before the keys.
    uint256 private constant HEAD = 128;
    uint256 private constant SEATS = 128;
    uint256 private constant SEATS_MASK = 0xffffffffffffffffffffffffffffffff;

    /// @dev Returns what stands behind its ten bytes; two of its own name the length.
    bytes1 private constant RETURN_BEGIN = 0x61;
    bytes7 private constant RETURN_END = 0x80600a3d393df3;

    /// @notice Where in memory keys are added up: two sums, each with room behind it for the key that comes next, and a sheet.
    struct Sum {
        uint256 named;
        uint256 absent;
        uint256 sheet;
    }

    /// @notice An empty sum.
    function begin() internal pure returns (Sum memory work) {
        bytes memory room = new bytes(512 + HEAD + SEATS * KEY);
        uint256 at;
        assembly ("memory-safe") {
            at := add(room, 32)
        }
        return Sum(at, at + 256, at + 512);
    }

    /// @notice Adds the keys of `seats` on a sheet of `size` keys.
    /// @return false when a seat has no key there, or none is named
    function add(Sum memory work, address pointer, uint256 size, uint256 seats) internal view returns (bool) {
        uint256 sheet = work.sheet;
        uint256 has;
        assembly ("memory-safe") {
            extcodecopy(pointer, sheet, 0, add(HEAD, mul(size, KEY)))
            has := and(mload(sheet), SEATS_MASK)
        }
        if (seats == 0 || seats & ~has != 0) return false;
        if (2 * Lanes.count(seats) <= size + 1) {
            _add(work.named, sheet + HEAD, has, seats);
        } else {
            _add(work.named, sheet + 32, 1, 1);
            _add(work.absent, sheet + HEAD, has, has ^ seats);
        }
        return true;
    }

    /// @notice The sum of all that was added, as EIP-2537 writes a point.
    function total(Sum memory work) internal view returns (bytes32[4] memory sum) {
        uint256 named = work.named;
        uint256 absent = work.absent;
        bytes32[4] memory less;
        assembly ("memory-safe") {
            mcopy(sum, named, 128)
            mcopy(less, absent, 128)
        }
        if (Bls.isInfinity(less)) return sum;
        Bls.negate(less);
        Bls.add(sum, less);
    }

    /// @notice The hash of the key at place `slot` of the sheet added last.
    function hashAt(Sum memory work, uint256 slot) internal pure returns (bytes32 keyHash) {
        uint256 sheet = work.sheet;
        uint256 before;
        assembly ("memory-safe") {
            before := and(mload(sheet), sub(shl(slot, 1), 1))
        }
        uint256 at = sheet + HEAD + Lanes.count(before) * KEY;
        assembly ("memory-safe") {
            keyHash := keccak256(at, KEY)
        }
    }

    /// @notice Writes a sheet: `keys` of the places set in `seats`, ascending.
    function write(uint256 seats, bytes calldata keys) internal returns (address pointer) {
        bytes memory sheet = abi.encodePacked(seats, new bytes(KEY), keys);
        bytes memory code = abi.encodePacked(RETURN_BEGIN, uint16(sheet.length), RETURN_END, sheet);
        uint256 all = (1 << (keys.length / KEY)) - 1;
        uint256 sum = begin().named;
        uint256 at;
        assembly ("memory-safe") {
            at := add(code, 74)
        }
        _add(sum, at + KEY, all, all);
        assembly ("memory-safe") {
            mcopy(at, add(sum, 16), 48)
            mcopy(add(at, 48), add(sum, 80), 48)
            pointer := create(0, add(code, 32), mload(code))
        }
        if (pointer == address(0)) revert KeyCodeNotWritten();
    }

    /// @dev Adds the keys of `seats` to the sum at `sum`. The keys of the seats in `has` stand one behind the other at `keys`. Goes from
    /// one run of seats with keys to the next, and in each from one named seat to the next.
    function _add(uint256 sum, uint256 keys, uint256 has, uint256 seats) private view {
        if (seats == 0) return;
        uint256 done = 1;
        assembly ("memory-safe") {
            let x := add(sum, 144)
            let y := add(sum, 208)
            for {} seats {} {
                let length := sub(255, clz(and(has, sub(0, has))))
                has := shr(length, has)
                seats := shr(length, seats)
                length := sub(255, clz(and(not(has), add(has, 1))))
                let run := and(seats, sub(shl(length, 1), 1))
                for {} run {} {
                    let key := sub(255, clz(run))
                    run := xor(run, shl(key, 1))
                    key := add(keys, mul(key, 96))
                    mcopy(x, key, 48)
                    mcopy(y, add(key, 48), 48)
                    done := and(staticcall(gas(), 0x0b, sum, 256, sum, 128), done)
                }
                keys := add(keys, mul(length, 96))
                has := shr(length, has)
                seats := shr(length, seats)
            }
            done := and(done, eq(returndatasize(), 128))
        }
        // Keys were on the curve when they were registered: what fails here is the chain or the gas.
        if (done == 0) revert Bls.BlsUnavailable();
    }
}
