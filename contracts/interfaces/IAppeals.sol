// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Appeals: a refused applicant turns to the members (M3)
interface IAppeals {
    /// @notice Opens a draft that the caller be admitted, as an ordinary resolution. The caller was refused by the board, or heard
    /// nothing in time, and appeals once. It goes the way of every draft: members second it, then anyone gives notice.
    /// @param description public text; it should not hold what the applicant wants forgotten
    /// @return draftId the draft's id, with the caller as proposer
    function appeal(string calldata description) external returns (uint256 draftId);
}
