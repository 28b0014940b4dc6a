// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {JobMarket} from "../market/JobMarket.sol";

/// @title A later edition of the market, which says so: what the members put in the place of the first
contract JobMarketTwo is JobMarket {
    /// @notice The first edition has no such function.
    function edition() external pure returns (uint256) {
        return 2;
    }
}
