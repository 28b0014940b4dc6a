// What the demo needs of its test money.
import { type Address, encodeFunctionData, parseAbi } from "viem";
import type { Call } from "./world.ts";

const abi = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 amount)",
]);

export function mint(euro: Address, to: Address, amount: bigint): Call {
  return { from: to, to: euro, data: encodeFunctionData({ abi, functionName: "mint", args: [to, amount] }) };
}

export function approve(euro: Address, from: Address, spender: Address, amount: bigint): Call {
  return { from, to: euro, data: encodeFunctionData({ abi, functionName: "approve", args: [spender, amount] }) };
}
