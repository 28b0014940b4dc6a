// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title The peers we measure against: income handed out from a Merkle root, or pushed to every head
contract PeerDistributor {
    using BitMaps for BitMaps.BitMap;
    using SafeERC20 for IERC20;

    IERC20 private immutable TOKEN;
    bytes32 private immutable ROOT;
    BitMaps.BitMap private _claimed;

    error PeerDistributorRefused(uint256 index);

    constructor(IERC20 token, bytes32 root) {
        (TOKEN, ROOT) = (token, root);
    }

    function claim(uint256 index, address account, uint256 amount, bytes32[] calldata proof) external {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(index, account, amount))));
        bool right = MerkleProof.verifyCalldata(proof, ROOT, leaf);
        if (!right || _claimed.get(index)) revert PeerDistributorRefused(index);
        _claimed.set(index);
        TOKEN.safeTransfer(account, amount);
    }

    function push(address[] calldata heads, uint256 each) external {
        for (uint256 i = 0; i < heads.length; ++i) {
            TOKEN.safeTransfer(heads[i], each);
        }
    }
}
