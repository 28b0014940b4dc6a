// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IAuditRegister} from "../../contracts/interfaces/IAuditRegister.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {Charter} from "../../contracts/interfaces/ICoopFactory.sol";
import {IMemberRegister} from "../../contracts/interfaces/IMemberRegister.sol";
import {IMemberShares, MemberHolding, ShareTerms, Withdrawal} from "../../contracts/interfaces/IMemberShares.sol";
import {IReserve} from "../../contracts/interfaces/IReserve.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {WeirdToken} from "../../contracts/mocks/WeirdToken.sol";
import {Cheats} from "./Cheats.sol";
import {Coop, Founding} from "./Founding.sol";
import {Setting} from "./Setting.sol";

/// @title Members who buy, leave and lose shares at random, beside a plain model of the queue and of the money
contract SharesHandler is Cheats {
    enum Act {
        Subscribe,
        Promise,
        Instalment,
        Drop,
        Withdraw,
        Cancel,
        Serve,
        Hold,
        Suspend,
        Post,
        Claim,
        InShares,
        Collect,
        WriteDown,
        Leave,
        Reserve
    }

    uint256 private constant PAR = 7_001;
    uint256 private constant PARTS = 3_650_000;
    uint64 private constant MINIMUM = 3;
    uint64 private constant MAXIMUM = 60;

    Coop private _coop;
    IMemberShares private _shares;
    ITreasury private _treasury;
    WeirdToken private _token;
    address private constant AUDITOR = address(0xa0d17);
    address[] private _people;
    bool[] private _left;

    /// @dev The queue, kept plainly: what each entry still asks for, and from when.
    Withdrawal[] private _asked;
    uint256 private _head;
    uint256 private _suspendedFrom;
    uint256 private _suspendedUntil;
    uint256 private _writtenDown;
    uint256 private _paidIn;
    uint256 private _servedUnits;
    uint256 private _carried;
    uint256 private _posted;
    uint256 private _taken;
    uint256 public happened;

    constructor(Coop memory coop, WeirdToken token, address[] memory people) {
        (_coop, _token, _people) = (coop, token, people);
        (_shares, _treasury) = (IMemberShares(coop.shares), ITreasury(coop.treasury));
        _left = new bool[](people.length);
        for (uint256 i = 0; i < people.length; ++i) {
            _token.mint(people[i], 1e9);
            VM.prank(people[i]);
            _token.approve(coop.treasury, 1e9);
        }
        _token.mint(address(this), 1e12);
        _token.approve(coop.treasury, 1e12);
        _treasury.deposit(1, address(token), 1e12, "funds");
    }

    // -------------------------------------------------------------------------------------------------------- acts

    function subscribe(uint8 who, uint8 units, uint8 promised) external {
        (uint256 i, uint32 id) = _who(who);
        (uint64 n, uint64 p) = (units % 40, promised % 3 == 0 ? promised % 20 : 0);
        MemberHolding memory h = _shares.holdingOf(id);
        bool fits = h.units + h.promised + n + p <= MAXIMUM;
        bool enough = h.units - h.queued + h.promised + n + p >= MINIMUM;
        bool ok = _as(i, abi.encodeCall(IMemberShares.subscribe, (n, p)));
        require(ok == (!_left[i] && n != 0 && fits && enough && !_blocked(i)), "sold or refused against S1");
        if (!ok) return;
        _paidIn += n;
        _note(p == 0 ? Act.Subscribe : Act.Promise);
    }

    function payInstalment(uint8 who, uint8 units) external {
        (uint256 i, uint32 id) = _who(who);
        MemberHolding memory h = _shares.holdingOf(id);
        uint64 n = h.promised == 0 ? units : units % uint64(h.promised + 2);
        bool ok = _as(i, abi.encodeCall(IMemberShares.payInstalment, (n)));
        require(ok == (!_left[i] && n != 0 && n <= h.promised && !_blocked(i)), "an instalment against S1");
        if (!ok) return;
        _paidIn += n;
        _note(Act.Instalment);
    }

    function dropPromise(uint8 who) external {
        (uint256 i, uint32 id) = _who(who);
        MemberHolding memory h = _shares.holdingOf(id);
        uint256 free = h.units - h.queued;
        bool ok = _as(i, abi.encodeCall(IMemberShares.dropPromise, ()));
        require(ok == (!_left[i] && h.promised != 0 && (free == 0 || free >= MINIMUM)), "a promise against S1");
        if (ok) _note(Act.Drop);
    }

    function withdraw(uint8 who, uint8 units, bool all) external {
        (uint256 i, uint32 id) = _who(who);
        MemberHolding memory h = _shares.holdingOf(id);
        uint256 free = h.units - h.queued;
        uint64 n = all ? uint64(free) : units % 30;
        bool lawful = n != 0 && n <= free && (free == n ? h.promised == 0 : free - n >= MINIMUM);
        bool ok = _as(i, abi.encodeCall(IMemberShares.withdraw, (n)));
        require(ok == (!_left[i] && lawful), "a withdrawal against S1");
        if (!ok) return;
        _ask(id, n);
        _note(Act.Withdraw);
    }

    function cancel(uint8 who, uint16 entryId) external {
        (uint256 i, uint32 id) = _who(who);
        uint256 e = _asked.length == 0 ? 0 : entryId % _asked.length;
        bool own = _asked.length != 0 && _asked[e].memberId == id && _asked[e].units != 0;
        bool ok = _as(i, abi.encodeCall(IMemberShares.cancelWithdrawal, (e)));
        require(!ok || (own && !_left[i]), "somebody else's entry was cancelled");
        if (!ok) return;
        _asked[e].units = 0;
        _note(Act.Cancel);
    }

    /// @dev Half of the time when the first can be paid; a quarter of the time it cannot be, for the token refuses.
    function advance(uint8 most, bool inTime, uint8 refusesFirst) external {
        uint256 limit = most % 9;
        if (_head < _asked.length) {
            Withdrawal memory first = _asked[_head];
            _token.setBlocked(_people[first.memberId - 1], refusesFirst % 4 == 0);
            if (inTime && first.payableFrom > block.timestamp) VM.warp(first.payableFrom);
        }
        (bool ok, bytes memory answer) = address(_shares).call(abi.encodeCall(IMemberShares.advance, (limit)));
        bool open = block.timestamp >= _suspendedUntil;
        bool ripe = _head < _asked.length && (_asked[_head].units == 0 || block.timestamp >= _asked[_head].payableFrom);
        require(ok == (open && ripe && limit != 0), "the queue went on or stood against S2 or S3");
        if (!ok) return;
        uint256 taken = abi.decode(answer, (uint256));
        // Exactly the first ones, as long as their notice was over.
        for (uint256 left = limit; left != 0 && _head < _asked.length; --left) {
            if (_asked[_head].units != 0) {
                if (block.timestamp < _asked[_head].payableFrom) break;
                _note(_blockedId(_asked[_head].memberId) ? Act.Hold : Act.Serve);
                _asked[_head].units = 0;
            }
            ++_head;
            --taken;
        }
        require(taken == 0, "others were served");
    }

    function suspend(uint32 length) external {
        uint40 until = uint40(block.timestamp + (length % 7 < 5 ? 0 : length % 190 days));
        bool lawful = until > block.timestamp && until <= block.timestamp + 180 days;
        bool openLong = _suspendedUntil == 0 || block.timestamp >= _suspendedUntil + (_suspendedUntil - _suspendedFrom);
        VM.prank(_coop.assemblyModule);
        (bool ok, ) = address(_shares).call(abi.encodeCall(IMemberShares.suspendWithdrawals, (until, "why")));
        require(ok == (lawful && openLong), "suspended against S3");
        if (!ok) return;
        (_suspendedFrom, _suspendedUntil) = (block.timestamp, until);
        _note(Act.Suspend);
    }

    function postInterest(uint16 rate) public {
        uint16 r = rate % 7 == 0 ? rate % 800 : 800;
        uint256 unitDays;
        for (uint32 id = 1; id <= _people.length; ++id) {
            unitDays += _shares.holdingOf(id).unitDays;
        }
        uint256 before = _treasury.balanceOf(7, address(_token));
        VM.prank(_coop.surplus);
        (bool ok, ) = address(_shares).call(abi.encodeCall(IMemberShares.postInterest, (r)));
        if (!ok) return;
        uint256 moved = _treasury.balanceOf(7, address(_token)) - before;
        (, uint256 epochs) = _shares.writeDowns();
        uint256 numerator = unitDays * r * PAR;
        // Exact as long as nobody's share of a write-down is open.
        if (epochs == 0) {
            uint256 owed = numerator > _carried ? numerator - _carried : 0;
            require(moved == (owed + PARTS - 1) / PARTS, "posted against S4");
            _carried = _carried + moved * PARTS - numerator;
        }
        _posted += moved;
        _note(Act.Post);
    }

    function claim(uint8 who, bool inShares) external {
        (uint256 i, uint32 id) = _whoIsOwed(who, inShares ? PAR : 1, 0);
        MemberHolding memory h = _shares.holdingOf(id);
        bool ok = _as(i, abi.encodeCall(IMemberShares.claimInterest, (inShares)));
        if (!inShares) require(ok == (!_left[i] && h.interest != 0 && !_blocked(i)), "interest against S4");
        if (!ok) return;
        uint256 units = _shares.holdingOf(id).units - h.units;
        require(!inShares || (units != 0 && units * PAR <= h.interest), "interest in shares against S6");
        require(_shares.holdingOf(id).interest == (inShares ? h.interest - units * PAR : 0), "a rest was lost");
        _paidIn += units;
        _taken += inShares ? units * PAR : h.interest;
        _note(inShares ? Act.InShares : Act.Claim);
    }

    function collect(uint8 who) external {
        (uint256 i, uint32 id) = _whoIsOwed(who, 0, 1);
        if (who % 2 == 0) _token.setBlocked(_people[i], false);
        (uint256 withdrawn, uint256 interest) = _shares.dueOf(id);
        uint256 before = _token.balanceOf(_people[i]);
        (bool ok, ) = address(_shares).call(abi.encodeCall(IMemberShares.collect, (id)));
        require(ok == (withdrawn + interest != 0 && !_blocked(i)), "collected or refused wrongly");
        if (!ok) return;
        require(_token.balanceOf(_people[i]) - before == withdrawn + interest, "another amount was paid");
        _taken += interest;
        if (withdrawn != 0) _note(Act.Collect);
    }

    function writeDown(uint16 units) external {
        (uint256 above, ) = _shares.writeDowns();
        uint64 n = uint64(above == 0 ? units : units % (above + 2));
        uint256 reserve = IReserve(_coop.reserve).booked();
        uint256 certificateId = _certify(uint256(n) * PAR + reserve);
        uint256[] memory before = new uint256[](_people.length);
        for (uint32 id = 1; id <= _people.length; ++id) {
            before[id - 1] = _shares.unitsOf(id);
        }
        VM.prank(_coop.assemblyModule);
        (bool ok, ) = address(_shares).call(abi.encodeCall(IMemberShares.writeDown, (n, certificateId)));
        require(ok == (n != 0 && n <= above), "written down against S5");
        if (!ok) return;
        _writtenDown += n;
        require(IReserve(_coop.reserve).booked() == 0, "shares bore what the reserve could");
        if (reserve != 0) _note(Act.Reserve);
        for (uint32 id = 1; id <= _people.length; ++id) {
            uint256 left = _shares.unitsOf(id);
            uint256 floor = before[id - 1] < MINIMUM ? before[id - 1] : MINIMUM;
            require(left >= floor, "below the minimum holding");
            // Two of what is settled later can differ by one share each; this is what it would be now.
            uint256 own = before[id - 1] > MINIMUM ? before[id - 1] - MINIMUM : 0;
            uint256 cut = (before[id - 1] - left) * above;
            require(cut < own * n + 2 * above && cut + 2 * above > own * n, "not in proportion");
        }
        _note(Act.WriteDown);
    }

    /// @dev By an auditor in office; one unit when there is nothing to certify, so that there is a certificate.
    function _certify(uint256 amount) private returns (uint256) {
        VM.prank(_coop.assemblyModule);
        IAuthority(_coop.authority).appoint(5, AUDITOR, uint48(block.timestamp + 1 days));
        VM.prank(AUDITOR);
        return IAuditRegister(_coop.audits).certifyLoss(amount == 0 ? 1 : amount, "report");
    }

    function leave(uint8 who, uint8 rarely) external {
        (uint256 i, uint32 id) = _who(who);
        if (rarely % 4 != 0 || _left[i] || i == 0) return;
        MemberHolding memory h = _shares.holdingOf(id);
        _left[i] = true;
        _note(Act.Leave);
        uint256 before = _token.balanceOf(_people[i]);
        VM.prank(_people[i]);
        IMemberRegister(_coop.register).resign();
        uint256 paid = _token.balanceOf(_people[i]) - before;
        require(paid == (_blocked(i) ? 0 : h.due + h.interest), "left without what was due");
        if (paid != 0) _taken += h.interest;
        if (h.units != h.queued) _ask(id, uint64(h.units - h.queued));
    }

    function block_(uint8 who, bool is_) external {
        (uint256 i, ) = _who(who);
        _token.setBlocked(_people[i], is_);
    }

    /// @dev Now and then somebody gives the reserve something, which anyone can book.
    function pass(uint24 time) external {
        VM.warp(block.timestamp + 1 + (time % 190 days) + (time % 4 == 0 ? 366 days : 0));
        if (time % 5 != 0) return;
        _token.mint(_coop.reserve, uint256(time) + 1);
        IReserve(_coop.reserve).post();
    }

    // ------------------------------------------------------------------------------------------------------- truths

    function check() external view {
        uint256 total = _total();
        require(_paidIn - _writtenDown >= total, "more shares than were paid for");
        require(_treasury.balanceOf(2, address(_token)) == total * PAR, "shares at par are not the fund");
        uint256 funds;
        for (uint32 fund = 1; fund < 8; ++fund) {
            funds += _treasury.balanceOf(fund, address(_token));
        }
        require(funds == _treasury.booked(address(_token)), "the funds are not the books");
        require(funds == _token.balanceOf(_coop.treasury), "the books are not the money");

        uint256 reserve = _token.balanceOf(_coop.reserve);
        require(IReserve(_coop.reserve).booked() == reserve, "the reserve is another one");

        (uint256 due, uint256 interest) = (0, 0);
        for (uint32 id = 1; id <= _people.length; ++id) {
            MemberHolding memory h = _shares.holdingOf(id);
            due += h.due;
            interest += h.interest;
            require(h.queued <= h.units, "more queued than held");
            require(h.units + h.promised <= MAXIMUM, "above the maximum");
            uint256 stays = h.units - h.queued + h.promised;
            require(stays == 0 || stays >= MINIMUM, "an unlawful holding");
        }
        require(due == _treasury.balanceOf(6, address(_token)), "what is due is not the fund");
        require(_posted - _taken == _treasury.balanceOf(7, address(_token)), "interest was lost");
        (, uint256 epochs) = _shares.writeDowns();
        // While write-downs are open a reader may see a member a share lower or higher than it will be.
        if (epochs == 0) require(interest <= _posted - _taken, "more interest than posted");
        _checkQueue();
    }

    function _checkQueue() private view {
        (uint256 head, uint256 next) = _shares.queue();
        require(head == _head && next == _asked.length, "the queue is another one");
        uint256 ahead;
        for (uint256 i = head > 2 ? head - 2 : 0; i < next; ++i) {
            Withdrawal memory there = _shares.entry(i);
            Withdrawal memory plain = _asked[i];
            require(there.memberId == plain.memberId && there.units == plain.units, "an entry changed");
            require(there.payableFrom == plain.payableFrom, "a date changed");
            if (i < head || plain.units == 0) continue;
            (uint256 said, ) = _shares.placeOf(i);
            require(said >= ahead, "a better place than it is");
            ahead += plain.units;
        }
    }

    /// @notice Once everybody is brought up to date, every share and every unit of money is somebody's.
    /// @dev The runner calls every function; this one is only for the end.
    function checkAll() external {
        if (VM.envOr("SHARES_END", uint256(0)) == 0) return;
        for (uint32 id = 1; id <= _people.length; ++id) {
            _token.setBlocked(_people[id - 1], true);
            _release(id);
        }
        uint256 sum;
        for (uint32 id = 1; id <= _people.length; ++id) {
            sum += _shares.unitsOf(id);
        }
        require(sum == _total(), "shares are not the members'");
        VM.warp(block.timestamp + 400 days);
        postInterest(499);
        uint256 owed;
        for (uint32 id = 1; id <= _people.length; ++id) {
            (, uint256 interest) = _shares.dueOf(id);
            owed += interest;
        }
        uint256 holds = _treasury.balanceOf(7, address(_token));
        require(owed <= holds && holds - owed <= _people.length, "interest is not the members'");
    }

    // ------------------------------------------------------------------------------------------------------- helpers

    function _ask(uint32 id, uint64 units) private {
        _asked.push(Withdrawal(id, units, uint40(block.timestamp + 90 days), 0));
    }

    function _release(uint32 id) private {
        VM.prank(_coop.register);
        _shares.release(id);
    }

    function _total() private view returns (uint256) {
        return IERC20(address(_shares)).totalSupply();
    }

    function _who(uint8 who) private view returns (uint256 i, uint32 id) {
        i = who % _people.length;
        id = uint32(i + 1);
    }

    /// @dev Somebody who is owed as much, if there is anybody.
    function _whoIsOwed(uint8 who, uint256 interest, uint256 due) private view returns (uint256 i, uint32 id) {
        for (uint256 n = 0; n < _people.length; ++n) {
            (i, id) = _who(uint8((uint256(who) + n) % 256));
            MemberHolding memory h = _shares.holdingOf(id);
            if (h.interest >= interest && h.due >= due && (due != 0 || !_left[i])) return (i, id);
        }
    }

    function _blocked(uint256 i) private view returns (bool) {
        return _token.blocked(_people[i]);
    }

    function _blockedId(uint32 id) private view returns (bool) {
        return _blocked(id - 1);
    }

    function _note(Act act) private {
        happened |= 1 << uint256(act);
    }

    function _as(uint256 i, bytes memory data) private returns (bool ok) {
        VM.prank(_people[i]);
        (ok, ) = address(_shares).call(data);
    }
}

/// @title What always holds of member shares, whatever members do and in whatever order
contract SharesInvariantTest is Setting {
    uint256 private constant SHARE_ACTS = 16;
    /// @dev All but payments that are held, those collected later, and interest in shares.
    uint256 private constant COMMON = 2 ** SHARE_ACTS - 1 - 2 ** 7 - 2 ** 11 - 2 ** 12;
    SharesHandler private _handler;

    function setUp() external {
        VM.warp(1_800_000_000);
        WeirdToken token = new WeirdToken("Money", 6);
        Charter memory charter = _charter(address(token));
        charter.shares = ShareTerms(7_001, 3, 60, 90 days, 180 days, 800);
        address[] memory people = new address[](FOUNDERS);
        for (uint256 i = 0; i < FOUNDERS; ++i) {
            people[i] = charter.founders[i].account;
        }
        _handler = new SharesHandler(Founding.found(charter), token, people);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// Shares at par are the share-capital fund; what is due is its fund; interest posted is taken or there; the queue is served
    /// in its order and nobody in it can stop it; every refusal and every deed is as S1 to S6 say; no write-down goes below
    /// a minimum holding or out of proportion.
    ///
    /// hardhat-config: invariant.failOnRevert = true
    function invariant_sharesAreMoneyAtPar() external view {
        _handler.check();
    }

    /// The same to the last share and unit, once at the end of a run. And the runs are not empty: every success happens in
    /// some of the first hundred, the rare ones in some of the first five hundred.
    function afterInvariant() external {
        VM.setEnv("SHARES_END", "1");
        _handler.checkAll();
        VM.setEnv("SHARES_END", "0");
        _requireLively("SHARE", _handler.happened(), COMMON, 2 ** SHARE_ACTS - 1);
    }
}
