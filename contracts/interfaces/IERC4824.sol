// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title ERC-4824: where a decentralised organisation describes itself
/// @notice https://eips.ethereum.org/EIPS/eip-4824
interface IERC4824 {
    /// @notice The description of `daoAddress` is now at `daoURI`.
    event DAOURIUpdate(address daoAddress, string daoURI);

    /// @notice A URI whose document describes the organisation as JSON-LD of type "DAO".
    // solhint-disable-next-line func-name-mixedcase
    function daoURI() external view returns (string memory);
}
