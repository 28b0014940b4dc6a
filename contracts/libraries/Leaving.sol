// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAssemblyDesk} from "../interfaces/IAssembly.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {ICommonsIncome} from "../interfaces/ICommonsIncome.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";

/// @title What the other modules are told when a membership ends
/// @dev Linked, and called by the member register as itself. Everything of the register's own is written before. The last call alone
/// hands money over, so whoever receives it finds a membership that has ended everywhere.
library Leaving {
    /// @notice Income ends here, the Assembly forgets the seat, offices end, shares are queued and what is due is paid.
    function tell(IDirectory house, address account, uint32 memberId) public {
        ICommonsIncome(house.moduleAt(Place.Income)).end(memberId);
        IAssemblyDesk(house.moduleAt(Place.Assembly)).vacate(account);
        IAuthority(house.moduleAt(Place.Authority)).vacate(account);
        IMemberShares(house.moduleAt(Place.Shares)).release(memberId);
    }
}
