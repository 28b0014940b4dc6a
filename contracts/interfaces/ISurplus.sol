// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice How a surplus is divided.
/// @param period seconds of a period, 28 to 366 days (A7)
/// @param reserveShare of every surplus to the reserve, basis points, at least 500 (A1)
/// @param communityShare of every surplus to the community, basis points, at most 5,000 (A6)
/// @param inShares part of every dividend that is taken in shares, basis points, at most 5,000 (S6)
struct SurplusTerms {
    uint32 period;
    uint16 reserveShare;
    uint16 communityShare;
    uint16 inShares;
}

/// @notice A period, and what the members declared for it. Amounts are smallest units of the settlement token; all but dates are zero
/// before the declaration. `reserve + community + interest + dividends = surplus`.
/// @param reserve A1's share, and whatever dividends may not take (A4)
/// @param dividends what went to the points out of this surplus
/// @param carried what earlier periods had left and the points got with it
/// @param points all points of the period
struct PeriodRecord {
    uint40 openedAt;
    uint40 closedAt;
    uint40 declaredAt;
    uint256 surplus;
    uint256 reserve;
    uint256 community;
    uint256 interest;
    uint256 dividends;
    uint256 carried;
    uint256 points;
}

/// @title Surplus: what is left, by the rules
/// @notice A period is closed by anyone once its time has passed. The members declare its surplus by ordinary resolution out of the
/// operating fund, after costs. It is divided in one call: the reserve (A1), the community (A6), interest on shares (S4), then dividends
/// by points, never more than one unit a point; the rest goes to the reserve (A4).
interface ISurplus {
    /// @notice These terms hold for what is declared from now on.
    event SurplusTermsSet(SurplusTerms terms);
    /// @notice Period `period` was closed.
    event PeriodClosed(uint32 indexed period, uint256 points);
    /// @notice `surplus` was declared for `period` and divided: these four are its sum.
    event SurplusDeclared(
        uint32 indexed period,
        uint256 surplus,
        uint256 reserve,
        uint256 community,
        uint256 interest,
        uint256 dividends
    );

    /// @notice A term is outside its hard bound. `clause` is its identifier in docs/rulebook.md.
    error SurplusTermOutOfBounds(bytes4 clause);
    /// @notice The running period ends at `until` (unix seconds) (A7).
    error SurplusPeriodRuns(uint256 until);
    /// @notice The period was not closed yet.
    error SurplusPeriodOpen(uint32 period);
    /// @notice A surplus is declared once for a period.
    error SurplusDeclaredAlready(uint32 period);
    /// @notice None of nothing.
    error SurplusNothing();
    /// @notice Interest of this rate is more than reserve and community leave.
    error SurplusInterestTooHigh(uint256 interest, uint256 left);
    /// @notice The co-op is closed: what is left is the asset-locked body's (A2).
    error SurplusClosed();

    /// @notice Closes the running period once its time has passed, after the market has handed its fees over. Anyone can.
    function close() external returns (uint32 period);

    /// @notice Declares `surplus` for a closed period. Only the Assembly (ordinary resolution).
    /// @param interestRate interest on shares out of it, basis points a year, within its cap; zero for none (S4)
    function declare(uint32 period, uint256 surplus, uint16 interestRate) external;

    /// @notice Sets the terms within their bounds. Only the Assembly (constitutional resolution).
    function setTerms(SurplusTerms calldata terms) external;

    /// @notice The terms as they are now.
    function terms() external view returns (SurplusTerms memory);

    /// @notice When the running period can be closed, unix seconds.
    function closesAt() external view returns (uint256);

    /// @notice A period's record.
    function recordOf(uint32 period) external view returns (PeriodRecord memory);

    /// @notice How `surplus` would be divided if it were declared for `period` now, with this amount of interest.
    function preview(uint32 period, uint256 surplus, uint256 interest) external view returns (PeriodRecord memory);

    /// @notice A live estimate: what the member's points of `period` would bring if `surplus` were declared for it now, without
    /// interest, rounded Down.
    function estimate(uint32 period, uint32 memberId, uint256 surplus) external view returns (uint256);
}
