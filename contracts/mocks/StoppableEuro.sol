// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TestEuro} from "./TestEuro.sol";

/// @title A test euro whose issuer can stop an account from being paid, as issuers of real euro tokens can
/// @dev For the demo only: anyone is its issuer.
contract StoppableEuro is TestEuro {
    /// @notice Nothing is paid to a stopped account.
    error StoppableEuroStopped(address account);

    mapping(address account => bool) public stopped;

    /// @notice Stops `account` from being paid, or lets it be paid again.
    function setStopped(address account, bool isStopped) external {
        stopped[account] = isStopped;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (stopped[to]) revert StoppableEuroStopped(to);
        super._update(from, to, value);
    }
}
