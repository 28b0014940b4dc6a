// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title CommonsIncome: the rent of the commons, equally for every member
/// @notice What the waterfall leaves is member income: an equal share for each active member, never spent (K4). An accumulator
/// keeps what one member got since the co-op was founded, times 2**128; its trail is kept by the newest member's number, so that
/// whoever enters starts from what it was then, without being entered here. Who leaves keeps what accrued until then. Nothing is
/// ever swept (A5). Money is in the Treasury's fund of member income.
interface ICommonsIncome {
    /// @notice `amount` came in and was shared by `members`. `perHead` is the accumulator now, times 2**128; `newest` the number of
    /// the newest member who has part in it; `carried` what could not be shared evenly, times 2**128, and goes with the next.
    event IncomePosted(uint256 amount, uint256 members, uint256 perHead, uint32 newest, uint256 carried);
    /// @notice A member's share was handed to `account`.
    event IncomeClaimed(uint32 indexed memberId, address indexed account, uint256 amount);
    /// @notice Member `memberId` left: its share ends at this reading of the accumulator.
    event IncomeEnded(uint32 indexed memberId, uint256 perHead);

    /// @notice Only a module that has just put money into the fund posts it.
    error CommonsIncomeNotBrought(address caller);
    /// @notice More than can be kept count of: 2**112 units in all.
    error CommonsIncomeTooMuch(uint256 amount);
    /// @notice Nothing is due to the member.
    error CommonsIncomeNothingDue(uint32 memberId);
    /// @notice A recovery of the member waits: its income is not handed out meanwhile (M6).
    error CommonsIncomeRecovering(uint32 memberId);
    /// @notice Too little gas to make sure that every part gets what it needs: send the call with more.
    error CommonsIncomeGasTooLow(uint256 left, uint256 needed);

    /// @notice Shares `amount`, which has come into the fund in the same call, among the active members, the same for each; the
    /// remainder is carried. With no members all of it is carried (K4). Only who brings it: the register of machines with every rent,
    /// the Treasury with what the members post to everybody (A9).
    /// @param amount smallest units of the settlement token
    function post(uint256 amount) external;

    /// @notice Pays member `memberId` what is due to it, to its account, rounded Down; the fraction stays its own. Anyone can.
    function claim(uint32 memberId) external returns (uint256 amount);

    /// @notice As `claim`, for several members; those to whom nothing is due or nothing can be paid now are passed over.
    function claimFor(uint32[] calldata memberIds) external;

    /// @notice Everything at once: income, coupons and principal of these series, withdrawals and interest of shares. Anyone can. What is
    /// not due is passed over; a payment that fails is left for its own call.
    function claimAll(uint32 memberId, uint256[] calldata seriesIds) external;

    /// @notice The member left: its share ends here. Only the member register.
    function end(uint32 memberId) external;

    /// @notice What is due to a member now.
    function dueTo(uint32 memberId) external view returns (uint256);

    /// @notice Why: the accumulator when the member entered, when it left or now, and what was paid to it. Readings times 2**128.
    function reading(uint32 memberId) external view returns (uint256 from, uint256 to, uint256 paid);

    /// @notice What one member got since the founding, times 2**128.
    function perHead() external view returns (uint256);

    /// @notice Posted ever, and what of it is carried, times 2**128.
    function totals() external view returns (uint256 posted, uint256 carried);
}
