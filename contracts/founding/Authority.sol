// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagerUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagerUpgradeable.sol";
import {Appointment, IAuthority} from "../interfaces/IAuthority.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {Module} from "../libraries/Module.sol";
import {Places} from "../libraries/Places.sol";
import {Roles} from "../libraries/Roles.sol";
import {Powers} from "./Powers.sol";

/// @title Authority
/// @notice See {IAuthority}.
/// @dev The administrator is not a stored grant but a place: whoever is the Assembly now. So no key of the deployer can
/// remain, and replacing the Assembly hands its powers over in the same step [case 103].
contract Authority is IAuthority, AccessManagerUpgradeable, Module {
    /// @dev No grant outlives this (B1: a third of the seats each year, so three years and a margin).
    uint48 private constant LONGEST_TERM = 4 * 365 days;

    uint256 private constant YEAR = 365 days;

    /// @dev Most holders of an office at a time (B1).
    uint256 private constant SEATS = 9;

    mapping(uint64 role => mapping(address account => uint48)) private _ends;
    /// @dev Who was appointed last; some of them may be past their end. Never more than `SEATS`.
    mapping(uint64 role => address[]) private _holders;

    /// @notice Makes the first appointments. Called once, by the factory.
    function initialize(Appointment[] calldata appointments) external initializer {
        for (uint256 i = 0; i < appointments.length; ++i) {
            _appoint(appointments[i].role, appointments[i].account, appointments[i].until);
        }
    }

    /// @dev AccessManager's own initialiser would store an administrator; there is none.
    function initialize(address) public pure override {
        revert AuthorityGrantNeedsEnd();
    }

    /// @inheritdoc IAuthority
    function appoint(uint64 role, address account, uint48 until) external restricted {
        _appoint(role, account, until);
    }

    /// @inheritdoc IAuthority
    function recall(uint64 role, address account) external restricted {
        _end(role, account);
    }

    /// @notice Refused: every grant has an end (B1).
    function grantRole(uint64, address, uint32) public pure override {
        revert AuthorityGrantNeedsEnd();
    }

    /// @notice Takes a role back at once, as `recall`. Only the Assembly.
    function revokeRole(uint64 role, address account) public override restricted {
        _end(role, account);
    }

    /// @notice Refused: the Authority makes no calls for others. `IAssemblyDesk.callOutside` names the code it calls.
    function execute(address, bytes calldata) public payable override returns (uint32) {
        revert AuthorityCallsNobody();
    }

    /// @notice Refused: nothing is scheduled here.
    function schedule(address, bytes calldata, uint48) public pure override returns (bytes32, uint32) {
        revert AuthorityCallsNobody();
    }

    /// @notice Refused: modules find their authority in the directory.
    function updateAuthority(address, address) public pure override {
        revert AuthorityCallsNobody();
    }

    /// @notice Refused: nothing is scheduled here, so a delay would shut its target for good.
    function setTargetAdminDelay(address, uint32) public pure override {
        revert AuthorityCallsNobody();
    }

    /// @notice Lays down one's own role.
    function renounceRole(uint64 role, address callerConfirmation) public override {
        _forget(role, msg.sender);
        super.renounceRole(role, callerConfirmation);
    }

    /// @inheritdoc IAuthority
    function vacate(address account) external onlyPlace(Place.Register) {
        for (uint64 role = Roles.BOARD; role <= Roles.GUARDIAN; ++role) {
            if (_ends[role][account] != 0) _end(role, account);
        }
    }

    /// @notice The Assembly holds every role, the Board those of the board; a person holds one strictly before its end; nobody else is administrator.
    function hasRole(uint64 role, address account) public view override returns (bool isMember, uint32 executionDelay) {
        // A person is asked after first: what people do every day is cheaper than what the Assembly does now and then.
        isMember =
            role == PUBLIC_ROLE ||
            block.timestamp < _ends[role][account] ||
            account == directory().moduleAt(Place.Assembly) ||
            ((role == Roles.BOARD || role == Roles.BOARD_TOGETHER) && account == directory().moduleAt(Place.Board));
        return (isMember, 0);
    }

    /// @notice Whoever holds the role that `getTargetFunctionRole` names may call; so may the directory what the table leaves to it.
    function canCall(
        address caller,
        address target,
        bytes4 selector
    ) public view override returns (bool immediate, uint32 delay) {
        (immediate, delay) = super.canCall(caller, target, selector);
        if (immediate || caller != address(directory()) || isTargetClosed(target)) return (immediate, delay);
        immediate = Powers.isForDirectory(directory().placeOf(target), selector);
    }

    /// @notice The role that may call `selector` on `target`: a stored exception, else the table in code.
    function getTargetFunctionRole(address target, bytes4 selector) public view override returns (uint64) {
        uint64 exception = super.getTargetFunctionRole(target, selector);
        if (exception != 0) return exception;
        IDirectory house = directory();
        Place at = house.placeOf(target);
        // A market that was replaced ends its jobs, and arbiters go on to rule there (J4). Whoever else claims the place can let
        // whom it likes call itself anyway.
        if (at == Place.None && Places.claimed(house, target) == Place.Market) at = Place.Market;
        return Powers.roleFor(at, selector);
    }

    /// @inheritdoc IAuthority
    function endOf(uint64 role, address account) external view returns (uint48) {
        return _ends[role][account];
    }

    /// @inheritdoc IAuthority
    function holds(uint64 role, address account) external view returns (bool held) {
        (held, ) = hasRole(role, account);
    }

    /// @inheritdoc IAuthority
    function anyInOffice(uint64 role) external view returns (bool) {
        return _endingAfter(role, block.timestamp) != 0;
    }

    /// @inheritdoc IAuthority
    function inOffice(uint64 role) external view returns (uint256) {
        return _endingAfter(role, block.timestamp);
    }

    /// @dev The members can take back what the table leaves to an office, and give it back. More would get around a clause: what takes
    /// a resolution stays so, and so do the offices that are to be different people (B1) [case 102].
    function _setTargetFunctionRole(address target, bytes4 selector, uint64 roleId) internal override {
        if (roleId > Roles.ASSEMBLY) revert AuthorityRoleReserved(roleId);
        super._setTargetFunctionRole(target, selector, roleId);
    }

    /// @dev Holders whose term ends after `moment`.
    function _endingAfter(uint64 role, uint256 moment) private view returns (uint256 count) {
        address[] storage holders = _holders[role];
        for (uint256 i = 0; i < holders.length; ++i) {
            if (moment < _ends[role][holders[i]]) ++count;
        }
    }

    function _appoint(uint64 role, address account, uint48 until) private {
        if (role < Roles.BOARD || role > Roles.GUARDIAN) revert AuthorityRoleReserved(role);
        if (until <= block.timestamp || until > block.timestamp + LONGEST_TERM) revert AuthorityTermOutOfBounds(until);
        _requireApart(role, account);
        if (_ends[role][account] == 0) _seat(role, account);
        _ends[role][account] = until;
        if (role == Roles.BOARD && until > block.timestamp + YEAR) _requireRotation(until);
        _grantRole(role, account, 0, 0);
        emit Appointed(role, account, until);
    }

    function _end(uint64 role, address account) private {
        _forget(role, account);
        _revokeRole(role, account);
    }

    /// @dev B1: board, arbiters and auditor are different accounts, and the auditor holds no other office.
    function _requireApart(uint64 role, address account) private view {
        for (uint64 other = Roles.BOARD; other <= Roles.GUARDIAN; ++other) {
            if (other == role || _ends[other][account] <= block.timestamp) continue;
            bool audits = role == Roles.AUDITOR || other == Roles.AUDITOR;
            bool judges =
                (role == Roles.BOARD && other == Roles.ARBITER) || (role == Roles.ARBITER && other == Roles.BOARD);
            if (audits || judges) revert AuthorityOfficesApart(role, other, account);
        }
    }

    /// @dev B1: a third of the seats each year.
    function _requireRotation(uint48 until) private view {
        uint256 seats = _endingAfter(Roles.BOARD, block.timestamp);
        bool lawful =
            _endingAfter(Roles.BOARD, block.timestamp + YEAR) * 3 <= seats * 2 &&
                _endingAfter(Roles.BOARD, block.timestamp + 2 * YEAR) * 3 <= seats &&
                until <= block.timestamp + 3 * YEAR;
        if (!lawful) revert AuthorityBoardTermTooLong(until);
    }

    /// @dev Takes a free seat of the office, or that of somebody whose term is over.
    function _seat(uint64 role, address account) private {
        address[] storage holders = _holders[role];
        if (holders.length < SEATS) {
            holders.push(account);
            return;
        }
        for (uint256 i = 0; i < SEATS; ++i) {
            address former = holders[i];
            if (_ends[role][former] > block.timestamp) continue;
            holders[i] = account;
            delete _ends[role][former];
            _revokeRole(role, former);
            return;
        }
        revert AuthorityOfficeFull(role);
    }

    function _forget(uint64 role, address account) private {
        delete _ends[role][account];
        address[] storage holders = _holders[role];
        for (uint256 i = 0; i < holders.length; ++i) {
            if (holders[i] != account) continue;
            holders[i] = holders[holders.length - 1];
            holders.pop();
            return;
        }
    }
}
