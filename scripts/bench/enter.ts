// Becoming a member, as everybody does: one applies, the board accepts, one joins.
import { type Address, keccak256, toHex } from "viem";
import { NO_PERMIT } from "../deploy/charter.ts";
import type { Addresses } from "../deploy/found.ts";
import { permitOf } from "../lib/permit.ts";
import { type Bench, EURO, entry } from "./chain.ts";

/** Gas of the three steps of `wallets[i]`; `wallets[0]` is the board. */
export async function enter({ viem, wallets, gasOf }: Bench, register: Address, i: number, classIndex: number) {
  const { write } = await viem.getContractAt("MemberRegister", register);
  const { account } = entry(wallets, i);
  const apply = await gasOf(write.applyFor([classIndex, keccak256(toHex(`application ${i}`))], { account }));
  const accept = await gasOf(write.accept([account.address, keccak256(toHex(`attestation ${i}`))]));
  return { apply, accept, join: await gasOf(write.join([0n, 0n, NO_PERMIT], { account })) };
}

const UNITS = 10n;
const CLASSES = 4;

/** Gas of joining one of four classes with ten shares, paid by permit or from an allowance. */
export async function enterPaid(bench: Bench, { register, treasury }: Addresses, i: number, byPermit: boolean) {
  const { viem, euro, wallets, networkHelpers, gasOf } = bench;
  const { write } = await viem.getContractAt("MemberRegister", register);
  const wallet = entry(wallets, i);
  const { account } = wallet;
  const due = UNITS * EURO;
  // Some money is left, as in most pockets.
  await euro.write.mint([account.address, 2n * due]);
  await write.applyFor([i % CLASSES, keccak256(toHex(`application ${i}`))], { account });
  await write.accept([account.address, keccak256(toHex(`attestation ${i}`))]);
  if (!byPermit) await euro.write.approve([treasury, due], { account });
  const deadline = BigInt((await networkHelpers.time.latest()) + 3_600);
  const nonce = await euro.read.nonces([account.address]);
  const token = { address: euro.address, name: "Test euro", chainId: await wallet.getChainId() };
  const permit = byPermit
    ? await permitOf(wallet, token, { spender: treasury, value: due, nonce, deadline })
    : NO_PERMIT;
  return gasOf(write.join([UNITS, 0n, permit], { account }));
}
