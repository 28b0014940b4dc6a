// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {Act, IBoard} from "../interfaces/IBoard.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Module} from "../libraries/Module.sol";
import {Roles} from "../libraries/Roles.sol";

/// @title Board
/// @notice See {IBoard}.
contract Board is IBoard, Module {
    uint256 private constant LASTS = 30 days;
    uint256 private constant QUORUM = 2;

    mapping(uint256 actId => Act) private _acts;
    uint256 private _actsEver;

    /// @notice Nothing to set. Called once, by the factory.
    function initialize() external initializer {}

    /// @inheritdoc IBoard
    function decide(address target, bytes calldata data, bytes32 reason) external returns (uint256 actId) {
        _requireDirector(msg.sender, inOffice());
        if (directory().placeOf(target) == Place.None) revert BoardTargetNotModule(target);
        actId = ++_actsEver;
        _acts[actId] = Act(keccak256(abi.encode(target, data)), msg.sender, address(0), uint40(block.timestamp), false);
        emit ActDecided(actId, msg.sender, target, data, reason);
    }

    /// @inheritdoc IBoard
    function second(uint256 actId) external {
        Act storage a = _requireOpen(actId);
        if (inOffice()) revert BoardInOffice();
        _requireDirector(msg.sender, false);
        if (msg.sender == a.decidedBy || a.secondedBy != address(0)) revert BoardSamePerson(actId, msg.sender);
        a.secondedBy = msg.sender;
        emit ActSeconded(actId, msg.sender);
    }

    /// @inheritdoc IBoard
    function carryOut(uint256 actId, address target, bytes calldata data) external {
        Act storage a = _requireOpen(actId);
        if (a.contentHash != keccak256(abi.encode(target, data))) revert BoardNotWhatWasDecided(actId);
        // B1: whoever decides does not carry out.
        if (msg.sender == a.decidedBy || msg.sender == a.secondedBy) revert BoardSamePerson(actId, msg.sender);
        bool byBoard = inOffice();
        if (byBoard && !_holds(Roles.TREASURER, msg.sender)) _requireDirector(msg.sender, true);
        if (!byBoard) _requireDirector(msg.sender, false);
        if (!byBoard && a.secondedBy == address(0)) revert BoardSecondMissing(actId);
        if (!_isDirector(a.decidedBy, byBoard)) revert BoardActLapsed(actId);
        if (!byBoard && !_isDirector(a.secondedBy, false)) revert BoardActLapsed(actId);
        if (directory().placeOf(target) == Place.None) revert BoardTargetNotModule(target);

        a.done = true;
        emit ActCarriedOut(actId, msg.sender);
        Address.functionCall(target, data);
    }

    /// @inheritdoc IBoard
    function withdraw(uint256 actId) external {
        Act storage a = _requireOpen(actId);
        if (msg.sender != a.decidedBy) revert BoardNotADirector(msg.sender);
        a.done = true;
        emit ActWithdrawn(actId);
    }

    /// @inheritdoc IBoard
    function inOffice() public view returns (bool) {
        return _authority().inOffice(Roles.BOARD) >= QUORUM;
    }

    /// @inheritdoc IBoard
    function act(uint256 actId) external view returns (Act memory) {
        return _acts[actId];
    }

    /// @inheritdoc IBoard
    function actsEver() external view returns (uint256) {
        return _actsEver;
    }

    function _requireOpen(uint256 actId) private view returns (Act storage a) {
        a = _acts[actId];
        if (a.decidedAt == 0 || a.done) revert BoardNoSuchAct(actId);
        if (block.timestamp > a.decidedAt + LASTS) revert BoardActLapsed(actId);
    }

    function _requireDirector(address account, bool byBoard) private view {
        if (!_isDirector(account, byBoard)) revert BoardNotADirector(account);
    }

    /// @dev Where no board is in office, every member is as good as a director (V8).
    function _isDirector(address account, bool byBoard) private view returns (bool) {
        if (byBoard) return _holds(Roles.BOARD, account);
        (uint32 memberId, ) = IMemberRegister(directory().moduleAt(Place.Register)).seatOf(account);
        return memberId != 0;
    }

    function _holds(uint64 role, address account) private view returns (bool) {
        return _authority().holds(role, account);
    }

    function _authority() private view returns (IAuthority) {
        return IAuthority(directory().moduleAt(Place.Authority));
    }
}
