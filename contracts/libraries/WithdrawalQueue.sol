// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IMemberShares, Withdrawal} from "../interfaces/IMemberShares.sol";

/// @title First come, first served (S2), and suspended for a bounded time (S3)
/// @notice An entry is one word and knows how many shares were asked for before it, so that its place is found without a loop.
library WithdrawalQueue {
    /// @param head the first entry that was not taken off, `next` the id after the last
    /// @param unitsEver shares ever asked for
    /// @param suspendedFrom, suspendedUntil the last suspension
    struct State {
        uint40 head;
        uint40 next;
        uint88 unitsEver;
        uint40 suspendedFrom;
        uint40 suspendedUntil;
    }

    struct Queue {
        State state;
        mapping(uint256 entryId => Withdrawal) entries;
    }

    /// @notice Adds an entry behind all others.
    function push(
        Queue storage queue,
        uint32 memberId,
        uint64 units,
        uint256 notice
    ) internal returns (uint256 entryId, uint256 payableFrom) {
        State memory state = queue.state;
        (entryId, payableFrom) = (state.next++, block.timestamp + notice);
        queue.entries[entryId] = Withdrawal(memberId, units, uint40(payableFrom), state.unitsEver);
        state.unitsEver += units;
        queue.state = state;
    }

    /// @notice Takes `units` off an entry: those who wait behind it are so much nearer.
    function serve(Withdrawal storage entry, Withdrawal memory was, uint256 units) internal {
        (entry.units, entry.unitsBefore) = (was.units - uint64(units), was.unitsBefore + uint88(units));
    }

    /// @notice Suspends the queue until `until`, at most for `limit` seconds.
    function suspend(Queue storage queue, uint40 until, uint256 limit) internal {
        State storage state = queue.state;
        uint256 latest = block.timestamp + limit;
        if (until <= block.timestamp || until > latest) {
            revert IMemberShares.MemberSharesSuspensionOutOfBounds(until, latest);
        }
        uint256 openUntil = 2 * uint256(state.suspendedUntil) - state.suspendedFrom;
        if (block.timestamp < openUntil) revert IMemberShares.MemberSharesSuspendedLately(openUntil);
        (state.suspendedFrom, state.suspendedUntil) = (uint40(block.timestamp), until);
    }

    /// @notice See {IMemberShares-placeOf}.
    function placeOf(Queue storage queue, uint256 entryId) internal view returns (uint256 ahead, uint256 earliest) {
        State memory state = queue.state;
        Withdrawal memory entry = queue.entries[entryId];
        if (entry.units == 0) revert IMemberShares.MemberSharesNoSuchWithdrawal(entryId);
        ahead = entry.unitsBefore - queue.entries[state.head].unitsBefore;
        earliest = entry.payableFrom > state.suspendedUntil ? entry.payableFrom : state.suspendedUntil;
    }
}
