// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {KindRule, Rules} from "../../contracts/interfaces/IAssembly.sol";
import {Appointment} from "../../contracts/interfaces/IAuthority.sol";
import {Charter} from "../../contracts/interfaces/ICoopFactory.sol";
import {MarketTerms} from "../../contracts/interfaces/IJobMarket.sol";
import {ClassDeclaration, ClassKind, Founder, MembershipTerms} from "../../contracts/interfaces/IMemberRegister.sol";
import {ShareTerms} from "../../contracts/interfaces/IMemberShares.sol";
import {SurplusTerms} from "../../contracts/interfaces/ISurplus.sol";
import {Roles} from "../../contracts/libraries/Roles.sol";
import {Cheats} from "./Cheats.sol";

/// @title The co-op of these tests: who there is and by which rules they decide
abstract contract Setting is Cheats {
    uint256 internal constant PEOPLE = 33;
    uint256 internal constant MEMBERS = 27;
    uint256 internal constant FOUNDERS = 12;
    uint256 internal constant DIRECTORS = 3;
    uint256 internal constant EURO = 1e6;
    /// @dev How many kinds of success are counted.
    uint256 internal constant ACTS = 38;
    /// @dev The board's term at founding: the longest there is (B2).
    uint256 internal constant TERM = 365 days;

    /// @dev The runs of `suite` are not empty: every common success has happened in some of the first hundred of them, every one in
    /// some of the first five hundred.
    /// @param happened what this run saw, `common` and `all` what there is to see: one bit each
    function _requireLively(string memory suite, uint256 happened, uint256 common, uint256 all) internal {
        string memory acts = string.concat(suite, "_ACTS");
        string memory lives = string.concat(suite, "_RUNS");
        uint256 seen = VM.envOr(acts, uint256(0)) | happened;
        uint256 runs = VM.envOr(lives, uint256(0)) + 1;
        VM.setEnv(acts, Strings.toString(seen));
        VM.setEnv(lives, Strings.toString(runs));
        uint256 missing = (runs < 500 ? common : all) & ~seen;
        require(
            runs < 100 || missing == 0,
            string.concat("never happened: act ", Strings.toString(Math.log2(missing)))
        );
    }

    /// @dev Twelve founders in four classes; then fifteen more drivers, so that one of them may speak for two. Six people
    /// more are not members.
    function _classOf(uint256 who) internal pure returns (uint8) {
        return who < FOUNDERS ? [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3][who] : 0;
    }

    function _keyOf(uint256 who) internal pure returns (uint256) {
        return 0xa11ce + who;
    }

    function _kindOf(uint256 class) internal pure returns (ClassKind) {
        return [ClassKind.Worker, ClassKind.User, ClassKind.Supporter, ClassKind.Investor][class];
    }

    function _nameOf(uint256 class) internal pure returns (string memory) {
        return ["Workers", "Users", "Supporters", "Investors"][class];
    }

    /// @dev The first three founders are the board.
    function _charter(address euro) internal view returns (Charter memory charter) {
        charter.name = "Invariant co-op";
        charter.purpose = "To hold whatever happens.";
        charter.classes = new ClassDeclaration[](4);
        for (uint256 i = 0; i < 4; ++i) {
            charter.classes[i] = ClassDeclaration(_kindOf(i), _nameOf(i));
        }
        charter.rules = _rules(0);
        charter.membership = MembershipTerms(30 days, 30 days, 14 days);
        charter.body = address(0xb0d7);
        charter.settlementToken = euro;
        charter.haltLimit = 7 days;
        charter.shares = ShareTerms(EURO, 1, 100_000, 90 days, 180 days, 500);
        charter.market = MarketTerms(1_000, 5_000, 5_000, 3 days, 14 days, 5_000, 150, false);
        charter.surplus = SurplusTerms(91 days, 2_000, 500, 0);
        charter.founders = new Founder[](FOUNDERS);
        for (uint256 i = 0; i < FOUNDERS; ++i) {
            charter.founders[i] = Founder(VM.addr(_keyOf(i)), _classOf(i), 0);
        }
        charter.officers = new Appointment[](DIRECTORS);
        for (uint256 i = 0; i < DIRECTORS; ++i) {
            charter.officers[i] = Appointment(Roles.BOARD, VM.addr(_keyOf(i)), uint48(block.timestamp + TERM));
        }
    }

    /// @dev 0: the rulebook's defaults by weight, with investors who would weigh more than they may (C2); 1: shorter and
    /// stricter rules by heads; 2: by weight, with equal classes and longer dates.
    function _rules(uint256 variant) internal pure returns (Rules memory rules) {
        KindRule memory ordinary = KindRule(14 days, 14 days, 3, 2_500, 5_000, 0, 3 days, 30 days, false);
        if (variant == 1) ordinary = KindRule(5 days, 10 days, 5, 6_000, 6_000, 0, 2 days, 20 days, false);
        if (variant == 2) ordinary = KindRule(15 days, 20 days, 2, 500, 5_500, 0, 5 days, 40 days, true);
        for (uint256 i = 0; i < 4; ++i) {
            rules.kinds[i] = KindRule(
                i == 0 ? 0 : (i == 3 ? 28 days : ordinary.notice),
                ordinary.period,
                ordinary.quorumNumber,
                ordinary.quorumShare,
                i < 2 ? ordinary.threshold : 7_500,
                i < 2 ? 0 : 5_100,
                ordinary.delay,
                ordinary.window,
                i == 3 || ordinary.everyClass
            );
        }
        uint16[8] memory weights = [uint16(3_000), 2_000, 1_500, 3_500, 0, 0, 0, 0];
        if (variant == 2) weights = [uint16(2_500), 2_500, 2_500, 2_500, 0, 0, 0, 0];
        (rules.voting.weights, rules.voting.byWeight) = (weights, variant != 1);
        (rules.voting.investorCap, rules.voting.blockShare, rules.voting.blockNumber) = (2_500, 1_000, 2);
        (rules.voting.secondersShare, rules.voting.secondersNumber) = (1_000, 100);
        (rules.voting.barredFor, rules.voting.proxyLimit, rules.voting.disposalShare) = (180 days, 5, 3_333);
    }
}
