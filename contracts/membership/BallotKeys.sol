// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IBallotKeys, KeyRecord, KeySheet} from "../interfaces/IBallotKeys.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {Bls} from "../libraries/Bls.sol";
import {KeyCode} from "../libraries/KeyCode.sol";
import {Module} from "../libraries/Module.sol";

/// @title BallotKeys
/// @notice See {IBallotKeys}.
/// @dev A key that is packed and may not hold, because it was replaced, moved or ended, has a mark on its sheet. Only marked
/// keys, and sheets with keys younger than a proposal, are looked up one by one.
contract BallotKeys is IBallotKeys, Module {
    string private constant TAG = "ROCHDALE_KEY_V1_BLS12381G2_XMD:SHA-256_SSWU_RO_";
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "BallotKey(address account,uint32 memberId,bytes32 keyHash,uint256 deadline)"
    );
    uint256 private constant ENTRY = 20;
    uint256 private constant PAGE = 7;
    uint256 private constant SLOT_MASK = 127;

    mapping(bytes32 keyHash => KeyRecord) private _records;
    mapping(uint32 memberId => bytes32 keyHash) private _keys;
    mapping(uint32 memberId => uint32) private _epochs;
    mapping(uint32 sheet => KeySheet) private _sheets;
    /// @dev A bit for each seat of the page whose key on this sheet may not hold.
    mapping(uint32 sheet => uint256) private _marks;
    uint32 private _sheetCount;

    /// @notice Nothing to set. Called once, by the factory.
    function initialize() external initializer {}

    // ------------------------------------------------------------------------------------------------------ keys

    /// @inheritdoc IBallotKeys
    function register(
        address account,
        bytes calldata key,
        bytes calldata proof,
        uint256 deadline,
        bytes calldata signature
    ) external {
        if (key.length != Bls.KEY_LENGTH) revert BallotKeysMalformed(key.length);
        bytes32 keyHash = keccak256(key);
        IMemberRegister members = IMemberRegister(directory().moduleAt(Place.Register));
        (uint32 memberId, uint32 seat) = members.seatOf(account);
        if (memberId == 0) revert BallotKeysNotMember(account);
        if (_records[keyHash].memberId != 0) revert BallotKeysUsed(keyHash);
        if (msg.sender != account) _requireConsent(account, memberId, keyHash, deadline, signature);
        _requireProof(memberId, account, keyHash, key, proof);

        bytes32 former = _keys[memberId];
        if (former != 0) {
            _records[former].until = uint40(block.timestamp);
            _mark(_records[former]);
        }
        _records[keyHash] = KeyRecord(memberId, seat, uint40(block.timestamp), 0, 0, _epochs[memberId]);
        _keys[memberId] = keyHash;
        emit KeyRegistered(memberId, seat, key);
    }

    /// @inheritdoc IBallotKeys
    function revoke() external {
        IMemberRegister members = IMemberRegister(directory().moduleAt(Place.Register));
        (uint32 memberId, ) = members.seatOf(msg.sender);
        if (_keys[memberId] == 0) revert BallotKeysNone(memberId);
        _end(memberId);
    }

    /// @inheritdoc IBallotKeys
    function end(uint32 memberId) external onlyPlace(Place.Register) {
        if (_keys[memberId] != 0) _end(memberId);
    }

    /// @inheritdoc IBallotKeys
    function reseat(uint32 memberId, uint32 seat) external onlyPlace(Place.Register) {
        bytes32 keyHash = _keys[memberId];
        if (keyHash == 0) return;
        _mark(_records[keyHash]);
        _records[keyHash] = KeyRecord(memberId, seat, uint40(block.timestamp), 0, 0, ++_epochs[memberId]);
        emit KeyMoved(memberId, seat, keyHash);
    }

    /// @dev Whoever has no key now has none that holds: a key ends with those that it replaced.
    function _end(uint32 memberId) private {
        bytes32 keyHash = _keys[memberId];
        ++_epochs[memberId];
        delete _keys[memberId];
        _mark(_records[keyHash]);
        emit KeyEnded(memberId, keyHash);
    }

    function _mark(KeyRecord storage record) private {
        uint32 sheet = record.sheet;
        if (sheet == 0) return;
        _marks[sheet] |= 1 << (record.seat & SLOT_MASK);
        if (!_sheets[sheet].marked) _sheets[sheet].marked = true;
    }

    /// @dev A key that is proven is in the right subgroup, and no sum of others.
    function _requireProof(
        uint32 memberId,
        address account,
        bytes32 keyHash,
        bytes calldata key,
        bytes calldata proof
    ) private view {
        if (proof.length != Bls.SIGNATURE_LENGTH) revert BallotKeysMalformed(proof.length);
        bytes32[4] memory point = Bls.readKey(key);
        if (Bls.isInfinity(point)) revert BallotKeysInfinity();
        bytes memory message = abi.encode(block.chainid, address(this), memberId, account, keyHash);
        bool proven = Bls.isSigned(point, Bls.hashToG2(message, TAG), Bls.readSignature(proof));
        if (!proven) revert BallotKeysNotProven(keyHash);
    }

    function _requireConsent(
        address account,
        uint32 memberId,
        bytes32 keyHash,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256("Rochdale BallotKeys"), keccak256("1"), block.chainid, address(this))
        );
        bytes32 consent = keccak256(abi.encode(CONSENT_TYPEHASH, account, memberId, keyHash, deadline));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, consent));
        bool consented = SignatureChecker.isValidSignatureNowCalldata(account, digest, signature);
        if (block.timestamp > deadline || !consented) revert BallotKeysNotConsented(account);
    }

    // ---------------------------------------------------------------------------------------------------- sheets

    /// @inheritdoc IBallotKeys
    function pack(bytes calldata keys) external returns (uint32 sheet) {
        uint256 size = keys.length / Bls.KEY_LENGTH;
        if (size == 0 || keys.length != size * Bls.KEY_LENGTH) revert BallotKeysMalformed(keys.length);
        sheet = ++_sheetCount;
        KeySheet memory made = KeySheet(address(0), 0, 0, uint8(size), false);
        uint256 seats;
        uint256 marks;
        for (uint256 i = 0; i < size; ++i) {
            bytes32 keyHash = keccak256(keys[i * Bls.KEY_LENGTH:(i + 1) * Bls.KEY_LENGTH]);
            KeyRecord storage record = _records[keyHash];
            (uint32 seat, bool isMarked) = _take(record, keyHash, sheet, size);
            uint256 bit = 1 << (seat & SLOT_MASK);
            if (i == 0) made.page = seat >> PAGE;
            else if (seat >> PAGE != made.page) revert BallotKeysNotToPack(keyHash);
            if (bit <= seats) revert BallotKeysOutOfOrder(i);
            seats |= bit;
            if (isMarked) marks |= bit;
            if (record.since > made.newest) made.newest = record.since;
        }
        if (marks != 0) (_marks[sheet], made.marked) = (marks, true);
        made.pointer = KeyCode.write(seats, keys);
        _sheets[sheet] = made;
        emit KeysPacked(sheet, made.page, uint128(seats), made.pointer);
    }

    /// @dev Takes a key into a new sheet of `size`. On the one that it leaves it is marked, as it is on this one when it was replaced.
    function _take(
        KeyRecord storage record,
        bytes32 keyHash,
        uint32 sheet,
        uint256 size
    ) private returns (uint32 seat, bool isMarked) {
        KeyRecord memory r = record;
        if (r.memberId == 0 || r.epoch != _epochs[r.memberId]) revert BallotKeysNotToPack(keyHash);
        if (r.sheet != 0) {
            if (_sheets[r.sheet].size >= size) revert BallotKeysPacked(keyHash, r.sheet);
            _mark(record);
        }
        record.sheet = sheet;
        return (r.seat, r.until != 0);
    }

    /// @inheritdoc IBallotKeys
    function gather(
        uint256 noticeAt,
        bytes calldata named
    ) external view returns (bytes32[4] memory sum, uint256[] memory standing) {
        uint256 count = named.length / ENTRY;
        if (count == 0 || named.length != count * ENTRY) revert BallotKeysMalformed(named.length);
        standing = new uint256[](count);
        KeyCode.Sum memory work = KeyCode.begin();
        uint32 last;
        for (uint256 i = 0; i < count; ++i) {
            uint256 entry = uint256(bytes32(named[i * ENTRY:]));
            (uint32 sheet, uint128 seats) = (uint32(entry >> 224), uint128(entry >> 96));
            if (sheet <= last) revert BallotKeysOutOfOrder(i);
            last = sheet;
            standing[i] = _add(work, sheet, seats, noticeAt);
        }
        sum = KeyCode.total(work);
    }

    /// @dev Adds the keys of one sheet; its page, and whose keys hold.
    function _add(
        KeyCode.Sum memory work,
        uint32 sheet,
        uint128 seats,
        uint256 noticeAt
    ) private view returns (uint256) {
        KeySheet memory s = _sheets[sheet];
        if (s.pointer == address(0) || !KeyCode.add(work, s.pointer, s.size, seats)) {
            revert BallotKeysUnknownSeats(sheet, seats);
        }
        uint256 doubtful =
            s.newest >= noticeAt
                ? seats
                : s.marked
                    ? seats & _marks[sheet]
                    : 0;
        uint256 held = doubtful == 0 ? seats : seats ^ _fallen(work, s.page, doubtful, noticeAt);
        return (uint256(s.page) << 128) | held;
    }

    /// @dev Which of the seats in `doubtful`, on the sheet just added, have a key that does not hold.
    function _fallen(
        KeyCode.Sum memory work,
        uint32 page,
        uint256 doubtful,
        uint256 noticeAt
    ) private view returns (uint256 fallen) {
        for (uint256 slot = 0; slot <= SLOT_MASK; ++slot) {
            uint256 bit = 1 << slot;
            if (doubtful & bit == 0) continue;
            bytes32 keyHash = KeyCode.hashAt(work, slot);
            bool elsewhere = _records[keyHash].seat != (uint256(page) << PAGE) | slot;
            if (elsewhere || !holds(keyHash, noticeAt)) fallen |= bit;
        }
    }

    // --------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IBallotKeys
    function available() external view returns (bool) {
        return Bls.isAvailable();
    }

    /// @inheritdoc IBallotKeys
    function keyOf(uint32 memberId) external view returns (bytes32) {
        return _keys[memberId];
    }

    /// @inheritdoc IBallotKeys
    function keyRecord(bytes32 keyHash) external view returns (KeyRecord memory) {
        return _records[keyHash];
    }

    /// @inheritdoc IBallotKeys
    function holds(bytes32 keyHash, uint256 noticeAt) public view returns (bool) {
        KeyRecord memory r = _records[keyHash];
        if (r.memberId == 0 || r.epoch != _epochs[r.memberId]) return false;
        return r.since < noticeAt && (r.until == 0 || noticeAt <= r.until);
    }

    /// @inheritdoc IBallotKeys
    function sheetOf(uint32 sheet) external view returns (KeySheet memory) {
        return _sheets[sheet];
    }

    /// @inheritdoc IBallotKeys
    function sheetCount() external view returns (uint32) {
        return _sheetCount;
    }
}
