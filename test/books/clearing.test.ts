// Clearing and allotment from the bids alone (K1, K2), on numbers by hand and on many drawn at random.
import { expect } from "chai";
import { allotmentOf, bidsByStep, clearingOf } from "../../books/clearing.ts";
import { dice } from "./sample.ts";

type Offer = { amount: bigint; rate: number };
const offer = (amount: bigint, rate: number): Offer => ({ amount, rate });
const sum = (list: readonly bigint[]) => list.reduce((all, one) => all + one, 0n);

describe("Clearing a series", () => {
  it("fills the target from the lowest rate up; all get the rate that fills it (K2)", () => {
    const bids = [offer(300n, 400), offer(200n, 250), offer(500n, 600), offer(100n, 250)];
    expect(clearingOf(bids, 300n)).to.deep.equal({ rate: 250, marginalRest: 300n, marginalAll: 300n });
    expect(clearingOf(bids, 301n)).to.deep.equal({ rate: 400, marginalRest: 1n, marginalAll: 300n });
    expect(clearingOf(bids, 1_100n)).to.deep.equal({ rate: 600, marginalRest: 500n, marginalAll: 500n });
  });

  it("does not clear when one unit is missing (K1)", () => {
    expect(clearingOf([offer(99n, 300)], 100n)).to.equal(undefined);
    expect(clearingOf([], 1n)).to.equal(undefined);
  });

  it("takes bids below the rate whole, shares the rest at it rounded up, and hands back those above", () => {
    const clearing = { rate: 300, marginalRest: 100n, marginalAll: 300n };
    expect(allotmentOf(offer(70n, 275), clearing)).to.deep.equal({ units: 70n, refund: 0n });
    expect(allotmentOf(offer(100n, 300), clearing)).to.deep.equal({ units: 34n, refund: 66n });
    expect(allotmentOf(offer(1n, 300), clearing)).to.deep.equal({ units: 1n, refund: 0n });
    expect(allotmentOf(offer(70n, 325), clearing)).to.deep.equal({ units: 0n, refund: 70n });
  });

  it("adds bids up by rate, in steps of a quarter per cent", () => {
    expect(bidsByStep([offer(5n, 250), offer(7n, 200), offer(1n, 250)], 200, 275)).to.deep.equal([7n, 0n, 6n, 0n]);
  });

  it("raises the target and less than one unit a bidder more, in any order of bids, and nobody pays more or gets less", () => {
    const roll = dice(59);
    for (let n = 0; n < 2_000; n++) {
      const bids = Array.from({ length: 1 + roll(12) }, () => offer(BigInt(1 + roll(1_000)), 200 + 25 * roll(6)));
      const target = BigInt(1 + roll(3_000));
      const clearing = clearingOf(bids, target);
      const shuffled = bids.map((bid) => ({ bid, at: roll(1_000) })).sort((a, b) => a.at - b.at);
      expect(
        clearingOf(
          shuffled.map(({ bid }) => bid),
          target,
        ),
      ).to.deep.equal(clearing);
      if (!clearing) {
        expect(sum(bids.map(({ amount }) => amount)) < target).to.equal(true);
        continue;
      }
      const allotted = bids.map((bid) => ({ ...bid, ...allotmentOf(bid, clearing) }));
      const units = sum(allotted.map((one) => one.units));
      expect(units >= target && units < target + BigInt(bids.length)).to.equal(true);
      for (const { amount, rate, units: own, refund } of allotted) {
        expect(own + refund).to.equal(amount);
        if (own > 0n) expect(rate <= clearing.rate).to.equal(true);
        // In proportion, to the unit.
        if (rate === clearing.rate) {
          const { marginalRest, marginalAll } = clearing;
          expect(own * marginalAll >= amount * marginalRest).to.equal(true);
          expect((own - 1n) * marginalAll < amount * marginalRest).to.equal(true);
        }
      }
      worseOff(bids, target, roll(bids.length));
    }
  });
});

/** Who asks for less interest never gets fewer units, and no one pays for it with a higher rate. */
function worseOff(bids: readonly Offer[], target: bigint, index: number): void {
  const own = bids[index] as Offer;
  const lower = bids.map((bid, i) => (i === index ? { ...bid, rate: bid.rate - 25 } : bid));
  const [before, after] = [clearingOf(bids, target), clearingOf(lower, target)];
  if (!before || !after) return;
  expect(after.rate <= before.rate).to.equal(true);
  const units = allotmentOf(own, before).units;
  if (after.rate === before.rate) {
    expect(allotmentOf({ ...own, rate: own.rate - 25 }, after).units >= units).to.equal(true);
  }
}
