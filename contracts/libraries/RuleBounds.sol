// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Kind, KindRule, Rules, VotingRule} from "../interfaces/IAssembly.sol";
import {ClassKind, ClassRoll} from "../interfaces/IMemberRegister.sol";

/// @title The hard bounds of the voting rules, which no resolution can leave
/// @notice Every bound is a clause of docs/rulebook.md and carries its identifier. A charter and a change of rules pass
/// through the same check.
library RuleBounds {
    /// @notice A rule is outside its hard bound. `clause` is its identifier in docs/rulebook.md.
    error RuleOutOfBounds(bytes4 clause, Kind kind);
    /// @notice A resolution of `kind` would be easier to pass than one of the kind below it. `clause` is the one that says what
    /// makes it stricter (V4, V5, V6).
    error RulesContradict(bytes4 clause, Kind kind);

    uint256 private constant ONE = 10_000;

    /// @notice Reverts with the first clause that `rules` break for a co-op with these classes.
    function check(Rules memory rules, ClassRoll[] memory classes) public pure {
        _checkVoting(rules.voting, classes);
        for (uint256 k = 0; k < 4; ++k) {
            _checkKind(Kind(k), rules.kinds[k]);
        }
        for (uint256 k = 1; k < 4; ++k) {
            _checkStep(Kind(k), rules.kinds[k - 1], rules.kinds[k]);
        }
    }

    function _checkVoting(VotingRule memory v, ClassRoll[] memory classes) private pure {
        uint256 sum;
        uint256 others;
        bool voiceless;
        for (uint256 i = 0; i < 8; ++i) {
            sum += v.weights[i];
            if (i >= classes.length) _require(v.weights[i] == 0, "C1", Kind.Advisory);
            if (i >= classes.length || classes[i].kind == ClassKind.Investor) continue;
            others += v.weights[i];
            if (v.weights[i] == 0) voiceless = v.byWeight;
        }
        _require(sum == ONE, "C1", Kind.Advisory);
        // Investors alone decide nothing: without other weights no resolution could ever pass.
        _require(others != 0, "C2", Kind.Advisory);
        // A member has a vote. Investors can do without.
        _require(!voiceless, "M1", Kind.Advisory);
        _require(v.investorCap <= 2_500, "C2", Kind.Advisory);
        _require(v.secondersShare <= 1_000 && v.secondersNumber <= 100, "V8", Kind.Advisory);
        _require(v.barredFor <= 365 days, "V9", Kind.Advisory);
        _require(v.proxyLimit <= 10, "V11", Kind.Advisory);
        _require(v.disposalShare <= 5_000, "V7", Kind.Advisory);
        bool off = v.blockShare == 0 && v.blockNumber == 0;
        _require(off || (v.blockShare >= 100 && v.blockShare <= ONE && v.blockNumber >= 1), "V10", Kind.Advisory);
    }

    /// @dev Nobody gains by asking for a stricter kind, nor loses by it: what every one of them asks for grows from kind to kind.
    function _checkStep(Kind kind, KindRule memory below, KindRule memory above) private pure {
        bool asStrict =
            above.threshold >= below.threshold &&
                above.turnout >= below.turnout &&
                above.notice >= below.notice &&
                above.quorumNumber >= below.quorumNumber &&
                above.quorumShare >= below.quorumShare &&
                (above.everyClass || !below.everyClass);
        // An ordinary one needs more than its threshold, an extraordinary one just that.
        if (kind == Kind.Extraordinary && above.threshold == below.threshold) asStrict = false;
        if (asStrict) return;
        revert RulesContradict(
            kind == Kind.Ordinary
                ? bytes4("V4")
                : kind == Kind.Extraordinary
                    ? bytes4("V5")
                    : bytes4("V6"),
            kind
        );
    }

    function _checkKind(Kind kind, KindRule memory r) private pure {
        bool strict = kind >= Kind.Extraordinary;
        uint256 leastNotice =
            kind == Kind.Advisory
                ? 0
                : kind == Kind.Constitutional
                    ? 14 days
                    : 3 days;
        _require(
            r.notice >= leastNotice && r.notice <= 365 days,
            kind == Kind.Constitutional ? bytes4("V6") : bytes4("V1"),
            kind
        );
        _require(r.period >= 1 days && r.period <= 60 days, "V2", kind);
        _require(r.quorumNumber >= 2 && r.quorumShare >= 500 && r.quorumShare <= ONE, "V3", kind);
        if (strict) {
            _require(r.threshold >= 6_600 && r.threshold <= ONE, "V5", kind);
            _require(r.turnout >= 3_300 && r.turnout <= ONE, "V5", kind);
        } else {
            _require(r.threshold >= 5_000 && r.threshold < ONE, "V4", kind);
            _require(r.turnout <= ONE, "V4", kind);
        }
        _require(r.everyClass || kind != Kind.Constitutional, "V6", kind);
        _require(r.delay >= 1 days && r.delay <= 30 days, "V13", kind);
        _require(r.window >= 7 days && r.window <= 180 days, "V13", kind);
    }

    function _require(bool lawful, bytes4 clause, Kind kind) private pure {
        if (!lawful) revert RuleOutOfBounds(clause, kind);
    }
}
