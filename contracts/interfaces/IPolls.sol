// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What is kept of a poll.
/// @param opensAt when its roll closed and answers began, unix seconds; zero when there is no such poll
/// @param closesAt the last second in which an answer counts
/// @param options how many options it has, 2..7
/// @param classes how many classes answer
struct Poll {
    uint40 opensAt;
    uint40 closesAt;
    uint8 options;
    uint8 classes;
}

/// @title Polls: the members are asked, and nothing is decided
/// @notice A question with two to seven options, open for the period of an advisory vote without notice. One member, one
/// answer, changeable until the close; counted by class. A member's poll needs seconders like any draft (V8); the board's
/// needs none. Proxies do not answer: a poll asks each. Answered at the Assembly's own address.
interface IPolls {
    /// @notice A member drafted a poll; `IAssemblyDesk.second` backs it.
    event PollDrafted(uint256 indexed draftId, address indexed proposer, string question, string[] options);
    /// @notice A poll opened, its roll closed as for a proposal. `draftId` is zero when no seconders were needed.
    event PollOpened(
        uint256 indexed pollId,
        uint256 indexed draftId,
        address indexed proposer,
        uint40 closesAt,
        string question,
        string[] options,
        uint24[] rolls,
        uint24[] serials
    );
    /// @notice `member` chose `option` (from 1); a later answer replaces the earlier one.
    event Answered(uint256 indexed pollId, address indexed member, uint8 option);

    /// @notice A poll has two to seven options.
    error PollOptionsOutOfBounds(uint256 count);
    /// @notice The poll has no such option; they count from 1.
    error PollUnknownOption(uint256 pollId, uint8 option);
    /// @notice No such poll is open.
    error PollClosed(uint256 pollId);

    /// @notice Drafts a poll, to be seconded. Only an active member.
    function draftPoll(string calldata question, string[] calldata options) external returns (uint256 draftId);

    /// @notice Opens a poll: a seconded draft of `proposer`, or at once when the caller is the board and the proposer.
    /// @return pollId polls are numbered from 1
    function openPoll(
        address proposer,
        string calldata question,
        string[] calldata options
    ) external returns (uint256 pollId);

    /// @notice Answers a poll with `option`, from 1. Only members on its roll, until it closes.
    function answer(uint256 pollId, uint8 option) external;

    /// @notice What is kept of poll `pollId`.
    function pollRecord(uint256 pollId) external view returns (Poll memory);

    /// @notice Answers per class (first index) and option (second index, from 0 for option 1).
    function pollTally(uint256 pollId) external view returns (uint24[7][] memory);

    /// @notice The option that `seat` chose, or 0.
    function answerOf(uint256 pollId, uint32 seat) external view returns (uint8);

    /// @notice How many polls were opened; the newest poll's number.
    function pollsEver() external view returns (uint256);
}
