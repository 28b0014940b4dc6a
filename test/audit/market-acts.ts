// Everything that people can do in the market and with their points, as one call each: for the story of the market and for its random
// lives. The settlement token can refuse to pay an account, so that a payment has to wait.
import { type Address, type Hash, zeroAddress } from "viem";
import { COUNTERSIGNATURE, type Job, JobKind } from "../../books/job.ts";
import { DAY, NO_PERMIT, Role } from "../../scripts/deploy/charter.ts";
import { JobLog } from "../../scripts/lib/job-log.ts";
import { admit } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, EURO, found, freshChain, hashOf, standardCharter } from "../helpers/coop.ts";

/** Members 1 to 7 are the accounts 0 to 6; these are none. */
export const MEMBERS = 7;
export const STRANGER = 30;
export const CABBIE = 31;
export const ARBITER = 60;
export const TREASURER = 61;
export const GUARDIAN = 62;
export const HOUR = 3_600;
export const FARE = 200n * EURO;
const PURSE = 1_000_000n * EURO;
export const PEOPLE = [0, 1, 2, 3, 4, 5, 6, STRANGER, CABBIE, TREASURER];

export async function marketCoop() {
  const plain = await freshChain();
  const token = await plain.viem.deployContract("WeirdToken", ["Test euro", 6]);
  const chain = { ...plain, euro: token as never } as Chain;
  const coop = await found(chain, await standardCharter(chain));
  await admit(chain, coop, 3, MEMBERS);
  const until = (await chain.networkHelpers.time.latest()) + 1_000 * DAY;
  const assembly = { account: coop.assembly };
  for (const [role, i] of [
    [Role.Arbiter, ARBITER],
    [Role.Treasurer, TREASURER],
    [Role.Guardian, GUARDIAN],
  ] as const) {
    await coop.authorityContract.write.appoint([role, at(chain.wallets, i).account.address, until], assembly);
  }
  for (const i of PEOPLE) {
    const { account } = at(chain.wallets, i);
    await token.write.mint([account.address, PURSE]);
    for (const spender of [coop.market, coop.treasury]) await token.write.approve([spender, PURSE], { account });
  }
  await coop.treasuryContract.write.deposit([1, token.address, 5_000n * EURO, hashOf("loan")]);
  const args = [Role.Treasurer, 1, token.address, 900n * EURO, until - 700 * DAY, hashOf("cleaning")] as const;
  await coop.treasuryContract.write.grantBudget(args, assembly);
  return { chain, coop, token, ...actsOf(chain, coop) };
}

export type MarketCoop = Awaited<ReturnType<typeof marketCoop>>;

/** The same acts with jobs as they stand now, for a test that starts from a snapshot. */
export const resumed = <Life extends MarketCoop>(life: Life): Life => ({
  ...life,
  ...actsOf(life.chain, life.coop, life.log.copy()),
});

/** All of it in a market that took the place of another. */
export async function actsAt({ chain, coop, token }: MarketCoop, market: Address) {
  for (const i of PEOPLE) await token.write.approve([market, PURSE], { account: at(chain.wallets, i).account });
  const marketContract = await chain.viem.getContractAt("JobMarket", market);
  return actsOf(chain, { ...coop, market, marketContract });
}

type Asked = { provider: Address; kind: number; fare: bigint; passThrough: bigint; tip: bigint };

function actsOf(chain: Chain, coop: Coop, log = new JobLog(chain.client as never, coop.market)) {
  const { marketContract: market, surplusContract: surplus, patronageContract: patronage } = coop;
  const { time } = chain.networkHelpers;
  const by = (i: number) => ({ account: at(chain.wallets, i).account });
  const accountOf = (i: number): Address => at(chain.wallets, i).account.address;
  const assembly = { account: coop.assembly };
  const sent = async (hash: Promise<Hash>): Promise<bigint> =>
    log.follow(await chain.client.waitForTransactionReceipt({ hash: await hash }));
  const of = (id: bigint): Job => log.of(id);
  const terms = () => market.read.currentTerms();
  const asked = async (change: Partial<Asked> = {}) => {
    const now = await time.latest();
    const what = { provider: zeroAddress, kind: JobKind.Ride, fare: FARE, passThrough: 3n * EURO, tip: 5n * EURO };
    return { ...what, ...change, acceptBy: now + HOUR, doBy: now + 2 * HOUR, details: hashOf("from A to B") };
  };

  const steps = {
    log,
    by,
    of,
    sent,
    accountOf,
    wait: (seconds: number) => time.increase(seconds),
    offer: async (i: number, change: Partial<Asked> = {}) =>
      sent(market.write.offer([await asked(change), NO_PERMIT], by(i))),
    offerForCoop: async (change: Partial<Asked> = {}) =>
      sent(market.write.offerForCoop([1n, await asked({ kind: JobKind.Task, ...change })], by(TREASURER))),
    accept: async (i: number, id: bigint) => sent(market.write.accept([id, of(id), await terms()], by(i))),
    post: async (i: number, fare: bigint) =>
      sent(market.write.post([JobKind.Task, fare, 0n, 5 * HOUR, await terms(), hashOf("garden")], by(i))),
    withdrawService: async (i: number, id: bigint, fare: bigint) =>
      sent(market.write.withdrawService([id, await serviceOf(i, fare)], by(i))),
    book: async (i: number, id: bigint, provider: number, fare: bigint) => {
      const service = await serviceOf(provider, fare);
      return sent(market.write.book([id, service, EURO, hashOf("note"), NO_PERMIT], by(i)));
    },
    done: (i: number, id: bigint, metres = 0) => sent(market.write.done([id, of(id), metres], by(i))),
    confirm: (i: number, id: bigint, metres = 0) => sent(market.write.confirm([id, of(id), metres], by(i))),
    release: (id: bigint) => sent(market.write.release([id, of(id)], by(STRANGER))),
    cancel: (i: number, id: bigint) => sent(market.write.cancel([id, of(id)], by(i))),
    lapse: (id: bigint) => sent(market.write.lapse([id, of(id)], by(STRANGER))),
    refund: (id: bigint) => sent(market.write.refund([id, of(id)], by(STRANGER))),
    dispute: (i: number, id: bigint) => sent(market.write.dispute([id, of(id), hashOf("evidence")], by(i))),
    rule: (id: bigint, award: number) => sent(market.write.rule([id, of(id), award, hashOf("reasons")], by(ARBITER))),
    divide: (id: bigint) => sent(market.write.divide([id, of(id)], by(STRANGER))),
    collect: (i: number, to: number) => market.write.collect([accountOf(to)], by(i)),
    halt: async (seconds: number) => coop.treasuryContract.write.halt([(await time.latest()) + seconds], by(GUARDIAN)),
    remit: () => market.write.remit(),
    close: () => surplus.write.close(),
    declare: (period: number, amount: bigint, rate = 0) => surplus.write.declare([period, amount, rate], assembly),
    claim: (i: number, memberId: number, periods: number[], inShares = false) =>
      patronage.write.claim([memberId, periods, inShares], by(i)),
    subscribe: (i: number, units: bigint) => coop.sharesContract.write.subscribe([units, 0n], by(i)),
    setMarketTerms: async (change: object) => {
      const now = await market.read.termsOf([await terms()]);
      return market.write.setTerms([{ ...now, ...change }], assembly);
    },
    setSurplusTerms: async (change: object) =>
      surplus.write.setTerms([{ ...(await surplus.read.terms()), ...change }], assembly),
    /** A countersignature for a job of `market`. */
    sign: (i: number, id: bigint, metres: number, until: number, market = coop.market) => {
      const wallet = at(chain.wallets, i);
      return wallet.signTypedData({
        account: wallet.account,
        domain: { name: "Rochdale market", version: "1", chainId: 31_337, verifyingContract: market },
        types: COUNTERSIGNATURE,
        primaryType: "Countersignature",
        message: { job: id, provider: of(id).provider, distance: metres, until },
      });
    },
    confirmBySig: async (i: number, id: bigint, metres: number) => {
      const until = (await time.latest()) + HOUR;
      const signature = await steps.sign(i, id, metres, until);
      return sent(market.write.confirmBySig([id, of(id), metres, until, signature], by(STRANGER)));
    },
    /** Offered, accepted and done within half an hour. */
    finished: async (rider: number, driver: number, change: Partial<Asked> = {}, metres = 9_000) => {
      const id = await steps.offer(rider, change);
      await steps.accept(driver, id);
      await time.increase(HOUR / 2);
      await steps.done(driver, id, metres);
      return id;
    },
    paid: async (rider: number, driver: number, change: Partial<Asked> = {}) => {
      const id = await steps.finished(rider, driver, change);
      await steps.confirm(rider, id, 9_000);
      return id;
    },
  };
  async function serviceOf(provider: number, fare: bigint) {
    const what = { kind: JobKind.Task, terms: 1, fare, passThrough: 0n, lasts: 5 * HOUR };
    return { provider: accountOf(provider), ...what };
  }
  return steps;
}
