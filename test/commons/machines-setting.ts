// A co-op that buys machines: six members with money, a treasurer, and the steps that people take.
import { zeroAddress } from "viem";
import { type Charter, DAY, founder, NO_PERMIT, Role } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, found, freshChain, hashOf, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";

export const Fund = {
  Outside: 0,
  Operating: 1,
  Commons: 3,
  Income: 4,
  Upkeep: 8,
  Auctions: 9,
  service: (n: number) => (1 << 16) + n,
  bids: (n: number) => (1 << 17) + n,
  purchase: (n: number) => (1 << 18) + n,
} as const;
export const State = { None: 0, Bidding: 1, Allotting: 2, Live: 3, Failed: 4, Redeemed: 5, Defaulted: 6 } as const;
export const Machine = { None: 0, Ordered: 1, Idle: 2, Let: 3, Gone: 4, Cancelled: 5 } as const;
export const TREASURER = 50;
export const SELLER = 51;
/** Members 1 to 6 are accounts 0 to 5; accounts 9 and 10 are nobody's. */
export const idOf = (i: number) => i + 1;
export const PEOPLE = [0, 1, 2, 3, 4, 5];
export const PRICE = 12_000n * EURO;
export const RENT = 400n * EURO;
const RICH = 1_000_000n * EURO;

export async function machineCoop(charter: (chain: Chain) => Partial<Charter> = () => ({})) {
  const chain = await freshChain();
  const founders = PEOPLE.map((i) => founder(addressOf(chain, i), i % 4));
  const coop = await found(chain, await standardCharter(chain, { founders, ...charter(chain) }));
  for (const i of [...PEOPLE, 9, 10]) {
    await chain.euro.write.mint([addressOf(chain, i), RICH]);
    await chain.euro.write.approve([coop.treasury, RICH], { account: account(chain, i) });
  }
  const until = (await chain.networkHelpers.time.latest()) + 3 * 365 * DAY;
  const by = await asAssembly(chain, coop);
  await coop.authorityContract.write.appoint([Role.Treasurer, addressOf(chain, TREASURER), until], by);
  return { chain, coop };
}

export type MachineTerms = Parameters<Coop["machinesContract"]["write"]["order"]>[0][0];
export type SeriesTerms = Parameters<Coop["machinesContract"]["write"]["order"]>[0][1];

export const machineTerms = (chain: Chain, change: Partial<MachineTerms> = {}): MachineTerms => ({
  specification: hashOf("a cargo bicycle"),
  seller: addressOf(chain, SELLER),
  price: PRICE,
  contribution: 0n,
  rent: RENT,
  rentPeriod: 30 * DAY,
  periods: 60,
  upkeepShare: 1_000,
  grace: 30 * DAY,
  lessee: idOf(5),
  usefulLife: 5 * 365 * DAY,
  residual: 2_000n * EURO,
  ...change,
});

/** Bids until fourteen days from now; then two years of quarters at 0 to 6 %, months of thirty days. */
export async function seriesTerms(
  chain: Chain,
  change: Partial<SeriesTerms> = {},
  plan: Partial<SeriesTerms["plan"]> = {},
): Promise<SeriesTerms> {
  const now = await chain.networkHelpers.time.latest();
  const issueDate = (Math.floor(now / DAY) + 20) * DAY;
  const then = new Date(issueDate * 1_000);
  const maturity = Date.UTC(then.getUTCFullYear() + 2, then.getUTCMonth(), then.getUTCDate()) / 1_000;
  return {
    plan: {
      issueDate,
      anchor: issueDate,
      maturity,
      every: 3,
      unit: 1,
      longStub: false,
      endOfMonth: false,
      businessDays: 0,
      dayCount: 2,
      ...plan,
    },
    closesAt: now + 14 * DAY,
    lowestRate: 0,
    highestRate: 600,
    minimumBid: EURO,
    ...change,
  };
}

/** The steps that people take; `as` is the number of an account. */
export function steps(chain: Chain, coop: Coop) {
  const by = (as: number) => ({ account: account(chain, as) });
  const { time } = chain.networkHelpers;
  const [bonds, machines, income] = [coop.bondsContract, coop.machinesContract, coop.incomeContract];
  const step = {
    by,
    order: async (machine: Partial<MachineTerms> = {}, series?: SeriesTerms) => {
      const terms = series ?? (await seriesTerms(chain));
      const hand = await asAssembly(chain, coop);
      await machines.write.order([machineTerms(chain, machine), terms], hand);
      return Number(await machines.read.machinesEver());
    },
    bid: (n: number, as: number, euros: bigint, rate: number, register = zeroAddress as `0x${string}`) =>
      bonds.write.bid([BigInt(n), euros * EURO, rate, register, NO_PERMIT], by(as)),
    bidUnits: (n: number, as: number, amount: bigint, rate: number) =>
      bonds.write.bid([BigInt(n), amount, rate, zeroAddress, NO_PERMIT], by(as)),
    toClose: async (n: number) => {
      const { closesAt } = await bonds.read.seriesOf([BigInt(n)]);
      if ((await time.latest()) < closesAt) await time.increaseTo(closesAt);
    },
    clear: async (n: number) => {
      await step.toClose(n);
      await bonds.write.clear([BigInt(n)], by(9));
    },
    allot: (n: number, most = 1_000n) => bonds.write.allot([BigInt(n), most], by(9)),
    issue: async (n: number) => {
      await step.clear(n);
      await step.allot(n);
    },
    refund: (n: number, ...people: number[]) =>
      bonds.write.refund([BigInt(n), people.map((i) => addressOf(chain, i))], by(9)),
    buy: (n: number, as = TREASURER) => machines.write.buy([BigInt(n)], by(as)),
    /** A machine whose bonds members 0 and 1 hold at 4 %, 9,000 and 3,000, let to member 5. */
    letMachine: async (machine: Partial<MachineTerms> = {}, series?: SeriesTerms) => {
      const n = await step.order(machine, series);
      await step.bid(n, 0, 9_000n, 400);
      await step.bid(n, 1, 3_000n, 400);
      await step.issue(n);
      await step.buy(n);
      return n;
    },
    rent: (n: number, amount: bigint, as = 5, lessee = idOf(5)) =>
      machines.write.payRent([BigInt(n), lessee, amount, NO_PERMIT], by(as)),
    claim: (n: number, holder: number, as = 9) => bonds.write.claim([BigInt(n), addressOf(chain, holder)], by(as)),
    redeem: (n: number) => bonds.write.redeem([BigInt(n)], by(9)),
    income: (member: number) => income.write.claim([idOf(member)], by(9)),
    endLease: (n: number) => machines.write.endLease([BigInt(n)], by(9)),
    offer: (n: number) => machines.write.offer([BigInt(n)], by(9)),
    auctionBid: (n: number, as: number, amount: bigint) => machines.write.bid([BigInt(n), amount, NO_PERMIT], by(as)),
    settle: (n: number) => machines.write.settle([BigInt(n)], by(9)),
    toAuctionEnd: async (n: number) => time.increaseTo((await machines.read.auctionOf([BigInt(n)])).closesAt),
    series: (n: number) => bonds.read.seriesOf([BigInt(n)]),
    dates: async (n: number) => (await bonds.read.scheduleOf([BigInt(n), 0n, 255n]))[0],
    /** To coupon date `index`, and `seconds` later. */
    toDate: async (n: number, index: number, seconds = 0) => {
      const date = (await step.dates(n))[index];
      if (date === undefined) throw new Error(`Series ${n} has no date ${index}.`);
      await time.increaseTo(date + seconds);
    },
    units: (n: number, i: number) => bonds.read.balanceOf([addressOf(chain, i), BigInt(n)]),
    claimable: (n: number, i: number) => bonds.read.claimable([BigInt(n), addressOf(chain, i)]),
    state: (n: number) => machines.read.stateOf([BigInt(n)]),
    send: (n: number, from: number, to: number, units: bigint) =>
      bonds.write.safeTransferFrom([addressOf(chain, from), addressOf(chain, to), BigInt(n), units, "0x"], by(from)),
    fund: (fund: number) => coop.treasuryContract.read.balanceOf([fund, chain.euro.address]),
    money: (i: number) => chain.euro.read.balanceOf([addressOf(chain, i)]),
    /** What a step changes in somebody's purse. */
    gain: async (i: number, act: () => Promise<unknown>) => {
      const before = await step.money(i);
      await act();
      return (await step.money(i)) - before;
    },
    now: () => time.latest(),
    pass: (seconds: number) => time.increase(seconds),
    /** Money for the commons fund. */
    give: (euros: bigint) =>
      coop.treasuryContract.write.deposit([Fund.Commons, chain.euro.address, euros * EURO, hashOf("gift")], by(9)),
  };
  return step;
}

export type Steps = ReturnType<typeof steps>;
