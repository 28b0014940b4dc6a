// Gas of member income: one posting for everybody, and what a member hands itself out of it.
import { zeroHash } from "viem";
import { ClassKind } from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import { type Bench, EURO, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";
import { enter } from "./enter.ts";

const FOUNDERS = 7;
const MEMBER_INCOME = 4;
const RENT = 1_000n * EURO;

export async function measureIncome(bench: Bench) {
  const { viem, euro, client, networkHelpers, wallets, factory, gasOf } = bench;
  const kinds = [ClassKind.Worker, ClassKind.User, ClassKind.Supporter, ClassKind.Investor];
  const charter = await benchCharter(bench, kinds, FOUNDERS);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  const treasury = await viem.getContractAt("Treasury", coop.treasury);
  const income = await viem.getContractAt("CommonsIncome", coop.income);
  const payer = entry(wallets, 90).account;
  await euro.write.mint([payer.address, 100n * RENT]);
  await euro.write.approve([coop.treasury, 100n * RENT], { account: payer });
  for (const { account } of wallets.slice(0, FOUNDERS)) await euro.write.mint([account.address, EURO]);
  await networkHelpers.impersonateAccount(coop.machines);
  await networkHelpers.setBalance(coop.machines, 10n ** 18n);

  const post = async () => {
    const rent = [payer.address, [MEMBER_INCOME], [RENT], zeroHash] as const;
    await treasury.write.distribute(rent, { account: coop.machines });
    return gasOf(income.write.post([RENT], { account: coop.machines }));
  };
  const claim = (memberId: number) => gasOf(income.write.claim([memberId], { account: payer }));

  await post();
  const again = await post();
  // The fund's words are there from now on.
  await claim(1);
  const firstClaim = await claim(2);
  await post();
  const laterClaim = await claim(2);
  for (let i = FOUNDERS; i < FOUNDERS + 3; i++) {
    await enter(bench, coop.register, i, i % 4);
    await post();
  }
  await enter(bench, coop.register, FOUNDERS + 3, 0);
  const postAfterNewcomer = await post();
  return { post: again, postAfterNewcomer, firstClaim, claim: laterClaim };
}
