// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAuthority} from "../interfaces/IAuthority.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {IRecovery, Recovery} from "../interfaces/IRecovery.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {Leaving} from "../libraries/Leaving.sol";
import {Roles} from "../libraries/Roles.sol";
import {RegisterState} from "./RegisterState.sol";

/// @title Recovering: a new account for a member who lost the old one (M6)
/// @notice See {IRecovery}. A part of `MemberRegister`.
abstract contract Recovering is IRecovery, RegisterState {
    /// @dev Two other members beside the board; three when no board is in office (V8).
    uint8 private constant MEMBERS = 2;
    uint8 private constant MEMBERS_ALONE = 3;
    /// @dev A vetoed recovery that the members have not decided by then frees the member again.
    uint256 private constant VETO_LAPSES = 180 days;

    /// @inheritdoc IRecovery
    function requestRecovery(uint32 memberId, bytes32 statement) external {
        if (member(memberId).account == msg.sender) revert MemberRegisterAlreadyMember(msg.sender);
        _requireFit(memberId, msg.sender);
        Request storage r = _requests[_key(memberId, msg.sender)];
        if (r.requested || r.burnt) revert MemberRegisterRecoveryRequested(memberId, msg.sender);
        r.requested = true;
        emit RecoveryRequested(memberId, msg.sender, statement);
    }

    /// @inheritdoc IRecovery
    function attestRecovery(uint32 memberId, address newAccount) external {
        bytes32 key = _key(memberId, newAccount);
        Request storage r = _requests[key];
        if (!r.requested) revert MemberRegisterNoRecovery(memberId, newAccount);
        if (r.burnt) revert MemberRegisterRecoveryVetoed(memberId);
        if (isRecovering(memberId)) revert MemberRegisterRecoveryUnderWay(memberId, _recoveries[memberId].newAccount);
        if (_attestors[key][msg.sender]) revert MemberRegisterMayNotAttest(memberId, msg.sender);
        _attestors[key][msg.sender] = true;

        bool forBoard = !r.byBoard && _authority().holds(Roles.BOARD, msg.sender);
        if (forBoard) {
            r.byBoard = true;
        } else {
            uint32 attestor = _holdings[msg.sender].memberId;
            if (attestor == 0 || attestor == memberId) revert MemberRegisterMayNotAttest(memberId, msg.sender);
            ++r.byMembers;
        }
        emit RecoveryAttested(memberId, newAccount, msg.sender, forBoard);
        bool alone = r.byMembers >= MEMBERS_ALONE && !_authority().anyInOffice(Roles.BOARD);
        if ((r.byBoard && r.byMembers >= MEMBERS) || alone) _start(memberId, newAccount);
    }

    /// @inheritdoc IRecovery
    function vetoRecovery(uint32 memberId) external {
        Recovery storage r = _requireRunning(memberId);
        if (msg.sender != _members[memberId].account) revert MemberRegisterNotMember(msg.sender);
        if (r.vetoedAt != 0) revert MemberRegisterRecoveryVetoed(memberId);
        r.vetoedAt = uint40(block.timestamp);
        _requests[_key(memberId, r.newAccount)].burnt = true;
        emit RecoveryVetoed(memberId, r.newAccount);
    }

    /// @inheritdoc IRecovery
    function withdrawRecovery(uint32 memberId) external {
        Request storage r = _requests[_key(memberId, msg.sender)];
        if (!r.requested) revert MemberRegisterNoRecovery(memberId, msg.sender);
        r.requested = false;
        // Attested once is attested once: a second request of this pair starts nowhere.
        r.burnt = true;
        if (_recoveries[memberId].newAccount == msg.sender) delete _recoveries[memberId];
        emit RecoveryEnded(memberId, msg.sender);
    }

    /// @inheritdoc IRecovery
    function completeRecovery(uint32 memberId) external {
        Recovery memory r = _requireRunning(memberId);
        if (r.vetoedAt != 0) revert MemberRegisterRecoveryVetoed(memberId);
        if (block.timestamp < r.readyAt) revert MemberRegisterRecoveryTooEarly(memberId, r.readyAt);
        _move(memberId, r.newAccount);
    }

    /// @inheritdoc IRecovery
    function decideRecovery(uint32 memberId, address newAccount, bool grant) external restricted {
        Recovery memory r = _requireRunning(memberId);
        if (r.newAccount != newAccount) revert MemberRegisterNoRecovery(memberId, newAccount);
        if (grant) return _move(memberId, newAccount);
        delete _recoveries[memberId];
        Request storage request = _requests[_key(memberId, newAccount)];
        (request.requested, request.burnt) = (false, true);
        emit RecoveryEnded(memberId, newAccount);
    }

    /// @inheritdoc IMemberRegister
    function isRecovering(uint32 memberId) public view returns (bool) {
        Recovery memory r = _recoveries[memberId];
        return r.newAccount != address(0) && (r.vetoedAt == 0 || block.timestamp <= r.vetoedAt + VETO_LAPSES);
    }

    /// @inheritdoc IRecovery
    function recoveryOf(uint32 memberId) external view returns (Recovery memory r) {
        if (isRecovering(memberId)) r = _recoveries[memberId];
    }

    /// @inheritdoc IRecovery
    function attestationsOf(uint32 memberId, address newAccount) external view returns (bool, bool, uint8) {
        Request memory r = _requests[_key(memberId, newAccount)];
        return (r.requested, r.byBoard, r.byMembers);
    }

    function _start(uint32 memberId, address newAccount) private {
        uint40 readyAt = uint40(block.timestamp + _terms.recoveryWait);
        _recoveries[memberId] = Recovery(newAccount, readyAt, 0);
        emit RecoveryStarted(memberId, newAccount, readyAt);
    }

    /// @dev The member's rights move once and whole; the old account is nobody [case 4]. An expulsion moves with the person.
    function _move(uint32 memberId, address newAccount) private {
        _requireFit(memberId, newAccount);
        address former = _members[memberId].account;
        delete _recoveries[memberId];
        delete _requests[_key(memberId, newAccount)];
        _members[memberId].account = newAccount;
        emit Recovered(memberId, former, newAccount);

        Holding memory holding = _holdings[former];
        if (_members[memberId].status == MemberStatus.Active) {
            _holdings[newAccount] = _holding(memberId, holding.seat, false);
            _holdings[former] = _holding(0, 0, false);
            delete _commitments[former];
            delete _commitments[newAccount];
            emit Transfer(former, newAccount, memberId);
            Leaving.move(directory(), former, newAccount, memberId);
        } else {
            _holdings[newAccount].known = true;
            if (holding.expelled) _holdings[newAccount].expelled = true;
        }
    }

    /// @dev An active membership needs an account that has none and was not expelled (M1, M5). What is owed to a former member can
    /// go to a member's account, unless an expulsion would go with it.
    function _requireFit(uint32 memberId, address account) private view {
        _requireOutside(account);
        // Who inherits is never a member, not even after the co-op was closed (A2).
        IReserve(directory().moduleAt(Place.Reserve)).requireNotBody(account);
        Holding memory holding = _holdings[account];
        bool active = _members[memberId].status == MemberStatus.Active;
        bool moves = active || _holdings[_members[memberId].account].expelled;
        if (moves && holding.memberId != 0) revert MemberRegisterAlreadyMember(account);
        if (active && holding.expelled) revert MemberRegisterExpelled(account);
    }

    function _requireRunning(uint32 memberId) private view returns (Recovery storage) {
        if (!isRecovering(memberId)) revert MemberRegisterNoRecovery(memberId, address(0));
        return _recoveries[memberId];
    }

    function _key(uint32 memberId, address newAccount) private pure returns (bytes32) {
        return keccak256(abi.encode(memberId, newAccount));
    }

    function _authority() private view returns (IAuthority) {
        return IAuthority(directory().moduleAt(Place.Authority));
    }
}
