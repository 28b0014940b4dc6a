// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Permit} from "./IMemberShares.sol";

/// @notice What is asked for. A ride's distance can count (J6); a task has none.
enum JobKind {
    Ride,
    Task
}

/// @notice Where a job stands. `Ended` is every end: the event tells which.
enum JobState {
    None,
    Offered,
    Accepted,
    Done,
    Disputed,
    Ended
}

/// @notice How a job ended.
enum JobEnd {
    /// Countersigned by the customer: all of it paid.
    Countersigned,
    /// Done, and nobody disputed it in time: all of it paid (J3).
    Released,
    /// The customer withdrew before anybody accepted: all of it given back.
    Withdrawn,
    /// Nobody accepted in time: all of it given back (J3).
    Lapsed,
    /// The provider gave it up: all of it given back.
    GivenUp,
    /// Not done in time: all of it given back (J3).
    Overdue,
    /// An arbiter divided it (J4).
    Ruled,
    /// Nobody decided the dispute in time: divided as the charter says (J4).
    Undecided
}

/// @notice What the market asks and how long it waits. A job keeps the terms under which it was accepted (J1).
/// @param fee of the fare, basis points, at most 2,000 (J1)
/// @param commonsShare of the fee to the commons fund, basis points, at least 2,500 (J2)
/// @param workShare of the members' part to the provider's side, basis points; the rest is the customer's (J5)
/// @param window seconds in which a finished job can be disputed, 1 hour to 14 days (J3)
/// @param ruleWithin seconds in which a dispute is decided, 1 to 30 days (J4)
/// @param defaultAward what the provider gets of an undecided dispute, basis points (J4)
/// @param speed the highest speed of a ride that counts, km/h, 1 to 300 (J6)
/// @param membersOnly whether non-members are kept out (J7)
struct MarketTerms {
    uint16 fee;
    uint16 commonsShare;
    uint16 workShare;
    uint24 window;
    uint24 ruleWithin;
    uint16 defaultAward;
    uint16 speed;
    bool membersOnly;
}

/// @notice A job as it stands. The contract keeps its fingerprint; every call brings it along, and events tell it.
/// @param customer who paid; the Treasury for work for the co-op itself
/// @param provider who does it; before acceptance zero, or the only account that may accept
/// @param customerId, providerId member ids at acceptance, zero for non-members
/// @param kind ride or task
/// @param role for work for the co-op the office that acts as its customer, else zero
/// @param terms number of the market's terms that hold for it, from acceptance
/// @param distance metres, as the provider stated them when it was done
/// @param fare, passThrough, tip smallest units of the settlement token; the fee is on the fare alone (J1)
/// @param acceptBy, doBy unix seconds
/// @param acceptedAt unix seconds, zero before
struct Job {
    address customer;
    address provider;
    uint32 customerId;
    uint32 providerId;
    JobKind kind;
    uint8 role;
    uint16 terms;
    uint32 distance;
    uint96 fare;
    uint96 passThrough;
    uint96 tip;
    uint40 acceptBy;
    uint40 doBy;
    uint40 acceptedAt;
}

/// @notice What a customer asks for.
/// @param provider the only account that may accept, or zero for anybody
struct Offer {
    address provider;
    JobKind kind;
    uint96 fare;
    uint96 passThrough;
    uint96 tip;
    uint40 acceptBy;
    uint40 doBy;
    bytes32 details;
}

/// @notice What a provider offers to whoever books it.
/// @param terms number of the market's terms that the provider saw
/// @param lasts seconds from booking within which it is done
struct Service {
    address provider;
    JobKind kind;
    uint16 terms;
    uint96 fare;
    uint96 passThrough;
    uint32 lasts;
}

/// @notice How the money of a job is divided. Sums to fare, pass-through and tip.
/// @param pay to the provider: fare less fee, pass-through, tip
/// @param refund to the customer
/// @param commons the commons part of the fee, rounded Up (J2)
/// @param operating the members' part, less what goes to the reserve (J2)
/// @param reserve the sides of non-members (A3)
/// @param work, custom points of the two sides, if they are members (J5)
struct Split {
    uint256 pay;
    uint256 refund;
    uint256 commons;
    uint256 operating;
    uint256 reserve;
    uint256 work;
    uint256 custom;
}

/// @title JobMarket: rides and tasks
/// @notice A customer's money waits here until the job ends, and every job can be ended by somebody: countersigned, released,
/// given back or divided. Amounts are in the settlement token's smallest units. Details, place and evidence are hashes of
/// documents that the parties can read. Payment is pushed; what cannot be delivered waits for `collect`.
/// @dev A job is one word of storage: its state, since when, and a fingerprint of the rest, which every call brings along.
/// Fees are gathered here and handed over by `remit`, many at once: docs/decisions/0017.
interface IJobMarket {
    // -------------------------------------------------------------------------------------------------------- events

    /// @notice Terms number `number` hold for what is accepted from now on.
    event MarketTermsSet(uint16 indexed number, MarketTerms terms);
    /// @notice `customer` offers job `jobId`; `details` is the hash of a document.
    event JobOffered(
        uint256 indexed jobId,
        address indexed customer,
        address indexed provider,
        JobKind kind,
        uint8 role,
        uint96 fare,
        uint96 passThrough,
        uint96 tip,
        uint40 acceptBy,
        uint40 doBy,
        bytes32 details
    );
    /// @notice `provider` offers service `serviceId` to whoever books it.
    event ServicePosted(
        uint256 indexed serviceId,
        address indexed provider,
        JobKind kind,
        uint16 terms,
        uint96 fare,
        uint96 passThrough,
        uint32 lasts,
        bytes32 details
    );
    /// @notice The service can not be booked any more.
    event ServiceWithdrawn(uint256 indexed serviceId);
    /// @notice Job `jobId` is a booking of this service; `JobOffered` and `JobAccepted` tell the rest.
    event ServiceBooked(uint256 indexed serviceId, uint256 indexed jobId);
    /// @notice `provider` accepted; the terms are frozen. Ids are zero for non-members.
    event JobAccepted(
        uint256 indexed jobId,
        address indexed provider,
        uint32 providerId,
        uint32 customerId,
        uint16 terms
    );
    /// @notice The provider says that it is done, over `distance` metres.
    event JobDone(uint256 indexed jobId, uint32 distance);
    /// @notice `by` countersigned for the customer; `distance` metres count (J6).
    event JobCountersigned(uint256 indexed jobId, address indexed by, uint32 distance);
    /// @notice `by` disputes the job, whose money is frozen; `evidence` is the hash of a document.
    event JobDisputed(uint256 indexed jobId, address indexed by, bytes32 evidence);
    /// @notice Arbiter `arbiter` gave the provider `award` basis points; `reasons` is the hash of a document (J4).
    event JobRuled(uint256 indexed jobId, address indexed arbiter, uint16 award, bytes32 reasons);
    /// @notice The job ended and its money was divided.
    event JobEnded(
        uint256 indexed jobId,
        JobEnd how,
        uint256 pay,
        uint256 refund,
        uint256 commons,
        uint256 operating,
        uint256 reserve
    );
    /// @notice `amount` could not be delivered to `account` and waits for it.
    event PaymentHeld(uint256 indexed jobId, address indexed account, uint256 amount);
    /// @notice `account` had what waited for it sent to `to`.
    event Collected(address indexed account, address indexed to, uint256 amount);
    /// @notice What fees had gathered went to its funds; `operating` includes what came back to the co-op as a customer.
    event Remitted(uint256 operating, uint256 commons, uint256 reserve);
    /// @notice Nothing new begins before `until` (unix seconds) (G1, A2).
    event NothingNewUntil(uint40 until);

    // -------------------------------------------------------------------------------------------------------- errors

    /// @notice What was brought along is not job `jobId` as it stands.
    error JobMarketStale(uint256 jobId);
    /// @notice The job is not at a point where this can be done.
    error JobMarketWrongState(uint256 jobId, JobState state);
    /// @notice The caller has no part in the job, or not this part.
    error JobMarketNotYours(uint256 jobId, address caller);
    /// @notice Not before `from` (unix seconds).
    error JobMarketTooEarly(uint256 jobId, uint256 from);
    /// @notice It was possible until `until` (unix seconds).
    error JobMarketTooLate(uint256 jobId, uint256 until);
    /// @notice The terms changed: they are number `current` now (J1).
    error JobMarketTermsChanged(uint16 current);
    /// @notice A term of the market is outside its hard bound (J1 to J6).
    error JobMarketTermsOutOfBounds(bytes32 what);
    /// @notice A fare is not zero, all of it together is below 2**80 units, and dates are in order and within a year.
    error JobMarketOfferOutOfBounds(bytes32 what);
    /// @notice Nobody works for itself.
    error JobMarketOwnJob(address account);
    /// @notice The member's use of services is stopped until `until` (M4).
    error JobMarketSuspended(address account, uint40 until);
    /// @notice This market is for members (J7).
    error JobMarketMembersOnly(address account);
    /// @notice Nothing new begins before `until` (G1), or ever when the co-op is winding up (A2).
    error JobMarketClosed(uint40 until);
    /// @notice The settlement token handed over less than was asked.
    error JobMarketUnderpaid(uint256 received, uint256 asked);
    /// @notice The signature is not the customer's for this job, provider and distance, or it has run out.
    error JobMarketBadSignature(uint256 jobId);
    /// @notice The service is not there any more, or is not what was brought along.
    error JobMarketNoSuchService(uint256 serviceId);
    /// @notice An arbiter is no party and speaks for none (J4).
    error JobMarketArbiterIsParty(address arbiter);
    /// @notice At most all of it: 10,000 basis points.
    error JobMarketAwardTooHigh(uint16 award);
    /// @notice Nothing waits for the caller, or nothing was gathered.
    error JobMarketNothingDue();
    /// @notice Too little gas to try a payment fairly: send the call with more.
    error JobMarketGasTooLow(uint256 left, uint256 needed);

    // --------------------------------------------------------------------------------------------------- it begins

    /// @notice Offers a job and pays fare, pass-through and tip into escrow. The caller has approved this contract or brings a permit.
    /// @return jobId its number, from 1
    function offer(Offer calldata asked, Permit calldata permit) external returns (uint256 jobId);

    /// @notice Offers a task for the co-op itself out of a budget on the operating fund. Only who holds the budget's role.
    function offerForCoop(uint256 budgetId, Offer calldata asked) external returns (uint256 jobId);

    /// @notice Accepts an offered job under the terms that hold now (J1). Not for oneself, not while suspended (M4).
    /// @param terms number of the terms that the caller saw; others revert
    function accept(uint256 jobId, Job calldata job, uint16 terms) external;

    /// @notice Offers a service that customers book until it is withdrawn.
    /// @param terms number of the terms that the caller saw
    function post(
        JobKind kind,
        uint96 fare,
        uint96 passThrough,
        uint32 lasts,
        uint16 terms,
        bytes32 details
    ) external returns (uint256 serviceId);

    /// @notice Withdraws an own service. Bookings go on.
    function withdrawService(uint256 serviceId, Service calldata service) external;

    /// @notice Books a service and pays for it into escrow: a job that is accepted at once. Not when terms have changed since it was posted (J1).
    function book(
        uint256 serviceId,
        Service calldata service,
        uint96 tip,
        bytes32 details,
        Permit calldata permit
    ) external returns (uint256 jobId);

    // ---------------------------------------------------------------------------------------------------- it is done

    /// @notice The provider says that the job is done; the window for a dispute begins (J3).
    /// @param distance metres of a ride, else zero
    function done(uint256 jobId, Job calldata job, uint32 distance) external;

    /// @notice The customer countersigns, before or after the provider says that it is done: all of it is paid.
    /// @param distance metres that the customer agrees to
    function confirm(uint256 jobId, Job calldata job, uint32 distance) external;

    /// @notice As `confirm`, with the customer's EIP-712 signature (key or ERC-1271): `Countersignature(uint256 job,address provider,
    /// uint32 distance,uint40 until)`. Anyone can hand it in.
    /// @param until unix seconds; the signature is good strictly before
    function confirmBySig(
        uint256 jobId,
        Job calldata job,
        uint32 distance,
        uint40 until,
        bytes calldata signature
    ) external;

    /// @notice Pays a finished job that nobody disputed within the window. Anyone can (J3).
    function release(uint256 jobId, Job calldata job) external;

    // ------------------------------------------------------------------------------------------------ or it is not

    /// @notice Ends it and gives the money back: by the customer while nobody has accepted, by the provider afterwards until it is done.
    function cancel(uint256 jobId, Job calldata job) external;

    /// @notice Gives back the money of an offer that nobody accepted in time. Anyone can (J3).
    function lapse(uint256 jobId, Job calldata job) external;

    /// @notice Gives back the money of a job that was not done by its time and 24 hours. Anyone can (J3).
    function refund(uint256 jobId, Job calldata job) external;

    /// @notice Customer or provider disputes a finished job within the window: its money is frozen (J4).
    /// @param evidence hash of a document
    function dispute(uint256 jobId, Job calldata job, bytes32 evidence) external;

    /// @notice Divides a disputed job. Only an arbiter who is no party, within the time (J4).
    /// @param award what the provider gets of fare, pass-through and tip, basis points, each rounded Down
    function rule(uint256 jobId, Job calldata job, uint16 award, bytes32 reasons) external;

    /// @notice Divides a dispute that nobody decided in time, as the charter says. Anyone can (J4).
    function divide(uint256 jobId, Job calldata job) external;

    // ------------------------------------------------------------------------------------------------------- money

    /// @notice Sends what waits for the caller to `to`.
    function collect(address to) external returns (uint256 amount);

    /// @notice Hands the gathered fees over: to operating fund, commons fund and reserve. Anyone can; closing a period does. A market that
    /// was replaced pays in as anybody may, so not while a guardian has stopped new money (G1).
    function remit() external;

    /// @notice Posts what arrived here unasked to the reserve. Anyone can (A9).
    function postToReserve() external returns (uint256 amount);

    // -------------------------------------------------------------------------------------------- what others decide

    /// @notice Sets the terms for what is accepted from now on. Only the Assembly (constitutional resolution).
    function setTerms(MarketTerms calldata terms) external;

    /// @notice Nothing new begins before `until`. Only the Treasury, when a guardian stops new money (G1).
    function halt(uint40 until) external;

    /// @notice Nothing new begins any more: the co-op is winding up (A2), or another market stands here. Only the directory.
    function windUp() external;

    // ------------------------------------------------------------------------------------------------------ reading

    /// @notice Where job `jobId` stands, and since when (unix seconds).
    function stateOf(uint256 jobId) external view returns (JobState state, uint40 since);

    /// @notice Whether `job` is job `jobId` as it stands.
    function matches(uint256 jobId, Job calldata job) external view returns (bool);

    /// @notice The terms with this number, and how many there are: the last ones hold.
    function termsOf(uint16 number) external view returns (MarketTerms memory);

    /// @notice The number of the terms that hold now.
    function currentTerms() external view returns (uint16);

    /// @notice How the money would be divided for this award under these terms.
    function split(Job calldata job, uint16 terms, uint16 award) external view returns (Split memory);

    /// @notice Everything here that is somebody's: escrow, gathered fees, payments that wait.
    function held() external view returns (uint256);

    /// @notice Fees that were gathered and not handed over yet.
    function gathered() external view returns (uint256 operating, uint256 commons, uint256 reserve);

    /// @notice What waits for `account`.
    function owedTo(address account) external view returns (uint256);

    /// @notice Nothing new begins before this, unix seconds.
    function closedUntil() external view returns (uint40);

    /// @notice How many jobs and services there ever were; their numbers begin at 1.
    function counts() external view returns (uint32 jobs, uint32 services);
}
