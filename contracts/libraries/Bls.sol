// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Signatures on BLS12-381 by the precompiles of EIP-2537: keys in G1, signatures in G2
/// @notice Outside, points have the usual uncompressed form: 96 bytes x and y in G1; 192 bytes in G2, of each coordinate the
/// upper half first. Inside they have the precompiles' form, every 48 bytes behind 16 zeros and the lower half first. What is no
/// canonical point of its curve, or in `isSigned` of its subgroup, the precompiles refuse.
/// @dev Hashing is RFC 9380's hash_to_curve for G2 (SHA-256, SSWU, random oracle); Solady's fixes the tag.
library Bls {
    /// @notice A point is not on its curve or not in its subgroup, or a coordinate is not below the field's modulus.
    error BlsPointInvalid();
    /// @notice This chain does not have the precompiles of EIP-2537, or the call came with too little gas for one.
    error BlsUnavailable();

    uint256 internal constant KEY_LENGTH = 96;
    uint256 internal constant SIGNATURE_LENGTH = 192;
    /// @dev The field's modulus.
    uint256 internal constant P_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 internal constant P_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    uint256 private constant G1_ADD = 0x0b;
    uint256 private constant G2_ADD = 0x0d;
    uint256 private constant PAIRING = 0x0f;
    uint256 private constant MAP_TO_G2 = 0x11;
    uint256 private constant MODEXP = 0x05;
    /// @dev Twice what EIP-2537 names: a precompile that refuses its input burns all that it was given.
    uint256 private constant G2_ADD_GAS = 1_200;
    uint256 private constant PAIRING_GAS = 206_000;
    uint256 private constant MAP_GAS = 48_000;
    uint256 private constant MODEXP_GAS = 1_000;
    uint256 private constant ADD_GAS = 750;

    /// @notice A key in the precompiles' form.
    function readKey(bytes calldata key) internal pure returns (bytes32[4] memory point) {
        assembly ("memory-safe") {
            calldatacopy(add(point, 16), key.offset, 48)
            calldatacopy(add(point, 80), add(key.offset, 48), 48)
        }
    }

    /// @notice A signature in the precompiles' form.
    function readSignature(bytes calldata signature) internal pure returns (bytes32[8] memory point) {
        assembly ("memory-safe") {
            calldatacopy(add(point, 16), add(signature.offset, 48), 48)
            calldatacopy(add(point, 80), signature.offset, 48)
            calldatacopy(add(point, 144), add(signature.offset, 144), 48)
            calldatacopy(add(point, 208), add(signature.offset, 96), 48)
        }
    }

    /// @notice Whether a key is the point at infinity, which signs everything.
    function isInfinity(bytes32[4] memory key) internal pure returns (bool) {
        return key[0] | key[1] | key[2] | key[3] == 0;
    }

    /// @notice Whether `signature` is `key`'s on the message that hashes to `hash`. Refuses points outside their subgroups.
    function isSigned(
        bytes32[4] memory key,
        bytes32[8] memory hash,
        bytes32[8] memory signature
    ) internal view returns (bool) {
        // e(key, hash) * e(-generator, signature) = 1
        bytes32[24] memory pairs;
        assembly ("memory-safe") {
            mcopy(pairs, key, 128)
            mcopy(add(pairs, 128), hash, 256)
            mcopy(add(pairs, 512), signature, 256)
        }
        pairs[12] = 0x0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0f;
        pairs[13] = 0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb;
        pairs[14] = 0x00000000000000000000000000000000114d1d6855d545a8aa7d76c8cf2e21f2;
        pairs[15] = 0x67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca;
        _call(PAIRING, PAIRING_GAS, _at(pairs), 768, _at(pairs), 32);
        return pairs[0] == bytes32(uint256(1));
    }

    /// @notice The point of G2 that `message` hashes to under the domain tag `tag`, of at most 255 bytes.
    function hashToG2(bytes memory message, string memory tag) internal view returns (bytes32[8] memory point) {
        bytes memory suffix = abi.encodePacked(tag, uint8(bytes(tag).length));
        bytes32 first = sha256(abi.encodePacked(new bytes(64), message, uint16(256), uint8(0), suffix));
        bytes32[8] memory uniform;
        bytes32 block_;
        for (uint8 i = 0; i < 8; ++i) {
            block_ = sha256(abi.encodePacked(first ^ block_, i + 1, suffix));
            uniform[i] = block_;
        }
        for (uint256 i = 0; i < 8; i += 2) {
            (uniform[i], uniform[i + 1]) = _reduce(uniform[i], uniform[i + 1]);
        }
        bytes32[16] memory mapped;
        _call(MAP_TO_G2, MAP_GAS, _at(uniform), 128, _at(mapped), 256);
        _call(MAP_TO_G2, MAP_GAS, _at(uniform) + 128, 128, _at(mapped) + 256, 256);
        uint256 result;
        assembly ("memory-safe") {
            result := point
        }
        _call(G2_ADD, G2_ADD_GAS, _at(mapped), 512, result, 256);
    }

    /// @notice Adds `key` to `sum`. Refuses what is not on the curve.
    function add(bytes32[4] memory sum, bytes32[4] memory key) internal view {
        bytes32[8] memory both;
        uint256 result;
        assembly ("memory-safe") {
            mcopy(both, sum, 128)
            mcopy(add(both, 128), key, 128)
            result := sum
        }
        _call(G1_ADD, ADD_GAS, _at(both), 256, result, 128);
    }

    /// @notice Turns a point into its opposite.
    function negate(bytes32[4] memory point) internal pure {
        if (isInfinity(point)) return;
        unchecked {
            uint256 low = uint256(point[3]);
            uint256 borrow = low > P_LOW ? 1 : 0;
            point[2] = bytes32(P_HIGH - uint256(point[2]) - borrow);
            point[3] = bytes32(P_LOW - low);
        }
    }

    /// @notice Whether this chain has the precompiles: tried on the points at infinity.
    function isAvailable() internal view returns (bool) {
        return _answers(G1_ADD, 256, 128) && _answers(MAP_TO_G2, 128, 256) && _answers(PAIRING, 384, 32);
    }

    function _answers(uint256 precompile, uint256 size, uint256 expected) private view returns (bool answered) {
        bytes memory zeros = new bytes(size);
        assembly ("memory-safe") {
            answered := and(
                eq(returndatasize(), expected),
                staticcall(gas(), precompile, add(zeros, 32), size, add(zeros, 32), 0)
            )
        }
    }

    /// @dev 512 bits modulo the field's modulus.
    function _reduce(bytes32 high, bytes32 low) private view returns (bytes32, bytes32) {
        bytes memory question = abi.encodePacked(
            uint256(64),
            uint256(1),
            uint256(64),
            high,
            low,
            uint8(1),
            P_HIGH,
            P_LOW
        );
        bytes32[2] memory answer;
        uint256 at;
        uint256 result;
        assembly ("memory-safe") {
            at := add(question, 32)
            result := answer
        }
        _call(MODEXP, MODEXP_GAS, at, question.length, result, 64);
        return (answer[0], answer[1]);
    }

    /// @dev Where no precompile is, a call succeeds and answers nothing. A call that had less gas than `allowance` because there
    /// was no more leaves less than a 63rd of it.
    function _call(
        uint256 precompile,
        uint256 allowance,
        uint256 input,
        uint256 inputSize,
        uint256 output,
        uint256 outputSize
    ) private view {
        bool done;
        bool answered;
        assembly ("memory-safe") {
            done := staticcall(allowance, precompile, input, inputSize, output, outputSize)
            answered := eq(returndatasize(), outputSize)
        }
        if (done && answered) return;
        if (done || gasleft() < allowance / 63) revert BlsUnavailable();
        revert BlsPointInvalid();
    }

    function _at(bytes32[8] memory words) private pure returns (uint256 at) {
        assembly ("memory-safe") {
            at := words
        }
    }

    function _at(bytes32[16] memory words) private pure returns (uint256 at) {
        assembly ("memory-safe") {
            at := words
        }
    }

    function _at(bytes32[24] memory words) private pure returns (uint256 at) {
        assembly ("memory-safe") {
            at := words
        }
    }
}
