// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title ERC-5192: minimal soulbound tokens
/// @dev Source: https://eips.ethereum.org/EIPS/eip-5192
interface IERC5192 {
    /// @notice The token can not be transferred from now on.
    event Locked(uint256 tokenId);
    /// @notice The token can be transferred from now on. Never emitted here.
    event Unlocked(uint256 tokenId);

    /// @notice Whether the token is bound to its holder. Reverts for a token that does not exist.
    function locked(uint256 tokenId) external view returns (bool);
}
