// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Charter, Implementations} from "../../contracts/interfaces/ICoopFactory.sol";
import {IDirectory, Place} from "../../contracts/interfaces/IDirectory.sol";
import {MemberShares} from "../../contracts/capital/MemberShares.sol";
import {AuditRegister} from "../../contracts/commons/AuditRegister.sol";
import {BondOffice} from "../../contracts/commons/BondOffice.sol";
import {CommonsIncome} from "../../contracts/commons/CommonsIncome.sol";
import {MachineRegister} from "../../contracts/commons/MachineRegister.sol";
import {Reserve} from "../../contracts/commons/Reserve.sol";
import {Treasury} from "../../contracts/commons/Treasury.sol";
import {Authority} from "../../contracts/founding/Authority.sol";
import {CoopFactory} from "../../contracts/founding/CoopFactory.sol";
import {Directory} from "../../contracts/founding/Directory.sol";
import {JobMarket} from "../../contracts/market/JobMarket.sol";
import {Patronage} from "../../contracts/market/Patronage.sol";
import {Board} from "../../contracts/membership/Board.sol";
import {MemberRegister} from "../../contracts/membership/MemberRegister.sol";
import {BallotKeys} from "../../contracts/membership/BallotKeys.sol";
import {Surplus} from "../../contracts/surplus/Surplus.sol";
import {Assembly} from "../../contracts/voting/Assembly.sol";
import {AssemblyDesk} from "../../contracts/voting/AssemblyDesk.sol";
import {AssemblyLobby} from "../../contracts/voting/AssemblyLobby.sol";

/// @notice A founded co-op's modules.
struct Coop {
    address directory;
    address authority;
    address register;
    address assemblyModule;
    address shares;
    address treasury;
    address board;
    address reserve;
    address audits;
    address bonds;
    address machines;
    address income;
    address market;
    address patronage;
    address surplus;
}

/// @title Founds a co-op for a test as it is founded on a chain: real implementations behind real clones
/// @dev The runner deploys the libraries and links them.
library Founding {
    function found(Charter memory charter) internal returns (Coop memory coop) {
        CoopFactory factory = new CoopFactory(
            Implementations({
                directory: address(new Directory()),
                authority: address(new Authority()),
                register: address(new MemberRegister()),
                assemblyModule: address(new Assembly(address(new AssemblyDesk(address(new AssemblyLobby()))))),
                shares: address(new MemberShares()),
                treasury: address(new Treasury()),
                board: address(new Board()),
                reserve: address(new Reserve()),
                audits: address(new AuditRegister()),
                bonds: address(new BondOffice()),
                machines: address(new MachineRegister()),
                income: address(new CommonsIncome()),
                market: address(new JobMarket()),
                patronage: address(new Patronage()),
                surplus: address(new Surplus()),
                ballotKeys: address(new BallotKeys())
            })
        );
        IDirectory house = IDirectory(factory.found(charter, 0));
        coop.directory = address(house);
        coop.authority = house.moduleAt(Place.Authority);
        coop.register = house.moduleAt(Place.Register);
        coop.assemblyModule = house.moduleAt(Place.Assembly);
        coop.shares = house.moduleAt(Place.Shares);
        coop.treasury = house.moduleAt(Place.Treasury);
        coop.board = house.moduleAt(Place.Board);
        coop.reserve = house.moduleAt(Place.Reserve);
        coop.audits = house.moduleAt(Place.Audits);
        coop.bonds = house.moduleAt(Place.Bonds);
        coop.machines = house.moduleAt(Place.Machines);
        coop.income = house.moduleAt(Place.Income);
        coop.market = house.moduleAt(Place.Market);
        coop.patronage = house.moduleAt(Place.Patronage);
        coop.surplus = house.moduleAt(Place.Surplus);
    }
}
