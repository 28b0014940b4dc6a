// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IAssemblyDesk} from "../interfaces/IAssembly.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {ICommonsIncome} from "../interfaces/ICommonsIncome.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";
import {Places} from "../libraries/Places.sol";
import {Roles} from "../libraries/Roles.sol";
import {YearLib} from "../libraries/YearLib.sol";
import {FundTable} from "./FundTable.sol";

/// @title Treasury
/// @notice See {ITreasury}.
/// @dev Funds change in `_move`, and by the parts of one payment in `distribute`, and nowhere else; money leaves in `_payOut` and nowhere else.
contract Treasury is ITreasury, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using YearLib for YearLib.Ledger;

    uint256 private constant ONE = 10_000;
    /// @dev A stop lasts no longer (G1).
    uint256 private constant LONGEST_HALT = 14 days;
    uint256 private constant LONGEST_BUDGET = 365 days;

    /// @dev Two words.
    struct Budget {
        address asset;
        uint40 until;
        uint8 role;
        uint32 fund;
        uint256 left;
    }

    /// @dev One word, which every payment reads anyway.
    /// @param haltedUntil, haltedFor the last stop: its end, and how long it was
    /// @param haltLimit how long the next may be
    struct Setting {
        address token;
        uint40 haltedUntil;
        uint24 haltedFor;
        uint24 haltLimit;
    }

    mapping(uint32 fund => mapping(address asset => uint256)) private _balances;
    /// @dev What all funds together hold of an asset, and its last twelve months.
    mapping(address asset => YearLib.Ledger) private _ledgers;
    Setting private _setting;
    mapping(address asset => bool) private _listed;
    mapping(uint256 budgetId => Budget) private _budgets;
    uint256 private _budgetsEver;

    /// @notice Names the co-op's one unit of account, and how long a guardian can halt. Called once, by the factory.
    function initialize(address settlementToken_, uint32 haltLimit) external initializer {
        if (settlementToken_.code.length == 0) revert TreasuryAssetUnlisted(settlementToken_);
        if (haltLimit == 0 || haltLimit > LONGEST_HALT) revert TreasuryHaltOutOfBounds(haltLimit, LONGEST_HALT);
        _setting = Setting(settlementToken_, 0, 0, uint24(haltLimit));
    }

    // --------------------------------------------------------------------------------------------------- money comes

    /// @inheritdoc ITreasury
    function deposit(
        uint32 fund,
        address asset,
        uint256 amount,
        bytes32 memo
    ) external nonReentrant returns (uint256 received) {
        _requireListed(asset);
        if (fund != Funds.OPERATING && fund != Funds.COMMONS) revert TreasuryFundClosed(fund, msg.sender);
        _requireNoHalt();
        received = _receive(asset, msg.sender, amount);
        _move(Funds.OUTSIDE, fund, asset, msg.sender, received, memo);
    }

    /// @inheritdoc ITreasury
    function take(
        uint32 fund,
        address from,
        uint256 amount,
        bytes32 memo
    ) external nonReentrant returns (uint256 received) {
        if (!FundTable.mayTake(_callerPlace(), fund)) revert TreasuryFundClosed(fund, msg.sender);
        if (FundTable.stopsAtHalt(fund)) _requireNoHalt();
        address token = _setting.token;
        received = _receive(token, from, amount);
        _move(Funds.OUTSIDE, fund, token, from, received, memo);
    }

    /// @inheritdoc ITreasury
    function distribute(
        address from,
        uint32[] calldata funds,
        uint256[] calldata amounts,
        bytes32 memo
    ) external nonReentrant {
        uint256 sum;
        for (uint256 i = 0; i < amounts.length; ++i) {
            sum += amounts[i];
        }
        if (sum == 0) revert TreasuryNothingToMove();
        address token = _setting.token;
        uint256 received = _receive(token, from, sum);
        if (received != sum) revert TreasuryUnderpaid(received, sum);
        // Asked more cheaply than `placeOf` would be, as every rent asks it.
        Place caller = Places.claimed(directory(), msg.sender);
        if (msg.sender != directory().moduleAt(caller)) caller = Place.None;
        _ledgers[token].set(_ledgers[token].balance + sum);
        for (uint256 i = 0; i < amounts.length; ++i) {
            if (amounts[i] == 0) continue;
            if (!FundTable.mayDistribute(caller, funds[i])) revert TreasuryFundClosed(funds[i], msg.sender);
            _balances[funds[i]][token] += amounts[i];
            emit Moved(Funds.OUTSIDE, funds[i], token, from, amounts[i], memo);
        }
    }

    // ------------------------------------------------------------------------------------ money stays, or was owed

    /// @inheritdoc ITreasury
    function move(uint32 from, uint32 to, uint256 amount, bytes32 memo) external nonReentrant {
        if (!FundTable.mayMove(_callerPlace(), from, to)) revert TreasuryMoveClosed(from, to, msg.sender);
        _move(from, to, _setting.token, address(0), amount, memo);
    }

    /// @inheritdoc ITreasury
    function contribute(uint32 to, uint256 amount, bytes32 memo) external nonReentrant {
        if (!FundTable.mayContribute(_callerPlace(), to)) revert TreasuryMoveClosed(Funds.COMMONS, to, msg.sender);
        address token = _setting.token;
        _count(Funds.COMMONS, token, amount);
        _move(Funds.COMMONS, to, token, address(0), amount, memo);
        _requireWithinLimit(token);
    }

    /// @inheritdoc ITreasury
    function payDue(uint32 fund, address to, uint256 amount, bytes32 memo) external nonReentrant {
        if (!FundTable.mayPay(_callerPlace(), fund)) revert TreasuryFundClosed(fund, msg.sender);
        _payOut(fund, _setting.token, to, amount, memo);
    }

    // ------------------------------------------------------------------------------------ what resolutions dispose of

    /// @inheritdoc ITreasury
    function pay(
        uint32 fund,
        address asset,
        address to,
        uint256 amount,
        bytes32 memo
    ) external restricted nonReentrant {
        _dispose(fund, asset, to, amount, memo);
        _requireWithinLimit(asset);
    }

    /// @inheritdoc ITreasury
    function dispose(
        uint32 fund,
        address asset,
        address to,
        uint256 amount,
        bytes32 memo
    ) external restricted nonReentrant {
        _dispose(fund, asset, to, amount, memo);
    }

    /// @inheritdoc ITreasury
    function grantBudget(
        uint64 role,
        uint32 fund,
        address asset,
        uint256 amount,
        uint40 until,
        bytes32 memo
    ) external restricted nonReentrant returns (uint256 budgetId) {
        budgetId = _grant(role, fund, asset, amount, until, memo);
        _requireWithinLimit(asset);
    }

    /// @inheritdoc ITreasury
    function grantBudgetBeyond(
        uint64 role,
        uint32 fund,
        address asset,
        uint256 amount,
        uint40 until,
        bytes32 memo
    ) external restricted nonReentrant returns (uint256 budgetId) {
        return _grant(role, fund, asset, amount, until, memo);
    }

    /// @inheritdoc ITreasury
    /// @dev B1: the Assembly decided, whoever is in office carries out. The whole budget counted when it was granted (V7).
    function spend(uint256 budgetId, address to, uint256 amount, bytes32 memo) external nonReentrant {
        _spend(budgetId, msg.sender, to, amount, memo);
    }

    /// @inheritdoc ITreasury
    function spendFor(
        uint256 budgetId,
        address spender,
        uint256 amount,
        bytes32 memo
    ) external onlyPlace(Place.Market) nonReentrant {
        if (_budgets[budgetId].asset != _setting.token) revert TreasuryAssetUnlisted(_budgets[budgetId].asset);
        _spend(budgetId, spender, msg.sender, amount, memo);
    }

    // ------------------------------------------------------------------------------- what arrived unasked, and assets

    /// @inheritdoc ITreasury
    function post(uint32 fund, address asset, uint256 amount, bytes32 memo) external restricted nonReentrant {
        _requireListed(asset);
        bool shared = fund == Funds.MEMBER_INCOME && asset == _setting.token;
        if (!shared && fund != Funds.OPERATING && fund != Funds.COMMONS) revert TreasuryFundClosed(fund, msg.sender);
        uint256 loose = unposted(asset);
        if (amount > loose) revert TreasuryFundTooSmall(Funds.OUTSIDE, asset, loose, amount);
        _move(Funds.OUTSIDE, fund, asset, address(0), amount, memo);
        // In the same call, so that whoever leaves now has part in it, and whoever enters next has not.
        if (shared) ICommonsIncome(directory().moduleAt(Place.Income)).post(amount);
    }

    /// @inheritdoc ITreasury
    function postToReserve() external nonReentrant returns (uint256 amount) {
        address token = _setting.token;
        amount = unposted(token);
        if (amount == 0) revert TreasuryNothingToMove();
        IReserve reserve = IReserve(directory().moduleAt(Place.Reserve));
        emit PostedToReserve(amount);
        IERC20(token).safeTransfer(address(reserve), amount);
        reserve.post();
    }

    /// @inheritdoc ITreasury
    function listAsset(address asset, bool listed) external restricted {
        if (asset.code.length == 0) revert TreasuryAssetUnlisted(asset);
        bool fixed_ = asset == _setting.token || _listed[asset] == listed || _ledgers[asset].balance != 0;
        if (fixed_) revert TreasuryAssetFixed(asset);
        _listed[asset] = listed;
        emit AssetListed(asset, listed);
    }

    // -------------------------------------------------------------------------------------------- a stop, and the end

    /// @inheritdoc ITreasury
    function halt(uint40 until) external restricted {
        Setting storage s = _setting;
        uint256 latest = block.timestamp + s.haltLimit;
        if (until <= block.timestamp || until > latest) revert TreasuryHaltOutOfBounds(until, latest);
        (uint256 from, ) = haltBounds();
        if (block.timestamp < from) revert TreasuryHaltedLately(from);
        (s.haltedUntil, s.haltedFor) = (until, uint24(until - block.timestamp));
        emit Halted(msg.sender, until);
        // Every offer would ask otherwise.
        IJobMarket(directory().moduleAt(Place.Market)).halt(until);
    }

    /// @inheritdoc ITreasury
    function endow(address asset) external nonReentrant returns (uint256 amount) {
        if (directory().closedAt() == 0) revert TreasuryNotClosed();
        address to = IReserve(directory().moduleAt(Place.Reserve)).beneficiary();
        amount = _endowFrom(Funds.OPERATING, asset, to);
        amount += _endowFrom(Funds.COMMONS, asset, to);
        amount += _endowFrom(Funds.UPKEEP, asset, to);
        amount += _endowFrom(Funds.COMMUNITY, asset, to);
        if (amount == 0) revert TreasuryNothingToMove();
    }

    // -------------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc ITreasury
    function balanceOf(uint32 fund, address asset) external view returns (uint256) {
        return _balances[fund][asset];
    }

    /// @inheritdoc ITreasury
    function booked(address asset) external view returns (uint256) {
        return _ledgers[asset].balance;
    }

    /// @inheritdoc ITreasury
    function disposalLimit(address asset) public view returns (uint256 disposed, uint256 limit) {
        uint256 highest;
        (disposed, highest) = _ledgers[asset].inTwelveMonths();
        uint256 share = IAssemblyDesk(directory().moduleAt(Place.Assembly)).disposalShare();
        limit = (highest * share + ONE - 1) / ONE;
    }

    /// @inheritdoc ITreasury
    function unposted(address asset) public view returns (uint256) {
        uint256 holds = IERC20(asset).balanceOf(address(this));
        uint256 inBooks = _ledgers[asset].balance;
        return holds > inBooks ? holds - inBooks : 0;
    }

    /// @inheritdoc ITreasury
    function settlementToken() external view returns (address) {
        return _setting.token;
    }

    /// @inheritdoc ITreasury
    function isListed(address asset) public view returns (bool) {
        return asset == _setting.token || _listed[asset];
    }

    /// @inheritdoc ITreasury
    function budgetOf(
        uint256 budgetId
    ) external view returns (uint64 role, uint32 fund, address asset, uint256 left, uint40 until) {
        Budget memory b = _budgets[budgetId];
        return (b.role, b.fund, b.asset, b.left, b.until);
    }

    /// @inheritdoc ITreasury
    function haltedUntil() external view returns (uint40) {
        return _setting.haltedUntil;
    }

    /// @inheritdoc ITreasury
    function haltBounds() public view returns (uint256 from, uint256 limit) {
        Setting memory s = _setting;
        // As long as the stop was, nothing is stopped after it.
        return (uint256(s.haltedUntil) + s.haltedFor, s.haltLimit);
    }

    // ----------------------------------------------------------------------------------------------------- the steps

    function _spend(uint256 budgetId, address spender, address to, uint256 amount, bytes32 memo) private {
        Budget memory b = _budgets[budgetId];
        IAuthority authority = IAuthority(directory().moduleAt(Place.Authority));
        if (block.timestamp >= b.until || !authority.holds(b.role, spender)) {
            revert TreasuryBudgetClosed(budgetId, spender);
        }
        _requireOpen();
        if (amount > b.left) revert TreasuryBudgetTooSmall(budgetId, b.left, amount);
        _budgets[budgetId].left = b.left - amount;
        emit BudgetSpent(budgetId, spender, to, amount, b.left - amount);
        _payOut(b.fund, b.asset, to, amount, memo);
    }

    function _dispose(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) private {
        _count(fund, asset, amount);
        _payOut(fund, asset, to, amount, memo);
    }

    function _grant(
        uint64 role,
        uint32 fund,
        address asset,
        uint256 amount,
        uint40 until,
        bytes32 memo
    ) private returns (uint256 budgetId) {
        _requireListed(asset);
        bool personal = role >= Roles.BOARD && role <= Roles.GUARDIAN && role != Roles.AUDITOR;
        bool inTime = until > block.timestamp && until <= block.timestamp + LONGEST_BUDGET;
        if (!personal || !inTime) revert TreasuryBudgetOutOfBounds(role, until);
        if (amount == 0) revert TreasuryNothingToMove();
        _count(fund, asset, amount);
        budgetId = ++_budgetsEver;
        _budgets[budgetId] = Budget(asset, until, uint8(role), fund, amount);
        emit BudgetGranted(budgetId, role, fund, asset, amount, until, memo);
    }

    /// @dev V7: whatever leaves by resolution is added up.
    function _count(uint32 fund, address asset, uint256 amount) private {
        if (!FundTable.maySpend(fund)) revert TreasuryFundClosed(fund, msg.sender);
        _requireOpen();
        _ledgers[asset].dispose(amount);
    }

    /// @dev V7: what ordinary resolutions must stay below.
    function _requireWithinLimit(address asset) private view {
        (uint256 disposed, uint256 limit) = disposalLimit(asset);
        if (disposed >= limit) revert TreasuryNeedsExtraordinary(asset, disposed, limit);
    }

    function _endowFrom(uint32 fund, address asset, address to) private returns (uint256 amount) {
        amount = _balances[fund][asset];
        if (amount != 0) _payOut(fund, asset, to, amount, "endowment");
    }

    /// @dev The one way in: what arrived is measured, not believed.
    function _receive(address asset, address from, uint256 amount) private returns (uint256 received) {
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(from, address(this), amount);
        return IERC20(asset).balanceOf(address(this)) - before;
    }

    /// @dev The one way out: the books first, then the transfer. A token that has two addresses is not paid under the second one out of
    /// what is booked under the first [case 80].
    function _payOut(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) private {
        _requireListed(asset);
        if (to == address(0) || to == address(this)) revert TreasuryUnfitPayee(to);
        _move(fund, Funds.OUTSIDE, asset, to, amount, memo);
        address token = _setting.token;
        if (asset == token) return IERC20(asset).safeTransfer(to, amount);
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(asset).safeTransfer(to, amount);
        if (IERC20(token).balanceOf(address(this)) < before) revert TreasuryAssetTwice(asset);
    }

    /// @dev The one posting function: both funds, the total, one event.
    function _move(uint32 from, uint32 to, address asset, address party, uint256 amount, bytes32 memo) private {
        if (amount == 0) revert TreasuryNothingToMove();
        if (from == Funds.OUTSIDE) {
            _ledgers[asset].set(_ledgers[asset].balance + amount);
        } else {
            uint256 holds = _balances[from][asset];
            if (holds < amount) revert TreasuryFundTooSmall(from, asset, holds, amount);
            _balances[from][asset] = holds - amount;
        }
        if (to == Funds.OUTSIDE) _ledgers[asset].set(_ledgers[asset].balance - amount);
        else _balances[to][asset] += amount;
        emit Moved(from, to, asset, party, amount, memo);
    }

    function _callerPlace() private view returns (Place) {
        return directory().placeOf(msg.sender);
    }

    function _requireListed(address asset) private view {
        if (!isListed(asset)) revert TreasuryAssetUnlisted(asset);
    }

    function _requireOpen() private view {
        if (directory().closedAt() != 0) revert TreasuryClosed();
    }

    function _requireNoHalt() private view {
        uint40 until = _setting.haltedUntil;
        if (block.timestamp < until) revert TreasuryHalted(until);
    }
}
