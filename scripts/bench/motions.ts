// An advisory motion put on notice by the board, for votes whose matter is not measured.
import { type Address, encodeFunctionData, keccak256, toHex } from "viem";
import { assemblyDeskAbi } from "../../books/abi.ts";
import type { Bench } from "./chain.ts";

export async function minuteOf({ viem }: Bench, address: Address, text: string): Promise<bigint> {
  const assembly = await viem.getContractAt("Assembly", address);
  const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [keccak256(toHex(text))] });
  await assembly.write.propose([[address], [0n], [data], text]);
  return assembly.read.getProposalId([[address], [0n], [data], keccak256(toHex(text))]);
}
