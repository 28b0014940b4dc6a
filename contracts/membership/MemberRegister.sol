// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IERC5192} from "../interfaces/IERC5192.sol";
import {
    ClassDeclaration,
    ClassKind,
    ClassRoll,
    Founder,
    IMemberRegister,
    Member,
    MembershipTerms,
    MemberStatus
} from "../interfaces/IMemberRegister.sol";
import {MemberDocument} from "../libraries/MemberDocument.sol";
import {RollWord} from "../libraries/RollWord.sol";
import {Applying} from "./Applying.sol";
import {Recovering} from "./Recovering.sol";

/// @title MemberRegister
/// @notice See {IMemberRegister}; for the way in {IApplications}, for lost accounts {IRecovery}.
contract MemberRegister is Applying, Recovering, IERC721Metadata {
    using RollWord for uint256;

    /// @notice Declares the classes and admits the founders. Called once, by the factory.
    function initialize(
        string calldata name_,
        ClassDeclaration[] calldata classes,
        Founder[] calldata founders,
        MembershipTerms calldata terms
    ) external initializer {
        if (classes.length == 0 || classes.length > MAX_CLASSES) {
            revert MemberRegisterClassesOutOfBounds(classes.length);
        }
        _name = name_;
        _setTerms(terms);
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
        return _admit(account, class, commitment, false);
    }

    /// @inheritdoc IMemberRegister
    function readmit(address account, uint8 class, bytes32 commitment) external restricted returns (uint32) {
        return _admit(account, class, commitment, true);
    }

    /// @inheritdoc IMemberRegister
    function windUp() external onlyPlace(Place.Directory) {
        _rollWords[0] = _rollWords[0].close();
    }

    /// @inheritdoc IMemberRegister
    function resign() external {
        uint32 memberId = _holdings[msg.sender].memberId;
        // Whoever holds a lost key does not take the member's money and leave (M6).
        if (isRecovering(memberId)) revert MemberRegisterRecoveryUnderWay(memberId, _recoveries[memberId].newAccount);
        Holding memory holding = _end(msg.sender, MemberStatus.Left);
        emit Left(holding.memberId, msg.sender, holding.seat);
    }

    /// @inheritdoc IMemberRegister
    function expel(uint32 memberId, bytes32 grounds) external restricted {
        if (grounds == 0) revert MemberRegisterGroundsMissing();
        address account = ownerOf(memberId);
        Holding memory holding = _end(account, MemberStatus.Expelled);
        emit Expelled(memberId, account, holding.seat, grounds);
    }

    // ------------------------------------------------------------------------------------------ suspension, terms

    /// @inheritdoc IMemberRegister
    function suspend(uint32 memberId, uint40 until, bytes32 reason) external restricted {
        ownerOf(memberId);
        uint40 latest = uint40(block.timestamp + _terms.suspensionLimit);
        if (until <= block.timestamp || until > latest || reason == 0) {
            revert MemberRegisterSuspensionOutOfBounds(until, latest);
        }
        uint40 standing = _suspendedUntil[memberId];
        if (standing > block.timestamp) revert MemberRegisterSuspensionStands(memberId, standing);
        bytes32 key = keccak256(abi.encode(memberId, reason));
        if (_reasonUsed[key]) revert MemberRegisterReasonUsed(memberId, reason);
        _reasonUsed[key] = true;
        _suspendedUntil[memberId] = until;
        emit Suspended(memberId, until, reason);
    }

    /// @inheritdoc IMemberRegister
    function lift(uint32 memberId) external restricted {
        uint40 standing = _suspendedUntil[memberId];
        if (standing <= block.timestamp) revert MemberRegisterSuspensionStands(memberId, standing);
        delete _suspendedUntil[memberId];
        emit SuspensionLifted(memberId);
    }

    /// @inheritdoc IMemberRegister
    function setTerms(MembershipTerms calldata terms) external restricted {
        _setTerms(terms);
    }

    function _setTerms(MembershipTerms calldata terms) private {
        if (terms.decideWithin == 0 || terms.decideWithin > 90 days) revert MemberRegisterTermOutOfBounds("M2");
        if (terms.suspensionLimit > 90 days) revert MemberRegisterTermOutOfBounds("M4");
        if (terms.recoveryWait < 7 days || terms.recoveryWait > 60 days) revert MemberRegisterTermOutOfBounds("M6");
        _terms = terms;
        emit MembershipTermsSet(terms);
    }

    // ---------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IMemberRegister
    function standings(
        address one,
        address other
    ) external view returns (uint32 oneId, uint40 oneUntil, uint32 otherId, uint40 otherUntil) {
        (oneId, otherId) = (_holdings[one].memberId, _holdings[other].memberId);
        (oneUntil, otherUntil) = (_suspendedUntil[oneId], _suspendedUntil[otherId]);
    }

    /// @inheritdoc IMemberRegister
    function seatOf(address account) external view returns (uint32 memberId, uint32 seat) {
        Holding memory holding = _holdings[account];
        return (holding.memberId, holding.seat);
    }

    /// @inheritdoc IMemberRegister
    function suspendedUntil(uint32 memberId) external view returns (uint40) {
        return _suspendedUntil[memberId];
    }

    /// @inheritdoc IMemberRegister
    function membershipTerms() external view returns (MembershipTerms memory) {
        return _terms;
    }

    /// @inheritdoc IMemberRegister
    function wasMember(address account) external view returns (bool) {
        return _holdings[account].known;
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
    function headcount() external view returns (uint256 active, uint32 newest) {
        uint256 word = _rollWords[0];
        return (_activeOf(word), word.membersEver());
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

    /// @notice A document in the URI itself: the member's number and nothing else (M7).
    function tokenURI(uint256 tokenId) external view returns (string memory) {
        ownerOf(tokenId);
        return MemberDocument.uri(tokenId);
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
            interfaceId == type(IERC721Metadata).interfaceId ||
            interfaceId == type(IERC5192).interfaceId;
    }
}
