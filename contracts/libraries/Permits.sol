// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Permit} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";

/// @title A permit brought along with a payment (ERC-2612)
library Permits {
    /// @notice Hands in the permit for the Treasury, if there is one.
    function hand(Permit calldata permit, ITreasury treasury, uint256 amount) internal {
        if (permit.deadline != 0) hand(permit, treasury.settlementToken(), address(treasury), amount);
    }

    /// @notice Hands in the permit for `spender`, if there is one. One that somebody used before has done its work, and one that is
    /// void leaves it to the allowance: so nobody blocks a payment by being first [case 35].
    function hand(Permit calldata permit, address token, address spender, uint256 amount) internal {
        if (permit.deadline == 0) return;
        try
            IERC20Permit(token).permit(msg.sender, spender, amount, permit.deadline, permit.v, permit.r, permit.s)
        {} catch {}
    }
}
