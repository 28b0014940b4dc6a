// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Reserve: the indivisible reserve (A1)
/// @notice Belongs to nobody and is never divided. No role, no replacement, two ways out: it pays a loss that the auditor certified
/// to the co-op's own operating fund, and on dissolution everything to the asset-locked body. No member, present or past, ever
/// gets anything from here.
interface IReserve {
    /// @notice `amount` of the settlement token came in and is in the reserve's book, which then holds `total`.
    event ReserveGrew(address indexed from, uint256 amount, uint256 total, bytes32 memo);
    /// @notice `amount` went to the operating fund to cover a certified loss (A1).
    event LossCovered(uint256 indexed certificateId, uint256 amount, uint256 total);
    /// @notice The members name another body; it takes effect at `effectiveAt` (unix seconds) if it has accepted (A2).
    event BodyNamed(address indexed body, uint40 effectiveAt);
    /// @notice `body` accepts to receive what remains on dissolution.
    event BodyAccepted(address indexed body);
    /// @notice On dissolution `amount` of `asset` went to the asset-locked body.
    event Endowed(address indexed body, address indexed asset, uint256 amount);

    /// @notice Only the named module calls this.
    error ReserveFixed(address caller);
    /// @notice The reserve holds less than asked.
    error ReserveTooSmall(uint256 holds, uint256 asked);
    /// @notice Nothing is there to move.
    error ReserveNothingToMove();
    /// @notice No account, a module of the co-op, or a present or past member can not be the body (A2).
    error ReserveUnfitBody(address body);
    /// @notice The caller was not named.
    error ReserveNotNamed(address caller);
    /// @notice No body has accepted yet.
    error ReserveNoBody();
    /// @notice The co-op is not closed.
    error ReserveNotClosed();

    /// @notice Takes `amount` of the settlement token from the caller into the reserve. Anyone may.
    /// @return received what arrived, measured by balance
    function deposit(uint256 amount, bytes32 memo) external returns (uint256 received);

    /// @notice Books what arrived unasked (A9). Anyone may.
    function post() external returns (uint256 amount);

    /// @notice Pays `amount` to the operating fund for a certified loss, never more than what is certified and not covered yet. Only
    /// the Assembly (extraordinary resolution, A1).
    function coverLoss(uint256 certificateId, uint256 amount) external;

    /// @notice Pays all it can for a certified loss. Only the member shares, before they are written down (S5).
    /// @return paid what went to the operating fund
    function exhaust(uint256 certificateId) external returns (uint256 paid);

    /// @notice Names another asset-locked body, in effect after 180 days if it accepts. Only the Assembly (constitutional, A2).
    function nameBody(address body) external;

    /// @notice The body, named at founding or since, accepts.
    function acceptBody() external;

    /// @notice Pays all that it holds of `asset` to the body once the co-op is closed. Anyone may.
    function endow(address asset) external returns (uint256 amount);

    /// @notice What the book says it holds of the settlement token.
    function booked() external view returns (uint256);

    /// @notice The body in effect, whether it has accepted, and the one that is named to follow it with its date.
    function body()
        external
        view
        returns (address current, bool accepted, address next, uint40 effectiveAt, bool nextAccepted);

    /// @notice Reverts when `account` is or ever was named as the body: such an account takes no membership over (A2).
    function requireNotBody(address account) external view;

    /// @notice Who gets what remains; reverts unless it has accepted and is neither module nor member, present or past (A2).
    function beneficiary() external view returns (address);
}
