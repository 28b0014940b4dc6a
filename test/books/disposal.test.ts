// What resolutions disposed of in twelve months, and how much that may be: told from the movements (V7).
import { expect } from "chai";
import { coopOf } from "../../books/coop.ts";
import { disposalOf } from "../../books/disposal.ts";
import { house } from "./house.ts";
import { ASSET, account, hash } from "./sample.ts";

/** 365/12 days. */
const MONTH = 2_628_000;

/** Movements in a month each: what came in is above zero, what resolutions paid is below. */
function moved(...list: [month: number, amount: bigint][]) {
  const { events, add, now } = house(1, 1);
  const first = (Math.floor(now() / MONTH) + 1) * MONTH;
  for (const [month, amount] of list) {
    const [from, to] = amount > 0n ? [0, 1] : [1, 0];
    const size = amount > 0n ? amount : -amount;
    const move = { from, to, asset: ASSET, party: account(9), amount: size, memo: hash(0) };
    add("treasury", "Moved", move, first + month * MONTH + 60 - now());
  }
  const coop = coopOf(events);
  return (month: number) => {
    const { disposed, highest, limit } = disposalOf(
      coop,
      [],
      ASSET.toUpperCase().replace("X", "x"),
      first + month * MONTH,
    );
    return [disposed, highest, limit];
  };
}

describe("Disposals in twelve months", () => {
  it("are what left the operating fund, this month and the twelve before it", () => {
    const at = moved([0, 1_000n], [0, -100n], [1, -50n]);
    expect([at(1)[0], at(12)[0], at(13)[0], at(14)[0]]).to.deep.equal([150n, 150n, 50n, 0n]);
  });

  it("stay below a third of the highest balance, this month's and that of the eleven before it", () => {
    const at = moved([0, 1_000n], [3, -400n], [4, 100n]);
    expect([at(4)[1], at(11)[1], at(14)[1], at(15)[1]]).to.deep.equal([1_000n, 1_000n, 1_000n, 700n]);
    expect(at(4)[2]).to.equal(334n);
  });

  it("have nothing of other funds or assets", () => {
    expect(disposalOf(coopOf(house(1, 1).events), [], ASSET, 2_000_000_000)).to.deep.equal({
      disposed: 0n,
      highest: 0n,
      limit: 0n,
    });
  });
});
