// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice The places of a co-op's house. Modules find and authorise each other by place, never by address.
/// @dev Append only: a place's number is part of every clone's immutable arguments.
enum Place {
    None,
    Directory,
    Authority,
    Register,
    Board,
    Assembly,
    BallotKeys,
    Shares,
    Treasury,
    Reserve,
    Bonds,
    Machines,
    Income,
    Audits,
    Market,
    Patronage,
    Surplus
}

/// @title Directory: the list of one co-op's modules
/// @notice One directory per co-op; its address is the co-op's identity and every other module's immutable argument.
interface IDirectory {
    /// @notice `module` now stands at `place`; `predecessor` stood there before (zero when the co-op was founded).
    event ModulePlaced(Place indexed place, address indexed module, address indexed predecessor);

    /// @notice `module` was not made for this directory and this place.
    error DirectoryModuleMisplaced(Place place, address module);
    /// @notice The reserve and the directory itself are never replaced (rule A1).
    error DirectoryPlaceFixed(Place place);
    /// @notice The caller is not the Assembly.
    error DirectoryUnauthorised(address caller);

    /// @notice Replaces the module at `place` by `successor`. Only the Assembly, by constitutional resolution (V6).
    /// @param place any place but None, Directory and Reserve
    /// @param successor a clone whose immutable arguments name this directory and this place
    function replace(Place place, address successor) external;

    /// @notice The module at `place`, or zero when the place is empty.
    function moduleAt(Place place) external view returns (address);

    /// @notice The place at which `module` stands now, or `None` for any other address, former modules included.
    function placeOf(address module) external view returns (Place);
}
