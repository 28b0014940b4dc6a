// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title AuditRegister: the losses that the auditor certified
interface IAuditRegister {
    /// @notice Uses `amount` of a certified loss; reverts beyond what is left of it (S5).
    function charge(uint256 certificateId, uint256 amount) external;
}
