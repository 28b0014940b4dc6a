// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Treasury: all working assets of the co-op, in named funds
/// @notice What the books say is what was posted: a balance that was never posted belongs to no fund yet (A9).
/// Every movement of money is one `Moved` event, emitted by the one posting function. Amounts are in the asset's own
/// smallest units; nothing is ever priced on chain.
interface ITreasury {
    /// @notice `amount` of `asset` moved from one fund to another. Fund 0 is the outside world: money came in when
    /// `from` is 0 and left when `to` is 0.
    /// @param party who it came from or went to outside; the zero address when it stayed inside
    /// @param memo hash of the document that says why
    event Moved(
        uint32 indexed from,
        uint32 indexed to,
        address indexed asset,
        address party,
        uint256 amount,
        bytes32 memo
    );

    /// @notice `amount` that arrived unasked, and was in no fund, went to the reserve (A9).
    event PostedToReserve(uint256 amount);

    /// @notice The co-op is closed: the operating fund goes to the asset-locked body alone (A2).
    error TreasuryClosed();
    /// @notice The co-op is not closed.
    error TreasuryNotClosed();
    /// @notice The fund holds less than asked.
    error TreasuryFundTooSmall(uint32 fund, address asset, uint256 holds, uint256 asked);
    /// @notice Nobody may put money into this fund this way, or take it out.
    error TreasuryFundClosed(uint32 fund, address caller);
    /// @notice The caller does not move money from `from` to `to`.
    error TreasuryMoveClosed(uint32 from, uint32 to, address caller);
    /// @notice With this payment resolutions would have disposed of `disposed` of `asset` in twelve months; ordinary ones must
    /// stay below `limit`. Beyond it takes `dispose`, an extraordinary resolution (V7).
    error TreasuryNeedsExtraordinary(address asset, uint256 disposed, uint256 limit);
    /// @notice The Treasury keeps no book for this asset.
    error TreasuryAssetUnlisted(address asset);
    /// @notice An amount of zero moves nothing.
    error TreasuryNothingToMove();
    /// @notice The Treasury does not pay itself or nobody.
    error TreasuryUnfitPayee(address to);

    /// @notice Takes `amount` of `asset` from the caller into the operating fund, the only one that anyone may pay into.
    /// @param memo hash of the document that says why, or zero
    /// @return received what arrived, measured by balance: less than `amount` for a token that takes a fee
    function deposit(uint32 fund, address asset, uint256 amount, bytes32 memo) external returns (uint256 received);

    /// @notice Takes `amount` of the settlement token from `from`, who has approved this contract, into `fund`. Only modules, each
    /// into its own fund: `commons/FundTable.sol`.
    /// @return received what arrived, measured by balance
    function take(uint32 fund, address from, uint256 amount, bytes32 memo) external returns (uint256 received);

    /// @notice Moves `amount` of the settlement token between two funds. Only modules: `commons/FundTable.sol`.
    function move(uint32 from, uint32 to, uint256 amount, bytes32 memo) external;

    /// @notice Pays `amount` of the settlement token that is due out of `fund`. Only modules: `commons/FundTable.sol`. What is due was
    /// decided before: it is no disposal (V7).
    function payDue(uint32 fund, address to, uint256 amount, bytes32 memo) external;

    /// @notice Pays `amount` of `asset` from the operating fund to `to`. Only the Assembly (ordinary resolution), and only as
    /// far as `disposalLimit` allows when it is carried out (V7).
    /// @param memo hash of the document that says why
    function pay(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) external;

    /// @notice Pays as `pay` does, whatever the limit. Only the Assembly (extraordinary resolution, V7).
    /// @param memo hash of the document that says why
    function dispose(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) external;

    /// @notice Posts what arrived unasked to the operating fund. Only the Assembly (ordinary resolution, A9).
    function post(address asset, uint256 amount, bytes32 memo) external;

    /// @notice Sends what arrived unasked to the reserve. Anyone can (A9).
    /// @return amount in the settlement token's smallest units
    function postToReserve() external returns (uint256 amount);

    /// @notice Once the co-op is closed, pays what the operating fund holds to the asset-locked body (A2). Anyone can. The funds that
    /// are owed to members stay.
    function endow() external returns (uint256 amount);

    /// @notice What the books say `fund` holds of `asset`.
    function balanceOf(uint32 fund, address asset) external view returns (uint256);

    /// @notice What the books say all funds together hold of `asset`.
    function booked(address asset) external view returns (uint256);

    /// @notice What resolutions disposed of in twelve months, and the amount that ordinary ones must stay below: a share of the
    /// highest balance of that time, rounded Up (V7). How months are counted: `YearLib`.
    function disposalLimit(address asset) external view returns (uint256 disposed, uint256 limit);

    /// @notice What the Treasury holds of `asset` beyond its books.
    function unposted(address asset) external view returns (uint256);

    /// @notice The co-op's one unit of account.
    function settlementToken() external view returns (address);
}
