// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {IMemberRegister} from "../interfaces/IMemberRegister.sol";
import {IMemberShares, Permit} from "../interfaces/IMemberShares.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Funds} from "../libraries/Funds.sol";
import {Module} from "../libraries/Module.sol";

/// @title MemberShares
/// @notice See {IMemberShares}.
/// @dev Holdings are keyed by member id. The ERC-20 surface is for reading: shares have no decimals.
contract MemberShares is IMemberShares, IERC20Metadata, Module, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    mapping(uint32 memberId => uint256) private _units;
    uint256 private _totalUnits;
    uint256 private _par;
    uint256 private _minimum;
    uint256 private _maximum;
    string private _name;

    /// @notice Sets par and the bounds of a holding. Called once, by the factory.
    function initialize(string calldata name_, uint256 par_, uint256 minimum, uint256 maximum) external initializer {
        if (par_ == 0 || maximum == 0 || minimum > maximum || maximum > type(uint128).max / par_) {
            revert MemberSharesTermsOutOfBounds(par_, minimum, maximum);
        }
        (_name, _par, _minimum, _maximum) = (name_, par_, minimum, maximum);
    }

    /// @inheritdoc IMemberShares
    function subscribe(uint256 units) external nonReentrant {
        (uint32 memberId, ) = IMemberRegister(directory().moduleAt(Place.Register)).seatOf(msg.sender);
        if (memberId == 0) revert MemberSharesNotMember(msg.sender);
        if (directory().windingUpSince() != 0) revert MemberSharesWindingUp();
        uint256 holding = _units[memberId] + units;
        if (units == 0 || holding < _minimum || holding > _maximum) {
            revert MemberSharesHoldingOutOfBounds(holding, _minimum, _maximum);
        }

        uint256 due = units * _par;
        _units[memberId] = holding;
        _totalUnits += units;
        emit Subscribed(memberId, msg.sender, units, due);
        emit Transfer(address(0), msg.sender, units);

        ITreasury treasury = ITreasury(directory().moduleAt(Place.Treasury));
        IERC20 token = IERC20(treasury.settlementToken());
        token.safeTransferFrom(msg.sender, address(this), due);
        token.forceApprove(address(treasury), due);
        uint256 received = treasury.deposit(Funds.SHARE_CAPITAL, address(token), due, bytes32(uint256(memberId)));
        if (received != due) revert MemberSharesUnderpaid(received, due);
    }

    function subscribeFor(uint32, address, uint64, uint64, Permit calldata) external {}

    function release(uint32) external {}

    /// @inheritdoc IMemberShares
    function unitsOf(uint32 memberId) external view returns (uint256) {
        return _units[memberId];
    }

    /// @inheritdoc IMemberShares
    function par() external view returns (uint256) {
        return _par;
    }

    /// @inheritdoc IMemberShares
    function holdingBounds() external view returns (uint256 minimum, uint256 maximum) {
        return (_minimum, _maximum);
    }

    // ------------------------------------------------------------------------------- ERC-20, for reading only

    /// @notice The co-op's name and "member shares".
    function name() external view returns (string memory) {
        return string.concat(_name, " member shares");
    }

    /// @notice The token's short name.
    function symbol() external pure returns (string memory) {
        return "SHARE";
    }

    /// @notice Shares are whole.
    function decimals() external pure returns (uint8) {
        return 0;
    }

    /// @notice All shares in issue; times par it is what members paid in.
    function totalSupply() external view returns (uint256) {
        return _totalUnits;
    }

    /// @notice Shares of the member that `account` speaks for.
    function balanceOf(address account) external view returns (uint256) {
        (uint32 memberId, ) = IMemberRegister(directory().moduleAt(Place.Register)).seatOf(account);
        return _units[memberId];
    }

    /// @notice Nobody is ever approved.
    function allowance(address, address) external pure returns (uint256) {
        return 0;
    }

    /// @notice Always reverts: shares are bound to their member.
    function transfer(address, uint256) external pure returns (bool) {
        revert MemberSharesNotTransferable();
    }

    /// @notice Always reverts: shares are bound to their member.
    function transferFrom(address, address, uint256) external pure returns (bool) {
        revert MemberSharesNotTransferable();
    }

    /// @notice Always reverts: shares are bound to their member.
    function approve(address, uint256) external pure returns (bool) {
        revert MemberSharesNotTransferable();
    }
}
