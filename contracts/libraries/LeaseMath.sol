// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Lease} from "../interfaces/IMachineRegister.sol";

/// @title Every rounding of leases and machines
/// @notice Amounts are smallest units of the settlement token below 2**96, times are unix seconds.
library LeaseMath {
    uint256 private constant ONE = 10_000;

    /// @notice When the lease's term is over.
    function endOf(Lease memory lease) internal pure returns (uint256) {
        return uint256(lease.startedAt) + uint256(lease.rentPeriod) * lease.periods;
    }

    /// @notice Rent that has fallen due by `time`: whole periods, each at its end.
    function due(Lease memory lease, uint256 time) internal pure returns (uint256) {
        if (lease.rentPeriod == 0) return 0;
        uint256 periods = (time - lease.startedAt) / lease.rentPeriod;
        return lease.rent * (periods < lease.periods ? periods : lease.periods);
    }

    /// @notice Rent that fell due, what of it is unpaid, and since when; zero when nothing is.
    function arrears(
        Lease memory lease,
        uint256 time
    ) internal pure returns (uint256 fallen, uint256 unpaid, uint256 since) {
        fallen = due(lease, time);
        if (fallen <= lease.paid) return (fallen, 0, 0);
        unpaid = fallen - lease.paid;
        // The first period that is not paid in full.
        since = lease.startedAt + (uint256(lease.paid) / lease.rent + 1) * lease.rentPeriod;
    }

    /// @notice The part of a rent that keeps the machine in order, rounded Down (K3).
    function upkeep(uint256 rent, uint256 share) internal pure returns (uint256) {
        return (rent * share) / ONE;
    }

    /// @notice Cost less even depreciation down to `residual`, rounded Up.
    function bookValue(uint256 cost, uint256 residual, uint256 age, uint256 life) internal pure returns (uint256) {
        return age >= life ? residual : cost - ((cost - residual) * age) / life;
    }

    /// @notice The least bid above `best`: a hundredth more, rounded Up.
    function nextBid(uint256 best) internal pure returns (uint256) {
        return best + (best + 99) / 100;
    }
}
