// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1155Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC1155/ERC1155Upgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Bid, IBondOffice, Series, SeriesState, SeriesTerms} from "../interfaces/IBondOffice.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Permit} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {BondMath} from "../libraries/BondMath.sol";
import {CouponSchedule} from "../libraries/CouponSchedule.sol";
import {DayCounts} from "../libraries/DayCounts.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";
import {Permits} from "../libraries/Permits.sol";
import {Timetable} from "../libraries/Timetable.sol";

/// @title BondOffice
/// @notice See {IBondOffice}.
/// @dev `BondMath` rounds, `CouponSchedule` knows the calendar, `Timetable` keeps it. Money is moved by the Treasury alone.
contract BondOffice is IBondOffice, ERC1155Upgradeable, Module, ReentrancyGuardTransient {
    using Permits for Permit;
    using Timetable for Timetable.Table;

    /// @dev Basis points between two rates that can be bid, and how many there can be (clearing is a bounded loop).
    uint256 private constant STEP = 25;
    uint256 private constant MOST_STEPS = 64;
    /// @dev K2.
    uint256 private constant HIGHEST_RATE = 1_500;
    /// @dev Leaves room for what rounding Up adds [case 59].
    uint256 private constant LARGEST_TARGET = type(uint96).max / 2;
    /// @dev Everybody has a day at least to bid.
    uint256 private constant SHORTEST_BIDDING = 1 days;
    /// @dev K5.
    uint256 private constant REDEMPTION_NOTICE = 30 days;
    /// @dev So long an announced redemption can be made good after its date.
    uint256 private constant REDEMPTION_WINDOW = 7 days;

    /// @param reading what one unit received, times 2**128
    /// @param carried what the last division left, times 2**128
    struct Accumulator {
        uint160 reading;
        uint96 carried;
    }

    /// @param reading of the accumulator up to which `owed` counts
    /// @param owed times 2**128, fractions included
    struct Position {
        uint160 reading;
        uint256 owed;
    }

    mapping(uint256 series => Series) private _series;
    mapping(uint256 series => Timetable.Table) private _tables;
    mapping(uint256 series => mapping(uint256 step => uint256)) private _book;
    mapping(uint256 series => address[]) private _bidders;
    mapping(uint256 series => mapping(address bidder => Bid)) private _bids;
    mapping(uint256 series => Accumulator) private _accumulators;
    mapping(uint256 series => mapping(address holder => Position)) private _positions;
    /// @dev Whose account it was when it bid or received units: what a recovery goes by (M6). Zero for other co-ops' members.
    mapping(address account => uint32) private _memberOf;
    /// @dev The recognised co-op that an account says it belongs to.
    mapping(address account => address) private _homeOf;
    mapping(address register => bool) private _recognised;

    /// @notice Called once, by the factory.
    function initialize() external initializer {
        __ERC1155_init("");
    }

    // ------------------------------------------------------------------------------------------------------- offering

    /// @inheritdoc IBondOffice
    function open(uint256 series, uint96 target, SeriesTerms calldata terms) external onlyPlace(Place.Machines) {
        Series storage s = _series[series];
        if (s.state != SeriesState.None) revert BondOfficeWrongState(series, s.state);
        _check(target, terms);
        (uint40[] memory dates, uint24[] memory dayCounts) = CouponSchedule.build(terms.plan);
        _tables[series].fill(dates, dayCounts);

        (s.state, s.closesAt, s.target) = (SeriesState.Bidding, terms.closesAt, target);
        (s.lowestRate, s.highestRate, s.minimumBid) = (terms.lowestRate, terms.highestRate, terms.minimumBid);
        s.basis = uint16(DayCounts.basisOf(terms.plan.dayCount));
        (s.dates, s.lastDate) = (uint16(dates.length), uint16(dates.length - 1));
        emit SeriesOpened(series, terms, target, dates, dayCounts);
    }

    /// @inheritdoc IBondOffice
    function bid(
        uint256 series,
        uint96 amount,
        uint16 rate,
        address register,
        Permit calldata permit
    ) external nonReentrant {
        Series storage s = _series[series];
        if (s.state != SeriesState.Bidding) revert BondOfficeWrongState(series, s.state);
        if (block.timestamp >= s.closesAt) revert BondOfficeClosesAt(series, s.closesAt);
        if (directory().windingUpSince() != 0) revert BondOfficeStopped(type(uint256).max);
        _requireRate(s, rate);
        if (amount < s.minimumBid) revert BondOfficeBidTooSmall(amount, s.minimumBid);
        if (register != address(0)) _introduce(register);
        uint32 memberId = _requireMayHold(msg.sender);

        Bid memory former = _bids[series][msg.sender];
        if (former.amount == 0) {
            _bidders[series].push(msg.sender);
            ++s.bidders;
        } else {
            // K2: improved, never withdrawn.
            bool improved = amount > former.amount || rate < former.rate;
            if (!improved || amount < former.amount || rate > former.rate) revert BondOfficeNotImproved(amount, rate);
            _book[series][_step(s, former.rate)] -= former.amount;
        }
        uint256 step = _step(s, rate);
        uint256 offered = _book[series][step] + amount;
        if (offered > type(uint96).max) revert BondOfficeTermsOutOfBounds("amount");
        _book[series][step] = offered;
        _bids[series][msg.sender] = Bid(amount, rate, memberId, 0);
        emit BidPlaced(series, msg.sender, memberId, amount, rate, former.amount, former.rate);
        if (amount > former.amount) _take(series, amount - former.amount, permit);
    }

    /// @inheritdoc IBondOffice
    function introduce(address register) external {
        _introduce(register);
    }

    /// @inheritdoc IBondOffice
    function clear(uint256 series) external {
        Series storage s = _series[series];
        if (s.state != SeriesState.Bidding) revert BondOfficeWrongState(series, s.state);
        if (block.timestamp < s.closesAt) revert BondOfficeClosesAt(series, s.closesAt);
        uint256 target = s.target;
        uint256 below;
        // A2: nothing new begins.
        bool living = directory().windingUpSince() == 0;
        for (uint16 rate = s.lowestRate; rate <= s.highestRate; rate += uint16(STEP)) {
            uint256 offered = _book[series][_step(s, rate)];
            if (living && below + offered >= target) {
                (s.state, s.rate) = (SeriesState.Allotting, rate);
                (s.marginalRest, s.marginalAll) = (uint96(target - below), uint96(offered));
                emit SeriesCleared(series, rate, target - below, offered);
                return;
            }
            below += offered;
        }
        // K1: refund all and buy nothing.
        s.state = SeriesState.Failed;
        emit SeriesFailed(series, below);
    }

    /// @inheritdoc IBondOffice
    function allot(uint256 series, uint256 most) external nonReentrant returns (uint256 done) {
        Series storage s = _series[series];
        if (s.state != SeriesState.Allotting) revert BondOfficeWrongState(series, s.state);
        uint256 from = s.allotted;
        uint256 to = most < s.bidders - from ? from + most : s.bidders;
        uint256 issued = s.units;
        for (uint256 i = from; i < to; ++i) {
            issued += _allot(series, s, _bidders[series][i]);
        }
        (s.units, s.allotted, done) = (uint96(issued), uint32(to), to - from);
        if (to == s.bidders) _issue(series, s, issued);
    }

    /// @inheritdoc IBondOffice
    function refund(uint256 series, address[] calldata bidders) external nonReentrant {
        bool failed = _series[series].state == SeriesState.Failed;
        for (uint256 i = 0; i < bidders.length; ++i) {
            Bid storage b = _bids[series][bidders[i]];
            uint256 amount = failed ? b.amount : b.refund;
            if (amount == 0 || !_isOwn(bidders[i])) continue;
            if (failed) b.amount = 0;
            else b.refund = 0;
            emit RefundPaid(series, bidders[i], amount);
            _treasury().payDue(Funds.BOND_BIDS + uint32(series), bidders[i], amount, bytes32(series));
        }
    }

    // -------------------------------------------------------------------------------------------------------- holding

    /// @inheritdoc IBondOffice
    function claim(
        uint256 series,
        address holder
    ) external nonReentrant returns (uint256 coupon, uint256 principal) {
        (coupon, principal) = _claim(series, holder);
        if (coupon + principal == 0) revert BondOfficeNothingDue(series, holder);
    }

    /// @inheritdoc IBondOffice
    function claimMany(
        uint256[] calldata seriesIds,
        address holder
    ) external nonReentrant returns (uint256 amount) {
        for (uint256 i = 0; i < seriesIds.length; ++i) {
            (uint256 coupon, uint256 principal) = _claim(seriesIds[i], holder);
            amount += coupon + principal;
        }
    }

    /// @inheritdoc IBondOffice
    function follow(address former, uint256[] calldata seriesIds) external nonReentrant {
        uint32 memberId = _memberOf[former];
        if (memberId == 0) revert BondOfficeNothingToFollow(former);
        address current = _register().member(memberId).account;
        if (current == former) revert BondOfficeNothingToFollow(former);
        _memberOf[current] = memberId;
        for (uint256 i = 0; i < seriesIds.length; ++i) {
            _follow(seriesIds[i], former, current);
        }
    }

    // -------------------------------------------------------------------------------------------------------- service

    /// @inheritdoc IBondOffice
    function fund(
        uint256 series,
        uint256 available
    ) external onlyPlace(Place.Machines) returns (uint256 coupon, uint256 principal) {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) return (0, 0);
        _turn(series, s);
        uint256 last = s.lastDate;
        uint256 index = s.cursor < last ? s.cursor + 1 : last;
        (uint256 units, uint256 funded, uint256 sunk) = (s.units, s.funded, s.sunk);
        // K3: coupons before principal; of both what is late before what the running period owes.
        coupon = _least(available, _couponDue(series, s, index) - funded);
        uint256 due = BondMath.principalDue(units, index, last);
        principal = due > sunk ? _least(available - coupon, due - sunk) : 0;
        if (coupon + principal != 0) _receive(series, s, coupon, principal);
    }

    /// @inheritdoc IBondOffice
    function liquidate(
        uint256 series,
        uint256 available
    ) external onlyPlace(Place.Machines) returns (uint256 coupon, uint256 principal) {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) return (0, 0);
        _turn(series, s);
        uint256 owed = _couponNow(series, s);
        coupon = owed > s.funded ? _least(available, owed - s.funded) : 0;
        principal = _least(available - coupon, s.units - s.sunk);
        _receive(series, s, coupon, principal);
        // K5: there is nothing else that they could be paid from.
        if (s.sunk == s.units) {
            s.state = SeriesState.Redeemed;
            emit SeriesRedeemed(series, s.sunk);
        } else {
            s.state = SeriesState.Defaulted;
            emit SeriesDefaulted(series, s.units, s.sunk);
        }
    }

    /// @inheritdoc IBondOffice
    function unwind(uint256 series) external onlyPlace(Place.Machines) returns (uint256 principal) {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) revert BondOfficeWrongState(series, s.state);
        principal = s.units - s.sunk;
        _receive(series, s, 0, principal);
        s.state = SeriesState.Redeemed;
        emit SeriesRedeemed(series, s.units);
        uint32 number = uint32(series);
        _treasury().move(Funds.PURCHASE + number, Funds.BOND_SERVICE + number, principal, bytes32(series));
    }

    /// @inheritdoc IBondOffice
    function announceRedemption(uint256 series, uint256 dateIndex) external onlyPlace(Place.Assembly) {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) revert BondOfficeWrongState(series, s.state);
        _turn(series, s);
        bool exists = dateIndex != 0 && dateIndex + 1 < s.dates;
        (uint40 date, ) = _tables[series].entry(exists ? dateIndex : 0);
        if (!exists || date < block.timestamp + REDEMPTION_NOTICE) revert BondOfficeDateOutOfBounds(dateIndex, date);
        s.lastDate = uint16(dateIndex);
        emit RedemptionAnnounced(series, dateIndex, date);
    }

    /// @inheritdoc IBondOffice
    function topUp(uint256 series, uint96 amount) external onlyPlace(Place.Assembly) nonReentrant {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) revert BondOfficeWrongState(series, s.state);
        uint256 missing = s.units - s.sunk;
        if (amount > missing) revert BondOfficeTooMuch(amount, missing);
        _receive(series, s, 0, amount);
        _treasury().contribute(Funds.BOND_SERVICE + uint32(series), amount, bytes32(series));
    }

    /// @inheritdoc IBondOffice
    function redeem(uint256 series) external {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) revert BondOfficeWrongState(series, s.state);
        _turn(series, s);
        (uint40 date, ) = _tables[series].entry(s.lastDate);
        uint256 coupon = _couponDue(series, s, s.lastDate) - s.funded;
        uint256 principal = s.units - s.sunk;
        if (coupon + principal != 0 || block.timestamp < date) {
            revert BondOfficeNotRedeemable(series, coupon, principal, date);
        }
        s.state = SeriesState.Redeemed;
        emit SeriesRedeemed(series, s.units);
    }

    /// @inheritdoc IBondOffice
    function recognise(address register, bool recognised) external onlyPlace(Place.Assembly) {
        if (register.code.length == 0) revert BondOfficeNoRegister(register);
        _recognised[register] = recognised;
        emit RegisterRecognised(register, recognised);
    }

    // -------------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IBondOffice
    function seriesOf(uint256 series) external view returns (Series memory) {
        return _series[series];
    }

    /// @inheritdoc IBondOffice
    function scheduleOf(
        uint256 series,
        uint256 first,
        uint256 count
    ) external view returns (uint40[] memory dates, uint24[] memory dayCounts) {
        return _tables[series].page(first, count, _series[series].dates);
    }

    /// @inheritdoc IBondOffice
    function couponOf(
        uint256 series,
        uint256 dateIndex,
        uint256 principal
    ) external view returns (uint256 numerator, uint256 denominator) {
        Series storage s = _series[series];
        if (dateIndex >= s.dates) revert BondOfficeDateOutOfBounds(dateIndex, 0);
        (, uint24 to) = _tables[series].entry(dateIndex);
        uint24 from;
        if (dateIndex != 0) (, from) = _tables[series].entry(dateIndex - 1);
        // Before the close it is what the series pays at most.
        uint256 rate = s.state == SeriesState.Bidding ? s.highestRate : s.rate;
        return (principal * rate * (to - from), BondMath.parts(s.basis));
    }

    /// @inheritdoc IBondOffice
    function owedOf(
        uint256 series
    )
        external
        view
        returns (uint256 couponArrears, uint256 principalArrears, uint256 couponRunning, uint256 principalRunning)
    {
        Series storage s = _series[series];
        if (s.state != SeriesState.Live) return (0, 0, 0, 0);
        uint256 last = _lastDateNow(series, s);
        uint256 passed = _tables[series].passed(s.cursor, last);
        uint256 next = passed < last ? passed + 1 : last;
        couponArrears = _over(_couponDue(series, s, passed), s.funded);
        couponRunning = _over(_couponDue(series, s, next), s.funded) - couponArrears;
        principalArrears = _over(BondMath.principalDue(s.units, passed, last), s.sunk);
        principalRunning = _over(BondMath.principalDue(s.units, next, last), s.sunk) - principalArrears;
    }

    /// @inheritdoc IBondOffice
    function runningPeriod(
        uint256 series
    ) external view returns (uint40 from, uint40 to, uint256 coupon, uint256 principal) {
        Series storage s = _series[series];
        if (s.dates == 0) return (0, 0, 0, 0);
        uint256 last = _lastDateNow(series, s);
        uint256 passed = _tables[series].passed(s.cursor, last);
        if (passed == last) --passed;
        (from, ) = _tables[series].entry(passed);
        (to, ) = _tables[series].entry(passed + 1);
        coupon = _couponDue(series, s, passed + 1) - _couponDue(series, s, passed);
        principal =
            BondMath.principalDue(s.units, passed + 1, last) -
            BondMath.principalDue(s.units, passed, last);
    }

    /// @inheritdoc IBondOffice
    function claimable(uint256 series, address holder) external view returns (uint256 coupon, uint256 principal) {
        Series storage s = _series[series];
        Position memory p = _positions[series][holder];
        uint256 units = balanceOf(holder, series);
        (coupon, ) = BondMath.money(
            p.owed + BondMath.accrued(units, p.reading, _accumulators[series].reading)
        );
        if (units != 0 && _hasEnded(s)) principal = BondMath.share(s.sunk, units, s.units);
    }

    /// @inheritdoc IBondOffice
    function bidOf(uint256 series, address bidder) external view returns (Bid memory) {
        return _bids[series][bidder];
    }

    /// @inheritdoc IBondOffice
    function biddersOf(uint256 series, uint256 first, uint256 count) external view returns (address[] memory page) {
        uint256 all = _bidders[series].length;
        uint256 end = first + count < all ? first + count : all;
        page = new address[](first < end ? end - first : 0);
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _bidders[series][first + i];
        }
    }

    /// @inheritdoc IBondOffice
    function bookOf(uint256 series) external view returns (uint256[] memory amounts) {
        Series storage s = _series[series];
        amounts = new uint256[](s.dates == 0 ? 0 : _step(s, s.highestRate) + 1);
        for (uint256 i = 0; i < amounts.length; ++i) {
            amounts[i] = _book[series][i];
        }
    }

    /// @inheritdoc IBondOffice
    function isRecognised(address register) external view returns (bool) {
        return _recognised[register];
    }

    // ------------------------------------------------------------------------------------------------------ the steps

    /// @dev What was accrued stays with who held the units; arrears go with them. Only who may hold receives (K2).
    function _update(address from, address to, uint256[] memory ids, uint256[] memory values) internal override {
        if (from != address(0) && to != address(0)) {
            _requireOwn(from);
            _requireMayHold(to);
        }
        for (uint256 i = 0; i < ids.length; ++i) {
            if (from != address(0)) _settle(ids[i], from);
            if (to != address(0)) _settle(ids[i], to);
        }
        super._update(from, to, ids, values);
    }

    function _settle(uint256 series, address holder) private {
        Position storage p = _positions[series][holder];
        uint160 reading = _accumulators[series].reading;
        if (p.reading == reading) return;
        p.owed += BondMath.accrued(balanceOf(holder, series), p.reading, reading);
        p.reading = reading;
    }

    function _claim(uint256 series, address holder) private returns (uint256 coupon, uint256 principal) {
        _requireOwn(holder);
        Series storage s = _series[series];
        _settle(series, holder);
        Position storage p = _positions[series][holder];
        (coupon, p.owed) = BondMath.money(p.owed);
        uint256 units;
        if (_hasEnded(s)) {
            units = balanceOf(holder, series);
            if (units != 0) {
                principal = BondMath.share(s.sunk, units, s.units);
                (s.sunk, s.units) = (uint96(s.sunk - principal), uint96(s.units - units));
                _burn(holder, series, units);
            }
        }
        if (coupon + principal == 0) return (0, 0);
        emit BondClaimed(series, holder, coupon, units, principal);
        uint32 from = Funds.BOND_SERVICE + uint32(series);
        _treasury().payDue(from, holder, coupon + principal, bytes32(series));
    }

    function _follow(uint256 series, address former, address current) private {
        Bid storage b = _bids[series][former];
        SeriesState state = _series[series].state;
        // Turned into units first, or handed back: the list of bidders keeps its order.
        if (b.amount != 0 && state != SeriesState.Failed) revert BondOfficeWrongState(series, state);
        Bid storage own = _bids[series][current];
        (own.amount, own.refund) = (own.amount + b.amount, own.refund + b.refund);
        (b.amount, b.refund) = (0, 0);

        uint256 units = balanceOf(former, series);
        _settle(series, former);
        _settle(series, current);
        _positions[series][current].owed += _positions[series][former].owed;
        _positions[series][former].owed = 0;
        uint256[] memory ids = new uint256[](1);
        uint256[] memory values = new uint256[](1);
        (ids[0], values[0]) = (series, units);
        // Both are settled, and may hold: it is the same member.
        super._update(former, current, ids, values);
        emit HolderReplaced(series, former, current);
    }

    function _allot(uint256 series, Series storage s, address bidder) private returns (uint256 units) {
        Bid storage b = _bids[series][bidder];
        (uint256 amount, uint256 rate) = (b.amount, b.rate);
        if (rate < s.rate) units = amount;
        else if (rate == s.rate) units = BondMath.marginal(amount, s.marginalRest, s.marginalAll);
        (b.amount, b.refund) = (0, uint96(amount - units));
        emit Allotted(series, bidder, units, amount - units);
        if (units == 0) return 0;
        uint256[] memory ids = new uint256[](1);
        uint256[] memory values = new uint256[](1);
        (ids[0], values[0]) = (series, units);
        // Nobody is called back: one who refuses units must not stop the others.
        _update(address(0), bidder, ids, values);
    }

    /// @dev Every bid is counted: the machine's money is set aside, and interest begins on the issue date.
    function _issue(uint256 series, Series storage s, uint256 units) private {
        uint256 target = s.target;
        uint256 excess = units - target;
        (s.state, s.sunk) = (SeriesState.Live, uint96(excess));
        emit SeriesIssued(series, units, excess);
        uint32 number = uint32(series);
        ITreasury treasury = _treasury();
        treasury.move(Funds.BOND_BIDS + number, Funds.PURCHASE + number, target, bytes32(series));
        if (excess == 0) return;
        treasury.move(Funds.BOND_BIDS + number, Funds.BOND_SERVICE + number, excess, bytes32(series));
    }

    function _receive(uint256 series, Series storage s, uint256 coupon, uint256 principal) private {
        (s.funded, s.sunk) = (uint96(s.funded + coupon), uint96(s.sunk + principal));
        emit SeriesFunded(series, coupon, principal);
        if (coupon == 0) return;
        Accumulator memory a = _accumulators[series];
        (uint256 step, uint256 left) = BondMath.advance(coupon, a.carried, s.units);
        _accumulators[series] = Accumulator(uint160(a.reading + step), uint96(left));
    }

    /// @dev Moves the cursor over the dates that have come, and forgets an announced redemption that was not made good.
    function _turn(uint256 series, Series storage s) private {
        uint256 last = _lastDateNow(series, s);
        if (last != s.lastDate) {
            emit RedemptionLapsed(series, s.lastDate);
            s.lastDate = uint16(last);
        }
        uint256 passed = _tables[series].passed(s.cursor, last);
        if (passed != s.cursor) s.cursor = uint16(passed);
    }

    function _lastDateNow(uint256 series, Series storage s) private view returns (uint256 last) {
        last = s.lastDate;
        if (last + 1 == s.dates) return last;
        (uint40 date, ) = _tables[series].entry(last);
        if (block.timestamp > date + REDEMPTION_WINDOW) last = s.dates - 1;
    }

    function _couponDue(uint256 series, Series storage s, uint256 dateIndex) private view returns (uint256) {
        (, uint24 dayCount) = _tables[series].entry(dateIndex);
        return BondMath.couponDue(s.units, s.rate, dayCount, s.basis);
    }

    /// @dev Coupons up to this moment: of dates that have come, and the part of the running period that has passed.
    function _couponNow(uint256 series, Series storage s) private view returns (uint256 owed) {
        uint256 passed = s.cursor;
        owed = _couponDue(series, s, passed);
        if (passed == s.lastDate) return owed;
        (uint40 from, ) = _tables[series].entry(passed);
        (uint40 to, ) = _tables[series].entry(passed + 1);
        if (block.timestamp <= from) return owed;
        uint256 period = _couponDue(series, s, passed + 1) - owed;
        owed += BondMath.running(period, block.timestamp - from, to - from);
    }

    function _take(uint256 series, uint256 amount, Permit calldata permit) private {
        ITreasury treasury = _treasury();
        permit.hand(treasury.settlementToken(), address(treasury), amount);
        uint32 to = Funds.BOND_BIDS + uint32(series);
        uint256 received = treasury.take(to, msg.sender, amount, bytes32(series));
        if (received != amount) revert BondOfficeUnderpaid(received, amount);
    }

    function _introduce(address register) private {
        if (!_recognised[register]) revert BondOfficeMayNotHold(msg.sender);
        _homeOf[msg.sender] = register;
        emit Introduced(msg.sender, register);
    }

    /// @dev K2: our active members, and those of co-ops that are recognised; never one of our own modules [case 60].
    function _requireMayHold(address account) private returns (uint32 memberId) {
        (memberId, ) = _register().seatOf(account);
        if (memberId != 0) {
            _memberOf[account] = memberId;
            return memberId;
        }
        address home = _homeOf[account];
        bool isModule = directory().placeOf(account) != Place.None;
        if (isModule || !_recognised[home]) revert BondOfficeMayNotHold(account);
        (uint32 there, ) = IMemberRegister(home).seatOf(account);
        if (there == 0) revert BondOfficeMayNotHold(account);
    }

    /// @dev M6: what is a member's goes to the account that is its now, and to none while that is open.
    function _requireOwn(address account) private view {
        uint32 memberId = _memberOf[account];
        if (memberId == 0) return;
        IMemberRegister register = _register();
        address current = register.member(memberId).account;
        if (current != account) revert BondOfficeAccountReplaced(account, current);
        if (register.isRecovering(memberId)) revert BondOfficeRecovering(memberId);
    }

    function _isOwn(address account) private view returns (bool) {
        uint32 memberId = _memberOf[account];
        if (memberId == 0) return true;
        IMemberRegister register = _register();
        return register.member(memberId).account == account && !register.isRecovering(memberId);
    }

    function _check(uint96 target, SeriesTerms calldata terms) private view {
        (uint256 low, uint256 high) = (terms.lowestRate, terms.highestRate);
        if (high > HIGHEST_RATE) revert BondOfficeTermsOutOfBounds("highestRate");
        bool inSteps = low <= high && (high - low) % STEP == 0 && (high - low) / STEP < MOST_STEPS;
        if (!inSteps) revert BondOfficeTermsOutOfBounds("lowestRate");
        if (target == 0 || target > LARGEST_TARGET) revert BondOfficeTermsOutOfBounds("target");
        if (terms.minimumBid == 0 || terms.minimumBid > target) revert BondOfficeTermsOutOfBounds("minimumBid");
        bool inTime = terms.closesAt >= block.timestamp + SHORTEST_BIDDING && terms.closesAt <= terms.plan.issueDate;
        if (!inTime) revert BondOfficeTermsOutOfBounds("closesAt");
    }

    function _requireRate(Series storage s, uint16 rate) private view {
        bool offered = rate >= s.lowestRate && rate <= s.highestRate && (rate - s.lowestRate) % STEP == 0;
        if (!offered) revert BondOfficeRateOutOfBounds(rate, s.lowestRate, s.highestRate);
    }

    function _step(Series storage s, uint16 rate) private view returns (uint256) {
        return (rate - s.lowestRate) / STEP;
    }

    function _hasEnded(Series storage s) private view returns (bool) {
        return s.state == SeriesState.Redeemed || s.state == SeriesState.Defaulted;
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function _over(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a - b : 0;
    }

    function _treasury() private view returns (ITreasury) {
        return ITreasury(directory().moduleAt(Place.Treasury));
    }

    function _register() private view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }
}
