// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Bid, IBondOffice, Series, SeriesState, SeriesTerms} from "../interfaces/IBondOffice.sol";
import {BondMath} from "./BondMath.sol";
import {CouponSchedule} from "./CouponSchedule.sol";
import {DayCounts} from "./DayCounts.sol";
import {Timetable} from "./Timetable.sol";

/// @title A series from its terms to its clearing rate: who offers what, and who gets how much (K1, K2)
/// @notice Bids are kept by account and added up by rate, so that the close looks at 64 sums whatever the number of bidders, and
/// no order of bids makes a difference to anybody.
library BidBook {
    using Timetable for Timetable.Table;

    /// @dev Basis points between two rates that can be bid, and how many there can be (clearing is a bounded loop).
    uint256 private constant STEP = 25;
    uint256 private constant MOST_STEPS = 64;
    /// @dev K2.
    uint256 private constant HIGHEST_RATE = 1_500;
    /// @dev Leaves room for what rounding Up adds [case 59].
    uint256 private constant LARGEST_TARGET = type(uint96).max / 2;
    /// @dev Everybody has a day at least to bid.
    uint256 private constant SHORTEST_BIDDING = 1 days;

    struct Book {
        mapping(uint256 step => uint256) offered;
        address[] bidders;
        mapping(address bidder => Bid) bids;
    }

    /// @notice Opens `series` for `target` on these terms, or reverts with the term that is out of bounds.
    function open(
        Series storage s,
        Timetable.Table storage table,
        uint256 series,
        uint96 target,
        SeriesTerms calldata terms
    ) external {
        if (s.state != SeriesState.None) revert IBondOffice.BondOfficeWrongState(series, s.state);
        _check(target, terms);
        (uint40[] memory dates, uint24[] memory dayCounts) = CouponSchedule.build(terms.plan);
        table.fill(dates, dayCounts);

        (s.state, s.closesAt, s.target) = (SeriesState.Bidding, terms.closesAt, target);
        (s.lowestRate, s.highestRate, s.minimumBid) = (terms.lowestRate, terms.highestRate, terms.minimumBid);
        s.basis = uint16(DayCounts.basisOf(terms.plan.dayCount));
        (s.dates, s.lastDate) = (uint16(dates.length), uint16(dates.length - 1));
        emit IBondOffice.SeriesOpened(series, terms, target, dates, dayCounts);
    }

    /// @notice Takes the caller's bid, or improves it.
    /// @return added what is offered more than before
    function place(
        Book storage book,
        Series storage s,
        uint256 series,
        uint96 amount,
        uint16 rate,
        uint32 memberId
    ) external returns (uint256 added) {
        if (amount < s.minimumBid) revert IBondOffice.BondOfficeBidTooSmall(amount, s.minimumBid);
        bool isOffered = rate >= s.lowestRate && rate <= s.highestRate && (rate - s.lowestRate) % STEP == 0;
        if (!isOffered) revert IBondOffice.BondOfficeRateOutOfBounds(rate, s.lowestRate, s.highestRate);

        Bid memory former = book.bids[msg.sender];
        if (former.amount == 0) {
            book.bidders.push(msg.sender);
            ++s.bidders;
        } else {
            // K2: improved, never withdrawn.
            bool improved = amount > former.amount || rate < former.rate;
            if (!improved || amount < former.amount || rate > former.rate) {
                revert IBondOffice.BondOfficeNotImproved(amount, rate);
            }
            book.offered[_step(s, former.rate)] -= former.amount;
        }
        uint256 step = _step(s, rate);
        uint256 offered = book.offered[step] + amount;
        if (offered > type(uint96).max) revert IBondOffice.BondOfficeTermsOutOfBounds("amount");
        book.offered[step] = offered;
        book.bids[msg.sender] = Bid(amount, rate, memberId, 0);
        emit IBondOffice.BidPlaced(series, msg.sender, memberId, amount, rate, former.amount, former.rate);
        return amount - former.amount;
    }

    /// @notice Finds the rate at which the target is reached, from the lowest up; or fails the series.
    /// @param living whether the co-op goes on (A2)
    function clear(Book storage book, Series storage s, uint256 series, bool living) external {
        (uint256 target, uint256 below, uint256 steps) = (s.target, 0, _step(s, s.highestRate) + 1);
        for (uint256 i = 0; i < steps; ++i) {
            uint256 offered = book.offered[i];
            if (living && below + offered >= target) {
                uint16 rate = uint16(s.lowestRate + i * STEP);
                (s.state, s.rate) = (SeriesState.Allotting, rate);
                (s.marginalRest, s.marginalAll) = (uint96(target - below), uint96(offered));
                emit IBondOffice.SeriesCleared(series, rate, target - below, offered);
                return;
            }
            below += offered;
        }
        // K1: refund all and buy nothing.
        s.state = SeriesState.Failed;
        emit IBondOffice.SeriesFailed(series, below);
    }

    /// @notice Turns a bid into units: all of it below the clearing rate, its part at it, nothing above (K2).
    function allot(
        Book storage book,
        Series storage s,
        uint256 series,
        address bidder
    ) internal returns (uint256 units) {
        Bid storage b = book.bids[bidder];
        (uint256 amount, uint256 rate) = (b.amount, b.rate);
        if (rate < s.rate) units = amount;
        else if (rate == s.rate) units = BondMath.marginal(amount, s.marginalRest, s.marginalAll);
        (b.amount, b.refund) = (0, uint96(amount - units));
        emit IBondOffice.Allotted(series, bidder, units, amount - units);
    }

    /// @notice Moves what is to be handed back to another account of the same member.
    function follow(Book storage book, address former, address current) external {
        Bid storage from = book.bids[former];
        Bid storage to = book.bids[current];
        (to.amount, to.refund) = (to.amount + from.amount, to.refund + from.refund);
        (from.amount, from.refund) = (0, 0);
    }

    /// @notice See {IBondOffice-biddersOf}.
    function page(Book storage book, uint256 first, uint256 count) external view returns (address[] memory bidders) {
        uint256 all = book.bidders.length;
        uint256 end = first + count < all ? first + count : all;
        bidders = new address[](first < end ? end - first : 0);
        for (uint256 i = 0; i < bidders.length; ++i) {
            bidders[i] = book.bidders[first + i];
        }
    }

    /// @notice See {IBondOffice-bookOf}.
    function sums(Book storage book, Series storage s) external view returns (uint256[] memory amounts) {
        amounts = new uint256[](s.dates == 0 ? 0 : _step(s, s.highestRate) + 1);
        for (uint256 i = 0; i < amounts.length; ++i) {
            amounts[i] = book.offered[i];
        }
    }

    function _check(uint96 target, SeriesTerms calldata terms) private view {
        (uint256 low, uint256 high) = (terms.lowestRate, terms.highestRate);
        _bound(high <= HIGHEST_RATE, "highestRate");
        _bound(low <= high && (high - low) % STEP == 0 && (high - low) / STEP < MOST_STEPS, "lowestRate");
        _bound(target != 0 && target <= LARGEST_TARGET, "target");
        _bound(terms.minimumBid != 0 && terms.minimumBid <= target, "minimumBid");
        bool inTime = terms.closesAt >= block.timestamp + SHORTEST_BIDDING;
        _bound(inTime && terms.closesAt <= terms.plan.issueDate, "closesAt");
    }

    function _bound(bool lawful, bytes32 what) private pure {
        if (!lawful) revert IBondOffice.BondOfficeTermsOutOfBounds(what);
    }

    function _step(Series storage s, uint16 rate) private view returns (uint256) {
        return (rate - s.lowestRate) / STEP;
    }
}
