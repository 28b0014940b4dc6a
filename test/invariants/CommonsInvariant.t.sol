// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {
    Bid,
    CouponPlan,
    IBondOffice,
    Series,
    SeriesState,
    SeriesTerms
} from "../../contracts/interfaces/IBondOffice.sol";
import {BusinessDays, CycleUnit, DayCount} from "../../contracts/interfaces/IBondOffice.sol";
import {Charter} from "../../contracts/interfaces/ICoopFactory.sol";
import {ICommonsIncome} from "../../contracts/interfaces/ICommonsIncome.sol";
import {Founder, IMemberRegister} from "../../contracts/interfaces/IMemberRegister.sol";
import {
    Auction,
    AuctionKind,
    IMachineRegister,
    Lease,
    MachineState,
    MachineTerms
} from "../../contracts/interfaces/IMachineRegister.sol";
import {Permit} from "../../contracts/interfaces/IMemberShares.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {Funds} from "../../contracts/libraries/Funds.sol";
import {TestEuro} from "../../contracts/mocks/TestEuro.sol";
import {Cheats} from "./Cheats.sol";
import {Coop, Founding} from "./Founding.sol";
import {Setting} from "./Setting.sol";

interface IUnits {
    function balanceOf(address holder, uint256 series) external view returns (uint256);

    function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes calldata data) external;
}

/// @title Machines, bonds and income at random: people who order, bid, pay, are late, come and go
contract CommonsHandler is Cheats {
    enum Act {
        Order,
        Bid,
        Improve,
        Clear,
        Fail,
        Allot,
        Refund,
        Buy,
        Cancel,
        Pay,
        Coupon,
        Principal,
        Income,
        Claim,
        Send,
        Redeem,
        End,
        Offer,
        Raise,
        Let,
        Sell,
        Return,
        Write,
        Post,
        Take,
        Join,
        Leave,
        Donate,
        Default,
        TopUp
    }

    uint256 private constant MOST = 3;
    uint256 private constant SCALE = 2 ** 128;
    uint256 private constant STEP = 25;

    Coop private _coop;
    TestEuro private _euro;
    IBondOffice private _bonds;
    IMachineRegister private _machines;
    ICommonsIncome private _income;
    ITreasury private _treasury;
    IMemberRegister private _register;
    address[] private _people;
    uint256 private _ordered;
    /// @dev Coupon money that holders of a series took.
    mapping(uint256 series => uint256) private _taken;
    /// @dev What a bidder had bid when the series was cleared.
    mapping(uint256 series => mapping(address bidder => uint256)) private _offered;
    mapping(uint256 series => mapping(address bidder => uint256)) private _asked;
    /// @dev Whether units or refunds have moved on already while bids were still being counted.
    mapping(uint256 series => bool) private _stirred;
    /// @dev Member income that came in, and that was handed out.
    uint256 private _received;
    uint256 private _handed;
    uint256 private _donated;
    uint256 public happened;

    constructor(Coop memory coop, TestEuro euro, address[] memory people) {
        (_coop, _euro, _people) = (coop, euro, people);
        (_bonds, _machines) = (IBondOffice(coop.bonds), IMachineRegister(coop.machines));
        (_income, _treasury) = (ICommonsIncome(coop.income), ITreasury(coop.treasury));
        _register = IMemberRegister(coop.register);
        for (uint256 i = 0; i < people.length; ++i) {
            _euro.mint(people[i], 1e15);
            VM.prank(people[i]);
            _euro.approve(coop.treasury, 1e15);
        }
        _euro.mint(address(this), 1e15);
        _euro.approve(coop.treasury, 1e15);
        _treasury.deposit(Funds.COMMONS, address(euro), 5_000, "gift");
    }

    // ----------------------------------------------------------------------------------------------------- the bonds

    function order(uint16 price, uint16 rent, uint8 who, uint8 shape) external {
        if (_ordered == MOST) return;
        (uint256 cost, uint32 lessee) = (uint256(price % 3_000) + 1, _someMember(who));
        if (lessee == 0) return;
        uint96 contribution = shape % 5 == 0 ? uint96(cost / 3) : 0;
        uint40 issueDate = uint40((block.timestamp / 1 days + 2) * 1 days);
        uint16 every = uint16(shape % 23) + 5;
        CouponPlan memory plan = CouponPlan({
            issueDate: issueDate,
            anchor: issueDate,
            maturity: issueDate + uint40(every) * (uint40(shape % 4) + 1) * 1 days + 1 days,
            every: every,
            unit: CycleUnit.Days,
            longStub: shape % 2 == 0,
            endOfMonth: false,
            businessDays: BusinessDays.Same,
            dayCount: DayCount(shape % 3)
        });
        MachineTerms memory machine = MachineTerms({
            specification: "machine",
            seller: address(0x5e11e4),
            price: uint96(cost),
            contribution: contribution,
            rent: uint96(rent % 900) + 1,
            rentPeriod: 7 days,
            periods: 20,
            upkeepShare: uint16(shape) * 11,
            grace: uint32(shape % 3) * 7 days,
            lessee: lessee,
            usefulLife: 300 days,
            residual: uint96(cost / 4)
        });
        SeriesTerms memory series = SeriesTerms(plan, issueDate, 0, 1_500, 1);
        (bool ok, ) = _byAssembly(_coop.machines, abi.encodeCall(IMachineRegister.order, (machine, series)));
        if (!ok) return;
        ++_ordered;
        _note(Act.Order);
    }

    /// @dev What usually follows, at once: most lives are to be about machines that there are.
    function hurry(uint8 which, uint16 seed) external {
        uint256 n = _some(which);
        Series memory s = _bonds.seriesOf(n);
        if (s.state == SeriesState.Bidding) {
            for (uint8 i = 0; i < 4; ++i) {
                bid(which, uint8(seed >> i), uint16(s.target / 2) + (seed % 97) + i, uint8(seed >> (2 * i)));
            }
            clear(which);
        }
        while (_bonds.seriesOf(n).state == SeriesState.Allotting) allot(which, uint8(seed));
        buy(which);
    }

    function bid(uint8 which, uint8 who, uint16 amount, uint8 rate) public {
        (uint256 n, address account) = (_some(which), _person(who));
        Bid memory former = _bonds.bidOf(n, account);
        // Every third time an own bid is improved by a little.
        uint96 offered = uint96(amount % 3_000) + 1;
        uint16 asked = uint16(rate % 61) * uint16(STEP);
        if (former.amount != 0 && amount % 3 == 0) (offered, asked) = (former.amount + 7, former.rate);
        Permit memory none;
        bytes memory data = abi.encodeCall(IBondOffice.bid, (n, offered, asked, address(0), none));
        (bool ok, ) = _as(account, _coop.bonds, data);
        if (!ok) return;
        require(offered >= former.amount && (former.amount == 0 || asked <= former.rate), "a bid was worsened");
        _note(former.amount == 0 ? Act.Bid : Act.Improve);
    }

    /// @dev The close, worked out again from the bids alone.
    function clear(uint8 which) public {
        uint256 n = _some(which);
        Series memory s = _bonds.seriesOf(n);
        if (s.state != SeriesState.Bidding) return;
        if (block.timestamp < s.closesAt) VM.warp(s.closesAt);
        for (uint256 i = 0; i < _people.length; ++i) {
            Bid memory b = _bonds.bidOf(n, _people[i]);
            (_offered[n][_people[i]], _asked[n][_people[i]]) = (b.amount, b.rate);
        }
        _bonds.clear(n);
        Series memory after_ = _bonds.seriesOf(n);
        if (_upTo(n, 1_500) < s.target) {
            require(after_.state == SeriesState.Failed, "issued short of its target");
            return _note(Act.Fail);
        }
        require(after_.state == SeriesState.Allotting, "failed with its target reached");
        require(_upTo(n, after_.rate) >= s.target, "cleared too low");
        require(after_.rate == 0 || _upTo(n, after_.rate - STEP) < s.target, "cleared too high");
        _note(Act.Clear);
    }

    function allot(uint8 which, uint8 most) public {
        uint256 n = _some(which);
        Series memory s = _bonds.seriesOf(n);
        if (s.state != SeriesState.Allotting) return;
        _bonds.allot(n, uint256(most % 4) + 1);
        if (_bonds.seriesOf(n).state != SeriesState.Live) return;
        _note(Act.Allot);
        if (_stirred[n]) return;
        uint256 units;
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 own = _unitsOf(n, _people[i]);
            (uint256 offered, uint256 asked) = (_offered[n][_people[i]], _asked[n][_people[i]]);
            units += own;
            // Nobody is worse off than its bid: all, a part, or nothing, at its rate or better, and the rest comes back.
            require(own + _bonds.bidOf(n, _people[i]).refund == offered, "a part of a bid is gone");
            require(own == 0 || asked <= s.rate, "units below the rate that was asked");
            require(asked >= s.rate || own == offered, "a lower bid was cut");
            uint256 part = asked == s.rate ? own * s.marginalAll : 0;
            uint256 exact = offered * s.marginalRest;
            require(asked != s.rate || (part >= exact && part < exact + s.marginalAll), "not the marginal part");
        }
        require(units >= s.target && units < s.target + _people.length, "issued past the target");
    }

    function refund(uint8 which, uint8 who) external {
        (uint256 n, address account) = (_some(which), _person(who));
        Bid memory b = _bonds.bidOf(n, account);
        for (uint256 i = 0; i < _people.length && b.refund == 0; ++i) {
            account = _people[(who + i) % _people.length];
            b = _bonds.bidOf(n, account);
        }
        uint256 due = _bonds.seriesOf(n).state == SeriesState.Failed ? b.amount : b.refund;
        uint256 before = _euro.balanceOf(account);
        address[] memory one = new address[](1);
        one[0] = account;
        _bonds.refund(n, one);
        require(_euro.balanceOf(account) == before + due, "not what was due");
        if (due == 0) return;
        _stirred[n] = true;
        _note(Act.Refund);
    }

    /// @dev Somebody to whom something is due, if there is anybody.
    function claim(uint8 which, uint8 who) external {
        (uint256 n, address account, uint256 coupon, uint256 principal) = (_some(which), _person(who), 0, 0);
        for (uint256 i = 0; i < MOST * _people.length && coupon + principal == 0; ++i) {
            if (i % _people.length == 0) n = (n % MOST) + 1;
            account = _people[(who + i) % _people.length];
            (coupon, principal) = _bonds.claimable(n, account);
        }
        uint256 before = _euro.balanceOf(account);
        (bool ok, ) = _coop.bonds.call(abi.encodeCall(IBondOffice.claim, (n, account)));
        require(ok == (coupon + principal != 0), "what is claimable cannot be claimed");
        if (!ok) return;
        require(_euro.balanceOf(account) == before + coupon + principal, "not what was claimable");
        _taken[n] += coupon;
        _note(Act.Claim);
        if (principal != 0) _note(Act.Principal);
    }

    function send(uint8 which, uint8 from, uint8 to, uint16 part) external {
        (uint256 n, address a, address b) = (_some(which), _person(from), _person(to));
        for (uint256 i = 0; i < _people.length && _unitsOf(n, a) == 0; ++i) {
            a = _people[(from + i) % _people.length];
        }
        (uint256 ofA, ) = _bonds.claimable(n, a);
        (uint256 ofB, ) = _bonds.claimable(n, b);
        uint256 units = (_unitsOf(n, a) * part) / type(uint16).max;
        bytes memory data = abi.encodeCall(IUnits.safeTransferFrom, (a, b, n, units, ""));
        (bool ok, ) = _as(a, _coop.bonds, data);
        (uint32 member, ) = _register.seatOf(b);
        require(ok == (member != 0), "sent to a stranger, or not to a member");
        if (!ok) return;
        (uint256 leftToA, ) = _bonds.claimable(n, a);
        (uint256 leftToB, ) = _bonds.claimable(n, b);
        require(leftToA == ofA && leftToB == ofB, "a transfer moved what was received before");
        if (units == 0 || a == b) return;
        _stirred[n] = true;
        _note(Act.Send);
    }

    function redeem(uint8 which) external {
        uint256 n = _some(which);
        (bool ok, ) = _coop.bonds.call(abi.encodeCall(IBondOffice.redeem, (n)));
        if (!ok) return;
        Series memory s = _bonds.seriesOf(n);
        require(s.sunk == s.units && s.units == s.issued, "redeemed short of par");
        _note(Act.Redeem);
    }

    function topUp(uint8 which, uint16 amount) external {
        uint256 n = _some(which);
        for (uint256 i = 0; i < MOST && _bonds.seriesOf(n).state != SeriesState.Live; ++i) {
            n = (n % MOST) + 1;
        }
        bytes memory data = abi.encodeCall(IBondOffice.topUp, (n, uint96(amount % 300) + 1));
        (bool ok, ) = _byAssembly(_coop.bonds, data);
        if (ok) _note(Act.TopUp);
    }

    // -------------------------------------------------------------------------------------------------- the machines

    function buy(uint8 which) public {
        uint256 n = _some(which);
        SeriesState series = _bonds.seriesOf(n).state;
        (bool ok, ) = _byAssembly(_coop.machines, abi.encodeCall(IMachineRegister.buy, (n)));
        require(!ok || series == SeriesState.Live, "bought before it was paid for");
        if (ok) _note(Act.Buy);
    }

    function cancel(uint8 which) external {
        uint256 n = _some(which);
        (bool ok, ) = _coop.machines.call(abi.encodeCall(IMachineRegister.cancel, (n)));
        if (ok) _note(Act.Cancel);
    }

    /// @dev Rent on time, early, late, in parts, and down to a single unit.
    function pay(uint8 which, uint8 who, uint16 part) external {
        uint256 n = _some(which);
        Lease memory lease = _machines.leaseOf(n);
        uint32 lessee = lease.lessee == 0 ? _someMember(who) : lease.lessee;
        uint256 most =
            lease.lessee == 0 ? _machines.debtOf(n, lessee) : uint256(lease.rent) * lease.periods - lease.paid;
        if (most == 0) return;
        uint256 amount = part % 2 == 0 ? (most * part) / type(uint16).max + 1 : (part % (2 * lease.rent + 2)) + 1;
        if (amount > most) amount = most;
        _pay(n, _person(who), lessee, uint96(amount));
    }

    function _pay(uint256 n, address payer, uint32 lessee, uint96 amount) private {
        uint256[3] memory got = _steps(n);
        Series memory s = _bonds.seriesOf(n);
        Permit memory none;
        _as(payer, _coop.machines, abi.encodeCall(IMachineRegister.payRent, (n, lessee, amount, none)));
        uint256[3] memory now_ = _steps(n);
        for (uint256 i = 0; i < 3; ++i) {
            got[i] = now_[i] - got[i];
        }
        require(got[0] + got[1] + got[2] == amount, "rent that is not all there");
        require(got[0] == (uint256(amount) * _machines.termsOf(n).upkeepShare) / 10_000, "upkeep");
        Series memory after_ = _bonds.seriesOf(n);
        uint256 coupon = after_.funded - s.funded;
        require(got[1] == coupon + after_.sunk - s.sunk, "the service fund");
        _checkOrder(n, after_.sunk != s.sunk, got[2] != 0);
        _received += got[2];
        _note(Act.Pay);
        if (coupon != 0) _note(Act.Coupon);
        if (got[2] != 0) _note(Act.Income);
    }

    /// @dev K3: nothing to a later step while an earlier one lacks anything.
    function _checkOrder(uint256 n, bool principal, bool income) private view {
        (uint256 couponLate, uint256 principalLate, uint256 coupon, uint256 instalment) = _bonds.owedOf(n);
        require(couponLate + coupon == 0 || !principal, "principal before coupons");
        require(couponLate + coupon + principalLate + instalment == 0 || !income, "income before what bonds are owed");
    }

    function endLease(uint8 which) public {
        uint256 n = _some(which);
        (, , uint256 since) = _machines.rentOf(n);
        Lease memory lease = _machines.leaseOf(n);
        (bool ok, ) = _coop.machines.call(abi.encodeCall(IMachineRegister.endLease, (n)));
        bool late = since != 0 && block.timestamp >= since + lease.grace;
        bool over = block.timestamp >= uint256(lease.startedAt) + uint256(lease.rentPeriod) * lease.periods;
        require(ok == (lease.lessee != 0 && (late || over)), "a lease ended or went on against its terms");
        if (ok) _note(Act.End);
    }

    /// @dev What usually follows on a lease that is late, at once.
    function turnOver(uint8 which, uint8 who, uint16 more) external {
        if (more % 3 == 0) VM.warp(block.timestamp + 21 days);
        endLease(which);
        offer(which);
        // Every fourth time nobody needs it.
        if (more % 4 != 0) raise(which, who, more);
        if (more % 5 != 0) settle(which);
    }

    function offer(uint8 which) public {
        (bool ok, ) = _coop.machines.call(abi.encodeCall(IMachineRegister.offer, (_some(which))));
        if (ok) _note(Act.Offer);
    }

    function raise(uint8 which, uint8 who, uint16 more) public {
        uint256 n = _some(which);
        Auction memory a = _machines.auctionOf(n);
        if (a.kind == AuctionKind.None) return;
        uint96 amount = (a.best == 0 ? a.floor : a.best + a.best / 100 + 1) + (more % 50);
        Permit memory none;
        (bool ok, ) = _as(_person(who), _coop.machines, abi.encodeCall(IMachineRegister.bid, (n, amount, none)));
        if (ok) _note(Act.Raise);
    }

    function settle(uint8 which) public {
        uint256 n = _some(which);
        Auction memory a = _machines.auctionOf(n);
        if (a.kind == AuctionKind.None) return;
        if (block.timestamp < a.closesAt) VM.warp(a.closesAt);
        uint256 before = _treasury.balanceOf(Funds.MEMBER_INCOME, address(_euro));
        _machines.settle(n);
        _received += _treasury.balanceOf(Funds.MEMBER_INCOME, address(_euro)) - before;
        MachineState state = _machines.stateOf(n);
        require(state == MachineState.Idle || a.bidder != address(0), "passed to somebody who did not bid");
        if (state == MachineState.Let) _note(Act.Let);
        if (state == MachineState.Gone) _note(Act.Sell);
        if (_bonds.seriesOf(n).state == SeriesState.Defaulted) _note(Act.Default);
    }

    /// @dev Somebody for whom something is held, if there is anybody.
    function returnDeposit(uint8 who) external {
        (address account, uint256 due) = (_person(who), 0);
        for (uint256 i = 0; i < _people.length && due == 0; ++i) {
            account = _people[(who + i) % _people.length];
            due = _machines.depositOf(account);
        }
        (bool ok, ) = _coop.machines.call(abi.encodeCall(IMachineRegister.returnDeposit, (account)));
        require(ok == (due != 0), "a deposit that does not come back");
        if (ok) _note(Act.Return);
    }

    function writeOff(uint8 which, uint8 chance) external {
        if (chance % 3 != 0) return;
        bytes memory data = abi.encodeCall(IMachineRegister.writeOff, (_some(which)));
        (bool ok, ) = _byAssembly(_coop.machines, data);
        if (ok) _note(Act.Write);
    }

    // --------------------------------------------------------------------------------------------- income and members

    function take(uint8 who) external {
        (uint32 id, uint256 due) = (uint32(who), 0);
        for (uint256 i = 0; i < _people.length && due == 0; ++i) {
            id = (id % _register.membersEver()) + 1;
            due = _income.dueTo(id);
        }
        address account = _register.member(id).account;
        uint256 before = _euro.balanceOf(account);
        (bool ok, ) = _coop.income.call(abi.encodeCall(ICommonsIncome.claim, (id)));
        require(ok == (due != 0), "income that is due and cannot be claimed");
        if (!ok) return;
        require(_euro.balanceOf(account) == before + due && _income.dueTo(id) == 0, "not what was due");
        _handed += due;
        _note(Act.Take);
    }

    function join(uint8 who) external {
        bytes memory data = abi.encodeCall(IMemberRegister.admit, (_person(who), who % 4, 0));
        (bool ok, ) = _byAssembly(_coop.register, data);
        if (!ok) return;
        require(_income.dueTo(_register.membersEver()) == 0, "a newcomer with a past");
        _note(Act.Join);
    }

    function leave(uint8 who, uint8 chance) external {
        if (chance % 4 != 0) return;
        (uint32 id, ) = _register.seatOf(_person(who));
        uint256 due = id == 0 ? 0 : _income.dueTo(id);
        (bool ok, ) = _as(_person(who), _coop.register, abi.encodeCall(IMemberRegister.resign, ()));
        if (!ok) return;
        require(_income.dueTo(id) == due, "leaving changed what is due");
        _note(Act.Leave);
    }

    /// @dev Money that nobody posted changes nothing.
    function donate(uint16 amount) external {
        uint256 perHead = _income.perHead();
        _euro.mint(_coop.treasury, amount);
        (bool ok, ) = _coop.income.call(abi.encodeCall(ICommonsIncome.post, (amount)));
        require(!ok && _income.perHead() == perHead, "a donation was shared");
        _donated += amount;
        _note(Act.Donate);
    }

    /// @dev Money that arrived unasked, posted to everybody by resolution.
    function post(uint16 amount) external {
        uint256 part = _donated == 0 ? 0 : amount % (_donated + 1);
        bytes memory data = abi.encodeCall(ITreasury.post, (Funds.MEMBER_INCOME, address(_euro), part, ""));
        (bool ok, ) = _byAssembly(_coop.treasury, data);
        require(ok == (part != 0), "a donation that cannot be posted");
        if (!ok) return;
        (_donated, _received) = (_donated - part, _received + part);
        _note(Act.Post);
    }

    function pass(uint8 days_) external {
        VM.warp(block.timestamp + (uint256(days_ % 30) + 1) * 8 hours);
    }

    // ------------------------------------------------------------------------------------------------- what is checked

    /// @notice Funds add up to what is booked and never to more than there is; every fund is exactly somebody's.
    function check() external view {
        uint256 funds;
        for (uint32 fund = 1; fund <= 9; ++fund) {
            funds += _fund(fund);
        }
        uint256 held;
        for (uint256 n = 1; n <= _ordered; ++n) {
            uint32 number = uint32(n);
            funds +=
                _fund(Funds.BOND_SERVICE + number) +
                _fund(Funds.BOND_BIDS + number) +
                _fund(Funds.PURCHASE + number);
            _checkSeries(n);
            held += _machines.auctionOf(n).best;
        }
        require(funds == _treasury.booked(address(_euro)), "funds are not what is booked");
        require(funds + _donated == _euro.balanceOf(_coop.treasury), "more is booked than there is");
        for (uint256 i = 0; i < _people.length; ++i) {
            held += _machines.depositOf(_people[i]);
        }
        require(held == _fund(Funds.AUCTIONS), "deposits are not their fund");
        _checkIncome();
    }

    function _checkSeries(uint256 n) private view {
        Series memory s = _bonds.seriesOf(n);
        (uint256 bids, uint256 units, uint256 claims) = (0, 0, 0);
        for (uint256 i = 0; i < _people.length; ++i) {
            Bid memory b = _bonds.bidOf(n, _people[i]);
            bids += b.amount + b.refund;
            units += _unitsOf(n, _people[i]);
            (uint256 coupon, uint256 principal) = _bonds.claimable(n, _people[i]);
            claims += coupon + principal;
        }
        require(units == s.units, "units are not the holders'");
        uint256 service = _fund(Funds.BOND_SERVICE + uint32(n));
        require(claims <= service, "claims exceed what came in");
        require(service == s.funded - _taken[n] + s.sunk, "the service fund is not coupons and principal");
        // While bids are turned into units those are bids still.
        uint256 turned = s.state == SeriesState.Allotting ? s.units : 0;
        require(bids + turned == _fund(Funds.BOND_BIDS + uint32(n)), "bids are not their fund");
        require(s.sunk <= s.units || s.units == 0, "more principal than units");
    }

    /// @dev Paid, owed and carried are what was received, to the last part of a unit.
    function _checkIncome() private view {
        (uint256 posted, uint256 carried) = _income.totals();
        uint256 owed;
        for (uint32 id = 1; id <= _register.membersEver(); ++id) {
            (uint256 from, uint256 to, uint256 paid) = _income.reading(id);
            if (to > from) owed += to - from - paid * SCALE;
            require(to > from || paid == 0, "paid without a share");
        }
        require(posted == _received, "posted is not what came in");
        require(owed + carried + _handed * SCALE == posted * SCALE, "a part of the income is nobody's");
        require(_fund(Funds.MEMBER_INCOME) == _received - _handed, "the fund of member income");
    }

    // ------------------------------------------------------------------------------------------------------- helpers

    /// @dev The steps of rent: upkeep, bond service, member income.
    function _steps(uint256 n) private view returns (uint256[3] memory) {
        return [_fund(Funds.UPKEEP), _fund(Funds.BOND_SERVICE + uint32(n)), _fund(Funds.MEMBER_INCOME)];
    }

    function _upTo(uint256 n, uint256 rate) private view returns (uint256 sum) {
        for (uint256 i = 0; i < _people.length; ++i) {
            if (_asked[n][_people[i]] <= rate) sum += _offered[n][_people[i]];
        }
    }

    function _fund(uint32 fund) private view returns (uint256) {
        return _treasury.balanceOf(fund, address(_euro));
    }

    function _unitsOf(uint256 n, address account) private view returns (uint256) {
        return IUnits(_coop.bonds).balanceOf(account, n);
    }

    function _some(uint8 which) private view returns (uint256) {
        return _ordered == 0 ? 1 : (which % _ordered) + 1;
    }

    function _person(uint8 who) private view returns (address) {
        return _people[who % _people.length];
    }

    function _someMember(uint8 who) private view returns (uint32 id) {
        for (uint256 i = 0; i < _people.length && id == 0; ++i) {
            (id, ) = _register.seatOf(_people[(who + i) % _people.length]);
        }
    }

    function _note(Act act) private {
        happened |= 1 << uint256(act);
    }

    function _as(address account, address target, bytes memory data) private returns (bool ok, bytes memory answer) {
        VM.prank(account);
        return target.call(data);
    }

    function _byAssembly(address target, bytes memory data) private returns (bool ok, bytes memory answer) {
        return _as(_coop.assemblyModule, target, data);
    }
}

/// @title What always holds of machines, bonds and income, whatever people do and in whatever order
contract CommonsInvariantTest is Setting {
    uint256 private constant COMMONS_ACTS = 30;
    uint256 private constant OUTSIDERS = 4;
    uint256 private constant INSIDERS = 6;
    /// @dev All but machines that are not bought in time, series that fail, are redeemed or topped up, deposits that come back, machines
    /// that are sold or written off, and defaults.
    uint256 private constant COMMON =
        2 ** COMMONS_ACTS - 1 - 2 ** 4 - 2 ** 8 - 2 ** 15 - 2 ** 20 - 2 ** 21 - 2 ** 22 - 2 ** 28 - 2 ** 29;
    CommonsHandler private _handler;

    function setUp() external {
        VM.warp(1_800_000_000);
        TestEuro euro = new TestEuro();
        Charter memory charter = _charter(address(euro));
        charter.founders = new Founder[](INSIDERS);
        address[] memory people = new address[](INSIDERS + OUTSIDERS);
        for (uint256 i = 0; i < people.length; ++i) {
            people[i] = VM.addr(_keyOf(i));
            if (i < INSIDERS) charter.founders[i] = Founder(people[i], uint8(i % 4), 0);
        }
        _handler = new CommonsHandler(Founding.found(charter), euro, people);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// Funds never exceed holdings and each is exactly somebody's; the close is what the bids say and nobody is worse off than its bid;
    /// rent goes through its steps in their order; claims never exceed what came in; income paid, owed and carried is what was
    /// received, to the last unit.
    ///
    /// hardhat-config: invariant.failOnRevert = true
    function invariant_everyUnitIsSomebodys() external view {
        _handler.check();
    }

    /// The runs are not empty.
    function afterInvariant() external {
        _requireLively("COMMONS", _handler.happened(), COMMON, 2 ** COMMONS_ACTS - 1);
    }
}
