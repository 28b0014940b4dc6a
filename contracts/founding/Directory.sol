// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";
import {Founder, IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {IPatronage} from "../interfaces/IPatronage.sol";
import {IReserve} from "../interfaces/IReserve.sol";
import {OwnCode} from "../libraries/OwnCode.sol";
import {Places} from "../libraries/Places.sol";

/// @title Directory
/// @notice See {IDirectory}.
/// @dev A module names its place in its own code, and the directory confirms it: finding the place of an address needs
/// no second table, and a former module is nobody.
contract Directory is IDirectory, Initializable {
    mapping(Place place => address) private _modules;
    uint256 private _windingUpSince;
    uint256 private _closedAt;
    bytes32 private _purposeHash;
    bytes32 private _furtherFounders;
    uint256 private _foundersUntil;

    /// @dev So long creditors have before shares are repaid (A2).
    uint256 private constant CLOSES_AFTER = 90 days;
    /// @dev So long the list of further founders can be handed in.
    uint256 private constant FOUNDERS_WITHIN = 30 days;
    /// @dev A page, so that a member reads it (A8).
    uint256 private constant LONGEST_PURPOSE = 2_000;

    constructor() {
        _disableInitializers();
    }

    /// @notice Takes the first modules, the purpose, and the hash of further founders. Called once, by the factory, in the transaction that founds the co-op.
    function initialize(
        Place[] calldata places,
        address[] calldata modules,
        string calldata purpose,
        bytes32 furtherFounders_
    ) external initializer {
        for (uint256 i = 0; i < places.length; ++i) {
            _place(places[i], modules[i]);
        }
        _statePurpose(purpose);
        if (furtherFounders_ == 0) return;
        (_furtherFounders, _foundersUntil) = (furtherFounders_, block.timestamp + FOUNDERS_WITHIN);
        emit FurtherFoundersNamed(furtherFounders_, _foundersUntil);
    }

    /// @inheritdoc IDirectory
    function admitFounders(Founder[] calldata founders) external {
        bytes32 hash = keccak256(abi.encode(founders));
        if (hash != _furtherFounders) revert DirectoryFoundersNotNamed(hash, _furtherFounders);
        if (block.timestamp > _foundersUntil) revert DirectoryFoundersTooLate(_foundersUntil);
        delete _furtherFounders;
        delete _foundersUntil;
        IMemberRegister register = IMemberRegister(_modules[Place.Register]);
        IReserve reserve = IReserve(_modules[Place.Reserve]);
        uint256 count;
        for (uint256 i = 0; i < founders.length; ++i) {
            Founder calldata one = founders[i];
            // Else whoever joins meanwhile would keep all others out.
            if (register.wasMember(one.account)) continue;
            reserve.requireNotBody(one.account);
            register.admit(one.account, one.class, one.commitment);
            ++count;
        }
        emit FurtherFoundersAdmitted(count);
    }

    /// @inheritdoc IDirectory
    function foundersAwaited() external view returns (bytes32 hash, uint256 until) {
        return (_furtherFounders, _foundersUntil);
    }

    /// @inheritdoc IDirectory
    function statePurpose(string calldata purpose) external {
        if (msg.sender != _modules[Place.Assembly]) revert DirectoryUnauthorised(msg.sender);
        _statePurpose(purpose);
    }

    /// @inheritdoc IDirectory
    function replace(
        Place place,
        address implementation,
        bytes32 codeHash,
        bytes calldata initialisation
    ) external returns (address successor) {
        if (msg.sender != _modules[Place.Assembly]) revert DirectoryUnauthorised(msg.sender);
        if (_isKept(place)) revert DirectoryPlaceFixed(place);
        if (!OwnCode.isAt(implementation) || implementation.codehash != codeHash) {
            revert DirectoryCodeChanged(implementation, codeHash);
        }
        address predecessor = _modules[place];
        // Made here and now, out of what the one before knows of the co-op: nobody can have used it, and it names the same.
        successor = Clones.cloneDeterministicWithImmutableArgs(
            implementation,
            Clones.fetchCloneArgs(predecessor),
            bytes32(uint256(uint160(predecessor)))
        );
        _place(place, successor);
        if (place == Place.Market) _follow(predecessor);
        // Its own code comes last: whatever it calls meets a co-op that knows of it.
        Address.functionCall(successor, initialisation);
        _requireInitialised(successor, initialisation);
    }

    /// @inheritdoc IDirectory
    function windUp() external {
        if (msg.sender != _modules[Place.Assembly]) revert DirectoryUnauthorised(msg.sender);
        if (_windingUpSince != 0) revert DirectoryWindingUp();
        _windingUpSince = block.timestamp;
        emit WindingUp(block.timestamp);
        // Every admission and every offer would ask otherwise.
        IMemberRegister(_modules[Place.Register]).windUp();
        IJobMarket(_modules[Place.Market]).windUp();
    }

    /// @inheritdoc IDirectory
    function close() external {
        if (_closedAt != 0) revert DirectoryClosed();
        uint256 from = _windingUpSince == 0 ? 0 : _windingUpSince + CLOSES_AFTER;
        if (from == 0 || block.timestamp < from) revert DirectoryTooEarly(from);
        // Without somebody to inherit nothing is closed: the members can still name another body.
        IReserve(_modules[Place.Reserve]).beneficiary();
        _closedAt = block.timestamp;
        emit Closed(block.timestamp);
    }

    /// @inheritdoc IDirectory
    function purposeHash() external view returns (bytes32) {
        return _purposeHash;
    }

    /// @inheritdoc IDirectory
    function closedAt() external view returns (uint256) {
        return _closedAt;
    }

    /// @inheritdoc IDirectory
    function windingUpSince() external view returns (uint256) {
        return _windingUpSince;
    }

    /// @inheritdoc IDirectory
    function moduleAt(Place place) external view returns (address) {
        return place == Place.Directory ? address(this) : _modules[place];
    }

    /// @inheritdoc IDirectory
    function placeOf(address module) external view returns (Place) {
        if (module == address(this)) return Place.Directory;
        Place claimed = Places.claimed(this, module);
        return claimed != Place.None && _modules[claimed] == module ? claimed : Place.None;
    }

    /// @dev The reserve is nobody's to replace (A1), nor is what the auditor certifies; the register numbers the seats on
    /// which votes are under way, and knows who was ever a member; bonds, machines, income, points and periods keep what is owed to whom.
    function _isKept(Place place) private pure returns (bool) {
        return
            place == Place.None ||
            place == Place.Directory ||
            place == Place.Reserve ||
            place == Place.Register ||
            place == Place.Audits ||
            place == Place.Bonds ||
            place == Place.Machines ||
            place == Place.Income ||
            place == Place.Patronage ||
            place == Place.Surplus;
    }

    /// @dev Points come from the market that stands here, and the former one only ends what it began. One that is so much at
    /// fault that it cannot be told so does not keep its place by that.
    function _follow(address predecessor) private {
        IPatronage(_modules[Place.Patronage]).follow();
        try IJobMarket(predecessor).windUp() {} catch {}
    }

    /// @dev What is initialised refuses to be so again. After a call that did something else anyone could initialise it.
    function _requireInitialised(address successor, bytes calldata initialisation) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool again, bytes memory refusal) = successor.call(initialisation);
        if (again || bytes4(refusal) != InvalidInitialization.selector) revert DirectoryNotInitialised(successor);
    }

    function _statePurpose(string calldata purpose) private {
        uint256 length = bytes(purpose).length;
        if (length == 0 || length > LONGEST_PURPOSE) revert DirectoryPurposeOutOfBounds(length);
        _purposeHash = keccak256(bytes(purpose));
        emit PurposeStated(purpose);
    }

    function _place(Place place, address module) private {
        if (place == Place.None || Places.claimed(this, module) != place)
            revert DirectoryModuleMisplaced(place, module);
        address predecessor = _modules[place];
        _modules[place] = module;
        emit ModulePlaced(place, module, predecessor);
    }
}
