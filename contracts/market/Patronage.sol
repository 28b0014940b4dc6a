// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister, Member, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {IMemberShares, MemberHolding, Permit} from "../interfaces/IMemberShares.sol";
import {Dividend, IPatronage} from "../interfaces/IPatronage.sol";
import {ISurplus} from "../interfaces/ISurplus.sol";
import {Module} from "../libraries/Module.sol";
import {SurplusMath} from "../libraries/SurplusMath.sol";

/// @title Patronage
/// @notice See {IPatronage}.
contract Patronage is IPatronage, IERC20Metadata, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant ONE = 10_000;
    uint256 private constant MOST = type(uint112).max;

    /// @dev One word, which every job reads: whose points are taken, and for which period.
    struct Running {
        address market;
        uint32 period;
    }

    /// @dev One word a member and period.
    struct Points {
        uint112 work;
        uint112 custom;
        bool claimed;
    }

    /// @dev Two words a period: what never changes after the declaration, and what claims change.
    struct Pot {
        uint128 money;
        uint128 points;
        uint128 moneyLeft;
        uint128 pointsLeft;
    }

    Running private _running;
    IERC20 private _token;
    /// @dev Never replaced.
    IMemberRegister private _register;
    uint256 private _carried;
    string private _name;
    mapping(uint32 period => uint256) private _totals;
    mapping(uint32 period => mapping(uint32 memberId => Points)) private _points;
    mapping(uint32 period => Pot) private _pots;

    /// @notice Opens the first period. Called once, by the factory.
    function initialize(string calldata name_, address settlementToken) external initializer {
        _name = name_;
        _token = IERC20(settlementToken);
        _register = IMemberRegister(directory().moduleAt(Place.Register));
        _running.period = 1;
        _follow();
    }

    // --------------------------------------------------------------------------------------------------------- points

    /// @inheritdoc IPatronage
    function record(uint32 providerId, uint256 work, uint32 customerId, uint256 custom) external {
        Running memory r = _running;
        if (msg.sender != r.market) revert PatronageNotMarket(msg.sender);
        uint256 total = _totals[r.period] + work + custom;
        if (total > MOST) revert PatronageTooMuch(total);
        _totals[r.period] = total;
        // All are within the total.
        if (work != 0) _points[r.period][providerId].work += uint112(work);
        if (custom != 0) _points[r.period][customerId].custom += uint112(custom);
        emit PointsEarned(r.period, providerId, customerId, work, custom);
    }

    /// @inheritdoc IPatronage
    function turn() external onlyPlace(Place.Surplus) returns (uint32 period) {
        period = _running.period;
        _running.period = period + 1;
        emit PeriodTurned(period, _totals[period]);
    }

    /// @inheritdoc IPatronage
    function fill(uint32 period, uint256 fresh) external onlyPlace(Place.Surplus) nonReentrant returns (uint256 pot) {
        uint256 points = _totals[period];
        uint256 fromCarried = SurplusMath.fromCarried(_carried, fresh, points);
        pot = fresh + fromCarried;
        _carried -= fromCarried;
        _pots[period] = Pot(uint128(pot), uint128(points), uint128(pot), uint128(points));
        emit PotFilled(period, pot, fromCarried);
        if (fresh == 0) return pot;
        uint256 before = _token.balanceOf(address(this));
        _token.safeTransferFrom(msg.sender, address(this), fresh);
        uint256 received = _token.balanceOf(address(this)) - before;
        if (received != fresh) revert PatronageUnderpaid(received, fresh);
    }

    /// @inheritdoc IPatronage
    function follow() external onlyPlace(Place.Directory) {
        _follow();
    }

    // ------------------------------------------------------------------------------------------------------ dividends

    /// @inheritdoc IPatronage
    function claim(
        uint32 memberId,
        uint32[] calldata periods,
        bool inShares
    ) external nonReentrant returns (uint256 amount) {
        IMemberRegister register = _register;
        Member memory m = register.member(memberId);
        if (inShares && msg.sender != m.account) revert PatronageNotYours(memberId, msg.sender);
        if (register.isRecovering(memberId)) revert PatronageRecovering(memberId);
        // What is left after shares is paid as one sum.
        uint256 money;
        uint256 required = m.status == MemberStatus.Active ? _required() : 0;
        for (uint256 i = 0; i < periods.length; ++i) {
            uint256 due = _claim(memberId, periods[i]);
            amount += due;
            uint256 asShares = inShares ? due : (due * required + ONE - 1) / ONE;
            uint256 units = asShares == 0 ? 0 : _buy(memberId, m, asShares, due);
            emit DividendClaimed(periods[i], memberId, m.account, due, units);
            money += due - units * (units == 0 ? 0 : _shares().par());
        }
        if (money != 0) _token.safeTransfer(m.account, money);
    }

    // -------------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IPatronage
    function currentPeriod() external view returns (uint32) {
        return _running.period;
    }

    /// @inheritdoc IPatronage
    function pointsIn(uint32 period) external view returns (uint256) {
        return _totals[period];
    }

    /// @inheritdoc IPatronage
    function pointsOf(uint32 period, uint32 memberId) external view returns (uint256 work, uint256 custom) {
        Points memory p = _points[period][memberId];
        return (p.work, p.custom);
    }

    /// @inheritdoc IPatronage
    function dividendOf(uint32 period, uint32 memberId) external view returns (Dividend memory) {
        (Points memory p, Pot memory pot) = (_points[period][memberId], _pots[period]);
        uint256 amount = SurplusMath.dividendDown(uint256(p.work) + p.custom, pot.money, pot.points);
        return Dividend(p.work, p.custom, _totals[period], pot.money, amount, p.claimed);
    }

    /// @inheritdoc IPatronage
    function leftOf(uint32 period) external view returns (uint256 money, uint256 points) {
        Pot memory pot = _pots[period];
        return (pot.moneyLeft, pot.pointsLeft);
    }

    /// @inheritdoc IPatronage
    function carried() external view returns (uint256) {
        return _carried;
    }

    /// @inheritdoc IPatronage
    function market() external view returns (address) {
        return _running.market;
    }

    // ------------------------------------------------------------------------------------------------ the ERC-20 surface

    /// @notice The co-op's name.
    function name() external view returns (string memory) {
        return string.concat(_name, " points");
    }

    /// @notice The token's short name.
    function symbol() external pure returns (string memory) {
        return "POINTS";
    }

    /// @notice As the settlement token's: a point is a unit of the members' part of a fee.
    function decimals() external view returns (uint8) {
        return IERC20Metadata(address(_token)).decimals();
    }

    /// @notice All points of the running period.
    function totalSupply() external view returns (uint256) {
        return _totals[_running.period];
    }

    /// @notice The points of `account` in the running period.
    function balanceOf(address account) external view returns (uint256) {
        (uint32 memberId, ) = _register.seatOf(account);
        Points memory p = _points[_running.period][memberId];
        return uint256(p.work) + p.custom;
    }

    /// @notice Nobody is ever approved.
    function allowance(address, address) external pure returns (uint256) {
        return 0;
    }

    /// @notice Always reverts: points are bound to their member.
    function transfer(address, uint256) external pure returns (bool) {
        revert PatronageNotTransferable();
    }

    /// @notice Always reverts: points are bound to their member.
    function transferFrom(address, address, uint256) external pure returns (bool) {
        revert PatronageNotTransferable();
    }

    /// @notice Always reverts: points are bound to their member.
    function approve(address, uint256) external pure returns (bool) {
        revert PatronageNotTransferable();
    }

    // ------------------------------------------------------------------------------------------------------ the steps

    /// @dev A4: the member's part of one period, once.
    function _claim(uint32 memberId, uint32 period) private returns (uint256 due) {
        Pot memory pot = _pots[period];
        if (pot.points == 0) revert PatronageNotDeclared(period);
        Points memory p = _points[period][memberId];
        uint256 own = uint256(p.work) + p.custom;
        if (own == 0 || p.claimed) revert PatronageNothingDue(period, memberId);
        _points[period][memberId].claimed = true;
        due = SurplusMath.dividendDown(own, pot.money, pot.points);
        pot.moneyLeft -= uint128(due);
        pot.pointsLeft -= uint128(own);
        if (pot.pointsLeft == 0 && pot.moneyLeft != 0) {
            _carried += pot.moneyLeft;
            emit RestCarried(period, pot.moneyLeft);
            pot.moneyLeft = 0;
        }
        _pots[period].moneyLeft = pot.moneyLeft;
        _pots[period].pointsLeft = pot.pointsLeft;
    }

    /// @dev As many whole shares as `asShares` pays for and the member may hold, out of `due` (S6, S1).
    function _buy(uint32 memberId, Member memory m, uint256 asShares, uint256 due) private returns (uint256 units) {
        if (m.status != MemberStatus.Active) return 0;
        IMemberShares shares = _shares();
        uint256 price = shares.par();
        // A required part is met in whole shares: rounded Up, as far as the dividend goes.
        units = (asShares + price - 1) / price;
        if (units * price > due) units = due / price;
        (uint256 minimum, uint256 maximum) = shares.holdingBounds();
        MemberHolding memory h = shares.holdingOf(memberId);
        uint256 has = h.units + h.promised;
        uint256 room = maximum > has ? maximum - has : 0;
        if (units > room) units = room;
        if (units == 0 || has - h.queued + units < minimum) return 0;
        _token.forceApprove(directory().moduleAt(Place.Treasury), units * price);
        Permit memory none;
        shares.subscribeFor(memberId, m.account, uint64(units), 0, none);
    }

    function _follow() private {
        address now_ = directory().moduleAt(Place.Market);
        _running.market = now_;
        emit MarketFollowed(now_);
    }

    function _required() private view returns (uint256) {
        return ISurplus(directory().moduleAt(Place.Surplus)).terms().inShares;
    }

    function _shares() private view returns (IMemberShares) {
        return IMemberShares(directory().moduleAt(Place.Shares));
    }
}
