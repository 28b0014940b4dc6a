// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {Places} from "./Places.sol";

/// @title What every module of a co-op is: a clone that knows its directory and its place
/// @dev Both are immutable arguments in the clone's own code (EIP-1167 with arguments), so they cost no storage, cannot
/// change, and can be read by anyone from the code. The implementation itself can never be initialised [case 99].
abstract contract Module is Initializable {
    /// @notice The caller does not hold the role that this function asks for.
    error ModuleUnauthorised(address caller, bytes4 selector);
    /// @notice The caller does not stand at the place that this function serves.
    error ModuleWrongPlace(address caller, Place expected);

    /// @dev Callers need the role that `Powers.sol` names for the called function; see `Authority`.
    modifier restricted() {
        _checkRole();
        _;
    }

    /// @dev Only the co-op's module at `expected`.
    modifier onlyPlace(Place expected) {
        if (msg.sender != directory().moduleAt(expected)) revert ModuleWrongPlace(msg.sender, expected);
        _;
    }

    constructor() {
        _disableInitializers();
    }

    /// @notice The directory of the co-op that this module belongs to.
    function directory() public view returns (IDirectory) {
        (IDirectory own, ) = Places.read(address(this));
        return own;
    }

    /// @notice The place that this module was made for.
    function place() public view returns (Place) {
        (, uint8 own) = Places.read(address(this));
        return Place(own);
    }

    function _checkRole() private view {
        IAccessManager manager = IAccessManager(directory().moduleAt(Place.Authority));
        (bool allowed, ) = manager.canCall(msg.sender, address(this), msg.sig);
        if (!allowed) revert ModuleUnauthorised(msg.sender, msg.sig);
    }
}
