// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IJobMarket, MarketTerms, Offer} from "../interfaces/IJobMarket.sol";

/// @title The bounds of the market's terms and of what is offered (J1 to J6)
library JobTerms {
    uint256 private constant ONE = 10_000;
    uint256 private constant HIGHEST_FEE = 2_000;
    uint256 private constant LEAST_COMMONS = 2_500;
    uint256 private constant HIGHEST_SPEED = 300;
    /// @dev No job goes on for longer.
    uint256 private constant LONGEST = 366 days;

    /// @notice Reverts with the first term that is out of bounds.
    function check(MarketTerms calldata t) external pure {
        _bound(t.fee <= HIGHEST_FEE, "fee");
        _bound(t.commonsShare >= LEAST_COMMONS && t.commonsShare <= ONE, "commonsShare");
        _bound(t.workShare <= ONE, "workShare");
        _bound(t.window >= 1 hours && t.window <= 14 days, "window");
        _bound(t.ruleWithin >= 1 days && t.ruleWithin <= 30 days, "ruleWithin");
        _bound(t.defaultAward <= ONE, "defaultAward");
        _bound(t.speed != 0 && t.speed <= HIGHEST_SPEED, "speed");
    }

    /// @notice Reverts unless `asked` is for something and its dates are in order.
    function checkOffer(Offer calldata asked) internal view {
        if (asked.fare == 0) revert IJobMarket.JobMarketOfferOutOfBounds("fare");
        if (asked.acceptBy <= block.timestamp) revert IJobMarket.JobMarketOfferOutOfBounds("acceptBy");
        bool inOrder = asked.doBy >= asked.acceptBy && asked.doBy <= block.timestamp + LONGEST;
        if (!inOrder) revert IJobMarket.JobMarketOfferOutOfBounds("doBy");
    }

    /// @notice Reverts unless a service has a price and can be done within a year.
    function checkService(uint96 fare, uint32 lasts) internal pure {
        if (fare == 0) revert IJobMarket.JobMarketOfferOutOfBounds("fare");
        if (lasts == 0 || lasts > LONGEST) revert IJobMarket.JobMarketOfferOutOfBounds("lasts");
    }

    function _bound(bool lawful, bytes32 what) private pure {
        if (!lawful) revert IJobMarket.JobMarketTermsOutOfBounds(what);
    }
}
