// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {GovernorUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/GovernorUpgradeable.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {
    Draft,
    IAssembly,
    IAssemblyDesk,
    Kind,
    KindRule,
    Outcome,
    Position,
    ProposalRecord,
    Verdict
} from "../interfaces/IAssembly.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {IERC4824} from "../interfaces/IERC4824.sol";
import {Member, MemberStatus} from "../interfaces/IMemberRegister.sol";
import {IPolls} from "../interfaces/IPolls.sol";
import {IProxies} from "../interfaces/IProxies.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {OutcomeLib} from "../libraries/OutcomeLib.sol";
import {Seats} from "../libraries/Seats.sol";
import {AssemblyState} from "./AssemblyState.sol";
import {Kinds, Motion} from "./Kinds.sol";
import {Proxies, Voter} from "./Proxies.sol";

/// @title Assembly
/// @notice See {IAssembly}.
/// @dev Notice, ballots and execution, on Governor. Ballots are counted in `BallotBox`, outcomes decided in
/// `OutcomeLib`, drafts and rules kept by `AssemblyDesk`, to which every unknown call is handed over. Governor's record
/// of a proposal holds its dates and whether it was carried out.
contract Assembly is IAssembly, AssemblyState, GovernorUpgradeable, Proxy {
    using BallotBox for BallotBox.Box;

    /// @dev A held proposal put again within this time cannot be held again (V10).
    uint256 private constant HELD_AGAIN_WITHIN = 90 days;
    /// @dev A fifth of the roll, two members at least, lift the bar after a clear defeat (V9).
    uint256 private constant BAR_LIFTED_BY = 5;
    address private immutable DESK;

    /// @dev Kind + 1 of the notice that is being given, for `votingDelay` and `votingPeriod`; 0 otherwise.
    uint8 private transient _givingNotice;

    /// @param desk the implementation of `AssemblyDesk`
    constructor(address desk) {
        if (desk.code.length == 0) revert AssemblyPartMissing();
        DESK = desk;
    }

    // ----------------------------------------------------------------------------------------------------- notice

    /// @inheritdoc IAssembly
    function giveNotice(
        address proposer,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (uint256) {
        uint256 draftId = _draftId(proposer, hashProposal(targets, values, calldatas, keccak256(bytes(description))));
        Draft memory d = _requireDraft(draftId);
        if (!d.appeal) _requireMember(d.proposer);
        delete _drafts[draftId];
        return
            _giveNotice(
                Brought(draftId, d.proposer, d.kind, d.seconders, d.openedAt, true),
                targets,
                values,
                calldatas,
                description
            );
    }

    /// @notice Puts a motion on notice at once, for those who need no seconders: the board (V8). Anybody else drafts.
    /// @inheritdoc IGovernor
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) public override(GovernorUpgradeable) returns (uint256) {
        bool asMember = !_isBoard(msg.sender);
        if (asMember) _requireMember(msg.sender);
        if (!_isValidDescriptionForProposer(msg.sender, description)) revert GovernorRestrictedProposer(msg.sender);
        Brought memory by = Brought(0, msg.sender, Kind.Advisory, 0, 0, asMember);
        return _giveNotice(by, targets, values, calldatas, description);
    }

    /// @dev How a motion comes to notice; `needsSeconders` unless the board brings it (V8).
    struct Brought {
        uint256 draftId;
        address proposer;
        Kind atLeast;
        uint256 seconders;
        uint256 openedAt;
        bool needsSeconders;
    }

    /// @dev Notice: another round where the same was put before, the roll closed, rules and code frozen, dates final.
    function _giveNotice(
        Brought memory by,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) private returns (uint256 proposalId) {
        _requireReadable(description, calldatas);
        Motion memory motion = Kinds.classify(directory(), targets, values, calldatas);
        ProposalRecord memory record;
        record.kind = by.atLeast > motion.kind ? by.atLeast : motion.kind;
        (record.topic, record.mayHold) = (motion.topic, motion.mayHold);
        record.noticeAt = uint40(block.timestamp);
        record.rulesVersion = _rulesVersion;
        if (motion.expels != 0) record.excluded = _seatOfMember(motion.expels);
        // Who is to be expelled is not asked to second it.
        if (by.needsSeconders) _requireSeconders(by.seconders, _rollNow() - (record.excluded == 0 ? 0 : 1));
        _nextRound(hashProposal(targets, values, calldatas, keccak256(bytes(description))), record);
        bytes32 actions = keccak256(abi.encode(targets, values, calldatas));
        bool takesPlace = _checkBar(actions, record.kind, by, targets, calldatas);

        _givingNotice = uint8(record.kind) + 1;
        proposalId = _propose(targets, values, calldatas, description, by.proposer);
        _givingNotice = 0;

        if (takesPlace) _latest[actions] = proposalId;
        _codeHashes[proposalId] = _codeHash(targets);
        ++_proposalCount;
        _keep(proposalId, by.draftId, record);
    }

    /// @dev The roll closes, without the member whom the resolution would expel (M5), and the record is kept.
    function _keep(uint256 proposalId, uint256 draftId, ProposalRecord memory record) private {
        BallotBox.Box storage box = _boxes[proposalId];
        (uint24[] memory rolls, uint24[] memory serials) = _closeRoll(box);
        record.classes = uint8(rolls.length);
        if (record.excluded != 0) {
            box.exclude(record.excluded);
            --rolls[Seats.classOf(record.excluded)];
        }
        _records[proposalId] = record;
        emit NoticeGiven(
            proposalId,
            draftId,
            record.kind,
            record.rulesVersion,
            record.round,
            record.topic,
            OutcomeLib.termsOf(record),
            record.excluded,
            rolls,
            serials
        );
    }

    /// @dev The seat of an active member.
    function _seatOfMember(uint32 memberId) private view returns (uint32) {
        Member memory m = _register().member(memberId);
        if (m.status != MemberStatus.Active) revert AssemblyNotMember(m.account);
        return Seats.make(m.class, m.serial);
    }

    /// @dev The same content put again is another round with another id, once the earlier one has ended; how it ended
    /// sets the terms of this one (V10, V12).
    function _nextRound(uint256 contentId, ProposalRecord memory record) private {
        record.mayAdjourn = true;
        record.round = _rounds[contentId];
        uint256 earlier = _roundId(contentId, record.round);
        if (_records[earlier].noticeAt == 0) return;

        ProposalState s = state(earlier);
        if (s == ProposalState.Pending || s == ProposalState.Active || s == ProposalState.Queued) {
            revert AssemblyRoundOpen(earlier);
        }
        Verdict verdict = _outcome(earlier).verdict;
        ProposalRecord storage before = _records[earlier];
        // Held once: neither the next round can be held nor one that soon follows it.
        bool heldBefore = verdict == Verdict.Held || !before.mayHold;
        if (heldBefore && block.timestamp <= proposalDeadline(earlier) + HELD_AGAIN_WITHIN) {
            record.mayHold = false;
        }
        // Put again after an adjournment: once, as the same kind, with relief. What passed starts anew.
        record.relieved = verdict == Verdict.Adjourned && before.kind == record.kind;
        record.mayAdjourn = verdict == Verdict.Passed || (before.mayAdjourn && verdict != Verdict.Adjourned);
        _rounds[contentId] = ++record.round;
    }

    /// @dev V9: actions that were clearly defeated need a fifth of the roll behind them, gathered since, to be an ordinary
    /// resolution again. Nor can the same actions be before the members twice at once as ordinary resolutions.
    /// @return takesPlace whether this proposal is from now on the one that can bar; a stricter one put meanwhile is not
    function _checkBar(
        bytes32 actions,
        Kind kind,
        Brought memory by,
        address[] memory targets,
        bytes[] memory calldatas
    ) private view returns (bool takesPlace) {
        uint256 earlier = _latest[actions];
        if (earlier == 0) return true;
        uint256 closed = proposalDeadline(earlier);
        if (block.timestamp <= closed) {
            if (kind == Kind.Ordinary) revert AssemblyRoundOpen(earlier);
            return false;
        }
        uint256 until = closed + _rules[_rulesVersion].voting.barredFor;
        if (block.timestamp > until || !_clearlyDefeated(earlier)) return true;
        if (kind != Kind.Ordinary || Kinds.neverBarred(directory(), targets, calldatas)) return false;

        uint256 roll = _rollNow();
        uint256 needed = (roll + BAR_LIFTED_BY - 1) / BAR_LIFTED_BY;
        if (needed < 2) needed = 2;
        if (needed >= roll) needed = roll - 1;
        uint256 have = by.openedAt > closed ? by.seconders : 0;
        if (have < needed) revert AssemblyBarred(earlier, until, have, needed);
        return true;
    }

    /// @dev Defeated with quorum and more against than for (V9).
    function _clearlyDefeated(uint256 proposalId) private view returns (bool) {
        Outcome memory o = _outcome(proposalId);
        return o.verdict == Verdict.Defeated && o.ballots >= o.quorum && o.against > o.inFavour;
    }

    // --------------------------------------------------------------------------------------------------- ballots

    /// @dev Every ballot ends here: the vote is open, the voter has a seat on the closed roll, the box counts it.
    /// A changed position replaces the earlier one.
    function _castVote(
        uint256 proposalId,
        address account,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal override returns (uint256) {
        if (params.length != 0) revert AssemblyParamsNotUsed();
        if (support > uint8(type(Position).max)) revert AssemblyUnknownPosition(support);
        if (block.timestamp < super.proposalSnapshot(proposalId) || block.timestamp > proposalDeadline(proposalId)) {
            _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        }

        Voter memory voter = _voterOf(account);
        BallotBox.Box storage box = _boxes[proposalId];
        if (!box.cast(voter.seat, uint256(support) + 1)) revert AssemblyNotOnRoll(proposalId, voter.seat);

        emit VoteCast(account, proposalId, support, 1, reason);
        if (voter.speaksIn != 0) {
            Proxies.count(_proxies, box, proposalId, _records[proposalId].topic, voter.seat, support);
        }
        return 1;
    }

    /// @dev A signed ballot is spent by voting, not by a nonce: it counts only where its voter has not voted yet, so
    /// nobody can overturn a direct vote with it and one lost ballot breaks no other. `nonces` stays zero.
    function _validateVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes memory signature
    ) internal view override returns (bool) {
        bytes32 ballot = keccak256(abi.encode(BALLOT_TYPEHASH, proposalId, support, voter, uint256(0)));
        return _isFirstBallot(proposalId, voter, ballot, signature);
    }

    /// @dev As above, with a reason.
    function _validateExtendedVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes memory params,
        bytes memory signature
    ) internal view override returns (bool) {
        bytes32 ballot = keccak256(
            abi.encode(
                EXTENDED_BALLOT_TYPEHASH,
                proposalId,
                support,
                voter,
                uint256(0),
                keccak256(bytes(reason)),
                keccak256(params)
            )
        );
        return _isFirstBallot(proposalId, voter, ballot, signature);
    }

    function _isFirstBallot(
        uint256 proposalId,
        address voter,
        bytes32 ballot,
        bytes memory signature
    ) private view returns (bool) {
        if (hasVoted(proposalId, voter)) revert AssemblyVotedAlready(proposalId, voter);
        return SignatureChecker.isValidSignatureNow(voter, _hashTypedDataV4(ballot), signature);
    }

    // ------------------------------------------------------------------------------------------------- execution

    /// @dev Carrying out: in its window, on unchanged code. Governor has marked it executed before this call.
    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override {
        if (msg.value != 0) revert AssemblyHoldsNoAssets();
        uint256 eta = proposalEta(proposalId);
        if (eta == 0) revert AssemblyNothingToCarryOut(proposalId);
        if (block.timestamp < eta) revert AssemblyTooEarly(proposalId, eta);
        if (_codeHash(targets) != _codeHashes[proposalId]) revert AssemblyTargetChanged(proposalId);

        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    /// @notice Refused: once notice is given nobody can cancel anything.
    /// @inheritdoc IGovernor
    function cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public view override returns (uint256) {
        revert AssemblyNoCancelling(getProposalId(targets, values, calldatas, descriptionHash));
    }

    /// @notice Refused: a resolution calls its targets itself; a detour around the table of kinds is closed.
    function relay(address, uint256, bytes calldata) public payable override {
        revert AssemblyOnlyByResolution(msg.sender);
    }

    // ---------------------------------------------------------------------------------------------------- reading

    /// @notice Pending during notice, Active while the vote is open; then Defeated (held and adjourned included),
    /// Queued from the close of a passed resolution until it is carried out, Succeeded for a passed advisory one,
    /// Executed, or Expired when its window went by (V13).
    /// @inheritdoc IGovernor
    function state(uint256 proposalId) public view override returns (ProposalState) {
        uint256 opens = super.proposalSnapshot(proposalId);
        if (opens == 0) revert GovernorNonexistentProposal(proposalId);
        if (block.timestamp < opens) return ProposalState.Pending;
        if (block.timestamp <= proposalDeadline(proposalId)) return ProposalState.Active;

        ProposalState closed = super.state(proposalId);
        if (closed == ProposalState.Queued) {
            if (block.timestamp > proposalEta(proposalId) + _kindRule(proposalId).window) return ProposalState.Expired;
        }
        return closed;
    }

    /// @notice When notice was given and the roll closed. The vote opens at `ProposalCreated.voteStart`.
    /// @inheritdoc IGovernor
    function proposalSnapshot(uint256 proposalId) public view override returns (uint256) {
        return _records[proposalId].noticeAt;
    }

    /// @notice The first moment at which the resolution can be carried out if it passes; zero for an advisory one.
    /// @inheritdoc IGovernor
    function proposalEta(uint256 proposalId) public view override returns (uint256) {
        if (_records[proposalId].kind == Kind.Advisory) return 0;
        return proposalDeadline(proposalId) + _kindRule(proposalId).delay;
    }

    /// @notice Whether there is anything to carry out. A passed resolution is Queued by itself: nobody calls `queue`.
    /// @inheritdoc IGovernor
    function proposalNeedsQueuing(uint256 proposalId) public view override returns (bool) {
        return proposalEta(proposalId) != 0;
    }

    /// @notice The id of the latest round of this content.
    /// @inheritdoc IGovernor
    function getProposalId(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public view override returns (uint256) {
        uint256 contentId = hashProposal(targets, values, calldatas, descriptionHash);
        return _roundId(contentId, _rounds[contentId]);
    }

    /// @notice Whether `account` has voted itself; a ballot that its proxy cast is not its own.
    /// @inheritdoc IGovernor
    function hasVoted(uint256 proposalId, address account) public view returns (bool) {
        (, uint32 seat) = _register().seatOf(account);
        return seat != 0 && _boxes[proposalId].hasOwnBallot(seat);
    }

    /// @notice Seconds from notice to the opening of an ordinary vote under the present rules (V1).
    /// @inheritdoc IGovernor
    function votingDelay() public view override returns (uint256) {
        return _kindRuleNow().notice;
    }

    /// @notice Seconds an ordinary vote is open under the present rules (V2).
    /// @inheritdoc IGovernor
    function votingPeriod() public view override returns (uint256) {
        return _kindRuleNow().period;
    }

    /// @notice Ballots that an ordinary resolution would need of today's roll (V3). `outcome` has a proposal's own.
    /// @inheritdoc IGovernor
    function quorum(uint256) public view override returns (uint256) {
        return IAssemblyDesk(address(this)).quorumNow(Kind.Ordinary);
    }

    /// @notice Four positions, all of which make the quorum.
    /// @inheritdoc IGovernor
    // solhint-disable-next-line func-name-mixedcase
    function COUNTING_MODE() external pure returns (string memory) {
        return "support=against,for,abstain,block&quorum=against,for,abstain,block";
    }

    /// @notice Unix seconds.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @notice The clock counts unix seconds.
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @notice The name under which ballots are signed (EIP-712).
    /// @inheritdoc IGovernor
    function name() public pure override returns (string memory) {
        return NAME;
    }

    /// @notice Governor and Assembly; not the token receivers that Governor brings.
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        if (interfaceId == type(IERC1155Receiver).interfaceId) return false;
        return
            interfaceId == type(IAssembly).interfaceId ||
            interfaceId == type(IAssemblyDesk).interfaceId ||
            interfaceId == type(IProxies).interfaceId ||
            interfaceId == type(IPolls).interfaceId ||
            interfaceId == type(IERC4824).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    // --------------------------------------------------------------------------------------- Governor's questions

    /// @dev The quorum is part of the outcome, which `_voteSucceeded` asks; asking twice would cost twice.
    function _quorumReached(uint256) internal pure override returns (bool) {
        return true;
    }

    function _voteSucceeded(uint256 proposalId) internal view override returns (bool) {
        return _outcome(proposalId).verdict == Verdict.Passed;
    }

    /// @dev One vote for an active member admitted by then, whatever else it owns (M1). Whether a seat is on a proposal's
    /// roll is finer than a second and asked when the ballot is cast.
    function _getVotes(address account, uint256 timepoint, bytes memory) internal view override returns (uint256) {
        (uint32 memberId, ) = _register().seatOf(account);
        return memberId != 0 && _register().member(memberId).admittedAt <= timepoint ? 1 : 0;
    }

    /// @dev Governor's own way of counting is not used: `_castVote` is.
    function _countVote(uint256, address, uint8, uint256, bytes memory) internal pure override returns (uint256) {
        return 0;
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal pure override returns (string memory) {
        return name();
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return VERSION;
    }

    /// @notice Refused: the Assembly holds no assets.
    receive() external payable override {
        revert AssemblyHoldsNoAssets();
    }

    /// @notice Refused: the Assembly holds no assets.
    function onERC721Received(address, address, uint256, bytes memory) public pure override returns (bytes4) {
        revert AssemblyHoldsNoAssets();
    }

    /// @notice Refused: the Assembly holds no assets.
    function onERC1155Received(address, address, uint256, uint256, bytes memory) public pure override returns (bytes4) {
        revert AssemblyHoldsNoAssets();
    }

    /// @notice Refused: the Assembly holds no assets.
    function onERC1155BatchReceived(
        address,
        address,
        uint256[] memory,
        uint256[] memory,
        bytes memory
    ) public pure override returns (bytes4) {
        revert AssemblyHoldsNoAssets();
    }

    // ---------------------------------------------------------------------------------------------------- private

    /// @dev Every call this part does not know is the desk's, on this storage and with this sender.
    function _implementation() internal view override returns (address) {
        return DESK;
    }

    function _outcome(uint256 proposalId) private view returns (Outcome memory) {
        ProposalRecord memory record = _records[proposalId];
        return OutcomeLib.ofProposal(_boxes[proposalId], record, _rules[record.rulesVersion]);
    }

    function _kindRule(uint256 proposalId) private view returns (KindRule memory) {
        ProposalRecord storage record = _records[proposalId];
        return _rules[record.rulesVersion].kinds[uint8(record.kind)];
    }

    function _kindRuleNow() private view returns (KindRule memory) {
        uint256 kind = _givingNotice == 0 ? uint256(Kind.Ordinary) : _givingNotice - 1;
        return _rules[_rulesVersion].kinds[kind];
    }

    function _roundId(uint256 contentId, uint16 round) private pure returns (uint256) {
        return round == 0 ? contentId : uint256(keccak256(abi.encode(contentId, round)));
    }

    /// @dev One hash over the places and the code of all targets, taken at notice and again when carried out: a module that
    /// was replaced meanwhile is not what was decided on.
    function _codeHash(address[] memory targets) private view returns (bytes32 hash) {
        IDirectory house = directory();
        for (uint256 i = 0; i < targets.length; ++i) {
            hash = keccak256(abi.encode(hash, house.placeOf(targets[i]), targets[i].codehash));
        }
    }
}
