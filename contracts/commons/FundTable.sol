// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Place} from "../interfaces/IDirectory.sol";
import {Funds} from "../libraries/Funds.sol";

/// @title Which module moves whose money: the whole of it is here
/// @notice What is not in these tables moves by resolution only (`Treasury.pay`, `dispose`, `post`). None of it is a disposal (V7):
/// it is money that is owed, or money that stays.
library FundTable {
    /// @notice Whether the module at `place` may take money from people into `fund`.
    function mayTake(Place place, uint32 fund) internal pure returns (bool) {
        // Members pay for shares (S1).
        return place == Place.Shares && fund == Funds.SHARE_CAPITAL;
    }

    /// @notice Whether the module at `place` may move money between these funds.
    function mayMove(Place place, uint32 from, uint32 to) internal pure returns (bool) {
        if (place != Place.Shares) return false;
        // A withdrawal is served (S2), and a loss borne (S5).
        if (from == Funds.SHARE_CAPITAL) return to == Funds.WITHDRAWALS_PAYABLE || to == Funds.OPERATING;
        // Interest is posted (S4).
        if (from == Funds.OPERATING) return to == Funds.INTEREST_PAYABLE;
        // Interest is taken in shares (S6).
        return from == Funds.INTEREST_PAYABLE && to == Funds.SHARE_CAPITAL;
    }

    /// @notice Whether the module at `place` may pay what is due out of `fund`.
    function mayPay(Place place, uint32 fund) internal pure returns (bool) {
        // Withdrawals that were served, and interest that was posted.
        return place == Place.Shares && (fund == Funds.WITHDRAWALS_PAYABLE || fund == Funds.INTEREST_PAYABLE);
    }
}
