// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title The test euro without a permit, as many tokens are. Its storage begins as TestEuro's does, so it can take its place.
contract PlainEuro is ERC20 {
    constructor() ERC20("Test euro", "tEUR") {}

    /// @notice Makes `amount` of it for `to`.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Cents of cents: six decimals.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
