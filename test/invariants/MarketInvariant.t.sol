// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Charter} from "../../contracts/interfaces/ICoopFactory.sol";
import {
    IJobMarket,
    Job,
    JobKind,
    JobState,
    MarketTerms,
    Offer,
    Service
} from "../../contracts/interfaces/IJobMarket.sol";
import {Founder, IMemberRegister} from "../../contracts/interfaces/IMemberRegister.sol";
import {IMemberShares, Permit} from "../../contracts/interfaces/IMemberShares.sol";
import {Dividend, IPatronage} from "../../contracts/interfaces/IPatronage.sol";
import {ISurplus, PeriodRecord, SurplusTerms} from "../../contracts/interfaces/ISurplus.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {Funds} from "../../contracts/libraries/Funds.sol";
import {TestEuro} from "../../contracts/mocks/TestEuro.sol";
import {Cheats} from "./Cheats.sol";
import {Coop, Founding} from "./Founding.sol";
import {Setting} from "./Setting.sol";

/// @title Jobs, points and dividends at random: honest people, and a ring that trades with itself alone
/// @dev The first three people are the ring: two members and one who is none. They take jobs of each other only, and others never take
/// theirs. Money is in the smallest units, so that every rounding shows.
contract MarketHandler is Cheats {
    enum Act {
        Offer,
        Post,
        Book,
        Accept,
        Done,
        Confirm,
        Release,
        Withdraw,
        GiveUp,
        Lapse,
        Refund,
        Dispute,
        Rule,
        Divide,
        Remit,
        Close,
        Declare,
        Claim,
        ClaimShares,
        Terms,
        Join,
        Leave,
        Donate,
        Unasked
    }

    /// @dev What the model keeps of a job.
    struct Kept {
        Job job;
        JobState state;
        uint256 total;
    }

    uint256 private constant RING = 3;
    uint256 private constant ONE = 10_000;
    uint256 private constant PURSE = 1e9;

    address private immutable _owner = msg.sender;
    Coop private _coop;
    TestEuro private _euro;
    IJobMarket private _market;
    IPatronage private _patronage;
    ISurplus private _surplus;
    ITreasury private _treasury;
    IMemberRegister private _register;
    IMemberShares private _shares;
    address[] private _people;
    Kept[] private _kept;
    Service[] private _services;
    uint256[] private _serviceIds;
    uint256 private _escrow;
    uint256[3] private _gathered;
    uint256 private _unasked;
    /// @dev Points that jobs earned, and what went to and came from the points.
    uint256 private _points;
    uint256 private _declared;
    uint256 private _paid;
    /// @dev The ring's members, however often they left and came back, and what the ring had.
    mapping(uint32 memberId => bool) private _inRing;
    uint256 private _ringHad;
    uint256 public happened;

    constructor(Coop memory coop, TestEuro euro, address[] memory people) {
        (_coop, _euro, _people) = (coop, euro, people);
        (_market, _patronage, _surplus) = (IJobMarket(coop.market), IPatronage(coop.patronage), ISurplus(coop.surplus));
        (_treasury, _register, _shares) = (
            ITreasury(coop.treasury),
            IMemberRegister(coop.register),
            IMemberShares(coop.shares)
        );
        for (uint256 i = 0; i < people.length; ++i) {
            _euro.mint(people[i], PURSE);
            VM.prank(people[i]);
            _euro.approve(coop.market, PURSE);
        }
        _euro.mint(address(this), 1e15);
        _euro.approve(coop.treasury, 1e15);
        _ringHad = RING * PURSE;
        (_inRing[1], _inRing[2]) = (true, true);
    }

    // ----------------------------------------------------------------------------------------------------- it begins

    function offer(uint8 who, uint16 fare, uint16 costs, uint16 tip, uint8 shape) public {
        address customer = _people[who % _people.length];
        bool ring = _isRing(customer);
        Offer memory asked = Offer({
            provider: ring ? _partnerOf(customer, shape) : address(0),
            kind: JobKind(shape % 2),
            fare: uint96(fare % 3_000) + 1,
            passThrough: costs % 300,
            tip: tip % 300,
            acceptBy: uint40(block.timestamp + 1 hours + uint256(shape) * 1 hours),
            doBy: uint40(block.timestamp + 2 hours + uint256(shape) * 2 hours),
            details: "details"
        });
        Permit memory none;
        (bool ok, bytes memory answer) = _as(customer, abi.encodeCall(IJobMarket.offer, (asked, none)));
        require(ok, "a lawful offer was refused");
        Job memory job;
        (job.customer, job.provider, job.kind) = (customer, asked.provider, asked.kind);
        (job.fare, job.passThrough, job.tip) = (asked.fare, asked.passThrough, asked.tip);
        (job.acceptBy, job.doBy) = (asked.acceptBy, asked.doBy);
        _begin(abi.decode(answer, (uint256)), job, JobState.Offered);
        _note(Act.Offer);
    }

    /// @notice A job as most are: offered, accepted and countersigned at once.
    function ride(uint8 who, uint16 fare, uint8 driver) external {
        offer(who, fare | 1_024, 0, 0, 200);
        _accept(_kept.length - 1, driver);
        if (_kept[_kept.length - 1].state == JobState.Accepted) _confirm(_kept.length - 1);
    }

    function post(uint8 who, uint16 fare, uint8 hoursLong) external {
        address provider = _people[who % _people.length];
        if (_isRing(provider)) return;
        Service memory s = Service({
            provider: provider,
            kind: JobKind.Task,
            terms: _market.currentTerms(),
            fare: uint96(fare % 3_000) + 1,
            passThrough: 0,
            lasts: (uint32(hoursLong) + 1) * 1 hours
        });
        bytes memory call = abi.encodeCall(
            IJobMarket.post,
            (s.kind, s.fare, s.passThrough, s.lasts, s.terms, bytes32("details"))
        );
        (bool ok, bytes memory answer) = _as(provider, call);
        require(ok, "a lawful service was refused");
        _services.push(s);
        _serviceIds.push(abi.decode(answer, (uint256)));
        _note(Act.Post);
    }

    function book(uint8 who, uint8 which, uint16 tip) external {
        if (_services.length == 0) return;
        uint256 at = which % _services.length;
        Service memory s = _services[at];
        address customer = _people[who % _people.length];
        if (_isRing(customer)) return;
        Permit memory none;
        bytes memory call = abi.encodeCall(
            IJobMarket.book,
            (_serviceIds[at], s, uint96(tip % 300), bytes32("details"), none)
        );
        (bool ok, bytes memory answer) = _as(customer, call);
        bool lawful = customer != s.provider && s.terms == _market.currentTerms() && _mayMeet(customer, s.provider);
        require(ok == lawful, "booked against J1");
        if (!ok) return;
        Job memory job;
        (job.customer, job.provider, job.kind) = (customer, s.provider, s.kind);
        (job.fare, job.tip) = (s.fare, tip % 300);
        (job.acceptBy, job.doBy) = (uint40(block.timestamp), uint40(block.timestamp + s.lasts));
        _accepted(job, s.provider);
        _begin(abi.decode(answer, (uint256)), job, JobState.Accepted);
        _note(Act.Book);
    }

    function accept(uint8 which, uint8 who) external {
        (bool found, uint256 at) = _someIn(which, JobState.Offered);
        if (found) _accept(at, who);
    }

    function _accept(uint256 at, uint8 who) private {
        Job memory job = _kept[at].job;
        address provider = job.provider == address(0) ? _outsideRing(who) : job.provider;
        uint16 terms = _market.currentTerms();
        (bool ok, ) = _as(provider, abi.encodeCall(IJobMarket.accept, (at + 1, job, terms)));
        bool lawful = block.timestamp < job.acceptBy && provider != job.customer && _mayMeet(job.customer, provider);
        require(ok == lawful, "accepted against J1");
        if (!ok) return;
        _accepted(job, provider);
        (_kept[at].job, _kept[at].state) = (job, JobState.Accepted);
        _note(Act.Accept);
    }

    // --------------------------------------------------------------------------------------------- it is done, or not

    function done(uint8 which, uint16 metres) external {
        (bool found, uint256 at) = _someIn(which, JobState.Accepted);
        if (!found) return;
        Job memory job = _kept[at].job;
        (bool ok, ) = _as(job.provider, abi.encodeCall(IJobMarket.done, (at + 1, job, metres)));
        require(ok == (block.timestamp <= uint256(job.doBy) + 24 hours), "done against J3");
        if (!ok) return;
        job.distance = metres;
        (_kept[at].job, _kept[at].state) = (job, JobState.Done);
        _note(Act.Done);
    }

    function confirm(uint8 which, bool before) external {
        (bool found, uint256 at) = _someIn(which, before ? JobState.Accepted : JobState.Done);
        if (found) _confirm(at);
    }

    function _confirm(uint256 at) private {
        Job memory job = _kept[at].job;
        _settle(at, job.customer, abi.encodeCall(IJobMarket.confirm, (at + 1, job, job.distance)), true, ONE, true);
        _note(Act.Confirm);
    }

    function release(uint8 which, uint8 who) external {
        (bool found, uint256 at) = _someIn(which, JobState.Done);
        if (!found) return;
        Job memory job = _kept[at].job;
        (, uint40 since) = _market.stateOf(at + 1);
        bool lawful = block.timestamp >= uint256(since) + _market.termsOf(job.terms).window;
        bytes memory call = abi.encodeCall(IJobMarket.release, (at + 1, job));
        if (_settle(at, _people[who % _people.length], call, lawful, ONE, false)) _note(Act.Release);
    }

    function cancel(uint8 which, bool accepted) external {
        (bool found, uint256 at) = _someIn(which, accepted ? JobState.Accepted : JobState.Offered);
        if (!found) return;
        Job memory job = _kept[at].job;
        address by = accepted ? job.provider : job.customer;
        _giveBack(at, by, abi.encodeCall(IJobMarket.cancel, (at + 1, job)), true);
        _note(accepted ? Act.GiveUp : Act.Withdraw);
    }

    function lapse(uint8 which, uint8 who) external {
        (bool found, uint256 at) = _someIn(which, JobState.Offered);
        if (!found) return;
        Job memory job = _kept[at].job;
        bytes memory call = abi.encodeCall(IJobMarket.lapse, (at + 1, job));
        bool lawful = block.timestamp >= job.acceptBy;
        if (_giveBack(at, _people[who % _people.length], call, lawful)) _note(Act.Lapse);
    }

    function refund(uint8 which, uint8 who) external {
        (bool found, uint256 at) = _someIn(which, JobState.Accepted);
        if (!found) return;
        Job memory job = _kept[at].job;
        bytes memory call = abi.encodeCall(IJobMarket.refund, (at + 1, job));
        bool lawful = block.timestamp > uint256(job.doBy) + 24 hours;
        if (_giveBack(at, _people[who % _people.length], call, lawful)) _note(Act.Refund);
    }

    function dispute(uint8 which, bool byCustomer) external {
        (bool found, uint256 at) = _someIn(which, JobState.Done);
        if (!found) return;
        Job memory job = _kept[at].job;
        (, uint40 since) = _market.stateOf(at + 1);
        bytes memory call = abi.encodeCall(IJobMarket.dispute, (at + 1, job, "evidence"));
        (bool ok, ) = _as(byCustomer ? job.customer : job.provider, call);
        require(ok == (block.timestamp < uint256(since) + _market.termsOf(job.terms).window), "disputed against J4");
        if (!ok) return;
        _kept[at].state = JobState.Disputed;
        _note(Act.Dispute);
    }

    function rule(uint8 which, uint16 award) external {
        (bool found, uint256 at) = _someIn(which, JobState.Disputed);
        if (!found) return;
        Job memory job = _kept[at].job;
        uint16 part =
            award % 3 == 0
                ? uint16(award % (ONE + 1))
                : award % 2 == 0
                    ? 0
                    : uint16(ONE);
        (, uint40 since) = _market.stateOf(at + 1);
        bool lawful = block.timestamp < uint256(since) + _market.termsOf(job.terms).ruleWithin;
        bytes memory call = abi.encodeCall(IJobMarket.rule, (at + 1, job, part, "reasons"));
        // The Assembly holds every office's powers too.
        if (_settle(at, _coop.assemblyModule, call, lawful, part, true)) _note(Act.Rule);
    }

    function divide(uint8 which, uint8 who) external {
        (bool found, uint256 at) = _someIn(which, JobState.Disputed);
        if (!found) return;
        Job memory job = _kept[at].job;
        MarketTerms memory t = _market.termsOf(job.terms);
        (, uint40 since) = _market.stateOf(at + 1);
        bool lawful = block.timestamp >= uint256(since) + t.ruleWithin;
        bytes memory call = abi.encodeCall(IJobMarket.divide, (at + 1, job));
        if (_settle(at, _people[who % _people.length], call, lawful, t.defaultAward, true)) _note(Act.Divide);
    }

    // ------------------------------------------------------------------------------------------------- what is shared

    function remit() external {
        (bool ok, ) = _as(_people[0], abi.encodeCall(IJobMarket.remit, ()));
        if (!ok) return;
        delete _gathered;
        _note(Act.Remit);
    }

    function close(uint8 wait) public {
        uint256 until = _surplus.closesAt();
        if (wait % 2 == 0 && until > block.timestamp) VM.warp(until);
        (bool ok, ) = _on(_people[3], _coop.surplus, abi.encodeCall(ISurplus.close, ()));
        if (!ok) return;
        delete _gathered;
        _note(Act.Close);
    }

    function declare(uint8 which, uint16 amount) public {
        if (_someClosed(which) == 0 && _patronage.pointsIn(_patronage.currentPeriod()) != 0) close(0);
        uint32 period = _someClosed(which);
        uint256 surplus = uint256(amount % 4_000) + 1;
        if (amount % 2 == 0) _treasury.deposit(Funds.OPERATING, address(_euro), surplus, "gift");
        uint256 before = _patronage.carried();
        (bool ok, ) = _on(
            _coop.assemblyModule,
            _coop.surplus,
            abi.encodeCall(ISurplus.declare, (period, surplus, uint16(0)))
        );
        if (!ok) return;
        PeriodRecord memory r = _surplus.recordOf(period);
        require(r.reserve + r.community + r.interest + r.dividends == surplus, "a surplus lost a unit");
        require(r.dividends + r.carried <= r.points, "more than one unit a point: A4");
        require(r.reserve * ONE >= surplus * 500, "the reserve got less than its floor: A1");
        require(_patronage.carried() + r.carried == before, "carried money was lost");
        _declared += r.dividends;
        _note(Act.Declare);
    }

    function claim(uint8 which, uint8 whichPeriod, bool inShares) external {
        if (_someDeclared(whichPeriod) == 0) declare(whichPeriod, 2_000 + which);
        uint32[] memory periods = new uint32[](1);
        periods[0] = _someDeclared(whichPeriod);
        uint32 memberId = _someDue(periods[0], which);
        address account = _register.member(memberId).account;
        Dividend memory d = _patronage.dividendOf(periods[0], memberId);
        uint256 before = _euro.balanceOf(account) + _shares.unitsOf(memberId) * _shares.par();
        bytes memory call = abi.encodeCall(IPatronage.claim, (memberId, periods, inShares));
        (bool ok, ) = _on(account, _coop.patronage, call);
        bool declared = periods[0] != 0 && _surplus.recordOf(periods[0]).declaredAt != 0 && d.work + d.custom != 0;
        require(ok == (declared && !d.claimed), "claimed against A4");
        if (!ok) return;
        uint256 has = _euro.balanceOf(account) + _shares.unitsOf(memberId) * _shares.par();
        require(has - before == d.amount, "a dividend is not what was told");
        _paid += d.amount;
        _note(inShares ? Act.ClaimShares : Act.Claim);
    }

    function setTerms(uint16 fee, uint16 commons, uint16 work, uint16 award, uint8 shape) external {
        MarketTerms memory t = MarketTerms({
            fee: fee % 2_001,
            commonsShare: 2_500 + (commons % 7_501),
            workShare: uint16(work % (ONE + 1)),
            window: uint24(1 hours + uint256(shape) * 1 hours),
            ruleWithin: uint24(1 days + uint256(shape % 30) * 1 days),
            defaultAward: uint16(award % (ONE + 1)),
            speed: 150,
            membersOnly: shape % 9 == 0
        });
        (bool ok, ) = _as(_coop.assemblyModule, abi.encodeCall(IJobMarket.setTerms, (t)));
        SurplusTerms memory s = SurplusTerms(28 days, 500 + (fee % 5_000), award % 4_500, work % 5_001);
        (bool also, ) = _on(_coop.assemblyModule, _coop.surplus, abi.encodeCall(ISurplus.setTerms, (s)));
        require(ok && also, "lawful terms were refused");
        _note(Act.Terms);
    }

    function join(uint8 who) external {
        address account = _people[who % _people.length];
        (bool ok, bytes memory answer) = _on(
            _coop.assemblyModule,
            _coop.register,
            abi.encodeCall(IMemberRegister.admit, (account, 0, 0))
        );
        if (!ok) return;
        if (_isRing(account)) _inRing[abi.decode(answer, (uint32))] = true;
        _note(Act.Join);
    }

    function leave(uint8 who) external {
        (bool ok, ) = _on(_people[who % _people.length], _coop.register, abi.encodeCall(IMemberRegister.resign, ()));
        if (ok) _note(Act.Leave);
    }

    function donate(uint16 amount, bool toMarket) external {
        if (amount == 0) return;
        if (toMarket) {
            _euro.mint(_coop.market, amount);
            _unasked += amount;
            if (amount % 2 == 0) return;
            _market.postToReserve();
            _unasked = 0;
            _note(Act.Unasked);
        } else {
            _treasury.deposit(Funds.OPERATING, address(_euro), amount, "gift");
            _note(Act.Donate);
        }
    }

    function pass(uint32 time) external {
        VM.warp(block.timestamp + (time % 4 == 0 ? time % 60 days : time % 1 days));
    }

    // ------------------------------------------------------------------------------------------------- what always holds

    function check() external view {
        (uint256 operating, uint256 commons, uint256 reserve) = _market.gathered();
        require(
            operating == _gathered[0] && commons == _gathered[1] && reserve == _gathered[2],
            "fees are not the sum"
        );
        require(_market.held() == _escrow + operating + commons + reserve, "escrow is not the sum of open jobs");
        require(_euro.balanceOf(_coop.market) == _market.held() + _unasked, "the market holds something else");
        uint256 open;
        for (uint256 i = 0; i < _kept.length; ++i) {
            Kept storage k = _kept[i];
            (JobState state, ) = _market.stateOf(i + 1);
            require(state == k.state, "a job stands elsewhere");
            if (state == JobState.Ended) continue;
            require(_market.matches(i + 1, k.job), "a job is another one");
            open += k.total;
        }
        require(open == _escrow, "a job's money is another's");
        _checkPoints();
        require(_ringHas() <= _ringHad, "the ring grew richer by trading with itself");
    }

    /// @notice However they stand, anybody can end all of them, in time and by nobody's leave.
    function endAll() external {
        // Not one of the acts.
        if (msg.sender != _owner) return;
        VM.warp(block.timestamp + 1_000 days);
        for (uint256 i = 0; i < _kept.length; ++i) {
            (uint256 id, Job memory job) = (i + 1, _kept[i].job);
            (JobState state, ) = _market.stateOf(id);
            if (state == JobState.Offered) _market.lapse(id, job);
            else if (state == JobState.Accepted) _market.refund(id, job);
            else if (state == JobState.Done) _market.release(id, job);
            else if (state == JobState.Disputed) _market.divide(id, job);
            (state, ) = _market.stateOf(id);
            require(state == JobState.Ended, "a job cannot be ended");
        }
        (uint256 operating, uint256 commons, uint256 reserve) = _market.gathered();
        require(_market.held() == operating + commons + reserve, "ended jobs left money behind");
    }

    function _checkPoints() private view {
        (uint256 points, uint256 left) = (0, 0);
        uint32 current = _patronage.currentPeriod();
        for (uint32 period = 1; period <= current; ++period) {
            uint256 sum;
            for (uint32 id = 1; id <= _register.membersEver(); ++id) {
                (uint256 work, uint256 custom) = _patronage.pointsOf(period, id);
                sum += work + custom;
            }
            require(sum == _patronage.pointsIn(period), "points are not the sum");
            points += sum;
            (uint256 money, ) = _patronage.leftOf(period);
            left += money;
        }
        require(points == _points, "points are not the members' part of fees: J5");
        require(_paid + left + _patronage.carried() == _declared, "dividends paid, owed and carried are not declared");
        require(_euro.balanceOf(_coop.patronage) == left + _patronage.carried(), "dividends are not there");
    }

    /// @dev Everything the ring could ever have: purses, escrow of its own jobs, shares at par, and every point at its best.
    function _ringHas() private view returns (uint256 has) {
        for (uint256 i = 0; i < RING; ++i) {
            has += _euro.balanceOf(_people[i]);
        }
        for (uint256 i = 0; i < _kept.length; ++i) {
            if (_kept[i].state != JobState.Ended && _isRing(_kept[i].job.customer)) has += _kept[i].total;
        }
        uint32 current = _patronage.currentPeriod();
        for (uint32 id = 1; id <= _register.membersEver(); ++id) {
            if (!_inRing[id]) continue;
            has += _shares.holdingOf(id).units * _shares.par() + _shares.holdingOf(id).due;
            for (uint32 period = 1; period <= current; ++period) {
                Dividend memory d = _patronage.dividendOf(period, id);
                if (d.claimed) continue;
                bool declared = _surplus.recordOf(period).declaredAt != 0;
                has += declared ? d.amount : d.work + d.custom;
            }
        }
    }

    // ----------------------------------------------------------------------------------------------------- the steps

    function _begin(uint256 id, Job memory job, JobState state) private {
        require(id == _kept.length + 1, "jobs are numbered in order");
        uint256 total = uint256(job.fare) + job.passThrough + job.tip;
        _kept.push(Kept(job, state, total));
        _escrow += total;
    }

    function _accepted(Job memory job, address provider) private view {
        job.provider = provider;
        (job.providerId, ) = _register.seatOf(provider);
        (job.customerId, ) = _register.seatOf(job.customer);
        (job.terms, job.acceptedAt) = (_market.currentTerms(), uint40(block.timestamp));
    }

    function _settle(
        uint256 at,
        address by,
        bytes memory call,
        bool lawful,
        uint256 award,
        bool both
    ) private returns (bool ok) {
        Job memory job = _kept[at].job;
        uint256[2] memory before = [_euro.balanceOf(job.provider), _euro.balanceOf(job.customer)];
        (ok, ) = _as(by, call);
        require(ok == lawful, "ended against J3 or J4");
        if (!ok) return false;
        uint256[6] memory parts = _divided(job, _kept[at].total, award);
        require(_euro.balanceOf(job.provider) - before[0] == parts[0], "the provider got something else");
        require(_euro.balanceOf(job.customer) - before[1] == parts[1], "the customer got something else");
        uint256 foreign = (job.providerId == 0 ? parts[4] : 0) + (job.customerId == 0 ? parts[5] : 0);
        _gathered[0] += parts[3] - foreign;
        _gathered[1] += parts[2];
        _gathered[2] += foreign;
        if (job.providerId != 0) _points += parts[4];
        if (job.customerId != 0 && both) _points += parts[5];
        _finish(at);
    }

    /// @dev The model of a division, in the plainest way, from the words of J1, J2 and J5: pay, refund, commons, members' part, and its
    /// two sides.
    function _divided(Job memory job, uint256 total, uint256 award) private view returns (uint256[6] memory parts) {
        MarketTerms memory t = _market.termsOf(job.terms);
        uint256 fare = (job.fare * award) / ONE;
        uint256 rest = (job.passThrough * award) / ONE + (job.tip * award) / ONE;
        uint256 fee = (fare * t.fee) / ONE;
        parts[0] = fare - fee + rest;
        parts[1] = total - fare - rest;
        parts[2] = (fee * t.commonsShare + ONE - 1) / ONE;
        parts[3] = fee - parts[2];
        parts[4] = (parts[3] * t.workShare) / ONE;
        parts[5] = parts[3] - parts[4];
    }

    function _giveBack(uint256 at, address by, bytes memory call, bool lawful) private returns (bool ok) {
        Kept memory k = _kept[at];
        uint256 before = _euro.balanceOf(k.job.customer);
        (ok, ) = _as(by, call);
        require(ok == lawful, "given back against J3");
        if (!ok) return false;
        require(_euro.balanceOf(k.job.customer) - before == k.total, "not all was given back");
        _finish(at);
    }

    function _finish(uint256 at) private {
        require(_kept[at].state != JobState.Ended, "a job ended twice");
        _kept[at].state = JobState.Ended;
        _escrow -= _kept[at].total;
    }

    function _someIn(uint8 which, JobState state) private view returns (bool, uint256) {
        for (uint256 i = 0; i < _kept.length; ++i) {
            uint256 at = (which + i) % _kept.length;
            if (_kept[at].state == state) return (true, at);
        }
        return (false, 0);
    }

    /// @dev A closed period that nothing was declared for, if there is one.
    function _someClosed(uint8 which) private view returns (uint32 period) {
        uint32 current = _patronage.currentPeriod();
        for (uint32 i = 0; i < current; ++i) {
            period = (which + i) % current;
            if (period != 0 && _surplus.recordOf(period).declaredAt == 0) return period;
        }
    }

    /// @dev A period that something was declared for, if there is one.
    function _someDeclared(uint8 which) private view returns (uint32 period) {
        uint32 current = _patronage.currentPeriod();
        for (uint32 i = 0; i < current; ++i) {
            period = (which + i) % current;
            if (period != 0 && _surplus.recordOf(period).declaredAt != 0) return period;
        }
    }

    /// @dev A member with a dividend to claim of `period`, if there is one; sometimes anybody.
    function _someDue(uint32 period, uint8 which) private view returns (uint32 id) {
        uint32 ever = _register.membersEver();
        for (uint32 i = 0; i < ever && which % 8 != 0; ++i) {
            id = ((which + i) % ever) + 1;
            Dividend memory d = _patronage.dividendOf(period, id);
            if (d.work + d.custom != 0 && !d.claimed) return id;
        }
        return (which % ever) + 1;
    }

    function _mayMeet(address customer, address provider) private view returns (bool) {
        if (!_market.termsOf(_market.currentTerms()).membersOnly) return true;
        (uint32 one, ) = _register.seatOf(customer);
        (uint32 other, ) = _register.seatOf(provider);
        return one != 0 && other != 0;
    }

    function _isRing(address account) private view returns (bool) {
        return account == _people[0] || account == _people[1] || account == _people[2];
    }

    function _partnerOf(address account, uint8 which) private view returns (address) {
        address partner = _people[which % RING];
        return partner == account ? _people[(uint256(which) + 1) % RING] : partner;
    }

    function _outsideRing(uint8 who) private view returns (address) {
        return _people[RING + (who % (_people.length - RING))];
    }

    function _note(Act act) private {
        happened |= 1 << uint256(act);
    }

    function _as(address account, bytes memory data) private returns (bool ok, bytes memory answer) {
        return _on(account, _coop.market, data);
    }

    function _on(address account, address target, bytes memory data) private returns (bool ok, bytes memory answer) {
        VM.prank(account);
        return target.call(data);
    }
}

/// @title What always holds of jobs, points and dividends, whatever people do and in whatever order
contract MarketInvariantTest is Setting {
    uint256 private constant MARKET_ACTS = 24;
    /// @dev All but shares out of dividends: most dividends here are less than a share.
    uint256 private constant COMMON = 2 ** MARKET_ACTS - 1 - 2 ** 18;
    MarketHandler private _handler;

    function setUp() external {
        VM.warp(1_800_000_000);
        TestEuro euro = new TestEuro();
        Charter memory charter = _charter(address(euro));
        charter.surplus.period = 28 days;
        // Shares are cheap, so that small dividends buy some.
        charter.shares.par = 40;
        address[] memory people = new address[](8);
        charter.founders = new Founder[](6);
        for (uint256 i = 0; i < 8; ++i) {
            people[i] = VM.addr(_keyOf(i));
        }
        // The third is the ring's stranger, the last an honest one.
        for (uint256 i = 0; i < 6; ++i) {
            charter.founders[i] = Founder(people[i < 2 ? i : i + 1], uint8(i % 4), 0);
        }
        _handler = new MarketHandler(Founding.found(charter), euro, people);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// Escrow is the sum of open jobs; every job ends once, divided as J1, J2 and J5 say; points are the members' part of the fees of
    /// jobs that earned them; dividends paid, owed and carried are what was declared; and two members and a stranger who trade with
    /// each other alone never have more than they began with, every point counted at its best [case 96].
    ///
    /// hardhat-config: invariant.failOnRevert = true
    function invariant_everyCentHasAPlace() external view {
        _handler.check();
    }

    /// The runs are not empty, and however they end, everything in escrow can be released by somebody.
    function afterInvariant() external {
        _requireLively("MARKET", _handler.happened(), COMMON, 2 ** MARKET_ACTS - 1);
        _handler.endAll();
    }
}
