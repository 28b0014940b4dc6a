// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IAssemblyDesk} from "../interfaces/IAssembly.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IERC5192} from "../interfaces/IERC5192.sol";
import {
    ClassDeclaration,
    ClassKind,
    ClassRoll,
    Founder,
    IMemberRegister,
    Member,
    MemberStatus
} from "../interfaces/IMemberRegister.sol";
import {Module} from "../libraries/Module.sol";
import {RollWord} from "../libraries/RollWord.sol";
import {Seats} from "../libraries/Seats.sol";

/// @title MemberRegister
/// @notice See {IMemberRegister}.
/// @dev Two words a member: the record under the permanent id, and id and seat under the account. The account's word is
/// there only while the membership is active.
contract MemberRegister is IMemberRegister, IERC721, IERC5192, Module {
    using RollWord for uint256;

    uint256 private constant MAX_CLASSES = 8;

    struct Holding {
        uint32 memberId;
        uint32 seat;
        bool expelled;
    }

    mapping(uint32 memberId => Member) private _members;
    mapping(address account => Holding) private _holdings;
    /// @dev Index 0 has classes 0 to 3 and all that is counted once, index 1 classes 4 to 7: see `RollWord`.
    uint256[2] private _rollWords;
    ClassKind[8] private _kinds;
    string private _name;

    /// @notice Declares the classes and admits the founders. Called once, by the factory.
    function initialize(
        string calldata name_,
        ClassDeclaration[] calldata classes,
        Founder[] calldata founders
    ) external initializer {
        if (classes.length == 0 || classes.length > MAX_CLASSES) {
            revert MemberRegisterClassesOutOfBounds(classes.length);
        }
        _name = name_;
        uint8 byResolution;
        for (uint8 i = 0; i < classes.length; ++i) {
            if (classes[i].kind == ClassKind.None) revert MemberRegisterUnknownClass(i);
            _kinds[i] = classes[i].kind;
            if (classes[i].kind == ClassKind.Community) byResolution |= uint8(1 << i);
            emit ClassDeclared(i, classes[i].kind, classes[i].name);
        }
        _rollWords[0] = RollWord.declare(classes.length, byResolution);
        for (uint256 i = 0; i < founders.length; ++i) {
            _admit(founders[i].account, founders[i].class, founders[i].commitment, false);
        }
    }

    // ----------------------------------------------------------------------------------------- joining and leaving

    /// @inheritdoc IMemberRegister
    function admit(address account, uint8 class, bytes32 commitment) external restricted returns (uint32) {
        bool byResolution = _rollWords[0].isByResolution(class);
        if (byResolution && msg.sender != directory().moduleAt(Place.Assembly)) {
            revert MemberRegisterByResolutionOnly(class);
        }
        return _admit(account, class, commitment, false);
    }

    /// @inheritdoc IMemberRegister
    function readmit(address account, uint8 class, bytes32 commitment) external restricted returns (uint32) {
        return _admit(account, class, commitment, true);
    }

    /// @param again whether the members take back somebody whom they expelled (M5)
    function _admit(address account, uint8 class, bytes32 commitment, bool again) private returns (uint32 memberId) {
        bool isModule = account.code.length != 0 && directory().placeOf(account) != Place.None;
        if (account == address(0) || isModule) revert MemberRegisterUnfitAccount(account);
        uint256 word = _rollWords[0];
        if (word.isClosed()) revert MemberRegisterWindingUp();
        if (class >= word.classCount()) revert MemberRegisterUnknownClass(class);
        Holding memory before = _holdings[account];
        if (before.memberId != 0) revert MemberRegisterAlreadyMember(account);
        if (before.expelled && !again) revert MemberRegisterExpelled(account);
        if (again && !before.expelled) revert MemberRegisterNotExpelled(account);

        memberId = word.membersEver() + 1;
        uint24 serial = _takeSerial(word.withMember(), class);
        uint32 seat = Seats.make(class, serial);
        _holdings[account] = Holding(memberId, seat, false);
        _members[memberId] = Member(account, class, serial, MemberStatus.Active, uint40(block.timestamp));

        emit Transfer(address(0), account, memberId);
        emit Locked(memberId);
        emit Admitted(memberId, account, seat, commitment);
    }

    /// @dev Counts a member and a seat more. `word` is the first word as it is to be, but for that.
    function _takeSerial(uint256 word, uint8 class) private returns (uint24 serial) {
        bool inFirst = class < 4;
        uint256 own = inFirst ? word : _rollWords[1];
        serial = own.lastSerial(class);
        if (serial == type(uint24).max) revert MemberRegisterClassFull(class);
        own = own.withSeat(class);
        if (inFirst) word = own;
        else _rollWords[1] = own;
        _rollWords[0] = word;
        return serial + 1;
    }

    /// @inheritdoc IMemberRegister
    function windUp() external onlyPlace(Place.Directory) {
        _rollWords[0] = _rollWords[0].close();
    }

    /// @inheritdoc IMemberRegister
    function resign() external {
        Holding memory holding = _end(msg.sender, MemberStatus.Left);
        emit Left(holding.memberId, msg.sender, holding.seat);
    }

    /// @inheritdoc IMemberRegister
    function expel(uint32 memberId, bytes32 grounds) external restricted {
        if (grounds == 0) revert MemberRegisterGroundsMissing();
        if (_active() == 1) revert MemberRegisterLastMember(memberId);
        address account = ownerOf(memberId);
        Holding memory holding = _end(account, MemberStatus.Expelled);
        _holdings[account].expelled = true;
        emit Expelled(memberId, account, holding.seat, grounds);
    }

    /// @dev The one way in which a membership ends: the seat closes, and the Assembly forgets it.
    function _end(address account, MemberStatus status) private returns (Holding memory holding) {
        holding = _holdings[account];
        if (holding.memberId == 0) revert MemberRegisterNotMember(account);

        delete _holdings[account];
        _members[holding.memberId].status = status;
        uint8 class = Seats.classOf(holding.seat);
        _rollWords[class / 4] = _rollWords[class / 4].withoutMember(class);

        emit Transfer(account, address(0), holding.memberId);
        IAssemblyDesk(directory().moduleAt(Place.Assembly)).vacate(account);
    }

    function _active() private view returns (uint256 members) {
        (uint256 low, uint256 high) = (_rollWords[0], _rollWords[1]);
        for (uint8 i = 0; i < MAX_CLASSES; ++i) {
            members += (i < 4 ? low : high).active(i);
        }
    }

    // ---------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IMemberRegister
    function seatOf(address account) external view returns (uint32 memberId, uint32 seat) {
        Holding memory holding = _holdings[account];
        return (holding.memberId, holding.seat);
    }

    /// @inheritdoc IMemberRegister
    function member(uint256 memberId) public view returns (Member memory m) {
        m = _members[uint32(memberId)];
        if (m.status == MemberStatus.None || memberId > type(uint32).max) revert MemberRegisterNoSuchMember(memberId);
    }

    /// @inheritdoc IMemberRegister
    function isRecovering(uint32) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IMemberRegister
    function isExpelled(address account) external view returns (bool) {
        return _holdings[account].expelled;
    }

    /// @inheritdoc IMemberRegister
    function roll() external view returns (ClassRoll[] memory rolls) {
        uint256 low = _rollWords[0];
        rolls = new ClassRoll[](low.classCount());
        uint256 high = rolls.length > 4 ? _rollWords[1] : 0;
        for (uint8 i = 0; i < rolls.length; ++i) {
            uint256 word = i < 4 ? low : high;
            rolls[i] = ClassRoll(_kinds[i], word.active(i), word.lastSerial(i));
        }
    }

    /// @inheritdoc IMemberRegister
    function classCount() external view returns (uint8) {
        return _rollWords[0].classCount();
    }

    /// @inheritdoc IMemberRegister
    function membersEver() external view returns (uint32) {
        return _rollWords[0].membersEver();
    }

    /// @inheritdoc IMemberRegister
    function membersFrom(uint32 from, uint32 count) external view returns (Member[] memory page) {
        uint256 end = uint256(from) + count;
        uint256 ever = _rollWords[0].membersEver();
        if (end > ever + 1) end = ever + 1;
        page = new Member[](from == 0 || from >= end ? 0 : end - from);
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _members[uint32(from + i)];
        }
    }

    // --------------------------------------------------------------------------- ERC-721, bound to its member (M1)

    /// @notice The co-op's name.
    function name() external view returns (string memory) {
        return _name;
    }

    /// @notice The token's short name.
    function symbol() external pure returns (string memory) {
        return "MEMBER";
    }

    /// @notice 1 for an active member, else 0.
    function balanceOf(address owner) external view returns (uint256) {
        return _holdings[owner].memberId == 0 ? 0 : 1;
    }

    /// @notice The account of an active member; reverts for one that left.
    function ownerOf(uint256 tokenId) public view returns (address) {
        Member memory m = member(tokenId);
        if (m.status != MemberStatus.Active) revert MemberRegisterNoSuchMember(tokenId);
        return m.account;
    }

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        return ownerOf(tokenId) != address(0);
    }

    /// @notice Nobody is ever approved.
    function getApproved(uint256 tokenId) external view returns (address) {
        ownerOf(tokenId);
        return address(0);
    }

    /// @notice Nobody is ever approved.
    function isApprovedForAll(address, address) external pure returns (bool) {
        return false;
    }

    /// @notice Always reverts: memberships are not moved.
    function transferFrom(address, address, uint256) external pure {
        revert MemberRegisterSoulbound();
    }

    /// @notice Always reverts: memberships are not moved.
    function safeTransferFrom(address, address, uint256) external pure {
        revert MemberRegisterSoulbound();
    }

    /// @notice Always reverts: memberships are not moved.
    function safeTransferFrom(address, address, uint256, bytes calldata) external pure {
        revert MemberRegisterSoulbound();
    }

    /// @notice Always reverts: memberships are not moved.
    function approve(address, uint256) external pure {
        revert MemberRegisterSoulbound();
    }

    /// @notice Always reverts: memberships are not moved.
    function setApprovalForAll(address, bool) external pure {
        revert MemberRegisterSoulbound();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC165).interfaceId ||
            interfaceId == type(IERC721).interfaceId ||
            interfaceId == type(IERC5192).interfaceId;
    }
}
