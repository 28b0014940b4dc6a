// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IAssemblyDesk, PassedOver, Topic} from "../interfaces/IAssembly.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {Proxies, Voter} from "./Proxies.sol";

/// @title Many signed ballots in one transaction
/// @notice What a member signs is `Ballot(uint256 proposalId,uint8 support)` in the Assembly's EIP-712 domain; a contract
/// account is asked about `ContractBallot(uint256 proposalId,uint8 support,address voter)`, so that the ballot of a key is
/// never the ballot of a wallet that the key opens. Ballots for one proposal are handed in one behind the other, without
/// padding:
///
///     an account with a key      position (1 byte), r (32), vs (32; EIP-2098)
///     a contract (ERC-1271)      position + 128 (1 byte), voter (20), length n (2), signature (n)
///
/// The signer of a key's ballot is its voter, so nothing in it can be altered: an altered ballot is a stranger's. A ballot
/// counts only for a member who has not voted yet. One that does not count is passed over with an event and never spoils
/// the others; only a list that ends inside a ballot is refused whole.
/// @dev Signatures are not identifiers here, so their malleability is harmless: a ballot is spent by its member having
/// voted [case 28]. Counted ballots are told in one event for the batch, or one up to each proxy among them: a `VoteCast` each
/// would cost 2,400 gas.
library SignedBallots {
    using BallotBox for BallotBox.Box;

    bytes32 private constant BALLOT_TYPEHASH = keccak256("Ballot(uint256 proposalId,uint8 support)");
    bytes32 private constant CONTRACT_BALLOT_TYPEHASH = keccak256(
        "ContractBallot(uint256 proposalId,uint8 support,address voter)"
    );
    uint256 private constant CONTRACT_FLAG = 128;
    uint256 private constant KEY_BALLOT = 65;
    uint256 private constant CONTRACT_HEAD = 23;
    uint256 private constant POSITIONS = 4;
    /// @dev A counted ballot in the event: position and seat.
    uint256 private constant TOLD = 5;
    /// @dev More than any wallet needs to check a signature, and too little to burn a batch [case 31].
    uint256 private constant CONTRACT_GAS = 150_000;
    /// @dev With so much left a call can have that (63 of 64 parts of what is left, and the call itself) [case 106].
    uint256 private constant NEEDED_GAS = 156_000;

    /// @dev The vote that ballots are handed in for. `domain` is the Assembly's EIP-712 domain separator.
    struct Vote {
        uint256 proposalId;
        bytes32 domain;
        IMemberRegister register;
        Topic topic;
    }

    /// @dev What a batch needs beside the list of ballots.
    /// @param digests what a key signs for each position
    /// @param told the counted ballots that no event has told yet, and `untold` how many they are
    /// @param counted how many ballots counted in all
    struct Batch {
        bytes32[4] digests;
        BallotBox.Run run;
        bytes told;
        uint256 untold;
        uint256 counted;
        Vote vote;
    }

    /// @notice Counts `ballots` into `box`, and with a proxy's ballot those of its principals (V11). Sorted by seat they cost
    /// least.
    /// @return how many of them counted, principals aside
    function count(
        BallotBox.Box storage box,
        mapping(address account => Voter) storage voters,
        Proxies.Book storage proxies,
        Vote memory vote,
        bytes calldata ballots
    ) internal returns (uint256) {
        Batch memory batch;
        (batch.digests, batch.vote) = (_digests(vote), vote);
        // The shortest ballot is more than four times what is told of it.
        batch.told = new bytes(ballots.length / 4 + 32);
        // Offsets stay within the list, counts within its length.
        unchecked {
            uint256 start = 0;
            while (start < ballots.length) {
                uint256 support = uint256(_word(ballots, start)) >> 248;
                if (support < POSITIONS) {
                    if (start + KEY_BALLOT > ballots.length) {
                        revert IAssemblyDesk.AssemblyBallotsCutOff(ballots.length - start);
                    }
                    _count(box, voters, proxies, batch, _signerOf(batch, ballots, start, support), support);
                    start += KEY_BALLOT;
                } else {
                    (address account, uint256 size, PassedOver why) = _open(vote, ballots[start:], support);
                    if (why != PassedOver.Counted) emit IAssemblyDesk.BallotPassedOver(vote.proposalId, account, why);
                    else _count(box, voters, proxies, batch, account, support - CONTRACT_FLAG);
                    start += size;
                }
            }
        }
        box.flush(batch.run);
        _tellAll(batch);
        return batch.counted;
    }

    /// @dev Whose key signed the ballot at `start`; whatever is not a signature is a stranger's or nobody's.
    function _signerOf(
        Batch memory batch,
        bytes calldata ballots,
        uint256 start,
        uint256 support
    ) private view returns (address signer) {
        // `digests` stands first in the batch, by reference. The precompile's input is laid over scratch space, the pointer to
        // free memory and the zero slot, as Solady's ECDSA does, and those are put back.
        assembly ("memory-safe") {
            let free := mload(0x40)
            let signature := add(ballots.offset, start)
            let vs := calldataload(add(signature, 33))
            mstore(0x00, mload(add(mload(batch), shl(5, support))))
            mstore(0x20, add(shr(255, vs), 27))
            mstore(0x40, calldataload(add(signature, 1)))
            mstore(0x60, shr(1, shl(1, vs)))
            let answered := staticcall(gas(), 1, 0x00, 0x80, 0x00, 0x20)
            signer := mul(mload(0x00), and(answered, eq(returndatasize(), 0x20)))
            mstore(0x60, 0)
            mstore(0x40, free)
        }
    }

    /// @dev Counts the ballot of `account` and notes it for the event, or tells why it is passed over.
    function _count(
        BallotBox.Box storage box,
        mapping(address account => Voter) storage voters,
        Proxies.Book storage proxies,
        Batch memory batch,
        address account,
        uint256 support
    ) private {
        Voter storage known = voters[account];
        uint256 seat;
        uint256 speaksIn;
        // One load for both; `seat` stands in the lowest 32 bits.
        assembly ("memory-safe") {
            let word := sload(known.slot)
            seat := and(word, 0xffffffff)
            speaksIn := shr(32, word)
        }
        if (seat == 0) {
            (, known.seat) = batch.vote.register.seatOf(account);
            seat = known.seat;
            if (seat == 0) {
                emit IAssemblyDesk.BallotPassedOver(batch.vote.proposalId, account, PassedOver.NotMember);
                return;
            }
        }
        unchecked {
            if (!box.castFirst(batch.run, seat, support + 1)) {
                PassedOver why = box.whyNot(batch.run, uint32(seat));
                emit IAssemblyDesk.BallotPassedOver(batch.vote.proposalId, account, why);
                return;
            }
        }
        _tell(batch, support, seat);
        if (speaksIn != 0) {
            // A proxy's own ballot is counted and told before those that follow it.
            box.flush(batch.run);
            _tellAll(batch);
            Proxies.count(proxies, box, batch.vote.proposalId, batch.vote.topic, uint32(seat), support);
        }
    }

    /// @dev Reads a ballot that begins with `head` and is no key's for one of the positions; `Counted` when it is signed.
    function _open(
        Vote memory vote,
        bytes calldata rest,
        uint256 head
    ) private view returns (address account, uint256 size, PassedOver) {
        bool byContract = head >= CONTRACT_FLAG;
        if (rest.length < (byContract ? CONTRACT_HEAD : KEY_BALLOT)) {
            revert IAssemblyDesk.AssemblyBallotsCutOff(rest.length);
        }
        size = byContract ? CONTRACT_HEAD + uint16(bytes2(_word(rest, 21))) : KEY_BALLOT;
        if (size > rest.length) revert IAssemblyDesk.AssemblyBallotsCutOff(rest.length);
        uint256 support = head & (CONTRACT_FLAG - 1);
        if (support >= POSITIONS) return (account, size, PassedOver.UnknownPosition);

        account = address(bytes20(_word(rest, 1)));
        bool signed = _isSignedByContract(account, _contractDigest(vote, support, account), rest[CONTRACT_HEAD:size]);
        return (account, size, signed ? PassedOver.Counted : PassedOver.BadSignature);
    }

    /// @dev What there is to sign: one EIP-712 digest for each position.
    function _digests(Vote memory vote) private pure returns (bytes32[4] memory digests) {
        for (uint256 support = 0; support < POSITIONS; ++support) {
            bytes32 ballot = keccak256(abi.encode(BALLOT_TYPEHASH, vote.proposalId, support));
            digests[support] = keccak256(abi.encodePacked(hex"1901", vote.domain, ballot));
        }
    }

    function _contractDigest(Vote memory vote, uint256 support, address voter) private pure returns (bytes32) {
        bytes32 ballot = keccak256(abi.encode(CONTRACT_BALLOT_TYPEHASH, vote.proposalId, support, voter));
        return keccak256(abi.encodePacked(hex"1901", vote.domain, ballot));
    }

    /// @dev Asks with bounded gas and reads one word of the answer, whatever its length [case 31] [case 83]. Who hands ballots in with
    /// less gas than that can not have one passed over.
    function _isSignedByContract(
        address account,
        bytes32 digest,
        bytes calldata signature
    ) private view returns (bool signed) {
        if (gasleft() < NEEDED_GAS) revert IAssemblyDesk.AssemblyGasTooLow(gasleft(), NEEDED_GAS);
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bytes4 yes = IERC1271.isValidSignature.selector;
        uint256 allowance = CONTRACT_GAS;
        assembly ("memory-safe") {
            mstore(0, 0)
            let answered := staticcall(allowance, account, add(question, 32), mload(question), 0, 32)
            signed := and(and(answered, gt(returndatasize(), 31)), eq(mload(0), yes))
        }
    }

    /// @dev 32 bytes from `start` on; callers have checked that the list is long enough for what they use of it.
    function _word(bytes calldata list, uint256 start) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := calldataload(add(list.offset, start))
        }
    }

    /// @dev Adds a counted ballot to what the event tells.
    function _tell(Batch memory batch, uint256 support, uint256 seat) private pure {
        unchecked {
            bytes memory told = batch.told;
            uint256 offset = batch.untold++ * TOLD;
            assembly ("memory-safe") {
                mstore(add(add(told, 32), offset), or(shl(248, support), shl(216, seat)))
            }
        }
    }

    /// @dev Tells the counted ballots that are not told yet; the list ends where they end.
    function _tellAll(Batch memory batch) private {
        uint256 untold = batch.untold;
        if (untold == 0) return;
        bytes memory told = batch.told;
        uint256 space = told.length;
        assembly ("memory-safe") {
            mstore(told, mul(untold, TOLD))
        }
        emit IAssemblyDesk.SignedBallotsCast(batch.vote.proposalId, told);
        assembly ("memory-safe") {
            mstore(told, space)
        }
        batch.counted += untold;
        batch.untold = 0;
    }
}
