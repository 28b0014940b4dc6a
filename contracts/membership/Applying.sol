// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Application, ApplicationState, IApplications} from "../interfaces/IApplications.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberShares, Permit} from "../interfaces/IMemberShares.sol";
import {RollWord} from "../libraries/RollWord.sol";
import {Seats} from "../libraries/Seats.sol";
import {RegisterState} from "./RegisterState.sol";

/// @title Applying: from an application to a membership
/// @notice See {IApplications}. A part of `MemberRegister`.
abstract contract Applying is RegisterState {
    using RollWord for uint256;

    /// @dev Who was accepted joins within this time.
    uint256 private constant ACCEPTANCE_LASTS = 30 days;
    uint8 private constant LAST_REASON = 5;

    /// @inheritdoc IApplications
    function applyFor(uint8 class, bytes32 commitment) external {
        uint256 word = _rollWords[0];
        if (word.isClosed()) revert MemberRegisterWindingUp();
        if (class >= word.classCount()) revert MemberRegisterUnknownClass(class);
        if (word.isByResolution(class)) revert MemberRegisterByResolutionOnly(class);
        Holding memory holding = _holdings[msg.sender];
        if (holding.expelled) revert MemberRegisterExpelled(msg.sender);
        if (holding.memberId != 0 && class == Seats.classOf(holding.seat)) revert MemberRegisterSameClass(class);

        Application memory before = _applications[msg.sender];
        if (_isOpen(before)) revert MemberRegisterApplicationOpen(msg.sender, before.until);
        if (before.state == ApplicationState.Refused && block.timestamp <= before.until) {
            revert MemberRegisterTooSoon(msg.sender, before.until);
        }
        uint40 until = uint40(block.timestamp + _terms.decideWithin);
        _applications[msg.sender] = Application(class, ApplicationState.Waiting, until, false, commitment);
        emit Applied(msg.sender, class, commitment, until);
    }

    /// @inheritdoc IApplications
    function accept(address account, bytes32 attestation) external restricted {
        Application storage a = _requireWaiting(account);
        if (attestation != 0) {
            // A proof that somebody is one person speaks for one account [case 3].
            address spokenFor = _attested[attestation];
            if (spokenFor != address(0) && spokenFor != account) {
                revert MemberRegisterAttestationUsed(attestation, spokenFor);
            }
            _attested[attestation] = account;
        }
        uint40 until = uint40(block.timestamp + ACCEPTANCE_LASTS);
        (a.state, a.until) = (ApplicationState.Accepted, until);
        emit Accepted(account, msg.sender, until, attestation);
    }

    /// @inheritdoc IApplications
    function refuse(address account, uint8 reason, bytes32 statement) external restricted {
        if (reason == 0 || reason > LAST_REASON) revert MemberRegisterUnknownReason(reason);
        Application storage a = _requireWaiting(account);
        uint40 until = uint40(block.timestamp + _terms.decideWithin);
        (a.state, a.until) = (ApplicationState.Refused, until);
        emit Refused(account, msg.sender, reason, statement, until);
    }

    /// @inheritdoc IApplications
    function withdrawApplication() external {
        if (!_isOpen(_applications[msg.sender])) revert MemberRegisterNoApplication(msg.sender);
        delete _applications[msg.sender];
        emit ApplicationWithdrawn(msg.sender);
    }

    /// @inheritdoc IApplications
    function join(uint64 units, uint64 promised, Permit calldata permit) external returns (uint32 memberId) {
        Application memory a = _applications[msg.sender];
        if (a.state != ApplicationState.Accepted || !_isOpen(a)) revert MemberRegisterNotAccepted(msg.sender);
        delete _applications[msg.sender];

        Holding memory holding = _holdings[msg.sender];
        memberId = holding.memberId;
        if (memberId == 0) memberId = _admit(msg.sender, a.class, a.commitment, false);
        else _changeClass(msg.sender, holding, a.class);
        if (units == 0 && promised == 0) return memberId;
        IMemberShares shares = IMemberShares(directory().moduleAt(Place.Shares));
        shares.subscribeFor(memberId, msg.sender, units, promised, permit);
    }

    /// @inheritdoc IApplications
    function appeal(address account) external onlyPlace(Place.Assembly) returns (uint8 class, bytes32 commitment) {
        Application storage a = _applications[account];
        bool refused = a.state == ApplicationState.Refused;
        bool unheard = a.state == ApplicationState.Waiting && block.timestamp > a.until;
        bool isMember = _holdings[account].memberId != 0;
        if ((!refused && !unheard) || a.appealed || isMember) revert MemberRegisterNotRefused(account);
        a.appealed = true;
        emit Appealed(account);
        return (a.class, a.commitment);
    }

    /// @inheritdoc IApplications
    function applicationOf(address account) external view returns (Application memory) {
        return _applications[account];
    }

    /// @dev Undecided counts as refused: after its time nobody decides it any more (M2).
    function _requireWaiting(address account) private view returns (Application storage a) {
        a = _applications[account];
        if (a.state != ApplicationState.Waiting) revert MemberRegisterNoApplication(account);
        if (block.timestamp > a.until) revert MemberRegisterDecidedTooLate(account, a.until);
    }
}
