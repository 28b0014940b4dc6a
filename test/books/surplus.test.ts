// Periods, declarations and dividends in the books, and why an amount is what it is (A1, A4, A5, A6, J5, S4).
import { expect } from "chai";
import { contributionsOf, divisionOf, whyDividend } from "../../books/surplus.ts";
import { dividendDown, fromCarried } from "../../books/surplus-math.ts";
import { DAY } from "./house.ts";
import { disagreementsIn, impossibleInMarket, marketHouse, PERIOD, SURPLUS } from "./market-house.ts";
import { account, dice } from "./sample.ts";

/** Two rides for member 2, one each for customers 1 and 3, and one with a stranger: 50, 50 and 25 points. */
function worked() {
  const all = marketHouse();
  all.ride();
  all.ride({ customer: 3 });
  all.ride({ customer: 50 });
  return all;
}

describe("A surplus in the books", () => {
  it("goes to the reserve, the community and the points, in this order (A1, A4, A6)", () => {
    const { close, declare, book } = worked();
    declare(close(), 100n);
    const { declared, points, moneyLeft, pointsLeft } = book().periods.get(1) ?? {};
    expect([points, moneyLeft, pointsLeft]).to.deep.equal([125n, 75n, 125n]);
    expect(declared).to.deep.include({ reserve: 20n, community: 5n, interest: 0n, dividends: 75n, pot: 75n });
    expect(book().periods.get(2)).to.include({ closedAt: 0, points: 0n });
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("gives no point more than one unit; the reserve has the rest (A4)", () => {
    const { close, declare, book } = worked();
    declare(close(), 10_000n);
    expect(book().periods.get(1)?.declared).to.deep.include({ dividends: 125n, community: 500n, reserve: 9_375n });
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("leaves what rounding left to a later period, within one unit a point (A4)", () => {
    const { close, declare, claim, ride, book } = worked();
    declare(close(), 100n);
    for (const member of [1, 2, 3]) claim(1, member);
    // 25, 75 and 25 points of 125 share 75: nothing is left.
    expect(book()).to.include({ carried: 0n });
    ride();
    ride({ customer: 4 });
    ride({ customer: 5 });
    declare(close(), 100n);
    for (const member of [5, 1, 2, 4]) claim(2, member);
    // 12.5 each of three, and 37.5.
    expect(book().carried).to.equal(2n);
    expect(book().periods.get(2)).to.include({ moneyLeft: 0n, pointsLeft: 0n });
    ride();
    declare(close(), 50n);
    expect(book().periods.get(3)?.declared).to.include({ dividends: 37n, fromCarried: 2n, pot: 39n });
    expect(book().carried).to.equal(0n);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("is contradicted by a step, a pot or a claim that does not follow", () => {
    const steps = worked();
    steps.declare(steps.close(), 100n, { reserve: 21n, dividends: 74n });
    expect(disagreementsIn(steps.book()).slice(0, 2)).to.deep.equal([
      "SurplusDeclared, reserve: 21, not 20",
      "SurplusDeclared, dividends: 74, not 75",
    ]);
    const sum = worked();
    sum.declare(sum.close(), 100n, { community: 6n });
    expect(disagreementsIn(sum.book())).to.include("SurplusDeclared, sum of its parts: 101, not 100");
    const posted = worked();
    posted.declare(posted.close(), 100n, { interest: 3n, dividends: 72n });
    expect(disagreementsIn(posted.book())).to.include("SurplusDeclared, interest: 3, not 0");
    const pot = worked();
    pot.declare(pot.close(), 100n, { pot: 76n });
    expect(disagreementsIn(pot.book())).to.deep.equal(["PotFilled, pot: 76, not 75"]);
    const claimed = worked();
    claimed.declare(claimed.close(), 100n);
    claimed.claim(1, 2, { amount: 46n, account: account(9) });
    expect(disagreementsIn(claimed.book())).to.deep.equal([
      `DividendClaimed, account: ${account(9)}, not ${account(2)}`,
      "DividendClaimed, amount: 46, not 45",
    ]);
    const points = worked();
    points.close({ points: 126n });
    expect(disagreementsIn(points.book())).to.include("PeriodClosed, points: 126, not 125");
    const untold = worked();
    untold.declare(untold.close(), 100n);
    for (const member of [1, 2]) untold.claim(1, member);
    untold.claim(1, 3, { amount: 14n });
    expect(disagreementsIn(untold.book())).to.include("DividendClaimed, rest carried: 0, not 1");
  });

  it("is declared once, after its period, and claimed once", () => {
    const { close, declare, claim, events, tell, add } = worked();
    const declared = { period: 1, surplus: 1n, reserve: 1n, community: 0n, interest: 0n, dividends: 0n };
    const claimed = { period: 1, memberId: 2, account: account(2), amount: 1n, units: 0n };
    impossibleInMarket(events, tell("surplus", "SurplusDeclared", declared), /which runs/);
    impossibleInMarket(events, tell("surplus", "PeriodClosed", { period: 1, points: 125n }), /does not run/);
    impossibleInMarket(events, tell("patronage", "PeriodTurned", { period: 2, points: 0n }), /has not begun/);
    close();
    impossibleInMarket(events, tell("patronage", "PeriodTurned", { period: 1, points: 125n }), /does not run/);
    impossibleInMarket(events, tell("patronage", "DividendClaimed", claimed), /nothing was declared/);
    impossibleInMarket(
      events,
      tell("patronage", "PotFilled", { period: 1, pot: 1n, fromCarried: 0n }),
      /nothing was declared/,
    );
    declare(1, 100n);
    impossibleInMarket(events, tell("surplus", "SurplusDeclared", declared), /again/);
    impossibleInMarket(events, tell("patronage", "DividendClaimed", { ...claimed, memberId: 4 }), /does not have/);
    impossibleInMarket(events, tell("patronage", "DividendClaimed", { ...claimed, amount: 76n }), /of the 75/);
    claim(1, 2);
    impossibleInMarket(events, tell("patronage", "DividendClaimed", claimed), /does not have/);
    add("patronage", "PeriodTurned", { period: 2, points: 0n }, DAY);
    impossibleInMarket(events, tell("surplus", "PeriodClosed", { period: 2, points: 0n }), /before its time/);
  });
});

describe("Why a dividend is what it is", () => {
  it("is told from the jobs to the rounded amount (A4, J5)", () => {
    const { close, declare, claim, book } = worked();
    declare(close(), 90n);
    claim(1, 2);
    const why = whyDividend(book(), 1, 2);
    expect(why?.jobs.map(({ entry, work, custom }) => [entry.id, work, custom])).to.deep.equal([
      [1, 25n, 0n],
      [2, 25n, 0n],
      [3, 25n, 0n],
    ]);
    expect(why).to.deep.include({ isDeclared: true, work: 75n, custom: 0n, own: 75n, points: 125n, surplus: 90n });
    expect(why?.division).to.include({ least: 18n, community: 5n, left: 67n, dividends: 67n, pot: 67n });
    expect(why?.exact).to.deep.equal({ numerator: 75n * 67n, denominator: 125n });
    expect(why?.amount).to.equal(40n);
    expect(why?.claimed).to.deep.equal({ amount: 40n, units: 0n });
    expect(whyDividend(book(), 1, 4)).to.deep.include({ own: 0n, amount: 0n, jobs: [] });
  });

  it("is supposed while nothing is declared, and unknown without a surplus", () => {
    const { book, close } = worked();
    expect(whyDividend(book(), 1, 2)).to.equal(undefined);
    expect(whyDividend(book(), 2, 2, { surplus: 90n })).to.equal(undefined);
    close({}, PERIOD);
    const why = whyDividend(book(), 1, 2, { surplus: 90n });
    expect(why).to.deep.include({ isDeclared: false, amount: 40n });
    expect(why?.claimed).to.equal(undefined);
  });

  it("has the member's jobs add up to its points, whoever works for whom (J5)", () => {
    const roll = dice(29);
    const { ride, book, close } = marketHouse();
    for (let i = 0; i < 30; i++) {
      const customer = 1 + roll(5);
      const provider = 1 + ((customer + roll(4)) % 5);
      ride({ customer: roll(5) === 0 ? 50 : customer, fare: BigInt(1 + roll(5_000)) }, provider);
      if (i === 14) close();
    }
    for (const [period, { members, points }] of book().periods) {
      let all = 0n;
      for (const [memberId, own] of members) {
        const jobs = contributionsOf(book(), period, memberId);
        const sum = (of: "work" | "custom") => jobs.reduce((total, job) => total + job[of], 0n);
        expect([sum("work"), sum("custom")]).to.deep.equal([own.work, own.custom]);
        all += own.work + own.custom;
      }
      expect(all).to.equal(points);
    }
  });
});

describe("The division of a surplus", () => {
  it("loses nothing, and has bounds at its edges (A1, A4, A6, S4)", () => {
    const of = (surplus: bigint, points: bigint, interest = 0n, carried = 0n) =>
      divisionOf(SURPLUS, { surplus, interest, points, carried });
    expect(of(1n, 10n)).to.include({ reserve: 1n, community: 0n, dividends: 0n });
    expect(of(100n, 10n, 76n)).to.equal(undefined);
    expect(of(100n, 10n, 75n)).to.include({ reserve: 20n, community: 5n, dividends: 0n });
    expect(of(100n, 0n, 0n, 7n)).to.include({ reserve: 95n, dividends: 0n, fromCarried: 0n, pot: 0n });
    const halves = { reserveShare: 5_000, communityShare: 5_000 };
    expect(divisionOf(halves, { surplus: 3n, interest: 0n, points: 9n, carried: 0n })).to.include({
      ...{ reserve: 2n, community: 1n, dividends: 0n },
    });
    expect(fromCarried(7n, 8n, 10n)).to.equal(2n);
    expect(dividendDown(1n, 5n, 0n)).to.equal(0n);
    const roll = dice(31);
    for (let i = 0; i < 500; i++) {
      const [surplus, points] = [BigInt(1 + roll(1_000)), BigInt(roll(800))];
      const division = of(surplus, points, BigInt(roll(50)), BigInt(roll(20)));
      if (!division) continue;
      const { reserve, community, interest, dividends, pot } = division;
      expect(reserve + community + interest + dividends).to.equal(surplus);
      expect(pot <= points).to.equal(true);
      expect(reserve * 5n >= surplus).to.equal(true);
    }
  });
});
