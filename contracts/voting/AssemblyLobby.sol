// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Aggregating} from "./Aggregating.sol";
import {Appealing} from "./Appealing.sol";
import {Polling} from "./Polling.sol";
import {Proxying} from "./Proxying.sol";

/// @title AssemblyLobby: where members speak for each other and are asked what they think
/// @notice The last part of the Assembly: proxies, polls, appeals and aggregated ballots. See {IProxies},
/// {IPolls}, {IAppeals} and {IAggregates}.
/// @dev Never called at its own address: `AssemblyDesk` hands over every call that it does not know by delegatecall, so
/// this code runs on the Assembly's storage and under its name. It exists because one contract may not exceed the code
/// limit.
contract AssemblyLobby is Proxying, Polling, Appealing, Aggregating {}
