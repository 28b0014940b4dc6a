// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDirectory, Place} from "../interfaces/IDirectory.sol";

/// @title What a module says of itself in its code: the directory and the place that it was made for
/// @dev Read straight from the end of an EIP-1167 clone with OpenZeppelin's immutable arguments: 45 bytes of clone, 20 of
/// directory, one of place, and for some modules addresses that never change. Every module reads it in every call that asks for another, so no memory is allocated for it.
library Places {
    uint256 private constant CLONE = 45;
    uint256 private constant CODE = CLONE + 21;
    uint256 private constant ADDRESS = 20;

    /// @notice The directory and the place in the code at `module`, whatever that code is.
    function read(address module) internal view returns (IDirectory directory, uint8 place) {
        assembly ("memory-safe") {
            mstore(0, 0)
            extcodecopy(module, 0, CLONE, 21)
            let args := mload(0)
            directory := shr(96, args)
            place := and(shr(88, args), 0xff)
        }
    }

    /// @notice The place that the code at `module` names, if it names `directory` too; else None. Anyone can deploy such code:
    /// `IDirectory.placeOf` says who really stands there.
    function claimed(IDirectory directory, address module) internal view returns (Place) {
        if (module.code.length < CODE) return Place.None;
        (IDirectory of_, uint8 place) = read(module);
        return of_ == directory && place <= uint8(type(Place).max) ? Place(place) : Place.None;
    }

    /// @notice The address that the code of the calling module names after its place: for what never changes and is asked for often.
    function argument(uint256 index) internal view returns (address named) {
        uint256 offset = CODE + index * ADDRESS;
        assembly ("memory-safe") {
            extcodecopy(address(), 0, offset, 20)
            named := shr(96, mload(0))
        }
    }
}
