// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ApplicationState, IApplications} from "../interfaces/IApplications.sol";
import {IERC5192} from "../interfaces/IERC5192.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {ClassKind, IMemberRegister, Member, MembershipTerms, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {Recovery} from "../interfaces/IRecovery.sol";
import {Leaving} from "../libraries/Leaving.sol";
import {Module} from "../libraries/Module.sol";
import {RollWord} from "../libraries/RollWord.sol";
import {Seats} from "../libraries/Seats.sol";

/// @title What the register keeps, and the few ways in which a membership begins, moves and ends
/// @dev Two words a member: the record under the permanent id, and id and seat under the account. Append only.
abstract contract RegisterState is IMemberRegister, IApplications, IERC721, IERC5192, Module {
    using RollWord for uint256;

    uint8 internal constant MAX_CLASSES = 8;

    /// @dev One word: an application writes it, so that whoever joins finds it written.
    /// @param memberId zero unless the account speaks for an active member
    /// @param known whether it does or ever did
    /// @param class, state, appealed, until its application, see {Application}
    struct Holding {
        uint32 memberId;
        uint32 seat;
        bool expelled;
        bool known;
        uint8 class;
        ApplicationState state;
        bool appealed;
        uint40 until;
    }

    /// @param requested whether the new account asked
    /// @param burnt a vetoed request is not attested again
    struct Request {
        bool requested;
        bool byBoard;
        uint8 byMembers;
        bool burnt;
    }

    mapping(uint32 memberId => Member) internal _members;
    mapping(address account => Holding) internal _holdings;
    /// @dev Index 0 has classes 0 to 3 and all that is counted once, index 1 classes 4 to 7: see `RollWord`.
    uint256[2] internal _rollWords;
    ClassKind[8] internal _kinds;
    string internal _name;
    MembershipTerms internal _terms;
    /// @dev Salted hashes of the documents of applications (M7).
    mapping(address account => bytes32) internal _commitments;
    /// @dev For whom an attestation spoke (M1).
    mapping(bytes32 attestation => address) internal _attested;
    mapping(uint32 memberId => uint40) internal _suspendedUntil;
    mapping(bytes32 memberAndReason => bool) internal _reasonUsed;
    mapping(uint32 memberId => Recovery) internal _recoveries;
    mapping(bytes32 memberAndAccount => Request) internal _requests;
    mapping(bytes32 memberAndAccount => mapping(address => bool)) internal _attestors;

    /// @param again whether the members take back somebody whom they expelled (M5)
    function _admit(address account, uint8 class, bytes32 commitment, bool again) internal returns (uint32 memberId) {
        _requireOutside(account);
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
        _holdings[account] = _holding(memberId, seat, false);
        if (before.state != ApplicationState.None) delete _commitments[account];
        _members[memberId] = Member(account, class, serial, MemberStatus.Active, uint40(block.timestamp));

        emit Transfer(address(0), account, memberId);
        emit Locked(memberId);
        emit Admitted(memberId, account, seat, commitment);
    }

    /// @dev A member's own wish. The former seat closes at once and the new one is on no closed roll: whoever moves while a
    /// vote is under way keeps the ballot it has cast and casts no other [case 11].
    function _changeClass(address account, Holding memory holding, uint8 class) internal {
        uint8 former = Seats.classOf(holding.seat);
        if (class == former) revert MemberRegisterSameClass(class);
        _rollWords[former / 4] = _rollWords[former / 4].withoutMember(former);
        uint24 serial = _takeSerial(_rollWords[0], class);
        uint32 seat = Seats.make(class, serial);
        _holdings[account] = _holding(holding.memberId, seat, false);
        delete _commitments[account];
        (_members[holding.memberId].class, _members[holding.memberId].serial) = (class, serial);
        emit ClassChanged(holding.memberId, account, holding.seat, seat);
        Leaving.reseat(directory(), account, holding.memberId, seat);
    }

    /// @dev Counts a seat more. `word` is the first word as it is to be, but for that.
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

    /// @dev The one way in which a membership ends: the seat closes, income ends, the Assembly forgets the seat, offices
    /// end, and everything that is the member's is paid out or queued.
    function _end(address account, MemberStatus status) internal returns (Holding memory holding) {
        holding = _holdings[account];
        if (holding.memberId == 0) revert MemberRegisterNotMember(account);
        uint256 word = _rollWords[0];
        if (!word.isClosed() && _activeOf(word) == 1) revert MemberRegisterLastMember(holding.memberId);

        _holdings[account] = _holding(0, 0, status == MemberStatus.Expelled);
        _members[holding.memberId].status = status;
        uint8 class = Seats.classOf(holding.seat);
        _rollWords[class / 4] = _rollWords[class / 4].withoutMember(class);
        if (holding.state != ApplicationState.None) delete _commitments[account];

        emit Transfer(account, address(0), holding.memberId);
        Leaving.tell(directory(), account, holding.memberId);
    }

    /// @inheritdoc IMemberRegister
    function member(uint256 memberId) public view returns (Member memory m) {
        m = _members[uint32(memberId)];
        if (m.status == MemberStatus.None || memberId > type(uint32).max) revert MemberRegisterNoSuchMember(memberId);
    }

    function _activeOf(uint256 word) internal view returns (uint256 members) {
        members = word.activeInAll();
        if (word.classCount() > 4) members += _rollWords[1].activeInAll();
    }

    /// @dev Somebody's account, and not one of the co-op's own modules.
    function _requireOutside(address account) internal view {
        bool isModule = account.code.length != 0 && directory().placeOf(account) != Place.None;
        if (account == address(0) || isModule) revert MemberRegisterUnfitAccount(account);
    }

    /// @dev What is kept of an account that is or was a member's, without an application.
    function _holding(uint32 memberId, uint32 seat, bool expelled) internal pure returns (Holding memory) {
        return Holding(memberId, seat, expelled, true, 0, ApplicationState.None, false, 0);
    }

    /// @dev Whether the account has an application that waits for the board, or was accepted and can be used.
    function _isOpen(Holding memory h) internal view returns (bool) {
        return
            (h.state == ApplicationState.Waiting || h.state == ApplicationState.Accepted) && block.timestamp <= h.until;
    }
}
