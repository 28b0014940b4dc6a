// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAssemblyErrors, IAssemblyDesk, Kind, Topic} from "../interfaces/IAssembly.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {IBondOffice} from "../interfaces/IBondOffice.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {IMachineRegister} from "../interfaces/IMachineRegister.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";
import {IRecovery} from "../interfaces/IRecovery.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ISurplus} from "../interfaces/ISurplus.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";

/// @notice What actions amount to.
/// @param kind the least kind of resolution that may carry them out
/// @param mayHold whether blocks can hold it (V10)
/// @param topic what they are about (V11)
/// @param expels the id of the member whom they expel, or 0 (M5)
struct Motion {
    Kind kind;
    bool mayHold;
    Topic topic;
    uint32 expels;
}

/// @title The table of kinds: which resolution a call of the Assembly requires at least
/// @notice The actions decide the kind; a proposer can only ask for a stricter one. What is not in this table is
/// constitutional (V6): rules, replacement of modules, every power of AccessManager.
library Kinds {
    /// @dev More actions than anybody can read are not a resolution.
    uint256 private constant MAX_ACTIONS = 16;

    /// @dev A call of `IMemberRegister.expel`: the selector and two words.
    uint256 private constant EXPEL_LENGTH = 68;

    /// @notice What these actions amount to together. Reverts for actions that no resolution may take: without a function, with ether, or on anything but a module of
    /// this co-op.
    function classify(
        IDirectory house,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) public view returns (Motion memory m) {
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
            if (least > m.kind) m.kind = least;
            // One recall among other actions does not exempt the others.
            if (!neverHeld(target, selector)) m.mayHold = true;
            Topic topic = topicOf(target, selector);
            if (i == 0) m.topic = topic;
            else if (m.topic != topic) m.topic = Topic.General;
            if (target == Place.Register && selector == IMemberRegister.expel.selector) {
                // M5: one member, and nothing else.
                if (targets.length != 1) revert IAssemblyErrors.AssemblyExpulsionNotAlone();
                m.expels = _expelled(calldatas[i]);
            }
        }
    }

    /// @notice The least kind of resolution that may call `selector` on the module at `place`.
    function leastKind(Place place, bytes4 selector) internal pure returns (Kind) {
        if (place == Place.Assembly) {
            // A minute changes nothing on chain.
            if (selector == IAssemblyDesk.minute.selector) return Kind.Advisory;
            // Where the co-op describes itself to the outside.
            if (selector == IAssemblyDesk.setDaoURI.selector) return Kind.Ordinary;
        } else if (place == Place.Treasury) {
            // A payment or a budget, up to a share of all there is (V7).
            if (selector == ITreasury.pay.selector) return Kind.Ordinary;
            if (selector == ITreasury.grantBudget.selector) return Kind.Ordinary;
            // A payment or a budget beyond that share (V7).
            if (selector == ITreasury.dispose.selector) return Kind.Extraordinary;
            if (selector == ITreasury.grantBudgetBeyond.selector) return Kind.Extraordinary;
            // Money that arrived unasked (A9), and of which assets there are books.
            if (selector == ITreasury.post.selector) return Kind.Ordinary;
            if (selector == ITreasury.listAsset.selector) return Kind.Ordinary;
        } else if (place == Place.Authority) {
            // Offices, each with an end (B1).
            if (selector == IAuthority.appoint.selector) return Kind.Ordinary;
            if (selector == IAuthority.recall.selector) return Kind.Ordinary;
        } else if (place == Place.Register) {
            // An applicant whom the board refused appeals to the members (M3).
            if (selector == IMemberRegister.admit.selector) return Kind.Ordinary;
            // Whose account it is, when the old one vetoed (M6).
            if (selector == IRecovery.decideRecovery.selector) return Kind.Ordinary;
            // Members part with a member, and take back one they parted with (M5).
            if (selector == IMemberRegister.expel.selector) return Kind.Extraordinary;
            if (selector == IMemberRegister.readmit.selector) return Kind.Extraordinary;
        } else if (place == Place.Shares) {
            // Losses that the reserve does not cover (S5).
            if (selector == IMemberShares.writeDown.selector) return Kind.Extraordinary;
        } else if (place == Place.Bonds) {
            // An early redemption, and commons money towards it, up to a share of all there is (K5, V7).
            if (selector == IBondOffice.announceRedemption.selector) return Kind.Ordinary;
            if (selector == IBondOffice.topUp.selector) return Kind.Ordinary;
            // Whose members may hold bonds (K2).
            if (selector == IBondOffice.recognise.selector) return Kind.Ordinary;
        } else if (place == Place.Machines) {
            // A machine and its bonds (K1).
            if (selector == IMachineRegister.order.selector) return Kind.Ordinary;
            // A sale below book value, and a machine that brings nothing (K6).
            if (selector == IMachineRegister.putUpForSale.selector) return Kind.Extraordinary;
            if (selector == IMachineRegister.writeOff.selector) return Kind.Extraordinary;
        } else if (place == Place.Surplus) {
            // A surplus, and interest on shares out of it (A4, S4).
            if (selector == ISurplus.declare.selector) return Kind.Ordinary;
        } else if (place == Place.Reserve) {
            // A loss that the auditor certified (A1).
            if (selector == IReserve.coverLoss.selector) return Kind.Extraordinary;
        }
        return Kind.Constitutional;
    }

    /// @notice What a call of `selector` on the module at `place` is about (V11).
    function topicOf(Place place, bytes4 selector) internal pure returns (Topic) {
        if (place == Place.Assembly) {
            return selector == IAssemblyDesk.setRules.selector ? Topic.Rules : Topic.General;
        }
        if (place == Place.Directory) return Topic.Rules;
        if (place == Place.Authority || place == Place.Register || place == Place.Board) return Topic.People;
        if (place == Place.BallotKeys) return Topic.People;
        if (place == Place.Bonds || place == Place.Machines) return Topic.Commons;
        if (place == Place.Market || place == Place.Patronage) return Topic.Market;
        // Treasury, shares, reserve, income, surplus and the auditor's register.
        return Topic.Money;
    }

    /// @dev The member id in a call of `expel`.
    function _expelled(bytes memory data) private pure returns (uint32 memberId) {
        if (data.length != EXPEL_LENGTH) revert IAssemblyErrors.AssemblyExpulsionNotAlone();
        uint256 word;
        assembly ("memory-safe") {
            word := mload(add(data, 36))
        }
        return uint32(word);
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
