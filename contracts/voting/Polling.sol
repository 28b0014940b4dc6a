// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Kind} from "../interfaces/IAssembly.sol";
import {IPolls, Poll} from "../interfaces/IPolls.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {AssemblyState} from "./AssemblyState.sol";

/// @title Polling: questions to the members
/// @notice See {IPolls}. A part of `AssemblyLobby`. A poll is counted in a ballot box like a proposal's: an option is a
/// choice.
abstract contract Polling is IPolls, AssemblyState {
    using BallotBox for BallotBox.Box;

    uint256 private constant MOST_OPTIONS = 7;

    /// @inheritdoc IPolls
    function draftPoll(string calldata question, string[] calldata options) external returns (uint256 draftId) {
        draftId = _pollDraftId(msg.sender, question, options);
        _openDraft(draftId, Kind.Advisory, false);
        emit PollDrafted(draftId, msg.sender, question, options);
    }

    /// @inheritdoc IPolls
    function openPoll(
        address proposer,
        string calldata question,
        string[] calldata options
    ) external returns (uint256 pollId) {
        uint256 draftId = _pollDraftId(proposer, question, options);
        if (_drafts[draftId].openedAt != 0) {
            _requireMember(proposer);
            _requireSeconders(_drafts[draftId].seconders, _rollNow());
            delete _drafts[draftId];
        } else {
            if (proposer != msg.sender || !_isBoard(proposer)) revert AssemblyNoSuchDraft(draftId);
            draftId = 0;
        }

        pollId = ++_pollCount;
        (uint24[] memory rolls, uint24[] memory serials) = _closeRoll(_boxOf(pollId));
        uint40 closesAt = uint40(block.timestamp + _rules[_rulesVersion].kinds[uint8(Kind.Advisory)].period);
        _polls[pollId] = Poll(uint40(block.timestamp), closesAt, uint8(options.length), uint8(rolls.length));
        emit PollOpened(pollId, draftId, proposer, closesAt, question, options, rolls, serials);
    }

    /// @inheritdoc IPolls
    function answer(uint256 pollId, uint8 option) external {
        Poll memory poll = _polls[pollId];
        // No poll closes at zero.
        if (block.timestamp > poll.closesAt) revert PollClosed(pollId);
        if (option == 0 || option > poll.options) revert PollUnknownOption(pollId, option);

        uint32 seat = _voterOf(msg.sender).seat;
        if (!_boxOf(pollId).cast(seat, option)) revert AssemblyNotOnRoll(pollId, seat);
        emit Answered(pollId, msg.sender, option);
    }

    /// @inheritdoc IPolls
    function pollRecord(uint256 pollId) external view returns (Poll memory) {
        return _polls[pollId];
    }

    /// @inheritdoc IPolls
    function pollTally(uint256 pollId) external view returns (uint24[7][] memory tally) {
        BallotBox.Box storage box = _boxOf(pollId);
        tally = new uint24[7][](_polls[pollId].classes);
        for (uint8 class = 0; class < tally.length; ++class) {
            for (uint256 i = 0; i < MOST_OPTIONS; ++i) {
                tally[class][i] = box.count(class, i + 1);
            }
        }
    }

    /// @inheritdoc IPolls
    function answerOf(uint256 pollId, uint32 seat) external view returns (uint8) {
        return uint8(_boxOf(pollId).ballotOf(seat));
    }

    /// @inheritdoc IPolls
    function pollsEver() external view returns (uint256) {
        return _pollCount;
    }

    /// @dev A poll's box is kept apart from those of proposals, whose keys are hashes of other things.
    function _boxOf(uint256 pollId) private view returns (BallotBox.Box storage) {
        return _boxes[uint256(keccak256(abi.encode("poll", pollId)))];
    }

    function _pollDraftId(
        address proposer,
        string calldata question,
        string[] calldata options
    ) private pure returns (uint256) {
        if (options.length < 2 || options.length > MOST_OPTIONS) revert PollOptionsOutOfBounds(options.length);
        uint256 length = bytes(question).length;
        for (uint256 i = 0; i < options.length; ++i) {
            length += bytes(options[i]).length;
        }
        _requireReadable(length);
        return _draftId(proposer, uint256(keccak256(abi.encode("poll", question, options))));
    }
}
