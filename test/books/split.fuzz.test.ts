// The twins of the contracts' arithmetic against the contracts, on random numbers: how a job's money is divided, and a surplus (J1, J2, J4,
// J5, A1, A3, A4, A6).
import { expect } from "chai";
import { zeroAddress } from "viem";
import { type Job, type MarketTerms, splitOf } from "../../books/job.ts";
import { divisionOf } from "../../books/surplus.ts";
import { dividendDown } from "../../books/surplus-math.ts";
import { DAY, defaultMarket, defaultSurplus } from "../../scripts/deploy/charter.ts";
import { as } from "../commons/setting.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf } from "../helpers/coop.ts";
import { account, dice } from "./sample.ts";

/** `CASES=2000` tries that many. */
const CASES = Number(process.env.CASES ?? 300);
const LARGEST = 2n ** 96n - 1n;

/** Whole numbers of every size, small ones and the largest more often. */
function amounts(roll: (n: number) => number) {
  return (most = LARGEST): bigint => {
    const bits = BigInt(roll(97));
    const some =
      (BigInt(roll(2 ** 31)) * 2n ** 66n + BigInt(roll(2 ** 31)) * 2n ** 33n + BigInt(roll(2 ** 31))) >> (96n - bits);
    const amount = [0n, 1n, most, some, some, some][roll(6)] ?? 0n;
    return amount > most ? most : amount;
  };
}

describe("The twin of the split of a job", function () {
  this.timeout(180_000);
  it("divides as the contract does, to the smallest unit, and loses nothing", async () => {
    const roll = dice(41);
    const amount = amounts(roll);
    const { coop } = await coopWith();
    const { marketContract: market } = coop;
    const assembly = { account: coop.assembly };
    let divided = 0;
    for (let n = 0; n < CASES; n++) {
      if (n % 15 === 0) await market.write.setTerms([someTerms(roll)], assembly);
      const number = await market.read.currentTerms();
      const terms = await market.read.termsOf([number]);
      const job = someJob(roll, amount, number);
      const award = [0, 1, 9_999, 10_000, 10_000, roll(10_001)][roll(6)] ?? 0;
      const told = await market.read.split([job, number, award]);
      const follows = splitOf(job, terms, award);
      expect(
        follows,
        JSON.stringify({ ...job, award, terms }, (_, v) => (typeof v === "bigint" ? `${v}` : v)),
      ).to.deep.equal(told);
      const { pay, refund, commons, operating, reserve, work, custom } = follows;
      expect(pay + refund + commons + operating + reserve).to.equal(job.fare + job.passThrough + job.tip);
      // No point without a unit of the members' part.
      expect(work + custom <= operating).to.equal(true);
      // Silence takes the customer's points alone, never its money (J5).
      expect(splitOf(job, terms, award, false)).to.deep.equal({ ...follows, custom: 0n });
      if (operating > 0n) divided += 1;
    }
    expect(divided).to.be.above(CASES / 6);
  });
});

describe("The twin of the division of a surplus", function () {
  this.timeout(180_000);
  it("divides as the contract does, to the smallest unit", async () => {
    const roll = dice(43);
    const { chain, coop } = await coopWith();
    const { surplusContract: surplus, patronageContract: patronage } = coop;
    const assembly = { account: coop.assembly };
    await chain.euro.write.mint([chain.wallets[0]?.account.address ?? zeroAddress, 10_000n * EURO]);
    await chain.euro.write.approve([coop.treasury, 10_000n * EURO]);
    await coop.treasuryContract.write.deposit([1, chain.euro.address, 10_000n * EURO, hashOf("loan")]);
    let [compared, refused, withCarried] = [0, 0, 0];
    for (let period = 1; period <= 12; period++) {
      const shares = { reserveShare: 500 + roll(9_501), communityShare: 0 };
      shares.communityShare = Math.min(roll(5_001), 10_000 - shares.reserveShare);
      await surplus.write.setTerms([{ ...defaultSurplus, ...shares }], assembly);
      const points = await earn(chain, coop, roll);
      const carried = await patronage.read.carried();
      if (carried > 0n) withCarried += 1;
      for (let n = 0; n < CASES / 12; n++) {
        const amount = [1n, 2n, points, BigInt(1 + roll(5_000)), BigInt(1 + roll(2 ** 31)) * 2n ** 50n][roll(5)] ?? 1n;
        const interest = [0n, 0n, BigInt(roll(500)), amount][roll(4)] ?? 0n;
        const told = await surplus.read.preview([period, amount, interest]).catch(() => undefined);
        const follows = divisionOf(shares, { surplus: amount, interest, points, carried });
        expect(follows && recordOf(follows)).to.deep.equal(told && recordOf({ ...told, fromCarried: told.carried }));
        if (!follows) refused += 1;
        else if (interest === 0n) {
          const [work, custom] = await patronage.read.pointsOf([period, 2]);
          const estimate = dividendDown(work + custom, follows.pot, points);
          expect(await surplus.read.estimate([period, 2, amount])).to.equal(estimate);
        }
        compared += 1;
      }
      await chain.networkHelpers.time.increase(defaultSurplus.period);
      await surplus.write.close();
      await surplus.write.declare([period, 1n + BigInt(roll(900)), 0], assembly);
      for (const member of [1, 2, 3]) await patronage.write.claim([member, [period], false]).catch(() => undefined);
    }
    expect([compared > 0, refused > 0, withCarried > 0]).to.deep.equal([true, true, true]);
  });
});

type Parts = Record<"reserve" | "community" | "interest" | "dividends" | "fromCarried", bigint>;
const recordOf = ({ reserve, community, interest, dividends, fromCarried }: Parts): Parts => ({
  ...{ reserve, community, interest, dividends, fromCarried },
});

/** Points as the market records them. */
async function earn(chain: Chain, coop: Coop, roll: (n: number) => number): Promise<bigint> {
  const market = await as(chain, coop.market);
  let all = 0n;
  for (const [provider, customer] of [
    [1, 2],
    [2, 3],
    [3, 1],
  ] as const) {
    const [work, custom] = [BigInt(1 + roll(400)), BigInt(roll(400))];
    await coop.patronageContract.write.record([provider, work, customer, custom], market);
    all += work + custom;
  }
  return all;
}

function someTerms(roll: (n: number) => number): MarketTerms {
  return {
    ...defaultMarket,
    fee: [0, 1, 2_000, roll(2_001)][roll(4)] ?? 0,
    commonsShare: [2_500, 10_000, 2_500 + roll(7_501)][roll(3)] ?? 2_500,
    workShare: [0, 10_000, roll(10_001)][roll(3)] ?? 0,
    window: 3 * DAY,
  };
}

/** For the co-op, for members and for strangers; amounts up to the largest that a job can have. */
function someJob(roll: (n: number) => number, amount: (most?: bigint) => bigint, terms: number): Job {
  const role = roll(4) === 0 ? 3 : 0;
  return {
    customer: account(1),
    provider: account(2),
    customerId: role === 0 ? roll(3) : 0,
    providerId: roll(3),
    kind: roll(2),
    ...{ role, terms, distance: 0 },
    ...{ fare: amount(), passThrough: amount(), tip: amount() },
    ...{ acceptBy: 1, doBy: 2, acceptedAt: 1 },
  };
}
