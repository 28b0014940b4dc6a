// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Roles} from "../libraries/Roles.sol";

/// @title The table of powers: which office may call which restricted function
/// @notice The whole of it is here, one comment each. What is not in the table belongs to the Assembly alone, and how
/// grave a resolution it takes is in `voting/Kinds.sol`. The Assembly holds every office's powers too, so what the
/// board refuses the members can still decide (M3).
library Powers {
    /// @notice The role that may call `selector` on the module at `place`.
    function roleFor(Place place, bytes4 selector) internal pure returns (uint64) {
        if (place == Place.Register) {
            // The board admits applicants (M2).
            if (selector == IMemberRegister.admit.selector) return Roles.BOARD;
        }
        return Roles.ASSEMBLY;
    }
}
