// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IAggregates} from "../interfaces/IAggregates.sol";
import {IAssembly, IAssemblyDesk, Position, ProposalRecord} from "../interfaces/IAssembly.sol";
import {IBallotKeys} from "../interfaces/IBallotKeys.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {AggregatedBallots} from "./AggregatedBallots.sol";
import {AssemblyState} from "./AssemblyState.sol";

/// @title Aggregating: ballots of many members under one signature
/// @notice See {IAggregates}. A part of `AssemblyLobby`.
abstract contract Aggregating is IAggregates, AssemblyState {
    /// @inheritdoc IAggregates
    function castVotesByAggregate(
        uint256 proposalId,
        uint8 position,
        bytes calldata named,
        bytes calldata signature
    ) external returns (uint256) {
        if (IGovernor(address(this)).state(proposalId) != IGovernor.ProposalState.Active) {
            revert AssemblyVotingClosed(proposalId);
        }
        if (position > uint8(type(Position).max)) revert IAssembly.AssemblyUnknownPosition(position);
        return
            AggregatedBallots.count(
                _boxes[proposalId],
                _records[proposalId],
                IBallotKeys(directory().moduleAt(Place.BallotKeys)),
                proposalId,
                position,
                named,
                signature
            );
    }

    /// @inheritdoc IAggregates
    function rollOf(uint256 proposalId) external view returns (bytes32) {
        ProposalRecord memory record = _records[proposalId];
        if (record.noticeAt == 0) revert IAssemblyDesk.AssemblyNoSuchProposal(proposalId);
        return AggregatedBallots.rollOf(_boxes[proposalId], record);
    }
}
