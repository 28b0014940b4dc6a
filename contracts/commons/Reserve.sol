// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IAuditRegister} from "../interfaces/IAuditRegister.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";

/// @title Reserve
/// @notice See {IReserve}.
/// @dev Money leaves in `_cover`, to the Treasury, and in `endow`, to the body. There is no third way.
contract Reserve is IReserve, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev A2: so long the members can think again about who inherits.
    uint256 private constant BODY_WAITS = 180 days;

    IERC20 private _token;
    uint256 private _booked;
    address private _body;
    bool private _accepted;
    address private _next;
    uint40 private _effectiveAt;
    bool private _nextAccepted;
    mapping(address account => bool) private _everNamed;

    /// @notice Names the first asset-locked body, which still has to accept. Called once, by the factory.
    /// @dev The token is kept here, so that no later treasury can name another.
    function initialize(address settlementToken, address body_) external initializer {
        _requireFit(body_);
        (_token, _body) = (IERC20(settlementToken), body_);
        _everNamed[body_] = true;
        emit BodyNamed(body_, uint40(block.timestamp));
    }

    /// @inheritdoc IReserve
    function deposit(uint256 amount, bytes32 memo) external nonReentrant returns (uint256 received) {
        uint256 before = _token.balanceOf(address(this));
        _token.safeTransferFrom(msg.sender, address(this), amount);
        received = _token.balanceOf(address(this)) - before;
        _grow(msg.sender, received, memo);
    }

    /// @inheritdoc IReserve
    function post() external nonReentrant returns (uint256 amount) {
        uint256 holds = _token.balanceOf(address(this));
        amount = holds > _booked ? holds - _booked : 0;
        _grow(address(0), amount, 0);
    }

    /// @inheritdoc IReserve
    function coverLoss(uint256 certificateId, uint256 amount) external nonReentrant onlyPlace(Place.Assembly) {
        if (amount > _booked) revert ReserveTooSmall(_booked, amount);
        if (amount == 0) revert ReserveNothingToMove();
        _cover(certificateId, amount);
    }

    /// @inheritdoc IReserve
    function exhaust(uint256 certificateId) external nonReentrant onlyPlace(Place.Shares) returns (uint256 paid) {
        paid = _audits().leftOf(certificateId);
        if (paid > _booked) paid = _booked;
        if (paid != 0) _cover(certificateId, paid);
    }

    /// @inheritdoc IReserve
    function nameBody(address body_) external onlyPlace(Place.Assembly) {
        _requireFit(body_);
        _settle();
        (_next, _effectiveAt, _nextAccepted) = (body_, uint40(block.timestamp + BODY_WAITS), false);
        _everNamed[body_] = true;
        emit BodyNamed(body_, _effectiveAt);
    }

    /// @inheritdoc IReserve
    function acceptBody() external {
        _settle();
        if (msg.sender == _next) _nextAccepted = true;
        else if (msg.sender == _body) _accepted = true;
        else revert ReserveNotNamed(msg.sender);
        emit BodyAccepted(msg.sender);
    }

    /// @inheritdoc IReserve
    function endow(address asset) external nonReentrant returns (uint256 amount) {
        if (directory().closedAt() == 0) revert ReserveNotClosed();
        address to = beneficiary();
        amount = IERC20(asset).balanceOf(address(this));
        if (amount == 0) revert ReserveNothingToMove();
        if (asset == address(_token)) _booked = 0;
        emit Endowed(to, asset, amount);
        IERC20(asset).safeTransfer(to, amount);
    }

    /// @inheritdoc IReserve
    function booked() external view returns (uint256) {
        return _booked;
    }

    /// @inheritdoc IReserve
    function body()
        public
        view
        returns (address current, bool accepted, address next, uint40 effectiveAt, bool nextAccepted)
    {
        if (_hasFollowed()) return (_next, true, address(0), 0, false);
        return (_body, _accepted, _next, _effectiveAt, _nextAccepted);
    }

    /// @inheritdoc IReserve
    function requireNotBody(address account) external view {
        if (_everNamed[account]) revert ReserveUnfitBody(account);
    }

    /// @inheritdoc IReserve
    function beneficiary() public view returns (address to) {
        bool accepted;
        (to, accepted, , , ) = body();
        if (!accepted) revert ReserveNoBody();
        _requireFit(to);
    }

    /// @dev A1: never more than what is certified, and only to the co-op itself.
    function _cover(uint256 certificateId, uint256 amount) private {
        _booked -= amount;
        emit LossCovered(certificateId, amount, _booked);
        _audits().charge(certificateId, amount);
        ITreasury treasury = ITreasury(directory().moduleAt(Place.Treasury));
        _token.forceApprove(address(treasury), amount);
        treasury.deposit(Funds.OPERATING, address(_token), amount, bytes32(certificateId));
    }

    function _grow(address from, uint256 amount, bytes32 memo) private {
        if (amount == 0) revert ReserveNothingToMove();
        _booked += amount;
        emit ReserveGrew(from, amount, _booked, memo);
    }

    /// @dev The body that was named to follow is the body once its time has come and it has accepted.
    function _settle() private {
        if (!_hasFollowed()) return;
        (_body, _accepted) = (_next, true);
        (_next, _effectiveAt, _nextAccepted) = (address(0), 0, false);
    }

    function _hasFollowed() private view returns (bool) {
        return _nextAccepted && block.timestamp >= _effectiveAt;
    }

    function _requireFit(address body_) private view {
        bool isModule = directory().placeOf(body_) != Place.None;
        bool isMember = IMemberRegister(directory().moduleAt(Place.Register)).wasMember(body_);
        if (body_ == address(0) || isModule || isMember) revert ReserveUnfitBody(body_);
    }

    function _audits() private view returns (IAuditRegister) {
        return IAuditRegister(directory().moduleAt(Place.Audits));
    }
}
