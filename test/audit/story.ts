// A small co-op that has done a bit of everything: what the audit's tests look at.
import { DAY } from "../../scripts/deploy/charter.ts";
import { ballotToSign, packBallots } from "../../scripts/lib/signed-ballots.ts";
import { admit, decideWith, minute, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, hashOf } from "../helpers/coop.ts";

const FUNDS_PAID_IN = 500n * EURO;
const MEMBERS = 10;

export async function livedInCoop() {
  const { chain, coop } = await coopWith();
  const { wallets, euro, networkHelpers } = chain;
  const account = (i: number) => at(wallets, i).account;
  await admit(chain, coop, 3, MEMBERS);

  await euro.write.mint([account(0).address, FUNDS_PAID_IN]);
  await euro.write.approve([coop.treasury, FUNDS_PAID_IN]);
  await coop.treasuryContract.write.deposit([1, euro.address, FUNDS_PAID_IN, hashOf("loan")]);
  for (const i of [1, 2, 3]) {
    await euro.write.mint([account(i).address, 10n * EURO]);
    await euro.write.approve([coop.shares, 10n * EURO], { account: account(i) });
    await coop.sharesContract.write.subscribe([BigInt(i)], { account: account(i) });
  }
  // Nobody posted this: it belongs to no fund.
  await euro.write.mint([coop.treasury, 7n * EURO]);

  const paid = resolution(chain, coop, [payment(chain, coop, account(20).address, 120n * EURO)], "Pay the workshop");
  await paid.propose();
  await decideWith(paid, [1, 1, 1, 0, 1, 1, undefined, 2, 1]);
  await paid.toEta();
  await paid.execute();

  const lost = resolution(chain, coop, [payment(chain, coop, account(20).address)], "Pay it again");
  await lost.propose();
  await decideWith(lost, [0, 0, 3, 0, 1, 1]);

  const adjourned = resolution(chain, coop, [minute(coop, "fair")], "Go to the fair");
  const adjournedIds: bigint[] = [];
  for (const positions of [
    [undefined, 1, 1],
    [1, 1],
  ]) {
    adjournedIds.push(await adjourned.propose());
    await decideWith(adjourned, positions);
  }

  const petitioned = resolution(chain, coop, [payment(chain, coop, account(20).address, 2n * EURO)], "Pay the fair");
  const petitionedId = await petitioned.propose();
  for (const rider of [1, 5, 9]) await coop.deskContract.write.petition([petitionedId], { account: account(rider) });
  await petitioned.toOpening();
  await handInSigned(chain, coop, petitionedId, [
    [0, 1],
    [1, 0],
    [2, 1],
    [4, 1],
    [5, 0],
    [6, 2],
  ]);
  await petitioned.vote(6, 1);
  await petitioned.toClose();

  await coop.registerContract.write.resign({ account: account(9) });
  await admit(chain, coop, 10, 12);

  const open = resolution(chain, coop, [minute(coop)], "Thank the workshop");
  const draft = await open.draft(1);
  await open.second(draft, 2);
  await open.second(draft, 3);
  await open.giveNotice(1);
  await open.votes([1, 1, 0]);
  await open.vote(2, 1);
  await networkHelpers.time.increase(DAY);
  await networkHelpers.mine();
  return { chain, coop, paid, lost, adjournedIds, petitionedId, open };
}

/** Hands in a batch of signed ballots: wallet and position of each. */
export async function handInSigned(
  chain: Chain,
  coop: Coop,
  id: bigint,
  ballots: readonly (readonly [wallet: number, position: number])[],
) {
  const signed = await Promise.all(
    ballots.map(async ([i, support]) => {
      const wallet = at(chain.wallets, i);
      const signature = await wallet.signTypedData(ballotToSign(coop.assembly, 31_337, id, support));
      return { voter: wallet.account.address, support, signature };
    }),
  );
  return coop.deskContract.write.castVotesBySig([id, packBallots(signed)]);
}
