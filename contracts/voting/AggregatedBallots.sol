// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAggregates} from "../interfaces/IAggregates.sol";
import {PassedOver, ProposalRecord} from "../interfaces/IAssembly.sol";
import {IBallotKeys} from "../interfaces/IBallotKeys.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {Bls} from "../libraries/Bls.sol";
import {Lanes} from "../libraries/Lanes.sol";

/// @title Many ballots under one signature
/// @notice See {IAggregates}.
/// @dev Linked. The sum of the keys comes from `BallotKeys`; here the signature is checked and the ballots are counted, page by
/// page.
library AggregatedBallots {
    using BallotBox for BallotBox.Box;

    string private constant TAG = "ROCHDALE_BALLOT_V1_BLS12381G2_XMD:SHA-256_SSWU_RO_";
    uint256 private constant ENTRY = 20;
    /// @dev A page of 128 seats has its class in front of 17 bits.
    uint256 private constant CLASS = 17;

    /// @dev What an aggregate is counted with.
    /// @param together the tally of `class`, not written back yet; zero before the first page
    /// @param told the counted ballots of so many `pages`
    struct Count {
        uint256 proposalId;
        uint256 choice;
        uint256 class;
        BallotBox.Together together;
        bytes told;
        uint256 pages;
        uint256 counted;
    }

    /// @notice Checks and counts an aggregate.
    /// @return how many ballots counted
    function count(
        BallotBox.Box storage box,
        ProposalRecord memory record,
        IBallotKeys keys,
        uint256 proposalId,
        uint256 position,
        bytes calldata named,
        bytes calldata signature
    ) public returns (uint256) {
        Count memory c = Count({
            proposalId: proposalId,
            choice: position + 1,
            class: 0,
            together: BallotBox.Together(0, 0, 0),
            told: new bytes(named.length + 32),
            pages: 0,
            counted: 0
        });
        (bytes32[4] memory sum, uint256[] memory standing) = keys.gather(record.noticeAt, named);
        _requireSigned(c, rollOf(box, record), sum, signature);
        for (uint256 i = 0; i < standing.length; ++i) {
            uint128 seats = uint128(bytes16(named[i * ENTRY + 4:]));
            _count(box, c, standing[i] >> 128, seats, uint128(standing[i]));
        }
        if (c.counted == 0) return 0;
        box.tallies[c.class] = c.together.tally;
        bytes memory told = c.told;
        uint256 length = c.pages * ENTRY;
        assembly ("memory-safe") {
            mstore(told, length)
        }
        emit IAggregates.AggregateCast(c.proposalId, uint8(c.choice - 1), told);
        return c.counted;
    }

    /// @notice See {IAggregates-rollOf}.
    function rollOf(BallotBox.Box storage box, ProposalRecord memory record) public view returns (bytes32) {
        uint24[] memory rolls = new uint24[](record.classes);
        uint24[] memory serials = new uint24[](record.classes);
        for (uint8 class = 0; class < record.classes; ++class) {
            (serials[class], rolls[class]) = box.closedRoll(class);
        }
        return keccak256(abi.encode(uint256(record.noticeAt), uint256(record.excluded), rolls, serials));
    }

    /// @dev A sum at infinity would be signed by nobody and everybody.
    function _requireSigned(
        Count memory c,
        bytes32 roll,
        bytes32[4] memory sum,
        bytes calldata signature
    ) private view {
        if (signature.length != Bls.SIGNATURE_LENGTH) revert IBallotKeys.BallotKeysMalformed(signature.length);
        bytes memory message = abi.encode(block.chainid, address(this), c.proposalId, roll, c.choice - 1);
        bytes32[8] memory hash = Bls.hashToG2(message, TAG);
        if (Bls.isInfinity(sum) || !Bls.isSigned(sum, hash, Bls.readSignature(signature))) {
            revert IAggregates.AssemblyAggregateNotSigned(c.proposalId);
        }
    }

    /// @dev Counts the named seats of a page whose keys hold.
    function _count(BallotBox.Box storage box, Count memory c, uint256 page, uint256 seats, uint256 held) private {
        BallotBox.Together memory t = c.together;
        uint256 class = page >> CLASS;
        if (class != c.class || t.tally == 0) {
            if (t.tally != 0) box.tallies[c.class] = t.tally;
            (c.class, t.tally) = (class, box.tallies[class]);
        }
        box.castTogether(t, page, held, c.choice);
        if (t.counted != seats) {
            _passOver(c, page, seats & ~held, PassedOver.KeyNotInForce);
            _passOver(c, page, held & ~t.onRoll, PassedOver.NotOnRoll);
            _passOver(c, page, t.onRoll & ~t.counted, PassedOver.VotedAlready);
        }
        if (t.counted == 0) return;
        bytes memory told = c.told;
        uint256 entry = (page << 224) | (t.counted << 96);
        uint256 offset;
        unchecked {
            offset = c.pages++ * ENTRY;
        }
        assembly ("memory-safe") {
            mstore(add(add(told, 32), offset), entry)
        }
        c.counted += Lanes.count(t.counted);
    }

    function _passOver(Count memory c, uint256 page, uint256 seats, PassedOver why) private {
        if (seats != 0) emit IAggregates.SeatsPassedOver(c.proposalId, uint32(page), uint128(seats), why);
    }
}
