// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {
    ClassTally,
    Draft,
    IAssemblyDesk,
    Kind,
    KindRule,
    Outcome,
    ProposalRecord,
    Rules
} from "../interfaces/IAssembly.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IERC4824} from "../interfaces/IERC4824.sol";
import {ClassKind} from "../interfaces/IMemberRegister.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {OutcomeLib} from "../libraries/OutcomeLib.sol";
import {OwnCode} from "../libraries/OwnCode.sol";
import {RuleBounds} from "../libraries/RuleBounds.sol";
import {Seats} from "../libraries/Seats.sol";
import {AssemblyState} from "./AssemblyState.sol";
import {Description} from "./Description.sol";
import {Kinds} from "./Kinds.sol";
import {Proxies, Voter} from "./Proxies.sol";
import {SignedBallots} from "./SignedBallots.sol";

/// @title AssemblyDesk: the part of the Assembly that is not in a hurry
/// @notice Drafts, rules and everything that is only read. See {IAssemblyDesk}.
/// @dev Never called at its own address: `Assembly` hands over every call it does not know by delegatecall, so this
/// code runs on the Assembly's storage and under its name. What it does not know either it hands over to `AssemblyLobby`.
/// It exists because one contract may not exceed the code limit.
contract AssemblyDesk is IAssemblyDesk, IERC4824, AssemblyState, Proxy {
    using BallotBox for BallotBox.Box;
    using Proxies for Proxies.Book;

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    address private immutable LOBBY;

    /// @param lobby the implementation of `AssemblyLobby`
    constructor(address lobby) {
        if (lobby.code.length == 0) revert AssemblyPartMissing();
        LOBBY = lobby;
    }

    /// @notice Sets the first rules. Called once, by the factory.
    function initialize(Rules calldata rules) external initializer {
        _setRules(rules);
    }

    // ---------------------------------------------------------------------------------------------------- drafts

    /// @inheritdoc IAssemblyDesk
    function draft(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        string calldata description,
        Kind atLeast
    ) external returns (uint256 draftId) {
        _requireReadable(description, calldatas);
        Kind kind = Kinds.classify(directory(), targets, values, calldatas).kind;
        if (atLeast > kind) kind = atLeast;

        bytes32 content = keccak256(abi.encode(targets, values, calldatas, keccak256(bytes(description))));
        draftId = _draftId(msg.sender, uint256(content));
        _openDraft(draftId, kind, false);
        emit Drafted(draftId, msg.sender, kind, targets, values, calldatas, description);
    }

    /// @inheritdoc IAssemblyDesk
    function second(uint256 draftId) external {
        Draft storage d = _requireDraft(draftId);
        uint32 seat = _voterOf(msg.sender).seat;
        if (msg.sender == d.proposer || !_boxes[_secondersOf(draftId, d.openedAt)].mark(seat)) {
            revert AssemblyAlreadySeconded(draftId, msg.sender);
        }

        uint24 seconders = ++d.seconders;
        emit Seconded(draftId, msg.sender, seconders);
    }

    /// @inheritdoc IAssemblyDesk
    function withdrawDraft(uint256 draftId) external {
        if (msg.sender != _requireDraft(draftId).proposer) revert AssemblyNotProposer(msg.sender);

        delete _drafts[draftId];
        emit DraftWithdrawn(draftId);
    }

    /// @dev The box that remembers who seconded. A draft that is opened anew later under the same id
    /// starts with an empty one.
    function _secondersOf(uint256 draftId, uint40 openedAt) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(draftId, openedAt)));
    }

    // -------------------------------------------------------------------------------------------- signed ballots

    /// @inheritdoc IAssemblyDesk
    function castVotesBySig(uint256 proposalId, bytes calldata ballots) external returns (uint256 counted) {
        if (IGovernor(address(this)).state(proposalId) != IGovernor.ProposalState.Active) {
            revert AssemblyVotingClosed(proposalId);
        }
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(NAME)), keccak256(bytes(VERSION)), block.chainid, address(this))
        );
        SignedBallots.Vote memory vote = SignedBallots.Vote(
            proposalId,
            domain,
            _register(),
            _records[proposalId].topic
        );
        return SignedBallots.count(_boxes[proposalId], _voters, _proxies, vote, ballots);
    }

    // --------------------------------------------------------------------------------------------- class petition

    /// @inheritdoc IAssemblyDesk
    function petition(uint256 proposalId) external {
        ProposalRecord storage record = _records[proposalId];
        bool inNotice = IGovernor(address(this)).state(proposalId) == IGovernor.ProposalState.Pending;
        if (!inNotice || record.kind != Kind.Ordinary) revert AssemblyPetitionClosed(proposalId);

        uint32 seat = _voterOf(msg.sender).seat;
        uint8 class = Seats.classOf(seat);
        BallotBox.Box storage box = _boxes[proposalId];
        if (!box.onRoll(seat)) revert AssemblyNotOnRoll(proposalId, seat);
        (uint8 kind, uint24 roll) = box.rollOf(class);
        if (kind == uint8(ClassKind.Investor)) revert AssemblyPetitionNotForInvestors(class);
        if (!_boxes[_petitionId(proposalId)].mark(seat)) revert AssemblyAlreadyPetitioned(proposalId, msg.sender);

        uint24 petitioners = ++_petitioners[proposalId][class];
        emit Petitioned(proposalId, class, msg.sender, petitioners);
        // A majority of the class's roll, three members at least.
        if (petitioners >= 3 && uint256(petitioners) * 2 > roll && !record.everyClass) {
            record.everyClass = true;
            emit EveryClassAsked(proposalId, class);
        }
    }

    function _petitionId(uint256 proposalId) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("petition", proposalId)));
    }

    // ------------------------------------------------------------------------------------------------- expulsion

    /// @inheritdoc IAssemblyDesk
    function beHeard(uint256 proposalId, bytes32 statement) external {
        IGovernor.ProposalState s = IGovernor(address(this)).state(proposalId);
        bool open = s == IGovernor.ProposalState.Pending || s == IGovernor.ProposalState.Active;
        if (!open || _voterOf(msg.sender).seat != _records[proposalId].excluded) {
            revert AssemblyNotToBeHeard(proposalId, msg.sender);
        }
        emit Heard(proposalId, msg.sender, statement);
    }

    // ----------------------------------------------------------------------------------------- rules and minutes

    /// @inheritdoc IAssemblyDesk
    function setRules(Rules calldata rules) external onlyByResolution {
        _setRules(rules);
    }

    /// @inheritdoc IAssemblyDesk
    function minute(bytes32 matter) external onlyByResolution {
        emit Minuted(matter);
    }

    /// @inheritdoc IAssemblyDesk
    function setDaoURI(string calldata uri) external onlyByResolution {
        _daoURI = uri;
        emit DAOURIUpdate(address(this), uri);
    }

    /// @inheritdoc IAssemblyDesk
    function callOutside(address target, bytes32 codeHash, bytes calldata data) external onlyByResolution {
        bool isModule = directory().placeOf(target) != Place.None;
        if (isModule || !OwnCode.isAt(target) || target.codehash != codeHash) {
            revert AssemblyTargetUnfit(target, codeHash);
        }
        emit CalledOutside(target, data);
        Address.functionCall(target, data);
    }

    function _setRules(Rules calldata rules) private {
        RuleBounds.check(rules, _register().roll());
        uint32 version = ++_rulesVersion;
        _rules[version] = rules;
        emit RulesSet(version, rules);
    }

    // ---------------------------------------------------------------------------------------------------- seats

    /// @inheritdoc IAssemblyDesk
    function vacate(address account) external onlyPlace(Place.Register) {
        Voter memory voter = _voters[account];
        // Whoever was never asked after here has voted, named and accepted nothing.
        if (voter.seat == 0) return;
        delete _voters[account];
        _proxies.endAll(voter.seat, voter.speaksIn);
    }

    /// @inheritdoc IAssemblyDesk
    function move(address from, address to) external onlyPlace(Place.Register) {
        _voters[to] = _voters[from];
        delete _voters[from];
    }

    // ---------------------------------------------------------------------------------------------------- reading

    /// @inheritdoc IAssemblyDesk
    function outcome(uint256 proposalId) external view returns (Outcome memory) {
        ProposalRecord memory record = _records[proposalId];
        if (record.noticeAt == 0) revert AssemblyNoSuchProposal(proposalId);
        return OutcomeLib.ofProposal(_boxes[proposalId], record, _rules[record.rulesVersion]);
    }

    /// @inheritdoc IAssemblyDesk
    function tally(uint256 proposalId) external view returns (ClassTally[] memory) {
        return OutcomeLib.tallies(_boxes[proposalId], _records[proposalId].classes);
    }

    /// @inheritdoc IAssemblyDesk
    function ballotOf(uint256 proposalId, uint32 seat) external view returns (uint8) {
        return uint8(_boxes[proposalId].ballotOf(seat));
    }

    /// @inheritdoc IAssemblyDesk
    function proposalRecord(uint256 proposalId) external view returns (ProposalRecord memory) {
        return _records[proposalId];
    }

    /// @inheritdoc IAssemblyDesk
    function draftRecord(uint256 draftId) external view returns (Draft memory) {
        return _drafts[draftId];
    }

    /// @inheritdoc IAssemblyDesk
    function hasSeconded(uint256 draftId, address account) external view returns (bool) {
        (, uint32 seat) = _register().seatOf(account);
        return seat != 0 && _boxes[_secondersOf(draftId, _drafts[draftId].openedAt)].ballotOf(seat) != 0;
    }

    /// @inheritdoc IAssemblyDesk
    function secondersNeeded() external view returns (uint256) {
        return _secondersNeeded(_rollNow());
    }

    /// @inheritdoc IAssemblyDesk
    function quorumNow(Kind kind) external view returns (uint256) {
        KindRule memory rule = _rules[_rulesVersion].kinds[uint8(kind)];
        return OutcomeLib.needed(_rollNow(), rule.quorumNumber, rule.quorumShare);
    }

    /// @inheritdoc IAssemblyDesk
    function proposalsEver() external view returns (uint256) {
        return _proposalCount;
    }

    /// @notice Where the co-op describes itself: what the members set, else a document made here, in the URI itself.
    /// @inheritdoc IERC4824
    // solhint-disable-next-line func-name-mixedcase
    function daoURI() external view returns (string memory) {
        return bytes(_daoURI).length == 0 ? Description.make(_register()) : _daoURI;
    }

    /// @inheritdoc IAssemblyDesk
    function disposalShare() external view returns (uint256) {
        return _rules[_rulesVersion].voting.disposalShare;
    }

    /// @inheritdoc IAssemblyDesk
    function rulesAt(uint32 version) external view returns (Rules memory) {
        return _rules[version];
    }

    /// @inheritdoc IAssemblyDesk
    function rulesVersion() external view returns (uint32) {
        return _rulesVersion;
    }

    /// @inheritdoc IAssemblyDesk
    function leastKind(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external view returns (Kind) {
        return Kinds.classify(directory(), targets, values, calldatas).kind;
    }

    /// @dev Proxies and polls are the lobby's, on this storage and with this sender.
    function _implementation() internal view override returns (address) {
        return LOBBY;
    }
}
