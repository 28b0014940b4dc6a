// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IApplications} from "../interfaces/IApplications.sol";
import {IAuditRegister} from "../interfaces/IAuditRegister.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";
import {IMachineRegister} from "../interfaces/IMachineRegister.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Roles} from "../libraries/Roles.sol";

/// @title The table of powers: which office may call which restricted function
/// @notice The whole of it is here, one comment each. What is not in the table belongs to the Assembly alone, and how
/// grave a resolution it takes is in `voting/Kinds.sol`. The Assembly holds every office's powers too, so what the
/// board refuses the members can still decide (M3).
library Powers {
    /// @notice The role that may call `selector` on the module at `place`.
    function roleFor(Place place, bytes4 selector) internal pure returns (uint64) {
        if (place == Place.Register) {
            // The board decides applications; whom it accepts joins (M2).
            if (selector == IApplications.accept.selector) return Roles.BOARD;
            if (selector == IApplications.refuse.selector) return Roles.BOARD;
            // A suspension takes two directors, its early end one (M4, B1).
            if (selector == IMemberRegister.suspend.selector) return Roles.BOARD_TOGETHER;
            if (selector == IMemberRegister.lift.selector) return Roles.BOARD;
        } else if (place == Place.Shares) {
            // A stop of withdrawals takes two directors (S3, B1).
            if (selector == IMemberShares.suspendWithdrawals.selector) return Roles.BOARD_TOGETHER;
        } else if (place == Place.Treasury) {
            // A bounded stop of new money (G1).
            if (selector == ITreasury.halt.selector) return Roles.GUARDIAN;
        } else if (place == Place.Machines) {
            // The members decided what is bought; somebody says that it was handed over (B1).
            if (selector == IMachineRegister.buy.selector) return Roles.TREASURER;
        } else if (place == Place.Market) {
            // Disputes between the parties of a job (J4).
            if (selector == IJobMarket.rule.selector) return Roles.ARBITER;
        } else if (place == Place.Audits) {
            // The report on the co-op's purpose; the auditor's own functions ask for the auditor in person (A8).
            if (selector == IAuditRegister.fileReport.selector) return Roles.BOARD;
        }
        return Roles.ASSEMBLY;
    }

    /// @notice Whether the directory may call `selector` on the module at `place` beside whoever holds the role: it admits the
    /// further founders whom the charter names, and can do nothing else.
    function isForDirectory(Place place, bytes4 selector) internal pure returns (bool) {
        return place == Place.Register && selector == IMemberRegister.admit.selector;
    }
}
