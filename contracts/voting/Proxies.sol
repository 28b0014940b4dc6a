// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Topic} from "../interfaces/IAssembly.sol";
import {IProxies} from "../interfaces/IProxies.sol";
import {BallotBox} from "../libraries/BallotBox.sol";
import {Seats} from "../libraries/Seats.sol";

/// @notice What the Assembly remembers of an account: its seat, asked of the register once, and a bit for each topic on
/// which it has accepted to speak for others. One word, so that whoever speaks for nobody pays nothing for proxies.
struct Voter {
    uint32 seat;
    uint8 speaksIn;
}

/// @title Who speaks for whom (V11)
/// @notice See {IProxies}. Proxy and principal are of one class, so 24 bits of serial name a seat, and all principals of
/// a proxy on one topic fit one word: ten at most.
library Proxies {
    using BallotBox for BallotBox.Box;

    struct Book {
        /// @dev 32 bits a topic: the serial of the proxy that this seat named, and whether it has accepted.
        mapping(uint32 principal => uint256) named;
        /// @dev 24 bits a principal, without gaps from the lowest. Key: `topic << 32 | proxy`.
        mapping(uint256 key => uint256) principals;
    }

    uint256 private constant TOPIC = 32;
    uint256 private constant NAMING_MASK = type(uint32).max;
    uint256 private constant ACCEPTED = 1 << 24;
    uint256 private constant SERIAL = 24;
    uint256 private constant SERIAL_MASK = type(uint24).max;

    /// @notice `principal` asks `proxy` to speak for it on `topic`; what it had on this topic ends.
    function name(Book storage book, Topic topic, uint32 principal, uint32 proxy) public {
        if (proxy == principal) revert IProxies.ProxySelf();
        if (Seats.classOf(proxy) != Seats.classOf(principal)) revert IProxies.ProxyOfOtherClass(principal, proxy);
        if (book.principals[_key(topic, principal)] != 0) revert IProxies.ProxyChain(principal, topic);

        _end(book, topic, principal);
        _setNaming(book, topic, principal, Seats.serialOf(proxy));
        emit IProxies.ProxyNamed(principal, proxy, topic);
    }

    /// @notice `proxy` accepts to speak for `principal`, at most for `limit` members.
    function accept(Book storage book, Topic topic, uint32 proxy, uint32 principal, uint256 limit) public {
        uint256 naming = _requireNamed(book, topic, proxy, principal);
        if (naming & ACCEPTED != 0) revert IProxies.ProxyAcceptedAlready(principal, topic);
        // No chains: who speaks for others has no proxy, and the other way round.
        if (_naming(book, topic, proxy) & ACCEPTED != 0) revert IProxies.ProxyChain(proxy, topic);
        if (book.principals[_key(topic, principal)] != 0) revert IProxies.ProxyChain(principal, topic);

        uint256 key = _key(topic, proxy);
        uint256 word = book.principals[key];
        uint256 have = _length(word);
        if (have >= limit) revert IProxies.ProxyLimitReached(proxy, limit);
        book.principals[key] = word | (uint256(Seats.serialOf(principal)) << (SERIAL * have));
        _setNaming(book, topic, principal, naming | ACCEPTED);
        emit IProxies.ProxyAccepted(principal, proxy, topic);
    }

    /// @notice `principal` ends what it has with its proxy on `topic`.
    function end(Book storage book, Topic topic, uint32 principal) public {
        if (_naming(book, topic, principal) == 0) revert IProxies.ProxyNotNamed(principal, topic);
        _end(book, topic, principal);
    }

    /// @notice `proxy` declines `principal`, or ceases to speak for it.
    function decline(Book storage book, Topic topic, uint32 proxy, uint32 principal) public {
        _requireNamed(book, topic, proxy, principal);
        _end(book, topic, principal);
    }

    /// @notice The seat closes: everything ends in which it is principal or proxy. `speaksIn` as in {Voter}.
    function endAll(Book storage book, uint32 seat, uint8 speaksIn) public {
        for (uint8 t = 0; t <= uint8(type(Topic).max); ++t) {
            Topic topic = Topic(t);
            _end(book, topic, seat);
            if (speaksIn & (1 << t) == 0) continue;
            uint256 word = book.principals[_key(topic, seat)];
            for (; word != 0; word >>= SERIAL) {
                _end(book, topic, Seats.make(Seats.classOf(seat), uint24(word)));
            }
        }
    }

    /// @notice Counts the ballot of `proxy` for its principals on `topic`.
    /// @return counted how many ballots changed
    function count(
        Book storage book,
        BallotBox.Box storage box,
        uint256 proposalId,
        Topic topic,
        uint32 proxy,
        uint256 support
    ) public returns (uint256 counted) {
        uint256 word = book.principals[_key(topic, proxy)];
        if (word == 0) return 0;
        uint32[] memory principals = box.castByProxy(Seats.classOf(proxy), word, support + 1);
        counted = principals.length;
        if (counted != 0) emit IProxies.VotedByProxy(proposalId, proxy, uint8(support), principals);
    }

    /// @notice The seat that `principal` named on `topic`, or 0, and whether it has accepted.
    function proxyOf(Book storage book, Topic topic, uint32 principal) internal view returns (uint32, bool) {
        uint256 naming = _naming(book, topic, principal);
        if (naming == 0) return (0, false);
        return (Seats.make(Seats.classOf(principal), uint24(naming)), naming & ACCEPTED != 0);
    }

    /// @notice The seats for which `proxy` speaks on `topic`.
    function principalsOf(Book storage book, Topic topic, uint32 proxy) internal view returns (uint32[] memory seats) {
        uint256 word = book.principals[_key(topic, proxy)];
        seats = new uint32[](_length(word));
        for (uint256 i = 0; i < seats.length; ++i) {
            seats[i] = Seats.make(Seats.classOf(proxy), uint24(word >> (SERIAL * i)));
        }
    }

    /// @dev Ends a naming if there is one, and takes the principal from its proxy's list; the last fills the gap.
    function _end(Book storage book, Topic topic, uint32 principal) private {
        uint256 naming = _naming(book, topic, principal);
        if (naming == 0) return;
        uint32 proxy = Seats.make(Seats.classOf(principal), uint24(naming));
        if (naming & ACCEPTED != 0) {
            uint256 key = _key(topic, proxy);
            book.principals[key] = _without(book.principals[key], Seats.serialOf(principal));
        }
        _setNaming(book, topic, principal, 0);
        emit IProxies.ProxyEnded(principal, proxy, topic);
    }

    function _without(uint256 word, uint24 serial) private pure returns (uint256) {
        uint256 last = SERIAL * (_length(word) - 1);
        uint256 shift;
        while (uint24(word >> shift) != serial) shift += SERIAL;
        uint256 filled = word ^ ((uint256(serial) ^ ((word >> last) & SERIAL_MASK)) << shift);
        return filled & ((1 << last) - 1);
    }

    function _length(uint256 word) private pure returns (uint256 n) {
        for (; word != 0; word >>= SERIAL) ++n;
    }

    function _requireNamed(
        Book storage book,
        Topic topic,
        uint32 proxy,
        uint32 principal
    ) private view returns (uint256 naming) {
        naming = _naming(book, topic, principal);
        bool named = naming & SERIAL_MASK == Seats.serialOf(proxy) && Seats.classOf(proxy) == Seats.classOf(principal);
        if (!named) revert IProxies.ProxyNotNamed(principal, topic);
    }

    function _naming(Book storage book, Topic topic, uint32 principal) private view returns (uint256) {
        return (book.named[principal] >> (TOPIC * uint8(topic))) & NAMING_MASK;
    }

    function _setNaming(Book storage book, Topic topic, uint32 principal, uint256 naming) private {
        uint256 shift = TOPIC * uint8(topic);
        book.named[principal] = (book.named[principal] & ~(NAMING_MASK << shift)) | (naming << shift);
    }

    function _key(Topic topic, uint32 proxy) private pure returns (uint256) {
        return (uint256(uint8(topic)) << 32) | proxy;
    }
}
