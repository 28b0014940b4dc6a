// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title What a wallet shows of a membership: its number and nothing else (M7)
library MemberDocument {
    using Strings for uint256;

    /// @notice The document in the URI itself.
    function uri(uint256 memberId) public pure returns (string memory) {
        // solhint-disable-next-line quotes
        bytes memory json = bytes.concat('{"name":"Member ', bytes(memberId.toString()), '"}');
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }
}
