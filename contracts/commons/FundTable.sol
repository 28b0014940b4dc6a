// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Place} from "../interfaces/IDirectory.sol";
import {Funds} from "../libraries/Funds.sol";

/// @title Which module moves whose money: the whole of it is here
/// @notice What is not in these tables moves by resolution only (`Treasury.pay`, `dispose`, `post`, budgets). Only what `mayContribute`
/// lists is a disposal (V7): the rest is money that is owed, or money that stays.
library FundTable {
    /// @dev Series and machines are numbered from 1 to this.
    uint32 private constant LAST = type(uint16).max;

    /// @notice Whether the module at `place` may take money from people into `fund`.
    function mayTake(Place place, uint32 fund) internal pure returns (bool) {
        // Members pay for shares (S1).
        if (place == Place.Shares) return fund == Funds.SHARE_CAPITAL;
        // Bids for a series (K2).
        if (place == Place.Bonds) return numberIn(Funds.BOND_BIDS, fund) != 0;
        // Deposits of those who bid for a machine (K6).
        return place == Place.Machines && fund == Funds.AUCTIONS;
    }

    /// @notice Whether the module at `place` may put a part of what somebody pays into `fund`.
    function mayDistribute(Place place, uint32 fund) internal pure returns (bool) {
        // Fees of the market, and what comes back to the co-op as a customer (J2).
        if (place == Place.Market) return fund == Funds.OPERATING || fund == Funds.COMMONS;
        // Rent (K3).
        return place == Place.Machines && _isStep(fund);
    }

    /// @notice Whether the module at `place` may move money between these funds.
    function mayMove(Place place, uint32 from, uint32 to) internal pure returns (bool) {
        if (place == Place.Shares) return _mayMoveShares(from, to);
        if (place == Place.Bonds) return _mayMoveBonds(from, to);
        // The community's share of a surplus (A6).
        if (place == Place.Surplus) return from == Funds.OPERATING && to == Funds.COMMUNITY;
        if (place != Place.Machines) return false;
        // The first rent of a lease that was won, or the price of a machine (K6).
        if (from == Funds.AUCTIONS) return _isStep(to);
        // What a machine did not cost, or one that was never bought.
        return numberIn(Funds.PURCHASE, from) != 0 && to == Funds.COMMONS;
    }

    /// @notice Whether the module at `place` may pay what is due out of `fund`.
    function mayPay(Place place, uint32 fund) internal pure returns (bool) {
        // Withdrawals that were served, and interest that was posted.
        if (place == Place.Shares) return fund == Funds.WITHDRAWALS_PAYABLE || fund == Funds.INTEREST_PAYABLE;
        // Bids handed back, coupons and principal.
        if (place == Place.Bonds) {
            return numberIn(Funds.BOND_BIDS, fund) != 0 || numberIn(Funds.BOND_SERVICE, fund) != 0;
        }
        // The seller of a machine; deposits of those who were outbid.
        if (place == Place.Machines) return numberIn(Funds.PURCHASE, fund) != 0 || fund == Funds.AUCTIONS;
        // A declared surplus: to the reserve, and to the points (A1, A4).
        if (place == Place.Surplus) return fund == Funds.OPERATING;
        // Every member's share (K4).
        return place == Place.Income && fund == Funds.MEMBER_INCOME;
    }

    /// @notice Whether the module at `place` may set commons money aside in `to`.
    function mayContribute(Place place, uint32 to) internal pure returns (bool) {
        // Towards the principal of a series.
        if (place == Place.Bonds) return numberIn(Funds.BOND_SERVICE, to) != 0;
        // Towards the price of a machine.
        return place == Place.Machines && numberIn(Funds.PURCHASE, to) != 0;
    }

    /// @notice The funds that resolutions and budgets spend.
    function maySpend(uint32 fund) internal pure returns (bool) {
        return fund == Funds.OPERATING || fund == Funds.COMMONS || fund == Funds.UPKEEP || fund == Funds.COMMUNITY;
    }

    /// @notice Whether a guardian's stop keeps money out of `fund`: new shares and new bids (G1). Rent is neither.
    function stopsAtHalt(uint32 fund) internal pure returns (bool) {
        return fund == Funds.SHARE_CAPITAL || numberIn(Funds.BOND_BIDS, fund) != 0;
    }

    /// @notice The series or machine that `fund` belongs to, if it is one of those after `first`; else zero.
    function numberIn(uint32 first, uint32 fund) internal pure returns (uint32) {
        return fund > first && fund - first <= LAST ? fund - first : 0;
    }

    function _mayMoveShares(uint32 from, uint32 to) private pure returns (bool) {
        // A withdrawal is served (S2), and a loss borne (S5).
        if (from == Funds.SHARE_CAPITAL) return to == Funds.WITHDRAWALS_PAYABLE || to == Funds.OPERATING;
        // Interest is posted (S4).
        if (from == Funds.OPERATING) return to == Funds.INTEREST_PAYABLE;
        // Interest is taken in shares (S6).
        return from == Funds.INTEREST_PAYABLE && to == Funds.SHARE_CAPITAL;
    }

    /// @dev Always between funds of one series.
    function _mayMoveBonds(uint32 from, uint32 to) private pure returns (bool) {
        uint32 series = numberIn(Funds.BOND_BIDS, from);
        // Bids that cleared buy the machine; what it does not need is principal already.
        if (series != 0) return to == Funds.PURCHASE + series || to == Funds.BOND_SERVICE + series;
        series = numberIn(Funds.PURCHASE, from);
        // The machine was not bought: its bonds go back at par.
        return series != 0 && to == Funds.BOND_SERVICE + series;
    }

    /// @dev The steps of rent: upkeep, coupons and principal, every member's income; and the commons, for what is sold (K3, K6).
    function _isStep(uint32 fund) private pure returns (bool) {
        return
            fund == Funds.UPKEEP ||
            fund == Funds.MEMBER_INCOME ||
            fund == Funds.COMMONS ||
            numberIn(Funds.BOND_SERVICE, fund) != 0;
    }
}
