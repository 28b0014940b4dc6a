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

        if (_isOpen(holding)) revert MemberRegisterApplicationOpen(msg.sender, holding.until);
        if (holding.state == ApplicationState.Refused && block.timestamp <= holding.until) {
            revert MemberRegisterTooSoon(msg.sender, holding.until);
        }
        uint40 until = uint40(block.timestamp + _terms.decideWithin);
        (holding.class, holding.state, holding.appealed) = (class, ApplicationState.Waiting, false);
        holding.until = until;
        _holdings[msg.sender] = holding;
        _commitments[msg.sender] = commitment;
        emit Applied(msg.sender, class, commitment, until);
    }

    /// @inheritdoc IApplications
    function accept(address account, bytes32 attestation) external restricted {
        Holding storage a = _requireWaiting(account);
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
        Holding storage a = _requireWaiting(account);
        uint40 until = uint40(block.timestamp + _terms.decideWithin);
        (a.state, a.until) = (ApplicationState.Refused, until);
        emit Refused(account, msg.sender, reason, statement, until);
    }

    /// @inheritdoc IApplications
    function withdrawApplication() external {
        Holding storage a = _holdings[msg.sender];
        if (!_isOpen(a)) revert MemberRegisterNoApplication(msg.sender);
        (a.class, a.state, a.appealed, a.until) = (0, ApplicationState.None, false, 0);
        delete _commitments[msg.sender];
        emit ApplicationWithdrawn(msg.sender);
    }

    /// @inheritdoc IApplications
    function join(uint64 units, uint64 promised, Permit calldata permit) external returns (uint32 memberId) {
        Holding memory holding = _holdings[msg.sender];
        if (holding.state != ApplicationState.Accepted || !_isOpen(holding)) {
            revert MemberRegisterNotAccepted(msg.sender);
        }
        memberId = holding.memberId;
        if (memberId != 0) _changeClass(msg.sender, holding, holding.class);
        else memberId = _admit(msg.sender, holding.class, _commitments[msg.sender], false);
        if (units == 0 && promised == 0) return memberId;
        IMemberShares shares = IMemberShares(directory().moduleAt(Place.Shares));
        shares.subscribeFor(memberId, msg.sender, units, promised, permit);
    }

    /// @inheritdoc IApplications
    function appeal(address account) external onlyPlace(Place.Assembly) returns (uint8 class, bytes32 commitment) {
        Holding storage a = _holdings[account];
        bool refused = a.state == ApplicationState.Refused;
        bool unheard = a.state == ApplicationState.Waiting && block.timestamp > a.until;
        bool isMember = a.memberId != 0;
        if ((!refused && !unheard) || a.appealed || isMember) revert MemberRegisterNotRefused(account);
        a.appealed = true;
        emit Appealed(account);
        return (a.class, _commitments[account]);
    }

    /// @inheritdoc IApplications
    function applicationOf(address account) external view returns (Application memory) {
        Holding memory h = _holdings[account];
        return Application(h.class, h.state, h.until, h.appealed, _commitments[account]);
    }

    /// @dev Undecided counts as refused: after its time nobody decides it any more (M2).
    function _requireWaiting(address account) private view returns (Holding storage a) {
        a = _holdings[account];
        if (a.state != ApplicationState.Waiting) revert MemberRegisterNoApplication(account);
        if (block.timestamp > a.until) revert MemberRegisterDecidedTooLate(account, a.until);
    }
}
