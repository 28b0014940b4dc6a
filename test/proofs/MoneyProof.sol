// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BondMath} from "../../contracts/libraries/BondMath.sol";
import {IncomeMath} from "../../contracts/libraries/IncomeMath.sol";
import {LeaseMath} from "../../contracts/libraries/LeaseMath.sol";
import {ShareMath} from "../../contracts/libraries/ShareMath.sol";

// What the arithmetic of money can never do, proved for every amount within the words that hold it: nobody is owed more than came
// in, and nothing is lost by rounding. How this is proved: OutcomeProof.sol beside it. Loops over members, bids and dates are
// not here; each step that they take is.

uint256 constant ONE = 10_000;
/// @dev Amounts of bonds, in smallest units of the settlement token.
uint256 constant LARGEST = 2 ** 96 - 1;
uint256 constant FRACTIONS = 2 ** 128;
uint256 constant MOST_DAYS = 2 ** 24 - 1;
uint256 constant LATEST = 2 ** 40 - 1;
/// @dev Numbers of shares, and what a share can cost.
uint256 constant MOST_SHARES = 2 ** 56 - 1;

/// @title Coupons and the sinking fund: what a series owes, and when (K3)
contract CouponProof {
    /// @notice All coupons up to a date are the exact fraction rounded Down: never above it, and less than one unit under it.
    function coupons(uint256 units, uint256 rate, uint256 dayCount, uint256 basis) external pure {
        require(units <= LARGEST && rate <= ONE && dayCount <= MOST_DAYS && (basis == 365 || basis == 360));
        uint256 due = BondMath.couponDue(units, rate, dayCount, basis);
        assert(due * BondMath.parts(basis) <= units * rate * dayCount);
        assert((due + 1) * BondMath.parts(basis) > units * rate * dayCount);
    }

    /// @notice They never shrink from one date to the next; and no coupon, the difference of two, is a unit off.
    function nextCoupon(uint256 units, uint256 rate, uint256 dayCount, uint256 period, uint256 basis) external pure {
        require(units <= LARGEST && rate <= ONE && dayCount <= MOST_DAYS && period <= MOST_DAYS);
        require(basis == 365 || basis == 360);
        uint256 due = BondMath.couponDue(units, rate, dayCount, basis);
        uint256 next = BondMath.couponDue(units, rate, dayCount + period, basis);
        assert(next >= due);
        assert((next - due + 1) * BondMath.parts(basis) > units * rate * period);
        assert((next - due) * BondMath.parts(basis) < units * rate * period + BondMath.parts(basis));
    }

    /// @notice What is sunk never shrinks, is never more than the even part, and at the last date is all principal.
    function instalments(uint256 units, uint256 index, uint256 last) external pure {
        require(units <= LARGEST && last != 0 && last <= 255 && index < last);
        uint256 due = BondMath.principalDue(units, index, last);
        assert(due * last <= units * index);
        assert((due + 1) * last > units * index);
        assert(BondMath.principalDue(units, index + 1, last) >= due);
        assert(BondMath.principalDue(units, 0, last) == 0);
        assert(BondMath.principalDue(units, last, last) == units);
    }

    /// @notice The part of a running coupon grows with time, up to the whole and never beyond.
    function running(uint256 amount, uint256 passed, uint256 more, uint256 all) external pure {
        require(amount <= LARGEST && passed <= LATEST && more <= LATEST && all != 0 && all <= LATEST);
        uint256 part = BondMath.running(amount, passed, all);
        assert(part <= amount);
        assert(part * all <= amount * passed);
        assert(BondMath.running(amount, passed + more, all) >= part);
        if (passed >= all) assert(part == amount);
    }
}

/// @title Bids at the clearing rate: what each pays of what is left (K2)
contract ClearingProof {
    /// @notice At least its exact part, less than one unit above it, and never more than was bid.
    function pays(uint256 amount, uint256 rest, uint256 all) external pure {
        require(all != 0 && all <= LARGEST && amount <= all && rest <= all);
        uint256 part = BondMath.marginal(amount, rest, all);
        assert(part <= amount);
        assert(part * all >= amount * rest);
        assert(part * all < amount * rest + all);
    }

    /// @notice So those that were counted, whatever they paid, and the next never leave the target unreached: what they pay together
    /// is at least their part together, and one bid adds less than one unit to what is too much.
    /// @param paid by bids of `counted` together
    function adds(uint256 paid, uint256 counted, uint256 amount, uint256 rest, uint256 all) external pure {
        require(all != 0 && all <= LARGEST && counted <= all && amount <= all - counted && rest <= all);
        require(paid <= counted && paid * all >= counted * rest);
        uint256 together = paid + BondMath.marginal(amount, rest, all);
        assert(together * all >= (counted + amount) * rest);
        assert(together * all - (counted + amount) * rest < paid * all - counted * rest + all);
        if (counted + amount == all) assert(together >= rest);
    }
}

/// @title What units receive of the coupon money (K3)
contract HolderProof {
    /// @notice Exact: two holders of all units are owed together what came in, times the units.
    function holders(uint256 issued, uint256 own, uint256 from, uint256 to) external pure {
        require(issued <= LARGEST && own <= issued && from <= to && to <= LARGEST);
        uint256 one = BondMath.accrued(own, from, to);
        uint256 other = BondMath.accrued(issued - own, from, to);
        assert(one + other == (to - from) * issued);
    }

    /// @notice So they never take more whole units of money than came in.
    function together(uint256 issued, uint256 own, uint256 came) external pure {
        require(issued != 0 && issued <= LARGEST && own <= issued && came <= LARGEST);
        (uint256 one, ) = BondMath.money(BondMath.accrued(own, 0, came), issued);
        (uint256 other, ) = BondMath.money(BondMath.accrued(issued - own, 0, came), issued);
        assert(one + other <= came);
        assert(one + other + 1 >= came);
    }

    /// @notice What a holder is owed does not depend on when it is counted, so that neither claims nor transfers change it.
    function whenever(uint256 units, uint256 from, uint256 between, uint256 to) external pure {
        require(units <= LARGEST && from <= between && between <= to && to <= LARGEST);
        uint256 parts = BondMath.accrued(units, from, between) + BondMath.accrued(units, between, to);
        assert(parts == BondMath.accrued(units, from, to));
    }

    /// @notice Taking whole units of money keeps the rest, and nothing is lost.
    function taking(uint256 owed, uint256 issued) external pure {
        require(issued != 0 && issued <= LARGEST && owed <= LARGEST * LARGEST);
        (uint256 whole, uint256 rest) = BondMath.money(owed, issued);
        assert(whole * issued + rest == owed);
        assert(rest < issued);
    }

    /// @notice Claiming in between changes nothing: two payments and a rest below the units issued are what is owed, as one payment
    /// and its rest would be, and there is only one such division.
    function inBetween(uint256 before, uint256 later, uint256 issued) external pure {
        require(issued != 0 && issued <= LARGEST && before <= LARGEST * LARGEST && later <= LARGEST * LARGEST);
        (uint256 first, uint256 kept) = BondMath.money(before, issued);
        (uint256 second, uint256 rest) = BondMath.money(kept + later, issued);
        assert((first + second) * issued + rest == before + later);
        assert(rest < issued);
    }
}

/// @title Principal handed out, at par or in default (K5)
contract PotProof {
    /// @notice Nobody takes more than its part of what is there, and the last takes the rest.
    function takes(uint256 pot, uint256 own, uint256 left) external pure {
        require(pot <= LARGEST && left != 0 && left <= LARGEST && own <= left);
        uint256 part = BondMath.share(pot, own, left);
        assert(part <= pot);
        assert(part * left <= pot * own);
        assert((part + 1) * left > pot * own);
        assert(BondMath.share(pot, left, left) == pot);
        if (pot == left) assert(part == own);
    }

    /// @notice After one has taken, a unit of those who are left stands for no less than before; so whoever comes later gets at
    /// least what it had got first.
    function later(uint256 pot, uint256 own, uint256 left, uint256 other) external pure {
        require(pot <= LARGEST && left <= LARGEST && own < left && other <= left - own);
        uint256 rest = pot - BondMath.share(pot, own, left);
        assert(rest * left >= pot * (left - own));
        assert(BondMath.share(rest, other, left - own) >= BondMath.share(pot, other, left));
    }

    /// @notice And never a unit of money for each unit held if there was less: the part of those who are left is at most par.
    function notAbovePar(uint256 pot, uint256 own, uint256 left) external pure {
        require(pot <= left && left <= LARGEST && own < left);
        assert(pot - BondMath.share(pot, own, left) <= left - own);
    }
}

/// @title Leases and machines: what of a rent is upkeep, and what a machine stands in the books at (K3, K6)
contract LeaseProof {
    /// @notice Upkeep is never more than its share of a rent.
    function upkeep(uint256 rent, uint256 share) external pure {
        require(rent <= LARGEST && share <= 3_000);
        uint256 part = LeaseMath.upkeep(rent, share);
        assert(part * ONE <= rent * share);
        assert((part + 1) * ONE > rent * share);
    }

    /// @notice A machine's book value falls evenly from what it cost to its residual value, and never rises.
    function bookValue(uint256 cost, uint256 residual, uint256 age, uint256 more, uint256 life) external pure {
        require(cost <= LARGEST && residual <= cost && age <= LATEST && more <= LATEST && life != 0 && life < 2 ** 32);
        uint256 value = LeaseMath.bookValue(cost, residual, age, life);
        assert(value <= cost);
        assert(value >= residual);
        assert(LeaseMath.bookValue(cost, residual, age + more, life) <= value);
        assert(LeaseMath.bookValue(cost, residual, 0, life) == cost);
        if (age >= life) assert(value == residual);
    }

    /// @notice The next bid is higher, by a hundredth at least.
    function nextBid(uint256 best) external pure {
        require(best != 0 && best <= LARGEST);
        assert(LeaseMath.nextBid(best) > best);
        assert((LeaseMath.nextBid(best) - best) * 100 >= best);
    }
}

/// @title Member income: equal per head (K4)
contract IncomeProof {
    /// @notice Exact: all readings of all members grow by what came in and was carried, but for what is carried on.
    function exact(uint256 amount, uint256 carried, uint256 members) external pure {
        require(amount <= IncomeMath.MOST && members != 0 && members < 2 ** 32 && carried < 2 ** 32);
        (uint256 each, uint256 rest) = IncomeMath.shareDown(amount, carried, members);
        assert(each * members + rest == amount * FRACTIONS + carried);
        assert(rest < members);
    }

    /// @notice What fits can be written: the reading stays within its word.
    function room(uint256 perHead, uint256 each) external pure {
        require(perHead <= IncomeMath.HIGHEST);
        if (!IncomeMath.fits(perHead, each)) return;
        assert(perHead + each <= type(uint224).max);
    }

    /// @notice A payment never passes what the member's reading has come to, leaves less than one unit, and nothing to pay again.
    function paying(uint256 from, uint256 to) external pure {
        require(from <= to && to <= IncomeMath.HIGHEST);
        uint256 amount = IncomeMath.dueDown(from, to);
        uint256 settled = IncomeMath.settled(from, amount);
        assert(settled <= to);
        assert(to - settled < FRACTIONS);
        assert(IncomeMath.dueDown(settled, to) == 0);
    }

    /// @notice Claiming in between changes nothing: the two payments are the one that it would have been.
    function whenever(uint256 from, uint256 between, uint256 to) external pure {
        require(from <= between && between <= to && to <= IncomeMath.HIGHEST);
        uint256 first = IncomeMath.dueDown(from, between);
        uint256 second = IncomeMath.dueDown(IncomeMath.settled(from, first), to);
        assert(first + second == IncomeMath.dueDown(from, to));
    }
}

/// @title Share capital: interest and write-downs (S4, S5)
contract ShareProof {
    /// @notice What is posted and what was posted too much before cover what is owed, with less than one unit too much.
    function posting(uint256 numerator, uint256 carried) external pure {
        require(numerator < 2 ** 240 && carried < ShareMath.PARTS);
        (uint256 amount, uint256 left) = ShareMath.posting(numerator, carried);
        assert(amount * ShareMath.PARTS + carried == numerator + left);
        assert(left < ShareMath.PARTS);
        assert(ShareMath.money(numerator) <= amount + 1);
    }

    /// @notice A member's stretch of a write-down is within one share of its exact part, and never more than what it covers.
    function stretch(uint256 own, uint256 counted, uint256 cut, uint256 all) external pure {
        require(all != 0 && all <= MOST_SHARES && counted <= all && own <= all - counted && cut <= all);
        uint256 part = ShareMath.part(own, counted, cut, all);
        assert(part <= own);
        assert(part * all < own * cut + all);
        assert((part + 1) * all > own * cut);
    }

    /// @notice Stretches that adjoin add up, and all of them together are the cut.
    function stretches(uint256 one, uint256 other, uint256 counted, uint256 cut, uint256 all) external pure {
        require(all != 0 && all <= MOST_SHARES && cut <= all);
        require(counted <= all && one <= all - counted && other <= all - counted - one);
        uint256 together = ShareMath.part(one, counted, cut, all) + ShareMath.part(other, counted + one, cut, all);
        assert(together == ShareMath.part(one + other, counted, cut, all));
        assert(ShareMath.part(all, 0, cut, all) == cut);
    }

    /// @notice What stays queued of a holding that shrank is within it and no more than before, and leaves the member what was free
    /// or the minimum.
    function queue(uint256 queued, uint256 units, uint256 left, uint256 minimum) external pure {
        require(units <= MOST_SHARES && queued <= units && left <= units && minimum <= left);
        uint256 stays = ShareMath.queuedAfter(queued, units, left, minimum);
        assert(stays <= left);
        assert(stays <= queued);
        if (queued == units) assert(stays == left);
        else assert(left - stays >= minimum || left - stays >= units - queued);
    }
}
