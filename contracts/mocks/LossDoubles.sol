// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAuditRegister} from "../interfaces/IAuditRegister.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";

/// @title A reserve for tests: it pays what it has, up to the loss
contract ReserveDouble is IReserve, Module {
    function initialize() external initializer {}

    function exhaust(uint256 certificateId) external onlyPlace(Place.Shares) returns (uint256 paid) {
        ITreasury treasury = ITreasury(directory().moduleAt(Place.Treasury));
        AuditsDouble audits = AuditsDouble(directory().moduleAt(Place.Audits));
        IERC20 token = IERC20(treasury.settlementToken());
        paid = token.balanceOf(address(this));
        uint256 loss = audits.left(certificateId);
        if (paid > loss) paid = loss;
        if (paid == 0) return 0;
        audits.charge(certificateId, paid);
        token.approve(address(treasury), paid);
        treasury.deposit(Funds.OPERATING, address(token), paid, bytes32(certificateId));
    }
}

/// @title An audit register for tests: anybody can certify
contract AuditsDouble is IAuditRegister, Module {
    error LossTooSmall(uint256 left, uint256 asked);

    mapping(uint256 certificateId => uint256) public left;

    function initialize() external initializer {}

    function certify(uint256 certificateId, uint256 loss) external {
        left[certificateId] = loss;
    }

    function charge(uint256 certificateId, uint256 amount) external {
        if (amount > left[certificateId]) revert LossTooSmall(left[certificateId], amount);
        left[certificateId] -= amount;
    }
}
