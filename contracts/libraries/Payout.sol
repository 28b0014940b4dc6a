// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title A payment that cannot stop what it is a part of
/// @dev The recipient gets its own gas, and what it returns is not read beyond one word [cases 75, 83, 94].
library Payout {
    /// @dev More than any token needs, and too little to burn the rest of a transaction.
    uint256 internal constant GAS = 120_000;
    /// @dev What must be left so that it really gets it: a call hands on 63 parts of 64, and the caller goes on afterwards [case 106].
    uint256 internal constant NEEDED = 160_000;

    /// @notice Sends `amount` of `token` to `to`, if that can be done.
    function push(address token, address to, uint256 amount) internal returns (bool sent) {
        uint256 gasLimit = GAS;
        // transfer(address,uint256)
        bytes memory data = abi.encodeWithSelector(0xa9059cbb, to, amount);
        assembly ("memory-safe") {
            mstore(0, 0)
            sent := call(gasLimit, token, 0, add(data, 32), mload(data), 0, 32)
            // True, or nothing at all from a token that returns nothing [cases 73, 74].
            if sent {
                sent := or(iszero(returndatasize()), and(gt(returndatasize(), 31), eq(mload(0), 1)))
            }
        }
    }
}
