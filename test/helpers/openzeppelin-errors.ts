// Errors of OpenZeppelin and of test doubles that our contracts let through and that are not in their own ABIs.
import { parseAbi } from "viem";

export const openZeppelinErrors = parseAbi([
  "error InvalidInitialization()",
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
  "error FailedDeployment()",
  "error SafeERC20FailedOperation(address token)",
  "error ReentrancyGuardReentrantCall()",
  "error LossTooSmall(uint256 left, uint256 asked)",
  "error Refused()",
]);
