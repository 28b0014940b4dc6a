// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IAssembly, IAssemblyDesk, Kind, Rules, Topic, Verdict} from "../../contracts/interfaces/IAssembly.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {IMemberRegister} from "../../contracts/interfaces/IMemberRegister.sol";
import {IMemberShares} from "../../contracts/interfaces/IMemberShares.sol";
import {IPolls} from "../../contracts/interfaces/IPolls.sol";
import {IProxies} from "../../contracts/interfaces/IProxies.sol";
import {ITreasury} from "../../contracts/interfaces/ITreasury.sol";
import {Funds} from "../../contracts/libraries/Funds.sol";
import {TestEuro} from "../../contracts/mocks/TestEuro.sol";
import {AssemblyModel} from "./AssemblyModel.sol";
import {Cheats} from "./Cheats.sol";
import {Coop} from "./Founding.sol";

/// @title Says yes to every call
contract YesMan {
    fallback() external {
        assembly {
            mstore(0, 1)
            return(0, 32)
        }
    }
}

/// @title Tries actions in a co-op's name and takes them back
contract Rehearsal is Cheats {
    error Rehearsed(bool works);

    function run(address assembly_, address[] calldata targets, bytes[] calldata datas) external {
        for (uint256 i = 0; i < targets.length; ++i) {
            VM.prank(assembly_);
            (bool works, ) = targets[i].call(datas[i]);
            if (!works) revert Rehearsed(false);
        }
        revert Rehearsed(true);
    }
}

/// @title Acts at random in one co-op
/// @notice Nothing here reverts but what must never happen: the runner takes every revert for a failure.
abstract contract AssemblyActions is AssemblyModel {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant BALLOT_TYPEHASH = keccak256("Ballot(uint256 proposalId,uint8 support)");
    bytes32 private constant GOVERNOR_BALLOT_TYPEHASH = keccak256(
        "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)"
    );
    uint256 private constant MAX_ITEMS = 10;
    uint256 private constant MAX_QUESTIONS = 2;
    uint256 private constant MAX_SEATS = 34;
    uint256 private constant LEAST_ROLL = 16;

    /// @dev What succeeded, by name, for `successes`.
    enum Act {
        Propose,
        Draft,
        Second,
        Notice,
        Petition,
        Vote,
        Change,
        VoteRefused,
        Signed,
        SignedPassedOver,
        GovernorSigned,
        ProxyNamed,
        ProxyAccepted,
        ProxyEnded,
        ProxyDeclined,
        PrincipalsWithProxy,
        PrincipalsLater,
        Resign,
        Admit,
        Deposit,
        Subscribe,
        Execute,
        ExecuteRefused,
        ExecuteFailed,
        ExecuteOnChangedCode,
        ExecuteOrdinary,
        ExecuteExtraordinary,
        ExecuteConstitutional,
        Expelled,
        Poll,
        Answer,
        Again,
        EveryClass,
        Relieved,
        Passed,
        Held,
        Adjourned,
        Defeated
    }

    uint256[ACTS] private _done;
    Rehearsal private immutable REHEARSAL = new Rehearsal();
    address private immutable YES_MAN = address(new YesMan());

    constructor(Coop memory coop) {
        _coop = coop;
        _euro = IERC20(ITreasury(coop.treasury).settlementToken());
        _rulebooks.push(abi.encode(_rules(0)));
        for (uint256 i = 0; i < PEOPLE; ++i) {
            _people.push(Person(VM.addr(_keyOf(i)), _keyOf(i), 0, 0, false, 0));
        }
        for (uint256 i = 0; i < DIRECTORS; ++i) _people[i].boardUntil = block.timestamp + TERM;
        for (uint256 i = 0; i < MEMBERS; ++i) {
            if (i < FOUNDERS) _enter(i, _classOf(i));
            else require(_admit(i, _classOf(i), true), "not admitted");
        }
        _write();
        _fund(10_000 * EURO);
    }

    /// @dev What can be put before the members; kind, topic and whether it can be held are the rulebook's.
    function _write() private {
        address a = _coop.assemblyModule;
        address t = _coop.treasury;
        address r = _coop.register;
        _add(a, abi.encodeCall(IAssemblyDesk.minute, ("matter")), Kind.Advisory, Topic.General, true);
        for (uint256 i = 1; i <= 3; ++i) {
            // The third is more than an ordinary resolution may pay (V7).
            uint256 amount = (i == 3 ? 4_000 : 40 * i) * EURO;
            bytes memory pay = abi.encodeCall(ITreasury.pay, (1, address(_euro), address(0xbeef), amount, "invoice"));
            _effect(_add(t, pay, Kind.Ordinary, Topic.Money, true), Effect.Pays, 0, amount);
        }
        bytes memory big = abi.encodeCall(ITreasury.dispose, (1, address(_euro), address(0xbeef), 500 * EURO, "sale"));
        _effect(_add(t, big, Kind.Extraordinary, Topic.Money, true), Effect.Pays, 0, 500 * EURO);
        bytes memory posts = abi.encodeCall(ITreasury.post, (Funds.OPERATING, address(_euro), EURO, "found"));
        _effect(_add(t, posts, Kind.Ordinary, Topic.Money, true), Effect.Posts, 0, EURO);

        for (uint256 i = 0; i < 2; ++i) {
            Rules memory rules = _rules(i + 1);
            bytes memory sets = abi.encodeCall(IAssemblyDesk.setRules, (rules));
            Content storage c = _add(a, sets, Kind.Constitutional, Topic.Rules, true);
            (c.effect, c.rules) = (Effect.SetsRules, abi.encode(rules));
        }
        for (uint256 i = 1; i <= 3; ++i) {
            uint256 who = 4 * i;
            bytes memory expels = abi.encodeCall(IMemberRegister.expel, (_people[who].memberId, "grounds"));
            _effect(_add(r, expels, Kind.Extraordinary, Topic.People, true), Effect.Expels, who, 0);
        }
        uint256 until = block.timestamp + 700 days;
        bytes memory appoints = abi.encodeCall(IAuthority.appoint, (2, _people[1].account, uint48(until)));
        _effect(_add(_coop.authority, appoints, Kind.Ordinary, Topic.People, true), Effect.Appoints, 1, until);
        bytes memory recalls = abi.encodeCall(IAuthority.recall, (5, _people[2].account));
        _add(_coop.authority, recalls, Kind.Ordinary, Topic.People, false);
        uint256 last = _people.length - 1;
        bytes memory admits = abi.encodeCall(IMemberRegister.admit, (_people[last].account, 1, bytes32(0)));
        _effect(_add(r, admits, Kind.Ordinary, Topic.People, false), Effect.Admits, last, 1);

        // Two actions of different topics: a general one, of the stricter kind.
        bytes memory small = abi.encodeCall(ITreasury.pay, (1, address(_euro), address(0xbeef), 7 * EURO, "both"));
        Content storage both = _add(t, small, Kind.Ordinary, Topic.General, true);
        _effect(both, Effect.Pays, 0, 7 * EURO);
        both.targets.push(a);
        both.datas.push(abi.encodeCall(IAssemblyDesk.minute, ("both")));
    }

    function _add(
        address target,
        bytes memory data,
        Kind least,
        Topic topic,
        bool mayHold
    ) private returns (Content storage c) {
        c = _contents.push();
        c.targets.push(target);
        c.datas.push(data);
        (c.least, c.topic, c.mayHold) = (least, topic, mayHold);
    }

    function _effect(Content storage c, Effect effect, uint256 who, uint256 amount) private {
        (c.effect, c.who, c.amount) = (effect, who, amount);
    }

    // -------------------------------------------------------------------------------------------- motion to notice

    /// @notice The board, mostly, puts something on notice; often what was before the members already.
    function propose(uint8 content, uint8 words_, uint8 by) external {
        if (_items.length == MAX_ITEMS) return;
        uint256 c = content % _contents.length;
        uint256 text = words_ % 2;
        if (by % 4 == 1 && _items.length != 0) {
            Item storage earlier = _items[content % _items.length];
            (c, text) = (earlier.content, earlier.text);
        }
        uint256 who = by % 4 == 0 ? by % _people.length : (_isBoard(0) ? 0 : 1);
        (address[] memory targets, uint256[] memory values, bytes[] memory datas) = _lists(c);
        string memory words = string(_text(text));
        if (!_as(who, _assembly(), abi.encodeCall(IGovernor.propose, (targets, values, datas, words)))) return;
        require(_isBoard(who), "put on notice without seconders");
        _onNotice(c, text, Kind.Advisory, Act.Propose);
    }

    function draft(uint8 content, uint8 words_, uint8 by, uint8 atLeast) external {
        uint256 who = _member(by);
        uint256 c = content % _contents.length;
        uint256 text = words_ % 2;
        Kind kind = atLeast % 8 < 4 ? Kind(atLeast % 8) : Kind.Advisory;
        (address[] memory targets, uint256[] memory values, bytes[] memory datas) = _lists(c);
        string memory words = string(_text(text));
        bytes memory call = abi.encodeCall(IAssemblyDesk.draft, (targets, values, datas, words, kind));
        (bool ok, bytes memory result) = _ask(who, _assembly(), call);
        if (!ok) return;
        Bill storage bill = _bills.push();
        bill.id = abi.decode(result, (uint256));
        (bill.content, bill.text, bill.proposer) = (c, text, who);
        (bill.kind, bill.open) = (kind, true);
        _note(Act.Draft);
        _second(bill, by, 3);
    }

    function second(uint8 draft_, uint8 by, uint8 many) external {
        if (_bills.length == 0) return;
        Bill storage bill = _bills[_bills.length - 1 - (draft_ % _least(_bills.length, 3))];
        // The same motion drafted again has the same id.
        for (uint256 i = 0; i < _bills.length; ++i) {
            if (_bills[i].id == bill.id && _bills[i].open) bill = _bills[i];
        }
        _second(bill, by, many % 5);
    }

    function giveNotice(uint8 draft_) external {
        if (_bills.length == 0 || _items.length == MAX_ITEMS) return;
        Bill storage bill = _bills[_bills.length - 1 - (draft_ % _least(_bills.length, 4))];
        if (!bill.open) return;
        (address[] memory targets, uint256[] memory values, bytes[] memory datas) = _lists(bill.content);
        address proposer = _people[bill.proposer].account;
        string memory words = string(_text(bill.text));
        uint256 roll = _rollNow();
        bool board = _anyDirector();
        bytes memory call = abi.encodeCall(IAssembly.giveNotice, (proposer, targets, values, datas, words));
        if (!_as(draft_ % _people.length, _assembly(), call)) return;
        if (_contents[bill.content].effect == Effect.Expels) --roll;
        // V8: a tenth, or two when no board is in office.
        bool seconded = bill.seconders * 10 >= roll || (!board && bill.seconders >= 2);
        require(seconded, "put on notice with too few seconders");
        bill.open = false;
        _onNotice(bill.content, bill.text, bill.kind, Act.Notice);
    }

    function petition(uint8 item_, uint8 by, uint8 many) external {
        if (_items.length == 0) return;
        Item storage item = _pending(item_);
        for (uint256 i = 0; i <= many % 24; ++i) {
            uint256 who = (uint256(by) + i) % _people.length;
            uint32 seat = _people[who].seat;
            bool may = block.timestamp < item.opens && item.kind == Kind.Ordinary && seat != 0;
            may = may && uint24(seat) <= item.serials[seat >> 24] && seat >> 24 != 3 && !item.petitioned[seat];
            bool ok = _as(who, _assembly(), abi.encodeCall(IAssemblyDesk.petition, (item.id)));
            require(ok == may, "a petition counted or did not against the rule");
            if (!ok) continue;
            item.petitioned[seat] = true;
            uint256 have = ++item.petitioners[seat >> 24];
            if (have >= 3 && have * 2 > item.rolls[seat >> 24]) {
                if (!item.everyClass) _note(Act.EveryClass);
                item.everyClass = true;
            }
            _note(Act.Petition);
        }
    }

    // ----------------------------------------------------------------------------------------------------- ballots

    function vote(uint8 item_, uint8 by, uint8 position) external {
        if (_items.length == 0) return;
        _vote(_open(item_), by % _people.length, position % 4);
    }

    /// @notice Many members vote, each in a mood near that of all: mostly for, divided, mostly against, or anything.
    function voteMany(uint8 item_, uint256 seed, uint8 mood) external {
        if (_items.length == 0) return;
        Item storage item = _open(item_);
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            if (dice % 8 < (mood % 8) / 2) continue;
            _vote(item, i, _inMood(mood, dice >> 8));
        }
    }

    /// @notice Nearly all vote, and nearly all in favour.
    function voteInFavour(uint8 item_, uint256 seed) external {
        if (_items.length == 0) return;
        Item storage item = _open(item_);
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            if (dice % 8 != 0) _vote(item, i, _inMood(0, dice >> 8));
        }
    }

    /// @notice Somebody who has voted votes again.
    function change(uint8 item_, uint8 by, uint8 position) external {
        if (_items.length == 0) return;
        Item storage item = _open(item_);
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 who = (uint256(by) + i) % _people.length;
            if (!_isOwn(item.said[_people[who].seat])) continue;
            if (_vote(item, who, position % 4)) _note(Act.Change);
            return;
        }
    }

    /// @notice Signed ballots, some of strangers, some twice, some altered after signing, in any order.
    function voteSigned(uint8 item_, uint256 seed, uint8 many, uint8 mood) external {
        if (_items.length == 0) return;
        Item storage item = _open(item_);
        bytes memory list;
        uint256 expected;
        bool open = _isOpen(item);
        uint256 size = (many % 8) + 1;
        for (uint256 i = 0; i < size; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint256 who = dice % _people.length;
            uint8 position = _inMood(mood, dice >> 16);
            bool altered = (dice >> 64) % 16 == 0;
            list = bytes.concat(list, _signed(item.id, who, position, altered));
            uint32 seat = _people[who].seat;
            if (!open || altered || !_onRoll(item, seat) || _isOwn(item.said[seat])) continue;
            ++expected;
            _sayAndCount(item, seat, position);
        }
        bytes memory call = abi.encodeCall(IAssemblyDesk.castVotesBySig, (item.id, list));
        (bool ok, bytes memory result) = _ask(seed % _people.length, _assembly(), call);
        require(ok == open, "signed ballots were taken or refused against the rule");
        if (!ok) return;
        require(abi.decode(result, (uint256)) == expected, "another number of signed ballots counted");
        _done[uint256(Act.Signed)] += expected;
        _done[uint256(Act.SignedPassedOver)] += size - expected;
    }

    /// @notice A ballot signed for OpenZeppelin's Governor.
    function voteSignedForGovernor(uint8 item_, uint8 by, uint8 position) external {
        if (_items.length == 0) return;
        Item storage item = _open(item_);
        Person memory p = _people[by % _people.length];
        uint8 support = position % 4;
        bytes32 ballot = keccak256(abi.encode(GOVERNOR_BALLOT_TYPEHASH, item.id, support, p.account, uint256(0)));
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(p.key, _digest(ballot));
        bytes memory signature = abi.encodePacked(r, s, v);
        bool may = _isOpen(item) && _onRoll(item, p.seat) && !_isOwn(item.said[p.seat]);
        bytes memory call = abi.encodeCall(IGovernor.castVoteBySig, (item.id, support, p.account, signature));
        bool ok = _as((uint256(by) * 7) % _people.length, _assembly(), call);
        require(ok == may, "a signed ballot was taken or refused against the rule");
        if (!ok) return;
        _sayAndCount(item, p.seat, support);
        _note(Act.GovernorSigned);
    }

    // ----------------------------------------------------------------------------------------------------- proxies

    function nameProxy(uint8 topic_, uint8 by, uint8 to, uint8 accepted) external {
        uint256 topic = _topic(topic_);
        uint256 who = _member(by);
        uint256 proxy = _sameClass(who, to);
        if (_name(topic, who, proxy) && accepted % 2 == 0) _accept(topic, proxy, who);
    }

    function acceptProxy(uint8 topic_, uint8 of_, uint8 by) external {
        uint256 topic = _topic(topic_);
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 who = (uint256(of_) + i) % _people.length;
            Naming memory n = _named[topic][_people[who].seat];
            if (_people[who].seat == 0 || n.proxy == 0 || n.accepted) continue;
            _accept(topic, by % 8 == 0 ? by % _people.length : _holders[n.proxy], who);
            return;
        }
    }

    function endProxy(uint8 topic_, uint8 by) external {
        uint256 topic = _topic(topic_);
        uint256 who = _principal(topic, by);
        uint32 seat = _people[who].seat;
        bool may = seat != 0 && _named[topic][seat].proxy != 0;
        bool ok = _as(who, _assembly(), abi.encodeCall(IProxies.endProxy, (Topic(topic))));
        require(ok == may, "a proxy ended or did not against the rule");
        if (!ok) return;
        delete _named[topic][seat];
        _note(Act.ProxyEnded);
    }

    function declineProxy(uint8 topic_, uint8 of_) external {
        uint256 topic = _topic(topic_);
        uint256 principal = _principal(topic, of_);
        uint32 seat = _people[principal].seat;
        uint32 proxy = _named[topic][seat].proxy;
        uint256 who = proxy == 0 ? (uint256(of_) + 1) % _people.length : _holders[proxy];
        bool may = seat != 0 && proxy != 0 && _people[who].seat == proxy;
        bytes memory call = abi.encodeCall(IProxies.declineProxy, (Topic(topic), _people[principal].account));
        require(_as(who, _assembly(), call) == may, "a proxy declined or not against the rule");
        if (!may) return;
        delete _named[topic][seat];
        _note(Act.ProxyDeclined);
    }

    function countPrincipals(uint8 item_, uint8 of_, uint8 by) external {
        if (_items.length == 0) return;
        Item storage item = _open(item_);
        uint256 topic = uint8(_contents[item.content].topic);
        uint256 proxy = of_ % _people.length;
        if (by % 2 == 0) _appointLate(item, topic, of_);
        // Somebody who speaks for others, if there is one.
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 who = (uint256(of_) + i) % _people.length;
            if (_people[who].seat == 0 || _principals(topic, _people[who].seat) == 0) continue;
            proxy = who;
            break;
        }
        uint32 seat = _people[proxy].seat;
        bool may = _isOpen(item) && seat != 0 && _isOwn(item.said[seat]);
        bytes memory call = abi.encodeCall(IProxies.countPrincipals, (item.id, _people[proxy].account));
        (bool ok, bytes memory result) = _ask(by % _people.length, _assembly(), call);
        require(ok == may, "principals were counted or not against the rule");
        if (!ok) return;
        uint256 changed = _sayForPrincipals(item, seat, item.said[seat] - 1);
        require(abi.decode(result, (uint256)) == changed, "another number of principals counted");
        _done[uint256(Act.PrincipalsLater)] += changed;
    }

    // ------------------------------------------------------------------------------------------------ coming, going

    function resign(uint8 by, uint8 chance) external {
        uint256 who = _member(by);
        if (chance % 2 == 0 || _rollNow() <= LEAST_ROLL || who < 3) return;
        require(_as(who, _coop.register, abi.encodeCall(IMemberRegister.resign, ())), "could not leave");
        _leave(who);
        _note(Act.Resign);
    }

    function admit(uint8 who, uint8 class, uint8 by) external {
        if (_seats.length == MAX_SEATS) return;
        uint256 newcomer = who % _people.length;
        for (uint256 i = 0; i < _people.length && _people[newcomer].seat != 0; ++i) {
            newcomer = (newcomer + 1) % _people.length;
        }
        if (_people[newcomer].seat != 0) return;
        if (_admit(newcomer, class % CLASSES, by % 4 != 0)) _note(Act.Admit);
    }

    /// @dev The Assembly's own hand, or somebody who has no business here.
    function _admit(uint256 who, uint8 class, bool byResolution) private returns (bool ok) {
        bytes memory admits = abi.encodeCall(IMemberRegister.admit, (_people[who].account, class, bytes32(0)));
        VM.prank(byResolution ? _coop.assemblyModule : _people[0].account);
        (ok, ) = _coop.register.call(admits);
        require(ok == (byResolution && !_people[who].expelled), "admitted or refused against the rule");
        if (ok) _enter(who, class);
    }

    // ------------------------------------------------------------------------------------------------- time, money

    function wait(uint16 seconds_, uint8 weeks_) external {
        _goTo(block.timestamp + seconds_ + (weeks_ % 8 == 0 ? 1 weeks : 0));
    }

    /// @notice To a moment that matters for a proposal, or the second before or after.
    function goTo(uint8 item_, uint8 moment) external {
        if (_items.length == 0) return;
        Item storage item = _newest(item_);
        uint256[4] memory moments = [item.opens, item.closes, item.eta, item.until];
        for (uint256 i = moment % 16 < 4 ? moment % 4 : 0; i < 4; ++i) {
            if (moments[i] <= block.timestamp) continue;
            _goTo(moments[i] + ((moment / 16) % 3) - 1);
            return;
        }
    }

    function deposit(uint16 amount, uint8 by, uint8 way) external {
        uint256 who = by % _people.length;
        uint256 sum = uint256(amount) + 1;
        if (way % 3 == 0) {
            _fund(sum);
            _note(Act.Deposit);
        } else if (way % 3 == 1) {
            TestEuro(address(_euro)).mint(_coop.treasury, sum * EURO);
            _loose += sum * EURO;
        } else {
            TestEuro(address(_euro)).mint(_people[who].account, EURO);
            _as(who, address(_euro), abi.encodeCall(IERC20.approve, (_coop.treasury, EURO)));
            bool ok = _as(who, _coop.shares, abi.encodeCall(IMemberShares.subscribe, (1, 0)));
            require(ok == (_people[who].seat != 0), "a share was sold or refused against the rule");
            if (!ok) return;
            _capital += EURO;
            _note(Act.Subscribe);
        }
    }

    // ---------------------------------------------------------------------------------------------------- carry out

    /// @notice Tries to carry a proposal out: now, or on either side of its window; with `swap`, on other code.
    function execute(uint8 item_, uint8 by, uint8 when, uint8 swap) external {
        if (_items.length == 0) return;
        Item storage item = _ready(item_);
        uint256[4] memory moments = [item.eta, item.eta - 1, item.until, item.until + 1];
        bool leads = _verdict(item) == Verdict.Passed && item.kind != Kind.Advisory;
        if (leads && when % 8 != 7) _goTo(moments[when % 8 < 4 ? when % 4 : 0]);
        address target = _contents[item.content].targets[0];
        bool swapped = swap % 8 == 0 && target != _assembly();
        bytes memory code = target.code;
        if (swapped) VM.etch(target, _otherCode(code));
        bool may = _mayExecute(item);
        bool ok = _execute(item, by);
        if (swapped) VM.etch(target, code);
        if (!ok) {
            if (!may) return _note(Act.ExecuteRefused);
            if (swapped) return _note(Act.ExecuteOnChangedCode);
            require(!_works(item), "what passed and works was not carried out");
            return _note(Act.ExecuteFailed);
        }
        require(may && !swapped, "carried out without its conditions");
        _checkKind(item);
        _carriedOut(item);
        _note(Act.Execute);
        if (item.kind == Kind.Ordinary) _note(Act.ExecuteOrdinary);
        if (item.kind == Kind.Extraordinary) _note(Act.ExecuteExtraordinary);
        if (item.kind == Kind.Constitutional) _note(Act.ExecuteConstitutional);
        if (_contents[item.content].effect == Effect.Expels) _note(Act.Expelled);
    }

    function _execute(Item storage item, uint256 by) private returns (bool) {
        (address[] memory targets, uint256[] memory values, bytes[] memory datas) = _lists(item.content);
        bytes32 words = keccak256(_text(item.text));
        return
            _as(by % _people.length, _assembly(), abi.encodeCall(IGovernor.execute, (targets, values, datas, words)));
    }

    function _checkKind(Item storage item) private view {
        (address[] memory targets, uint256[] memory values, bytes[] memory datas) = _lists(item.content);
        Kind least = IAssemblyDesk(_assembly()).leastKind(targets, values, datas);
        require(item.kind >= least && least == _contents[item.content].least, "carried out as a lesser kind");
    }

    /// @dev Whether the actions themselves succeed now, were they the Assembly's.
    function _works(Item storage item) private returns (bool works) {
        (address[] memory targets, , bytes[] memory datas) = _lists(item.content);
        try REHEARSAL.run(_assembly(), targets, datas) {} catch (bytes memory result) {
            works = bytes4(result) == Rehearsal.Rehearsed.selector && result[35] == 0x01;
        }
    }

    /// @dev The same clone of another implementation, which says yes to everything.
    function _otherCode(bytes memory code) private view returns (bytes memory other) {
        other = bytes.concat(code);
        bytes20 implementation = bytes20(YES_MAN);
        for (uint256 i = 0; i < 20; ++i) {
            other[10 + i] = implementation[i];
        }
    }

    // -------------------------------------------------------------------------------------------------------- polls

    function openPoll(uint8 by) external {
        if (_questions.length == MAX_QUESTIONS) return;
        uint256 who = by % 4 == 0 ? by % _people.length : 0;
        string[] memory options = new string[](2 + (by % 6));
        bytes memory call = abi.encodeCall(IPolls.openPoll, (_people[who].account, "Which?", options));
        (bool ok, bytes memory answer_) = _ask(who, _assembly(), call);
        require(ok == _isBoard(who), "a poll was opened or refused against the rule");
        if (!ok) return;
        Question storage q = _questions.push();
        q.id = abi.decode(answer_, (uint256));
        (q.options, q.serials) = (uint8(options.length), _serials);
        Rules memory rules = abi.decode(_rulebooks[_rulebooks.length - 1], (Rules));
        q.closes = block.timestamp + rules.kinds[0].period;
        _note(Act.Poll);
    }

    function answer(uint8 poll, uint8 by, uint8 option, uint8 many) external {
        if (_questions.length == 0) return;
        Question storage q = _questions[poll % _questions.length];
        for (uint256 i = 0; i <= many % 4; ++i) {
            uint256 who = (uint256(by) + i) % _people.length;
            uint32 seat = _people[who].seat;
            uint8 said = uint8((uint256(option) + i) % 9);
            bool may = block.timestamp <= q.closes && seat != 0 && uint24(seat) <= q.serials[seat >> 24];
            may = may && said != 0 && said <= q.options;
            bool ok = _as(who, _assembly(), abi.encodeCall(IPolls.answer, (q.id, said)));
            require(ok == may, "an answer was taken or refused against the rule");
            if (!ok) continue;
            q.said[seat] = said;
            _note(Act.Answer);
        }
    }

    // ------------------------------------------------------------------------------------------------------ reading

    /// @notice How often each `Act` happened.
    function successes() external view returns (uint256[ACTS] memory) {
        return _done;
    }

    /// @notice A bit for each `Act` that happened.
    function happened() external view returns (uint256 bits) {
        for (uint256 act = 0; act < ACTS; ++act) {
            if (_done[act] != 0) bits |= 1 << act;
        }
    }

    /// @notice A bit for each `Act` that fifty runs are enough for.
    function common() external pure returns (uint256 bits) {
        bits = 2 ** ACTS - 1;
        Act[5] memory rare = [
            Act.ExecuteExtraordinary,
            Act.ExecuteConstitutional,
            Act.ExecuteFailed,
            Act.Expelled,
            Act.Relieved
        ];
        for (uint256 i = 0; i < rare.length; ++i) {
            bits &= ~(1 << uint256(rare[i]));
        }
    }

    // ------------------------------------------------------------------------------------------------------ private

    /// @dev Somebody who has not voted gives the word to a member of the same class who has.
    function _appointLate(Item storage item, uint256 topic, uint256 start) private {
        for (uint256 i = 0; i < _people.length * _people.length; ++i) {
            uint256 who = (start + i) % _people.length;
            uint256 proxy = (start + i / _people.length) % _people.length;
            (uint32 seat, uint32 other) = (_people[who].seat, _people[proxy].seat);
            if (seat == 0 || other == 0 || seat >> 24 != other >> 24 || item.said[seat] != 0) continue;
            if (!_isOwn(item.said[other]) || _principals(topic, seat) != 0) continue;
            _name(topic, who, proxy);
            return _accept(topic, proxy, who);
        }
    }

    function _name(uint256 topic, uint256 who, uint256 proxy) private returns (bool may) {
        uint32 seat = _people[who].seat;
        uint32 other = _people[proxy].seat;
        may = other != 0 && other != seat && other >> 24 == seat >> 24 && _principals(topic, seat) == 0;
        bytes memory call = abi.encodeCall(IProxies.nameProxy, (Topic(topic), _people[proxy].account));
        require(_as(who, _assembly(), call) == may, "a proxy was named or refused against the rule");
        if (!may) return false;
        _named[topic][seat] = Naming(other, false);
        _note(Act.ProxyNamed);
    }

    function _onNotice(uint256 content, uint256 text, Kind atLeast, Act act) private {
        if (_latest[content][text] != 0) _note(Act.Again);
        _noticed(content, text, atLeast);
        if (_items[_touched].relieved) _note(Act.Relieved);
        _note(act);
    }

    function _second(Bill storage bill, uint8 by, uint256 many) private {
        for (uint256 i = 1; i <= many; ++i) {
            uint256 who = (uint256(by) + i) % _people.length;
            bool may = bill.open && _people[who].seat != 0 && who != bill.proposer;
            bool ok = _as(who, _assembly(), abi.encodeCall(IAssemblyDesk.second, (bill.id)));
            require(!ok || (may && !bill.backs[_people[who].seat]), "seconded against the rule");
            if (!ok) continue;
            bill.backs[_people[who].seat] = true;
            ++bill.seconders;
            _note(Act.Second);
        }
    }

    function _vote(Item storage item, uint256 who, uint8 position) private returns (bool ok) {
        uint32 seat = _people[who].seat;
        bool may = _isOpen(item) && _onRoll(item, seat);
        ok = _as(who, _assembly(), abi.encodeCall(IGovernor.castVote, (item.id, position)));
        require(ok == may, "a vote was taken or refused against the rule");
        if (ok) _sayAndCount(item, seat, position);
        _note(ok ? Act.Vote : Act.VoteRefused);
    }

    function _sayAndCount(Item storage item, uint32 seat, uint8 position) private {
        item.said[seat] = position + 1;
        _done[uint256(Act.PrincipalsWithProxy)] += _sayForPrincipals(item, seat, position);
    }

    function _accept(uint256 topic, uint256 proxy, uint256 principal) private {
        uint32 seat = _people[proxy].seat;
        Naming memory n = _named[topic][_people[principal].seat];
        uint256 have = _principals(topic, seat);
        uint256 limit = _active[seat >> 24] / 10;
        if (limit == 0) limit = 1;
        bool may = seat != 0 && n.proxy == seat && !n.accepted && have < limit;
        may = may && !_named[topic][seat].accepted && _principals(topic, _people[principal].seat) == 0;
        bytes memory call = abi.encodeCall(IProxies.acceptProxy, (Topic(topic), _people[principal].account));
        require(_as(proxy, _assembly(), call) == may, "a proxy accepted or could not against the rule");
        if (!may) return;
        _named[topic][_people[principal].seat].accepted = true;
        _note(Act.ProxyAccepted);
    }

    function _goTo(uint256 moment) private {
        if (moment <= block.timestamp) return;
        VM.warp(moment);
        for (uint256 i = 0; i < _items.length; ++i) {
            Item storage item = _items[i];
            if (item.closing != 0 || moment <= item.closes) continue;
            _close(item);
            _note(Act(uint256(Act.Passed) + uint256(_verdict(item))));
        }
    }

    function _fund(uint256 amount) private {
        TestEuro(address(_euro)).mint(address(this), amount);
        _euro.approve(_coop.treasury, amount);
        ITreasury(_coop.treasury).deposit(1, address(_euro), amount, "funds");
        _operating += amount;
    }

    function _signed(uint256 id, uint256 who, uint8 position, bool altered) private view returns (bytes memory) {
        bytes32 digest = _digest(keccak256(abi.encode(BALLOT_TYPEHASH, id, uint256(position))));
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(_people[who].key, digest);
        uint8 said = altered ? (position + 1) % 4 : position;
        return abi.encodePacked(said, r, bytes32(uint256(s) | (uint256(v - 27) << 255)));
    }

    function _digest(bytes32 ballot) private view returns (bytes32) {
        bytes32 name = keccak256("Rochdale Assembly");
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPEHASH, name, keccak256("1"), block.chainid, _assembly()));
        return keccak256(abi.encodePacked(hex"1901", domain, ballot));
    }

    function _inMood(uint8 mood, uint256 dice) private pure returns (uint8) {
        uint256 d = dice % 16;
        if (mood % 5 == 4) return uint8(d % 4);
        // Nearly all of one mind, and the last few of any.
        if (d >= 14) return uint8(d % 2 == 0 || mood % 2 == 0 ? 2 : 3);
        if (mood % 5 == 3) return d < 11 ? 0 : 1;
        if (mood % 5 == 2) return uint8(d % 2);
        return d < 13 ? 1 : 0;
    }

    function _lists(
        uint256 content
    ) private view returns (address[] memory targets, uint256[] memory values, bytes[] memory datas) {
        Content storage c = _contents[content];
        return (c.targets, new uint256[](c.targets.length), c.datas);
    }

    /// @dev One of the newest proposals.
    function _newest(uint8 item_) private returns (Item storage) {
        _touched = _items.length - 1 - (item_ % _least(_items.length, 4));
        return _items[_touched];
    }

    /// @dev A proposal whose vote is open; if there is none, mostly the next one that opens; now and then any.
    function _open(uint8 item_) private returns (Item storage) {
        _touched = item_ % _items.length;
        if (item_ % 8 == 7) return _items[_touched];
        uint256 next = type(uint256).max;
        for (uint256 i = 0; i < _items.length; ++i) {
            bool advisory = _items[_touched].kind == Kind.Advisory;
            if (_isOpen(_items[_touched]) && (!advisory || item_ % 4 == 0)) return _items[_touched];
            uint256 opens = _items[_touched].opens;
            if (opens > block.timestamp && opens < next) next = opens;
            _touched = (_touched + 1) % _items.length;
        }
        if (next == type(uint256).max || item_ % 4 == 3) return _items[_touched];
        _goTo(next);
        while (!_isOpen(_items[_touched])) _touched = (_touched + 1) % _items.length;
        return _items[_touched];
    }

    /// @dev One that is in notice, if there is one.
    function _pending(uint8 item_) private returns (Item storage) {
        _touched = item_ % _items.length;
        for (uint256 i = 0; i < _items.length && item_ % 8 != 7; ++i) {
            if (block.timestamp < _items[_touched].opens && _items[_touched].kind == Kind.Ordinary) break;
            _touched = (_touched + 1) % _items.length;
        }
        return _items[_touched];
    }

    /// @dev A proposal that has passed and waits to be carried out, or would if its vote closed now; now and then any. Of
    /// one content only the latest round can be carried out.
    function _ready(uint8 item_) private returns (Item storage) {
        _touched = item_ % _items.length;
        for (uint256 i = 0; i < 2 * _items.length && item_ % 8 != 7; ++i) {
            Item storage item = _items[_touched];
            bool waits = _stateOf(item) == IGovernor.ProposalState.Queued;
            if (i >= _items.length)
                waits = _isOpen(item) && item.kind != Kind.Advisory && _verdict(item) == Verdict.Passed;
            if (waits) break;
            _touched = (_touched + 1) % _items.length;
        }
        _touched = _latest[_items[_touched].content][_items[_touched].text] - 1;
        return _items[_touched];
    }

    /// @dev The topic of one of the newest proposals, or one that some content has.
    function _topic(uint8 topic_) private view returns (uint256) {
        uint256 n = _items.length;
        if (n == 0 || topic_ % 4 == 3) return [0, 1, 2, 5][(topic_ / 4) % 4];
        return uint8(_contents[_items[n - 1 - ((topic_ / 4) % _least(n, 4))].content].topic);
    }

    /// @dev Somebody who has named a proxy on a topic, if there is anybody; now and then anyone.
    function _principal(uint256 topic, uint8 of_) private view returns (uint256 who) {
        who = of_ % _people.length;
        if (of_ % 8 == 7) return who;
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 other = (who + i) % _people.length;
            if (_people[other].seat != 0 && _named[topic][_people[other].seat].proxy != 0) return other;
        }
    }

    /// @dev A member: there are always some.
    function _member(uint8 by) private view returns (uint256 who) {
        who = by % _people.length;
        while (_people[who].seat == 0) who = (who + 1) % _people.length;
    }

    /// @dev Mostly another member of the same class, and mostly one of a few; now and then anybody.
    function _sameClass(uint256 who, uint8 to) private view returns (uint256 other) {
        other = to % _people.length;
        if (to % 8 == 0) return other;
        uint32 class = _people[who].seat >> 24;
        for (uint256 i = 0; i < _people.length; ++i) {
            other = ((uint256(to) % 4) + i) % _people.length;
            if (other != who && _people[other].seat != 0 && _people[other].seat >> 24 == class) return other;
        }
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function _assembly() private view returns (address) {
        return _coop.assemblyModule;
    }

    function _note(Act act) private {
        ++_done[uint256(act)];
    }

    function _as(uint256 who, address target, bytes memory data) private returns (bool ok) {
        (ok, ) = _ask(who, target, data);
    }

    function _ask(uint256 who, address target, bytes memory data) private returns (bool, bytes memory) {
        VM.prank(_people[who].account);
        return target.call(data);
    }
}
