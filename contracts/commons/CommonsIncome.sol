// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IBondOffice} from "../interfaces/IBondOffice.sol";
import {ICommonsIncome} from "../interfaces/ICommonsIncome.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
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

    /// @param posted ever
    /// @param waiting whole units that nobody was there to share
    /// @param carried what did not divide, times 2**128
    struct Totals {
        uint112 posted;
        uint112 waiting;
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
    function post(uint256 amount) external {
        IDirectory house = directory();
        bool brings = msg.sender == house.moduleAt(Place.Machines) || msg.sender == house.moduleAt(Place.Treasury);
        if (!brings) revert CommonsIncomeNotBrought(msg.sender);
        (Totals memory t, Latest memory latest) = (_totals, _latest);
        if (amount > IncomeMath.MOST - t.posted) revert CommonsIncomeTooMuch(amount);
        (uint256 members, uint32 newest) = IMemberRegister(house.moduleAt(Place.Register)).headcount();

        uint256 whole = amount + t.waiting;
        t.posted += uint112(amount);
        uint256 each;
        if (members != 0) {
            uint256 rest;
            (each, rest) = IncomeMath.shareDown(whole, t.carried, members);
            if (IncomeMath.fits(latest.perHead, each)) {
                // What is carried is below the number of members.
                (whole, t.carried) = (0, uint32(rest));
                if (newest != latest.newest && latest.newest != 0) _trail.push(latest.newest, latest.perHead);
                _latest = Latest(latest.perHead + uint224(each), newest);
            } else {
                each = 0;
            }
        }
        t.waiting = uint112(whole);
        _totals = t;
        uint256 carried = t.carried + whole * IncomeMath.SCALE;
        emit IncomePosted(amount, each == 0 ? 0 : members, latest.perHead + each, newest, carried);
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
    function totals() external view returns (uint256 posted, uint256 carried) {
        Totals memory t = _totals;
        return (t.posted, t.carried + t.waiting * IncomeMath.SCALE);
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
