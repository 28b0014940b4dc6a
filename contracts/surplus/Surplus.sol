// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";
import {IPatronage} from "../interfaces/IPatronage.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ISurplus, PeriodRecord, SurplusTerms} from "../interfaces/ISurplus.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";
import {SurplusMath} from "../libraries/SurplusMath.sol";

/// @title Surplus
/// @notice See {ISurplus}.
contract Surplus is ISurplus, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant LEAST_RESERVE = 500;
    uint256 private constant MOST_COMMUNITY = 5_000;
    uint256 private constant MOST_IN_SHARES = 5_000;

    SurplusTerms private _terms;
    uint40 private _openedAt;
    mapping(uint32 period => PeriodRecord) private _records;

    /// @notice Sets the terms and begins the first period. Called once, by the factory.
    function initialize(SurplusTerms calldata terms_) external initializer {
        _setTerms(terms_);
        _openedAt = uint40(block.timestamp);
    }

    /// @inheritdoc ISurplus
    function close() external nonReentrant returns (uint32 period) {
        uint256 until = closesAt();
        if (block.timestamp < until) revert SurplusPeriodRuns(until);
        // What was earned in the period is there before anything is declared of it.
        IJobMarket market = IJobMarket(directory().moduleAt(Place.Market));
        (uint256 operating, uint256 commons, uint256 reserve) = market.gathered();
        if (operating + commons + reserve != 0) market.remit();

        IPatronage patronage = _patronage();
        period = patronage.turn();
        PeriodRecord storage r = _records[period];
        (r.openedAt, r.closedAt) = (_openedAt, uint40(block.timestamp));
        r.points = patronage.pointsIn(period);
        _openedAt = uint40(block.timestamp);
        emit PeriodClosed(period, r.points);
    }

    /// @inheritdoc ISurplus
    function declare(
        uint32 period,
        uint256 surplus,
        uint16 interestRate
    ) external onlyPlace(Place.Assembly) nonReentrant {
        if (directory().closedAt() != 0) revert SurplusClosed();
        PeriodRecord memory r = _records[period];
        if (r.closedAt == 0) revert SurplusPeriodOpen(period);
        if (r.declaredAt != 0) revert SurplusDeclaredAlready(period);
        if (surplus == 0) revert SurplusNothing();
        if (interestRate != 0) {
            // Moves itself, within its own cap (S4).
            r.interest = IMemberShares(directory().moduleAt(Place.Shares)).postInterest(interestRate);
        }
        _divide(r, surplus, _patronage().carried());
        r.declaredAt = uint40(block.timestamp);
        _records[period] = r;
        emit SurplusDeclared(period, surplus, r.reserve, r.community, r.interest, r.dividends);
        _handOut(period, r);
    }

    /// @inheritdoc ISurplus
    function setTerms(SurplusTerms calldata terms_) external onlyPlace(Place.Assembly) {
        _setTerms(terms_);
    }

    /// @inheritdoc ISurplus
    function terms() external view returns (SurplusTerms memory) {
        return _terms;
    }

    /// @inheritdoc ISurplus
    function closesAt() public view returns (uint256) {
        return uint256(_openedAt) + _terms.period;
    }

    /// @inheritdoc ISurplus
    function recordOf(uint32 period) external view returns (PeriodRecord memory) {
        return _records[period];
    }

    /// @inheritdoc ISurplus
    function preview(uint32 period, uint256 surplus, uint256 interest) public view returns (PeriodRecord memory r) {
        IPatronage patronage = _patronage();
        r = _records[period];
        r.points = patronage.pointsIn(period);
        r.interest = interest;
        _divide(r, surplus, patronage.carried());
    }

    /// @inheritdoc ISurplus
    function estimate(uint32 period, uint32 memberId, uint256 surplus) external view returns (uint256) {
        PeriodRecord memory r = preview(period, surplus, 0);
        (uint256 work, uint256 custom) = _patronage().pointsOf(period, memberId);
        return SurplusMath.dividendDown(work + custom, r.dividends + r.carried, r.points);
    }

    // ----------------------------------------------------------------------------------------------------- the steps

    /// @dev The order of the rules: A1, A6, S4, A4. Every unit of the surplus has a place.
    function _divide(PeriodRecord memory r, uint256 surplus, uint256 carried) private view {
        SurplusTerms memory t = _terms;
        r.surplus = surplus;
        r.reserve = SurplusMath.shareUp(surplus, t.reserveShare);
        r.community = SurplusMath.shareUp(surplus, t.communityShare);
        uint256 left = surplus - r.reserve;
        // Both are rounded Up: of a surplus of one unit there may be none left.
        if (r.community > left) r.community = left;
        left -= r.community;
        if (r.interest > left) revert SurplusInterestTooHigh(r.interest, left);
        left -= r.interest;
        r.dividends = SurplusMath.dividends(left, r.points);
        r.carried = SurplusMath.fromCarried(carried, r.dividends, r.points);
        r.reserve += left - r.dividends;
    }

    function _handOut(uint32 period, PeriodRecord memory r) private {
        ITreasury treasury = ITreasury(directory().moduleAt(Place.Treasury));
        IERC20 token = IERC20(treasury.settlementToken());
        bytes32 memo = bytes32(uint256(period));
        if (r.community != 0) treasury.move(Funds.OPERATING, Funds.COMMUNITY, r.community, memo);
        treasury.payDue(Funds.OPERATING, address(this), r.reserve, memo);
        address reserve = directory().moduleAt(Place.Reserve);
        token.forceApprove(reserve, r.reserve);
        IReserve(reserve).deposit(r.reserve, memo);
        if (r.points == 0) return;
        IPatronage patronage = _patronage();
        if (r.dividends != 0) {
            treasury.payDue(Funds.OPERATING, address(this), r.dividends, memo);
            token.forceApprove(address(patronage), r.dividends);
        }
        patronage.fill(period, r.dividends, _terms.inShares);
    }

    function _setTerms(SurplusTerms calldata t) private {
        if (t.period < 28 days || t.period > 366 days) revert SurplusTermOutOfBounds("A7");
        if (t.reserveShare < LEAST_RESERVE) revert SurplusTermOutOfBounds("A1");
        if (t.communityShare > MOST_COMMUNITY) revert SurplusTermOutOfBounds("A6");
        if (t.inShares > MOST_IN_SHARES) revert SurplusTermOutOfBounds("S6");
        // Together no more than all of it.
        if (uint256(t.reserveShare) + t.communityShare > 10_000) revert SurplusTermOutOfBounds("A1");
        _terms = t;
        emit SurplusTermsSet(t);
    }

    function _patronage() private view returns (IPatronage) {
        return IPatronage(directory().moduleAt(Place.Patronage));
    }
}
