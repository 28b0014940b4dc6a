// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAuthority} from "../interfaces/IAuthority.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {Draft, IAssemblyErrors, Kind, ProposalRecord, Rules, VotingRule} from "../interfaces/IAssembly.sol";
import {ClassRoll, IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Poll} from "../interfaces/IPolls.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {Module} from "../libraries/Module.sol";
import {Roles} from "../libraries/Roles.sol";
import {Proxies, Voter} from "./Proxies.sol";

/// @title What the Assembly keeps, shared by its parts
/// @dev `Assembly` votes and carries out; `AssemblyDesk` keeps drafts and rules and answers readers; `AssemblyLobby` keeps
/// proxies and polls. All run on the storage of one clone, so all of it is declared here and nowhere else. Append only.
abstract contract AssemblyState is IAssemblyErrors, Module {
    using BallotBox for BallotBox.Box;

    /// @dev Under which ballots are signed (EIP-712); `eip712Domain` answers the same.
    string internal constant NAME = "Rochdale Assembly";
    string internal constant VERSION = "1";
    /// @dev More than anybody reads, and a bound on what a notice can cost whoever stores its events.
    uint256 private constant LONGEST_TEXT = 20_000;

    mapping(uint256 id => BallotBox.Box) internal _boxes;
    mapping(uint256 proposalId => ProposalRecord) internal _records;
    mapping(uint256 proposalId => bytes32) internal _codeHashes;
    mapping(uint256 contentId => uint16) internal _rounds;
    mapping(uint256 draftId => Draft) internal _drafts;
    /// @dev A copy of the register's answer, made at a member's first ballot and cleared by the register (`vacate`), and
    /// whether the member speaks for others.
    mapping(address account => Voter) internal _voters;
    mapping(uint32 version => Rules) internal _rules;
    uint32 internal _rulesVersion;
    /// @dev How often notice was given and a poll opened; in one word with the version that every notice reads.
    uint64 internal _proposalCount;
    uint64 internal _pollCount;
    /// @dev The latest proposal with these actions, whatever its text (V9).
    mapping(bytes32 actions => uint256 proposalId) internal _latest;
    /// @dev Members of a class who petition that every class must agree (C3).
    mapping(uint256 proposalId => mapping(uint8 class => uint24)) internal _petitioners;
    Proxies.Book internal _proxies;
    mapping(uint256 pollId => Poll) internal _polls;
    string internal _daoURI;

    modifier onlyByResolution() {
        if (msg.sender != address(this)) revert AssemblyOnlyByResolution(msg.sender);
        _;
    }

    function _register() internal view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }

    function _authority() internal view returns (IAuthority) {
        return IAuthority(directory().moduleAt(Place.Authority));
    }

    function _isBoard(address account) internal view returns (bool) {
        return _authority().holds(Roles.BOARD, account);
    }

    function _requireMember(address account) internal view returns (uint32 seat) {
        (, seat) = _register().seatOf(account);
        if (seat == 0) revert AssemblyNotMember(account);
    }

    /// @dev The seat is asked of the register once and remembered; the register clears it when the seat closes.
    function _voterOf(address account) internal returns (Voter memory voter) {
        voter = _voters[account];
        if (voter.seat == 0) {
            voter.seat = _requireMember(account);
            _voters[account].seat = voter.seat;
        }
    }

    function _rollNow() internal view returns (uint256 members) {
        ClassRoll[] memory roll = _register().roll();
        for (uint256 i = 0; i < roll.length; ++i) {
            members += roll[i].active;
        }
    }

    /// @dev The roll closes: per class, how many members it has and the newest seat that may vote.
    function _closeRoll(BallotBox.Box storage box) internal returns (uint24[] memory rolls, uint24[] memory serials) {
        ClassRoll[] memory roll = _register().roll();
        rolls = new uint24[](roll.length);
        serials = new uint24[](roll.length);
        for (uint8 class = 0; class < roll.length; ++class) {
            (rolls[class], serials[class]) = (roll[class].active, roll[class].lastSerial);
            box.closeRoll(class, uint8(roll[class].kind), serials[class], rolls[class]);
        }
    }

    /// @dev Seconders a draft needs when `roll` members could be asked (V8): the lesser of a share and a number, one at
    /// least. With no board in office three members together have its duties: two second a third.
    function _secondersNeeded(uint256 roll) internal view returns (uint256 needed) {
        VotingRule storage v = _rules[_rulesVersion].voting;
        needed = (roll * v.secondersShare + 9_999) / 10_000;
        if (needed > v.secondersNumber) needed = v.secondersNumber;
        if (needed == 0) needed = 1;
        if (needed > 2 && !_authority().anyInOffice(Roles.BOARD)) needed = 2;
        // "At least one other member": in a co-op of one there is none.
        if (needed >= roll) needed = roll == 0 ? 0 : roll - 1;
    }

    function _requireSeconders(uint256 have, uint256 roll) internal view {
        uint256 needed = _secondersNeeded(roll);
        if (have < needed) revert AssemblySecondersMissing(have, needed);
    }

    /// @dev Opens a draft of the caller: a member, unless it is an appeal (M3).
    function _openDraft(uint256 draftId, Kind kind, bool isAppeal) internal {
        if (!isAppeal) _requireMember(msg.sender);
        if (_drafts[draftId].openedAt != 0) revert AssemblyDraftExists(draftId);
        _drafts[draftId] = Draft({
            openedAt: uint40(block.timestamp),
            proposer: msg.sender,
            seconders: 0,
            kind: kind,
            appeal: isAppeal
        });
    }

    function _requireDraft(uint256 draftId) internal view returns (Draft storage d) {
        d = _drafts[draftId];
        if (d.openedAt == 0) revert AssemblyNoSuchDraft(draftId);
    }

    /// @dev A motion's text and actions together.
    function _requireReadable(string memory description, bytes[] memory calldatas) internal pure {
        uint256 length = bytes(description).length;
        for (uint256 i = 0; i < calldatas.length; ++i) {
            length += calldatas[i].length;
        }
        _requireReadable(length);
    }

    /// @dev `length` in bytes of all that is to be read [case 109].
    function _requireReadable(uint256 length) internal pure {
        if (length > LONGEST_TEXT) revert AssemblyTextTooLong(length, LONGEST_TEXT);
    }

    function _draftId(address proposer, uint256 contentId) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(proposer, contentId)));
    }
}
