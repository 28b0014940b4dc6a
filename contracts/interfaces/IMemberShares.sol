// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @title MemberShares: share capital at par
/// @notice Shares are worth par, carry no vote and are bound to their member. An ERC-20 read surface shows them to
/// wallets; nothing moves them. Money paid for shares is in the Treasury's share-capital fund, never here.
interface IMemberShares {
    /// @notice Member `memberId` paid `amount` of the settlement token for `units` shares.
    event Subscribed(uint32 indexed memberId, address indexed account, uint256 units, uint256 amount);

    /// @notice The co-op is winding up: no share is sold any more (A2).
    error MemberSharesWindingUp();
    /// @notice Only an active member can hold shares.
    error MemberSharesNotMember(address account);
    /// @notice The holding would fall outside the charter's minimum and maximum (S1).
    error MemberSharesHoldingOutOfBounds(uint256 units, uint256 minimum, uint256 maximum);
    /// @notice The token delivered less than par; nothing was subscribed.
    error MemberSharesUnderpaid(uint256 received, uint256 due);
    /// @notice Shares are bound to their member.
    error MemberSharesNotTransferable();
    /// @notice Par and the maximum holding must be positive and the minimum not above the maximum (S1).
    error MemberSharesTermsOutOfBounds(uint256 par, uint256 minimum, uint256 maximum);

    /// @notice Buys `units` shares at par for the caller. The caller has approved this contract for `units * par`.
    function subscribe(uint256 units) external;

    /// @notice Shares of a member, by permanent member id.
    function unitsOf(uint32 memberId) external view returns (uint256);

    /// @notice Par value of one share, in the settlement token's smallest units. Never changes.
    function par() external view returns (uint256);

    /// @notice Least and most shares a member can hold (S1).
    function holdingBounds() external view returns (uint256 minimum, uint256 maximum);

    function subscribeFor(
        uint32 memberId,
        address payer,
        uint64 units,
        uint64 promised,
        Permit calldata permit
    ) external;

    function release(uint32 memberId) external;
}
