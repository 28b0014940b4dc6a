// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IMachineRegister, Lease, LeaseEnd, MachineTerms} from "../interfaces/IMachineRegister.sol";
import {LeaseMath} from "./LeaseMath.sol";

/// @title A lease from its beginning to its end
library Leasing {
    /// @notice Begins a lease on the machine's terms, for `rent` a period, of which `paid` is there.
    function start(
        Lease storage lease,
        MachineTerms storage t,
        uint256 machineId,
        uint32 lessee,
        uint96 rent,
        uint96 paid
    ) external {
        (lease.lessee, lease.startedAt) = (lessee, uint40(block.timestamp));
        (lease.rentPeriod, lease.periods) = (t.rentPeriod, t.periods);
        (lease.upkeepShare, lease.grace) = (t.upkeepShare, t.grace);
        (lease.rent, lease.paid) = (rent, paid);
        emit IMachineRegister.LeaseStarted(machineId, lessee, rent, t.rentPeriod, t.periods);
    }

    /// @notice Counts a payment, never above all rent of the lease.
    function pay(Lease storage lease, uint96 amount) internal {
        uint256 most = uint256(lease.rent) * lease.periods - lease.paid;
        if (amount > most) revert IMachineRegister.MachineTooMuch(amount, most);
        lease.paid += amount;
    }

    /// @notice Reverts unless all rent is paid, that of the running period too.
    function requirePaid(Lease storage lease, uint256 machineId) external view {
        Lease memory seen = lease;
        uint256 owed = LeaseMath.due(seen, block.timestamp + seen.rentPeriod);
        if (owed > seen.paid) revert IMachineRegister.MachineInArrears(machineId, owed - seen.paid);
    }

    /// @notice How a lease has come to its end: by its term, or by rent that is late beyond the grace. Reverts while it runs.
    function over(Lease storage lease, uint256 machineId) external view returns (LeaseEnd) {
        Lease memory seen = lease;
        uint256 term = LeaseMath.endOf(seen);
        uint256 until = term;
        (, , uint256 since) = LeaseMath.arrears(seen, block.timestamp);
        if (since != 0 && since + seen.grace < until) until = since + seen.grace;
        if (block.timestamp < until) revert IMachineRegister.MachineLeaseRuns(machineId, until);
        return until == term ? LeaseEnd.Term : LeaseEnd.Arrears;
    }

    /// @notice A lease ends: what is late stays the former lessee's debt. The caller deletes it.
    /// @param debts of this machine's former lessees
    /// @param owes what members owe for all machines
    function end(
        Lease storage lease,
        mapping(uint32 memberId => uint256) storage debts,
        mapping(uint32 memberId => uint256) storage owes,
        uint256 machineId,
        LeaseEnd how
    ) external {
        Lease memory seen = lease;
        (, uint256 owed, ) = LeaseMath.arrears(seen, block.timestamp);
        if (owed != 0) {
            debts[seen.lessee] += owed;
            owes[seen.lessee] += owed;
        }
        emit IMachineRegister.LeaseEnded(machineId, seen.lessee, how, owed);
    }

    /// @notice The rent of a span of time after upkeep, rounded Down.
    function rentOver(Lease storage lease, uint256 span) external view returns (uint256) {
        if (lease.lessee == 0) return 0;
        uint256 whole = (uint256(lease.rent) * span) / lease.rentPeriod;
        return whole - LeaseMath.upkeep(whole, lease.upkeepShare);
    }
}
