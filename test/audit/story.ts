// A small co-op that has done a bit of everything: what the audit's tests look at.
import { DAY } from "../../scripts/deploy/charter.ts";
import { admit, decideWith, minute, payment, resolution } from "../helpers/assembly.ts";
import { at, coopWith, EURO, hashOf } from "../helpers/coop.ts";

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
  return { chain, coop, paid, lost, open };
}
