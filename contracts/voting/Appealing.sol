// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAppeals} from "../interfaces/IAppeals.sol";
import {IApplications} from "../interfaces/IApplications.sol";
import {IAssemblyDesk, Kind} from "../interfaces/IAssembly.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {AssemblyState} from "./AssemblyState.sol";

/// @title Appealing: drafts by people who are not members yet
/// @notice See {IAppeals}. A part of `AssemblyLobby`.
abstract contract Appealing is IAppeals, AssemblyState {
    /// @inheritdoc IAppeals
    function appeal(string calldata description) external returns (uint256 draftId) {
        bytes memory admits = _admission(IApplications(address(_register())));
        (address[] memory targets, bytes[] memory calldatas) = (new address[](1), new bytes[](1));
        (targets[0], calldatas[0]) = (address(_register()), admits);
        draftId = _openAppeal(targets, calldatas, description);
    }

    /// @dev The one action of an appeal: that the caller be admitted as it applied.
    function _admission(IApplications register) private returns (bytes memory) {
        (uint8 class, bytes32 commitment) = register.appeal(msg.sender);
        return abi.encodeCall(IMemberRegister.admit, (msg.sender, class, commitment));
    }

    function _openAppeal(
        address[] memory targets,
        bytes[] memory calldatas,
        string calldata description
    ) private returns (uint256 draftId) {
        _requireReadable(description, calldatas);
        uint256[] memory values = new uint256[](1);
        bytes32 content = keccak256(abi.encode(targets, values, calldatas, keccak256(bytes(description))));
        draftId = _draftId(msg.sender, uint256(content));
        _openDraft(draftId, Kind.Ordinary, true);
        emit IAssemblyDesk.Drafted(draftId, msg.sender, Kind.Ordinary, targets, values, calldatas, description);
    }
}
