// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Rules} from "./IAssembly.sol";
import {Appointment} from "./IAuthority.sol";
import {Place} from "./IDirectory.sol";
import {MarketTerms} from "./IJobMarket.sol";
import {ClassDeclaration, Founder, MembershipTerms} from "./IMemberRegister.sol";
import {ShareTerms} from "./IMemberShares.sol";
import {SurplusTerms} from "./ISurplus.sol";

/// @notice What a co-op is founded with.
/// @param name the co-op's name, 1 to 100 bytes
/// @param purpose what the co-op is for, 1 to 2,000 bytes (A8)
/// @param classes stakeholder classes, one to eight, each with a name of its own of 1 to 50 bytes (C1)
/// @param rules how decisions are taken
/// @param membership deadlines and limits of membership (M2, M4, M6)
/// @param body the asset-locked body that inherits on dissolution, once it has accepted (A2)
/// @param settlementToken the co-op's one unit of account, an ERC-20
/// @param haltLimit seconds for which a guardian can stop new deposits, bids and jobs, at most fourteen days (G1)
/// @param shares on what terms members hold shares (S1 to S4)
/// @param market what jobs cost and how long they wait (J1 to J7)
/// @param surplus how a surplus is divided, and how long a period is (A1, A6, A7, S6)
/// @param founders the first members, one to twelve
/// @param furtherFounders keccak256 of the ABI-encoded list (`Founder[]`) of those whom `IDirectory.admitFounders` admits
/// within thirty days; zero for none
/// @param officers people's first roles; their terms end within a year (B2)
struct Charter {
    string name;
    string purpose;
    ClassDeclaration[] classes;
    Rules rules;
    MembershipTerms membership;
    address settlementToken;
    address body;
    uint32 haltLimit;
    ShareTerms shares;
    MarketTerms market;
    SurplusTerms surplus;
    Founder[] founders;
    bytes32 furtherFounders;
    Appointment[] officers;
}

/// @notice The code that modules are clones of, deployed once for all co-ops.
struct Implementations {
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
    address ballotKeys;
}

/// @title CoopFactory: founds a co-op in one transaction
/// @notice Clones every module, wires them through one directory, and keeps no power over any of them.
interface ICoopFactory {
    /// @notice A co-op was founded; its directory leads to every module.
    event CoopFounded(address indexed directory, string name, address indexed founder);

    /// @notice Between one and twelve founders.
    error CoopFactoryFoundersOutOfBounds(uint256 count);
    /// @notice A founder's office must end within 365 days (B2).
    error CoopFactoryTermTooLong(uint48 until);
    /// @notice A board has at least three seats, or the co-op is founded without one (B1).
    error CoopFactoryBoardTooSmall(uint256 seats);
    /// @notice Parts of the charter contradict each other. `clause` is the one of docs/rulebook.md that could not be kept; `what`
    /// says where.
    error CharterContradiction(bytes4 clause, bytes32 what);
    /// @notice An implementation was not given at deployment.
    error CoopFactoryImplementationMissing(Place place);

    /// @notice Founds a co-op. Anyone may call it; the caller gets nothing by it. Reverts with the first bound that the charter
    /// breaks, or the first contradiction in it (`CharterChecks`).
    /// @param salt makes the address of the directory: the same caller and salt give the same address once
    /// @return directory the co-op's directory
    function found(Charter calldata charter, bytes32 salt) external returns (address directory);

    /// @notice Where `founder`'s co-op with this salt stands or would stand.
    function predict(address founder, bytes32 salt) external view returns (address directory);

    /// @notice Where the modules of `founder`'s co-op with this salt and token stand or would stand when it is founded.
    /// @return places the places of the directory, all but its own
    /// @return modules the address at each of them
    function predictModules(
        address founder,
        bytes32 salt,
        address settlementToken
    ) external view returns (Place[] memory places, address[] memory modules);
}
