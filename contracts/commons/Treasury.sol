// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IAssemblyDesk} from "../interfaces/IAssembly.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";
import {FundTable} from "./FundTable.sol";
import {YearLib} from "../libraries/YearLib.sol";

/// @title Treasury
/// @notice See {ITreasury}.
/// @dev Funds change in `_move` and nowhere else; money leaves in `_payOut` and nowhere else.
contract Treasury is ITreasury, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using YearLib for YearLib.Ledger;

    uint256 private constant ONE = 10_000;

    mapping(uint32 fund => mapping(address asset => uint256)) private _balances;
    /// @dev What all funds together hold of an asset, and its last twelve months.
    mapping(address asset => YearLib.Ledger) private _ledgers;
    address private _settlementToken;

    /// @notice Names the co-op's one unit of account. Called once, by the factory.
    function initialize(address settlementToken_) external initializer {
        if (settlementToken_.code.length == 0) revert TreasuryAssetUnlisted(settlementToken_);
        _settlementToken = settlementToken_;
    }

    /// @inheritdoc ITreasury
    function deposit(
        uint32 fund,
        address asset,
        uint256 amount,
        bytes32 memo
    ) external nonReentrant returns (uint256 received) {
        _requireListed(asset);
        if (fund != Funds.OPERATING) revert TreasuryFundClosed(fund, msg.sender);
        return _collect(fund, asset, msg.sender, amount, memo);
    }

    /// @inheritdoc ITreasury
    function take(
        uint32 fund,
        address from,
        uint256 amount,
        bytes32 memo
    ) external nonReentrant returns (uint256 received) {
        if (!FundTable.mayTake(_callerPlace(), fund)) revert TreasuryFundClosed(fund, msg.sender);
        return _collect(fund, _settlementToken, from, amount, memo);
    }

    /// @inheritdoc ITreasury
    function move(uint32 from, uint32 to, uint256 amount, bytes32 memo) external nonReentrant {
        if (!FundTable.mayMove(_callerPlace(), from, to)) revert TreasuryMoveClosed(from, to, msg.sender);
        _move(from, to, _settlementToken, address(0), amount, memo);
    }

    /// @inheritdoc ITreasury
    function payDue(uint32 fund, address to, uint256 amount, bytes32 memo) external nonReentrant {
        if (!FundTable.mayPay(_callerPlace(), fund)) revert TreasuryFundClosed(fund, msg.sender);
        _payOut(fund, _settlementToken, to, amount, memo);
    }

    /// @inheritdoc ITreasury
    function pay(
        uint32 fund,
        address asset,
        address to,
        uint256 amount,
        bytes32 memo
    ) external restricted nonReentrant {
        _dispose(fund, asset, to, amount, memo);
        (uint256 disposed, uint256 limit) = disposalLimit(asset);
        if (disposed >= limit) revert TreasuryNeedsExtraordinary(asset, disposed, limit);
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
    function post(address asset, uint256 amount, bytes32 memo) external restricted nonReentrant {
        _requireListed(asset);
        uint256 loose = unposted(asset);
        if (amount > loose) revert TreasuryFundTooSmall(Funds.OUTSIDE, asset, loose, amount);
        _move(Funds.OUTSIDE, Funds.OPERATING, asset, address(0), amount, memo);
    }

    /// @inheritdoc ITreasury
    function postToReserve() external nonReentrant returns (uint256 amount) {
        amount = unposted(_settlementToken);
        if (amount == 0) revert TreasuryNothingToMove();
        IReserve reserve = IReserve(directory().moduleAt(Place.Reserve));
        emit PostedToReserve(amount);
        IERC20(_settlementToken).safeTransfer(address(reserve), amount);
        reserve.post();
    }

    /// @inheritdoc ITreasury
    function endow() external nonReentrant returns (uint256 amount) {
        if (directory().closedAt() == 0) revert TreasuryNotClosed();
        address to = IReserve(directory().moduleAt(Place.Reserve)).beneficiary();
        amount = _balances[Funds.OPERATING][_settlementToken];
        _payOut(Funds.OPERATING, _settlementToken, to, amount, "endowment");
    }

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
        return _settlementToken;
    }

    /// @dev V7: whatever leaves by resolution is added up.
    function _dispose(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) private {
        if (fund != Funds.OPERATING) revert TreasuryFundClosed(fund, msg.sender);
        if (directory().closedAt() != 0) revert TreasuryClosed();
        _ledgers[asset].dispose(amount);
        _payOut(fund, asset, to, amount, memo);
    }

    /// @dev The one way in: what arrived is measured, not believed.
    function _collect(
        uint32 fund,
        address asset,
        address from,
        uint256 amount,
        bytes32 memo
    ) private returns (uint256 received) {
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(from, address(this), amount);
        received = IERC20(asset).balanceOf(address(this)) - before;
        _move(Funds.OUTSIDE, fund, asset, from, received, memo);
    }

    /// @dev The one way out: the books first, then the transfer.
    function _payOut(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) private {
        _requireListed(asset);
        if (to == address(0) || to == address(this)) revert TreasuryUnfitPayee(to);
        _move(fund, Funds.OUTSIDE, asset, to, amount, memo);
        IERC20(asset).safeTransfer(to, amount);
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
        if (asset != _settlementToken) revert TreasuryAssetUnlisted(asset);
    }
}
