// Gas of bonds and machines: bidding, clearing, units, rent through the waterfall, coupons.
import { type Address, keccak256, toHex, zeroAddress } from "viem";
import { ClassKind, DAY, NO_PERMIT } from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import { type Bench, EURO, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";

/** 0 to 15 % in steps of a quarter of a percent: as many rates as K2 allows. */
export const RATES = 61;
const STEP = 25;
const FOUNDERS = 7;
const PRICE = 12_000n * EURO;
const RENT = 1_000n * EURO;
const HALF_A_DAY = 43_200;

/** A co-op with one machine ordered and its series open, and the hands that the measurements need. */
export async function machineCoop(bench: Bench, founders = FOUNDERS) {
  const { viem, euro, client, networkHelpers, wallets, factory } = bench;
  const charter = await benchCharter(bench, [ClassKind.Worker], founders);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  for (const { account } of wallets.slice(0, founders)) {
    await euro.write.mint([account.address, 1_000_000n * EURO]);
    await euro.write.approve([coop.treasury, 1_000_000n * EURO], { account });
  }
  await networkHelpers.impersonateAccount(coop.assembly);
  await networkHelpers.setBalance(coop.assembly, 10n ** 18n);
  const bonds = await viem.getContractAt("BondOffice", coop.bonds);
  const machines = await viem.getContractAt("MachineRegister", coop.machines);
  const now = await networkHelpers.time.latest();
  const issueDate = (Math.floor(now / DAY) + 20) * DAY;
  const plan = {
    ...{ issueDate, anchor: issueDate, maturity: issueDate + 720 * DAY, every: 90, unit: 0, longStub: false },
    ...{ endOfMonth: false, businessDays: 0, dayCount: 2 },
  };
  const series = { plan, closesAt: now + 14 * DAY, lowestRate: 0, highestRate: (RATES - 1) * STEP, minimumBid: 1n };
  const machine = {
    ...{ specification: keccak256(toHex("machine")), seller: entry(wallets, 90).account.address },
    ...{ price: PRICE, contribution: 0n, rent: RENT, rentPeriod: 30 * DAY, periods: 60, upkeepShare: 1_000 },
    ...{ grace: 30 * DAY, lessee: 1, usefulLife: 1_825 * DAY, residual: 0n },
  };
  await machines.write.order([machine, series], { account: coop.assembly });
  return { coop, bonds, machines, issueDate };
}

type Bonds = Awaited<ReturnType<typeof machineCoop>>["bonds"];

export const bidAs = (bonds: Bonds, account: Address, amount: bigint, step: number) =>
  bonds.write.bid([1n, amount, step * STEP, zeroAddress, NO_PERMIT], { account });

export async function measureBonds(bench: Bench) {
  const { euro, networkHelpers, wallets, gasOf } = bench;
  const { coop, bonds, machines, issueDate } = await machineCoop(bench);
  const people = wallets.slice(0, FOUNDERS).map(({ account }) => account.address);
  const portion = PRICE / 4n;

  await bidAs(bonds, entry(people, 0), portion, 10);
  await bidAs(bonds, entry(people, 1), portion, 20);
  // Another's bid at this rate is there; the bidder's own is new.
  const bid = await gasOf(bidAs(bonds, entry(people, 2), portion, 20));
  const improve = await gasOf(bidAs(bonds, entry(people, 2), portion + EURO, 20));
  // The dearest rate is needed: the close looks at every one.
  for (const i of [3, 4]) await bidAs(bonds, entry(people, i), portion, RATES - 1);
  await networkHelpers.time.increase(14 * DAY);
  const clear = await gasOf(bonds.write.clear([1n]));
  const allot = (await gasOf(bonds.write.allot([1n, 5n]))) / 5n;
  const refund = await gasOf(bonds.write.refund([1n, [entry(people, 3)]]));
  await machines.write.buy([1n], { account: coop.assembly });

  const payer = entry(people, 0);
  /** Out of an allowance for exactly this, as the dApp's permits are. */
  const pay = async (amount: bigint) => {
    await euro.write.approve([coop.treasury, amount], { account: payer });
    return gasOf(machines.write.payRent([1n, 1, amount, NO_PERMIT], { account: payer }));
  };
  await pay(4n * RENT);
  const claimFirst = await gasOf(bonds.write.claim([1n, payer]));
  // A new period: every step of the order gets something. The first payment of a month also turns the Treasury's ledger.
  await networkHelpers.time.increaseTo(issueDate + 90 * DAY + HALF_A_DAY);
  const waterfallOfMonth = await pay(4n * RENT);
  await networkHelpers.time.increaseTo(issueDate + 180 * DAY + HALF_A_DAY);
  await pay(1n);
  const income = await bonds.read.seriesOf([1n]);
  const waterfall = await pay(4n * RENT);
  const after = await bonds.read.seriesOf([1n]);
  if (after.funded === income.funded || after.sunk === income.sunk) throw new Error("A step of the rent got nothing.");
  const claim = await gasOf(bonds.write.claim([1n, payer]));
  return { bid, improve, clear, allot, refund, waterfall, waterfallOfMonth, claim, claimFirst };
}
