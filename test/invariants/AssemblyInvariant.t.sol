// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {TestEuro} from "../../contracts/mocks/TestEuro.sol";
import {AssemblyActions} from "./AssemblyActions.sol";
import {Coop, Founding} from "./Founding.sol";
import {Setting} from "./Setting.sol";

/// @title The one whom the runner calls
/// @dev It knows only contracts of this file.
contract AssemblyHandler is AssemblyActions {
    constructor(Coop memory coop) AssemblyActions(coop) {}
}

/// @title What always holds of an Assembly, whatever its members do and in whatever order
contract AssemblyInvariantTest is Setting {
    AssemblyHandler private _handler;

    function setUp() external {
        VM.warp(1_800_000_000);
        _handler = new AssemblyHandler(Founding.found(_charter(address(new TestEuro()))));
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// A member is counted at most once per proposal; tallies equal the pages and the members' last words; class sums equal
    /// the total; nobody's vote disappears; who came after notice or is to be expelled has none; nothing is carried out
    /// without its kind's conditions, and what meets them is; an outcome never changes after the close; the funds add up.
    ///
    /// hardhat-config: invariant.failOnRevert = true
    function invariant_membersDecideAndEachOnce() external view {
        _handler.check();
    }

    /// The same of every proposal, poll and proxy, once at the end of a run. And the runs are not empty: what the handler
    /// counts as a success happens in some of the first fifty, the rare ones in some of the first five hundred.
    function afterInvariant() external {
        _handler.checkAll();
        _requireLively("ASSEMBLY", _handler.happened(), _handler.common(), 2 ** ACTS - 1);
    }
}
