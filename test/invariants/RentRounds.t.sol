// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {
    BusinessDays,
    CouponPlan,
    CycleUnit,
    DayCount,
    IBondOffice,
    SeriesTerms
} from "../../contracts/interfaces/IBondOffice.sol";
import {Charter} from "../../contracts/interfaces/ICoopFactory.sol";
import {ICommonsIncome} from "../../contracts/interfaces/ICommonsIncome.sol";
import {IMachineRegister, MachineTerms} from "../../contracts/interfaces/IMachineRegister.sol";
import {IMemberRegister} from "../../contracts/interfaces/IMemberRegister.sol";
import {Permit} from "../../contracts/interfaces/IMemberShares.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {Funds} from "../../contracts/libraries/Funds.sol";
import {TestEuro} from "../../contracts/mocks/TestEuro.sol";
import {Coop, Founding} from "./Founding.sol";
import {Setting} from "./Setting.sol";

/// @title Ten thousand rents, while members come and go: paid, owed and carried is what was received, to the last unit [case 62]
contract RentRoundsTest is Setting {
    uint256 private constant ROUNDS = 10_000;
    uint256 private constant SCALE = 2 ** 128;
    uint256 private constant COUPONS = 100;

    Coop private _coop;
    TestEuro private _euro;
    /// @dev Who is a member beside the founders, in the order of entering; the first leaves first.
    address[] private _guests;
    uint256 private _gone;
    uint256 private _income;
    uint256 private _taken;

    function test_tenThousandRentsToTheLastUnit() external {
        VM.warp(1_800_000_000);
        _euro = new TestEuro();
        Charter memory charter = _charter(address(_euro));
        _coop = Founding.found(charter);
        _buyMachine(charter.founders[0].account);

        uint256 seed = 62;
        for (uint256 i = 0; i < ROUNDS; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            _payRent((seed % 997) + 1);
            if ((seed >> 16) & 7 == 0) _enter(i);
            if ((seed >> 24) & 7 == 0 && _gone < _guests.length) _leave();
            if ((seed >> 32) & 3 == 0) _claim(uint32((seed >> 64) % IMemberRegister(_coop.register).membersEver()) + 1);
            if ((seed >> 40) & 31 == 0) VM.warp(block.timestamp + 1 days);
        }
        _check();
    }

    function _check() private view {
        ICommonsIncome income = ICommonsIncome(_coop.income);
        uint32 ever = IMemberRegister(_coop.register).membersEver();
        require(ever > 1_000 && _gone > 1_000 && _taken != 0, "nothing happened");
        uint256 owed;
        for (uint32 id = 1; id <= ever; ++id) {
            (uint256 from, uint256 to, uint256 paid) = income.reading(id);
            if (to > from) owed += to - from - paid * SCALE;
        }
        (uint256 posted, uint256 carried) = income.totals();
        require(posted == _income, "posted is not what came in");
        require(owed + carried + _taken * SCALE == posted * SCALE, "a part of the income is nobody's");
        require(
            ITreasury(_coop.treasury).balanceOf(Funds.MEMBER_INCOME, address(_euro)) == _income - _taken,
            "the fund"
        );
    }

    /// @dev Let to the first founder; its bonds are paid over a hundred dates, so that every step of the rent gets something.
    function _buyMachine(address lender) private {
        uint40 issueDate = uint40((block.timestamp / 1 days + 2) * 1 days);
        CouponPlan memory plan = CouponPlan({
            issueDate: issueDate,
            anchor: issueDate,
            maturity: issueDate + uint40(COUPONS) * 3 days,
            every: 3,
            unit: CycleUnit.Days,
            longStub: false,
            endOfMonth: false,
            businessDays: BusinessDays.Same,
            dayCount: DayCount.A365
        });
        MachineTerms memory machine = MachineTerms({
            specification: "machine",
            seller: address(0x5e11e4),
            price: 900_000,
            contribution: 0,
            rent: 1_000,
            rentPeriod: 1 days,
            periods: type(uint16).max,
            upkeepShare: 1_000,
            grace: 300 days,
            lessee: 1,
            usefulLife: 300 days,
            residual: 0
        });
        VM.prank(_coop.assemblyModule);
        IMachineRegister(_coop.machines).order(machine, SeriesTerms(plan, issueDate, 500, 500, 1));
        for (uint256 i = 0; i < 2; ++i) {
            address purse = i == 0 ? lender : address(this);
            _euro.mint(purse, 1e12);
            VM.prank(purse);
            _euro.approve(_coop.treasury, 1e12);
        }
        Permit memory none;
        VM.prank(lender);
        IBondOffice(_coop.bonds).bid(1, 900_000, 500, address(0), none);
        VM.warp(issueDate);
        IBondOffice(_coop.bonds).clear(1);
        IBondOffice(_coop.bonds).allot(1, 1);
        VM.prank(_coop.assemblyModule);
        IMachineRegister(_coop.machines).buy(1);
    }

    function _payRent(uint256 amount) private {
        ITreasury treasury = ITreasury(_coop.treasury);
        uint256 before = treasury.balanceOf(Funds.MEMBER_INCOME, address(_euro));
        Permit memory none;
        IMachineRegister(_coop.machines).payRent(1, 1, uint96(amount), none);
        _income += treasury.balanceOf(Funds.MEMBER_INCOME, address(_euro)) - before;
    }

    function _enter(uint256 i) private {
        address account = address(uint160(0x6e57_0000 + i));
        _guests.push(account);
        VM.prank(_coop.assemblyModule);
        IMemberRegister(_coop.register).admit(account, uint8(i % 4), 0);
    }

    function _leave() private {
        VM.prank(_guests[_gone++]);
        IMemberRegister(_coop.register).resign();
    }

    function _claim(uint32 id) private {
        ICommonsIncome income = ICommonsIncome(_coop.income);
        uint256 due = income.dueTo(id);
        if (due == 0) return;
        _taken += due;
        require(income.claim(id) == due && income.dueTo(id) == 0, "not what was due");
    }
}
