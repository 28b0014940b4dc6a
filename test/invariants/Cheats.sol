// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The cheatcodes that these tests use, as the runner answers them
interface Vm {
    /// @notice Sets the time of the block.
    function warp(uint256 newTimestamp) external;

    /// @notice The next call comes from `sender`.
    function prank(address sender) external;

    /// @notice Puts `code` at `target`.
    function etch(address target, bytes calldata code) external;

    /// @notice Keeps `value` under `name` beyond the end of a run.
    function setEnv(string calldata name, string calldata value) external;

    /// @notice What is kept under `name`, or `otherwise`.
    function envOr(string calldata name, uint256 otherwise) external view returns (uint256);

    /// @notice The account of a private key.
    function addr(uint256 privateKey) external pure returns (address);

    /// @notice Signs `digest`.
    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
}

/// @title Access to the cheatcodes
abstract contract Cheats {
    Vm internal constant VM = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
}
