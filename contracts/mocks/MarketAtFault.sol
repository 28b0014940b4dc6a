// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Module} from "../libraries/Module.sol";

/// @title A market that calls somebody while it is initialised, and cannot be told to begin nothing more
contract MarketAtFault is Module {
    error WillNotEnd();

    function initialize(address target, bytes calldata data) external initializer {
        Address.functionCall(target, data);
    }

    function windUp() external pure {
        revert WillNotEnd();
    }
}
