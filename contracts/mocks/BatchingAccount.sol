// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Code by which a person's account makes several calls in one transaction, all or none (EIP-7702)
contract BatchingAccount {
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    error NotYours(address caller);

    receive() external payable {}

    /// @notice Makes `calls` in their order. Only the account itself can ask for it.
    function execute(Call[] calldata calls) external payable {
        if (msg.sender != address(this)) revert NotYours(msg.sender);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool well, bytes memory said) = calls[i].to.call{value: calls[i].value}(calls[i].data);
            if (well) continue;
            assembly {
                revert(add(said, 32), mload(said))
            }
        }
    }
}
