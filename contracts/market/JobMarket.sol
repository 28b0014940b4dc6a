// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712Upgradeable} from "@openzeppelin/contracts-upgradeable/utils/cryptography/EIP712Upgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {
    IJobMarket,
    Job,
    JobEnd,
    JobKind,
    JobState,
    MarketTerms,
    Offer,
    Service,
    Split
} from "../interfaces/IJobMarket.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Permit} from "../interfaces/IMemberShares.sol";
import {IPatronage} from "../interfaces/IPatronage.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {JobMath} from "../libraries/JobMath.sol";
import {JobTerms} from "../libraries/JobTerms.sol";
import {Module} from "../libraries/Module.sol";
import {Payout} from "../libraries/Payout.sol";
import {Places} from "../libraries/Places.sol";
import {Permits} from "../libraries/Permits.sol";

/// @title JobMarket
/// @notice See {IJobMarket}.
/// @dev A job's word: state (8 bits), since when (40), and 208 bits of the hash of the rest.
contract JobMarket is IJobMarket, Module, EIP712Upgradeable, ReentrancyGuardTransient {
    using Permits for Permit;
    using SafeERC20 for IERC20;

    uint256 private constant ONE = 10_000;
    /// @dev What a job costs at most, in smallest units.
    uint256 private constant MOST = type(uint80).max;
    /// @dev So long a job may be late (J3).
    uint256 private constant GRACE = 24 hours;
    uint256 private constant HASH_BITS = 208;
    bytes32 private constant COUNTERSIGNATURE = keccak256(
        "Countersignature(uint256 job,address provider,uint32 distance,uint40 until)"
    );

    /// @dev One word, which every offer writes anyway.
    /// @param held everything here that is somebody's
    /// @param terms number of the terms that hold
    struct Setting {
        uint112 held;
        uint32 jobs;
        uint32 services;
        uint16 terms;
        uint40 closedUntil;
        bool membersOnly;
    }

    /// @dev One word. Fees below 2**80 and 2**88 wait for `remit`.
    struct Gathered {
        uint88 operating;
        uint80 commons;
        uint88 reserve;
    }

    Setting private _setting;
    Gathered private _gathered;
    mapping(uint256 jobId => uint256) private _jobs;
    mapping(uint256 serviceId => bytes32) private _services;
    mapping(uint16 number => MarketTerms) private _terms;
    mapping(address account => uint256) private _owed;

    /// @notice Sets the first terms. Called once, when the co-op is founded or the market is replaced.
    function initialize(MarketTerms calldata terms) external initializer {
        uint40 until = _treasury().haltedUntil();
        if (directory().windingUpSince() != 0) until = type(uint40).max;
        if (block.timestamp < until) _close(until);
        _setTerms(terms);
    }

    // --------------------------------------------------------------------------------------------------- it begins

    /// @inheritdoc IJobMarket
    function offer(Offer calldata asked, Permit calldata permit) external nonReentrant returns (uint256 jobId) {
        JobTerms.checkOffer(asked);
        Setting memory s = _setting;
        uint256 amount;
        (jobId, amount) = _offer(s, asked, msg.sender, 0);
        _takeIn(s, amount, permit);
    }

    /// @inheritdoc IJobMarket
    function offerForCoop(uint256 budgetId, Offer calldata asked) external nonReentrant returns (uint256 jobId) {
        JobTerms.checkOffer(asked);
        ITreasury treasury = _treasury();
        (uint64 role, uint32 fund, , , ) = treasury.budgetOf(budgetId);
        if (fund != Funds.OPERATING) revert JobMarketNotYours(0, msg.sender);
        Setting memory s = _setting;
        uint256 amount;
        (jobId, amount) = _offer(s, asked, address(treasury), uint8(role));
        s.held += uint112(amount);
        _setting = s;
        uint256 before = _token().balanceOf(address(this));
        // Checks that the caller holds the role.
        treasury.spendFor(budgetId, msg.sender, amount, bytes32(jobId));
        _requireReceived(before, amount);
    }

    /// @inheritdoc IJobMarket
    function accept(uint256 jobId, Job memory job, uint16 terms) external {
        _require(jobId, job, JobState.Offered);
        if (block.timestamp >= job.acceptBy) revert JobMarketTooLate(jobId, job.acceptBy);
        if (job.provider != address(0) && job.provider != msg.sender) revert JobMarketNotYours(jobId, msg.sender);
        Setting memory s = _setting;
        _requireOpen(s);
        if (terms != s.terms) revert JobMarketTermsChanged(s.terms);
        job.provider = msg.sender;
        _accept(jobId, job, terms, s.membersOnly);
    }

    /// @inheritdoc IJobMarket
    function post(
        JobKind kind,
        uint96 fare,
        uint96 passThrough,
        uint32 lasts,
        uint16 terms,
        bytes32 details
    ) external returns (uint256 serviceId) {
        JobTerms.checkService(fare, lasts);
        Setting memory s = _setting;
        _requireOpen(s);
        if (terms != s.terms) revert JobMarketTermsChanged(s.terms);
        _standings(msg.sender, address(0));
        serviceId = ++s.services;
        _setting = s;
        _services[serviceId] = keccak256(abi.encode(Service(msg.sender, kind, terms, fare, passThrough, lasts)));
        emit ServicePosted(serviceId, msg.sender, kind, terms, fare, passThrough, lasts, details);
    }

    /// @inheritdoc IJobMarket
    function withdrawService(uint256 serviceId, Service calldata service) external {
        _requireService(serviceId, service);
        if (msg.sender != service.provider) revert JobMarketNotYours(serviceId, msg.sender);
        delete _services[serviceId];
        emit ServiceWithdrawn(serviceId);
    }

    /// @inheritdoc IJobMarket
    function book(
        uint256 serviceId,
        Service calldata service,
        uint96 tip,
        bytes32 details,
        Permit calldata permit
    ) external nonReentrant returns (uint256 jobId) {
        _requireService(serviceId, service);
        Setting memory s = _setting;
        if (service.terms != s.terms) revert JobMarketTermsChanged(s.terms);
        uint40 doBy = uint40(block.timestamp + service.lasts);
        Job memory j;
        (j.customer, j.provider, j.kind) = (msg.sender, service.provider, service.kind);
        (j.fare, j.passThrough, j.tip) = (service.fare, service.passThrough, tip);
        (j.acceptBy, j.doBy) = (uint40(block.timestamp), doBy);
        uint256 amount;
        (jobId, amount) = _enter(s, j, details);
        emit ServiceBooked(serviceId, jobId);
        _accept(jobId, j, s.terms, s.membersOnly);
        _takeIn(s, amount, permit);
    }

    // ---------------------------------------------------------------------------------------------------- it is done

    /// @inheritdoc IJobMarket
    function done(uint256 jobId, Job memory job, uint32 distance) external {
        _require(jobId, job, JobState.Accepted);
        if (msg.sender != job.provider) revert JobMarketNotYours(jobId, msg.sender);
        uint256 latest = job.doBy + GRACE;
        if (block.timestamp > latest) revert JobMarketTooLate(jobId, latest);
        job.distance = distance;
        _put(jobId, JobState.Done, job);
        emit JobDone(jobId, distance);
    }

    /// @inheritdoc IJobMarket
    function confirm(uint256 jobId, Job memory job, uint32 distance) external nonReentrant {
        if (!_isCustomer(job, msg.sender)) revert JobMarketNotYours(jobId, msg.sender);
        _countersign(jobId, job, distance, msg.sender);
    }

    /// @inheritdoc IJobMarket
    function confirmBySig(
        uint256 jobId,
        Job memory job,
        uint32 distance,
        uint40 until,
        bytes calldata signature
    ) external nonReentrant {
        bytes32 message = keccak256(abi.encode(COUNTERSIGNATURE, jobId, job.provider, distance, until));
        bytes32 digest = _hashTypedDataV4(message);
        if (block.timestamp >= until || !_isSigned(job.customer, digest, signature)) {
            revert JobMarketBadSignature(jobId);
        }
        _countersign(jobId, job, distance, job.customer);
    }

    /// @inheritdoc IJobMarket
    function release(uint256 jobId, Job memory job) external nonReentrant {
        uint256 since = _require(jobId, job, JobState.Done);
        MarketTerms storage t = _terms[job.terms];
        if (block.timestamp < since + t.window) revert JobMarketTooEarly(jobId, since + t.window);
        _end(jobId, job, JobEnd.Released, t, ONE, false);
    }

    // ------------------------------------------------------------------------------------------------ or it is not

    /// @inheritdoc IJobMarket
    function cancel(uint256 jobId, Job memory job) external nonReentrant {
        (JobState state, ) = _read(jobId, job);
        // A customer whose provider has begun could take the ride and the money [case 97].
        if (state == JobState.Offered) {
            bool allowed = job.role == 0 ? msg.sender == job.customer : _holds(job.role, msg.sender);
            if (!allowed) revert JobMarketNotYours(jobId, msg.sender);
            return _giveBack(jobId, job, JobEnd.Withdrawn);
        }
        if (state != JobState.Accepted) revert JobMarketWrongState(jobId, state);
        if (msg.sender != job.provider) revert JobMarketNotYours(jobId, msg.sender);
        _giveBack(jobId, job, JobEnd.GivenUp);
    }

    /// @inheritdoc IJobMarket
    function lapse(uint256 jobId, Job memory job) external nonReentrant {
        _require(jobId, job, JobState.Offered);
        if (block.timestamp < job.acceptBy) revert JobMarketTooEarly(jobId, job.acceptBy);
        _giveBack(jobId, job, JobEnd.Lapsed);
    }

    /// @inheritdoc IJobMarket
    function refund(uint256 jobId, Job memory job) external nonReentrant {
        _require(jobId, job, JobState.Accepted);
        uint256 latest = job.doBy + GRACE;
        if (block.timestamp <= latest) revert JobMarketTooEarly(jobId, latest + 1);
        _giveBack(jobId, job, JobEnd.Overdue);
    }

    /// @inheritdoc IJobMarket
    function dispute(uint256 jobId, Job memory job, bytes32 evidence) external {
        uint256 since = _require(jobId, job, JobState.Done);
        if (msg.sender != job.provider && !_isCustomer(job, msg.sender)) {
            revert JobMarketNotYours(jobId, msg.sender);
        }
        uint256 until = since + _terms[job.terms].window;
        // Until then it can be disputed, from then on released: never both [cases 88, 90].
        if (block.timestamp >= until) revert JobMarketTooLate(jobId, until);
        _put(jobId, JobState.Disputed, job);
        emit JobDisputed(jobId, msg.sender, evidence);
    }

    /// @inheritdoc IJobMarket
    function rule(uint256 jobId, Job memory job, uint16 award, bytes32 reasons) external restricted nonReentrant {
        uint256 since = _require(jobId, job, JobState.Disputed);
        bool isParty =
            msg.sender == job.provider || msg.sender == job.customer || (job.role != 0 && _holds(job.role, msg.sender));
        if (isParty) revert JobMarketArbiterIsParty(msg.sender);
        if (award > ONE) revert JobMarketAwardTooHigh(award);
        MarketTerms storage t = _terms[job.terms];
        uint256 until = since + t.ruleWithin;
        if (block.timestamp >= until) revert JobMarketTooLate(jobId, until);
        emit JobRuled(jobId, msg.sender, award, reasons);
        _end(jobId, job, JobEnd.Ruled, t, award, true);
    }

    /// @inheritdoc IJobMarket
    function divide(uint256 jobId, Job memory job) external nonReentrant {
        uint256 since = _require(jobId, job, JobState.Disputed);
        MarketTerms storage t = _terms[job.terms];
        uint256 from = since + t.ruleWithin;
        if (block.timestamp < from) revert JobMarketTooEarly(jobId, from);
        _end(jobId, job, JobEnd.Undecided, t, t.defaultAward, true);
    }

    // ------------------------------------------------------------------------------------------------------- money

    /// @inheritdoc IJobMarket
    function collect(address to) external nonReentrant returns (uint256 amount) {
        amount = _owed[msg.sender];
        if (amount == 0) revert JobMarketNothingDue();
        _owed[msg.sender] = 0;
        _setting.held -= uint112(amount);
        emit Collected(msg.sender, to, amount);
        _token().safeTransfer(to, amount);
    }

    /// @inheritdoc IJobMarket
    function remit() external nonReentrant {
        Gathered memory g = _gathered;
        uint256 funds = uint256(g.operating) + g.commons;
        if (funds + g.reserve == 0) revert JobMarketNothingDue();
        delete _gathered;
        _setting.held -= uint112(funds + g.reserve);
        emit Remitted(g.operating, g.commons, g.reserve);
        if (funds != 0) {
            ITreasury treasury = _treasury();
            IERC20 token = _token();
            token.forceApprove(address(treasury), funds);
            if (directory().moduleAt(Place.Market) == address(this)) {
                uint32[] memory to = new uint32[](2);
                uint256[] memory amounts = new uint256[](2);
                (to[0], to[1]) = (Funds.OPERATING, Funds.COMMONS);
                (amounts[0], amounts[1]) = (g.operating, g.commons);
                treasury.distribute(address(this), to, amounts, "fees");
            } else {
                // A market that was replaced pays in as anybody may.
                if (g.operating != 0) treasury.deposit(Funds.OPERATING, address(token), g.operating, "fees");
                if (g.commons != 0) treasury.deposit(Funds.COMMONS, address(token), g.commons, "fees");
            }
        }
        if (g.reserve != 0) _toReserve(g.reserve, "fees");
    }

    /// @inheritdoc IJobMarket
    function postToReserve() external nonReentrant returns (uint256 amount) {
        amount = _token().balanceOf(address(this)) - _setting.held;
        if (amount == 0) revert JobMarketNothingDue();
        _toReserve(amount, 0);
    }

    // -------------------------------------------------------------------------------------------- what others decide

    /// @inheritdoc IJobMarket
    function setTerms(MarketTerms calldata terms) external onlyPlace(Place.Assembly) {
        _setTerms(terms);
    }

    /// @inheritdoc IJobMarket
    function halt(uint40 until) external onlyPlace(Place.Treasury) {
        // Neither the winding-up nor a replacement has an end.
        if (_setting.closedUntil != type(uint40).max) _close(until);
    }

    /// @inheritdoc IJobMarket
    function windUp() external onlyPlace(Place.Directory) {
        _close(type(uint40).max);
    }

    // ------------------------------------------------------------------------------------------------------ reading

    /// @inheritdoc IJobMarket
    function stateOf(uint256 jobId) external view returns (JobState state, uint40 since) {
        uint256 word = _jobs[jobId];
        if (word == 0) return (_endedOrNone(jobId), 0);
        return (_stateIn(word), _sinceIn(word));
    }

    /// @inheritdoc IJobMarket
    function matches(uint256 jobId, Job memory job) external view returns (bool) {
        return _jobs[jobId] != 0 && _jobs[jobId] << 48 == _fingerprint(job) << 48;
    }

    /// @inheritdoc IJobMarket
    function termsOf(uint16 number) external view returns (MarketTerms memory) {
        return _terms[number];
    }

    /// @inheritdoc IJobMarket
    function currentTerms() external view returns (uint16) {
        return _setting.terms;
    }

    /// @inheritdoc IJobMarket
    function split(Job memory job, uint16 terms, uint16 award) external view returns (Split memory) {
        return _split(job, _terms[terms], award, true);
    }

    /// @inheritdoc IJobMarket
    function held() external view returns (uint256) {
        return _setting.held;
    }

    /// @inheritdoc IJobMarket
    function gathered() external view returns (uint256 operating, uint256 commons, uint256 reserve) {
        Gathered memory g = _gathered;
        return (g.operating, g.commons, g.reserve);
    }

    /// @inheritdoc IJobMarket
    function owedTo(address account) external view returns (uint256) {
        return _owed[account];
    }

    /// @inheritdoc IJobMarket
    function closedUntil() external view returns (uint40) {
        return _setting.closedUntil;
    }

    /// @inheritdoc IJobMarket
    function counts() external view returns (uint32 jobs, uint32 services) {
        return (_setting.jobs, _setting.services);
    }

    // ----------------------------------------------------------------------------------------------------- the steps

    function _offer(
        Setting memory s,
        Offer calldata asked,
        address customer,
        uint8 role
    ) private returns (uint256 jobId, uint256 amount) {
        if (asked.provider == customer) revert JobMarketOwnJob(customer);
        Job memory j;
        (j.customer, j.provider, j.kind, j.role) = (customer, asked.provider, asked.kind, role);
        (j.fare, j.passThrough, j.tip) = (asked.fare, asked.passThrough, asked.tip);
        (j.acceptBy, j.doBy) = (asked.acceptBy, asked.doBy);
        (jobId, amount) = _enter(s, j, asked.details);
        _put(jobId, JobState.Offered, j);
    }

    /// @dev Numbers a new job and tells it. The caller writes the job and the setting.
    function _enter(Setting memory s, Job memory j, bytes32 details) private returns (uint256 jobId, uint256 amount) {
        _requireOpen(s);
        jobId = ++s.jobs;
        amount = uint256(j.fare) + j.passThrough + j.tip;
        // Its parts fit into the words that gather them.
        if (amount > MOST) revert JobMarketOfferOutOfBounds("amount");
        emit JobOffered(
            jobId,
            j.customer,
            j.provider,
            j.kind,
            j.role,
            j.fare,
            j.passThrough,
            j.tip,
            j.acceptBy,
            j.doBy,
            details
        );
    }

    /// @dev The one way in: what arrived is measured.
    function _takeIn(Setting memory s, uint256 amount, Permit calldata permit) private {
        s.held += uint112(amount);
        _setting = s;
        IERC20 token = _token();
        permit.hand(address(token), address(this), amount);
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        _requireReceived(before, amount);
    }

    function _requireReceived(uint256 before, uint256 amount) private view {
        uint256 received = _token().balanceOf(address(this)) - before;
        if (received != amount) revert JobMarketUnderpaid(received, amount);
    }

    /// @dev Who the parties are is looked up now and holds to the end, as do the terms (J1, J5).
    function _accept(uint256 jobId, Job memory j, uint16 terms, bool membersOnly) private {
        if (j.provider == j.customer) revert JobMarketOwnJob(j.provider);
        bool foreign = j.role == 0;
        (j.providerId, j.customerId) = _standings(j.provider, foreign ? j.customer : address(0));
        if (membersOnly) {
            if (j.providerId == 0) revert JobMarketMembersOnly(j.provider);
            if (j.customerId == 0 && foreign) revert JobMarketMembersOnly(j.customer);
        }
        (j.terms, j.acceptedAt) = (terms, uint40(block.timestamp));
        _put(jobId, JobState.Accepted, j);
        emit JobAccepted(jobId, j.provider, j.providerId, j.customerId, terms);
    }

    /// @dev The member ids of two accounts, zero for a non-member; reverts while their use of services is stopped (M4).
    function _standings(address one, address other) private view returns (uint32 oneId, uint32 otherId) {
        uint40 oneUntil;
        uint40 otherUntil;
        IMemberRegister register = IMemberRegister(Places.argument(1));
        (oneId, oneUntil, otherId, otherUntil) = register.standings(one, other);
        if (block.timestamp < oneUntil) revert JobMarketSuspended(one, oneUntil);
        if (block.timestamp < otherUntil) revert JobMarketSuspended(other, otherUntil);
    }

    function _countersign(uint256 jobId, Job memory job, uint32 distance, address by) private {
        (JobState state, uint256 since) = _read(jobId, job);
        if (state != JobState.Done && state != JobState.Accepted) revert JobMarketWrongState(jobId, state);
        MarketTerms storage t = _terms[job.terms];
        if (job.kind == JobKind.Ride) {
            // Once the provider has stated a distance, the customer agrees to that one or to none (J6).
            bool agreed = state == JobState.Accepted || distance == job.distance;
            uint256 elapsed = (state == JobState.Done ? since : block.timestamp) - job.acceptedAt;
            if (!agreed || !JobMath.isPlausible(distance, elapsed, t.speed)) distance = 0;
        } else {
            distance = 0;
        }
        emit JobCountersigned(jobId, by, distance);
        _end(jobId, job, JobEnd.Countersigned, t, ONE, true);
    }

    /// @dev The one way out of escrow for a job that was done: divides it, gives points, hands the money over.
    /// @param both whether the customer's side earns too: not when it was silent (J5)
    function _end(uint256 jobId, Job memory job, JobEnd how, MarketTerms storage t, uint256 award, bool both) private {
        Split memory s = _split(job, t, award, both);
        delete _jobs[jobId];
        emit JobEnded(jobId, how, s.pay, s.refund, s.commons, s.operating, s.reserve);

        uint256 delivered = _give(jobId, job.provider, s.pay);
        if (job.role != 0) s.operating += s.refund;
        else delivered += _give(jobId, job.customer, s.refund);
        if (s.commons + s.operating + s.reserve != 0) {
            Gathered memory g = _gathered;
            g.operating += uint88(s.operating);
            g.commons += uint80(s.commons);
            g.reserve += uint88(s.reserve);
            _gathered = g;
        }
        _setting.held -= uint112(delivered);
        if (s.work + s.custom != 0)
            IPatronage(Places.argument(2)).record(job.providerId, s.work, job.customerId, s.custom);
    }

    function _giveBack(uint256 jobId, Job memory job, JobEnd how) private {
        uint256 amount = uint256(job.fare) + job.passThrough + job.tip;
        delete _jobs[jobId];
        emit JobEnded(jobId, how, 0, amount, 0, 0, 0);
        if (job.role != 0) _gathered.operating += uint88(amount);
        else _setting.held -= uint112(_give(jobId, job.customer, amount));
    }

    /// @dev Pays if that can be done; else it waits for the account [cases 75, 94].
    function _give(uint256 jobId, address account, uint256 amount) private returns (uint256 delivered) {
        if (amount == 0) return 0;
        if (gasleft() < Payout.NEEDED) revert JobMarketGasTooLow(gasleft(), Payout.NEEDED);
        if (Payout.push(address(_token()), account, amount)) return amount;
        _owed[account] += amount;
        emit PaymentHeld(jobId, account, amount);
    }

    /// @dev Amounts are below 2**96 and shares at most one, so nothing overflows and no part is more than what it is of:
    /// `test/proofs/MarketProof.sol`.
    function _split(
        Job memory job,
        MarketTerms storage t,
        uint256 award,
        bool both
    ) private view returns (Split memory s) {
        unchecked {
            uint256 fare = JobMath.awardDown(job.fare, award);
            uint256 whole = JobMath.awardDown(job.passThrough, award) + JobMath.awardDown(job.tip, award);
            s.refund = uint256(job.fare) + job.passThrough + job.tip - fare - whole;
            uint256 fee = JobMath.feeDown(fare, t.fee);
            s.pay = fare - fee + whole;
            s.commons = JobMath.commonsUp(fee, t.commonsShare);
            uint256 members = fee - s.commons;
            uint256 work = JobMath.workDown(members, t.workShare);
            // A non-member's side goes to the reserve (A3); the co-op's own stays with it.
            if (job.providerId == 0) s.reserve = work;
            else s.work = work;
            if (job.customerId != 0) s.custom = both ? members - work : 0;
            else if (job.role == 0) s.reserve += members - work;
            s.operating = members - s.reserve;
        }
    }

    function _toReserve(uint256 amount, bytes32 memo) private {
        IReserve reserve = IReserve(directory().moduleAt(Place.Reserve));
        _token().forceApprove(address(reserve), amount);
        reserve.deposit(amount, memo);
    }

    function _setTerms(MarketTerms calldata terms) private {
        JobTerms.check(terms);
        uint16 number = ++_setting.terms;
        _terms[number] = terms;
        _setting.membersOnly = terms.membersOnly;
        emit MarketTermsSet(number, terms);
    }

    function _close(uint40 until) private {
        _setting.closedUntil = until;
        emit NothingNewUntil(until);
    }

    // ---------------------------------------------------------------------------------------------------- what is kept

    function _put(uint256 jobId, JobState state, Job memory job) private {
        _jobs[jobId] = (uint256(state) << 248) | (block.timestamp << HASH_BITS) | _fingerprint(job);
    }

    /// @dev A struct of plain values lies in memory as `abi.encode` would write it: fourteen words.
    function _fingerprint(Job memory job) private pure returns (uint256 print) {
        assembly ("memory-safe") {
            print := keccak256(job, 448)
        }
        print >>= 256 - HASH_BITS;
    }

    /// @dev State and date of a job, if `job` is the job as it stands.
    function _read(uint256 jobId, Job memory job) private view returns (JobState state, uint256 since) {
        uint256 word = _jobs[jobId];
        if (word == 0) revert JobMarketWrongState(jobId, _endedOrNone(jobId));
        if (word << 48 != _fingerprint(job) << 48) revert JobMarketStale(jobId);
        return (_stateIn(word), _sinceIn(word));
    }

    function _endedOrNone(uint256 jobId) private view returns (JobState) {
        return jobId != 0 && jobId <= _setting.jobs ? JobState.Ended : JobState.None;
    }

    function _require(uint256 jobId, Job memory job, JobState expected) private view returns (uint256 since) {
        JobState state;
        (state, since) = _read(jobId, job);
        if (state != expected) revert JobMarketWrongState(jobId, state);
    }

    function _requireService(uint256 serviceId, Service calldata service) private view {
        if (_services[serviceId] != keccak256(abi.encode(service))) revert JobMarketNoSuchService(serviceId);
    }

    function _requireOpen(Setting memory s) private view {
        if (block.timestamp < s.closedUntil) revert JobMarketClosed(s.closedUntil);
    }

    /// @dev For work for the co-op whoever holds the office, unless it is the worker or holds office with it.
    function _isCustomer(Job memory job, address account) private view returns (bool) {
        if (job.role == 0) return account == job.customer;
        return account != job.provider && _holds(job.role, account) && !_holds(job.role, job.provider);
    }

    function _holds(uint8 role, address account) private view returns (bool) {
        return IAuthority(directory().moduleAt(Place.Authority)).holds(role, account);
    }

    function _isSigned(address signer, bytes32 digest, bytes calldata signature) private view returns (bool) {
        (address recovered, ECDSA.RecoverError err, ) = ECDSA.tryRecover(digest, signature);
        if (err == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature);
    }

    /// @dev In the code of the clone, after its place: the settlement token, the register and the Patronage.
    function _token() private view returns (IERC20) {
        return IERC20(Places.argument(0));
    }

    function _treasury() private view returns (ITreasury) {
        return ITreasury(directory().moduleAt(Place.Treasury));
    }

    function _stateIn(uint256 word) private pure returns (JobState) {
        return JobState(word >> 248);
    }

    function _sinceIn(uint256 word) private pure returns (uint40) {
        return uint40(word >> HASH_BITS);
    }

    /// @dev Written in code, not in storage: every countersignature reads them.
    function _EIP712Name() internal pure override returns (string memory) {
        return "Rochdale market";
    }

    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }
}
