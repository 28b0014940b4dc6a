// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What is kept of a ballot key, under its hash.
/// @param memberId whose it is; zero when no such key was ever registered
/// @param seat the member's seat when it was registered
/// @param since when it was registered, unix seconds: it serves proposals noticed later
/// @param until when the member registered another, unix seconds: it still serves proposals noticed by then; zero while it
/// is the member's key
/// @param sheet the sheet it was packed into last; zero while it waits
/// @param epoch dead, whatever the dates, once the member's epoch is another
struct KeyRecord {
    uint32 memberId;
    uint32 seat;
    uint40 since;
    uint40 until;
    uint32 sheet;
    uint32 epoch;
}

/// @notice Keys of one page, packed into contract code.
/// @param pointer the contract whose code they are
/// @param newest when the newest of them was registered, unix seconds
/// @param page its seats, shifted right by seven
/// @param size how many there are, 1 to 128
/// @param marked whether some of them may not hold any more, or for every proposal
struct KeySheet {
    address pointer;
    uint40 newest;
    uint32 page;
    uint8 size;
    bool marked;
}

/// @title BallotKeys: with which keys members sign ballots that add up
/// @notice A member's ballot key is a point of G1 on BLS12-381. Signatures of many members on one position add up to one,
/// which the Assembly checks against the sum of their keys: see {IAggregates}. A key is taken only with a proof of possession
/// over (chain, this contract, member, account, key), so that nobody can register a key that cancels others out.
///
/// A key serves proposals whose notice was given after its registration; a replaced one those noticed before it was replaced.
/// When a membership ends, or its account is replaced (M6), its keys are dead at once, for votes that are open as well.
///
/// Registered keys wait until anyone packs them, many at once, into *sheets*: contract code, 96 bytes a key. A sheet has keys of
/// one page of 128 seats (`seat >> 7`). Only its packed key counts for a member. Where the chain lacks EIP-2537, nothing of this works
/// (`available`), and the other ways to vote do.
/// @dev Where the members replace this module its successor begins without keys. Storage keeps a key's hash; the key itself is in the event, and in code once it is packed. Code of a sheet: a zero byte
/// (STOP), 15 more, 16 bytes with a bit for each seat of the page that has a key here (bit i: the page's seat i), 96 bytes sum of
/// the keys, and the keys, 96 bytes each, ascending by seat.
interface IBallotKeys {
    /// @notice `key` (96 bytes: x, y) is from now on the ballot key of member `memberId` at `seat`, instead of any other.
    event KeyRegistered(uint32 indexed memberId, uint32 indexed seat, bytes key);
    /// @notice Keys of one page were packed into a new sheet. `seats` has a bit for each (bit i: `page << 7 | i`).
    event KeysPacked(uint32 indexed sheet, uint32 indexed page, uint128 seats, address pointer);
    /// @notice Member `memberId` has no ballot key any more: no key of the member's counts, on whatever proposal.
    event KeyEnded(uint32 indexed memberId, bytes32 indexed keyHash);
    /// @notice The member changed class: the key waits again, for `seat`, as if it were registered now.
    event KeyMoved(uint32 indexed memberId, uint32 indexed seat, bytes32 indexed keyHash);

    /// @notice A key has 96 bytes, a proof or signature 192, a list whole entries, and one at least.
    error BallotKeysMalformed(uint256 length);
    /// @notice The account is not an active member's.
    error BallotKeysNotMember(address account);
    /// @notice The point at infinity is nobody's key.
    error BallotKeysInfinity();
    /// @notice This key was registered before; a key is used once.
    error BallotKeysUsed(bytes32 keyHash);
    /// @notice The proof of possession was not made with this key, for this member, account, contract and chain.
    error BallotKeysNotProven(bytes32 keyHash);
    /// @notice The account did not consent to this key, or not until now.
    error BallotKeysNotConsented(address account);
    /// @notice The caller has no ballot key.
    error BallotKeysNone(uint32 memberId);
    /// @notice The key is not registered, is dead, or its seat is on another page.
    error BallotKeysNotToPack(bytes32 keyHash);
    /// @notice The key is in a sheet with as many keys already.
    error BallotKeysPacked(bytes32 keyHash, uint32 sheet);
    /// @notice Keys and sheets are named in ascending order, each once.
    error BallotKeysOutOfOrder(uint256 index);
    /// @notice There is no such sheet, or `seats` names one that has no key on it.
    error BallotKeysUnknownSeats(uint32 sheet, uint128 seats);

    /// @notice Registers a member's ballot key, instead of any it has. By the member, or by anyone with its consent.
    /// @param account the member's account
    /// @param key 96 bytes: x, y, big-endian
    /// @param proof 192 bytes: the key's signature on `abi.encode(chainId, this, memberId, account, keccak256(key))`
    /// under the tag ROCHDALE_KEY_V1_BLS12381G2_XMD:SHA-256_SSWU_RO_
    /// @param deadline last moment of the consent, unix seconds; ignored when the account calls itself
    /// @param signature the account's consent, EIP-712 or ERC-1271: BallotKey(address account,uint32 memberId,bytes32
    /// keyHash,uint256 deadline); ignored when the account calls itself
    function register(
        address account,
        bytes calldata key,
        bytes calldata proof,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Ends the caller's ballot key, for every proposal. For who fears that somebody else has it.
    function revoke() external;

    /// @notice Packs registered keys of one page, ascending by seat, into a sheet. Anyone. Keys that are packed already move
    /// only to a sheet with more keys, so that nobody can scatter them.
    /// @param keys 96 bytes each
    /// @return sheet its number, from 1
    function pack(bytes calldata keys) external returns (uint32 sheet);

    /// @notice A membership ended, or its account was replaced: no key of the member's counts any more. Only the member register.
    function end(uint32 memberId) external;

    /// @notice The member changed class and has another seat; its key goes along. Only the member register.
    function reseat(uint32 memberId, uint32 seat) external;

    /// @notice Adds up the keys of the named members, and says who of them has a key that holds for a proposal.
    /// @param noticeAt when notice of the proposal was given, unix seconds
    /// @param named for each sheet, ascending: its number (4 bytes), and a bit for each seat (16 bytes)
    /// @return sum of all named keys, whether they hold or not, as EIP-2537 writes a point
    /// @return standing for each sheet, its page in the upper and in the lower 128 bits the named seats whose keys hold
    function gather(
        uint256 noticeAt,
        bytes calldata named
    ) external view returns (bytes32[4] memory sum, uint256[] memory standing);

    /// @notice Whether this chain has the precompiles of EIP-2537.
    function available() external view returns (bool);

    /// @notice The hash of the member's ballot key (keccak256 of its 96 bytes); zero for none.
    function keyOf(uint32 memberId) external view returns (bytes32 keyHash);

    /// @notice What is kept of a key.
    function keyRecord(bytes32 keyHash) external view returns (KeyRecord memory);

    /// @notice Whether a ballot of this key counts on a proposal noticed at `noticeAt`, as far as the key goes.
    function holds(bytes32 keyHash, uint256 noticeAt) external view returns (bool);

    /// @notice A sheet of keys; `pointer` is zero when there is none with this number.
    function sheetOf(uint32 sheet) external view returns (KeySheet memory);

    /// @notice How many sheets were ever packed.
    function sheetCount() external view returns (uint32);
}
