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
import {JobMarket} from "../market/JobMarket.sol";
import {Patronage} from "../market/Patronage.sol";
import {BallotKeys} from "../membership/BallotKeys.sol";
import {Board} from "../membership/Board.sol";
import {MemberRegister} from "../membership/MemberRegister.sol";
import {Surplus} from "../surplus/Surplus.sol";
import {AssemblyDesk} from "../voting/AssemblyDesk.sol";
import {Authority} from "./Authority.sol";
import {CharterChecks} from "./CharterChecks.sol";
import {Directory} from "./Directory.sol";

/// @title CoopFactory
/// @notice See {ICoopFactory}.
contract CoopFactory is ICoopFactory {
    uint256 private constant MODULES = 15;
    /// @dev Where two of them stand in the list.
    uint256 private constant AT_REGISTER = 1;
    uint256 private constant AT_PATRONAGE = 11;

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
        CharterChecks.check(charter);
        directory = Clones.cloneDeterministic(DIRECTORY, _salt(msg.sender, salt));
        _wire(Directory(directory), charter);
        emit CoopFounded(directory, charter.name, msg.sender);
    }

    /// @inheritdoc ICoopFactory
    function predict(address founder, bytes32 salt) public view returns (address) {
        return Clones.predictDeterministicAddress(DIRECTORY, _salt(founder, salt));
    }

    /// @inheritdoc ICoopFactory
    function predictModules(
        address founder,
        bytes32 salt,
        address settlementToken
    ) external view returns (Place[] memory places, address[] memory modules) {
        address directory = predict(founder, salt);
        address[] memory code;
        (places, code) = _parts();
        modules = new address[](MODULES);
        for (uint256 i = 0; i < MODULES; ++i) {
            bytes memory args = _arguments(directory, places[i], settlementToken, modules);
            modules[i] = Clones.predictDeterministicAddressWithImmutableArgs(code[i], args, keccak256(args));
        }
    }

    /// @dev Clones every module for this directory, enters them in it, then initialises each.
    function _wire(Directory directory, Charter calldata charter) private {
        (Place[] memory places, address[] memory code) = _parts();
        address[] memory modules = new address[](MODULES);
        for (uint256 i = 0; i < MODULES; ++i) {
            bytes memory args = _arguments(address(directory), places[i], charter.settlementToken, modules);
            modules[i] = Clones.cloneDeterministicWithImmutableArgs(code[i], args, keccak256(args));
        }
        directory.initialize(places, modules, charter.purpose, charter.furtherFounders);

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

    /// @dev Every place but the directory's, and the code that stands there.
    function _parts() private view returns (Place[] memory places, address[] memory code) {
        (places, code) = (new Place[](MODULES), new address[](MODULES));
        (places[0], code[0]) = (Place.Authority, AUTHORITY);
        (places[AT_REGISTER], code[AT_REGISTER]) = (Place.Register, REGISTER);
        (places[2], code[2]) = (Place.Assembly, ASSEMBLY);
        (places[3], code[3]) = (Place.Shares, SHARES);
        (places[4], code[4]) = (Place.Treasury, TREASURY);
        (places[5], code[5]) = (Place.Board, BOARD);
        (places[6], code[6]) = (Place.Reserve, RESERVE);
        (places[7], code[7]) = (Place.Audits, AUDITS);
        (places[8], code[8]) = (Place.Bonds, BONDS);
        (places[9], code[9]) = (Place.Machines, MACHINES);
        (places[10], code[10]) = (Place.Income, INCOME);
        (places[AT_PATRONAGE], code[AT_PATRONAGE]) = (Place.Patronage, PATRONAGE);
        (places[12], code[12]) = (Place.Market, MARKET);
        (places[13], code[13]) = (Place.Surplus, SURPLUS);
        (places[14], code[14]) = (Place.BallotKeys, KEYS);
    }

    /// @dev What a clone has in its code; `modules` are those before it in the list. Neither token nor register is ever replaced:
    /// whoever asks for them often has them there.
    function _arguments(
        address directory,
        Place place,
        address token,
        address[] memory modules
    ) private pure returns (bytes memory args) {
        args = abi.encodePacked(directory, uint8(place));
        if (place != Place.Patronage && place != Place.Market) return args;
        args = abi.encodePacked(args, token, modules[AT_REGISTER]);
        if (place == Place.Market) args = abi.encodePacked(args, modules[AT_PATRONAGE]);
    }

    function _salt(address founder, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(founder, salt));
    }

    function _coded(address implementation, Place place) private view returns (address) {
        if (implementation.code.length == 0) revert CoopFactoryImplementationMissing(place);
        return implementation;
    }
}
