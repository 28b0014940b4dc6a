// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister, Member, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {IMemberShares, MemberHolding, Permit} from "../interfaces/IMemberShares.sol";
import {Dividend, IPatronage} from "../interfaces/IPatronage.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Module} from "../libraries/Module.sol";
import {Places} from "../libraries/Places.sol";
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
    /// @param inShares part of every dividend that is taken in shares, basis points (S6)
    struct Pot {
        uint112 money;
        uint112 points;
        uint16 inShares;
        bool declared;
        uint128 moneyLeft;
        uint128 pointsLeft;
    }

    Running private _running;
    uint256 private _carried;
    mapping(address market => bool) private _former;
    mapping(uint32 period => uint256) private _totals;
    mapping(uint32 period => mapping(uint32 memberId => Points)) private _points;
    mapping(uint32 period => Pot) private _pots;

    /// @notice Opens the first period. Called once, by the factory.
    function initialize() external initializer {
        _running.period = 1;
        _follow();
    }

    // --------------------------------------------------------------------------------------------------------- points

    /// @inheritdoc IPatronage
    function record(uint32 providerId, uint256 work, uint32 customerId, uint256 custom) external {
        Running memory r = _running;
        if (msg.sender != r.market) {
            // A market that was replaced still ends its jobs; it may be at fault, so it gives no points.
            if (_former[msg.sender]) return;
            revert PatronageNotMarket(msg.sender);
        }
        uint256 total = _totals[r.period] + work + custom;
        if (total > MOST) revert PatronageTooMuch(total);
        _totals[r.period] = total;
        // All are within the total.
        mapping(uint32 memberId => Points) storage points = _points[r.period];
        if (work != 0) points[providerId].work += uint112(work);
        if (custom != 0) points[customerId].custom += uint112(custom);
        emit PointsEarned(r.period, providerId, customerId, work, custom);
    }

    /// @inheritdoc IPatronage
    function turn() external onlyPlace(Place.Surplus) returns (uint32 period) {
        period = _running.period;
        _running.period = period + 1;
        emit PeriodTurned(period, _totals[period]);
    }

    /// @inheritdoc IPatronage
    function fill(
        uint32 period,
        uint256 fresh,
        uint16 inShares
    ) external onlyPlace(Place.Surplus) nonReentrant returns (uint256 pot) {
        uint256 points = _totals[period];
        uint256 fromCarried = SurplusMath.fromCarried(_carried, fresh, points);
        pot = fresh + fromCarried;
        _carried -= fromCarried;
        _pots[period] = Pot(uint112(pot), uint112(points), inShares, true, uint128(pot), uint128(points));
        emit PotFilled(period, pot, fromCarried);
        if (fresh == 0) return pot;
        uint256 before = _token().balanceOf(address(this));
        _token().safeTransferFrom(msg.sender, address(this), fresh);
        uint256 received = _token().balanceOf(address(this)) - before;
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
        IMemberRegister register = _register();
        Member memory m = register.member(memberId);
        if (inShares && msg.sender != m.account) revert PatronageNotYours(memberId, msg.sender);
        if (register.isRecovering(memberId)) revert PatronageRecovering(memberId);
        // What is left after shares is paid as one sum.
        uint256 money;
        for (uint256 i = 0; i < periods.length; ++i) {
            (uint256 due, uint256 required) = _take(memberId, periods[i]);
            if (inShares) required = due;
            bool buys = required != 0 && m.status == MemberStatus.Active && (inShares || _sharesAreSold());
            (uint256 units, uint256 spent) = buys ? _buy(memberId, m.account, required, due) : (0, 0);
            emit DividendClaimed(periods[i], memberId, m.account, due, units);
            amount += due;
            money += due - spent;
        }
        if (money != 0) _token().safeTransfer(m.account, money);
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
        return string.concat(IERC721Metadata(Places.argument(1)).name(), " points");
    }

    /// @notice The token's short name.
    function symbol() external pure returns (string memory) {
        return "POINTS";
    }

    /// @notice As the settlement token's: a point is a unit of the members' part of a fee.
    function decimals() external view returns (uint8) {
        return IERC20Metadata(address(_token())).decimals();
    }

    /// @notice All points of the running period.
    function totalSupply() external view returns (uint256) {
        return _totals[_running.period];
    }

    /// @notice The points of `account` in the running period.
    function balanceOf(address account) external view returns (uint256) {
        (uint32 memberId, ) = _register().seatOf(account);
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

    /// @dev A4: the member's part of one period, once, and how much of it the charter wants in shares (S6).
    function _take(uint32 memberId, uint32 period) private returns (uint256 due, uint256 required) {
        Pot storage pot = _pots[period];
        Points storage points = _points[period][memberId];
        (uint256 money, uint256 all, uint256 share) = (pot.money, pot.points, pot.inShares);
        if (!pot.declared) revert PatronageNotDeclared(period);
        uint256 own = uint256(points.work) + points.custom;
        if (own == 0 || points.claimed) revert PatronageNothingDue(period, memberId);
        points.claimed = true;
        due = SurplusMath.dividendDown(own, money, all);
        required = (due * share + ONE - 1) / ONE;
        (uint256 moneyLeft, uint256 pointsLeft) = (pot.moneyLeft - due, pot.pointsLeft - own);
        if (pointsLeft == 0 && moneyLeft != 0) {
            _carried += moneyLeft;
            emit RestCarried(period, moneyLeft);
            moneyLeft = 0;
        }
        (pot.moneyLeft, pot.pointsLeft) = (uint128(moneyLeft), uint128(pointsLeft));
    }

    /// @dev As many whole shares as are wanted and the member may hold, out of `due` (S6, S1).
    /// @param wanted money's worth of shares, met in whole shares: rounded Up, as far as the dividend goes
    /// @return units how many, and `spent` what they cost
    function _buy(
        uint32 memberId,
        address account,
        uint256 wanted,
        uint256 due
    ) private returns (uint256 units, uint256 spent) {
        IMemberShares shares = IMemberShares(directory().moduleAt(Place.Shares));
        uint256 price = shares.par();
        units = (wanted + price - 1) / price;
        if (units * price > due) units = due / price;
        (uint256 minimum, uint256 maximum) = shares.holdingBounds();
        MemberHolding memory h = shares.holdingOf(memberId);
        uint256 has = h.units + h.promised;
        uint256 room = maximum > has ? maximum - has : 0;
        if (units > room) units = room;
        if (units == 0 || has - h.queued + units < minimum) return (0, 0);
        spent = units * price;
        _token().forceApprove(directory().moduleAt(Place.Treasury), spent);
        Permit memory none;
        shares.subscribeFor(memberId, account, uint64(units), 0, none);
    }

    /// @dev Where none are sold, nobody waits for its dividend because of a part in shares (A5, G1).
    function _sharesAreSold() private view returns (bool) {
        if (directory().windingUpSince() != 0) return false;
        return block.timestamp >= ITreasury(directory().moduleAt(Place.Treasury)).haltedUntil();
    }

    function _follow() private {
        if (_running.market != address(0)) _former[_running.market] = true;
        address now_ = directory().moduleAt(Place.Market);
        _running.market = now_;
        emit MarketFollowed(now_);
    }

    /// @dev In the code of the clone, after its place: the settlement token and the register.
    function _token() private view returns (IERC20) {
        return IERC20(Places.argument(0));
    }

    function _register() private view returns (IMemberRegister) {
        return IMemberRegister(Places.argument(1));
    }
}
