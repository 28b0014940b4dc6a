// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IMachineRegister, MachineTerms} from "../interfaces/IMachineRegister.sol";

/// @title The bounds of what the members can approve of a machine
library MachineBounds {
    /// @dev Basis points (K3).
    uint256 private constant HIGHEST_UPKEEP = 3_000;

    /// @notice Reverts with the first of a machine's own terms that is out of bounds.
    function check(MachineTerms calldata t) external pure {
        _bound(t.specification != 0, "specification");
        _bound(t.seller != address(0), "seller");
        _bound(t.price != 0, "price");
        _bound(t.contribution <= t.price, "contribution");
        _bound(t.rent != 0, "rent");
        _bound(t.rentPeriod >= 1 days && t.rentPeriod <= 366 days, "rentPeriod");
        _bound(t.periods != 0, "periods");
        _bound(t.upkeepShare <= HIGHEST_UPKEEP, "upkeepShare");
        _bound(t.grace <= 366 days, "grace");
        _bound(t.usefulLife != 0, "usefulLife");
        _bound(t.residual <= t.price, "residual");
    }

    function _bound(bool lawful, bytes32 what) private pure {
        if (!lawful) revert IMachineRegister.MachineTermsOutOfBounds(what);
    }
}
