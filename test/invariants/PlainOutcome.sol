// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ClassTally, Kind, KindRule, Terms, Verdict, VotingRule} from "../../contracts/interfaces/IAssembly.sol";
import {ClassKind} from "../../contracts/interfaces/IMemberRegister.sol";

/// @title The outcome of a vote, written a second time from the rulebook and for small numbers only
/// @dev Shares are fractions that are added one by one; nothing is taken from `OutcomeLib` or `OutcomeMath`.
library PlainOutcome {
    /// @dev Of a class or of all: who voted for, against (blocks among them), and how many ballots there were.
    struct Heads {
        uint256 yes;
        uint256 no;
        uint256 blocks;
        uint256 ballots;
        uint256 roll;
    }

    function verdict(
        Kind kind,
        KindRule memory rule,
        VotingRule memory voting,
        ClassTally[] memory classes,
        Terms memory terms
    ) internal pure returns (Verdict) {
        Heads memory all = sum(classes);
        if (terms.mayHold && kind <= Kind.Ordinary && voting.blockShare != 0) {
            bool enough = all.blocks * 10_000 >= all.ballots * voting.blockShare;
            if (enough && all.blocks >= voting.blockNumber) return Verdict.Held;
        }
        bool carried = _majority(kind, rule.threshold, voting, classes, all);
        if (carried && (rule.everyClass || terms.everyClass)) carried = _everyClass(classes, all);
        bool present = all.ballots >= _quorum(kind, rule, all.roll, terms.relieved);
        present = present && all.ballots >= _turnout(kind, rule, all.roll, terms.relieved);
        if (carried && present) return Verdict.Passed;
        return carried && terms.mayAdjourn ? Verdict.Adjourned : Verdict.Defeated;
    }

    function sum(ClassTally[] memory classes) internal pure returns (Heads memory all) {
        for (uint256 i = 0; i < classes.length; ++i) {
            Heads memory h = heads(classes[i]);
            all.yes += h.yes;
            all.no += h.no;
            all.blocks += h.blocks;
            all.ballots += h.ballots;
            all.roll += h.roll;
        }
    }

    function heads(ClassTally memory t) internal pure returns (Heads memory) {
        uint256 no = uint256(t.votes[0]) + t.votes[3];
        return Heads(t.votes[1], no, t.votes[3], no + t.votes[1] + t.votes[2], t.roll);
    }

    /// @dev V4, V5, C2.
    function _majority(
        Kind kind,
        uint256 threshold,
        VotingRule memory voting,
        ClassTally[] memory classes,
        Heads memory all
    ) private pure returns (bool) {
        (uint256 top, uint256 bottom) = voting.byWeight ? _shareByWeight(voting, classes) : (all.yes, all.yes + all.no);
        if (bottom == 0) return false;
        return kind <= Kind.Ordinary ? top * 10_000 > bottom * threshold : top * 10_000 >= bottom * threshold;
    }

    function _shareByWeight(
        VotingRule memory voting,
        ClassTally[] memory classes
    ) private pure returns (uint256 top, uint256 bottom) {
        uint256 investors;
        uint256 others;
        for (uint256 i = 0; i < classes.length; ++i) {
            if (!_counts(classes[i])) continue;
            if (_isInvestor(classes[i])) investors += voting.weights[i];
            else others += voting.weights[i];
        }
        if (others == 0) return (0, 0);
        // Cut back when they would weigh more than their cap of all that count.
        bool cut = investors * 10_000 > voting.investorCap * (investors + others);
        bottom = 1;
        for (uint256 i = 0; i < classes.length; ++i) {
            if (!_counts(classes[i])) continue;
            Heads memory h = heads(classes[i]);
            uint256 a = h.yes * voting.weights[i];
            uint256 b = (h.yes + h.no) * (investors + others);
            if (cut) {
                bool investor = _isInvestor(classes[i]);
                a = h.yes * voting.weights[i] * (investor ? voting.investorCap : 10_000 - voting.investorCap);
                b = (h.yes + h.no) * 10_000 * (investor ? investors : others);
            }
            (top, bottom) = (top * b + a * bottom, bottom * b);
        }
    }

    /// @dev C4.
    function _everyClass(ClassTally[] memory classes, Heads memory all) private pure returns (bool) {
        for (uint256 i = 0; i < classes.length; ++i) {
            Heads memory h = heads(classes[i]);
            if (!_counts(classes[i]) || h.yes > h.no) continue;
            bool mayBeOverruled = _isInvestor(classes[i]) || h.roll < 3;
            uint256 othersYes = all.yes - h.yes;
            uint256 others = othersYes + all.no - h.no;
            if (!mayBeOverruled || others == 0 || othersYes * 4 < others * 3) return false;
        }
        return true;
    }

    /// @dev V3, and V12 for what is put again.
    function _quorum(Kind kind, KindRule memory rule, uint256 roll, bool relieved) private pure returns (uint256 need) {
        need = _most(_up(roll * rule.quorumShare, 10_000), rule.quorumNumber);
        if (need > roll) need = roll;
        if (relieved && kind <= Kind.Ordinary) need = _most(_up(need, 2), _floor(roll));
    }

    /// @dev V5, and V12 for what is put again.
    function _turnout(
        Kind kind,
        KindRule memory rule,
        uint256 roll,
        bool relieved
    ) private pure returns (uint256 need) {
        need = _up(roll * rule.turnout, 10_000);
        if (relieved && kind > Kind.Ordinary) need = _most(_up(need, 3), _floor(roll));
    }

    /// @dev V12: never under 5 % of the roll and two members, or the whole roll.
    function _floor(uint256 roll) private pure returns (uint256 least) {
        least = _most(_up(roll, 20), 2);
        if (least > roll) least = roll;
    }

    function _counts(ClassTally memory t) private pure returns (bool) {
        Heads memory h = heads(t);
        return h.yes + h.no >= _most(1, _up(h.roll, 20));
    }

    function _isInvestor(ClassTally memory t) private pure returns (bool) {
        return t.kind == uint8(ClassKind.Investor);
    }

    function _most(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }

    function _up(uint256 a, uint256 b) private pure returns (uint256) {
        return (a + b - 1) / b;
    }
}
