// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {
    ClassTally,
    Kind,
    KindRule,
    Outcome,
    Position,
    ProposalRecord,
    Reason,
    Rules,
    Terms,
    Verdict,
    VotingRule
} from "../interfaces/IAssembly.sol";
import {ClassKind} from "../interfaces/IMemberRegister.sol";
import {BallotBox} from "./BallotBox.sol";
import {OutcomeMath} from "./OutcomeMath.sol";

/// @title The outcome of a vote: one pure function from rules and tallies to a verdict and its reason
/// @notice Everything that decides is here and nothing else is; its arithmetic, in `OutcomeMath`, is proved. Contract, dApp
/// and audit give the same answer: the TypeScript twin is `books/outcome.ts`.
///
/// **Words.** *Votes* are for and against; *ballots* are all positions. A block either holds the proposal or counts
/// against it (V10; docs/decisions/0004). A class *counts* when at least the greater of one member and 5 % of its roll
/// voted.
///
/// **By heads** the share in favour is `for / votes`.
///
/// **By weight** (C2), over the classes that count, with weights w, votes n and votes for f:
///
///     share = sum of  s_i * f_i / n_i      where  s_i = w_i / W        W = sum of the counting weights
///
/// and when the investor classes among them would weigh more than the cap c, with I and O the weights of investors and
/// of the others:
///
///     s_i = c * w_i / I  for investors     s_i = (1 - c) * w_i / O  for the others
///
/// **Exactness.** Nothing is divided. With P the product of all n_i the share is `numerator / (D * P)`, where D is W, or
/// 10,000 * I * O under the cap. Eight classes of fewer than 2**24 votes make P < 2**192; I + O <= 10,000 makes
/// D < 2**38; so every product below stays under 2**245.
library OutcomeLib {
    using BallotBox for BallotBox.Box;

    uint8 private constant NO_CLASS = 255;

    /// @notice The tallies of a ballot box, one per class.
    function tallies(BallotBox.Box storage box, uint8 classes) public view returns (ClassTally[] memory list) {
        list = new ClassTally[](classes);
        for (uint8 class = 0; class < classes; ++class) {
            (list[class].kind, list[class].roll) = box.rollOf(class);
            for (uint256 position = 0; position < 4; ++position) {
                list[class].votes[position] = box.count(class, position + 1);
            }
        }
    }

    /// @notice The outcome of a proposal on the ballots in its box so far.
    function ofProposal(
        BallotBox.Box storage box,
        ProposalRecord memory record,
        Rules storage rules
    ) public view returns (Outcome memory) {
        KindRule memory rule = rules.kinds[uint8(record.kind)];
        return decide(record.kind, rule, rules.voting, tallies(box, record.classes), termsOf(record));
    }

    /// @notice What a proposal's record says of its terms.
    function termsOf(ProposalRecord memory record) internal pure returns (Terms memory) {
        return Terms(record.mayHold, record.mayAdjourn, record.relieved, record.everyClass);
    }

    /// @notice The outcome of a vote on these tallies.
    /// @param kind the kind of resolution
    /// @param rule what that kind requires
    /// @param voting how votes are weighed
    /// @param classes what each class did, by class index; at most eight
    /// @param terms what the proposal's own history adds
    function decide(
        Kind kind,
        KindRule memory rule,
        VotingRule memory voting,
        ClassTally[] memory classes,
        Terms memory terms
    ) public pure returns (Outcome memory o) {
        _addUp(o, classes);
        o.class = NO_CLASS;
        o.quorum = needed(o.roll, rule.quorumNumber, rule.quorumShare);
        o.turnout = uint32(OutcomeMath.ceilShare(o.roll, rule.turnout));
        if (terms.relieved) _relieve(o, kind);

        // V10: enough blocks hold an ordinary or advisory proposal, whatever else was voted.
        o.blocksToHold = uint32(
            OutcomeMath.blocksToHold(kind, terms.mayHold, o.ballots, voting.blockShare, voting.blockNumber)
        );
        if (OutcomeMath.isHeld(o.blocks, o.blocksToHold)) {
            (o.verdict, o.reason) = (Verdict.Held, Reason.Blocked);
            return o;
        }

        if (voting.byWeight) _byWeight(o, voting, classes);
        else _byHeads(o);
        Reason missed = Reason.Carried;
        if (!OutcomeMath.reaches(kind, o.shareNumerator, o.shareDenominator, rule.threshold)) {
            missed = _whyLost(o, voting.byWeight);
        } else if (rule.everyClass || terms.everyClass) {
            o.class = _stoppedBy(o, classes);
            if (o.class != NO_CLASS) missed = Reason.ClassAgainst;
        }
        (o.verdict, o.reason) = OutcomeMath.conclude(missed, o.ballots, o.quorum, o.turnout, terms.mayAdjourn);
    }

    /// @notice Votes of a class: for, against and blocks (which count against).
    function votesOf(ClassTally memory t) internal pure returns (uint256) {
        return uint256(t.votes[uint8(Position.For)]) + againstOf(t);
    }

    /// @notice Votes of a class against, blocks among them.
    function againstOf(ClassTally memory t) internal pure returns (uint256) {
        return uint256(t.votes[uint8(Position.Against)]) + t.votes[uint8(Position.Block)];
    }

    /// @dev Sums over all classes, by heads.
    function _addUp(Outcome memory o, ClassTally[] memory classes) private pure {
        for (uint256 i = 0; i < classes.length; ++i) {
            ClassTally memory t = classes[i];
            o.roll += t.roll;
            o.inFavour += t.votes[uint8(Position.For)];
            o.against += uint32(againstOf(t));
            o.blocks += t.votes[uint8(Position.Block)];
            uint256 votes = votesOf(t);
            o.ballots += uint32(votes) + t.votes[uint8(Position.Abstain)];
            if (OutcomeMath.counts(votes, t.roll)) o.counting |= uint8(1 << i);
        }
    }

    /// @dev V12: put again after an adjournment, an ordinary proposal needs half the quorum, a stricter one a third of
    /// the turnout.
    function _relieve(Outcome memory o, Kind kind) private pure {
        if (kind <= Kind.Ordinary) o.quorum = uint32(OutcomeMath.relieved(o.quorum, 2, o.roll));
        else o.turnout = uint32(OutcomeMath.relieved(o.turnout, 3, o.roll));
    }

    /// @dev V4 by heads: all votes, whatever class they come from.
    function _byHeads(Outcome memory o) private pure {
        o.shareNumerator = o.inFavour;
        o.shareDenominator = uint256(o.inFavour) + o.against;
    }

    /// @dev C2 by class weight, on the common denominator described above; it is zero when only investors count.
    function _byWeight(Outcome memory o, VotingRule memory voting, ClassTally[] memory classes) private pure {
        uint256 investors;
        uint256 others;
        uint256 product = 1;
        for (uint256 i = 0; i < classes.length; ++i) {
            if (!_isCounting(o, i)) continue;
            if (_isInvestor(classes[i])) investors += voting.weights[i];
            else others += voting.weights[i];
            product *= votesOf(classes[i]);
        }
        if (others == 0) return;

        (uint256 ofInvestors, uint256 ofOthers, uint256 whole) = OutcomeMath.worth(
            investors,
            others,
            voting.investorCap
        );
        for (uint256 i = 0; i < classes.length; ++i) {
            if (!_isCounting(o, i)) continue;
            ClassTally memory t = classes[i];
            uint256 factor = voting.weights[i] * (_isInvestor(t) ? ofInvestors : ofOthers);
            o.shareNumerator += OutcomeMath.part(factor, t.votes[uint8(Position.For)], votesOf(t), product);
        }
        o.shareDenominator = whole * product;
    }

    /// @dev Why the majority was missed.
    function _whyLost(Outcome memory o, bool byWeight) private pure returns (Reason) {
        if (o.shareDenominator != 0) return Reason.MajorityMissed;
        return byWeight && o.counting != 0 ? Reason.OnlyInvestors : Reason.NoVotes;
    }

    /// @dev C4: the first counting class that stops the proposal, or NO_CLASS.
    function _stoppedBy(Outcome memory o, ClassTally[] memory classes) private pure returns (uint8) {
        for (uint8 i = 0; i < classes.length; ++i) {
            if (!_isCounting(o, i)) continue;
            ClassTally memory t = classes[i];
            uint256 inFavour = t.votes[uint8(Position.For)];
            uint256 against = againstOf(t);
            bool stopped = OutcomeMath.stops(
                t.roll,
                _isInvestor(t),
                inFavour,
                against,
                o.inFavour - inFavour,
                o.against - against
            );
            if (stopped) return i;
        }
        return NO_CLASS;
    }

    /// @notice Ballots needed of a roll (V3), as the register counts members.
    function needed(uint256 roll, uint256 number, uint256 share) internal pure returns (uint32) {
        return uint32(OutcomeMath.needed(roll, number, share));
    }

    function _isCounting(Outcome memory o, uint256 class) private pure returns (bool) {
        return o.counting & (1 << class) != 0;
    }

    function _isInvestor(ClassTally memory t) private pure returns (bool) {
        return t.kind == uint8(ClassKind.Investor);
    }
}
