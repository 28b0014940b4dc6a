// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title A contract account, well behaved or not
contract Wallet1271 is IERC1271 {
    enum Manner {
        Honest,
        Reverting,
        Burning,
        Bombing,
        Hungry
    }

    error WalletRefuses();

    address public immutable OWNER;
    Manner public immutable MANNER;

    constructor(address owner, Manner manner) {
        (OWNER, MANNER) = (owner, manner);
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (MANNER == Manner.Reverting) revert WalletRefuses();
        if (MANNER == Manner.Burning) while (true) {}
        if (MANNER == Manner.Hungry && gasleft() < 140_000) revert WalletRefuses();
        if (MANNER == Manner.Bombing) {
            assembly {
                return(0, 100000)
            }
        }
        return ECDSA.recoverCalldata(hash, signature) == OWNER ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
