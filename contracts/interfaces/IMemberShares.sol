// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice On what terms members hold shares.
/// @param par price of one share in the settlement token's smallest units; never changes (S1)
/// @param minimum least holding of a member who holds any; never changes (S1)
/// @param maximum most a member can hold, promised shares included (S1)
/// @param notice seconds from asking for a withdrawal to the first day it can be paid (S2)
/// @param suspensionLimit seconds for which withdrawals can be suspended at most (S3)
/// @param interestCap highest interest a year, in basis points (S4)
struct ShareTerms {
    uint256 par;
    uint64 minimum;
    uint64 maximum;
    uint32 notice;
    uint32 suspensionLimit;
    uint16 interestCap;
}

/// @notice An ERC-2612 signature of the payer over the exact amount due, for the Treasury. A deadline of zero means none: the
/// Treasury was approved before.
struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @notice What a member holds now, every posted interest and every write-down counted.
/// @param units shares paid for, queued ones included
/// @param promised shares subscribed and not paid for yet
/// @param queued shares of `units` that wait in the withdrawal queue
/// @param unitDays shares times days since interest was last posted
/// @param interest interest owed in the settlement token, rounded Down
/// @param due money of served withdrawals that could not be handed over yet
struct MemberHolding {
    uint256 units;
    uint256 promised;
    uint256 queued;
    uint256 unitDays;
    uint256 interest;
    uint256 due;
}

/// @notice A place in the withdrawal queue.
/// @param memberId whose it is
/// @param units shares still to be paid; zero once served or cancelled
/// @param payableFrom unix seconds at which the notice has passed (S2)
/// @param unitsBefore shares asked for before it, ever
struct Withdrawal {
    uint32 memberId;
    uint64 units;
    uint40 payableFrom;
    uint88 unitsBefore;
}

/// @title MemberShares: share capital at par
/// @notice Shares are worth par, carry no vote and are bound to their member. An ERC-20 read surface shows them to
/// wallets; nothing moves them. Money paid for shares is in the Treasury's share-capital fund, never here. Units are whole
/// shares; amounts are in the settlement token's smallest units. A day is a day of the unix calendar.
/// @dev Nothing here loops over members or over the queue but `advance`, which takes as many entries as it is told.
interface IMemberShares {
    // -------------------------------------------------------------------------------------------------------- events

    /// @notice The terms are these from now on.
    event TermsSet(
        uint256 par,
        uint64 minimum,
        uint64 maximum,
        uint32 notice,
        uint32 suspensionLimit,
        uint16 interestCap
    );
    /// @notice Member `memberId` paid `amount` of the settlement token for `units` shares and promised `promised` more.
    event Subscribed(uint32 indexed memberId, address indexed account, uint256 units, uint256 promised, uint256 amount);
    /// @notice Member `memberId` paid `amount` for `units` of the shares it had promised to take.
    event InstalmentPaid(uint32 indexed memberId, address indexed account, uint256 units, uint256 amount);
    /// @notice `units` promised shares will not be taken.
    event PromiseDropped(uint32 indexed memberId, uint256 units);

    /// @notice `units` shares took a place in the withdrawal queue; they can be paid from `payableFrom` on.
    event WithdrawalAsked(uint256 indexed entryId, uint32 indexed memberId, uint256 units, uint256 payableFrom);
    /// @notice The member took `units` shares out of the queue again; the place is lost.
    event WithdrawalCancelled(uint256 indexed entryId, uint32 indexed memberId, uint256 units);
    /// @notice `units` shares ended and `amount` became due to their member. An entry is served in one or more parts; with none when a
    /// write-down took all that it asked for.
    event WithdrawalServed(uint256 indexed entryId, uint32 indexed memberId, uint256 units, uint256 amount);
    /// @notice The co-op was closed and the whole holding ended: `amount` became due (A2).
    event Redeemed(uint32 indexed memberId, uint256 units, uint256 amount);
    /// @notice Money from `fund` was handed over to the member's account.
    event Paid(uint32 indexed memberId, uint32 indexed fund, address account, uint256 amount);
    /// @notice Money from `fund` could not be handed over and stays due.
    event PaymentHeld(uint32 indexed memberId, uint32 indexed fund, address account, uint256 amount);
    /// @notice No withdrawal is served until `until`; `reason` is the hash of the document that says why.
    event WithdrawalsSuspended(uint256 until, bytes32 reason);

    /// @notice Interest of `rate` basis points a year was posted for `unitDays`, the shares times days since the last posting.
    /// @param period number of the posting, from 1
    /// @param amount what moved to interest payable: rounded Up, less what earlier rounding had moved too much
    event InterestPosted(uint256 indexed period, uint16 rate, uint256 unitDays, uint256 amount);
    /// @notice A member took `amount` of interest: as money when `units` is zero, else as that many shares at par.
    event InterestClaimed(uint32 indexed memberId, uint256 amount, uint256 units);

    /// @notice `units` shares of all members together were written down for a certified loss.
    event WrittenDown(uint256 indexed epoch, uint256 indexed certificateId, uint256 units, uint256 amount);
    /// @notice The write-downs since the member's last change took `units` of its shares.
    event HoldingCut(uint32 indexed memberId, uint256 units);

    // -------------------------------------------------------------------------------------------------------- errors

    /// @notice The co-op is winding up: no share is sold and no interest posted any more (A2).
    error MemberSharesWindingUp();
    /// @notice Whole holdings are redeemed once the co-op is closed, not before (A2).
    error MemberSharesNotClosed();
    /// @notice Only an active member can hold shares.
    error MemberSharesNotMember(address account);
    /// @notice None of nothing: the number of shares must not be zero.
    error MemberSharesNoUnits();
    /// @notice The holding would fall outside the charter's minimum and maximum (S1).
    error MemberSharesHoldingOutOfBounds(uint256 units, uint256 minimum, uint256 maximum);
    /// @notice The member has promised to take `promised` shares and not paid for them; that stands against `asked`.
    error MemberSharesPromised(uint256 promised, uint256 asked);
    /// @notice The member has only `units` shares that are not in the queue yet.
    error MemberSharesTooFew(uint256 units, uint256 asked);
    /// @notice The token delivered something else than was due; nothing was subscribed.
    error MemberSharesUnderpaid(uint256 received, uint256 due);
    /// @notice Shares are bound to their member.
    error MemberSharesNotTransferable();
    /// @notice Par and the maximum holding must be positive and the minimum not above the maximum (S1); the maximum is below
    /// 2**56 and its price below 2**112.
    error MemberSharesTermsOutOfBounds(uint256 par, uint256 minimum, uint256 maximum);
    /// @notice Notice and suspensions last 365 days at most (S2, S3), and interest is at most 800 basis points a year (S4).
    error MemberSharesLimitsOutOfBounds(uint256 notice, uint256 suspensionLimit, uint256 interestCap);
    /// @notice The entry is not one of the caller's, or it was served or cancelled.
    error MemberSharesNoSuchWithdrawal(uint256 entryId);
    /// @notice No entry of the queue can be served now.
    error MemberSharesQueueWaits();
    /// @notice Withdrawals are suspended until `until` (S3).
    error MemberSharesSuspended(uint256 until);
    /// @notice A suspension ends in the future and by `latest` (S3).
    error MemberSharesSuspensionOutOfBounds(uint256 until, uint256 latest);
    /// @notice Withdrawals must first be open as long as they were suspended, until `openUntil` (S3).
    error MemberSharesSuspendedLately(uint256 openUntil);
    /// @notice The member's account is being replaced: nothing is paid out meanwhile (M6).
    error MemberSharesRecovering(uint32 memberId);
    /// @notice Nothing is due to the member.
    error MemberSharesNothingDue(uint32 memberId);
    /// @notice Too little gas was sent to try a payment fairly.
    error MemberSharesGasTooLow(uint256 left, uint256 needed);
    /// @notice The rate is above the cap (S4).
    error MemberSharesRateOutOfBounds(uint256 rate, uint256 cap);
    /// @notice Interest is posted once in 365 days, next from `from` on (S4).
    error MemberSharesInterestTooSoon(uint256 from);
    /// @notice Members hold only `above` shares above their minimum holdings; no more can be written down (S5).
    error MemberSharesCutTooDeep(uint256 units, uint256 above);

    // -------------------------------------------------------------------------------------------------------- buying

    /// @notice Buys `units` shares at par for the caller and promises to buy `promised` more (S1). Paid and promised together
    /// stay within the maximum; what is not in the queue and what is promised reach the minimum. The caller has approved
    /// the Treasury for `units * par`.
    function subscribe(uint64 units, uint64 promised) external;

    /// @notice As `subscribe`, with the caller's permit. One that was used already does no harm [case 35].
    function subscribeWithPermit(uint64 units, uint64 promised, Permit calldata permit) external;

    /// @notice As `subscribe`, for a member who is being admitted, and out of a dividend (S6). Only the register, for which the member
    /// pays, and the Patronage, which pays itself.
    /// @param account the member's account
    function subscribeFor(
        uint32 memberId,
        address account,
        uint64 units,
        uint64 promised,
        Permit calldata permit
    ) external;

    /// @notice Pays `units` of the shares that the caller has promised to take. The Treasury is approved as for `subscribe`.
    function payInstalment(uint64 units) external;

    /// @notice As `payInstalment`, with the caller's permit.
    function payInstalmentWithPermit(uint64 units, Permit calldata permit) external;

    /// @notice Gives up what the caller has promised and not paid, if the holding is lawful without it (S1).
    function dropPromise() external;

    // --------------------------------------------------------------------------------------------------- withdrawing

    /// @notice Puts `units` of the caller's shares into the queue, behind all others (S2). What is left is nothing or at least
    /// the minimum. Not while the account is being replaced (M6).
    /// @return entryId the place in the queue
    function withdraw(uint64 units) external returns (uint256 entryId);

    /// @notice Takes an own entry out of the queue. The place is lost.
    function cancelWithdrawal(uint256 entryId) external;

    /// @notice Serves the queue from its head: the money of every entry whose notice has passed becomes due and is handed over
    /// if that can be done; whoever cannot be paid blocks nobody, and `collect` pays later. Anyone may call it. It stops where
    /// notice is running or the share-capital fund is used up, then in whole shares (S2). Not while suspended (S3).
    /// @param most entries to take at most, cancelled ones included
    /// @return taken entries taken off the queue
    function advance(uint256 most) external returns (uint256 taken);

    /// @notice Pays a present or former member what is due: withdrawals served and interest, in money, to the account in the
    /// register. Anyone may call it. Not while the account is being replaced (M6).
    function collect(uint32 memberId) external;

    /// @notice Suspends the queue until `until`, for entries that wait already too; places are kept and it ends by itself. A new
    /// suspension is possible once withdrawals were open as long as the last one lasted (S3). It can not stop what is due.
    function suspendWithdrawals(uint40 until, bytes32 reason) external;

    /// @notice The member left or was expelled: its promise ends, all its shares enter the queue, and what is due is paid if
    /// possible. Only the register. No recipient and no token can make it fail.
    function release(uint32 memberId) external;

    /// @notice Pays a member's whole holding at par, with all that is due, whatever the queue, notice and suspension say. Anyone
    /// may call it, once the co-op is closed (A2).
    function redeem(uint32 memberId) external;

    // ---------------------------------------------------------------------------------------- interest and write-down

    /// @notice Posts interest of `rate` basis points a year on shares times days since the last posting or founding, from the
    /// operating fund. Only the Surplus, as a step of a declaration, once in 365 days, within the cap (S4). A rate of zero ends the
    /// period without any.
    /// @return amount what moved to interest payable
    function postInterest(uint16 rate) external returns (uint256 amount);

    /// @notice Takes the caller's interest: in money, or in whole shares at par within the maximum (S6); the rest stays owed.
    /// Money is not paid while the account is being replaced (M6).
    function claimInterest(bool inShares) external;

    /// @notice Writes down `units` shares for a certified loss, after the reserve has paid what it had: of every member in
    /// proportion to what it holds above the minimum, each within one share of its proportion, all together exactly `units`.
    /// Only the Assembly (extraordinary resolution, S5). It can not touch a minimum holding.
    function writeDown(uint64 units, uint256 certificateId) external;

    /// @notice Changes the terms within their bounds; par and minimum stay. Entries in the queue keep their dates, holdings above
    /// a new maximum stay. Only the Assembly.
    function setTerms(uint32 notice, uint32 suspensionLimit, uint16 interestCap, uint64 maximum) external;

    // ------------------------------------------------------------------------------------------------------- reading

    /// @notice The terms as they are now.
    function terms() external view returns (ShareTerms memory);

    /// @notice Par value of one share, in the settlement token's smallest units. Never changes.
    function par() external view returns (uint256);

    /// @notice Least and most shares a member can hold (S1).
    function holdingBounds() external view returns (uint256 minimum, uint256 maximum);

    /// @notice Shares of a member, by permanent member id.
    function unitsOf(uint32 memberId) external view returns (uint256);

    /// @notice All that is known of a member's shares. A write-down that was not settled yet is counted as if it were settled now;
    /// others who settle first can shift it by one share.
    function holdingOf(uint32 memberId) external view returns (MemberHolding memory);

    /// @notice What `collect` would pay: money of withdrawals, and interest.
    function dueOf(uint32 memberId) external view returns (uint256 withdrawals, uint256 interest);

    /// @notice Shares of all members that could be written down, and how many write-downs there were.
    function writeDowns() external view returns (uint256 above, uint256 epochs);

    /// @notice The posting `period`, from 1: its day (days since 1970) and its rate. Zero is founding.
    function interestPeriod(uint256 period) external view returns (uint256 day, uint256 rate);

    /// @notice How often interest was posted.
    function interestPeriods() external view returns (uint256);

    /// @notice The first entry that was not taken off the queue, and the id that the next one will have.
    function queue() external view returns (uint256 head, uint256 next);

    /// @notice An entry of the queue.
    function entry(uint256 entryId) external view returns (Withdrawal memory);

    /// @notice Shares that wait before this entry, at most (cancelled ones are counted until their turn), and the earliest time
    /// at which it can be served, the present suspension counted.
    function placeOf(uint256 entryId) external view returns (uint256 unitsAhead, uint256 earliest);

    /// @notice The last suspension; zeros when there was none.
    function suspension() external view returns (uint256 from, uint256 until);
}
