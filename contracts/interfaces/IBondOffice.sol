// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Permit} from "./IMemberShares.sol";

/// @notice How days between two dates are counted: actual days over 365, over 360, or months of thirty days over 360.
enum DayCount {
    A365,
    A360,
    E30360
}

/// @notice What a coupon period is counted in.
enum CycleUnit {
    Days,
    Months
}

/// @notice What becomes of a date that is a Saturday or Sunday (ACTUS): it stays; or it moves to the following or preceding
/// business day, unless (modified) that is another month. Either interest counts to the moved date (shift, then
/// calculate) or to the unmoved one (calculate, then shift). Holidays differ from place to place and are not known here.
enum BusinessDays {
    Same,
    ShiftFollowing,
    ShiftModifiedFollowing,
    ShiftPreceding,
    ShiftModifiedPreceding,
    CalculateFollowing,
    CalculateModifiedFollowing,
    CalculatePreceding,
    CalculateModifiedPreceding
}

/// @notice Everything that fixes a series' dates and days. Dates are unix seconds at midnight UTC.
/// @param issueDate interest counts from here
/// @param anchor the date that the cycle is counted from, not before `issueDate`
/// @param maturity the last date: the last coupon and the principal
/// @param every how many units a period has, at least one
/// @param unit days or months
/// @param longStub a last period shorter than the others is joined to the one before it
/// @param endOfMonth an `anchor` on the last day of a month means the last day of every month
struct CouponPlan {
    uint40 issueDate;
    uint40 anchor;
    uint40 maturity;
    uint16 every;
    CycleUnit unit;
    bool longStub;
    bool endOfMonth;
    BusinessDays businessDays;
    DayCount dayCount;
}

/// @notice On what terms a series is offered.
/// @param plan its dates
/// @param closesAt unix seconds, when bidding ends; not after `plan.issueDate`
/// @param lowestRate, highestRate basis points a year between which bids lie, in steps of 25, at most 64 of them. One rate
/// alone is a series at a fixed rate
/// @param minimumBid smallest units of the settlement token
struct SeriesTerms {
    CouponPlan plan;
    uint40 closesAt;
    uint16 lowestRate;
    uint16 highestRate;
    uint96 minimumBid;
}

/// @notice Where a series stands.
/// @dev Bidding; closed with its target reached, bids being turned into units; units bear interest; the target was missed or
/// the co-op winds up, bids are handed back; principal is there, at par; principal is what the machine brought.
enum SeriesState {
    None,
    Bidding,
    Allotting,
    Live,
    Failed,
    Redeemed,
    Defaulted
}

/// @notice One series; its number is that of the machine that it buys. Amounts are smallest units of the settlement token.
/// @param rate basis points a year: the clearing rate, once cleared
/// @param basis days of a year: 365 or 360
/// @param dates how many dates the schedule has, the issue date included
/// @param cursor index of the last date that had come when the series was last funded
/// @param lastDate index of the date at which the series ends: maturity, or an early redemption announced
/// @param bidders how many bid; `allotted` of them have their units
/// @param target principal to be raised
/// @param units outstanding; one unit is one smallest unit of principal
/// @param funded coupon money that units have received, ever
/// @param sunk principal set aside; once redeemed or defaulted what is left of it to hand out
/// @param minimumBid the least that one bids
/// @param marginalRest, marginalAll what the marginal rate's bids share, and what they bid
/// @param issued units that there were when the series was issued; zero before
struct Series {
    SeriesState state;
    uint16 lowestRate;
    uint16 highestRate;
    uint16 rate;
    uint16 basis;
    uint16 dates;
    uint16 cursor;
    uint16 lastDate;
    uint40 closesAt;
    uint32 bidders;
    uint32 allotted;
    uint96 target;
    uint96 units;
    uint96 funded;
    uint96 sunk;
    uint96 minimumBid;
    uint96 marginalRest;
    uint96 marginalAll;
    uint96 issued;
}

/// @notice One bid.
/// @param amount offered; zero once it was turned into units
/// @param rate basis points a year: the lowest that the bidder accepts
/// @param memberId the bidder's, or zero for a member of a recognised co-op
/// @param refund to be handed back
struct Bid {
    uint96 amount;
    uint16 rate;
    uint32 memberId;
    uint96 refund;
}

/// @title BondOffice: bonds that buy machines
/// @notice A series is opened for one machine. Cooperators bid an amount and the lowest rate that they accept, in public; at the
/// close the lowest rates fill the target and all get the clearing rate (K2). Rent pays coupons, the oldest first, and fills a
/// sinking fund for the principal (K3). Holders' recourse is the machine and its rent, nothing else (K5).
/// Units are ERC-1155, one token id a series, one unit a smallest unit of principal. Money is kept by the Treasury: bids in
/// `Funds.BOND_BIDS + series`, coupons and principal in `Funds.BOND_SERVICE + series`.
interface IBondOffice {
    /// @notice A series opened for bids. `dates` are the coupon dates after the business-day rule, the issue date first;
    /// `dayCounts` the days of interest up to each.
    event SeriesOpened(uint256 indexed series, SeriesTerms terms, uint256 target, uint40[] dates, uint24[] dayCounts);
    /// @notice `bidder` now offers `amount` at `rate` basis points or more.
    event BidPlaced(
        uint256 indexed series,
        address indexed bidder,
        uint32 memberId,
        uint256 amount,
        uint16 rate,
        uint256 formerAmount,
        uint16 formerRate
    );
    /// @notice The target was reached at `rate`: bids below it are filled, those at it share `marginalRest` of `marginalAll`.
    event SeriesCleared(uint256 indexed series, uint16 rate, uint256 marginalRest, uint256 marginalAll);
    /// @notice The target was missed, or the co-op winds up: every bid is handed back, nothing is bought (K1).
    event SeriesFailed(uint256 indexed series, uint256 bid);
    /// @notice A bid was turned into `units`; `refund` of it is handed back.
    event Allotted(uint256 indexed series, address indexed bidder, uint256 units, uint256 refund);
    /// @notice All bids were turned into units. `excess` is what rounding Up raised beyond the target; it is set aside as principal.
    event SeriesIssued(uint256 indexed series, uint256 units, uint256 excess);
    /// @notice A bidder was handed back what its bid did not use.
    event RefundPaid(uint256 indexed series, address indexed bidder, uint256 amount);
    /// @notice The units received `coupon`, and `principal` was set aside.
    event SeriesFunded(uint256 indexed series, uint256 coupon, uint256 principal);
    /// @notice A holder took coupon money, and for units that ended principal.
    event BondClaimed(uint256 indexed series, address indexed holder, uint256 coupon, uint256 units, uint256 principal);
    /// @notice The co-op will redeem the series at the coupon date with this index (K5).
    event RedemptionAnnounced(uint256 indexed series, uint256 dateIndex, uint40 date);
    /// @notice An announced redemption lapsed: the principal was not there on its date.
    event RedemptionLapsed(uint256 indexed series, uint256 dateIndex);
    /// @notice All principal is there, at par.
    event SeriesRedeemed(uint256 indexed series, uint256 principal);
    /// @notice The machine is gone and brought less than was owed: `principal` is shared by `units` (K5).
    event SeriesDefaulted(uint256 indexed series, uint256 units, uint256 principal);
    /// @notice `account` says that it is a member of the recognised co-op with this register.
    event Introduced(address indexed account, address indexed register);
    /// @notice Members of the co-op with this register may hold units, or no longer (K2).
    event RegisterRecognised(address indexed register, bool recognised);
    /// @notice A member's units went from an account that it lost to the one that is its now (M6).
    event HolderReplaced(uint256 indexed series, address indexed former, address indexed current);

    /// @notice There is no such series, or it is not in the state that this needs.
    error BondOfficeWrongState(uint256 series, SeriesState state);
    /// @notice A term of the series is out of bounds. `what` names it.
    error BondOfficeTermsOutOfBounds(bytes32 what);
    /// @notice Bidding ended, or has not ended yet, at `closesAt`.
    error BondOfficeClosesAt(uint256 series, uint40 closesAt);
    /// @notice Bids lie between these rates, in steps of 25 basis points (K2).
    error BondOfficeRateOutOfBounds(uint16 rate, uint16 lowest, uint16 highest);
    /// @notice A bid can be improved only: at least the former amount, at most the former rate, and not both the same (K2).
    error BondOfficeNotImproved(uint96 amount, uint16 rate);
    /// @notice The bid is below the series' minimum.
    error BondOfficeBidTooSmall(uint96 amount, uint96 minimum);
    /// @notice Only active members, and members of recognised co-ops, bid and hold (K2).
    error BondOfficeMayNotHold(address account);
    /// @notice The account is no longer its member's: its units are moved by `follow` (M6).
    error BondOfficeAccountReplaced(address account, address current);
    /// @notice A recovery of the member waits: what is its own is not handed out meanwhile (M6).
    error BondOfficeRecovering(uint32 memberId);
    /// @notice The account is still its member's.
    error BondOfficeNothingToFollow(address account);
    /// @notice Nothing is due to the account.
    error BondOfficeNothingDue(uint256 series, address account);
    /// @notice A coupon date at least thirty days off, and before maturity, can be announced (K5).
    error BondOfficeDateOutOfBounds(uint256 dateIndex, uint40 date);
    /// @notice Coupons or principal are not all there yet, or their date has not come.
    error BondOfficeNotRedeemable(uint256 series, uint256 couponMissing, uint256 principalMissing, uint40 date);
    /// @notice The co-op is winding up: nothing new begins (A2). A guardian's stop is the Treasury's to tell (G1).
    error BondOfficeWindingUp();
    /// @notice The settlement token handed over less than was asked.
    error BondOfficeUnderpaid(uint256 received, uint256 asked);
    /// @notice More was offered than the principal still lacks.
    error BondOfficeTooMuch(uint256 offered, uint256 missing);
    /// @notice A register is a contract.
    error BondOfficeNoRegister(address register);

    /// @notice Opens a series for `target`. Only the register of machines, when the members approve one.
    /// @param series the machine's number
    function open(uint256 series, uint96 target, SeriesTerms calldata terms) external;

    /// @notice Offers `amount` in all at `rate` or more, or improves what the caller offered; takes the difference (K2).
    /// @param amount smallest units of the settlement token, all that is offered, former bid included
    /// @param rate basis points a year, on the series' steps
    /// @param register of the recognised co-op that the caller belongs to; zero for our own members, and for who was introduced before
    /// @param permit an EIP-2612 permit for the Treasury, or one with deadline zero where an allowance is there
    function bid(uint256 series, uint96 amount, uint16 rate, address register, Permit calldata permit) external;

    /// @notice Says to which recognised co-op the caller belongs, so that units can be sent to it (K2).
    function introduce(address register) external;

    /// @notice After the close, finds the clearing rate or fails the series; at most 64 steps. Anyone can.
    function clear(uint256 series) external;

    /// @notice Turns up to `most` bids into units, in the order of first bids, which makes no difference to anybody. Anyone can.
    /// A bid at the clearing rate pays its part of what is left, rounded Up.
    /// @return done how many
    function allot(uint256 series, uint256 most) external returns (uint256 done);

    /// @notice Hands back what bids did not use, to each of these. Anyone can; one to whom nothing is due is passed over.
    function refund(uint256 series, address[] calldata bidders) external;

    /// @notice Hands `holder` its coupons, and once the series is redeemed or in default its principal. Anyone can. Rounded Down; the
    /// fraction stays the holder's.
    function claim(uint256 series, address holder) external returns (uint256 coupon, uint256 principal);

    /// @notice As `claim`, of several series; those of which nothing is due are passed over.
    function claimMany(uint256[] calldata seriesIds, address holder) external returns (uint256 amount);

    /// @notice Takes what the series is owed now out of `available`. Only the register of machines, which hands it over in the same
    /// call.
    /// @return coupon what units receive: the oldest due first, then that of the running period (K3)
    /// @return principal what is set aside: an even instalment a period (K3)
    function fund(uint256 series, uint256 available) external returns (uint256 coupon, uint256 principal);

    /// @notice The machine is sold, or lost, and `available` is what it brought: takes what is owed of it, and ends the series. Only
    /// the register of machines, which hands it over in the same call.
    function liquidate(uint256 series, uint256 available) external returns (uint256 coupon, uint256 principal);

    /// @notice The machine was not bought in time: the money that was raised goes back as principal, at par. Only the register of machines.
    /// @return principal what is missing to par
    function unwind(uint256 series) external returns (uint256 principal);

    /// @notice Announces that the series is redeemed at par at one of its coupon dates. Only the Assembly (ordinary, K5).
    function announceRedemption(uint256 series, uint256 dateIndex) external;

    /// @notice Sets commons money aside as principal. Only the Assembly (ordinary, within V7).
    function topUp(uint256 series, uint96 amount) external;

    /// @notice Ends a series at par once its last date has come and all of it is there. Anyone can.
    function redeem(uint256 series) external;

    /// @notice Recognises another co-op's member register, or no longer. Only the Assembly (ordinary, K2).
    function recognise(address register, bool recognised) external;

    /// @notice Moves what a member has under a lost account to the account that is its now (M6). Anyone can.
    function follow(address former, uint256[] calldata seriesIds) external;

    /// @notice The series' record; its state is None when there is none.
    function seriesOf(uint256 series) external view returns (Series memory);

    /// @notice A page of a series' schedule: from `first`, at most `count` dates.
    /// @return dates unix seconds, after the business-day rule; index 0 is the issue date
    /// @return dayCounts days of interest from the issue date up to each
    function scheduleOf(
        uint256 series,
        uint256 first,
        uint256 count
    ) external view returns (uint40[] memory dates, uint24[] memory dayCounts);

    /// @notice The coupon of the period that ends at `dateIndex` on `principal`, before any rounding, as a fraction.
    function couponOf(
        uint256 series,
        uint256 dateIndex,
        uint256 principal
    ) external view returns (uint256 numerator, uint256 denominator);

    /// @notice Coupons and principal that are owed and not funded: of dates that have come (`couponArrears`,
    /// `principalArrears`), and of the running period.
    function owedOf(
        uint256 series
    )
        external
        view
        returns (uint256 couponArrears, uint256 principalArrears, uint256 couponRunning, uint256 principalRunning);

    /// @notice The coupon period under way, or the last one: its dates, and its coupon and instalment of principal on all units.
    function runningPeriod(
        uint256 series
    ) external view returns (uint40 from, uint40 to, uint256 coupon, uint256 principal);

    /// @notice What `holder` can claim now.
    function claimable(uint256 series, address holder) external view returns (uint256 coupon, uint256 principal);

    /// @notice The bid of an account.
    function bidOf(uint256 series, address bidder) external view returns (Bid memory);

    /// @notice A page of those who bid, in the order of their first bids.
    function biddersOf(uint256 series, uint256 first, uint256 count) external view returns (address[] memory);

    /// @notice What is bid at each step, from the lowest rate.
    function bookOf(uint256 series) external view returns (uint256[] memory amounts);

    /// @notice Whether members of the co-op with this register may hold units.
    function isRecognised(address register) external view returns (bool);
}
