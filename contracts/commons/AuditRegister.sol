// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAuditRegister, LossCertificate, Opinion} from "../interfaces/IAuditRegister.sol";
import {IAuthority} from "../interfaces/IAuthority.sol";
import {Place} from "../interfaces/IDirectory.sol";
import {Module} from "../libraries/Module.sol";
import {Roles} from "../libraries/Roles.sol";

/// @title AuditRegister
/// @notice See {IAuditRegister}.
contract AuditRegister is IAuditRegister, Module {
    uint256 private constant CERTIFICATE_LASTS = 365 days;
    /// @dev A Gregorian year on average, for "the year is over" to within two days.
    uint256 private constant YEAR = 31_556_952;
    uint256 private constant EPOCH = 1970;

    mapping(uint256 certificateId => LossCertificate) private _certificates;
    mapping(uint16 year => bytes32) private _reports;
    uint128 private _opinions;
    uint128 private _certificatesEver;

    /// @dev The Assembly holds every office's powers, but not this one: members do not certify their own losses (A1).
    modifier onlyAuditor() {
        IAuthority authority = IAuthority(directory().moduleAt(Place.Authority));
        if (authority.endOf(Roles.AUDITOR, msg.sender) <= block.timestamp) revert AuditRegisterNotAuditor(msg.sender);
        _;
    }

    /// @notice Nothing to set. Called once, by the factory.
    function initialize() external initializer {}

    /// @inheritdoc IAuditRegister
    function fileOpinion(
        uint256 blockNumber,
        bytes32 blockHash,
        bytes32 report,
        Opinion opinion
    ) external onlyAuditor returns (uint256 opinionId) {
        if (report == 0 || opinion == Opinion.None) revert AuditRegisterIncomplete();
        bytes32 known = blockhash(blockNumber);
        bool wrong = blockNumber >= block.number || blockHash == 0 || (known != 0 && known != blockHash);
        if (wrong) revert AuditRegisterWrongBlock(blockNumber, blockHash);
        opinionId = ++_opinions;
        emit OpinionFiled(opinionId, msg.sender, blockNumber, blockHash, report, opinion);
    }

    /// @inheritdoc IAuditRegister
    function certifyLoss(uint256 amount, bytes32 report) external onlyAuditor returns (uint256 certificateId) {
        if (report == 0 || amount == 0 || amount > type(uint120).max) revert AuditRegisterIncomplete();
        certificateId = ++_certificatesEver;
        _certificates[certificateId] = LossCertificate(uint120(amount), 0, uint40(block.timestamp), msg.sender);
        emit LossCertified(certificateId, msg.sender, amount, report);
    }

    /// @inheritdoc IAuditRegister
    function charge(uint256 certificateId, uint256 amount) external {
        bool bearsLosses =
            msg.sender == directory().moduleAt(Place.Reserve) || msg.sender == directory().moduleAt(Place.Shares);
        if (!bearsLosses) revert AuditRegisterFixed(msg.sender);
        LossCertificate storage c = _certificates[certificateId];
        if (block.timestamp > c.certifiedAt + CERTIFICATE_LASTS) revert AuditRegisterNoCertificate(certificateId);
        uint256 left = c.amount - c.covered;
        if (amount > left) revert AuditRegisterBeyondLoss(certificateId, left, amount);
        c.covered += uint120(amount);
        emit LossCharged(certificateId, msg.sender, amount, c.covered);
    }

    /// @inheritdoc IAuditRegister
    function fileReport(uint16 year, bytes32 report) external restricted {
        if (report == 0) revert AuditRegisterIncomplete();
        if (_reports[year] != 0 || year >= EPOCH + block.timestamp / YEAR) revert AuditRegisterWrongYear(year);
        _reports[year] = report;
        emit ReportFiled(year, msg.sender, report);
    }

    /// @inheritdoc IAuditRegister
    function certificate(uint256 certificateId) external view returns (LossCertificate memory) {
        return _certificates[certificateId];
    }

    /// @inheritdoc IAuditRegister
    function leftOf(uint256 certificateId) public view returns (uint256) {
        LossCertificate storage c = _certificates[certificateId];
        return block.timestamp > c.certifiedAt + CERTIFICATE_LASTS ? 0 : c.amount - c.covered;
    }

    /// @inheritdoc IAuditRegister
    function counts() external view returns (uint256 opinions, uint256 certificates) {
        return (_opinions, _certificatesEver);
    }

    /// @inheritdoc IAuditRegister
    function reportOf(uint16 year) external view returns (bytes32) {
        return _reports[year];
    }
}
