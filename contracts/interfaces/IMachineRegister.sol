// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SeriesTerms} from "./IBondOffice.sol";
import {Permit} from "./IMemberShares.sol";

/// @notice What the members approve: a machine, who makes it, who needs it, and what it pays. Amounts are smallest units of the
/// settlement token.
/// @param specification hash of the document that says what it is
/// @param seller is paid `price` when it is handed over
/// @param contribution the part of `price` that the commons fund pays; bonds pay the rest
/// @param rent a period, at its end
/// @param rentPeriod seconds of a period
/// @param periods how many the lease has
/// @param upkeepShare basis points of every rent that keep the machine in order, at most 3,000 (K3)
/// @param grace seconds that rent may be late before the lease can be ended
/// @param lessee member id of whoever asked for it
/// @param usefulLife seconds over which the books write it off evenly, down to `residual`
struct MachineTerms {
    bytes32 specification;
    address seller;
    uint96 price;
    uint96 contribution;
    uint96 rent;
    uint32 rentPeriod;
    uint16 periods;
    uint16 upkeepShare;
    uint32 grace;
    uint32 lessee;
    uint32 usefulLife;
    uint96 residual;
}

/// @notice Where a machine stands: approved and its bonds offered; owned and not let; let; sold or lost; never bought.
enum MachineState {
    None,
    Ordered,
    Idle,
    Let,
    Gone,
    Cancelled
}

/// @notice Who uses a machine, on what terms, and what was paid. Taking a rent reads and writes the first word alone.
/// @param lessee member id
/// @param periods how many the lease has
/// @param upkeepShare basis points of every rent
/// @param rent a period, at its end; smallest units
/// @param paid smallest units, since the lease began
/// @param startedAt unix seconds
/// @param rentPeriod seconds
/// @param grace seconds that rent may be late
struct Lease {
    uint32 lessee;
    uint16 periods;
    uint16 upkeepShare;
    uint96 rent;
    uint96 paid;
    uint40 startedAt;
    uint32 rentPeriod;
    uint32 grace;
}

/// @notice What an auction is about.
enum AuctionKind {
    None,
    Rent,
    Sale
}

/// @notice An auction under way.
/// @param closesAt unix seconds; a late bid moves it
/// @param toAnyone whether others than members may bid
/// @param floor the least bid
/// @param best the highest so far: a rent a period, or a price
struct Auction {
    AuctionKind kind;
    bool toAnyone;
    uint40 closesAt;
    uint96 floor;
    uint96 best;
    address bidder;
    uint32 memberId;
}

/// @notice How a lease ended.
enum LeaseEnd {
    Term,
    Returned,
    Arrears
}

/// @title MachineRegister: machines held by the commons
/// @notice A machine is bought with bonds, leased to whoever asked for it without other conditions, and its rent runs through one
/// order in the call that pays it: upkeep, coupons, principal, and the rest is every member's (K3, K4). It is let again, or sold,
/// by auction and in no other way (K6). Machines are ERC-721 of the Treasury's until they are sold.
interface IMachineRegister {
    /// @notice The members approved a machine; bonds are offered for `price - contribution`.
    event MachineOrdered(uint256 indexed machineId, MachineTerms terms);
    /// @notice The machine was handed over and paid.
    event MachineBought(uint256 indexed machineId, address indexed seller, uint256 price);
    /// @notice The machine will not be bought.
    event MachineCancelled(uint256 indexed machineId);
    /// @notice A lease began.
    event LeaseStarted(
        uint256 indexed machineId,
        uint32 indexed lessee,
        uint96 rent,
        uint32 rentPeriod,
        uint16 periods
    );
    /// @notice Rent was paid, and this is what each step of the order got (K3).
    event RentPaid(
        uint256 indexed machineId,
        uint32 indexed lessee,
        address payer,
        uint256 upkeep,
        uint256 coupon,
        uint256 principal,
        uint256 income
    );
    /// @notice A lease ended; `arrears` stay the former lessee's debt.
    event LeaseEnded(uint256 indexed machineId, uint32 indexed lessee, LeaseEnd how, uint256 arrears);
    /// @notice Bids are taken for the machine: for a rent, or a price.
    event AuctionOpened(uint256 indexed machineId, AuctionKind kind, bool toAnyone, uint96 floor, uint40 closesAt);
    /// @notice `bidder` leads with `amount`; `deposit` of it is held.
    event AuctionBid(
        uint256 indexed machineId,
        address indexed bidder,
        uint96 amount,
        uint96 deposit,
        uint40 closesAt,
        address outbid,
        uint96 returned
    );
    /// @notice Nobody bid.
    event AuctionFailed(uint256 indexed machineId, AuctionKind kind, bool toAnyone);
    /// @notice The machine was sold, or lost, and this is who got what it brought.
    event MachineGone(
        uint256 indexed machineId,
        address indexed buyer,
        uint256 price,
        uint256 coupon,
        uint256 principal,
        uint256 commons
    );
    /// @notice The deposit of somebody who was outbid was handed back.
    event DepositReturned(address indexed account, uint256 amount);

    /// @notice The machine is not in the state that this needs.
    error MachineWrongState(uint256 machineId, MachineState state);
    /// @notice A term is out of bounds. `what` names it.
    error MachineTermsOutOfBounds(bytes32 what);
    /// @notice Its bonds have not raised the money yet.
    error MachineNotFunded(uint256 machineId);
    /// @notice It can be cancelled from `from` (unix seconds).
    error MachineTooEarly(uint256 machineId, uint256 from);
    /// @notice The co-op is winding up: nothing new begins (A2).
    error MachineWindingUp();
    /// @notice The settlement token handed over less than was asked.
    error MachineUnderpaid(uint256 received, uint256 asked);
    /// @notice The member owes no such rent.
    error MachineNoDebt(uint256 machineId, uint32 memberId);
    /// @notice More than all rent of the lease, or than the debt.
    error MachineTooMuch(uint256 offered, uint256 most);
    /// @notice The lease runs and its rent is not late beyond the grace.
    error MachineLeaseRuns(uint256 machineId, uint256 until);
    /// @notice Only the lessee.
    error MachineNotLessee(uint256 machineId, address caller);
    /// @notice Rent is owed: pay it first.
    error MachineInArrears(uint256 machineId, uint256 arrears);
    /// @notice There is no auction, or one is under way already, or it has ended or not ended yet.
    error MachineAuction(uint256 machineId, AuctionKind kind, uint40 closesAt);
    /// @notice The bid must be at least `least`.
    error MachineBidTooLow(uint256 amount, uint256 least);
    /// @notice Only members bid now; for a rent only those whose services are not suspended and who owe no rent (K6, M4).
    error MachineMayNotBid(address account);
    /// @notice Nothing is held for the account.
    error MachineNothingDue(address account);

    /// @notice Approves a machine and opens its bonds. Only the Assembly (ordinary resolution).
    /// @param terms what is bought and how it is let
    /// @param series on what terms bonds are offered; ignored when the commons fund pays all
    /// @return machineId the number of machine and series, from 1
    function order(MachineTerms calldata terms, SeriesTerms calldata series) external returns (uint256 machineId);

    /// @notice Pays the seller and begins the lease, once the machine was handed over. Only the treasurer or the Assembly.
    function buy(uint256 machineId) external;

    /// @notice Cancels a machine whose bonds failed, or that was not bought in sixty days; bonds go back at par. Anyone can.
    function cancel(uint256 machineId) external;

    /// @notice Pays rent, or what a former lessee still owes: upkeep, coupon, principal, and the rest is income (K3). Anyone can, for
    /// anybody.
    /// @param amount smallest units of the settlement token
    function payRent(uint256 machineId, uint32 lessee, uint96 amount, Permit calldata permit) external;

    /// @notice Hands a machine back before its term. Only the lessee, without arrears.
    function giveBack(uint256 machineId) external;

    /// @notice Ends a lease whose term is over, or whose rent is late beyond the grace. Anyone can.
    function endLease(uint256 machineId) external;

    /// @notice Offers a machine that is not let: for a rent, and while the co-op winds up for a price, at book value. Anyone can (K6).
    function offer(uint256 machineId) external;

    /// @notice Opens bids of a price of at least `floor`, below book value if need be. Only the Assembly (extraordinary, K6, V7).
    function putUpForSale(uint256 machineId, uint96 floor) external;

    /// @notice Writes a machine off that brings nothing. Only the Assembly (extraordinary, K6).
    function writeOff(uint256 machineId) external;

    /// @notice Bids in the machine's auction: a rent, of which one period is held, or a price, all of which is held.
    function bid(uint256 machineId, uint96 amount, Permit calldata permit) external;

    /// @notice Ends an auction: the best bid has it. Without a bid the machine is offered next: for sale at book value, first to members,
    /// then to anyone. Anyone can.
    function settle(uint256 machineId) external;

    /// @notice Hands back deposits of an account that was outbid. Anyone can.
    function returnDeposit(address account) external;

    /// @notice How many machines were ever approved; the newest number.
    function machinesEver() external view returns (uint256);

    /// @notice Where a machine stands.
    function stateOf(uint256 machineId) external view returns (MachineState);

    /// @notice Until when it has to be bought, and when it was (zero before); unix seconds.
    function datesOf(uint256 machineId) external view returns (uint40 buyBy, uint40 boughtAt);

    /// @notice What was approved.
    function termsOf(uint256 machineId) external view returns (MachineTerms memory);

    /// @notice The present lease; empty when there is none.
    function leaseOf(uint256 machineId) external view returns (Lease memory);

    /// @notice The auction under way; empty when there is none.
    function auctionOf(uint256 machineId) external view returns (Auction memory);

    /// @notice Rent of the present lease that fell due, what of it is unpaid, and since when (unix seconds, zero if none).
    function rentOf(uint256 machineId) external view returns (uint256 due, uint256 arrears, uint256 since);

    /// @notice What a former lessee still owes for a machine.
    function debtOf(uint256 machineId, uint32 memberId) external view returns (uint256);

    /// @notice Cost less even depreciation over its useful life, rounded Up.
    function bookValue(uint256 machineId) external view returns (uint256);

    /// @notice Coverage: the rent of the running coupon period after upkeep, and the coupon that it has to cover.
    function coverage(uint256 machineId) external view returns (uint256 rent, uint256 coupon);

    /// @notice What is held for an account that was outbid.
    function depositOf(address account) external view returns (uint256);
}
