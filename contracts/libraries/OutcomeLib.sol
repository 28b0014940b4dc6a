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

/// @title The outcome of a vote: one pure function from rules and tallies to a verdict and its reason
/// @notice Everything that decides is here and nothing else is. Contract, dApp and audit give the same answer: the
/// TypeScript twin is `books/outcome.ts`.
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

    uint256 internal constant ONE = 10_000;
    /// @dev A class counts when 20 times its votes reach its roll: 5 %.
    uint256 private constant COUNTS_FACTOR = 20;
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
        o.turnout = uint32(_ceilShare(o.roll, rule.turnout));
        if (terms.relieved) _relieve(o, kind);

        // V10: enough blocks hold an ordinary or advisory proposal, whatever else was voted.
        if (terms.mayHold && kind <= Kind.Ordinary && voting.blockShare != 0) {
            uint256 share = _ceilShare(o.ballots, voting.blockShare);
            o.blocksToHold = uint32(share > voting.blockNumber ? share : voting.blockNumber);
            if (o.blocks != 0 && o.blocks >= o.blocksToHold) {
                (o.verdict, o.reason) = (Verdict.Held, Reason.Blocked);
                return o;
            }
        }

        (bool carried, Reason reason) = voting.byWeight ? _byWeight(o, voting, classes) : _byHeads(o);
        if (carried) {
            carried = _reaches(o, kind, rule.threshold);
            if (!carried) reason = Reason.MajorityMissed;
        }
        if (carried && (rule.everyClass || terms.everyClass)) {
            o.class = _stoppedBy(o, classes);
            carried = o.class == NO_CLASS;
            if (!carried) reason = Reason.ClassAgainst;
        }

        // The reason given is the first requirement missed, in the order of `Reason`.
        bool present = true;
        if (o.ballots < o.turnout) (present, reason) = (false, Reason.TurnoutMissed);
        if (o.ballots < o.quorum) (present, reason) = (false, Reason.QuorumMissed);

        if (carried && present) (o.verdict, o.reason) = (Verdict.Passed, Reason.Carried);
        else (o.verdict, o.reason) = (carried && terms.mayAdjourn ? Verdict.Adjourned : Verdict.Defeated, reason);
    }

    /// @notice Votes of a class: for, against and blocks (which count against).
    function votesOf(ClassTally memory t) internal pure returns (uint256) {
        return uint256(t.votes[uint8(Position.For)]) + againstOf(t);
    }

    /// @notice Votes of a class against, blocks among them.
    function againstOf(ClassTally memory t) internal pure returns (uint256) {
        return uint256(t.votes[uint8(Position.Against)]) + t.votes[uint8(Position.Block)];
    }

    /// @notice Whether a class counts in the result: at least one vote, and votes of at least 5 % of its roll.
    function counts(ClassTally memory t) internal pure returns (bool) {
        uint256 votes = votesOf(t);
        return votes != 0 && votes * COUNTS_FACTOR >= t.roll;
    }

    /// @dev Sums over all classes, by heads.
    function _addUp(Outcome memory o, ClassTally[] memory classes) private pure {
        for (uint256 i = 0; i < classes.length; ++i) {
            ClassTally memory t = classes[i];
            o.roll += t.roll;
            o.inFavour += t.votes[uint8(Position.For)];
            o.against += uint32(againstOf(t));
            o.blocks += t.votes[uint8(Position.Block)];
            o.ballots += uint32(votesOf(t)) + t.votes[uint8(Position.Abstain)];
            if (counts(t)) o.counting |= uint8(1 << i);
        }
    }

    /// @dev V12: put again after an adjournment, an ordinary proposal needs half the quorum, a stricter one a third of
    /// the turnout, rounded up; never under 5 % of the roll and two members, or the whole roll if it is smaller.
    function _relieve(Outcome memory o, Kind kind) private pure {
        uint32 least = needed(o.roll, 2, 500);
        if (kind <= Kind.Ordinary) o.quorum = _atLeast((o.quorum + 1) / 2, least);
        else o.turnout = _atLeast((o.turnout + 2) / 3, least);
    }

    function _atLeast(uint32 value, uint32 least) private pure returns (uint32) {
        return value < least ? least : value;
    }

    /// @dev V4 by heads: all votes, whatever class they come from.
    function _byHeads(Outcome memory o) private pure returns (bool, Reason) {
        o.shareNumerator = o.inFavour;
        o.shareDenominator = uint256(o.inFavour) + o.against;
        return o.shareDenominator == 0 ? (false, Reason.NoVotes) : (true, Reason.Carried);
    }

    /// @dev C2 by class weight, on the common denominator described above.
    function _byWeight(
        Outcome memory o,
        VotingRule memory voting,
        ClassTally[] memory classes
    ) private pure returns (bool, Reason) {
        uint256 investors;
        uint256 others;
        uint256 product = 1;
        for (uint256 i = 0; i < classes.length; ++i) {
            if (!_isCounting(o, i)) continue;
            if (_isInvestor(classes[i])) investors += voting.weights[i];
            else others += voting.weights[i];
            product *= votesOf(classes[i]);
        }
        if (others == 0) return (false, o.counting == 0 ? Reason.NoVotes : Reason.OnlyInvestors);

        bool capped = investors * ONE > uint256(voting.investorCap) * (investors + others);
        for (uint256 i = 0; i < classes.length; ++i) {
            if (!_isCounting(o, i)) continue;
            uint256 factor = voting.weights[i];
            if (capped) {
                factor *=
                    _isInvestor(classes[i])
                        ? uint256(voting.investorCap) * others
                        : (ONE - voting.investorCap) * investors;
            }
            uint256 inFavour = classes[i].votes[uint8(Position.For)];
            // Exact: the class's votes are a factor of the product.
            o.shareNumerator += factor * inFavour * (product / votesOf(classes[i]));
        }
        o.shareDenominator = (capped ? ONE * investors * others : investors + others) * product;
        return (true, Reason.Carried);
    }

    /// @dev V4: more than the threshold for advisory and ordinary, so that a tie is lost. V5: at least it for the rest.
    function _reaches(Outcome memory o, Kind kind, uint256 threshold) private pure returns (bool) {
        uint256 have = o.shareNumerator * ONE;
        uint256 need = o.shareDenominator * threshold;
        return kind <= Kind.Ordinary ? have > need : have >= need;
    }

    /// @dev C4: the first counting class without more for than against that may stop the proposal, or NO_CLASS.
    function _stoppedBy(Outcome memory o, ClassTally[] memory classes) private pure returns (uint8) {
        for (uint8 i = 0; i < classes.length; ++i) {
            ClassTally memory t = classes[i];
            uint256 inFavour = t.votes[uint8(Position.For)];
            if (!_isCounting(o, i) || inFavour > againstOf(t)) continue;
            if (t.roll >= 3 && !_isInvestor(t)) return i;
            // A small class, or investors, can not stop what three quarters of all other votes support.
            uint256 othersFor = o.inFavour - inFavour;
            uint256 othersAll = uint256(o.inFavour) + o.against - votesOf(t);
            if (othersAll == 0 || othersFor * 4 < othersAll * 3) return i;
        }
        return NO_CLASS;
    }

    /// @notice Ballots needed of a roll (V3): the greater of a number and a share, rounded up, never more than the roll.
    function needed(uint256 roll, uint256 number, uint256 share) internal pure returns (uint32) {
        uint256 ballots = _ceilShare(roll, share);
        if (ballots < number) ballots = number;
        return uint32(ballots > roll ? roll : ballots);
    }

    function _ceilShare(uint256 whole, uint256 share) private pure returns (uint256) {
        return (whole * share + ONE - 1) / ONE;
    }

    function _isCounting(Outcome memory o, uint256 class) private pure returns (bool) {
        return o.counting & (1 << class) != 0;
    }

    function _isInvestor(ClassTally memory t) private pure returns (bool) {
        return t.kind == uint8(ClassKind.Investor);
    }
}
