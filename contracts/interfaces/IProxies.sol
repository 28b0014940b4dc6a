// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Topic} from "./IAssembly.sol";

/// @title Proxies: members who speak for others (V11)
/// @notice A member may name one proxy for each topic, of the same class, who must accept. Proxies do not pass votes on.
/// When a proxy votes, those of its principals who have not voted themselves are counted with it; a principal's own
/// ballot displaces the proxy's at any time. What was accepted ends with the membership of either. Answered at the Assembly's own
/// address.
interface IProxies {
    /// @notice `principal` asks `proxy` to speak for it on `topic`; both are seats.
    event ProxyNamed(uint32 indexed principal, uint32 indexed proxy, Topic topic);
    /// @notice `proxy` speaks for `principal` on `topic` from now on.
    event ProxyAccepted(uint32 indexed principal, uint32 indexed proxy, Topic topic);
    /// @notice `proxy` does not, or no longer, speak for `principal` on `topic`.
    event ProxyEnded(uint32 indexed principal, uint32 indexed proxy, Topic topic);
    /// @notice The vote of `proxy` was counted for these principals too; all are seats.
    event VotedByProxy(uint256 indexed proposalId, uint32 indexed proxy, uint8 support, uint32[] principals);

    /// @notice A proxy is another member (V11).
    error ProxySelf();
    /// @notice Another account asks to speak for this member: until that is settled it names no proxy (M6).
    error ProxyDuringRecovery(uint32 memberId);
    /// @notice A proxy is of the same class as who names it (V11).
    error ProxyOfOtherClass(uint32 principal, uint32 proxy);
    /// @notice Proxies do not pass votes on: `seat` speaks for others on this topic, or has a proxy itself (V11).
    error ProxyChain(uint32 seat, Topic topic);
    /// @notice `principal` has not named this member as its proxy on this topic.
    error ProxyNotNamed(uint32 principal, Topic topic);
    /// @notice The member speaks for this principal already.
    error ProxyAcceptedAlready(uint32 principal, Topic topic);
    /// @notice A member may speak for `limit` others on a topic (V11).
    error ProxyLimitReached(uint32 proxy, uint256 limit);
    /// @notice The proxy has not voted itself, so there is nothing to count for its principals.
    error ProxyHasNotVoted(uint256 proposalId, address proxy);

    /// @notice Asks `proxy` to speak for the caller on `topic`. An earlier proxy on that topic ends.
    function nameProxy(Topic topic, address proxy) external;

    /// @notice Accepts to speak for `principal` on `topic`; refused beyond the limit of the class (V11).
    function acceptProxy(Topic topic, address principal) external;

    /// @notice Ends the caller's proxy on `topic`, accepted or not. Ballots it has cast stay until voted over.
    function endProxy(Topic topic) external;

    /// @notice Declines to speak for `principal` on `topic`, or ceases to.
    function declineProxy(Topic topic, address principal) external;

    /// @notice Counts the principals of `proxy` who have no ballot yet as it has voted; anyone may call it while voting is
    /// open, so that whoever was accepted after the proxy's vote is counted too.
    /// @return counted how many ballots changed
    function countPrincipals(uint256 proposalId, address proxy) external returns (uint256 counted);

    /// @notice The seat of the proxy that `account` named on `topic`, and whether it has accepted; 0 for none.
    function proxyOf(address account, Topic topic) external view returns (uint32 proxy, bool accepted);

    /// @notice The seats for which `account` speaks on `topic`.
    function principalsOf(address account, Topic topic) external view returns (uint32[] memory);

    /// @notice For how many others a member of `class` may speak on one topic: the least of the rules' number and a tenth
    /// of the class, rounded Down, one at least (V11). Zero for a class that was not declared.
    function proxyLimit(uint8 class) external view returns (uint256);
}
