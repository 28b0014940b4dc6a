// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Place} from "../interfaces/IDirectory.sol";
import {Draft, IAssemblyErrors, ProposalRecord, Rules} from "../interfaces/IAssembly.sol";
import {ClassRoll, IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {Module} from "../libraries/Module.sol";

/// @title What the Assembly keeps, shared by its two halves
/// @dev `Assembly` votes and carries out; `AssemblyDesk` keeps drafts and rules and answers readers. Both run on the
/// storage of one clone, so all of it is declared here and nowhere else. Append only.
abstract contract AssemblyState is Module {
    mapping(uint256 id => BallotBox.Box) internal _boxes;
    mapping(uint256 proposalId => ProposalRecord) internal _records;
    mapping(uint256 proposalId => bytes32) internal _codeHashes;
    mapping(uint256 contentId => uint16) internal _rounds;
    mapping(uint256 draftId => Draft) internal _drafts;
    /// @dev A copy of the register's answer, made at a member's first ballot and cleared by the register (`vacate`).
    mapping(address account => uint32) internal _seats;
    mapping(uint32 version => Rules) internal _rules;
    uint32 internal _rulesVersion;
    /// @dev The latest proposal with these actions, whatever its text (V9).
    mapping(bytes32 actions => uint256 proposalId) internal _latest;
    /// @dev Members of a class who petition that every class must agree (C3).
    mapping(uint256 proposalId => mapping(uint8 class => uint24)) internal _petitioners;

    modifier onlyByResolution() {
        if (msg.sender != address(this)) revert IAssemblyErrors.AssemblyOnlyByResolution(msg.sender);
        _;
    }

    function _register() internal view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }

    function _requireMember(address account) internal view returns (uint32 seat) {
        (, seat) = _register().seatOf(account);
        if (seat == 0) revert IAssemblyErrors.AssemblyNotMember(account);
    }

    /// @dev The seat is asked of the register once and remembered; the register clears it when the seat closes.
    function _seatOf(address account) internal returns (uint32 seat) {
        seat = _seats[account];
        if (seat == 0) {
            seat = _requireMember(account);
            _seats[account] = seat;
        }
    }

    function _rollNow() internal view returns (uint256 members) {
        ClassRoll[] memory roll = _register().roll();
        for (uint256 i = 0; i < roll.length; ++i) {
            members += roll[i].active;
        }
    }

    function _openDraft(uint256 draftId) internal view returns (Draft storage d) {
        d = _drafts[draftId];
        if (d.openedAt == 0) revert IAssemblyErrors.AssemblyNoSuchDraft(draftId);
    }

    function _draftId(address proposer, uint256 contentId) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(proposer, contentId)));
    }
}
