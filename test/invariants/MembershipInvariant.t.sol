// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ApplicationState, IApplications} from "../../contracts/interfaces/IApplications.sol";
import {IAuditRegister} from "../../contracts/interfaces/IAuditRegister.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {Charter} from "../../contracts/interfaces/ICoopFactory.sol";
import {IDirectory} from "../../contracts/interfaces/IDirectory.sol";
import {ClassRoll, IMemberRegister, Member, MemberStatus} from "../../contracts/interfaces/IMemberRegister.sol";
import {Permit} from "../../contracts/interfaces/IMemberShares.sol";
import {IRecovery} from "../../contracts/interfaces/IRecovery.sol";
import {IReserve} from "../../contracts/interfaces/IReserve.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {TestEuro} from "../../contracts/mocks/TestEuro.sol";
import {Cheats} from "./Cheats.sol";
import {Coop, Founding} from "./Founding.sol";
import {Setting} from "./Setting.sol";

/// @title People who come, go, are expelled and lose their keys at random, and a reserve that somebody might be after
contract MembershipHandler is Cheats {
    enum Act {
        Apply,
        Accept,
        Refuse,
        TakeBack,
        Join,
        ChangeClass,
        Admit,
        Resign,
        Expel,
        Readmit,
        Request,
        Attest,
        Veto,
        Complete,
        Decide,
        Cover,
        Endow
    }

    uint256 private constant PEOPLE = 18;
    uint256 private constant CLASSES = 4;
    address private constant AUDITOR = address(0xa0d17);

    Coop private _coop;
    TestEuro private _euro;
    IMemberRegister private _register;
    IReserve private _reserve;
    address[] private _people;
    /// @dev Who may have been given something by the reserve: never somebody who is or was a member.
    uint256 private _given;
    uint256 private _covered;
    uint256 private _endowed;
    uint256 public happened;

    struct Asked {
        uint32 memberId;
        address newAccount;
    }

    Asked[] private _requests;

    constructor(Coop memory coop, TestEuro euro, address[] memory founders) {
        (_coop, _euro) = (coop, euro);
        (_register, _reserve) = (IMemberRegister(coop.register), IReserve(coop.reserve));
        for (uint256 i = 0; i < PEOPLE; ++i) {
            _people.push(i < founders.length ? founders[i] : VM.addr(0xbee + i));
        }
    }

    // ------------------------------------------------------------------------------------------------ coming and going

    function applyFor(uint8 who, uint8 class) external {
        if (_by(_one(who), abi.encodeCall(IApplications.applyFor, (class % 5, "application")))) _note(Act.Apply);
    }

    function decide(uint8 by, uint8 who, uint8 how) external {
        address account = _applicant(who);
        bytes32 attestation = how % 4 == 0 ? bytes32(uint256(how % 8) + 1) : bytes32(0);
        bytes memory call =
            how % 3 == 0
                ? abi.encodeCall(IApplications.refuse, (account, how % 7, "why"))
                : abi.encodeCall(IApplications.accept, (account, attestation));
        address director = by % 5 == 0 ? _one(by) : _director(by);
        bool holds = IAuthority(_coop.authority).holds(2, director);
        bool ok = _by(director, call);
        require(!ok || holds, "decided without an office");
        if (ok) _note(how % 3 == 0 ? Act.Refuse : Act.Accept);
    }

    function join(uint8 who) external {
        address account = _applicant(who);
        bool accepted = IApplications(_coop.register).applicationOf(account).state == ApplicationState.Accepted;
        (uint32 before, ) = _register.seatOf(account);
        bool ok = _by(account, abi.encodeCall(IApplications.join, (0, 0, Permit(0, 0, 0, 0))));
        require(!ok || accepted, "joined without being accepted");
        if (ok) _note(before == 0 ? Act.Join : Act.ChangeClass);
    }

    function takeBack(uint8 who) external {
        if (who % 3 != 0) return;
        if (_by(_applicant(who), abi.encodeCall(IApplications.withdrawApplication, ()))) _note(Act.TakeBack);
    }

    function admit(uint8 who, uint8 class, bool again) external {
        address account = _one(who);
        bool expelled = _register.isExpelled(account);
        (uint32 before, ) = _register.seatOf(account);
        bytes memory call =
            again
                ? abi.encodeCall(IMemberRegister.readmit, (account, class % 4, "again"))
                : abi.encodeCall(IMemberRegister.admit, (account, class % 4, "appeal"));
        bool ok = _by(_coop.assemblyModule, call);
        bool open = IDirectory(_coop.directory).windingUpSince() == 0;
        require(ok == (open && before == 0 && expelled == again), "admitted or refused against M1 and M5");
        if (ok) _note(again ? Act.Readmit : Act.Admit);
    }

    function resign(uint8 who) external {
        if (who % 4 != 0) return;
        address account = _one(who / 4);
        (uint32 id, ) = _register.seatOf(account);
        bool open = IDirectory(_coop.directory).windingUpSince() == 0;
        bool lawful = id != 0 && !_register.isRecovering(id) && (!open || _active() > 1);
        bool ok = _by(account, abi.encodeCall(IMemberRegister.resign, ()));
        require(ok == lawful, "left or stayed against the rule");
        if (ok) _note(Act.Resign);
    }

    function expel(uint8 id) external {
        if (id % 3 != 0) return;
        bool ok = _by(_coop.assemblyModule, abi.encodeCall(IMemberRegister.expel, (_id(id), "grounds")));
        if (ok) _note(Act.Expel);
    }

    // ------------------------------------------------------------------------------------------------ lost accounts

    function request(uint8 id, uint8 newAccount) external {
        if (!_by(_one(newAccount), abi.encodeCall(IRecovery.requestRecovery, (_id(id), "lost")))) return;
        _requests.push(Asked(_id(id), _one(newAccount)));
        _note(Act.Request);
    }

    function attest(uint8 id, uint8 newAccount) external {
        // Mostly one that was asked for.
        (uint32 memberId, address to) = (_id(id), _one(newAccount));
        if (_requests.length != 0 && id % 4 != 0) {
            Asked memory asked = _requests[newAccount % _requests.length];
            (memberId, to) = (asked.memberId, asked.newAccount);
        }
        for (uint256 i = 0; i < 6; ++i) {
            address by = i == 0 ? _director(id) : _people[(uint256(newAccount) + i * 5) % PEOPLE];
            if (_by(by, abi.encodeCall(IRecovery.attestRecovery, (memberId, to)))) _note(Act.Attest);
        }
    }

    function settle(uint8 id, uint8 how) external {
        uint32 memberId = _recovering(id);
        if (memberId == 0) return;
        address former = _register.member(memberId).account;
        address to = IRecovery(_coop.register).recoveryOf(memberId).newAccount;
        bool active = _register.member(memberId).status == MemberStatus.Active;
        if (how % 4 == 0 && _by(former, abi.encodeCall(IRecovery.vetoRecovery, (memberId)))) _note(Act.Veto);
        bool ok;
        if (how % 4 == 1) {
            bytes memory call = abi.encodeCall(IRecovery.decideRecovery, (memberId, to, how % 8 == 1));
            ok = _by(_coop.assemblyModule, call);
            if (ok) _note(Act.Decide);
            ok = ok && how % 8 == 1;
        } else {
            // Often just when the wait is over.
            if (how % 8 > 3) VM.warp(block.timestamp + 14 days);
            ok = _by(_one(how), abi.encodeCall(IRecovery.completeRecovery, (memberId)));
            if (ok) _note(Act.Complete);
        }
        if (!ok || !active) return;
        (uint32 there, ) = _register.seatOf(to);
        (uint32 here, ) = _register.seatOf(former);
        require(there == memberId && here == 0, "rights are in two hands or in none");
    }

    // ------------------------------------------------------------------------------------------------ the reserve

    function give(uint16 amount) external {
        _euro.mint(_coop.reserve, uint256(amount) + 1);
        _reserve.post();
        _given += uint256(amount) + 1;
    }

    function cover(uint16 loss, uint16 amount) external {
        VM.prank(_coop.assemblyModule);
        IAuthority(_coop.authority).appoint(5, AUDITOR, uint48(block.timestamp + 1 days));
        VM.prank(AUDITOR);
        uint256 id = IAuditRegister(_coop.audits).certifyLoss(uint256(loss) + 1, "report");
        uint256 held = _reserve.booked();
        bool lawful = amount != 0 && amount <= held && amount <= uint256(loss) + 1;
        VM.prank(_coop.assemblyModule);
        (bool ok, ) = _coop.reserve.call(abi.encodeCall(IReserve.coverLoss, (id, amount)));
        require(ok == lawful, "a loss was covered or refused against A1");
        if (!ok) return;
        _covered += amount;
        _note(Act.Cover);
    }

    /// @dev Anyone tries everything that moves the reserve's money; the body is somebody, perhaps a member.
    function grab(uint8 who, uint8 body, uint8 how) external {
        address by = _one(who);
        _call(_coop.reserve, by, abi.encodeCall(IReserve.coverLoss, (1, 1)));
        _call(_coop.reserve, by, abi.encodeCall(IReserve.exhaust, (1)));
        _call(_coop.reserve, _coop.assemblyModule, abi.encodeCall(IReserve.nameBody, (_one(body))));
        _call(_coop.reserve, how % 2 == 0 ? _one(body) : by, abi.encodeCall(IReserve.acceptBody, ()));
        _call(_coop.directory, by, abi.encodeCall(IDirectory.close, ()));
        if (_call(_coop.reserve, by, abi.encodeCall(IReserve.endow, (address(_euro))))) _note(Act.Endow);
        _call(_coop.treasury, by, abi.encodeCall(ITreasury.endow, (address(_euro))));
        _call(_coop.treasury, by, abi.encodeCall(ITreasury.postToReserve, ()));
    }

    function windUp(uint16 rarely) external {
        if (rarely % 16 == 0) _call(_coop.directory, _coop.assemblyModule, abi.encodeCall(IDirectory.windUp, ()));
    }

    function pass(uint24 time) external {
        VM.warp(block.timestamp + 1 + (time % 40 days) + (time % 5 == 0 ? 180 days : 0));
    }

    // ------------------------------------------------------------------------------------------------ truths

    function check() external view {
        uint256[CLASSES] memory active;
        uint256 accounts;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            (uint32 id, uint32 seat) = _register.seatOf(_people[i]);
            if (_register.wasMember(_people[i])) {
                require(_euro.balanceOf(_people[i]) == 0, "the reserve's money is at a member");
            }
            if (id == 0) continue;
            Member memory m = _register.member(id);
            require(m.account == _people[i], "an account speaks for a member who is another account's");
            require(m.status == MemberStatus.Active, "an account speaks for a membership that ended");
            require(seat == (uint32(m.class) << 24) | m.serial, "the seat is another one");
            require(!_register.isExpelled(_people[i]), "expelled and a member");
            ++accounts;
            ++active[m.class];
        }
        uint256 members;
        for (uint32 id = 1; id <= _register.membersEver(); ++id) {
            if (_register.member(id).status == MemberStatus.Active) ++members;
        }
        // As many active memberships as accounts that hold one: none holds two, none is held twice.
        require(members == accounts, "not one account for each membership");
        ClassRoll[] memory roll = _register.roll();
        for (uint256 class = 0; class < CLASSES; ++class) {
            require(roll[class].active == active[class], "the roll is not the active");
        }
        uint256 left = _euro.balanceOf(_coop.reserve);
        require(_reserve.booked() == left, "the reserve's book is not its money");
        require(_given - _covered >= left, "more reserve than was given");
    }

    // ------------------------------------------------------------------------------------------------ helpers

    function _one(uint256 who) private view returns (address) {
        return _people[who % PEOPLE];
    }

    /// @dev Somebody with an application, if there is anybody from here on.
    function _applicant(uint256 who) private view returns (address account) {
        for (uint256 n = 0; n < PEOPLE; ++n) {
            account = _people[(who + n) % PEOPLE];
            ApplicationState s = IApplications(_coop.register).applicationOf(account).state;
            if (s == ApplicationState.Waiting || s == ApplicationState.Accepted) return account;
        }
    }

    function _director(uint256 by) private view returns (address) {
        return _people[by % 3];
    }

    function _id(uint256 id) private view returns (uint32) {
        return uint32(1 + (id % _register.membersEver()));
    }

    function _recovering(uint256 from) private view returns (uint32) {
        uint256 ever = _register.membersEver();
        for (uint256 n = 0; n < ever; ++n) {
            uint32 id = uint32(1 + ((from + n) % ever));
            if (_register.isRecovering(id)) return id;
        }
        return 0;
    }

    function _active() private view returns (uint256 n) {
        ClassRoll[] memory roll = _register.roll();
        for (uint256 i = 0; i < roll.length; ++i) {
            n += roll[i].active;
        }
    }

    function _by(address account, bytes memory data) private returns (bool) {
        return _call(_coop.register, account, data);
    }

    function _call(address target, address account, bytes memory data) private returns (bool ok) {
        VM.prank(account);
        (ok, ) = target.call(data);
    }

    function _note(Act act) private {
        happened |= 1 << uint256(act);
    }
}

/// @title What always holds of the roll and of the reserve
contract MembershipInvariantTest is Setting {
    uint256 private constant MEMBER_ACTS = 17;
    /// @dev All but taking back, changing class, coming back, what ends a recovery, and the end of the co-op.
    uint256 private constant COMMON =
        2 ** MEMBER_ACTS - 1 - 2 ** 3 - 2 ** 5 - 2 ** 9 - 2 ** 12 - 2 ** 13 - 2 ** 14 - 2 ** 16;
    MembershipHandler private _handler;

    function setUp() external {
        VM.warp(1_800_000_000);
        TestEuro euro = new TestEuro();
        Charter memory charter = _charter(address(euro));
        address[] memory founders = new address[](FOUNDERS);
        for (uint256 i = 0; i < FOUNDERS; ++i) {
            founders[i] = charter.founders[i].account;
        }
        _handler = new MembershipHandler(Founding.found(charter), euro, founders);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// An account speaks for one active membership and a membership is spoken for by one account; the roll is the count of the
    /// active; nobody who is or was a member has a unit of the reserve's money, whoever was named as its heir.
    ///
    /// hardhat-config: invariant.failOnRevert = true
    function invariant_oneAccountOneMembership() external view {
        _handler.check();
    }

    /// And the runs are not empty: see {SharesInvariantTest}.
    function afterInvariant() external {
        _requireLively("MEMBER", _handler.happened(), COMMON, 2 ** MEMBER_ACTS - 1);
    }
}
