// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Whether an address has code of its own
library OwnCode {
    /// @notice Not of accounts without code, nor of those that borrow some (EIP-7702) and can change it without a trace in their hash.
    function isAt(address account) internal view returns (bool) {
        bytes memory code = account.code;
        return code.length != 0 && !(code.length == 23 && bytes3(code) == 0xef0100);
    }
}
