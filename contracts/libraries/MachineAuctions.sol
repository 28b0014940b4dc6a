// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Auction, AuctionKind, IMachineRegister} from "../interfaces/IMachineRegister.sol";
import {LeaseMath} from "./LeaseMath.sol";

/// @title What a machine is let or sold by: an auction in the open (K6)
library MachineAuctions {
    uint256 private constant LASTS = 14 days;
    /// @dev A bid in the last day leaves a day to answer it [case 111].
    uint256 private constant ANSWER = 1 days;

    /// @notice Opens an auction of fourteen days.
    function open(Auction storage a, uint256 machineId, AuctionKind kind, bool toAnyone, uint96 floor) external {
        if (floor == 0) floor = 1;
        uint40 closesAt = uint40(block.timestamp + LASTS);
        (a.kind, a.toAnyone, a.closesAt, a.floor) = (kind, toAnyone, closesAt, floor);
        emit IMachineRegister.AuctionOpened(machineId, kind, toAnyone, floor, closesAt);
    }

    /// @notice Takes the caller's bid: at least the floor, and a hundredth more than the best so far.
    /// @param deposits what is held for those who were outbid; the former best joins it
    /// @return due what the caller hands over: its bid, or what it adds to an own one
    function raise(
        Auction storage a,
        mapping(address account => uint256) storage deposits,
        uint256 machineId,
        uint96 amount,
        uint32 memberId
    ) external returns (uint96 due) {
        (AuctionKind kind, uint40 closesAt, uint96 best) = (a.kind, a.closesAt, a.best);
        if (kind == AuctionKind.None || block.timestamp >= closesAt) {
            revert IMachineRegister.MachineAuction(machineId, kind, closesAt);
        }
        uint256 least = best == 0 ? a.floor : LeaseMath.nextBid(best);
        if (amount < least) revert IMachineRegister.MachineBidTooLow(amount, least);

        address outbid = a.bidder;
        due = amount;
        if (outbid == msg.sender) (due, outbid, best) = (amount - best, address(0), 0);
        else if (outbid != address(0)) deposits[outbid] += best;
        if (closesAt < block.timestamp + ANSWER) closesAt = uint40(block.timestamp + ANSWER);
        (a.best, a.closesAt) = (amount, closesAt);
        (a.bidder, a.memberId) = (msg.sender, memberId);
        emit IMachineRegister.AuctionBid(machineId, msg.sender, amount, due, closesAt, outbid, best);
    }
}
