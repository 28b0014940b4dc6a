// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";

/// @title Treasury
/// @notice See {ITreasury}.
/// @dev Funds change in `_move` and nowhere else; money leaves in `_payOut` and nowhere else.
contract Treasury is ITreasury, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    mapping(uint32 fund => mapping(address asset => uint256)) private _balances;
    mapping(address asset => uint256) private _booked;
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
        if (fund == Funds.SHARE_CAPITAL) {
            if (msg.sender != directory().moduleAt(Place.Shares)) revert TreasuryFundClosed(fund, msg.sender);
        } else if (fund != Funds.OPERATING) {
            revert TreasuryFundClosed(fund, msg.sender);
        }

        // What arrived is measured, not believed.
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), amount);
        received = IERC20(asset).balanceOf(address(this)) - before;
        _move(Funds.OUTSIDE, fund, asset, msg.sender, received, memo);
    }

    /// @inheritdoc ITreasury
    function pay(
        uint32 fund,
        address asset,
        address to,
        uint256 amount,
        bytes32 memo
    ) external restricted nonReentrant {
        if (fund != Funds.OPERATING) revert TreasuryFundClosed(fund, msg.sender);
        _payOut(fund, asset, to, amount, memo);
    }

    /// @inheritdoc ITreasury
    function post(address asset, uint256 amount, bytes32 memo) external restricted nonReentrant {
        _requireListed(asset);
        uint256 loose = unposted(asset);
        if (amount > loose) revert TreasuryFundTooSmall(Funds.OUTSIDE, asset, loose, amount);
        _move(Funds.OUTSIDE, Funds.OPERATING, asset, address(0), amount, memo);
    }

    /// @inheritdoc ITreasury
    function balanceOf(uint32 fund, address asset) external view returns (uint256) {
        return _balances[fund][asset];
    }

    /// @inheritdoc ITreasury
    function booked(address asset) external view returns (uint256) {
        return _booked[asset];
    }

    /// @inheritdoc ITreasury
    function unposted(address asset) public view returns (uint256) {
        uint256 holds = IERC20(asset).balanceOf(address(this));
        return holds > _booked[asset] ? holds - _booked[asset] : 0;
    }

    /// @inheritdoc ITreasury
    function settlementToken() external view returns (address) {
        return _settlementToken;
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
            _booked[asset] += amount;
        } else {
            uint256 holds = _balances[from][asset];
            if (holds < amount) revert TreasuryFundTooSmall(from, asset, holds, amount);
            _balances[from][asset] = holds - amount;
        }
        if (to == Funds.OUTSIDE) _booked[asset] -= amount;
        else _balances[to][asset] += amount;
        emit Moved(from, to, asset, party, amount, memo);
    }

    function _requireListed(address asset) private view {
        if (asset != _settlementToken) revert TreasuryAssetUnlisted(asset);
    }
}
