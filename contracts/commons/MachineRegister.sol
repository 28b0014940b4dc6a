// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC721Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC721/ERC721Upgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBondOffice, SeriesState, SeriesTerms} from "../interfaces/IBondOffice.sol";
import {ICommonsIncome} from "../interfaces/ICommonsIncome.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {
    Auction,
    AuctionKind,
    IMachineRegister,
    Lease,
    LeaseEnd,
    MachineState,
    MachineTerms
} from "../interfaces/IMachineRegister.sol";
import {IMemberRegister, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {Permit} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {LeaseMath} from "../libraries/LeaseMath.sol";
import {Leasing} from "../libraries/Leasing.sol";
import {MachineAuctions} from "../libraries/MachineAuctions.sol";
import {MachineBounds} from "../libraries/MachineBounds.sol";
import {Module} from "../libraries/Module.sol";
import {Permits} from "../libraries/Permits.sol";

/// @title MachineRegister
/// @notice See {IMachineRegister}.
/// @dev A machine is let in `_let` and leaves in `_part`, and nowhere else; rent is shared in `_share` alone. `Leasing` knows what a lease owes.
contract MachineRegister is IMachineRegister, ERC721Upgradeable, Module, ReentrancyGuardTransient {
    using Leasing for Lease;
    using MachineAuctions for Auction;
    using Permits for Permit;

    uint256 private constant MOST_MACHINES = type(uint16).max;
    uint256 private constant BUY_WITHIN = 60 days;

    /// @param buyBy unix seconds; `boughtAt` likewise
    struct Machine {
        MachineState state;
        uint40 buyBy;
        uint40 boughtAt;
    }

    uint256 private _ever;
    mapping(uint256 machineId => Machine) private _machines;
    mapping(uint256 machineId => MachineTerms) private _terms;
    mapping(uint256 machineId => Lease) private _leases;
    mapping(uint256 machineId => Auction) private _auctions;
    mapping(uint256 machineId => mapping(uint32 memberId => uint256)) private _debts;
    /// @dev What a member owes for all machines: who owes rent bids for none.
    mapping(uint32 memberId => uint256) private _owes;
    mapping(address account => uint256) private _deposits;

    /// @notice Called once, by the factory.
    function initialize() external initializer {
        __ERC721_init("Machines held in common", "MACHINE");
    }

    // --------------------------------------------------------------------------------------------- ordering and buying

    /// @inheritdoc IMachineRegister
    function order(
        MachineTerms calldata terms,
        SeriesTerms calldata series
    ) external onlyPlace(Place.Assembly) nonReentrant returns (uint256 machineId) {
        if (_isWindingUp()) revert MachineWindingUp();
        bool lawful = _register().member(terms.lessee).status == MemberStatus.Active;
        if (!lawful) revert MachineTermsOutOfBounds("lessee");
        if (directory().placeOf(terms.seller) != Place.None) revert MachineTermsOutOfBounds("seller");
        MachineBounds.check(terms);
        machineId = ++_ever;
        if (machineId > MOST_MACHINES) revert MachineTermsOutOfBounds("number");
        _terms[machineId] = terms;
        uint96 target = terms.price - terms.contribution;
        uint256 from = target == 0 ? block.timestamp : series.closesAt;
        _machines[machineId] = Machine(MachineState.Ordered, uint40(from + BUY_WITHIN), 0);
        emit MachineOrdered(machineId, terms);
        if (target != 0) _bonds().open(machineId, target, series);
        if (terms.contribution == 0) return machineId;
        _treasury().contribute(Funds.PURCHASE + uint32(machineId), terms.contribution, bytes32(machineId));
    }

    /// @inheritdoc IMachineRegister
    function buy(uint256 machineId) external restricted nonReentrant {
        _require(machineId, MachineState.Ordered);
        if (_isWindingUp()) revert MachineWindingUp();
        MachineTerms memory terms = _terms[machineId];
        // K1: nothing is bought before all of it is there.
        SeriesState series = _bonds().seriesOf(machineId).state;
        if (terms.price != terms.contribution && series != SeriesState.Live) revert MachineNotFunded(machineId);

        (_machines[machineId].state, _machines[machineId].boughtAt) = (MachineState.Idle, uint40(block.timestamp));
        emit MachineBought(machineId, terms.seller, terms.price);
        ITreasury treasury = _treasury();
        _mint(address(treasury), machineId);
        if (_register().member(terms.lessee).status == MemberStatus.Active) {
            _let(machineId, terms.lessee, terms.rent, 0);
        }
        treasury.payDue(Funds.PURCHASE + uint32(machineId), terms.seller, terms.price, bytes32(machineId));
    }

    /// @inheritdoc IMachineRegister
    function cancel(uint256 machineId) external nonReentrant {
        _require(machineId, MachineState.Ordered);
        IBondOffice bonds = _bonds();
        SeriesState series = bonds.seriesOf(machineId).state;
        uint256 buyBy = _machines[machineId].buyBy;
        if (series != SeriesState.Failed) {
            if (block.timestamp < buyBy && !_isWindingUp()) revert MachineTooEarly(machineId, buyBy);
            // Its bids have to be counted first. One that was redeemed already has its money.
            if (series != SeriesState.None && series != SeriesState.Redeemed) bonds.unwind(machineId);
        }
        _machines[machineId].state = MachineState.Cancelled;
        emit MachineCancelled(machineId);
        ITreasury treasury = _treasury();
        uint32 fund = Funds.PURCHASE + uint32(machineId);
        uint256 left = treasury.balanceOf(fund, treasury.settlementToken());
        if (left != 0) treasury.move(fund, Funds.COMMONS, left, bytes32(machineId));
    }

    // -------------------------------------------------------------------------------------------------------- letting

    /// @inheritdoc IMachineRegister
    function payRent(uint256 machineId, uint32 lessee, uint96 amount, Permit calldata permit) external nonReentrant {
        Lease storage lease = _leases[machineId];
        uint256 upkeepShare;
        if (lessee != 0 && lessee == lease.lessee) {
            upkeepShare = lease.upkeepShare;
            lease.pay(amount);
        } else {
            uint256 debt = _debts[machineId][lessee];
            if (debt == 0) revert MachineNoDebt(machineId, lessee);
            if (amount > debt) revert MachineTooMuch(amount, debt);
            _debts[machineId][lessee] = debt - amount;
            _owes[lessee] -= amount;
            upkeepShare = _terms[machineId].upkeepShare;
        }
        ITreasury treasury = _treasury();
        permit.hand(treasury, amount);
        _share(machineId, lessee, amount, msg.sender, upkeepShare, treasury);
    }

    /// @inheritdoc IMachineRegister
    function giveBack(uint256 machineId) external {
        _require(machineId, MachineState.Let);
        Lease storage lease = _leases[machineId];
        if (_register().member(lease.lessee).account != msg.sender) revert MachineNotLessee(machineId, msg.sender);
        lease.requirePaid(machineId);
        _end(machineId, LeaseEnd.Returned);
    }

    /// @inheritdoc IMachineRegister
    function endLease(uint256 machineId) external {
        _require(machineId, MachineState.Let);
        _end(machineId, _leases[machineId].over(machineId));
    }

    // ------------------------------------------------------------------------------------------------------- auctions

    /// @inheritdoc IMachineRegister
    function offer(uint256 machineId) external {
        _requireIdle(machineId);
        // A2: no lease begins any more.
        if (_isWindingUp()) _open(machineId, AuctionKind.Sale, false, uint96(bookValue(machineId)));
        else _open(machineId, AuctionKind.Rent, false, 1);
    }

    /// @inheritdoc IMachineRegister
    function putUpForSale(uint256 machineId, uint96 floor) external onlyPlace(Place.Assembly) {
        _requireIdle(machineId);
        if (floor == 0) revert MachineTermsOutOfBounds("floor");
        _open(machineId, AuctionKind.Sale, false, floor);
    }

    /// @inheritdoc IMachineRegister
    function writeOff(uint256 machineId) external onlyPlace(Place.Assembly) nonReentrant {
        if (_machines[machineId].state == MachineState.Let) _end(machineId, LeaseEnd.Returned);
        _requireIdle(machineId);
        _burn(machineId);
        _part(machineId, address(0), 0);
    }

    /// @inheritdoc IMachineRegister
    function bid(uint256 machineId, uint96 amount, Permit calldata permit) external nonReentrant {
        ITreasury treasury = _treasury();
        uint40 halted = treasury.haltedUntil();
        if (block.timestamp < halted) revert ITreasury.TreasuryHalted(halted);
        uint32 memberId = _requireMayBid(_auctions[machineId], msg.sender);
        uint256 due = _auctions[machineId].raise(_deposits, machineId, amount, memberId);
        permit.hand(treasury, due);
        uint256 received = treasury.take(Funds.AUCTIONS, msg.sender, due, bytes32(machineId));
        if (received != due) revert MachineUnderpaid(received, due);
    }

    /// @inheritdoc IMachineRegister
    function settle(uint256 machineId) external nonReentrant {
        Auction memory a = _auctions[machineId];
        bool isOver = a.kind != AuctionKind.None && block.timestamp >= a.closesAt;
        if (!isOver) revert MachineAuction(machineId, a.kind, a.closesAt);
        delete _auctions[machineId];
        if (a.kind == AuctionKind.Sale) _settleSale(machineId, a);
        else _settleRent(machineId, a);
    }

    /// @inheritdoc IMachineRegister
    function returnDeposit(address account) external nonReentrant {
        uint256 amount = _deposits[account];
        if (amount == 0) revert MachineNothingDue(account);
        _deposits[account] = 0;
        emit DepositReturned(account, amount);
        _treasury().payDue(Funds.AUCTIONS, account, amount, 0);
    }

    // -------------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IMachineRegister
    function machinesEver() external view returns (uint256) {
        return _ever;
    }

    /// @inheritdoc IMachineRegister
    function stateOf(uint256 machineId) external view returns (MachineState) {
        return _machines[machineId].state;
    }

    /// @inheritdoc IMachineRegister
    function datesOf(uint256 machineId) external view returns (uint40 buyBy, uint40 boughtAt) {
        return (_machines[machineId].buyBy, _machines[machineId].boughtAt);
    }

    /// @inheritdoc IMachineRegister
    function termsOf(uint256 machineId) external view returns (MachineTerms memory) {
        return _terms[machineId];
    }

    /// @inheritdoc IMachineRegister
    function leaseOf(uint256 machineId) external view returns (Lease memory) {
        return _leases[machineId];
    }

    /// @inheritdoc IMachineRegister
    function auctionOf(uint256 machineId) external view returns (Auction memory) {
        return _auctions[machineId];
    }

    /// @inheritdoc IMachineRegister
    function rentOf(uint256 machineId) external view returns (uint256 due, uint256 arrears, uint256 since) {
        return LeaseMath.arrears(_leases[machineId], block.timestamp);
    }

    /// @inheritdoc IMachineRegister
    function debtOf(uint256 machineId, uint32 memberId) external view returns (uint256) {
        return _debts[machineId][memberId];
    }

    /// @inheritdoc IMachineRegister
    function bookValue(uint256 machineId) public view returns (uint256) {
        MachineTerms storage t = _terms[machineId];
        uint256 boughtAt = _machines[machineId].boughtAt;
        if (boughtAt == 0) return 0;
        return LeaseMath.bookValue(t.price, t.residual, block.timestamp - boughtAt, t.usefulLife);
    }

    /// @inheritdoc IMachineRegister
    function coverage(uint256 machineId) external view returns (uint256 rent, uint256 coupon) {
        uint40 from;
        uint40 to;
        (from, to, coupon, ) = _bonds().runningPeriod(machineId);
        rent = _leases[machineId].rentOver(to - from);
    }

    /// @inheritdoc IMachineRegister
    function depositOf(address account) external view returns (uint256) {
        return _deposits[account];
    }

    // ------------------------------------------------------------------------------------------------------ the steps

    /// @dev K3, K4: the one way in which rent is shared. `payer` hands it over; or it is a deposit that is there already.
    function _share(
        uint256 machineId,
        uint32 lessee,
        uint256 amount,
        address payer,
        uint256 upkeepShare,
        ITreasury treasury
    ) private {
        uint256 upkeep = LeaseMath.upkeep(amount, upkeepShare);
        (uint256 coupon, uint256 principal) = _bonds().fund(machineId, amount - upkeep);
        uint256 income = amount - upkeep - coupon - principal;
        emit RentPaid(machineId, lessee, payer, upkeep, coupon, principal, income);

        uint32[] memory funds = new uint32[](3);
        uint256[] memory amounts = new uint256[](3);
        (funds[0], amounts[0]) = (Funds.UPKEEP, upkeep);
        (funds[1], amounts[1]) = (Funds.BOND_SERVICE + uint32(machineId), coupon + principal);
        (funds[2], amounts[2]) = (Funds.MEMBER_INCOME, income);
        _hand(payer, funds, amounts, bytes32(machineId), treasury);
        if (income != 0) ICommonsIncome(directory().moduleAt(Place.Income)).post(income);
    }

    /// @dev From `payer`, or out of the deposits when it is nobody.
    function _hand(
        address payer,
        uint32[] memory funds,
        uint256[] memory amounts,
        bytes32 memo,
        ITreasury treasury
    ) private {
        if (payer != address(0)) return treasury.distribute(payer, funds, amounts, memo);
        for (uint256 i = 0; i < funds.length; ++i) {
            if (amounts[i] != 0) treasury.move(Funds.AUCTIONS, funds[i], amounts[i], memo);
        }
    }

    /// @dev The one way in which a machine is let: to whoever asked for it, or whose rent was the best (K6).
    function _let(uint256 machineId, uint32 lessee, uint96 rent, uint96 paid) private {
        _machines[machineId].state = MachineState.Let;
        _leases[machineId].start(_terms[machineId], machineId, lessee, rent, paid);
    }

    function _end(uint256 machineId, LeaseEnd how) private {
        _machines[machineId].state = MachineState.Idle;
        _leases[machineId].end(_debts[machineId], _owes, machineId, how);
        delete _leases[machineId];
    }

    function _open(uint256 machineId, AuctionKind kind, bool toAnyone, uint96 floor) private {
        _auctions[machineId].open(machineId, kind, toAnyone, floor);
    }

    function _settleRent(uint256 machineId, Auction memory a) private {
        bool taken = a.bidder != address(0) && !_isWindingUp();
        // Whoever left meanwhile gets the deposit back.
        if (taken) taken = _register().member(a.memberId).status == MemberStatus.Active;
        if (taken) {
            _let(machineId, a.memberId, a.best, a.best);
            // The deposit is the rent of the first period.
            _share(machineId, a.memberId, a.best, address(0), _terms[machineId].upkeepShare, _treasury());
            return;
        }
        if (a.bidder != address(0)) _deposits[a.bidder] += a.best;
        emit AuctionFailed(machineId, AuctionKind.Rent, false);
        // K6: nobody needs it, so it is sold, to a member first.
        _open(machineId, AuctionKind.Sale, false, uint96(bookValue(machineId)));
    }

    function _settleSale(uint256 machineId, Auction memory a) private {
        if (a.bidder != address(0)) {
            _update(a.bidder, machineId, address(0));
            return _part(machineId, a.bidder, a.best);
        }
        emit AuctionFailed(machineId, AuctionKind.Sale, a.toAnyone);
        if (!a.toAnyone) _open(machineId, AuctionKind.Sale, true, a.floor);
    }

    /// @dev The one way in which a machine goes: bond holders are paid from what it brought, and from nothing else (K5); the rest is
    /// the commons'.
    function _part(uint256 machineId, address buyer, uint256 price) private {
        _machines[machineId].state = MachineState.Gone;
        (uint256 coupon, uint256 principal) = _bonds().liquidate(machineId, price);
        uint256 rest = price - coupon - principal;
        emit MachineGone(machineId, buyer, price, coupon, principal, rest);
        uint32[] memory funds = new uint32[](2);
        uint256[] memory amounts = new uint256[](2);
        (funds[0], amounts[0]) = (Funds.BOND_SERVICE + uint32(machineId), coupon + principal);
        (funds[1], amounts[1]) = (Funds.COMMONS, rest);
        _hand(address(0), funds, amounts, bytes32(machineId), _treasury());
    }

    function _requireMayBid(Auction memory a, address account) private view returns (uint32 memberId) {
        IMemberRegister register = _register();
        (memberId, ) = register.seatOf(account);
        bool may = memberId != 0;
        if (a.kind == AuctionKind.Rent) {
            may = may && _owes[memberId] == 0 && register.suspendedUntil(memberId) <= block.timestamp;
        } else if (a.toAnyone) {
            may = directory().placeOf(account) == Place.None;
        }
        if (!may) revert MachineMayNotBid(account);
    }

    function _require(uint256 machineId, MachineState state) private view {
        MachineState is_ = _machines[machineId].state;
        if (is_ != state) revert MachineWrongState(machineId, is_);
    }

    function _requireIdle(uint256 machineId) private view {
        _require(machineId, MachineState.Idle);
        Auction storage a = _auctions[machineId];
        if (a.kind != AuctionKind.None) revert MachineAuction(machineId, a.kind, a.closesAt);
    }

    function _isWindingUp() private view returns (bool) {
        return directory().windingUpSince() != 0;
    }

    function _treasury() private view returns (ITreasury) {
        return ITreasury(directory().moduleAt(Place.Treasury));
    }

    function _bonds() private view returns (IBondOffice) {
        return IBondOffice(directory().moduleAt(Place.Bonds));
    }

    function _register() private view returns (IMemberRegister) {
        return IMemberRegister(directory().moduleAt(Place.Register));
    }
}
