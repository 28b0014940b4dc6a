// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAssemblyDesk} from "../interfaces/IAssembly.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {IBallotKeys} from "../interfaces/IBallotKeys.sol";
import {ICommonsIncome} from "../interfaces/ICommonsIncome.sol";
import {IDirectory, Place} from "../interfaces/IDirectory.sol";
import {IMemberShares} from "../interfaces/IMemberShares.sol";

/// @title What the other modules are told when a membership ends or moves
/// @dev Linked, and called by the member register as itself. Everything of the register's own is written before. The last call alone
/// hands money over, so whoever receives it finds a membership that has ended everywhere.
library Leaving {
    /// @notice Income ends here, the ballot key with it, the Assembly forgets the seat, offices end, shares are queued and what is due is paid.
    function tell(IDirectory house, address account, uint32 memberId) public {
        ICommonsIncome(house.moduleAt(Place.Income)).end(memberId);
        IBallotKeys(house.moduleAt(Place.BallotKeys)).end(memberId);
        IAssemblyDesk(house.moduleAt(Place.Assembly)).vacate(account);
        IAuthority(house.moduleAt(Place.Authority)).vacate(account);
        IMemberShares(house.moduleAt(Place.Shares)).release(memberId);
    }

    /// @notice The member has another seat: the Assembly forgets the former, and the ballot key goes along.
    function reseat(IDirectory house, address account, uint32 memberId, uint32 seat) public {
        IBallotKeys(house.moduleAt(Place.BallotKeys)).reseat(memberId, seat);
        IAssemblyDesk(house.moduleAt(Place.Assembly)).vacate(account);
    }

    /// @notice The member has another account: the Assembly knows the seat by it, and the ballot key of who had the former one
    /// ends. So do offices: they were given to an account that somebody else may hold by now.
    function move(IDirectory house, address former, address account, uint32 memberId) public {
        IBallotKeys(house.moduleAt(Place.BallotKeys)).end(memberId);
        IAssemblyDesk(house.moduleAt(Place.Assembly)).move(former, account);
        IAuthority(house.moduleAt(Place.Authority)).vacate(former);
    }
}
