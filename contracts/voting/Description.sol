// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";

/// @title How a co-op describes itself when its members have not said where (ERC-4824)
library Description {
    // solhint-disable quotes

    /// @notice A data URI with a JSON-LD document of type "DAO": the co-op's name and what it is.
    function make(IMemberRegister register) public view returns (string memory) {
        string memory name = Strings.escapeJSON(IERC721Metadata(address(register)).name());
        return
            string.concat(
                "data:application/json;base64,",
                Base64.encode(
                    abi.encodePacked(
                        '{"@context":"http://www.daostar.org/schemas","type":"DAO","name":"',
                        name,
                        '","description":"A platform co-operative: one member, one vote, by stakeholder class."}'
                    )
                )
            );
    }
}
