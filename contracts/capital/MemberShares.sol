// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IAuditRegister} from "../interfaces/IAuditRegister.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {IMemberShares, MemberHolding, Permit, ShareTerms, Withdrawal} from "../interfaces/IMemberShares.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";
import {ShareLedger} from "../libraries/ShareLedger.sol";
import {WithdrawalQueue} from "../libraries/WithdrawalQueue.sol";
import {ShareToken} from "./ShareToken.sol";

/// @title MemberShares
/// @notice See {IMemberShares}.
/// @dev Holdings are keyed by member id: `ShareLedger` keeps them, `ShareMath` rounds, `WithdrawalQueue` keeps the order. Money
/// is moved by the Treasury alone.
contract MemberShares is IMemberShares, ShareToken, Module, ReentrancyGuardTransient {
    using ShareLedger for ShareLedger.Book;
    using WithdrawalQueue for WithdrawalQueue.Queue;
    using WithdrawalQueue for Withdrawal;

    /// @dev What a payment that must not block others is given, and what must be left so that it really gets it.
    uint256 private constant PAYMENT_GAS = 200_000;
    uint256 private constant NEEDED_GAS = 280_000;

    ShareLedger.Book private _book;
    WithdrawalQueue.Queue private _queue;
    string private _name;

    /// @notice Sets the terms and begins to count days. Called once, by the factory.
    function initialize(string calldata name_, ShareTerms calldata terms_) external initializer {
        _name = name_;
        _book.setTerms(terms_);
        _book.open();
    }

    // -------------------------------------------------------------------------------------------------------- buying

    /// @inheritdoc IMemberShares
    function subscribe(uint64 units, uint64 promised) external nonReentrant {
        Permit memory none;
        _subscribe(_caller(), msg.sender, msg.sender, units, promised, none);
    }

    /// @inheritdoc IMemberShares
    function subscribeWithPermit(uint64 units, uint64 promised, Permit calldata permit) external nonReentrant {
        _subscribe(_caller(), msg.sender, msg.sender, units, promised, permit);
    }

    /// @inheritdoc IMemberShares
    function subscribeFor(
        uint32 memberId,
        address account,
        uint64 units,
        uint64 promised,
        Permit calldata permit
    ) external nonReentrant {
        bool joins = msg.sender == directory().moduleAt(Place.Register);
        if (!joins && msg.sender != directory().moduleAt(Place.Patronage)) {
            revert ModuleWrongPlace(msg.sender, Place.Register);
        }
        _subscribe(memberId, account, joins ? account : msg.sender, units, promised, permit);
    }

    /// @inheritdoc IMemberShares
    function payInstalment(uint64 units) external nonReentrant {
        Permit memory none;
        _payInstalment(units, none);
    }

    /// @inheritdoc IMemberShares
    function payInstalmentWithPermit(uint64 units, Permit calldata permit) external nonReentrant {
        _payInstalment(units, permit);
    }

    /// @inheritdoc IMemberShares
    function dropPromise() external nonReentrant {
        uint32 memberId = _caller();
        ShareLedger.Holding memory holding = _current(memberId);
        uint256 promised = holding.promised;
        if (promised == 0) revert MemberSharesNoUnits();
        holding.promised = 0;
        // Nothing at all is lawful too.
        if (holding.units != holding.queued) _requireMinimum(holding);
        _book.put(memberId, holding.units, holding);
        emit PromiseDropped(memberId, promised);
    }

    // --------------------------------------------------------------------------------------------------- withdrawing

    /// @inheritdoc IMemberShares
    function withdraw(uint64 units) external nonReentrant returns (uint256 entryId) {
        uint32 memberId = _caller();
        if (units == 0) revert MemberSharesNoUnits();
        _requireNoRecovery(memberId);
        ShareLedger.Holding memory holding = _current(memberId);
        uint256 free = holding.units - holding.queued;
        if (units > free) revert MemberSharesTooFew(free, units);
        uint256 left = free - units;
        if (left == 0) {
            if (holding.promised != 0) revert MemberSharesPromised(holding.promised, units);
        } else if (left < _book.terms.minimum) {
            revert MemberSharesHoldingOutOfBounds(left, _book.terms.minimum, _book.terms.maximum);
        }
        return _enqueue(memberId, holding, units);
    }

    /// @inheritdoc IMemberShares
    function cancelWithdrawal(uint256 entryId) external nonReentrant {
        uint32 memberId = _caller();
        Withdrawal memory asked = _queue.entries[entryId];
        if (asked.memberId != memberId || asked.units == 0) revert MemberSharesNoSuchWithdrawal(entryId);
        ShareLedger.Holding memory holding = _current(memberId);
        // After a write-down the last entries stand for less than they say.
        uint64 units = asked.units < holding.queued ? asked.units : holding.queued;
        holding.queued -= units;
        if (units != 0) _requireMinimum(holding);
        _queue.entries[entryId].units = 0;
        _book.put(memberId, holding.units, holding);
        emit WithdrawalCancelled(entryId, memberId, units);
    }

    /// @inheritdoc IMemberShares
    function advance(uint256 most) external nonReentrant returns (uint256 taken) {
        WithdrawalQueue.State memory state = _queue.state;
        if (block.timestamp < state.suspendedUntil) revert MemberSharesSuspended(state.suspendedUntil);
        ITreasury treasury = _treasury();
        IMemberRegister register = _register();
        address token = treasury.settlementToken();
        uint256 affordable = treasury.balanceOf(Funds.SHARE_CAPITAL, token) / _book.terms.par;
        bool any;
        for (bool whole = true; whole && taken < most && state.head < state.next;) {
            Withdrawal memory asked = _queue.entries[state.head];
            uint256 units;
            if (asked.units != 0) {
                if (block.timestamp < asked.payableFrom) break;
                (units, whole) = _serve(state.head, asked, affordable, treasury, register);
                affordable -= units;
            }
            any = any || whole || units != 0;
            if (whole) {
                ++taken;
                _queue.state.head = ++state.head;
            }
        }
        if (!any) revert MemberSharesQueueWaits();
    }

    /// @inheritdoc IMemberShares
    function collect(uint32 memberId) external nonReentrant {
        _settled(memberId);
        _payAll(memberId);
    }

    /// @inheritdoc IMemberShares
    function suspendWithdrawals(uint40 until, bytes32 reason) external restricted {
        _queue.suspend(until, _book.terms.suspensionLimit);
        emit WithdrawalsSuspended(until, reason);
    }

    /// @inheritdoc IMemberShares
    function release(uint32 memberId) external onlyPlace(Place.Register) nonReentrant {
        if (_book.accounts[memberId].holding.day == 0) return;
        ShareLedger.Holding memory holding = _settle(memberId);
        if (holding.promised != 0) emit PromiseDropped(memberId, holding.promised);
        holding.promised = 0;
        uint64 free = holding.units - holding.queued;
        if (free != 0) _enqueue(memberId, holding, free);
        else _book.put(memberId, holding.units, holding);
        // Whose account it is has to be settled first (M6).
        if (_register().isRecovering(memberId)) return;

        ITreasury treasury = _treasury();
        address account = _accountOf(memberId);
        uint256 amount = _book.accounts[memberId].due;
        if (amount != 0) {
            _book.accounts[memberId].due = 0;
            _try(treasury, Funds.WITHDRAWALS_PAYABLE, memberId, account, amount);
        }
        amount = _book.takeInterest(memberId, type(uint256).max);
        if (amount != 0) _try(treasury, Funds.INTEREST_PAYABLE, memberId, account, amount);
    }

    /// @inheritdoc IMemberShares
    function redeem(uint32 memberId) external nonReentrant {
        if (directory().closedAt() == 0) revert MemberSharesNotClosed();
        ShareLedger.Holding memory holding = _settle(memberId);
        uint256 units = holding.units;
        if (units != 0) {
            (holding.units, holding.promised, holding.queued) = (0, 0, 0);
            _book.put(memberId, units, holding);
            uint256 amount = _credit(memberId, units, bytes32(uint256(memberId)), _treasury());
            _book.accounts[memberId].due += uint120(amount);
            emit Redeemed(memberId, units, amount);
        }
        _payAll(memberId);
    }

    // ---------------------------------------------------------------------------------------- interest and write-down

    /// @inheritdoc IMemberShares
    function postInterest(uint16 rate) external onlyPlace(Place.Surplus) nonReentrant returns (uint256 amount) {
        _requireLiving();
        uint256 cap = _book.terms.interestCap;
        if (rate > cap) revert MemberSharesRateOutOfBounds(rate, cap);
        uint256 period;
        uint256 unitDays;
        (period, unitDays, amount) = _book.post(rate);
        emit InterestPosted(period, rate, unitDays, amount);
        if (amount != 0) _treasury().move(Funds.OPERATING, Funds.INTEREST_PAYABLE, amount, bytes32(period));
    }

    /// @inheritdoc IMemberShares
    function claimInterest(bool inShares) external nonReentrant {
        uint32 memberId = _caller();
        if (inShares) return _claimShares(memberId);
        _requireNoRecovery(memberId);
        _settled(memberId);
        uint256 amount = _book.takeInterest(memberId, type(uint256).max);
        if (amount == 0) revert MemberSharesNothingDue(memberId);
        emit InterestClaimed(memberId, amount, 0);
        _pay(_treasury(), Funds.INTEREST_PAYABLE, memberId, msg.sender, amount);
    }

    /// @inheritdoc IMemberShares
    function writeDown(uint64 units, uint256 certificateId) external onlyPlace(Place.Assembly) nonReentrant {
        if (units == 0) revert MemberSharesNoUnits();
        uint256 amount = units * uint256(_book.terms.par);
        // The reserve first; then the loss bounds what shares may bear.
        IReserve(directory().moduleAt(Place.Reserve)).exhaust(certificateId);
        IAuditRegister(directory().moduleAt(Place.Audits)).charge(certificateId, amount);

        uint256 epoch = _book.writeDown(units);
        emit WrittenDown(epoch, certificateId, units, amount);
        _treasury().move(Funds.SHARE_CAPITAL, Funds.OPERATING, amount, bytes32(certificateId));
    }

    /// @inheritdoc IMemberShares
    function setTerms(
        uint32 notice,
        uint32 suspensionLimit,
        uint16 interestCap,
        uint64 maximum
    ) external onlyPlace(Place.Assembly) {
        ShareLedger.Terms storage t = _book.terms;
        _book.setTerms(ShareTerms(t.par, t.minimum, maximum, notice, suspensionLimit, interestCap));
    }

    // ----------------------------------------------------------------------------------------------------- the steps

    function _subscribe(
        uint32 memberId,
        address account,
        address payer,
        uint64 units,
        uint64 promised,
        Permit memory permit
    ) private {
        if (units == 0) revert MemberSharesNoUnits();
        _requireLiving();
        ShareLedger.Holding memory holding = _settle(memberId);
        uint256 before = holding.units;
        _requireMaximum(before + holding.promised + units + promised);
        holding.units += units;
        holding.promised += promised;
        _requireMinimum(holding);

        uint256 amount = units * uint256(_book.terms.par);
        _book.put(memberId, before, holding);
        emit Subscribed(memberId, account, units, promised, amount);
        emit Transfer(address(0), account, units);
        _take(memberId, payer, amount, permit);
    }

    function _payInstalment(uint64 units, Permit memory permit) private {
        uint32 memberId = _caller();
        if (units == 0) revert MemberSharesNoUnits();
        _requireLiving();
        ShareLedger.Holding memory holding = _settle(memberId);
        if (units > holding.promised) revert MemberSharesPromised(holding.promised, units);
        uint256 before = holding.units;
        holding.units += units;
        holding.promised -= units;

        uint256 amount = units * uint256(_book.terms.par);
        _book.put(memberId, before, holding);
        emit InstalmentPaid(memberId, msg.sender, units, amount);
        emit Transfer(address(0), msg.sender, units);
        _take(memberId, msg.sender, amount, permit);
    }

    /// @dev Whole shares within the maximum, paid out of what is owed (S6).
    function _claimShares(uint32 memberId) private {
        _requireLiving();
        ShareLedger.Holding memory holding = _settle(memberId);
        (uint256 before, uint256 price, uint256 most) = (holding.units, _book.terms.par, _book.terms.maximum);
        uint256 held = before + holding.promised;
        uint256 amount = _book.takeInterest(memberId, most > held ? (most - held) * price : 0);
        uint256 units = amount / price;
        if (units == 0) revert MemberSharesNothingDue(memberId);
        if (amount != units * price) _book.returnInterest(memberId, amount - units * price);
        holding.units += uint64(units);
        _requireMinimum(holding);
        _book.put(memberId, before, holding);
        emit InterestClaimed(memberId, units * price, units);
        emit Transfer(address(0), msg.sender, units);
        bytes32 memo = bytes32(uint256(memberId));
        _treasury().move(Funds.INTEREST_PAYABLE, Funds.SHARE_CAPITAL, units * price, memo);
    }

    /// @dev Takes exactly `amount`, or nothing happens at all.
    function _take(uint32 memberId, address payer, uint256 amount, Permit memory permit) private {
        ITreasury treasury = _treasury();
        if (permit.deadline != 0) {
            // A permit that somebody used before has done its work; one that is void leaves it to the allowance.
            IERC20Permit token = IERC20Permit(treasury.settlementToken());
            try
                token.permit(payer, address(treasury), amount, permit.deadline, permit.v, permit.r, permit.s)
            {} catch {}
        }
        uint256 received = treasury.take(Funds.SHARE_CAPITAL, payer, amount, bytes32(uint256(memberId)));
        if (received != amount) revert MemberSharesUnderpaid(received, amount);
    }

    function _enqueue(
        uint32 memberId,
        ShareLedger.Holding memory holding,
        uint64 units
    ) private returns (uint256 entryId) {
        holding.queued += units;
        _book.put(memberId, holding.units, holding);
        uint256 payableFrom;
        (entryId, payableFrom) = _queue.push(memberId, units, _book.terms.notice);
        emit WithdrawalAsked(entryId, memberId, units, payableFrom);
    }

    /// @dev Serves one entry as far as the fund goes.
    /// @return units shares that ended
    /// @return whole whether the entry is done
    function _serve(
        uint256 entryId,
        Withdrawal memory asked,
        uint256 affordable,
        ITreasury treasury,
        IMemberRegister register
    ) private returns (uint256 units, bool whole) {
        uint32 memberId = asked.memberId;
        ShareLedger.Holding memory holding = _settle(memberId);
        // A write-down shrinks what is queued.
        units = asked.units < holding.queued ? asked.units : holding.queued;
        whole = units <= affordable;
        if (!whole) units = affordable;
        _queue.entries[entryId].serve(asked, whole ? asked.units : units);

        uint256 before = holding.units;
        holding.units -= uint64(units);
        holding.queued -= uint64(units);
        _book.put(memberId, before, holding);
        if (units == 0) {
            // All of it went in a write-down: the place is passed over, and that is told.
            if (whole) emit WithdrawalServed(entryId, memberId, 0, 0);
            return (0, whole);
        }
        uint256 amount = _credit(memberId, units, bytes32(entryId), treasury);
        emit WithdrawalServed(entryId, memberId, units, amount);

        address account = register.member(memberId).account;
        if (register.isRecovering(memberId)) _hold(Funds.WITHDRAWALS_PAYABLE, memberId, account, amount);
        else _try(treasury, Funds.WITHDRAWALS_PAYABLE, memberId, account, amount);
    }

    /// @dev `units` shares have ended: their money leaves the share capital.
    function _credit(
        uint32 memberId,
        uint256 units,
        bytes32 memo,
        ITreasury treasury
    ) private returns (uint256 amount) {
        amount = units * _book.terms.par;
        emit Transfer(_accountOf(memberId), address(0), units);
        treasury.move(Funds.SHARE_CAPITAL, Funds.WITHDRAWALS_PAYABLE, amount, memo);
    }

    /// @dev Hands over what is due to a settled member, or reverts.
    function _payAll(uint32 memberId) private {
        _requireNoRecovery(memberId);
        uint256 withdrawn = _book.accounts[memberId].due;
        uint256 interest = _book.takeInterest(memberId, type(uint256).max);
        if (withdrawn + interest == 0) revert MemberSharesNothingDue(memberId);
        _book.accounts[memberId].due = 0;
        ITreasury treasury = _treasury();
        address account = _accountOf(memberId);
        if (withdrawn != 0) _pay(treasury, Funds.WITHDRAWALS_PAYABLE, memberId, account, withdrawn);
        if (interest == 0) return;
        emit InterestClaimed(memberId, interest, 0);
        _pay(treasury, Funds.INTEREST_PAYABLE, memberId, account, interest);
    }

    function _pay(ITreasury treasury, uint32 fund, uint32 memberId, address account, uint256 amount) private {
        emit Paid(memberId, fund, account, amount);
        treasury.payDue(fund, account, amount, bytes32(uint256(memberId)));
    }

    /// @dev Hands money over if that can be done; else it is due. Nothing that the recipient does reaches this contract: it has
    /// its own gas, and what it returns is not read.
    function _try(ITreasury treasury, uint32 fund, uint32 memberId, address account, uint256 amount) private {
        if (gasleft() < NEEDED_GAS) revert MemberSharesGasTooLow(gasleft(), NEEDED_GAS);
        try treasury.payDue{gas: PAYMENT_GAS}(fund, account, amount, bytes32(uint256(memberId))) {
            if (fund == Funds.INTEREST_PAYABLE) emit InterestClaimed(memberId, amount, 0);
            emit Paid(memberId, fund, account, amount);
        } catch {
            _hold(fund, memberId, account, amount);
        }
    }

    function _hold(uint32 fund, uint32 memberId, address account, uint256 amount) private {
        if (fund == Funds.INTEREST_PAYABLE) _book.returnInterest(memberId, amount);
        else _book.accounts[memberId].due += uint120(amount);
        emit PaymentHeld(memberId, fund, account, amount);
    }

    function _requireNoRecovery(uint32 memberId) private view {
        if (_register().isRecovering(memberId)) revert MemberSharesRecovering(memberId);
    }

    /// @dev A member brought up to date, and written.
    function _settled(uint32 memberId) private {
        ShareLedger.Holding memory holding = _settle(memberId);
        _book.put(memberId, holding.units, holding);
    }

    /// @dev A member brought up to date; the caller writes the holding.
    function _settle(uint32 memberId) private returns (ShareLedger.Holding memory holding) {
        uint256 cut;
        (holding, cut) = _book.settle(memberId);
        _tellCut(memberId, cut);
    }

    /// @dev As `_settle`, but interest may wait.
    function _current(uint32 memberId) private returns (ShareLedger.Holding memory holding) {
        uint256 cut;
        (holding, cut) = _book.current(memberId);
        _tellCut(memberId, cut);
    }

    function _tellCut(uint32 memberId, uint256 cut) private {
        if (cut == 0) return;
        emit HoldingCut(memberId, cut);
        emit Transfer(_accountOf(memberId), address(0), cut);
    }

    function _requireMaximum(uint256 units) private view {
        uint256 maximum = _book.terms.maximum;
        if (units > maximum) revert MemberSharesHoldingOutOfBounds(units, _book.terms.minimum, maximum);
    }

    /// @dev What stays and what is promised reach the minimum (S1).
    function _requireMinimum(ShareLedger.Holding memory holding) private view {
        uint256 units = uint256(holding.units) - holding.queued + holding.promised;
        uint256 minimum = _book.terms.minimum;
        if (units < minimum) revert MemberSharesHoldingOutOfBounds(units, minimum, _book.terms.maximum);
    }

    function _requireLiving() private view {
        if (directory().windingUpSince() != 0) revert MemberSharesWindingUp();
    }

    function _caller() private view returns (uint32 memberId) {
        (memberId, ) = _register().seatOf(msg.sender);
        if (memberId == 0) revert MemberSharesNotMember(msg.sender);
    }

    function _accountOf(uint32 memberId) private view returns (address) {
        return _register().member(memberId).account;
    }

    function _register() private view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }

    function _treasury() private view returns (ITreasury) {
        return ITreasury(directory().moduleAt(Place.Treasury));
    }

    // ------------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IMemberShares
    function terms() external view returns (ShareTerms memory) {
        ShareLedger.Terms memory t = _book.terms;
        return ShareTerms(t.par, t.minimum, t.maximum, t.notice, t.suspensionLimit, t.interestCap);
    }

    /// @inheritdoc IMemberShares
    function par() external view returns (uint256) {
        return _book.terms.par;
    }

    /// @inheritdoc IMemberShares
    function holdingBounds() external view returns (uint256 minimum, uint256 maximum) {
        return (_book.terms.minimum, _book.terms.maximum);
    }

    /// @inheritdoc IMemberShares
    function unitsOf(uint32 memberId) public view returns (uint256) {
        return _book.report(memberId).units;
    }

    /// @inheritdoc IMemberShares
    function holdingOf(uint32 memberId) external view returns (MemberHolding memory) {
        return _book.report(memberId);
    }

    /// @inheritdoc IMemberShares
    function dueOf(uint32 memberId) external view returns (uint256 withdrawals, uint256 interest) {
        MemberHolding memory holding = _book.report(memberId);
        return (holding.due, holding.interest);
    }

    /// @inheritdoc IMemberShares
    function writeDowns() external view returns (uint256 above, uint256 epochs) {
        return (_book.totals.above, _book.totals.epoch);
    }

    /// @inheritdoc IMemberShares
    function interestPeriod(uint256 period) external view returns (uint256 day, uint256 rate) {
        return _book.periodAt(period);
    }

    /// @inheritdoc IMemberShares
    function interestPeriods() external view returns (uint256) {
        return _book.totals.period;
    }

    /// @inheritdoc IMemberShares
    function queue() external view returns (uint256 head, uint256 next) {
        return (_queue.state.head, _queue.state.next);
    }

    /// @inheritdoc IMemberShares
    function entry(uint256 entryId) external view returns (Withdrawal memory) {
        return _queue.entries[entryId];
    }

    /// @inheritdoc IMemberShares
    function placeOf(uint256 entryId) external view returns (uint256 unitsAhead, uint256 earliest) {
        return _queue.placeOf(entryId);
    }

    /// @inheritdoc IMemberShares
    function suspension() external view returns (uint256 from, uint256 until) {
        return (_queue.state.suspendedFrom, _queue.state.suspendedUntil);
    }

    // ------------------------------------------------------------------------------------- ERC-20, for reading only

    /// @notice The co-op's name and "member shares".
    function name() external view returns (string memory) {
        return string.concat(_name, " member shares");
    }

    /// @notice All shares in issue; times par it is the share-capital fund.
    function totalSupply() external view returns (uint256) {
        return _book.totals.units;
    }

    /// @notice Shares of the member that `account` speaks for.
    function balanceOf(address account) external view returns (uint256) {
        (uint32 memberId, ) = _register().seatOf(account);
        return unitsOf(memberId);
    }
}
