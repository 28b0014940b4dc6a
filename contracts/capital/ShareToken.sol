// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";

/// @title The part of ERC-20 that never changes: shares are whole, and bound to their member
abstract contract ShareToken is IERC20Metadata {
    /// @notice The token's short name.
    function symbol() external pure returns (string memory) {
        return "SHARE";
    }

    /// @notice Shares are whole.
    function decimals() external pure returns (uint8) {
        return 0;
    }

    /// @notice Nobody is ever approved.
    function allowance(address, address) external pure returns (uint256) {
        return 0;
    }

    /// @notice Always reverts: shares are bound to their member.
    function transfer(address, uint256) external pure returns (bool) {
        revert IMemberShares.MemberSharesNotTransferable();
    }

    /// @notice Always reverts: shares are bound to their member.
    function transferFrom(address, address, uint256) external pure returns (bool) {
        revert IMemberShares.MemberSharesNotTransferable();
    }

    /// @notice Always reverts: shares are bound to their member.
    function approve(address, uint256) external pure returns (bool) {
        revert IMemberShares.MemberSharesNotTransferable();
    }
}
