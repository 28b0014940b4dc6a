// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1155Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC1155/ERC1155Upgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Bid, IBondOffice, Series, SeriesState, SeriesTerms} from "../interfaces/IBondOffice.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Permit} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {BidBook} from "../libraries/BidBook.sol";
import {BondMath} from "../libraries/BondMath.sol";
import {BondService} from "../libraries/BondService.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";
import {Permits} from "../libraries/Permits.sol";
import {Timetable} from "../libraries/Timetable.sol";

/// @title BondOffice
/// @notice See {IBondOffice}.
/// @dev `BidBook` takes bids and clears them, `BondService` knows what is owed, `BondMath` rounds. Money is moved by the Treasury alone.
contract BondOffice is IBondOffice, ERC1155Upgradeable, Module, ReentrancyGuardTransient {
    using Permits for Permit;
    using BidBook for BidBook.Book;
    using BondService for Series;
    using Timetable for Timetable.Table;

    /// @param reading what the series had received when `owed` was counted
    /// @param owed times all units issued, so that it is exact
    struct Position {
        uint96 reading;
        uint256 owed;
    }

    mapping(uint256 series => Series) private _series;
    mapping(uint256 series => Timetable.Table) private _tables;
    mapping(uint256 series => BidBook.Book) private _books;
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
        BidBook.open(_series[series], _tables[series], series, target, terms);
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
        if (directory().windingUpSince() != 0) revert BondOfficeWindingUp();
        if (register != address(0)) _introduce(register);
        uint32 memberId = _requireMayHold(msg.sender);
        uint256 added = _books[series].place(s, series, amount, rate, memberId);
        if (added != 0) _take(series, added, permit);
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
        _books[series].clear(s, series, directory().windingUpSince() == 0);
    }

    /// @inheritdoc IBondOffice
    function allot(uint256 series, uint256 most) external nonReentrant returns (uint256 done) {
        Series storage s = _series[series];
        if (s.state != SeriesState.Allotting) revert BondOfficeWrongState(series, s.state);
        uint256 from = s.allotted;
        uint256 to = most < s.bidders - from ? from + most : s.bidders;
        uint256 issued = s.units;
        for (uint256 i = from; i < to; ++i) {
            issued += _allot(series, s, _books[series].bidders[i]);
        }
        (s.units, s.allotted, done) = (uint96(issued), uint32(to), to - from);
        if (to == s.bidders) _issue(series, s, issued);
    }

    /// @inheritdoc IBondOffice
    function refund(uint256 series, address[] calldata bidders) external nonReentrant {
        bool failed = _series[series].state == SeriesState.Failed;
        for (uint256 i = 0; i < bidders.length; ++i) {
            Bid storage b = _books[series].bids[bidders[i]];
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
    function claim(uint256 series, address holder) external nonReentrant returns (uint256 coupon, uint256 principal) {
        (coupon, principal) = _claim(series, holder);
        if (coupon + principal == 0) revert BondOfficeNothingDue(series, holder);
    }

    /// @inheritdoc IBondOffice
    function claimMany(uint256[] calldata seriesIds, address holder) external nonReentrant returns (uint256 amount) {
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
        return _series[series].fund(_tables[series], series, available);
    }

    /// @inheritdoc IBondOffice
    function liquidate(
        uint256 series,
        uint256 available
    ) external onlyPlace(Place.Machines) returns (uint256 coupon, uint256 principal) {
        return _series[series].liquidate(_tables[series], series, available);
    }

    /// @inheritdoc IBondOffice
    function unwind(uint256 series) external onlyPlace(Place.Machines) returns (uint256 principal) {
        Series storage s = _series[series];
        s.requireLive(series);
        principal = s.units - s.sunk;
        s.receive_(series, 0, principal);
        s.state = SeriesState.Redeemed;
        emit SeriesRedeemed(series, s.units);
        uint32 number = uint32(series);
        _treasury().move(Funds.PURCHASE + number, Funds.BOND_SERVICE + number, principal, bytes32(series));
    }

    /// @inheritdoc IBondOffice
    function announceRedemption(uint256 series, uint256 dateIndex) external onlyPlace(Place.Assembly) {
        _series[series].announce(_tables[series], series, dateIndex);
    }

    /// @inheritdoc IBondOffice
    function topUp(uint256 series, uint96 amount) external onlyPlace(Place.Assembly) nonReentrant {
        Series storage s = _series[series];
        s.requireLive(series);
        uint256 missing = s.units - s.sunk;
        if (amount > missing) revert BondOfficeTooMuch(amount, missing);
        s.receive_(series, 0, amount);
        _treasury().contribute(Funds.BOND_SERVICE + uint32(series), amount, bytes32(series));
    }

    /// @inheritdoc IBondOffice
    function redeem(uint256 series) external {
        _series[series].redeem(_tables[series], series);
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
        return _series[series].couponOf(_tables[series], dateIndex, principal);
    }

    /// @inheritdoc IBondOffice
    function owedOf(
        uint256 series
    )
        external
        view
        returns (uint256 couponArrears, uint256 principalArrears, uint256 couponRunning, uint256 principalRunning)
    {
        return _series[series].owed(_tables[series]);
    }

    /// @inheritdoc IBondOffice
    function runningPeriod(
        uint256 series
    ) external view returns (uint40 from, uint40 to, uint256 coupon, uint256 principal) {
        return _series[series].period(_tables[series]);
    }

    /// @inheritdoc IBondOffice
    function claimable(uint256 series, address holder) external view returns (uint256 coupon, uint256 principal) {
        Series storage s = _series[series];
        Position memory p = _positions[series][holder];
        uint256 units = balanceOf(holder, series);
        uint256 owed = p.owed + BondMath.accrued(units, p.reading, s.funded);
        if (owed != 0) (coupon, ) = BondMath.money(owed, s.issued);
        if (units != 0 && _hasEnded(s)) principal = BondMath.share(s.sunk, units, s.units);
    }

    /// @inheritdoc IBondOffice
    function bidOf(uint256 series, address bidder) external view returns (Bid memory) {
        return _books[series].bids[bidder];
    }

    /// @inheritdoc IBondOffice
    function biddersOf(uint256 series, uint256 first, uint256 count) external view returns (address[] memory) {
        return _books[series].page(first, count);
    }

    /// @inheritdoc IBondOffice
    function bookOf(uint256 series) external view returns (uint256[] memory) {
        return _books[series].sums(_series[series]);
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
        _settleAll(from, to, ids);
        super._update(from, to, ids, values);
    }

    function _settleAll(address from, address to, uint256[] memory ids) private {
        for (uint256 i = 0; i < ids.length; ++i) {
            if (from != address(0)) _settle(ids[i], from);
            if (to != address(0)) _settle(ids[i], to);
        }
    }

    function _settle(uint256 series, address holder) private {
        Position storage p = _positions[series][holder];
        uint96 reading = _series[series].funded;
        if (p.reading == reading) return;
        p.owed += BondMath.accrued(balanceOf(holder, series), p.reading, reading);
        p.reading = reading;
    }

    function _claim(uint256 series, address holder) private returns (uint256 coupon, uint256 principal) {
        _requireOwn(holder);
        Series storage s = _series[series];
        _settle(series, holder);
        Position storage p = _positions[series][holder];
        if (p.owed != 0) (coupon, p.owed) = BondMath.money(p.owed, s.issued);
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
        SeriesState state = _series[series].state;
        // Turned into units first, or handed back: the list of bidders keeps its order.
        bool waits = _books[series].bids[former].amount != 0 && state != SeriesState.Failed;
        if (waits || state == SeriesState.None) revert BondOfficeWrongState(series, state);
        _books[series].follow(former, current);
        _pass(series, former, current, balanceOf(former, series));
        // What it received goes along too: it is the same member.
        _positions[series][current].owed += _positions[series][former].owed;
        _positions[series][former].owed = 0;
        emit HolderReplaced(series, former, current);
    }

    function _allot(uint256 series, Series storage s, address bidder) private returns (uint256 units) {
        units = _books[series].allot(s, series, bidder);
        if (units != 0) _pass(series, address(0), bidder, units);
    }

    /// @dev Units that no holder sends: new ones, and those of a lost account. Nobody is called back, so nobody can refuse them and
    /// stop the others; and nobody is asked whether it may hold them.
    function _pass(uint256 series, address from, address to, uint256 units) private {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory values = new uint256[](1);
        (ids[0], values[0]) = (series, units);
        _settleAll(from, to, ids);
        super._update(from, to, ids, values);
    }

    /// @dev Every bid is counted: the machine's money is set aside, and interest begins on the issue date.
    function _issue(uint256 series, Series storage s, uint256 units) private {
        uint256 target = s.target;
        uint256 excess = units - target;
        (s.state, s.sunk, s.issued) = (SeriesState.Live, uint96(excess), uint96(units));
        emit SeriesIssued(series, units, excess);
        uint32 number = uint32(series);
        ITreasury treasury = _treasury();
        treasury.move(Funds.BOND_BIDS + number, Funds.PURCHASE + number, target, bytes32(series));
        if (excess == 0) return;
        treasury.move(Funds.BOND_BIDS + number, Funds.BOND_SERVICE + number, excess, bytes32(series));
    }

    function _take(uint256 series, uint256 amount, Permit calldata permit) private {
        ITreasury treasury = _treasury();
        permit.hand(treasury, amount);
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

    function _hasEnded(Series storage s) private view returns (bool) {
        return s.state == SeriesState.Redeemed || s.state == SeriesState.Defaulted;
    }

    function _treasury() private view returns (ITreasury) {
        return ITreasury(directory().moduleAt(Place.Treasury));
    }

    function _register() private view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }
}
