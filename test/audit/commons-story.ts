// A small co-op whose commons have lived: machines bought, missed, let, taken back, sold and paid off; bonds, income, budgets and a
// stop. What the audit's tests look at.
import { DAY } from "../../scripts/deploy/charter.ts";
import { commitment } from "../helpers/assembly.ts";
import { at, EURO, hashOf } from "../helpers/coop.ts";
import { type CommonsCoop, commonsCoop, NEIGHBOUR } from "./commons-acts.ts";

const MONTH = 30 * DAY;

export type CommonsStory = Awaited<ReturnType<typeof commonsStory>>;

export async function commonsStory() {
  const life = await commonsCoop();
  await raise(life);
  await miss(life);
  await earn(life);
  await lapse(life);
  await sell(life);
  await payOff(life);
  await spend(life);
  await life.chain.networkHelpers.mine();
  return life;
}

/** Machine 1: five bid, one of them from next door, one improves; the marginal rate is shared; it is bought and let to member 1. */
async function raise({ coop, next, order, bid, recognise, wait, buy }: CommonsCoop) {
  await order();
  await recognise();
  await bid(1n, 0, 300n * EURO, 300);
  await bid(1n, 1, 200n * EURO, 500);
  await bid(1n, 2, 250n * EURO + 1n, 400);
  await bid(1n, 3, 250n * EURO, 400);
  await bid(1n, 1, 210n * EURO, 400);
  await bid(1n, NEIGHBOUR, 100n * EURO, 600, next.register);
  await wait(2 * DAY);
  await coop.bondsContract.write.clear([1n]);
  await coop.bondsContract.write.allot([1n, 2n]);
  await coop.bondsContract.write.allot([1n, 9n]);
  await buy(1n);
}

/** Machine 2 misses its target; one bidder has its money back, another has not fetched it. */
async function miss({ coop, order, bid, wait, account }: CommonsCoop) {
  await order();
  await bid(2n, 4, 30n * EURO, 200);
  await bid(2n, 5, 40n * EURO, 600);
  await wait(2 * DAY);
  await coop.bondsContract.write.clear([2n]);
  await coop.bondsContract.write.refund([2n, [account(4)]]);
  await coop.bondsContract.write.refund([1n, [account(1), account(NEIGHBOUR)]]);
  await coop.machinesContract.write.cancel([2n]);
}

/** Rent for machine 1, coupons and income claimed, units sold; a member leaves, another enters. */
async function earn(life: CommonsCoop) {
  const { coop, payRent, wait, transfer, transferMany, account, as, postIncome } = life;
  const { bondsContract: bonds, incomeContract: income } = coop;
  await wait(5 * DAY);
  await payRent(1n, 0, 1, 50n * EURO);
  await payRent(1n, 0, 1, 100n * EURO);
  await wait(MONTH);
  await bonds.write.claim([1n, account(0)]);
  await transfer(1n, 0, 4, 100n * EURO);
  await transferMany([1n, 1n], 2, 5, [5n, 7n]);
  await payRent(1n, 1, 1, 150n * EURO);
  await postIncome(10n * EURO + 1n);
  await income.write.claim([2]);
  await income.write.claimAll([3, [1n]]);
  await coop.registerContract.write.resign(as(6));
  await coop.admit(account(8), 1, commitment(8));
  await payRent(1n, 0, 1, 77n * EURO + 3n);
  await bonds.write.announceRedemption([1n, 2n], { account: coop.assembly });
  await bonds.write.topUp([1n, 5n * EURO], { account: coop.assembly });
}

/** Machine 3 is the commons' alone; its lessee pays little, loses it and owes; members bid rent, and one who was outbid waits. */
async function lapse({ coop, order, buy, wait, payRent, bidForMachine, account }: CommonsCoop) {
  await order({ contribution: 1_000n * EURO, lessee: 6 });
  await buy(3n);
  await payRent(3n, 5, 6, 20n * EURO);
  await wait(MONTH + 10 * DAY);
  await coop.machinesContract.write.endLease([3n]);
  await payRent(3n, 5, 6, 7n * EURO);
  await coop.machinesContract.write.offer([3n]);
  await bidForMachine(3n, 0, 30n * EURO);
  await bidForMachine(3n, 1, 40n * EURO);
  await bidForMachine(3n, 4, 41n * EURO);
  await wait(15 * DAY);
  await coop.machinesContract.write.settle([3n]);
  await coop.machinesContract.write.returnDeposit([account(0)]);
}

/** Machine 4 brings less at its end than its bonds are owed; machine 5 is under the hammer. */
async function sell({ coop, order, bid, wait, buy, as, account, bidForMachine, payRent }: CommonsCoop) {
  const { machinesContract: machines, bondsContract: bonds } = coop;
  const assembly = { account: coop.assembly };
  await order({ lessee: 2, contribution: 0n });
  await bid(4n, 2, 600n * EURO, 225);
  await bid(4n, 3, 600n * EURO, 225);
  await wait(2 * DAY);
  await bonds.write.clear([4n]);
  await bonds.write.allot([4n, 9n]);
  await buy(4n);
  await payRent(4n, 1, 2, 50n * EURO);
  await machines.write.giveBack([4n], as(1));
  await machines.write.putUpForSale([4n, 300n * EURO], assembly);
  await bidForMachine(4n, 5, 400n * EURO);
  await wait(15 * DAY);
  await machines.write.settle([4n]);
  await bonds.write.claim([4n, account(2)]);

  await order({ contribution: 1_000n * EURO, lessee: 5 });
  await buy(5n);
  await payRent(5n, 4, 5, 50n * EURO);
  await machines.write.giveBack([5n], as(4));
  await machines.write.offer([5n]);
  await bidForMachine(5n, 1, 30n * EURO);
  await bidForMachine(5n, 2, 31n * EURO);
}

/** Series 6 is paid off early by the commons, on its first date. */
async function payOff({ coop, chain, order, bid, wait, buy, account, payRent, now }: CommonsCoop) {
  const { bondsContract: bonds } = coop;
  const assembly = { account: coop.assembly };
  await order({ price: 300n * EURO, contribution: 100n * EURO, lessee: 3 });
  await bid(6n, 0, 120n * EURO, 300);
  await bid(6n, 1, 80n * EURO + 5n, 350);
  await wait(2 * DAY);
  await bonds.write.clear([6n]);
  await bonds.write.allot([6n, 9n]);
  await buy(6n);
  await payRent(6n, 2, 3, 50n * EURO);
  await bonds.write.announceRedemption([6n, 1n], assembly);
  const { units, sunk } = await bonds.read.seriesOf([6n]);
  await bonds.write.topUp([6n, units - sunk], assembly);
  const [dates] = await bonds.read.scheduleOf([6n, 0n, 3n]);
  await wait(at(dates, 1) - (await now()));
  await bonds.write.redeem([6n]);
  await bonds.write.claim([6n, account(0)]);
  await chain.networkHelpers.mine();
}

/** A budget that is half spent, another asset with a book, and a stop. */
async function spend({ coop, chain, grant, spend: pay, halt, now }: CommonsCoop) {
  const { treasuryContract: treasury } = coop;
  await grant(1, 500n * EURO, (await now()) + 100 * DAY);
  await grant(8, EURO, (await now()) + 10 * DAY);
  await pay(1n, 120n * EURO);
  const other = await chain.viem.deployContract("TestEuro");
  await treasury.write.listAsset([other.address, true], { account: coop.assembly });
  await other.write.mint([at(chain.wallets, 0).account.address, 900n]);
  await other.write.approve([coop.treasury, 900n]);
  await treasury.write.deposit([3, other.address, 900n, hashOf("coins")]);
  await halt((await now()) + 3 * DAY);
}
