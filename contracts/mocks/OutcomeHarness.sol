// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ClassTally, Kind, KindRule, Outcome, Terms, VotingRule} from "../interfaces/IAssembly.sol";
import {OutcomeLib} from "../libraries/OutcomeLib.sol";

/// @title Many outcomes in one call, so that a fuzz test can compare thousands with the TypeScript twin
contract OutcomeHarness {
    struct Case {
        Kind kind;
        KindRule rule;
        VotingRule voting;
        ClassTally[] classes;
        Terms terms;
    }

    /// @notice The outcome of every case, in order.
    function decideAll(Case[] memory cases) external pure returns (Outcome[] memory outcomes) {
        outcomes = new Outcome[](cases.length);
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            outcomes[i] = OutcomeLib.decide(c.kind, c.rule, c.voting, c.classes, c.terms);
        }
    }
}
