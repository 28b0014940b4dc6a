// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAssemblyErrors, IAssemblyDesk, Kind} from "../interfaces/IAssembly.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";

/// @title The table of kinds: which resolution a call of the Assembly requires at least
/// @notice The actions decide the kind; a proposer can only ask for a stricter one. What is not in this table is
/// constitutional (V6): rules, replacement of modules, every power of AccessManager.
library Kinds {
    /// @dev More actions than anybody can read are not a resolution.
    uint256 private constant MAX_ACTIONS = 16;

    /// @notice The least kind of resolution that may carry out all of these actions, and whether blocks can hold it.
    /// Reverts for actions that no resolution may take: without a function, with ether, or on anything but a module of
    /// this co-op.
    function classify(
        IDirectory house,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) public view returns (Kind kind, bool mayHold) {
        if (
            targets.length == 0 ||
            targets.length > MAX_ACTIONS ||
            targets.length != values.length ||
            targets.length != calldatas.length
        ) revert IAssemblyErrors.AssemblyActionsOutOfBounds(targets.length);

        for (uint256 i = 0; i < targets.length; ++i) {
            if (values[i] != 0) revert IAssemblyErrors.AssemblyActionCarriesValue(values[i]);
            if (calldatas[i].length < 4) revert IAssemblyErrors.AssemblyActionWithoutFunction(i);
            Place target = house.placeOf(targets[i]);
            if (target == Place.None) revert IAssemblyErrors.AssemblyTargetNotModule(targets[i]);
            bytes4 selector = bytes4(calldatas[i]);
            Kind least = leastKind(target, selector);
            if (least > kind) kind = least;
            // One recall among other actions does not exempt the others.
            if (!neverHeld(target, selector)) mayHold = true;
        }
    }

    /// @notice The least kind of resolution that may call `selector` on the module at `place`.
    function leastKind(Place place, bytes4 selector) internal pure returns (Kind) {
        if (place == Place.Assembly) {
            // A minute changes nothing on chain.
            if (selector == IAssemblyDesk.minute.selector) return Kind.Advisory;
        } else if (place == Place.Treasury) {
            // A payment out of the operating fund.
            if (selector == ITreasury.pay.selector) return Kind.Ordinary;
            // Money that arrived unasked (A9).
            if (selector == ITreasury.post.selector) return Kind.Ordinary;
        } else if (place == Place.Authority) {
            // Offices, each with an end (B1).
            if (selector == IAuthority.appoint.selector) return Kind.Ordinary;
            if (selector == IAuthority.recall.selector) return Kind.Ordinary;
        } else if (place == Place.Register) {
            // An applicant whom the board refused appeals to the members (M3).
            if (selector == IMemberRegister.admit.selector) return Kind.Ordinary;
        }
        return Kind.Constitutional;
    }

    /// @notice Recalls, and nothing else with them, are never barred by an earlier defeat (V9).
    function neverBarred(
        IDirectory house,
        address[] memory targets,
        bytes[] memory calldatas
    ) public view returns (bool) {
        for (uint256 i = 0; i < targets.length; ++i) {
            if (bytes4(calldatas[i]) != IAuthority.recall.selector) return false;
            if (house.placeOf(targets[i]) != Place.Authority) return false;
        }
        return true;
    }

    /// @notice Recalls and appeals are never held: there a block counts against (V10).
    function neverHeld(Place place, bytes4 selector) internal pure returns (bool) {
        return
            (place == Place.Authority && selector == IAuthority.recall.selector) ||
            (place == Place.Register && selector == IMemberRegister.admit.selector);
    }
}
