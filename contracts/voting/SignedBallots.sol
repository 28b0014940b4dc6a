// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "solady/src/utils/ECDSA.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IAssemblyDesk, PassedOver, Position} from "../interfaces/IAssembly.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {BallotBox} from "../libraries/BallotBox.sol";

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
/// voted [case 28]. Counted ballots are told in one event for the batch: a `VoteCast` each would cost 2,400 gas.
library SignedBallots {
    using BallotBox for BallotBox.Box;

    bytes32 private constant BALLOT_TYPEHASH = keccak256("Ballot(uint256 proposalId,uint8 support)");
    bytes32 private constant CONTRACT_BALLOT_TYPEHASH = keccak256(
        "ContractBallot(uint256 proposalId,uint8 support,address voter)"
    );
    uint256 private constant CONTRACT_FLAG = 128;
    uint256 private constant KEY_BALLOT = 65;
    uint256 private constant CONTRACT_HEAD = 23;
    /// @dev A counted ballot in the event: position and voter.
    uint256 private constant TOLD = 21;
    /// @dev More than any wallet needs to check a signature, and too little to burn a batch [case 31].
    uint256 private constant CONTRACT_GAS = 150_000;

    /// @dev What there is to sign for one proposal; `digests` are those of key ballots, by position.
    struct Signed {
        uint256 proposalId;
        bytes32 domain;
        bytes32[4] digests;
    }

    /// @notice Counts `ballots` into `box`.
    /// @param domain EIP-712 domain separator of the Assembly
    /// @return counted how many of them counted
    function count(
        BallotBox.Box storage box,
        mapping(address account => uint32) storage seats,
        IMemberRegister register,
        uint256 proposalId,
        bytes32 domain,
        bytes calldata ballots
    ) public returns (uint256 counted) {
        Signed memory signed = Signed(proposalId, domain, _digests(proposalId, domain));
        // No ballot is shorter than what is told of it.
        bytes memory told = new bytes(ballots.length + 32);
        while (ballots.length != 0) {
            bytes calldata ballot = ballots[:_size(ballots)];
            ballots = ballots[ballot.length:];
            (address voter, PassedOver why) = _tryCount(box, seats, register, signed, ballot);
            if (why == PassedOver.Counted) {
                _tell(told, counted, uint8(ballot[0]), voter);
                unchecked {
                    ++counted;
                }
            } else {
                emit IAssemblyDesk.BallotPassedOver(proposalId, voter, why);
            }
        }
        // The list ends where the counted ballots end.
        assembly ("memory-safe") {
            mstore(told, mul(counted, TOLD))
        }
        if (counted != 0) emit IAssemblyDesk.SignedBallotsCast(proposalId, told);
    }

    function _tryCount(
        BallotBox.Box storage box,
        mapping(address account => uint32) storage seats,
        IMemberRegister register,
        Signed memory signed,
        bytes calldata ballot
    ) private returns (address voter, PassedOver) {
        uint256 support = uint8(ballot[0]) & (CONTRACT_FLAG - 1);
        if (support > uint8(type(Position).max)) return (voter, PassedOver.UnknownPosition);
        if (uint8(ballot[0]) < CONTRACT_FLAG) {
            voter = ECDSA.tryRecover(signed.digests[support], _word(ballot, 1), _word(ballot, 33));
        } else {
            voter = address(bytes20(_word(ballot, 1)));
            bytes32 digest = _contractDigest(signed, support, voter);
            if (!_isSignedByContract(voter, digest, ballot[CONTRACT_HEAD:])) return (voter, PassedOver.BadSignature);
        }

        uint32 seat = seats[voter];
        if (seat == 0) {
            (, seat) = register.seatOf(voter);
            if (seat == 0) return (voter, PassedOver.NotMember);
            seats[voter] = seat;
        }
        return (voter, box.castFirst(seat, support + 1));
    }

    /// @dev What there is to sign: one EIP-712 digest for each position.
    function _digests(uint256 proposalId, bytes32 domain) private pure returns (bytes32[4] memory digests) {
        for (uint256 support = 0; support < 4; ++support) {
            bytes32 ballot = keccak256(abi.encode(BALLOT_TYPEHASH, proposalId, support));
            digests[support] = keccak256(abi.encodePacked(hex"1901", domain, ballot));
        }
    }

    function _contractDigest(Signed memory s, uint256 support, address voter) private pure returns (bytes32) {
        bytes32 ballot = keccak256(abi.encode(CONTRACT_BALLOT_TYPEHASH, s.proposalId, support, voter));
        return keccak256(abi.encodePacked(hex"1901", s.domain, ballot));
    }

    /// @dev Asks with bounded gas and reads one word of the answer, whatever its length [case 31] [case 83].
    function _isSignedByContract(
        address account,
        bytes32 digest,
        bytes calldata signature
    ) private view returns (bool signed) {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bytes4 yes = IERC1271.isValidSignature.selector;
        uint256 allowance = CONTRACT_GAS;
        assembly ("memory-safe") {
            mstore(0, 0)
            let answered := staticcall(allowance, account, add(question, 32), mload(question), 0, 32)
            signed := and(and(answered, gt(returndatasize(), 31)), eq(mload(0), yes))
        }
    }

    /// @dev Length of the first ballot in the list.
    function _size(bytes calldata ballots) private pure returns (uint256 size) {
        size = KEY_BALLOT;
        if (uint8(ballots[0]) >= CONTRACT_FLAG) {
            if (ballots.length < CONTRACT_HEAD) revert IAssemblyDesk.AssemblyBallotsCutOff(ballots.length);
            size = CONTRACT_HEAD + uint16(bytes2(_word(ballots, 21)));
        }
        if (size > ballots.length) revert IAssemblyDesk.AssemblyBallotsCutOff(ballots.length);
    }

    /// @dev 32 bytes from `at` on; callers have checked that the list is long enough for what they use of it.
    function _word(bytes calldata list, uint256 at) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := calldataload(add(list.offset, at))
        }
    }

    function _tell(bytes memory told, uint256 index, uint256 head, address voter) private pure {
        assembly ("memory-safe") {
            let entry := or(shl(248, and(head, 127)), shl(88, voter))
            mstore(add(add(told, 32), mul(index, TOLD)), entry)
        }
    }
}
