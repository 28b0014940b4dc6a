// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {JobMath} from "../../contracts/libraries/JobMath.sol";
import {SurplusMath} from "../../contracts/libraries/SurplusMath.sol";

// What the arithmetic of jobs and dividends can never do, proved for every amount within the words that hold it. How this is
// proved: OutcomeProof.sol beside it. JobMath does not check for overflow: numbers that wrapped would break what is asserted here.

uint256 constant ALL = 10_000;
/// @dev Fares, costs and tips, in smallest units of the settlement token.
uint256 constant MOST = 2 ** 96 - 1;
/// @dev Points of a period, and money for them.
uint256 constant MOST_POINTS = 2 ** 112 - 1;

/// @title A job's money (J1, J2, J5)
contract JobProof {
    /// @notice A part by award is never more than all, and all of it for a whole award.
    function award(uint256 amount, uint256 part) external pure {
        require(amount <= MOST && part <= ALL);
        uint256 paid = JobMath.awardDown(amount, part);
        assert(paid <= amount);
        assert(part != ALL || paid == amount);
        assert(part != 0 || paid == 0);
    }

    /// @notice The fee is at most a fifth of the fare.
    function fee(uint256 fare, uint256 share) external pure {
        require(fare <= MOST && share <= 2_000);
        uint256 taken = JobMath.feeDown(fare, share);
        assert(taken * 5 <= fare);
        assert(taken * ALL <= fare * share);
    }

    /// @notice The commons get their share at least, a quarter at least, and never more than the fee.
    function commons(uint256 taken, uint256 share) external pure {
        require(taken <= MOST && share >= 2_500 && share <= ALL);
        uint256 part = JobMath.commonsUp(taken, share);
        assert(part <= taken);
        assert(part * 4 >= taken);
        assert(part * ALL >= taken * share);
    }

    /// @notice The two sides are the members' part: neither is more than it.
    function sides(uint256 members, uint256 share) external pure {
        require(members <= MOST && share <= ALL);
        uint256 work = JobMath.workDown(members, share);
        assert(work <= members);
        assert(share != ALL || work == members);
    }
}

/// @title A surplus and its points (A1, A4, A6)
contract DividendProof {
    /// @notice Reserve and community get their shares at least, and no more than there is.
    function share(uint256 surplus, uint256 part) external pure {
        require(surplus <= MOST_POINTS && part <= ALL);
        uint256 got = SurplusMath.shareUp(surplus, part);
        assert(got <= surplus);
        assert(got * ALL >= surplus * part);
    }

    /// @notice A pot is never more than one unit a point, what was carried included, and takes no more than there is.
    function pot(uint256 rest, uint256 carried, uint256 points) external pure {
        require(rest <= MOST_POINTS && carried <= MOST_POINTS && points <= MOST_POINTS);
        uint256 fresh = SurplusMath.dividends(rest, points);
        assert(fresh <= points);
        uint256 more = SurplusMath.fromCarried(carried, fresh, points);
        assert(fresh <= rest);
        assert(more <= carried);
        assert(fresh + more <= points);
        // Nothing is kept back while the points could still take it.
        assert(fresh + more == points || (fresh == rest && more == carried));
    }

    /// @notice A member gets at most one unit a point, and never more than its exact part.
    function one(uint256 own, uint256 money, uint256 points) external pure {
        require(points != 0 && points <= MOST_POINTS && own <= points && money <= points);
        uint256 got = SurplusMath.dividendDown(own, money, points);
        assert(got <= own);
        assert(got <= money);
        assert(got * points <= own * money);
        assert(own != points || got == money);
    }

    /// @notice Two members together get no more than the pot.
    function two(uint256 own, uint256 other, uint256 money, uint256 points) external pure {
        require(points != 0 && points <= MOST_POINTS && money <= points);
        require(own <= points && other <= points - own);
        uint256 got = SurplusMath.dividendDown(own, money, points) + SurplusMath.dividendDown(other, money, points);
        assert(got <= money);
    }
}
