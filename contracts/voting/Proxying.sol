// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Topic} from "../interfaces/IAssembly.sol";
import {ClassRoll} from "../interfaces/IMemberRegister.sol";
import {IProxies} from "../interfaces/IProxies.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {Seats} from "../libraries/Seats.sol";
import {AssemblyState} from "./AssemblyState.sol";
import {Proxies, Voter} from "./Proxies.sol";

/// @title Proxying: naming, accepting and ending proxies
/// @notice See {IProxies}. A part of `AssemblyLobby`.
abstract contract Proxying is IProxies, AssemblyState {
    using BallotBox for BallotBox.Box;
    using Proxies for Proxies.Book;

    /// @inheritdoc IProxies
    function nameProxy(Topic topic, address proxy) external {
        (uint32 memberId, ) = _register().seatOf(msg.sender);
        if (_register().isRecovering(memberId)) revert ProxyDuringRecovery(memberId);
        _proxies.name(topic, _voterOf(msg.sender).seat, _requireMember(proxy));
    }

    /// @inheritdoc IProxies
    function acceptProxy(Topic topic, address principal) external {
        Voter memory proxy = _voterOf(msg.sender);
        _proxies.accept(topic, proxy.seat, _requireMember(principal), proxyLimit(Seats.classOf(proxy.seat)));
        _voters[msg.sender].speaksIn = proxy.speaksIn | uint8(1 << uint8(topic));
    }

    /// @inheritdoc IProxies
    function endProxy(Topic topic) external {
        _proxies.end(topic, _requireMember(msg.sender));
    }

    /// @inheritdoc IProxies
    function declineProxy(Topic topic, address principal) external {
        _proxies.decline(topic, _requireMember(msg.sender), _requireMember(principal));
    }

    /// @inheritdoc IProxies
    function countPrincipals(uint256 proposalId, address proxy) external returns (uint256) {
        if (IGovernor(address(this)).state(proposalId) != IGovernor.ProposalState.Active) {
            revert AssemblyVotingClosed(proposalId);
        }
        uint32 seat = _requireMember(proxy);
        BallotBox.Box storage box = _boxes[proposalId];
        if (!box.hasOwnBallot(seat)) revert ProxyHasNotVoted(proposalId, proxy);
        return _proxies.count(box, proposalId, _records[proposalId].topic, seat, box.ballotOf(seat) - 1);
    }

    /// @inheritdoc IProxies
    function proxyOf(address account, Topic topic) external view returns (uint32, bool) {
        return _proxies.proxyOf(topic, _requireMember(account));
    }

    /// @inheritdoc IProxies
    function principalsOf(address account, Topic topic) external view returns (uint32[] memory) {
        return _proxies.principalsOf(topic, _requireMember(account));
    }

    /// @inheritdoc IProxies
    function proxyLimit(uint8 class) public view returns (uint256 limit) {
        ClassRoll[] memory roll = _register().roll();
        if (class >= roll.length) return 0;
        limit = uint256(roll[class].active) / 10;
        if (limit == 0) limit = 1;
        uint256 most = _rules[_rulesVersion].voting.proxyLimit;
        if (limit > most) limit = most;
    }
}
