// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IBondOffice} from "../interfaces/IBondOffice.sol";
import {ICommonsIncome} from "../interfaces/ICommonsIncome.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister, Member, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {IncomeMath} from "../libraries/IncomeMath.sol";
import {Module} from "../libraries/Module.sol";

/// @title CommonsIncome
/// @notice See {ICommonsIncome}.
/// @dev Members are told apart by number, not by time: whoever has part in a posting is active and not newer than its newest
/// member. So the trail is exact within a block, and entering a co-op costs nothing here.
contract CommonsIncome is ICommonsIncome, Module {
    using Checkpoints for Checkpoints.Trace224;

    /// @dev What one payment of many is given, so that no recipient burns what the others need; and what the next part gets when it
    /// is passed over for its own reasons only, and never for want of gas.
    uint256 private constant CLAIM_GAS = 300_000;
    uint256 private constant SHARES_GAS = 500_000;
    uint256 private constant SERIES_GAS = 300_000;
    uint256 private constant MARGIN = 20_000;

    /// @dev The last posting. One word, written by each.
    struct Latest {
        uint224 perHead;
        uint32 newest;
    }

    struct Totals {
        uint112 posted;
        uint112 paid;
        uint32 carried;
    }

    Latest private _latest;
    Totals private _totals;
    /// @dev Of every newest member but the latest: the accumulator after the last posting that it was the newest of.
    Checkpoints.Trace224 private _trail;
    /// @dev Up to which reading a member was paid; zero for one that never was.
    mapping(uint32 memberId => uint256) private _settled;
    /// @dev The reading at which a membership ended.
    mapping(uint32 memberId => uint256) private _ends;

    /// @notice Nothing to set. Called once, by the factory.
    function initialize() external initializer {}

    /// @inheritdoc ICommonsIncome
    function post() external returns (uint256 amount) {
        Totals memory t = _totals;
        ITreasury treasury = _treasury();
        amount = treasury.balanceOf(Funds.MEMBER_INCOME, treasury.settlementToken()) + t.paid - t.posted;
        if (amount == 0) revert CommonsIncomeNothingToPost();
        (uint256 members, uint32 newest) = _register().headcount();
        if (members == 0) return 0;

        Latest memory latest = _latest;
        (uint256 each, uint256 rest) = IncomeMath.shareDown(amount, t.carried, members);
        if (!IncomeMath.fits(t.posted, amount, latest.perHead, each)) return 0;
        if (newest != latest.newest && latest.newest != 0) _trail.push(latest.newest, latest.perHead);
        // Both fit, and what is carried is below the number of members.
        _latest = Latest(latest.perHead + uint224(each), newest);
        (_totals.posted, _totals.carried) = (t.posted + uint112(amount), uint32(rest));
        emit IncomePosted(amount, members, latest.perHead + each, newest, rest);
    }

    /// @inheritdoc ICommonsIncome
    function claim(uint32 memberId) external returns (uint256 amount) {
        IMemberRegister register = _register();
        Member memory m = register.member(memberId);
        uint256 from = _paidUpTo(memberId);
        amount = IncomeMath.dueDown(from, _readingOf(memberId, m));
        if (amount == 0) revert CommonsIncomeNothingDue(memberId);
        if (register.isRecovering(memberId)) revert CommonsIncomeRecovering(memberId);

        _settled[memberId] = IncomeMath.settled(from, amount);
        // What was paid never exceeds what was posted.
        _totals.paid += uint112(amount);
        emit IncomeClaimed(memberId, m.account, amount);
        _treasury().payDue(Funds.MEMBER_INCOME, m.account, amount, bytes32(uint256(memberId)));
    }

    /// @inheritdoc ICommonsIncome
    function claimFor(uint32[] calldata memberIds) external {
        for (uint256 i = 0; i < memberIds.length; ++i) {
            _requireGas(CLAIM_GAS);
            try this.claim{gas: CLAIM_GAS}(memberIds[i]) {} catch {}
        }
    }

    /// @inheritdoc ICommonsIncome
    /// @dev Each part happens whole or not at all.
    function claimAll(uint32 memberId, uint256[] calldata seriesIds) external {
        address account = _register().member(memberId).account;
        _requireGas(CLAIM_GAS);
        try this.claim{gas: CLAIM_GAS}(memberId) {} catch {}
        IMemberShares shares = IMemberShares(directory().moduleAt(Place.Shares));
        _requireGas(SHARES_GAS);
        try shares.collect{gas: SHARES_GAS}(memberId) {} catch {}
        if (seriesIds.length == 0) return;
        IBondOffice bonds = IBondOffice(directory().moduleAt(Place.Bonds));
        uint256 needed = SERIES_GAS * seriesIds.length;
        _requireGas(needed);
        try bonds.claimMany{gas: needed}(seriesIds, account) {} catch {}
    }

    /// @inheritdoc ICommonsIncome
    function end(uint32 memberId) external onlyPlace(Place.Register) {
        _ends[memberId] = _latest.perHead;
        emit IncomeEnded(memberId, _latest.perHead);
    }

    /// @inheritdoc ICommonsIncome
    function dueTo(uint32 memberId) external view returns (uint256) {
        return IncomeMath.dueDown(_paidUpTo(memberId), _readingOf(memberId, _register().member(memberId)));
    }

    /// @inheritdoc ICommonsIncome
    function reading(uint32 memberId) external view returns (uint256 from, uint256 to, uint256 paid) {
        from = _startOf(memberId);
        to = _readingOf(memberId, _register().member(memberId));
        paid = IncomeMath.dueDown(from, _settled[memberId]);
    }

    /// @inheritdoc ICommonsIncome
    function perHead() external view returns (uint256) {
        return _latest.perHead;
    }

    /// @inheritdoc ICommonsIncome
    function totals() external view returns (uint256 posted, uint256 paid, uint256 carried) {
        Totals memory t = _totals;
        return (t.posted, t.paid, t.carried);
    }

    function _paidUpTo(uint32 memberId) private view returns (uint256 paidUpTo) {
        paidUpTo = _settled[memberId];
        if (paidUpTo == 0) paidUpTo = _startOf(memberId);
    }

    /// @dev The accumulator after the last posting that the member had no part in.
    function _startOf(uint32 memberId) private view returns (uint256) {
        Latest memory latest = _latest;
        return latest.newest < memberId ? latest.perHead : _trail.upperLookup(memberId - 1);
    }

    /// @dev The accumulator when the membership ended, or now.
    function _readingOf(uint32 memberId, Member memory m) private view returns (uint256) {
        return m.status == MemberStatus.Active ? _latest.perHead : _ends[memberId];
    }

    /// @dev A call can hand on no more than 63 parts of 64. A wallet looks for the least gas with which a call goes through, and would
    /// find one with which nobody is paid [case 106].
    function _requireGas(uint256 given) private view {
        uint256 needed = given + given / 63 + MARGIN;
        if (gasleft() < needed) revert CommonsIncomeGasTooLow(gasleft(), needed);
    }

    function _register() private view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }

    function _treasury() private view returns (ITreasury) {
        return ITreasury(directory().moduleAt(Place.Treasury));
    }
}
