// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Kind, Reason, Verdict} from "../../contracts/interfaces/IAssembly.sol";
import {OutcomeMath} from "../../contracts/libraries/OutcomeMath.sol";

// What the arithmetic of a vote can never do, proved for every number within the bounds of the rules. Nothing here runs
// on a chain: `npm run check -- proofs` hands this file to the SMT checker inside the compiler, which must find every
// `assert` safe. A `require` states a premise: a bound that the rules or the word sizes give.
//
// A proof calls the functions that `OutcomeLib.decide` decides with. They have no loops, so bounded model checking looks
// at every way through them.

uint256 constant ONE = 10_000;
uint256 constant LARGEST_CLASS = 2 ** 24 - 1;
uint256 constant LARGEST_ROLL = 8 * LARGEST_CLASS;
/// @dev Above every common denominator: D < 2**38 and P < 2**192 (contracts/libraries/OutcomeLib.sol).
uint256 constant DENOMINATORS = 2 ** 230;

/// @title Enough members took part: quorum, turnout and their relief (V3, V5, V12)
contract PresenceProof {
    /// @notice V3: the quorum is never more than the roll, never under the number or the share, and one ballot fewer
    /// would be short.
    function quorum(uint256 roll, uint256 number, uint256 share) external pure {
        require(roll <= LARGEST_ROLL && number <= LARGEST_CLASS && share <= ONE);
        uint256 need = OutcomeMath.needed(roll, number, share);
        assert(need <= roll);
        assert(need >= number || need == roll);
        assert(need * ONE >= roll * share);
        if (need > number) assert((need - 1) * ONE < roll * share);
    }

    /// @notice V5: the turnout is never more than the roll and never under the share.
    function turnout(uint256 roll, uint256 share) external pure {
        require(roll <= LARGEST_ROLL && share <= ONE);
        uint256 need = OutcomeMath.ceilShare(roll, share);
        assert(need <= roll);
        assert(need * ONE >= roll * share);
    }

    /// @notice V12: relief leaves at least half the quorum, 5 % of the roll and two members or the whole roll, and never
    /// asks for more than before.
    function relievedQuorum(uint256 roll, uint256 number, uint256 share) external pure {
        require(roll <= LARGEST_ROLL && number >= 2 && number <= LARGEST_CLASS && share >= 500 && share <= ONE);
        uint256 need = OutcomeMath.needed(roll, number, share);
        uint256 left = OutcomeMath.relieved(need, 2, roll);
        assert(left * 2 >= need);
        assert(left * ONE >= roll * 500);
        assert(left >= 2 || left == roll);
        assert(left <= need);
    }

    /// @notice V12: the same of a third of the turnout. On a roll of two or three the least of two members can be more than
    /// the turnout was; the quorum asks for them anyway.
    function relievedTurnout(uint256 roll, uint256 share, uint256 quorumNumber, uint256 quorumShare) external pure {
        require(roll <= LARGEST_ROLL && share <= ONE);
        require(quorumNumber >= 2 && quorumNumber <= LARGEST_CLASS && quorumShare >= 500 && quorumShare <= ONE);
        uint256 need = OutcomeMath.ceilShare(roll, share);
        uint256 left = OutcomeMath.relieved(need, 3, roll);
        assert(left * 3 >= need);
        assert(left * ONE >= roll * 500);
        assert(left >= 2 || left == roll);
        assert(left <= need || left <= OutcomeMath.needed(roll, quorumNumber, quorumShare));
    }
}

/// @title The share in favour against the threshold, by heads or by weight (V4, V5)
contract MajorityProof {
    /// @notice Without votes nothing is carried. What is carried has the threshold, and an ordinary resolution more than
    /// half. A stricter one that has exactly its threshold is carried.
    function threshold(Kind kind, uint256 numerator, uint256 denominator, uint256 share) external pure {
        require(numerator <= denominator && denominator < DENOMINATORS && share >= 5_000 && share <= ONE);
        if (OutcomeMath.reaches(kind, numerator, denominator, share)) {
            assert(denominator != 0);
            assert(numerator * ONE >= denominator * share);
            assert(kind >= Kind.Extraordinary || numerator * 2 > denominator);
        } else {
            assert(denominator == 0 || kind <= Kind.Ordinary || numerator * ONE < denominator * share);
        }
    }

    /// @notice V4: a tie is lost.
    function tie(Kind kind, uint256 numerator, uint256 share) external pure {
        require(kind <= Kind.Ordinary && numerator < DENOMINATORS && share >= 5_000 && share <= ONE);
        assert(!OutcomeMath.reaches(kind, numerator, 2 * numerator, share));
    }

    /// @notice A vote and its mirror image, every for an against, are never both carried.
    function mirror(Kind kind, uint256 numerator, uint256 denominator, uint256 share) external pure {
        require(numerator <= denominator && denominator < DENOMINATORS);
        require(share >= (kind <= Kind.Ordinary ? 5_000 : 6_600) && share <= ONE);
        bool carried = OutcomeMath.reaches(kind, numerator, denominator, share);
        assert(!carried || !OutcomeMath.reaches(kind, denominator - numerator, denominator, share));
    }

    /// @notice By heads: more votes for, from new voters or from those who voted against, never turn carried into lost.
    function moreFor(
        Kind kind,
        uint256 inFavour,
        uint256 against,
        uint256 joining,
        uint256 turning,
        uint256 share
    ) external pure {
        require(inFavour <= LARGEST_ROLL && against <= LARGEST_ROLL && joining <= LARGEST_ROLL && share <= ONE);
        require(turning <= against && OutcomeMath.reaches(kind, inFavour, inFavour + against, share));
        assert(OutcomeMath.reaches(kind, inFavour + joining + turning, inFavour + joining + against, share));
    }
}

/// @title The share in favour by class weight, on a common denominator (C2)
contract WeightProof {
    /// @notice The weights of all classes add up to the whole. Investors never have more than their cap, which is at most a
    /// quarter, nor more than their own weight: exactly the cap when they weigh more than it, else exactly their weight.
    function investorCap(uint256 investors, uint256 others, uint256 cap) external pure {
        require(others != 0 && others <= ONE && investors <= ONE - others && cap <= 2_500);
        (uint256 ofInvestors, uint256 ofOthers, uint256 whole) = OutcomeMath.worth(investors, others, cap);
        uint256 share = ofInvestors * investors;
        uint256 all = investors + others;
        assert(whole != 0 && whole < 2 ** 38);
        assert(share + ofOthers * others == whole);
        assert(share * ONE <= cap * whole);
        assert(share * 4 <= whole);
        if (investors * ONE > cap * all) assert(share * ONE == cap * whole);
        else assert(share * all == investors * whole);
    }

    /// @notice What a class adds is exact: nothing is lost by dividing, and its votes for and against add up to its weight.
    function classPart(uint256 factor, uint256 inFavour, uint256 votes, uint256 rest) external pure {
        require(factor < 2 ** 38 && rest < 2 ** 168 && votes != 0 && votes <= LARGEST_CLASS && inFavour <= votes);
        uint256 product = votes * rest;
        uint256 partFor = OutcomeMath.part(factor, inFavour, votes, product);
        uint256 partAgainst = OutcomeMath.part(factor, votes - inFavour, votes, product);
        assert(partFor * votes == factor * inFavour * product);
        assert(partFor + partAgainst == factor * product);
    }

    /// @notice A class of investors and another: the numerators of the two sides add up to the denominator, so that
    /// `MajorityProof.mirror` holds by weight.
    function twoClasses(
        uint256[2] memory weights,
        uint256[2] memory inFavour,
        uint256[2] memory votes,
        uint256 cap
    ) external pure {
        require(weights[1] != 0 && weights[1] <= ONE && weights[0] <= ONE - weights[1] && cap <= 2_500);
        require(votes[0] != 0 && votes[0] <= LARGEST_CLASS && inFavour[0] <= votes[0]);
        require(votes[1] != 0 && votes[1] <= LARGEST_CLASS && inFavour[1] <= votes[1]);
        (uint256 ofInvestors, uint256 ofOthers, uint256 whole) = OutcomeMath.worth(weights[0], weights[1], cap);
        uint256 product = votes[0] * votes[1];
        uint256 numerator =
            OutcomeMath.part(weights[0] * ofInvestors, inFavour[0], votes[0], product) +
                OutcomeMath.part(weights[1] * ofOthers, inFavour[1], votes[1], product);
        uint256 mirrored =
            OutcomeMath.part(weights[0] * ofInvestors, votes[0] - inFavour[0], votes[0], product) +
                OutcomeMath.part(weights[1] * ofOthers, votes[1] - inFavour[1], votes[1], product);
        assert(numerator + mirrored == whole * product);
    }

    /// @notice One more vote for in a class that counts never turns carried into lost, whatever the other classes did.
    /// @param others what the other classes add, over the product of their votes `rest`
    function moreFor(
        Kind kind,
        uint256 factor,
        uint256 inFavour,
        uint256 votes,
        uint256 others,
        uint256 rest,
        uint256 whole,
        uint256 share
    ) external pure {
        require(factor < 2 ** 38 && whole < 2 ** 38 && rest < 2 ** 168 && others < 2 ** 206 && share <= ONE);
        require(votes != 0 && votes < LARGEST_CLASS && inFavour <= votes);
        uint256 before = others * votes + OutcomeMath.part(factor, inFavour, votes, votes * rest);
        require(OutcomeMath.reaches(kind, before, whole * votes * rest, share));
        uint256 next = votes + 1;
        uint256 numerator = others * next + OutcomeMath.part(factor, inFavour + 1, next, next * rest);
        assert(OutcomeMath.reaches(kind, numerator, whole * next * rest, share));
    }
}

/// @title The classes: which count, and which stop a proposal (C2, C4)
contract ClassProof {
    /// @notice A class counts exactly when one member and 5 % of its roll voted.
    function counting(uint256 votes, uint256 roll) external pure {
        require(votes <= LARGEST_CLASS && roll <= LARGEST_CLASS);
        assert(OutcomeMath.counts(votes, roll) == (votes >= 1 && votes * ONE >= roll * 500));
    }

    /// @notice C4: a class with more for than against never stops a proposal, any other does; but a class of fewer than
    /// three or of investors only while the others, if any voted, support it by less than three quarters.
    function stopping(
        uint256 roll,
        bool ofInvestors,
        uint256 inFavour,
        uint256 against,
        uint256 othersFor,
        uint256 othersAgainst
    ) external pure {
        require(inFavour <= LARGEST_CLASS && against <= LARGEST_CLASS);
        require(othersFor <= LARGEST_ROLL && othersAgainst <= LARGEST_ROLL);
        bool stops = OutcomeMath.stops(roll, ofInvestors, inFavour, against, othersFor, othersAgainst);
        uint256 others = othersFor + othersAgainst;
        bool supported = others != 0 && othersFor * ONE >= others * 7_500;
        if (inFavour > against) assert(!stops);
        else if (roll >= 3 && !ofInvestors) assert(stops);
        else assert(stops != supported);
    }

    /// @notice C4: more votes for, in the class or elsewhere, never make a class that counts stop what it did not stop.
    function moreFor(
        uint256 roll,
        bool ofInvestors,
        uint256[2] memory inFavour,
        uint256[2] memory against,
        uint256[2] memory more
    ) external pure {
        require(inFavour[0] <= LARGEST_CLASS && against[0] <= LARGEST_CLASS && more[0] <= LARGEST_CLASS);
        require(inFavour[1] <= LARGEST_ROLL && against[1] <= LARGEST_ROLL && more[1] <= LARGEST_ROLL);
        require(!OutcomeMath.stops(roll, ofInvestors, inFavour[0], against[0], inFavour[1], against[1]));
        assert(
            !OutcomeMath.stops(roll, ofInvestors, inFavour[0] + more[0], against[0], inFavour[1] + more[1], against[1])
        );
    }
}

/// @title Held, passed, adjourned or defeated (V3, V5, V10, V12)
contract VerdictProof {
    /// @notice V10: held only where blocks can hold, by one block at least, by the number and by the share of the ballots;
    /// and always by the blocks that the outcome names.
    function holding(
        Kind kind,
        bool mayHold,
        uint256 blocks,
        uint256 ballots,
        uint256 share,
        uint256 number
    ) external pure {
        require(blocks <= ballots && ballots <= LARGEST_ROLL && share <= ONE && number <= LARGEST_CLASS);
        uint256 toHold = OutcomeMath.blocksToHold(kind, mayHold, ballots, share, number);
        if (OutcomeMath.isHeld(blocks, toHold)) {
            assert(mayHold && kind <= Kind.Ordinary && share != 0);
            assert(blocks != 0 && blocks >= number);
            assert(blocks * ONE >= ballots * share);
        } else if (blocks != 0 && blocks >= number && blocks * ONE >= ballots * share) {
            assert(!mayHold || kind >= Kind.Extraordinary || share == 0);
        }
    }

    /// @notice Passed exactly with the majority, the quorum and the turnout, and only then carried; adjourned exactly with
    /// the majority alone, where that is allowed; never held here.
    function concluding(
        uint8 majority,
        uint256 ballots,
        uint256 quorum,
        uint256 turnout,
        bool mayAdjourn
    ) external pure {
        require(majority <= uint8(type(Reason).max));
        Reason missed = Reason(majority);
        (Verdict verdict, Reason reason) = OutcomeMath.conclude(missed, ballots, quorum, turnout, mayAdjourn);
        bool carried = missed == Reason.Carried;
        bool present = ballots >= quorum && ballots >= turnout;
        assert((verdict == Verdict.Passed) == (carried && present));
        assert((verdict == Verdict.Passed) == (reason == Reason.Carried));
        assert((verdict == Verdict.Adjourned) == (carried && !present && mayAdjourn));
        assert(verdict != Verdict.Held);
    }
}
