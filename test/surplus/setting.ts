// A co-op with a market, points in a period, and money in its operating fund.
import { DAY, defaultSurplus, type SurplusTerms } from "../../scripts/deploy/charter.ts";
import { Fund } from "../commons/setting.ts";
import { type Chain, type Coop, EURO, hashOf } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { DRIVER, marketOf, openMarket, RIDER, STRANGER } from "../market/setting.ts";

export const PERIOD = defaultSurplus.period;
/** Into the operating fund, as if costs had been lower. */
export const GIFT = 1_000n * EURO;

/** The open market of its tests, with money to share out. */
export async function withSurplus() {
  const { chain, coop } = await openMarket();
  const by = { account: account(chain, STRANGER) };
  await chain.euro.write.approve([coop.treasury, GIFT], by);
  await coop.treasuryContract.write.deposit([Fund.Operating, chain.euro.address, GIFT, hashOf("gift")], by);
  return { chain, coop };
}

/** What tests of the surplus do again and again. */
export function surplusOf(chain: Chain, coop: Coop) {
  const market = marketOf(chain, coop);
  const { surplusContract: surplus, patronageContract: patronage } = coop;
  const step = {
    market,
    /** `count` rides of 20: a point for each euro of fee that is the members', half to each side. */
    rides: async (count: number, rider = RIDER, driver = DRIVER) => {
      for (let i = 0; i < count; i++) await market.paid(rider, driver);
    },
    close: async () => {
      const closesAt = Number(await surplus.read.closesAt());
      if ((await chain.networkHelpers.time.latest()) < closesAt) await chain.networkHelpers.time.increaseTo(closesAt);
      return surplus.write.close();
    },
    declare: async (period: number, amount: bigint, rate = 0) =>
      surplus.write.declare([period, amount, rate], await asAssembly(chain, coop)),
    claim: (i: number, id: number, periods: readonly number[], inShares = false) =>
      patronage.write.claim([id, periods, inShares], { account: account(chain, i) }),
    record: (period: number) => surplus.read.recordOf([period]),
    fund: (which: number) => coop.treasuryContract.read.balanceOf([which, chain.euro.address]),
    money: (i: number) => chain.euro.read.balanceOf([addressOf(chain, i)]),
    inPatronage: () => chain.euro.read.balanceOf([coop.patronage]),
    setTerms: async (change: Partial<SurplusTerms>) =>
      surplus.write.setTerms([{ ...(await surplus.read.terms()), ...change }], await asAssembly(chain, coop)),
  };
  return step;
}

export type SurplusStep = ReturnType<typeof surplusOf>;
export { DAY };
