// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What an auditor says of the books.
enum Opinion {
    None,
    Clean,
    Qualified,
    Adverse,
    Disclaimed
}

/// @notice A loss that the auditor certified.
/// @param amount in the settlement token's smallest units
/// @param covered how much of it the reserve and the shares have borne
/// @param certifiedAt unix seconds
/// @param auditor who certified it
struct LossCertificate {
    uint120 amount;
    uint120 covered;
    uint40 certifiedAt;
    address auditor;
}

/// @title AuditRegister: what auditors say, for good
/// @notice Opinions on the books at a block, certificates of loss, and the yearly report on the co-op's purpose (A8). The members
/// cannot write here for the auditor: not even the Assembly can.
interface IAuditRegister {
    /// @notice `auditor` gives an opinion on the books at a block; `report` is the hash of the report.
    event OpinionFiled(
        uint256 indexed opinionId,
        address indexed auditor,
        uint256 blockNumber,
        bytes32 blockHash,
        bytes32 report,
        Opinion opinion
    );
    /// @notice `auditor` certifies a loss of `amount`; `report` is the hash of the report.
    event LossCertified(uint256 indexed certificateId, address indexed auditor, uint256 amount, bytes32 report);
    /// @notice `amount` of a certified loss was borne; `covered` in all.
    event LossCharged(uint256 indexed certificateId, address indexed by, uint256 amount, uint256 covered);
    /// @notice The report on the co-op's purpose for a year was filed (A8).
    event ReportFiled(uint16 indexed year, address indexed by, bytes32 report);

    /// @notice Only an auditor in office writes here.
    error AuditRegisterNotAuditor(address account);
    /// @notice An opinion is one of clean, qualified, adverse and disclaimed, with a report.
    error AuditRegisterIncomplete();
    /// @notice The block is not there yet, or its hash is another one.
    error AuditRegisterWrongBlock(uint256 blockNumber, bytes32 blockHash);
    /// @notice There is no such certificate, or it is older than a year.
    error AuditRegisterNoCertificate(uint256 certificateId);
    /// @notice More than what was certified and is not covered yet (A1).
    error AuditRegisterBeyondLoss(uint256 certificateId, uint256 left, uint256 asked);
    /// @notice Only the reserve and the member shares bear losses.
    error AuditRegisterFixed(address caller);
    /// @notice A report was filed for this year already, or the year is not over.
    error AuditRegisterWrongYear(uint16 year);

    /// @notice Files an opinion. Only an auditor in office.
    /// @param blockHash hash of the block; checked while the chain still knows it (the last 256 blocks)
    /// @param report hash of the report
    /// @return opinionId its number, from 1
    function fileOpinion(
        uint256 blockNumber,
        bytes32 blockHash,
        bytes32 report,
        Opinion opinion
    ) external returns (uint256 opinionId);

    /// @notice Certifies a loss. Only an auditor in office. It can be used for a year.
    /// @param amount in the settlement token's smallest units
    /// @return certificateId its number, from 1
    function certifyLoss(uint256 amount, bytes32 report) external returns (uint256 certificateId);

    /// @notice Counts `amount` of a certified loss as borne. Only the reserve and the member shares (A1, S5).
    function charge(uint256 certificateId, uint256 amount) external;

    /// @notice Files the yearly report on the purpose by its hash. Only the board (A8).
    function fileReport(uint16 year, bytes32 report) external;

    /// @notice A certificate; all zero when there is none.
    function certificate(uint256 certificateId) external view returns (LossCertificate memory);

    /// @notice What of a certificate is not borne yet; zero when it is older than a year.
    function leftOf(uint256 certificateId) external view returns (uint256);

    /// @notice Opinions and certificates ever filed.
    function counts() external view returns (uint256 opinions, uint256 certificates);

    /// @notice The report filed for `year`, or zero.
    function reportOf(uint16 year) external view returns (bytes32);
}
