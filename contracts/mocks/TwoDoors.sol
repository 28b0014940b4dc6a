// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title One token under two addresses [case 80]
contract TwoDoors is ERC20 {
    error NotTheDoor();

    address public immutable second;

    constructor() ERC20("Two doors", "TWO") {
        second = address(new SecondDoor(this));
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function moveFor(address from, address to, uint256 amount) external {
        if (msg.sender != second) revert NotTheDoor();
        _transfer(from, to, amount);
    }
}

/// @title The other address of it
contract SecondDoor {
    TwoDoors private immutable FIRST;

    constructor(TwoDoors first) {
        FIRST = first;
    }

    function balanceOf(address account) external view returns (uint256) {
        return FIRST.balanceOf(account);
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        FIRST.moveFor(msg.sender, to, amount);
        return true;
    }
}
