// A co-op whose market is open: a driver, a rider, a stranger and an arbiter, and a job step by step.
import { type Address, type Hash, type Hex, zeroAddress, zeroHash } from "viem";
import {
  COUNTERSIGNATURE,
  type Job,
  JobKind,
  JobState,
  type MarketTerms,
  type Split,
  splitOf,
} from "../../books/job.ts";
import { DAY, NO_PERMIT, Role } from "../../scripts/deploy/charter.ts";
import { JobLog } from "../../scripts/lib/job-log.ts";
import { permitOf } from "../../scripts/lib/permit.ts";
import { at, type Chain, type Coop, coopWith, EURO, hashOf } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";

export const DRIVER = 0;
export const RIDER = 1;
export const STAFF = 2;
/** Not a member. */
export const STRANGER = 20;
export const OTHER_STRANGER = 21;
export const ARBITER = 22;

export const HOUR = 3_600;
export const FARE = 20n * EURO;
export const TOLL = 3n * EURO;
export const TIP = 2n * EURO;
export const ALL = FARE + TOLL + TIP;
const PURSE = 1_000_000n * EURO;

export type Asked = {
  provider: Address;
  kind: number;
  fare: bigint;
  passThrough: bigint;
  tip: bigint;
  acceptBy: number;
  doBy: number;
  details: Hex;
};

/** The standard co-op with money in everybody's purse, allowances for the market, and an arbiter. */
export async function openMarket(change: Partial<MarketTerms> = {}) {
  const { defaultMarket } = await import("../../scripts/deploy/charter.ts");
  const { chain, coop } = await coopWith(() => ({ market: { ...defaultMarket, ...change } }));
  for (const i of [DRIVER, RIDER, STAFF, STRANGER, OTHER_STRANGER]) {
    await chain.euro.write.mint([addressOf(chain, i), PURSE]);
    await chain.euro.write.approve([coop.market, PURSE], { account: account(chain, i) });
  }
  const until = (await chain.networkHelpers.time.latest()) + 365 * DAY;
  await coop.authorityContract.write.appoint(
    [Role.Arbiter, addressOf(chain, ARBITER), until],
    await asAssembly(chain, coop),
  );
  return { chain, coop };
}

/** What tests of the market do again and again. */
export function marketOf(chain: Chain, coop: Coop) {
  const { marketContract: market } = coop;
  const { time } = chain.networkHelpers;
  const log = new JobLog(chain.client as never, coop.market);
  const by = (i: number) => ({ account: account(chain, i) });
  const sent = async (hash: Promise<Hash>) =>
    log.follow(await chain.client.waitForTransactionReceipt({ hash: await hash }));
  const asked = async (change: Partial<Asked> = {}): Promise<Asked> => {
    const now = await time.latest();
    const offered = { provider: zeroAddress, kind: JobKind.Ride, fare: FARE, passThrough: TOLL, tip: TIP };
    return { ...offered, acceptBy: now + HOUR, doBy: now + 2 * HOUR, details: hashOf("from A to B"), ...change };
  };
  const of = (id: bigint): Job => log.of(id);
  const terms = () => market.read.currentTerms();
  const step = {
    asked,
    of,
    sent,
    terms,
    offer: async (i: number, change: Partial<Asked> = {}) =>
      sent(market.write.offer([await asked(change), NO_PERMIT], by(i))),
    accept: async (i: number, id: bigint) => sent(market.write.accept([id, of(id), await terms()], by(i))),
    done: (i: number, id: bigint, metres = 0) => sent(market.write.done([id, of(id), metres], by(i))),
    confirm: (i: number, id: bigint, metres = 0) => sent(market.write.confirm([id, of(id), metres], by(i))),
    release: (id: bigint, i = OTHER_STRANGER) => sent(market.write.release([id, of(id)], by(i))),
    cancel: (i: number, id: bigint) => sent(market.write.cancel([id, of(id)], by(i))),
    lapse: (id: bigint) => sent(market.write.lapse([id, of(id)], by(OTHER_STRANGER))),
    refund: (id: bigint) => sent(market.write.refund([id, of(id)], by(OTHER_STRANGER))),
    dispute: (i: number, id: bigint) => sent(market.write.dispute([id, of(id), hashOf("evidence")], by(i))),
    rule: (i: number, id: bigint, award: number) =>
      sent(market.write.rule([id, of(id), award, hashOf("reasons")], by(i))),
    divide: (id: bigint) => sent(market.write.divide([id, of(id)], by(OTHER_STRANGER))),
    /** A job that `driver` accepted and did, `metres` in half an hour. */
    finished: async (rider = RIDER, driver = DRIVER, change: Partial<Asked> = {}, metres = 0) => {
      const id = await step.offer(rider, change);
      await step.accept(driver, id);
      await time.increase(HOUR / 2);
      await step.done(driver, id, metres);
      return id;
    },
    paid: async (rider = RIDER, driver = DRIVER, change: Partial<Asked> = {}) => {
      const id = await step.finished(rider, driver, change);
      await step.confirm(rider, id);
      return id;
    },
    state: async (id: bigint) => (await market.read.stateOf([id]))[0],
    money: (i: number) => chain.euro.read.balanceOf([addressOf(chain, i)]),
    inMarket: () => chain.euro.read.balanceOf([coop.market]),
    split: async (id: bigint, award = 10_000, both = true): Promise<Split> =>
      splitOf(of(id), await market.read.termsOf([of(id).terms || (await terms())]), award, both),
    ended: async () => (await market.getEvents.JobEnded())[0]?.args,
    points: async (i: number, period = 1) => {
      const [id] = await coop.registerContract.read.seatOf([addressOf(chain, i)]);
      return coop.patronageContract.read.pointsOf([period, id]);
    },
    sign: async (
      i: number,
      id: bigint,
      metres: number,
      until: number,
      change: object = {},
      verifying = coop.market,
    ) => {
      const wallet = at(chain.wallets, i);
      const domain = {
        name: "Rochdale market",
        version: "1",
        chainId: await wallet.getChainId(),
        verifyingContract: verifying,
        ...change,
      };
      const message = { job: id, provider: of(id).provider, distance: metres, until };
      return wallet.signTypedData({
        account: wallet.account,
        domain,
        types: COUNTERSIGNATURE,
        primaryType: "Countersignature",
        message,
      });
    },
    permit: async (i: number, value: bigint) => {
      const wallet = at(chain.wallets, i);
      const nonce = await chain.euro.read.nonces([wallet.account.address]);
      const token = { address: chain.euro.address, name: "Test euro", chainId: await wallet.getChainId() };
      const deadline = BigInt((await time.latest()) + HOUR);
      return permitOf(wallet as never, token, { spender: coop.market, value, nonce, deadline });
    },
    setTerms: async (change: Partial<MarketTerms>) => {
      const now = await market.read.termsOf([await terms()]);
      return market.write.setTerms([{ ...now, ...change }], await asAssembly(chain, coop));
    },
  };
  return step;
}

export type Step = ReturnType<typeof marketOf>;
export { JobKind, JobState, zeroHash };
