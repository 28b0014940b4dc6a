// Becoming a member, as everybody does: one applies, the board accepts, one joins.
import { type Address, keccak256, toHex } from "viem";
import { NO_PERMIT } from "../deploy/charter.ts";
import { type Bench, entry } from "./chain.ts";

/** Gas of the three steps of `wallets[i]`; `wallets[0]` is the board. */
export async function enter({ viem, wallets, gasOf }: Bench, register: Address, i: number, classIndex: number) {
  const { write } = await viem.getContractAt("MemberRegister", register);
  const { account } = entry(wallets, i);
  const apply = await gasOf(write.applyFor([classIndex, keccak256(toHex(`application ${i}`))], { account }));
  const accept = await gasOf(write.accept([account.address, keccak256(toHex(`attestation ${i}`))]));
  return { apply, accept, join: await gasOf(write.join([0n, 0n, NO_PERMIT], { account })) };
}
