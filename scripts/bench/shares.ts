// Gas of share capital: buying, asking for it back, serving the queue, and interest.
import { zeroHash } from "viem";
import { ClassKind, DAY } from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import { type Bench, EURO, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";

/** Members, each with an entry in the queue; the entries after the first are measured. */
const MEMBERS = 11;

/** A co-op whose members hold shares, with the Assembly's own hand for what it decides. */
export async function shareCoop(bench: Bench, members = MEMBERS) {
  const { viem, euro, client, networkHelpers, wallets, factory } = bench;
  const charter = await benchCharter(bench, [ClassKind.Worker], members);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  for (const { account } of wallets.slice(0, members)) {
    await euro.write.mint([account.address, 1_000_000n * EURO]);
    await euro.write.approve([coop.treasury, 1_000_000n * EURO], { account });
  }
  const treasury = await viem.getContractAt("Treasury", coop.treasury);
  await treasury.write.deposit([1, euro.address, 100_000n * EURO, zeroHash]);
  for (const hand of [coop.assembly, coop.surplus]) {
    await networkHelpers.impersonateAccount(hand);
    await networkHelpers.setBalance(hand, 10n ** 18n);
  }
  return { coop, shares: await viem.getContractAt("MemberShares", coop.shares) };
}

export async function measureShares(bench: Bench) {
  const { networkHelpers, wallets, gasOf } = bench;
  const { coop, shares } = await shareCoop(bench);
  const members = wallets.slice(0, MEMBERS).map(({ account }) => account);
  const first = entry(members, 0);
  const postInterest = () => gasOf(shares.write.postInterest([300], { account: coop.surplus }));
  const nextYear = () => networkHelpers.time.increase(366 * DAY);

  let firstSubscribe = 0n;
  for (const account of members) firstSubscribe = await gasOf(shares.write.subscribe([100n, 0n], { account }));
  await nextYear();
  const firstPost = await postInterest();
  const claim = await gasOf(shares.write.claimInterest([false], { account: first }));
  await nextYear();
  await postInterest();
  const subscribe = await gasOf(shares.write.subscribe([10n, 0n], { account: first }));
  await nextYear();
  const post = await postInterest();

  let withdraw = 0n;
  for (const account of members) withdraw = await gasOf(shares.write.withdraw([10n], { account }));
  await networkHelpers.time.increase(91 * DAY);
  await shares.write.advance([1n]);
  const advance = (await gasOf(shares.write.advance([10n]))) / 10n;
  return { firstSubscribe, subscribe, withdraw, advance, firstPost, post, claim };
}
