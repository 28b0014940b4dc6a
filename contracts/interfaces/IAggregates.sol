// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PassedOver} from "./IAssembly.sol";

/// @title Aggregates: many members' ballots on one position under one signature
/// @notice Answered at the Assembly's own address. What a member signs with its ballot key (see {IBallotKeys}) is
/// `abi.encode(chainId, assembly, proposalId, roll, position)`, under the tag ROCHDALE_BALLOT_V1_BLS12381G2_XMD:SHA-256_SSWU_RO_.
/// It is the same for all, so their signatures add up to one. A ballot counts only for a member who has not voted yet; the direct way is
/// always open and always wins.
interface IAggregates {
    /// @notice Ballots of an aggregate were counted: for each page of 128 seats its number (4 bytes) and a bit for each seat (16
    /// bytes), one behind the other.
    event AggregateCast(uint256 indexed proposalId, uint8 indexed position, bytes ballots);
    /// @notice Members named in an aggregate were passed over; the others were counted. `seats` has a bit for each (bit i:
    /// `page << 7 | i`).
    event SeatsPassedOver(uint256 indexed proposalId, uint32 indexed page, uint128 seats, PassedOver why);

    /// @notice The signature is not that of all members named, or their keys add up to nothing.
    error AssemblyAggregateNotSigned(uint256 proposalId);

    /// @notice Hands in ballots of many members on one position; anyone may, and is paid nothing. The signature is checked
    /// over every member named; counted are those on the closed roll, with a key that holds, who have not voted yet, and the others are passed
    /// over with an event.
    /// @param position against 0, for 1, abstain 2, block 3
    /// @param named for each sheet of keys, ascending: its number (4 bytes), and a bit for each seat (16 bytes)
    /// @param signature 192 bytes, the sum of their signatures
    /// @return counted how many counted
    function castVotesByAggregate(
        uint256 proposalId,
        uint8 position,
        bytes calldata named,
        bytes calldata signature
    ) external returns (uint256 counted);

    /// @notice The closed roll of a proposal, as its ballots name it: keccak256 of `abi.encode(noticeAt, excluded, rolls,
    /// serials)`, with the values of `NoticeGiven`.
    function rollOf(uint256 proposalId) external view returns (bytes32);
}
