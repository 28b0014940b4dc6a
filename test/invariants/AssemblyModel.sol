// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {
    ClassTally,
    IAssemblyDesk,
    Kind,
    KindRule,
    Outcome,
    ProposalRecord,
    Rules,
    Terms,
    Topic,
    Verdict
} from "../../contracts/interfaces/IAssembly.sol";
import {ClassRoll, IMemberRegister} from "../../contracts/interfaces/IMemberRegister.sol";
import {IPolls} from "../../contracts/interfaces/IPolls.sol";
import {IProxies} from "../../contracts/interfaces/IProxies.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Coop} from "./Founding.sol";
import {PlainOutcome} from "./PlainOutcome.sol";
import {Setting} from "./Setting.sol";

/// @title What a co-op's members did, kept in the plainest way, and everything the Assembly says compared with it
abstract contract AssemblyModel is Setting {
    uint8 internal constant CLASSES = 4;
    uint8 internal constant TOPICS = 6;
    /// @dev "By proxy" beside a choice; alone it stands for a seat that is off the roll.
    uint8 internal constant BY_PROXY = 8;

    /// @dev `seat` is zero unless it is a member now.
    struct Person {
        address account;
        uint256 key;
        uint32 seat;
        uint32 memberId;
        bool expelled;
        uint256 boardUntil;
    }

    /// @dev What a member named on a topic.
    struct Naming {
        uint32 proxy;
        bool accepted;
    }

    /// @dev What happens to the model when a content is carried out.
    enum Effect {
        Nothing,
        Pays,
        Posts,
        SetsRules,
        Expels,
        Appoints,
        Admits
    }

    /// @dev Actions that are put before the members, and what the rulebook says of them.
    struct Content {
        address[] targets;
        bytes[] datas;
        Kind least;
        Topic topic;
        bool mayHold;
        Effect effect;
        uint256 who;
        uint256 amount;
        bytes rules;
    }

    struct Item {
        uint256 id;
        uint256 content;
        uint256 text;
        Kind kind;
        uint256 rules;
        uint256 noticeAt;
        uint256 opens;
        uint256 closes;
        uint256 eta;
        uint256 until;
        bool mayHold;
        bool mayAdjourn;
        bool relieved;
        bool everyClass;
        bool executed;
        uint32 excluded;
        bytes32 closing;
        uint24[CLASSES] rolls;
        uint24[CLASSES] serials;
        uint24[CLASSES] petitioners;
        mapping(uint32 seat => uint8) said;
        mapping(uint32 seat => bool) petitioned;
    }

    struct Question {
        uint256 id;
        uint256 closes;
        uint8 options;
        uint24[CLASSES] serials;
        mapping(uint32 seat => uint8) said;
    }

    struct Bill {
        uint256 content;
        uint256 text;
        uint256 id;
        uint256 proposer;
        Kind kind;
        uint256 seconders;
        bool open;
        mapping(uint32 seat => bool) backs;
    }

    Coop internal _coop;
    IERC20 internal _euro;
    Person[] internal _people;
    uint32[] internal _seats;
    mapping(uint32 seat => uint256 person) internal _holders;
    uint24[CLASSES] internal _active;
    uint24[CLASSES] internal _serials;
    uint32 internal _membersEver;

    Content[] internal _contents;
    Item[] internal _items;
    Bill[] internal _bills;
    Question[] internal _questions;
    bytes[] internal _rulebooks;
    mapping(uint256 content => mapping(uint256 text => uint256 itemPlusOne)) internal _latest;
    mapping(uint256 topic => mapping(uint32 seat => Naming)) internal _named;

    uint256 internal _operating;
    uint256 internal _capital;
    uint256 internal _loose;
    /// @dev The proposal that the last action was about.
    uint256 internal _touched;

    // ------------------------------------------------------------------------------------------- what members do

    function _enter(uint256 who, uint8 class) internal {
        ++_active[class];
        uint32 seat = (uint32(class) << 24) | ++_serials[class];
        (_people[who].seat, _people[who].memberId) = (seat, ++_membersEver);
        _seats.push(seat);
        _holders[seat] = who;
    }

    function _leave(uint256 who) internal {
        uint32 seat = _people[who].seat;
        (_people[who].seat, _people[who].memberId) = (0, 0);
        --_active[seat >> 24];
        _people[who].boardUntil = 0;
        for (uint256 topic = 0; topic < TOPICS; ++topic) {
            delete _named[topic][seat];
            for (uint256 i = 0; i < _seats.length; ++i) {
                if (_speaksFor(topic, seat, _seats[i])) delete _named[topic][_seats[i]];
            }
        }
    }

    function _speaksFor(uint256 topic, uint32 proxy, uint32 principal) internal view returns (bool) {
        Naming memory n = _named[topic][principal];
        return n.accepted && n.proxy == proxy;
    }

    function _principals(uint256 topic, uint32 proxy) internal view returns (uint256 n) {
        for (uint256 i = 0; i < _seats.length; ++i) {
            if (_speaksFor(topic, proxy, _seats[i])) ++n;
        }
    }

    /// @dev Who may vote: on the closed roll, not to be expelled.
    function _onRoll(Item storage item, uint32 seat) internal view returns (bool) {
        return seat != 0 && uint24(seat) <= item.serials[seat >> 24] && seat != item.excluded;
    }

    function _isOpen(Item storage item) internal view returns (bool) {
        return block.timestamp >= item.opens && block.timestamp <= item.closes;
    }

    function _isOwn(uint8 said) internal pure returns (bool) {
        return said != 0 && said < BY_PROXY;
    }

    function _say(Item storage item, uint32 seat, uint8 position) internal {
        item.said[seat] = position + 1;
        _sayForPrincipals(item, seat, position);
    }

    function _sayForPrincipals(Item storage item, uint32 proxy, uint8 position) internal returns (uint256 changed) {
        uint256 topic = uint8(_contents[item.content].topic);
        for (uint256 i = 0; i < _seats.length; ++i) {
            uint32 seat = _seats[i];
            if (!_speaksFor(topic, proxy, seat) || !_onRoll(item, seat) || _isOwn(item.said[seat])) continue;
            uint8 now_ = (position + 1) | BY_PROXY;
            if (item.said[seat] == now_) continue;
            item.said[seat] = now_;
            ++changed;
        }
    }

    /// @dev Notice was given: the terms follow from how the same content ended before (V10, V12).
    function _noticed(uint256 content, uint256 text, Kind atLeast) internal {
        Content storage c = _contents[content];
        uint256 earlier = _latest[content][text];
        Item storage item = _items.push();
        (item.content, item.text) = (content, text);
        item.kind = atLeast > c.least ? atLeast : c.least;
        item.rules = _rulebooks.length - 1;
        KindRule memory rule = _rulesOf(item).kinds[uint8(item.kind)];
        item.noticeAt = block.timestamp;
        item.opens = block.timestamp + rule.notice;
        item.closes = item.opens + rule.period;
        item.eta = item.closes + rule.delay;
        item.until = item.eta + rule.window;
        item.rolls = _active;
        item.serials = _serials;
        if (c.effect == Effect.Expels) {
            item.excluded = _people[c.who].seat;
            require(item.excluded != 0, "who is not a member is to be expelled");
            --item.rolls[item.excluded >> 24];
            item.said[item.excluded] = BY_PROXY;
        }
        (item.mayHold, item.mayAdjourn) = (c.mayHold, true);
        if (earlier != 0) _again(item, _items[earlier - 1]);
        _latest[content][text] = _items.length;
        item.id = IGovernor(_coop.assemblyModule).getProposalId(
            c.targets,
            new uint256[](c.targets.length),
            c.datas,
            keccak256(_text(text))
        );
        for (uint256 i = 0; i + 1 < _items.length; ++i) {
            require(_items[i].id != item.id, "two proposals have one id");
        }
        _touched = _items.length - 1;
    }

    function _again(Item storage item, Item storage before) private {
        Verdict v = _verdict(before);
        bool pending = v == Verdict.Passed && before.kind != Kind.Advisory && !before.executed;
        require(block.timestamp > (pending ? before.until : before.closes), "put again before it ended");
        bool soon = block.timestamp <= before.closes + 90 days;
        if (soon && (v == Verdict.Held || !before.mayHold)) item.mayHold = false;
        item.relieved = v == Verdict.Adjourned && before.kind == item.kind;
        item.mayAdjourn = v == Verdict.Passed || (before.mayAdjourn && v != Verdict.Adjourned);
    }

    function _carriedOut(Item storage item) internal {
        Content storage c = _contents[item.content];
        item.executed = true;
        if (c.effect == Effect.Pays) _operating -= c.amount;
        if (c.effect == Effect.Posts) (_operating, _loose) = (_operating + c.amount, _loose - c.amount);
        if (c.effect == Effect.SetsRules) _rulebooks.push(c.rules);
        if (c.effect == Effect.Appoints) _people[c.who].boardUntil = c.amount;
        if (c.effect == Effect.Admits) _enter(c.who, uint8(c.amount));
        if (c.effect == Effect.Expels) {
            _leave(c.who);
            _people[c.who].expelled = true;
        }
    }

    // -------------------------------------------------------------------------------------- what follows from it

    function _text(uint256 text) internal pure returns (bytes memory) {
        return text == 0 ? bytes("Motion") : bytes("Motion, in other words");
    }

    function _rulesOf(Item storage item) internal view returns (Rules memory) {
        return abi.decode(_rulebooks[item.rules], (Rules));
    }

    function _isBoard(uint256 who) internal view returns (bool) {
        return block.timestamp < _people[who].boardUntil;
    }

    function _anyDirector() internal view returns (bool) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            if (_isBoard(i)) return true;
        }
        return false;
    }

    function _rollNow() internal view returns (uint256 n) {
        for (uint256 i = 0; i < CLASSES; ++i) {
            n += _active[i];
        }
    }

    /// @dev Counts the ballots seat by seat, so nobody is counted twice here.
    function _count(Item storage item) internal view returns (ClassTally[] memory classes) {
        classes = new ClassTally[](CLASSES);
        for (uint256 i = 0; i < CLASSES; ++i) {
            (classes[i].kind, classes[i].roll) = (uint8(_kindOf(i)), item.rolls[i]);
        }
        for (uint256 i = 0; i < _seats.length; ++i) {
            uint8 choice = item.said[_seats[i]] & 7;
            if (choice != 0) ++classes[_seats[i] >> 24].votes[choice - 1];
        }
    }

    function _verdict(Item storage item) internal view returns (Verdict) {
        Rules memory rules = _rulesOf(item);
        Terms memory terms = Terms(item.mayHold, item.mayAdjourn, item.relieved, item.everyClass);
        return PlainOutcome.verdict(item.kind, rules.kinds[uint8(item.kind)], rules.voting, _count(item), terms);
    }

    /// @dev The conditions of carrying out, code and payments aside.
    function _mayExecute(Item storage item) internal view returns (bool) {
        if (item.kind == Kind.Advisory || item.executed) return false;
        if (block.timestamp < item.eta || block.timestamp > item.until) return false;
        return _verdict(item) == Verdict.Passed;
    }

    function _stateOf(Item storage item) internal view returns (IGovernor.ProposalState) {
        if (item.executed) return IGovernor.ProposalState.Executed;
        if (block.timestamp < item.opens) return IGovernor.ProposalState.Pending;
        if (block.timestamp <= item.closes) return IGovernor.ProposalState.Active;
        if (_verdict(item) != Verdict.Passed) return IGovernor.ProposalState.Defeated;
        if (item.kind == Kind.Advisory) return IGovernor.ProposalState.Succeeded;
        return block.timestamp > item.until ? IGovernor.ProposalState.Expired : IGovernor.ProposalState.Queued;
    }

    /// @dev What closed is remembered as it stands at the close.
    function _close(Item storage item) internal {
        item.closing = _outcomeHash(item.id);
    }

    function _outcomeHash(uint256 id) private view returns (bytes32) {
        return keccak256(abi.encode(IAssemblyDesk(_coop.assemblyModule).outcome(id)));
    }

    // --------------------------------------------------------------------------------------------------- compare

    /// @notice The proposal touched last, the roll and the money.
    function check() external view {
        if (_items.length != 0) _checkItem(_items[_touched]);
        _checkRoll();
        _checkMoney();
    }

    /// @notice Everything.
    function checkAll() external view {
        for (uint256 i = 0; i < _items.length; ++i) {
            _checkItem(_items[i]);
        }
        for (uint256 i = 0; i < _questions.length; ++i) {
            _checkQuestion(_questions[i]);
        }
        _checkRoll();
        _checkMoney();
        _checkPeople();
        IAssemblyDesk desk = IAssemblyDesk(_coop.assemblyModule);
        require(desk.proposalsEver() == _items.length, "proposals are missing");
        require(desk.rulesVersion() == _rulebooks.length, "the rules changed otherwise than by resolution");
        bytes32 rules = keccak256(abi.encode(desk.rulesAt(desk.rulesVersion())));
        require(rules == keccak256(_rulebooks[_rulebooks.length - 1]), "other rules than were decided");
    }

    function _checkItem(Item storage item) private view {
        IAssemblyDesk desk = IAssemblyDesk(_coop.assemblyModule);
        ClassTally[] memory counted = _count(item);
        _checkPages(item, desk);
        require(keccak256(abi.encode(desk.tally(item.id))) == keccak256(abi.encode(counted)), "a tally differs");
        _checkOutcome(item, desk.outcome(item.id), counted);
        _checkRecord(item, desk.proposalRecord(item.id));
        require(IGovernor(_coop.assemblyModule).state(item.id) == _stateOf(item), "another state");
        if (item.closing != 0) require(_outcomeHash(item.id) == item.closing, "the outcome changed after the close");
    }

    /// @dev Every seat ever issued, and the one that comes next in each class.
    function _checkPages(Item storage item, IAssemblyDesk desk) private view {
        for (uint256 i = 0; i < _seats.length; ++i) {
            uint32 seat = _seats[i];
            uint8 ballot = desk.ballotOf(item.id, seat);
            require(ballot == item.said[seat], "a ballot is not the member's last word");
            require(ballot == 0 || ballot == BY_PROXY || _onRoll(item, seat), "a ballot from off the roll");
        }
    }

    function _checkOutcome(Item storage item, Outcome memory o, ClassTally[] memory counted) private view {
        PlainOutcome.Heads memory all = PlainOutcome.sum(counted);
        require(o.ballots == all.ballots && o.roll == all.roll, "the classes do not add up to the total");
        require(o.inFavour == all.yes && o.against == all.no && o.blocks == all.blocks, "the positions do not add up");
        require(o.ballots <= o.roll, "more ballots than members");
        require(o.verdict == _verdict(item), "another verdict");
    }

    function _checkRecord(Item storage item, ProposalRecord memory r) private view {
        require(r.kind == item.kind && r.excluded == item.excluded, "another kind, or another member excluded");
        require(r.topic == _contents[item.content].topic, "another topic");
        require(r.mayHold == item.mayHold && r.mayAdjourn == item.mayAdjourn, "other terms");
        require(r.relieved == item.relieved && r.everyClass == item.everyClass, "other relief or petition");
        require(r.noticeAt == item.noticeAt, "another time of notice");
        IGovernor governor = IGovernor(_coop.assemblyModule);
        require(governor.proposalDeadline(item.id) == item.closes, "another close");
        require(governor.proposalEta(item.id) == (item.kind == Kind.Advisory ? 0 : item.eta), "another eta");
    }

    function _checkQuestion(Question storage q) private view {
        IPolls polls = IPolls(_coop.assemblyModule);
        uint24[7][] memory counted = new uint24[7][](CLASSES);
        for (uint256 i = 0; i < _seats.length; ++i) {
            uint8 option = q.said[_seats[i]];
            require(polls.answerOf(q.id, _seats[i]) == option, "an answer is not the member's last word");
            if (option != 0) ++counted[_seats[i] >> 24][option - 1];
        }
        require(
            keccak256(abi.encode(polls.pollTally(q.id))) == keccak256(abi.encode(counted)),
            "a poll's tally differs"
        );
    }

    function _checkRoll() private view {
        ClassRoll[] memory roll = IMemberRegister(_coop.register).roll();
        for (uint256 i = 0; i < CLASSES; ++i) {
            require(roll[i].active == _active[i] && roll[i].lastSerial == _serials[i], "another roll");
        }
    }

    function _checkMoney() private view {
        ITreasury treasury = ITreasury(_coop.treasury);
        address euro = address(_euro);
        require(treasury.balanceOf(1, euro) == _operating, "another operating fund");
        require(treasury.balanceOf(2, euro) == _capital, "another share capital");
        require(treasury.booked(euro) == _operating + _capital, "the funds do not add up");
        require(_euro.balanceOf(_coop.treasury) == _operating + _capital + _loose, "the Treasury holds something else");
    }

    function _checkPeople() private view {
        IProxies proxies = IProxies(_coop.assemblyModule);
        for (uint256 i = 0; i < _people.length; ++i) {
            Person memory p = _people[i];
            (uint32 memberId, uint32 seat) = IMemberRegister(_coop.register).seatOf(p.account);
            require(memberId == p.memberId && seat == p.seat, "another seat");
            require(IMemberRegister(_coop.register).isExpelled(p.account) == p.expelled, "expelled or not");
            if (seat == 0) continue;
            for (uint8 topic = 0; topic < TOPICS; ++topic) {
                (uint32 proxy, bool accepted) = proxies.proxyOf(p.account, Topic(topic));
                Naming memory n = _named[topic][seat];
                require(proxy == n.proxy && accepted == n.accepted, "another proxy");
                uint32[] memory list = proxies.principalsOf(p.account, Topic(topic));
                require(list.length == _principals(topic, seat), "other principals");
                for (uint256 k = 0; k < list.length; ++k) {
                    require(_speaksFor(topic, seat, list[k]), "speaks for somebody who did not ask");
                }
            }
        }
    }
}
