// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title A test euro: six decimals, permit, and anyone can mint. For the demo and the tests only.
contract TestEuro is ERC20, ERC20Permit {
    constructor() ERC20("Test euro", "tEUR") ERC20Permit("Test euro") {}

    /// @notice Makes `amount` of it for `to`.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Cents of cents: six decimals.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
