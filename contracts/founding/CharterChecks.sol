// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Kind, KindRule} from "../interfaces/IAssembly.sol";
import {Appointment} from "../interfaces/IAuthority.sol";
import {Charter, ICoopFactory} from "../interfaces/ICoopFactory.sol";
import {ClassDeclaration, ClassKind, Founder} from "../interfaces/IMemberRegister.sol";
import {Roles} from "../libraries/Roles.sol";

/// @title What no module can check alone: whether the parts of a charter go together
/// @notice The bounds of each figure are checked where it is kept: voting in `RuleBounds`, membership in the register, shares in
/// `ShareLedger`, the market in `JobTerms`, surplus, halt and body in their modules, terms of office in the authority. The
/// TypeScript twin of all of it is `books/charter/check.ts`; what is refused and what is not, and why, is in decision 0022.
library CharterChecks {
    uint256 private constant MAX_FOUNDERS = 12;
    /// @dev Founders' powers end on a date (B2).
    uint256 private constant LONGEST_FOUNDING_TERM = 365 days;
    /// @dev Fewest seats of a board (B1).
    uint256 private constant LEAST_SEATS = 3;
    /// @dev In bytes: lines that lists and letterheads can show.
    uint256 private constant LONGEST_NAME = 100;
    uint256 private constant LONGEST_CLASS_NAME = 50;

    /// @notice Reverts with the first contradiction in `charter`.
    function check(Charter calldata charter) internal view {
        if (charter.founders.length == 0 || charter.founders.length > MAX_FOUNDERS) {
            revert ICoopFactory.CoopFactoryFoundersOutOfBounds(charter.founders.length);
        }
        _require(_isName(charter.name, LONGEST_NAME), "A8", "name");
        _checkClasses(charter.classes);
        _require(_canDecide(charter.founders, charter.classes), "C2", "founders");
        _checkOfficers(charter.officers, charter.body);
        _checkBoard(charter.officers, charter.rules.kinds[uint8(Kind.Ordinary)]);
        _require(charter.body != charter.settlementToken, "A2", "body");
        // A part of dividends in shares, and nobody can hold more shares than everybody has to.
        bool canGrow = charter.shares.maximum > charter.shares.minimum;
        _require(charter.surplus.inShares == 0 || canGrow, "S6", "inShares");
    }

    /// @dev C1: members know the classes by their names.
    function _checkClasses(ClassDeclaration[] calldata classes) private pure {
        bytes32[] memory names = new bytes32[](classes.length);
        for (uint256 i = 0; i < classes.length; ++i) {
            _require(_isName(classes[i].name, LONGEST_CLASS_NAME), "C1", "class name");
            names[i] = keccak256(bytes(classes[i].name));
            for (uint256 j = 0; j < i; ++j) {
                _require(names[j] != names[i], "C1", "class named twice");
            }
        }
    }

    /// @dev C2: investors alone decide nothing, so a co-op of investors alone could not even admit somebody else.
    function _canDecide(Founder[] calldata founders, ClassDeclaration[] calldata classes) private pure returns (bool) {
        for (uint256 i = 0; i < founders.length; ++i) {
            // That the class is declared the register checks.
            if (founders[i].class >= classes.length) return true;
            if (classes[founders[i].class].kind != ClassKind.Investor) return true;
        }
        return false;
    }

    /// @dev An office is somebody's, once (B1), ends within a year (B2), and is not held by whoever is to inherit (A2).
    function _checkOfficers(Appointment[] calldata officers, address body) private view {
        for (uint256 i = 0; i < officers.length; ++i) {
            Appointment calldata one = officers[i];
            if (one.until > block.timestamp + LONGEST_FOUNDING_TERM) {
                revert ICoopFactory.CoopFactoryTermTooLong(one.until);
            }
            _require(one.account != address(0), "B1", "officer");
            _require(one.account != body, "A2", "officer");
            for (uint256 j = 0; j < i; ++j) {
                bool same = officers[j].account == one.account && officers[j].role == one.role;
                _require(!same, "B1", "officer named twice");
            }
        }
    }

    /// @dev B1: no board, or one of three that is in office until the members can have appointed the next.
    function _checkBoard(Appointment[] calldata officers, KindRule calldata ordinary) private view {
        uint256 next = block.timestamp + ordinary.notice + ordinary.period + ordinary.delay;
        uint256 seats;
        uint256 lasting;
        for (uint256 i = 0; i < officers.length; ++i) {
            if (officers[i].role != Roles.BOARD) continue;
            ++seats;
            if (officers[i].until > next) ++lasting;
        }
        if (seats == 0) return;
        if (seats < LEAST_SEATS) revert ICoopFactory.CoopFactoryBoardTooSmall(seats);
        _require(lasting >= LEAST_SEATS, "B1", "board ends too soon");
    }

    function _isName(string calldata name, uint256 longest) private pure returns (bool) {
        return bytes(name).length != 0 && bytes(name).length <= longest;
    }

    function _require(bool lawful, bytes4 clause, bytes32 what) private pure {
        if (!lawful) revert ICoopFactory.CharterContradiction(clause, what);
    }
}
