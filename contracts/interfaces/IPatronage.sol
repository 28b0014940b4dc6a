// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Why a member's dividend of a period is what it is. Amounts are smallest units of the settlement token.
/// @param work, custom the member's points by side
/// @param points all points of the period
/// @param pot what all of them share; zero while nothing was declared
/// @param amount pot times the member's points by all points, rounded Down (A4)
/// @param claimed whether it was claimed
struct Dividend {
    uint256 work;
    uint256 custom;
    uint256 points;
    uint256 pot;
    uint256 amount;
    bool claimed;
}

/// @title Patronage: points for work and custom, and the dividends they bring
/// @notice A job earns as many points as the members' part of its fee; they belong to the period in which it ended, and to the two
/// sides of the job (J5). Once the members declare a surplus for the period, the period's pot is here and each point has an equal part
/// of it (A4). Nothing is lost by waiting (A5). An ERC-20 surface shows wallets the points of the running period; nothing moves them.
interface IPatronage {
    /// @notice A job earned points: `work` for the provider, `custom` for the customer; an id of zero earned none.
    event PointsEarned(
        uint32 indexed period,
        uint32 indexed providerId,
        uint32 indexed customerId,
        uint256 work,
        uint256 custom
    );
    /// @notice Period `period` ended with `points`; the next has begun.
    event PeriodTurned(uint32 indexed period, uint256 points);
    /// @notice `pot` was put in for the points of `period`; `fromCarried` of it is what earlier periods left.
    event PotFilled(uint32 indexed period, uint256 pot, uint256 fromCarried);
    /// @notice Member `memberId` claimed `amount` for its points of `period`: `units` shares at par, the rest in money.
    event DividendClaimed(
        uint32 indexed period,
        uint32 indexed memberId,
        address account,
        uint256 amount,
        uint256 units
    );
    /// @notice Everybody has claimed the dividends of `period`; `rest` is left of rounding and goes with a later one.
    event RestCarried(uint32 indexed period, uint256 rest);
    /// @notice Points are taken from the market at this address, and from no other.
    event MarketFollowed(address indexed market);

    /// @notice The caller is not the market.
    error PatronageNotMarket(address caller);
    /// @notice Points are bound to their member.
    error PatronageNotTransferable();
    /// @notice Nothing was declared for the period yet.
    error PatronageNotDeclared(uint32 period);
    /// @notice The member has no points in the period, or has claimed them.
    error PatronageNothingDue(uint32 period, uint32 memberId);
    /// @notice The member's account is being replaced: nothing is paid out meanwhile (M6).
    error PatronageRecovering(uint32 memberId);
    /// @notice Only the member itself takes shares.
    error PatronageNotYours(uint32 memberId, address caller);
    /// @notice The pot did not arrive.
    error PatronageUnderpaid(uint256 received, uint256 asked);
    /// @notice More points than can be kept count of: 2**112 in a period.
    error PatronageTooMuch(uint256 points);

    /// @notice Gives points to both sides of a job in the running period. Only the market; from a former one nothing is taken.
    function record(uint32 providerId, uint256 work, uint32 customerId, uint256 custom) external;

    /// @notice Ends the running period. Only the Surplus.
    /// @return period the one that ended
    function turn() external returns (uint32 period);

    /// @notice Shares money among the points of `period`: `fresh`, which has arrived in the same call, and what was carried, never more than
    /// one unit a point (A4). Only the Surplus, once for a period.
    /// @param inShares part of every dividend that is taken in shares, basis points (S6)
    /// @return pot what the points share
    function fill(uint32 period, uint256 fresh, uint16 inShares) external returns (uint256 pot);

    /// @notice Pays member `memberId` its dividends of `periods`, to its account. Anyone can; in shares (S6) only the member itself.
    /// @param inShares whether as many whole shares at par as fit are taken; the rest is money. Where the charter requires a part in
    /// shares, that part is taken in any case, as far as whole shares fit
    /// @return amount the sum
    function claim(uint32 memberId, uint32[] calldata periods, bool inShares) external returns (uint256 amount);

    /// @notice Takes points from the market that stands in the directory now. Only the directory, when the market is replaced.
    function follow() external;

    /// @notice The running period, from 1.
    function currentPeriod() external view returns (uint32);

    /// @notice All points of `period`.
    function pointsIn(uint32 period) external view returns (uint256);

    /// @notice A member's points of `period`.
    function pointsOf(uint32 period, uint32 memberId) external view returns (uint256 work, uint256 custom);

    /// @notice A member's dividend of `period`, with everything it comes from.
    function dividendOf(uint32 period, uint32 memberId) external view returns (Dividend memory);

    /// @notice What is left of the pot of `period`, and the points that have not claimed it.
    function leftOf(uint32 period) external view returns (uint256 money, uint256 points);

    /// @notice What earlier periods left of rounding.
    function carried() external view returns (uint256);

    /// @notice The market that points are taken from.
    function market() external view returns (address);
}
