// Everything that people can do with machines, bonds, income and budgets, as one call each: for the story of the commons and for
// its random lives.
import { type Address, zeroAddress } from "viem";
import { DAY, NO_PERMIT, Role } from "../../scripts/deploy/charter.ts";
import { type Plan, planOf } from "../commons/plans.ts";
import { admit } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, found, hashOf, standardCharter } from "../helpers/coop.ts";

export const MEMBERS = 7;
/** A member of another co-op, whose register ours can recognise; and offices. */
export const NEIGHBOUR = 40;
export const TREASURER = 60;
export const GUARDIAN = 61;
export const SELLER = 62;
const MONTH = 30 * DAY;
const PURSE = 10_000_000n * EURO;

const isoOf = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10);

export type MachineTerms = Parameters<Coop["machinesContract"]["write"]["order"]>[0][0];
export type SeriesTerms = Parameters<Coop["machinesContract"]["write"]["order"]>[0][1];

/** Members 1 to 7 with purses, a co-op next door, people in office, and money in the operating fund. */
export async function commonsCoop() {
  const { chain, coop } = await coopWith();
  await admit(chain, coop, 3, MEMBERS);
  const founders = [40, 41, 42].map((i, index) => ({
    account: at(chain.wallets, i).account.address,
    class: index,
    commitment: hashOf(`neighbour ${i}`),
  }));
  const next = await found(chain, await standardCharter(chain, { founders }), hashOf("next door"));
  const until = (await chain.networkHelpers.time.latest()) + 1_000 * DAY;
  const assembly = { account: coop.assembly };
  for (const [role, i] of [
    [Role.Treasurer, TREASURER],
    [Role.Guardian, GUARDIAN],
  ] as const) {
    await coop.authorityContract.write.appoint([role, at(chain.wallets, i).account.address, until], assembly);
  }
  for (const i of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 31, NEIGHBOUR]) {
    await chain.euro.write.mint([at(chain.wallets, i).account.address, PURSE]);
    await chain.euro.write.approve([coop.treasury, PURSE], { account: at(chain.wallets, i).account });
  }
  await coop.treasuryContract.write.deposit([1, chain.euro.address, 100_000n * EURO, hashOf("loan")]);
  await coop.treasuryContract.write.deposit([3, chain.euro.address, 20_000n * EURO, hashOf("gift")]);
  return { chain, coop, next, ...actsOf(chain, coop, next) };
}

export type CommonsCoop = Awaited<ReturnType<typeof commonsCoop>>;

function actsOf(chain: Chain, coop: Coop, next: Coop) {
  const { machinesContract: machines, bondsContract: bonds, treasuryContract: treasury } = coop;
  const account = (i: number): Address => at(chain.wallets, i).account.address;
  const as = (i: number) => ({ account: at(chain.wallets, i).account });
  const assembly = { account: coop.assembly };

  /** A machine for member 1 at 1,000, a fifth of it the commons', rent 50 a month; bids close in two days. */
  async function terms(
    changes: Partial<MachineTerms> = {},
    plan: Partial<Plan> = {},
    offer: Partial<SeriesTerms> = {},
  ) {
    const now = await chain.networkHelpers.time.latest();
    const from = Math.ceil(now / DAY) * DAY + 4 * DAY;
    const machine: MachineTerms = {
      specification: hashOf("a van"),
      seller: account(SELLER),
      price: 1_000n * EURO,
      contribution: 200n * EURO,
      rent: 50n * EURO,
      rentPeriod: MONTH,
      periods: 24,
      upkeepShare: 1_000,
      grace: 10 * DAY,
      lessee: 1,
      usefulLife: 1_000 * DAY,
      residual: 100n * EURO,
      ...changes,
    };
    const series: SeriesTerms = {
      plan: planOf(isoOf(from), isoOf(from + 720 * DAY), { every: 3, ...plan }),
      closesAt: now + 2 * DAY,
      lowestRate: 200,
      highestRate: 600,
      minimumBid: EURO,
      ...offer,
    };
    return [machine, series] as const;
  }

  return {
    as,
    account,
    terms,
    order: async (...told: Parameters<typeof terms>) => machines.write.order(await terms(...told), assembly),
    bid: (id: bigint, i: number, amount: bigint, rate: number, register: Address = zeroAddress) =>
      bonds.write.bid([id, amount, rate, register, NO_PERMIT], as(i)),
    payRent: (id: bigint, i: number, lessee: number, amount: bigint) =>
      machines.write.payRent([id, lessee, amount, NO_PERMIT], as(i)),
    bidForMachine: (id: bigint, i: number, amount: bigint) => machines.write.bid([id, amount, NO_PERMIT], as(i)),
    buy: (id: bigint) => machines.write.buy([id], as(TREASURER)),
    transfer: (id: bigint, i: number, to: number, units: bigint) =>
      bonds.write.safeTransferFrom([account(i), account(to), id, units, "0x"], as(i)),
    transferMany: (ids: bigint[], i: number, to: number, units: bigint[]) =>
      bonds.write.safeBatchTransferFrom([account(i), account(to), ids, units, "0x"], as(i)),
    recognise: () => bonds.write.recognise([next.register, true], assembly),
    grant: (fund: number, amount: bigint, until: number) =>
      treasury.write.grantBudget([Role.Treasurer, fund, chain.euro.address, amount, until, hashOf("budget")], assembly),
    spend: (id: bigint, amount: bigint) =>
      treasury.write.spend([id, account(SELLER), amount, hashOf("bill")], as(TREASURER)),
    halt: (until: number) => treasury.write.halt([until], as(GUARDIAN)),
    /** Money that somebody sent unasked becomes everybody's. */
    postIncome: async (amount: bigint) => {
      await chain.euro.write.mint([coop.treasury, amount]);
      return treasury.write.post([4, chain.euro.address, amount, hashOf("found")], assembly);
    },
    wait: (seconds: number) => chain.networkHelpers.time.increase(seconds),
    now: () => chain.networkHelpers.time.latest(),
  };
}
