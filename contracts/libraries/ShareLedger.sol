// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IMemberShares, MemberHolding, ShareTerms} from "../interfaces/IMemberShares.sol";
import {ShareMath} from "./ShareMath.sol";

/// @title Who holds how many shares, and since when
/// @notice Members are brought up to date lazily: a posting of interest and a write-down change one word for all, and a member
/// walks through those that it missed when its shares change. Days are counted from 1970.
/// @dev A member's first subscription writes one word. Numbers of shares are below 2**56, so that totals fit one word.
library ShareLedger {
    using SafeCast for uint256;

    /// @param par, minimum, maximum, interestCap what purchases and postings read, one word
    struct Terms {
        uint112 par;
        uint56 minimum;
        uint56 maximum;
        uint16 interestCap;
        uint32 notice;
        uint32 suspensionLimit;
    }

    /// @param day the member's unit-days are counted up to here; zero for who never had shares
    /// @param period postings of interest that are counted
    /// @param epoch write-downs that are counted
    struct Holding {
        uint64 units;
        uint64 promised;
        uint64 queued;
        uint16 day;
        uint8 period;
        uint16 epoch;
    }

    /// @param unitDays shares times days since the last posting that is counted
    /// @param interest numerator, see {ShareMath}
    struct Accrual {
        uint80 unitDays;
        uint176 interest;
    }

    struct Account {
        Holding holding;
        Accrual accrual;
        uint120 due;
    }

    /// @param above sum of what members hold above the minimum
    /// @param carried numerator that postings moved too much
    struct Totals {
        uint56 units;
        uint56 above;
        uint72 unitDays;
        uint24 carried;
        uint16 day;
        uint8 period;
        uint16 epoch;
    }

    /// @param above shares that could be cut, `cut` of which were
    /// @param counted those of `above` whose members took their part
    /// @param day, period when it was
    struct Epoch {
        uint56 above;
        uint56 cut;
        uint56 counted;
        uint16 day;
        uint8 period;
    }

    /// @param periods eight postings a word, {day u16, rate u16} each; the first is founding
    struct Book {
        Terms terms;
        Totals totals;
        mapping(uint256 word => uint256) periods;
        mapping(uint256 number => Epoch) epochs;
        mapping(uint32 memberId => Account) accounts;
    }

    uint256 private constant PER_WORD = 8;
    uint256 private constant YEAR = 365;
    /// @dev Of notice (S2) and of a suspension (S3), in seconds; of interest (S4), in basis points a year.
    uint256 private constant LONGEST = 365 days;
    uint256 private constant HIGHEST_RATE = 800;

    /// @notice Sets terms within their bounds.
    function setTerms(Book storage book, ShareTerms memory t) public {
        bool priced = t.par != 0 && t.maximum != 0 && t.par <= type(uint112).max / t.maximum;
        if (!priced || t.maximum > type(uint56).max || t.minimum > t.maximum) {
            revert IMemberShares.MemberSharesTermsOutOfBounds(t.par, t.minimum, t.maximum);
        }
        if (t.notice > LONGEST || t.suspensionLimit > LONGEST || t.interestCap > HIGHEST_RATE) {
            revert IMemberShares.MemberSharesLimitsOutOfBounds(t.notice, t.suspensionLimit, t.interestCap);
        }
        book.terms = Terms(
            uint112(t.par),
            uint56(t.minimum),
            uint56(t.maximum),
            t.interestCap,
            t.notice,
            t.suspensionLimit
        );
        emit IMemberShares.TermsSet(t.par, t.minimum, t.maximum, t.notice, t.suspensionLimit, t.interestCap);
    }

    /// @notice Begins the first period of interest.
    function open(Book storage book) internal {
        book.totals.day = today();
        book.periods[0] = today();
    }

    /// @notice The present day.
    function today() internal view returns (uint16) {
        return uint16(block.timestamp / 1 days);
    }

    /// @notice Day and rate of a posting.
    function periodAt(Book storage book, uint256 number) internal view returns (uint256 day, uint256 rate) {
        uint256 entry = book.periods[number / PER_WORD] >> (32 * (number % PER_WORD));
        return (uint16(entry), uint16(entry >> 16));
    }

    /// @notice A member as of now; nothing is written.
    function report(Book storage book, uint32 id) public view returns (MemberHolding memory) {
        Account storage account = book.accounts[id];
        (Holding memory holding, Accrual memory accrual) = (account.holding, account.accrual);
        if (holding.day != 0) _walk(book, holding, accrual);
        uint256 interest = ShareMath.money(accrual.interest);
        return MemberHolding(holding.units, holding.promised, holding.queued, accrual.unitDays, interest, account.due);
    }

    /// @notice Brings a member up to date. The caller writes the holding with `put`.
    /// @return holding as of now
    /// @return cut shares that write-downs took on the way
    function settle(Book storage book, uint32 id) internal returns (Holding memory holding, uint256 cut) {
        Account storage account = book.accounts[id];
        holding = account.holding;
        if (holding.day == 0) {
            Totals storage totals = book.totals;
            (holding.day, holding.period, holding.epoch) = (today(), totals.period, totals.epoch);
            return (holding, 0);
        }
        uint256 epoch = holding.epoch;
        Accrual memory accrual = account.accrual;
        uint256[] memory counted;
        (cut, counted) = _walk(book, holding, accrual);
        account.accrual = accrual;
        for (uint256 i = 0; i < counted.length; ++i) {
            if (counted[i] != 0) book.epochs[epoch + i].counted += uint56(counted[i]);
        }
    }

    /// @notice The holding for a change that moves no shares: write-downs are settled, interest can wait.
    function current(Book storage book, uint32 id) internal returns (Holding memory holding, uint256 cut) {
        holding = book.accounts[id].holding;
        if (holding.epoch != book.totals.epoch) return settle(book, id);
    }

    /// @notice Writes a settled holding, and its change from `before` shares into the totals.
    function put(Book storage book, uint32 id, uint256 before, Holding memory holding) internal {
        book.accounts[id].holding = holding;
        if (before == holding.units) return;
        Totals memory totals = book.totals;
        uint256 minimum = book.terms.minimum;
        _accrue(totals);
        totals.units = (totals.units + holding.units - before).toUint56();
        uint256 above = totals.above + ShareMath.above(holding.units, minimum) - ShareMath.above(before, minimum);
        totals.above = uint56(above);
        book.totals = totals;
    }

    /// @notice Takes the money out of a settled member's interest, at most `most`; the fraction stays.
    function takeInterest(Book storage book, uint32 id, uint256 most) internal returns (uint256 amount) {
        uint256 interest = book.accounts[id].accrual.interest;
        amount = ShareMath.money(interest);
        if (amount > most) amount = most;
        if (amount != 0) book.accounts[id].accrual.interest = uint176(interest - amount * ShareMath.PARTS);
    }

    /// @notice Gives it back: it could not be paid.
    function returnInterest(Book storage book, uint32 id, uint256 amount) internal {
        book.accounts[id].accrual.interest += uint176(amount * ShareMath.PARTS);
    }

    /// @notice Ends a period of interest (S4).
    function post(Book storage book, uint16 rate) internal returns (uint256 period, uint256 unitDays, uint256 amount) {
        Totals memory totals = book.totals;
        uint256 word = book.periods[totals.period / PER_WORD];
        uint256 next = uint16(word >> (32 * (totals.period % PER_WORD))) + YEAR;
        if (totals.period != 0 && today() < next) revert IMemberShares.MemberSharesInterestTooSoon(next * 1 days);

        _accrue(totals);
        unitDays = totals.unitDays;
        uint256 left;
        (amount, left) = ShareMath.posting(unitDays * rate * book.terms.par, totals.carried);
        (totals.carried, totals.unitDays) = (uint24(left), 0);
        period = ++totals.period;
        book.totals = totals;
        if (period % PER_WORD == 0) word = 0;
        book.periods[period / PER_WORD] = word | (((uint256(rate) << 16) | today()) << (32 * (period % PER_WORD)));
    }

    /// @notice Cuts `units` shares of all that can be cut (S5).
    function writeDown(Book storage book, uint64 units) public returns (uint256 epoch) {
        Totals memory totals = book.totals;
        if (units > totals.above) revert IMemberShares.MemberSharesCutTooDeep(units, totals.above);
        _accrue(totals);
        epoch = totals.epoch++;
        book.epochs[epoch] = Epoch(totals.above, uint56(units), 0, totals.day, totals.period);
        totals.units -= uint56(units);
        totals.above -= uint56(units);
        book.totals = totals;
    }

    /// @dev Through all write-downs and postings since the member's last change, in their order.
    function _walk(
        Book storage book,
        Holding memory holding,
        Accrual memory accrual
    ) private view returns (uint256 cut, uint256[] memory counted) {
        Totals memory totals = book.totals;
        Terms storage terms = book.terms;
        uint256 first = holding.epoch;
        counted = new uint256[](totals.epoch - first);
        for (uint256 i = 0; i < counted.length; ++i) {
            Epoch memory epoch = book.epochs[first + i];
            _accrueTo(book, holding, accrual, epoch.day, epoch.period);
            counted[i] = ShareMath.above(holding.units, terms.minimum);
            cut += _cut(holding, ShareMath.part(counted[i], epoch.counted, epoch.cut, epoch.above), terms.minimum);
        }
        holding.epoch = totals.epoch;
        _accrueTo(book, holding, accrual, today(), totals.period);
    }

    function _cut(Holding memory holding, uint256 cut, uint256 minimum) private pure returns (uint256) {
        uint256 left = holding.units - cut;
        if (cut != 0) {
            holding.queued = uint64(ShareMath.queuedAfter(holding.queued, holding.units, left, minimum));
        }
        holding.units = uint64(left);
        return cut;
    }

    function _accrueTo(
        Book storage book,
        Holding memory holding,
        Accrual memory accrual,
        uint16 day,
        uint8 period
    ) private view {
        while (holding.period < period) {
            (uint256 end, uint256 rate) = periodAt(book, ++holding.period);
            uint256 unitDays = accrual.unitDays + holding.units * (end - holding.day);
            accrual.interest += uint176(unitDays * rate * book.terms.par);
            (accrual.unitDays, holding.day) = (0, uint16(end));
        }
        accrual.unitDays += uint80(uint256(holding.units) * (day - holding.day));
        holding.day = day;
    }

    function _accrue(Totals memory totals) private view {
        uint16 day = today();
        totals.unitDays += uint72(uint256(totals.units) * (day - totals.day));
        totals.day = day;
    }
}
