// Machines, bonds, income and budgets through random lives: whatever people do with them, the books work out the same to the
// smallest unit and the last fraction, and the audit agrees.
import { expect } from "chai";
import { audit } from "../../scripts/audit/run.ts";
import { DAY } from "../../scripts/deploy/charter.ts";
import { dice } from "../books/sample.ts";
import { commitment } from "../helpers/assembly.ts";
import { at, EURO, hashOf } from "../helpers/coop.ts";
import { type CommonsCoop, commonsCoop, MEMBERS, NEIGHBOUR } from "./commons-acts.ts";
import { serveRpc } from "./rpc-proxy.ts";

/** `LIVES=100` tries that many, `FIRST=16` begins with the sixteenth. */
const LIVES = Number(process.env.LIVES ?? 3);
const FIRST = Number(process.env.FIRST ?? 1);
const ACTS = 170;

type Act = (id: bigint, i: number) => Promise<unknown>;

/** All that anybody does in a life, on machine `id` by wallet `i`; what the contracts refuse is no part of it. */
function actsOf(life: CommonsCoop, roll: (n: number) => number): Record<string, Act> {
  const { chain, coop, next, as, account } = life;
  const { machinesContract: machines, bondsContract: bonds, incomeContract: income } = coop;
  const { registerContract: register, treasuryContract: treasury } = coop;
  const assembly = { account: coop.assembly };
  const some = (n: number) => BigInt(1 + roll(n));
  const odd = (n: number) => some(n) * EURO + BigInt(roll(1_000_000));
  const holders = () => Array.from({ length: 1 + roll(5) }, () => account(roll(MEMBERS)));
  const someSeries = () => [1n, 2n, 3n, 4n, 5n, 6n].slice(0, 1 + roll(6));
  const order: Act = async () => {
    const price = odd(2_000);
    const contribution = [0n, price / 3n, price, price / BigInt(2 + roll(9))][roll(4)] ?? 0n;
    const lowestRate = 25 * roll(20);
    const now = await life.now();
    const machine = {
      price,
      contribution,
      residual: price / BigInt(1 + roll(9)),
      rent: odd(Number(price / EURO / 10n) + 1),
      rentPeriod: (7 + roll(90)) * DAY,
      periods: 1 + roll(30),
      upkeepShare: roll(3_001),
      grace: roll(60) * DAY,
      lessee: 1 + roll(MEMBERS),
      usefulLife: (30 + roll(900)) * DAY,
    };
    const plan = {
      every: 1 + roll(5),
      unit: roll(4) === 0 ? 0 : 1,
      businessDays: roll(9),
      dayCount: roll(3),
      longStub: roll(2) === 0,
      endOfMonth: roll(2) === 0,
    };
    if (plan.unit === 0) plan.every = 7 + roll(90);
    const offer = { lowestRate, highestRate: lowestRate + 25 * roll(12), closesAt: now + DAY + roll(3 * DAY) };
    return life.order(machine, plan, { ...offer, minimumBid: some(50) });
  };
  const bid: Act = async (id, i) => {
    const { lowestRate, highestRate, target } = await bonds.read.seriesOf([id]);
    const rate = lowestRate + 25 * roll((highestRate - lowestRate) / 25 + 1);
    return life.bid(id, i, 1n + (target * BigInt(roll(90))) / 100n + BigInt(roll(7)), rate);
  };
  /** A series from its first bid to the machine, which does not always come of it. */
  const raise: Act = async () => {
    await order(0n, 0);
    const id = await machines.read.machinesEver();
    for (let n = 0; n < 9; n++) await bid(id, roll(MEMBERS)).catch(() => undefined);
    await life.wait(4 * DAY);
    await bonds.write.clear([id]);
    await bonds.write.allot([id, some(3)]);
    await bonds.write.allot([id, 20n]).catch(() => undefined);
    return roll(5) === 0 ? undefined : life.buy(id);
  };
  const bidForMachine: Act = async (id, i) => {
    const { floor, best } = await machines.read.auctionOf([id]);
    return life.bidForMachine(id, i, (best === 0n ? floor : best + best / 50n + 1n) + BigInt(roll(3)));
  };
  /** An auction from its opening to its end. */
  const auction: Act = async (id) => {
    if (roll(3) === 0) await machines.write.putUpForSale([id, odd(300)], assembly);
    else await machines.write.offer([id]);
    for (let n = roll(4); n > 0; n--) await bidForMachine(id, roll(MEMBERS)).catch(() => undefined);
    await life.wait(15 * DAY);
    return machines.write.settle([id]);
  };
  const payRent: Act = async (id, i) => {
    const { lessee, rent } = await machines.read.leaseOf([id]);
    const debtor = roll(5) === 0 ? 1 + roll(MEMBERS) : lessee;
    const amount = [rent, rent * BigInt(1 + roll(9)), rent / BigInt(1 + roll(7)), some(999)][roll(4)] ?? 1n;
    return life.payRent(id, i, debtor, amount);
  };
  const catchUp: Act = async (id, i) => {
    const { lessee } = await machines.read.leaseOf([id]);
    const [, arrears] = await machines.read.rentOf([id]);
    return life.payRent(id, i, lessee, arrears);
  };
  return {
    order,
    bid,
    bidMore: bid,
    bidAgain: bid,
    bidFromNextDoor: (id) => life.bid(id, NEIGHBOUR, odd(900), 25 * roll(30), next.register),
    recognise: () => bonds.write.recognise([next.register, roll(4) !== 0], assembly),
    introduce: () => bonds.write.introduce([next.register], as(NEIGHBOUR)),
    clear: (id) => bonds.write.clear([id]),
    allot: (id) => bonds.write.allot([id, some(3)]),
    refund: (id) => bonds.write.refund([id, holders()]),
    raise,
    buy: (id) => life.buy(id),
    buySoon: (id) => life.buy(id),
    cancel: (id) => machines.write.cancel([id]),
    payRent,
    payAgain: payRent,
    catchUp,
    claim: (id, i) => bonds.write.claim([id, account(i)]),
    claimMany: (_, i) => bonds.write.claimMany([someSeries(), account(i)]),
    transfer: (id, i) => life.transfer(id, i, roll(MEMBERS + 2), odd(200)),
    sendAway: (id, i) => life.transfer(id, i, NEIGHBOUR, some(1_000)),
    transferMany: (id, i) => life.transferMany([id, id, 1n], i, roll(MEMBERS), [some(99), some(99), some(99)]),
    topUp: (id) => bonds.write.topUp([id, odd(100)], assembly),
    announce: async (id) => {
      const { cursor } = await bonds.read.seriesOf([id]);
      return bonds.write.announceRedemption([id, BigInt(cursor + 1 + roll(3))], assembly);
    },
    redeem: (id) => bonds.write.redeem([id]),
    payOff: async (id, i) => {
      const { units, sunk } = await bonds.read.seriesOf([id]);
      await bonds.write.topUp([id, units - sunk], assembly);
      await catchUp(id, i).catch(() => undefined);
      return bonds.write.redeem([id]);
    },
    giveBack: async (id) => {
      const { lessee } = await machines.read.leaseOf([id]);
      return roll(3) === 0 ? machines.write.giveBack([id], as(lessee - 1)) : Promise.reject(new Error("keeps it"));
    },
    endLease: (id) => machines.write.endLease([id]),
    takeBack: async (id) => {
      await life.wait(40 * DAY);
      return machines.write.endLease([id]);
    },
    offer: (id) => machines.write.offer([id]),
    putUpForSale: (id) => machines.write.putUpForSale([id, odd(300)], assembly),
    writeOff: (id) => (roll(5) === 0 ? machines.write.writeOff([id], assembly) : Promise.reject(new Error("is good"))),
    bidForMachine,
    outbid: bidForMachine,
    auction,
    auctionAgain: auction,
    settle: (id) => machines.write.settle([id]),
    returnDeposit: (_, i) => machines.write.returnDeposit([account(i)]),
    income: (_, i) => income.write.claim([i + 1]),
    incomeFor: () => income.write.claimFor([[1, 2, 3, 4, 5, 6, 7, 8].slice(roll(8))]),
    claimAll: (id, i) => income.write.claimAll([i + 1, [id]]),
    post: () => life.postIncome(odd(20)),
    give: (_, i) => treasury.write.deposit([3, chain.euro.address, odd(200), hashOf("gift")], as(i)),
    grant: async () => life.grant([1, 3, 8][roll(3)] ?? 1, odd(20), (await life.now()) + DAY * (1 + roll(200))),
    spend: () => life.spend(some(3), odd(9)),
    halt: async () =>
      roll(4) === 0 ? life.halt((await life.now()) + 1 + roll(6 * DAY)) : Promise.reject(new Error("no")),
    resign: (_, i) => (roll(12) === 0 ? register.write.resign(as(i)) : Promise.reject(new Error("stays"))),
    enter: (_, i) =>
      roll(3) === 0 ? coop.admit(account(i + 2), roll(3), commitment(i)) : Promise.reject(new Error("no")),
    follow: async (id) => {
      const [i, lost] = [3, account(3)];
      const holder = await register.read.seatOf([lost]);
      if (holder[0] !== 0) {
        await register.write.requestRecovery([holder[0], hashOf("lost")], as(30));
        for (const by of [0, 1, 2]) await register.write.attestRecovery([holder[0], account(30)], as(by));
        await life.wait(14 * DAY);
        await register.write.completeRecovery([holder[0]]);
      }
      return bonds.write.follow([account(i), [id]]);
    },
    wait: () => life.wait(1 + roll(4 * DAY)),
    waitOn: () => life.wait(1 + roll(25 * DAY)),
  };
}

/** A life as the dice have it, and how often each thing was done. */
async function live(seed: number) {
  const roll = dice(seed);
  const life = await commonsCoop();
  const acts = actsOf(life, roll);
  const names = Object.keys(acts);
  const done: Record<string, number> = {};
  for (let n = 0; n < ACTS; n++) {
    const name = n < 3 ? "raise" : at(names, roll(names.length));
    const ever = Number(await life.coop.machinesContract.read.machinesEver());
    // Mostly those that lived longest.
    const id = BigInt(1 + roll(Math.max(1, roll(3) === 0 ? ever : Math.min(ever, 3))));
    const succeeded = await (acts[name] as Act)(id, roll(MEMBERS)).then(
      () => true,
      () => false,
    );
    if (succeeded) done[name] = (done[name] ?? 0) + 1;
  }
  return { ...life, done };
}

describe("The commons through random lives", function () {
  this.timeout(240_000);
  const ever: Record<string, number> = {};

  for (let seed = FIRST; seed < FIRST + LIVES; seed++) {
    it(`agree with the books to the smallest unit (life ${seed})`, async () => {
      const { chain, coop, done } = await live(seed);
      for (const [name, times] of Object.entries(done)) ever[name] = (ever[name] ?? 0) + times;
      await chain.networkHelpers.mine();
      const rpc = await serveRpc(chain.connection.provider);
      try {
        const report = await audit({ rpc: rpc.url, coop: coop.directory });
        expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      } finally {
        await rpc.close();
      }
    });
  }

  it("did most of what people can do with the commons", function () {
    if (process.env.SHOW) console.log(ever);
    if (LIVES < 3) this.skip();
    expect(Object.keys(ever).length).to.be.at.least(30);
  });
});
