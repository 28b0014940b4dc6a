// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Reserve: the co-op's indivisible reserve (A1)
interface IReserve {
    /// @notice Pays what it holds against the certified loss, into the operating fund, before any share is written down. Only
    /// the member shares (S5).
    /// @return paid what it paid, in the settlement token; zero when it was empty already
    function exhaust(uint256 certificateId) external returns (uint256 paid);
}
