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

    /// @notice The Treasury keeps a book for `asset`, or no longer.
    event AssetListed(address indexed asset, bool listed);
    /// @notice Holders of `role` may spend `amount` of `asset` out of `fund` until `until` (unix seconds).
    event BudgetGranted(
        uint256 indexed budgetId,
        uint64 indexed role,
        uint32 fund,
        address asset,
        uint256 amount,
        uint40 until,
        bytes32 memo
    );
    /// @notice `spender` paid out of a budget, which has `left`.
    event BudgetSpent(uint256 indexed budgetId, address indexed spender, address to, uint256 amount, uint256 left);
    /// @notice A guardian stopped new deposits, bids and jobs until `until` (unix seconds) (G1).
    event Halted(address indexed guardian, uint40 until);

    /// @notice The asset is listed already, or has money booked, or is the settlement token.
    error TreasuryAssetFixed(address asset);
    /// @notice There is no such budget, or it has ended, or the caller does not hold its role.
    error TreasuryBudgetClosed(uint256 budgetId, address caller);
    /// @notice The budget has `left`.
    error TreasuryBudgetTooSmall(uint256 budgetId, uint256 left, uint256 asked);
    /// @notice A budget has a role that a person can hold, and an end within a year.
    error TreasuryBudgetOutOfBounds(uint64 role, uint40 until);
    /// @notice New deposits, bids and jobs are stopped until `until`; every exit is open (G1).
    error TreasuryHalted(uint40 until);
    /// @notice A stop ends within the limit (G1).
    error TreasuryHaltOutOfBounds(uint40 until, uint256 latest);
    /// @notice Not twice running: again from `from` (unix seconds) (G1).
    error TreasuryHaltedLately(uint256 from);
    /// @notice The settlement token handed over less than was asked.
    error TreasuryUnderpaid(uint256 received, uint256 asked);

    /// @notice The co-op is closed: what it could spend goes to the asset-locked body alone (A2).
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
    /// @notice Paying `asset` moved the settlement token too: they are one token under two addresses.
    error TreasuryAssetTwice(address asset);

    /// @notice Takes `amount` of `asset` from the caller into the operating fund or the commons fund, the two that anyone may pay into.
    /// @param memo hash of the document that says why, or zero
    /// @return received what arrived, measured by balance: less than `amount` for a token that takes a fee
    function deposit(uint32 fund, address asset, uint256 amount, bytes32 memo) external returns (uint256 received);

    /// @notice Takes `amount` of the settlement token from `from`, who has approved this contract, into `fund`. Only modules, each
    /// into its own fund: `commons/FundTable.sol`.
    /// @return received what arrived, measured by balance
    function take(uint32 fund, address from, uint256 amount, bytes32 memo) external returns (uint256 received);

    /// @notice Takes the sum of `amounts` of the settlement token from `from`, who has approved this contract, and puts each into its
    /// fund; zeros are passed over. Exactly the sum, or nothing happens. Only modules, each into its own funds.
    function distribute(address from, uint32[] calldata funds, uint256[] calldata amounts, bytes32 memo) external;

    /// @notice Sets commons money aside for a machine or its bonds: `to` is a fund of theirs. Only modules. Counts as a payment by
    /// resolution and stays within the limit of an ordinary one (V7).
    function contribute(uint32 to, uint256 amount, bytes32 memo) external;

    /// @notice Moves `amount` of the settlement token between two funds. Only modules: `commons/FundTable.sol`.
    function move(uint32 from, uint32 to, uint256 amount, bytes32 memo) external;

    /// @notice Pays `amount` of the settlement token that is due out of `fund`. Only modules: `commons/FundTable.sol`. What is due was
    /// decided before: it is no disposal (V7).
    function payDue(uint32 fund, address to, uint256 amount, bytes32 memo) external;

    /// @notice Pays `amount` of `asset` from the operating, commons, upkeep or community fund to `to`. Only the Assembly (ordinary resolution), and only as
    /// far as `disposalLimit` allows when it is carried out (V7).
    /// @param memo hash of the document that says why
    function pay(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) external;

    /// @notice Pays as `pay` does, whatever the limit. Only the Assembly (extraordinary resolution, V7).
    /// @param memo hash of the document that says why
    function dispose(uint32 fund, address asset, address to, uint256 amount, bytes32 memo) external;

    /// @notice Posts what arrived unasked to `fund`: operating, commons, or (the settlement token alone) member income, which is shared in
    /// the same call. Only the Assembly (ordinary resolution, A9).
    function post(uint32 fund, address asset, uint256 amount, bytes32 memo) external;

    /// @notice Keeps a book for `asset`, or no longer, once nothing of it is booked. Only the Assembly (ordinary resolution). It is booked
    /// in its own units and never priced.
    function listAsset(address asset, bool listed) external;

    /// @notice Lets holders of `role` spend up to `amount` out of `fund` until `until`. Only the Assembly (ordinary resolution), and only as
    /// far as `disposalLimit` allows when it is carried out: the whole budget counts at once (V7).
    /// @return budgetId its number, from 1
    function grantBudget(
        uint64 role,
        uint32 fund,
        address asset,
        uint256 amount,
        uint40 until,
        bytes32 memo
    ) external returns (uint256 budgetId);

    /// @notice As `grantBudget`, whatever the limit. Only the Assembly (extraordinary resolution, V7).
    function grantBudgetBeyond(
        uint64 role,
        uint32 fund,
        address asset,
        uint256 amount,
        uint40 until,
        bytes32 memo
    ) external returns (uint256 budgetId);

    /// @notice Pays out of a budget. Only who holds its role.
    function spend(uint256 budgetId, address to, uint256 amount, bytes32 memo) external;

    /// @notice Pays out of a budget of the settlement token into the escrow of the job that `memo` numbers, for `spender`, who holds the
    /// budget's role. Only the market.
    function spendFor(uint256 budgetId, address spender, uint256 amount, bytes32 memo) external;

    /// @notice Stops new deposits, bids and jobs until `until`. Only a guardian, for a bounded time, not twice running; every exit stays
    /// open (G1).
    function halt(uint40 until) external;

    /// @notice Until when new deposits, bids and jobs are stopped, unix seconds; past when they are not.
    function haltedUntil() external view returns (uint40);

    /// @notice From when a guardian can halt again (unix seconds), and for how many seconds at most.
    function haltBounds() external view returns (uint256 from, uint256 limit);

    /// @notice A budget's record.
    function budgetOf(
        uint256 budgetId
    ) external view returns (uint64 role, uint32 fund, address asset, uint256 left, uint40 until);

    /// @notice Whether the Treasury keeps a book for `asset`.
    function isListed(address asset) external view returns (bool);

    /// @notice Sends what arrived unasked to the reserve. Anyone can (A9).
    /// @return amount in the settlement token's smallest units
    function postToReserve() external returns (uint256 amount);

    /// @notice Once the co-op is closed, pays what the operating, commons, upkeep and community funds hold of `asset` to the asset-locked body (A2).
    /// Anyone can. The funds that are owed to members and bond holders stay.
    function endow(address asset) external returns (uint256 amount);

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
