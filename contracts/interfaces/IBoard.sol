// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Something that one director decided and another is to carry out.
/// @param contentHash hash of target and call
/// @param decidedBy who decided it
/// @param secondedBy with no board in office: the second of three members
/// @param decidedAt unix seconds; zero when there is no such act
/// @param done whether it was carried out or taken back
struct Act {
    bytes32 contentHash;
    address decidedBy;
    address secondedBy;
    uint40 decidedAt;
    bool done;
}

/// @title Board: what one person decides another carries out (B1)
/// @notice The seats, their ends and recalls are grants of `IAuthority`; here directors act together. One decides a call, another
/// director or the treasurer carries it out within thirty days. With fewer than two directors in office any three members
/// together do the same: one decides, one seconds, one carries out (V8). The Board can call what `Powers.sol` gives to the board, and holds
/// nothing.
interface IBoard {
    /// @notice `by` decided that `target` be called with `data`; `reason` is the hash of what was written.
    event ActDecided(uint256 indexed actId, address indexed by, address indexed target, bytes data, bytes32 reason);
    /// @notice `by` seconds an act of members, with no board in office.
    event ActSeconded(uint256 indexed actId, address indexed by);
    /// @notice `by` carried the act out.
    event ActCarriedOut(uint256 indexed actId, address indexed by);
    /// @notice Whoever decided it took it back.
    event ActWithdrawn(uint256 indexed actId);

    /// @notice The caller is no director, or, with no board in office, no member.
    error BoardNotADirector(address account);
    /// @notice There is no such act, or it was carried out or taken back.
    error BoardNoSuchAct(uint256 actId);
    /// @notice This is not what was decided.
    error BoardNotWhatWasDecided(uint256 actId);
    /// @notice Whoever decided an act does not carry it out, nor second it (B1).
    error BoardSamePerson(uint256 actId, address account);
    /// @notice Decided more than thirty days ago, or by somebody who is no longer in office, or by members before a board was.
    error BoardActLapsed(uint256 actId);
    /// @notice With no board in office it takes a second member before a third carries it out.
    error BoardSecondMissing(uint256 actId);
    /// @notice A board is in office: one director decides, and nobody seconds.
    error BoardInOffice();
    /// @notice Only modules of this co-op are called.
    error BoardTargetNotModule(address target);

    /// @notice Decides that `target` be called with `data`.
    /// @param reason hash of what was written about it, or zero
    /// @return actId its number, from 1
    function decide(address target, bytes calldata data, bytes32 reason) external returns (uint256 actId);

    /// @notice Seconds an act of members. Only with no board in office.
    function second(uint256 actId) external;

    /// @notice Carries out what another decided.
    function carryOut(uint256 actId, address target, bytes calldata data) external;

    /// @notice Takes back what the caller decided.
    function withdraw(uint256 actId) external;

    /// @notice Whether at least two directors are in office.
    function inOffice() external view returns (bool);

    /// @notice An act; all zero when there is none.
    function act(uint256 actId) external view returns (Act memory);

    /// @notice Acts ever decided; the newest number.
    function actsEver() external view returns (uint256);
}
