// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Founder} from "./IMemberRegister.sol";

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
    /// @notice `module` now stands at `place`; `predecessor` stood there before (zero for the first at its place).
    event ModulePlaced(Place indexed place, address indexed module, address indexed predecessor);

    /// @notice What the co-op is for (A8): as the charter states it, and as the members restate it.
    event PurposeStated(string purpose);

    /// @notice The charter names further founders by the hash of their list; anyone can hand it in until `until` (unix seconds).
    event FurtherFoundersNamed(bytes32 hash, uint256 until);
    /// @notice The list was handed in: `count` people were admitted, whoever was a member already aside.
    event FurtherFoundersAdmitted(uint256 count);

    /// @notice The members decided to wind the co-op up: nothing new begins from here on (A2).
    event WindingUp(uint256 since);

    /// @notice The co-op is closed: shares are repaid at par, and what remains goes to the asset-locked body (A2).
    event Closed(uint256 closedAt);

    /// @notice The co-op is closed already.
    error DirectoryClosed();
    /// @notice Closing needs a winding-up of ninety days (A2): possible from `from` (unix seconds), or never if that is zero.
    error DirectoryTooEarly(uint256 from);
    /// @notice The co-op is winding up already.
    error DirectoryWindingUp();
    /// @notice `module` was not made for this directory and this place.
    error DirectoryModuleMisplaced(Place place, address module);
    /// @notice The code at `implementation` is not the code that was decided on, or not its own (EIP-7702).
    error DirectoryCodeChanged(address implementation, bytes32 codeHash);
    /// @notice The call did not initialise `successor`: whoever came next could.
    error DirectoryNotInitialised(address successor);
    /// @notice The reserve (A1), the directory itself, the member register, the auditor's register, bonds, machines, member income,
    /// points and surplus are never replaced.
    error DirectoryPlaceFixed(Place place);
    /// @notice The list hashes to `hash`, and the charter waits for `named` (zero: for none, or it came).
    error DirectoryFoundersNotNamed(bytes32 hash, bytes32 named);
    /// @notice The list was to be handed in until `until` (unix seconds).
    error DirectoryFoundersTooLate(uint256 until);
    /// @notice A purpose has 1 to 2,000 bytes (A8), this one `length`.
    error DirectoryPurposeOutOfBounds(uint256 length);
    /// @notice The caller is not the Assembly.
    error DirectoryUnauthorised(address caller);

    /// @notice Replaces the module at `place` by a new clone of `implementation`. Only the Assembly, by constitutional resolution (V6).
    /// @dev The successor is made, placed and initialised in one step, with the immutable arguments of its predecessor: nobody can have
    /// used it before, and it names the same directory and place, for the market also the same token, register and Patronage. That it
    /// was initialised is tried by the same call once more. A market that is replaced begins nothing more and ends its jobs, and the
    /// Patronage follows its successor.
    /// @param place Authority, Board, Assembly, BallotKeys, Shares, Treasury or Market
    /// @param implementation the code that the successor is a clone of: its own, no delegation
    /// @param codeHash the expected `extcodehash` of the implementation
    /// @param initialisation the call that initialises the successor
    /// @return successor where it stands: CREATE2 from the directory, with the predecessor as salt
    function replace(
        Place place,
        address implementation,
        bytes32 codeHash,
        bytes calldata initialisation
    ) external returns (address successor);

    /// @notice Admits the further founders whom the charter names by the hash of their list: exactly these, once, within thirty days
    /// of the founding. Anyone can hand the list in and gets nothing by it. Whoever is or was a member by then is passed over.
    /// @param founders the list, in its order; some 150 fit a transaction
    function admitFounders(Founder[] calldata founders) external;

    /// @notice The hash of the list that can still be handed in and until when, unix seconds; both zero for none.
    function foundersAwaited() external view returns (bytes32 hash, uint256 until);

    /// @notice Restates what the co-op is for. Only the Assembly, by constitutional resolution (A8, V6).
    /// @param purpose 1 to 2,000 bytes, UTF-8
    function statePurpose(string calldata purpose) external;

    /// @notice The hash (keccak256) of the purpose as last stated; its text is in `PurposeStated` (A8).
    function purposeHash() external view returns (bytes32);

    /// @notice Begins to wind the co-op up: nobody is admitted and no share is sold any more. It cannot be taken back. Only the
    /// Assembly, by constitutional resolution (A2, V6).
    function windUp() external;

    /// @notice Since when the co-op is winding up, unix seconds; zero while it lives.
    function windingUpSince() external view returns (uint256);

    /// @notice Closes a co-op that has been winding up for ninety days. Anyone can, once the asset-locked body has accepted (A2).
    function close() external;

    /// @notice When the co-op was closed, unix seconds; zero before.
    function closedAt() external view returns (uint256);

    /// @notice The module at `place`, or zero when the place is empty.
    function moduleAt(Place place) external view returns (address);

    /// @notice The place at which `module` stands now, or `None` for any other address, former modules included.
    function placeOf(address module) external view returns (Place);
}
