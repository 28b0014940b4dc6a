// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {MemberShares} from "../capital/MemberShares.sol";
import {AuditRegister} from "../commons/AuditRegister.sol";
import {BondOffice} from "../commons/BondOffice.sol";
import {CommonsIncome} from "../commons/CommonsIncome.sol";
import {MachineRegister} from "../commons/MachineRegister.sol";
import {Reserve} from "../commons/Reserve.sol";
import {Treasury} from "../commons/Treasury.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {Charter, ICoopFactory, Implementations} from "../interfaces/ICoopFactory.sol";
import {Roles} from "../libraries/Roles.sol";
import {JobMarket} from "../market/JobMarket.sol";
import {Patronage} from "../market/Patronage.sol";
import {BallotKeys} from "../membership/BallotKeys.sol";
import {Board} from "../membership/Board.sol";
import {MemberRegister} from "../membership/MemberRegister.sol";
import {Surplus} from "../surplus/Surplus.sol";
import {AssemblyDesk} from "../voting/AssemblyDesk.sol";
import {Authority} from "./Authority.sol";
import {Directory} from "./Directory.sol";

/// @title CoopFactory
/// @notice See {ICoopFactory}.
contract CoopFactory is ICoopFactory {
    uint256 private constant MAX_FOUNDERS = 12;
    /// @dev Founders' powers end on a date (B2).
    uint256 private constant LONGEST_FOUNDING_TERM = 365 days;
    /// @dev Fewest seats of a board (B1).
    uint256 private constant LEAST_SEATS = 3;
    uint256 private constant MODULES = 15;

    address private immutable DIRECTORY;
    address private immutable AUTHORITY;
    address private immutable REGISTER;
    address private immutable ASSEMBLY;
    address private immutable SHARES;
    address private immutable TREASURY;
    address private immutable BOARD;
    address private immutable RESERVE;
    address private immutable AUDITS;
    address private immutable BONDS;
    address private immutable MACHINES;
    address private immutable INCOME;
    address private immutable MARKET;
    address private immutable PATRONAGE;
    address private immutable SURPLUS;
    address private immutable KEYS;

    /// @notice The implementations that every co-op of this factory is a clone of.
    constructor(Implementations memory code) {
        DIRECTORY = _coded(code.directory, Place.Directory);
        AUTHORITY = _coded(code.authority, Place.Authority);
        REGISTER = _coded(code.register, Place.Register);
        ASSEMBLY = _coded(code.assemblyModule, Place.Assembly);
        SHARES = _coded(code.shares, Place.Shares);
        TREASURY = _coded(code.treasury, Place.Treasury);
        BOARD = _coded(code.board, Place.Board);
        RESERVE = _coded(code.reserve, Place.Reserve);
        AUDITS = _coded(code.audits, Place.Audits);
        BONDS = _coded(code.bonds, Place.Bonds);
        MACHINES = _coded(code.machines, Place.Machines);
        INCOME = _coded(code.income, Place.Income);
        MARKET = _coded(code.market, Place.Market);
        PATRONAGE = _coded(code.patronage, Place.Patronage);
        SURPLUS = _coded(code.surplus, Place.Surplus);
        KEYS = _coded(code.ballotKeys, Place.BallotKeys);
    }

    /// @inheritdoc ICoopFactory
    function found(Charter calldata charter, bytes32 salt) external returns (address directory) {
        _check(charter);
        directory = Clones.cloneDeterministic(DIRECTORY, _salt(msg.sender, salt));
        _wire(Directory(directory), charter);
        emit CoopFounded(directory, charter.name, msg.sender);
    }

    /// @inheritdoc ICoopFactory
    function predict(address founder, bytes32 salt) external view returns (address) {
        return Clones.predictDeterministicAddress(DIRECTORY, _salt(founder, salt));
    }

    /// @dev Clones every module for this directory, enters them in it, then initialises each.
    function _wire(Directory directory, Charter calldata charter) private {
        Place[] memory places = new Place[](MODULES);
        address[] memory modules = new address[](MODULES);
        (places[0], modules[0]) = _clone(directory, Place.Authority, AUTHORITY);
        (places[1], modules[1]) = _clone(directory, Place.Register, REGISTER);
        (places[2], modules[2]) = _clone(directory, Place.Assembly, ASSEMBLY);
        (places[3], modules[3]) = _clone(directory, Place.Shares, SHARES);
        (places[4], modules[4]) = _clone(directory, Place.Treasury, TREASURY);
        (places[5], modules[5]) = _clone(directory, Place.Board, BOARD);
        (places[6], modules[6]) = _clone(directory, Place.Reserve, RESERVE);
        (places[7], modules[7]) = _clone(directory, Place.Audits, AUDITS);
        (places[8], modules[8]) = _clone(directory, Place.Bonds, BONDS);
        (places[9], modules[9]) = _clone(directory, Place.Machines, MACHINES);
        (places[10], modules[10]) = _clone(directory, Place.Income, INCOME);
        // Neither token nor register is ever replaced: whoever asks for them often has them in its code.
        bytes memory fixed_ = abi.encodePacked(charter.settlementToken, modules[1]);
        (places[11], modules[11]) = _cloneWith(directory, Place.Patronage, PATRONAGE, fixed_);
        fixed_ = abi.encodePacked(fixed_, modules[11]);
        (places[12], modules[12]) = _cloneWith(directory, Place.Market, MARKET, fixed_);
        (places[13], modules[13]) = _clone(directory, Place.Surplus, SURPLUS);
        (places[14], modules[14]) = _clone(directory, Place.BallotKeys, KEYS);
        directory.initialize(places, modules, charter.purpose);

        Authority(modules[0]).initialize(charter.officers);
        MemberRegister(modules[1]).initialize(charter.name, charter.classes, charter.founders, charter.membership);
        AssemblyDesk(payable(modules[2])).initialize(charter.rules);
        MemberShares(modules[3]).initialize(charter.name, charter.shares);
        Treasury(modules[4]).initialize(charter.settlementToken, charter.haltLimit);
        Board(modules[5]).initialize();
        Reserve(modules[6]).initialize(charter.settlementToken, charter.body);
        AuditRegister(modules[7]).initialize();
        BondOffice(modules[8]).initialize();
        MachineRegister(modules[9]).initialize();
        CommonsIncome(modules[10]).initialize();
        Patronage(modules[11]).initialize();
        JobMarket(modules[12]).initialize(charter.market);
        Surplus(modules[13]).initialize(charter.surplus);
        BallotKeys(modules[14]).initialize();
    }

    function _clone(Directory directory, Place place, address implementation) private returns (Place, address) {
        return _cloneWith(directory, place, implementation, "");
    }

    function _cloneWith(
        Directory directory,
        Place place,
        address implementation,
        bytes memory fixed_
    ) private returns (Place, address) {
        bytes memory args = abi.encodePacked(address(directory), uint8(place), fixed_);
        bytes32 salt = keccak256(args);
        return (place, Clones.cloneDeterministicWithImmutableArgs(implementation, args, salt));
    }

    /// @dev What no module can check alone.
    function _check(Charter calldata charter) private view {
        if (charter.founders.length == 0 || charter.founders.length > MAX_FOUNDERS) {
            revert CoopFactoryFoundersOutOfBounds(charter.founders.length);
        }
        uint256 seats;
        for (uint256 i = 0; i < charter.officers.length; ++i) {
            uint48 until = charter.officers[i].until;
            if (until > block.timestamp + LONGEST_FOUNDING_TERM) revert CoopFactoryTermTooLong(until);
            if (charter.officers[i].role == Roles.BOARD) ++seats;
        }
        if (seats != 0 && seats < LEAST_SEATS) revert CoopFactoryBoardTooSmall(seats);
    }

    function _salt(address founder, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(founder, salt));
    }

    function _coded(address implementation, Place place) private view returns (address) {
        if (implementation.code.length == 0) revert CoopFactoryImplementationMissing(place);
        return implementation;
    }
}
