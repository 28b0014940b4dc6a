// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Code that answers one question as told, and leaves the rest to other code
/// @dev For tests: put in the place of an implementation, it makes every clone of it answer so.
contract Answering {
    bytes4 private immutable QUESTION;
    uint256 private immutable ANSWER;
    address private immutable OTHERWISE;

    constructor(bytes4 question, uint256 answer, address otherwise) {
        (QUESTION, ANSWER, OTHERWISE) = (question, answer, otherwise);
    }

    fallback() external payable {
        if (msg.sig == QUESTION) {
            uint256 answer = ANSWER;
            assembly {
                mstore(0, answer)
                return(0, 32)
            }
        }
        (bool ok, bytes memory data) = OTHERWISE.delegatecall(msg.data);
        assembly {
            if iszero(ok) {
                revert(add(data, 32), mload(data))
            }
            return(add(data, 32), mload(data))
        }
    }
}
