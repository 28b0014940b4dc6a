// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Kind, Reason, Verdict} from "../interfaces/IAssembly.sol";

/// @title The arithmetic of `OutcomeLib`: every comparison and every rounding that decides a vote, on plain numbers
/// @notice It stands apart so that the SMT checker can prove what it must never do: test/proofs/OutcomeProof.sol.
library OutcomeMath {
    uint256 internal constant ONE = 10_000;
    /// @dev A class counts when 20 times its votes reach its roll: 5 %.
    uint256 private constant COUNTS_FACTOR = 20;

    /// @notice A share of a whole, in basis points, rounded up.
    function ceilShare(uint256 whole, uint256 share) internal pure returns (uint256) {
        return (whole * share + ONE - 1) / ONE;
    }

    /// @notice Ballots needed of a roll (V3): the greater of a number and a share, rounded up, never more than the roll.
    function needed(uint256 roll, uint256 number, uint256 share) internal pure returns (uint256) {
        uint256 ballots = ceilShare(roll, share);
        if (ballots < number) ballots = number;
        return ballots > roll ? roll : ballots;
    }

    /// @notice V12: what is left of a need put again after an adjournment, one of `parts`, rounded up; never under 5 %
    /// of the roll and two members, or the whole roll if it is smaller.
    function relieved(uint256 need, uint256 parts, uint256 roll) internal pure returns (uint256) {
        uint256 rest = (need + parts - 1) / parts;
        uint256 least = needed(roll, 2, 500);
        return rest < least ? least : rest;
    }

    /// @notice V10: the blocks that hold a proposal, the greater of a share of the ballots and a number; zero when blocks
    /// can not.
    function blocksToHold(
        Kind kind,
        bool mayHold,
        uint256 ballots,
        uint256 share,
        uint256 number
    ) internal pure returns (uint256) {
        if (!mayHold || kind > Kind.Ordinary || share == 0) return 0;
        uint256 blocks = ceilShare(ballots, share);
        return blocks < number ? number : blocks;
    }

    /// @notice V10: whether so many blocks hold it.
    function isHeld(uint256 blocks, uint256 toHold) internal pure returns (bool) {
        return toHold != 0 && blocks >= toHold;
    }

    /// @notice Whether a class counts in the result: at least one vote, and votes of at least 5 % of its roll.
    function counts(uint256 votes, uint256 roll) internal pure returns (bool) {
        return votes != 0 && votes * COUNTS_FACTOR >= roll;
    }

    /// @notice C2: what a unit of weight is worth over the common denominator `whole`, when the counting investor classes
    /// weigh `investors` and the others `others`.
    function worth(
        uint256 investors,
        uint256 others,
        uint256 cap
    ) internal pure returns (uint256 ofInvestors, uint256 ofOthers, uint256 whole) {
        bool capped = investors * ONE > cap * (investors + others);
        if (!capped) return (1, 1, investors + others);
        return (cap * others, (ONE - cap) * investors, ONE * investors * others);
    }

    /// @notice C2: what a class adds to the numerator. Exact, since its votes are a factor of `product`.
    function part(uint256 factor, uint256 inFavour, uint256 votes, uint256 product) internal pure returns (uint256) {
        return factor * inFavour * (product / votes);
    }

    /// @notice V4: more than the threshold for advisory and ordinary, so that a tie is lost. V5: at least it for the rest.
    /// Without votes nothing is reached.
    function reaches(
        Kind kind,
        uint256 numerator,
        uint256 denominator,
        uint256 threshold
    ) internal pure returns (bool) {
        if (denominator == 0) return false;
        uint256 have = numerator * ONE;
        uint256 need = denominator * threshold;
        return kind <= Kind.Ordinary ? have > need : have >= need;
    }

    /// @notice C4: whether a counting class stops the proposal: it has no more for than against, and either it is neither
    /// small nor of investors, or the votes of all others support the proposal by less than three quarters.
    function stops(
        uint256 roll,
        bool ofInvestors,
        uint256 inFavour,
        uint256 against,
        uint256 othersFor,
        uint256 othersAgainst
    ) internal pure returns (bool) {
        if (inFavour > against) return false;
        if (roll >= 3 && !ofInvestors) return true;
        uint256 others = othersFor + othersAgainst;
        return others == 0 || othersFor * 4 < others * 3;
    }

    /// @notice The verdict and the first requirement missed, in the order of `Reason`; `missed` is that of the majority.
    function conclude(
        Reason missed,
        uint256 ballots,
        uint256 quorum,
        uint256 turnout,
        bool mayAdjourn
    ) internal pure returns (Verdict, Reason) {
        bool carried = missed == Reason.Carried;
        Reason reason = missed;
        if (ballots < turnout) reason = Reason.TurnoutMissed;
        if (ballots < quorum) reason = Reason.QuorumMissed;
        if (reason == Reason.Carried) return (Verdict.Passed, reason);
        return (carried && mayAdjourn ? Verdict.Adjourned : Verdict.Defeated, reason);
    }
}
