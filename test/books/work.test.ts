// A statement of somebody's work: what each job brought, to the last unit, and as a table that no spreadsheet takes for formulas.
import { expect } from "chai";
import { cellOf, csvOf, decimalOf } from "../../books/csv.ts";
import { JobEnd } from "../../books/job.ts";
import { whyDividend } from "../../books/surplus.ts";
import { workCsv, workOf } from "../../books/work.ts";
import { marketHouse } from "./market-house.ts";
import { account, dice } from "./sample.ts";

/** Member 2 works: one ride with a tip and tolls, one given up, one of which half was awarded; and is driven once. */
function worked() {
  const all = marketHouse();
  const { ride, offer, accept, done, dispute, rule, back } = all;
  ride({ tip: 20n, passThrough: 30n });
  const givenUp = offer({ customer: 50 });
  accept(givenUp);
  back(givenUp, JobEnd.GivenUp);
  const ruled = offer({ customer: 50, tip: 11n });
  accept(ruled);
  done(ruled);
  dispute(ruled, 50);
  rule(ruled, 5_000);
  ride({ customer: 2 }, 3);
  return all;
}

describe("A statement of work", () => {
  it("tells what each job brought, and what it is made of (J1, J4)", () => {
    const { book } = worked();
    const { lines, asProvider, asCustomer } = workOf(book(), 2);
    const told = lines.map(({ entry: { id }, side, fare, fee, passThrough, tip, pay, refund, points }) => [
      ...[id, side, fare, fee, passThrough, tip, pay, refund, points],
    ]);
    expect(told).to.deep.equal([
      [1, "provider", 1_000n, 100n, 30n, 20n, 950n, 0n, 25n],
      [2, "provider", 0n, 0n, 0n, 0n, 0n, 1_000n, 0n],
      [3, "provider", 500n, 50n, 0n, 5n, 455n, 506n, 12n],
      [4, "customer", 1_000n, 100n, 0n, 0n, 900n, 0n, 25n],
    ]);
    expect(asProvider).to.include({ jobs: 3, pay: 1_405n, tip: 25n, passThrough: 30n, fee: 150n, points: 37n });
    expect(asCustomer).to.include({ jobs: 1, fare: 1_000n, points: 25n });
    for (const { pay, fare, fee, passThrough, tip } of lines) expect(pay).to.equal(fare - fee + passThrough + tip);
  });

  it("is the same by account, and of non-members too", () => {
    const { book } = worked();
    expect(workOf(book(), account(2))).to.deep.equal(workOf(book(), 2));
    expect(workOf(book(), account(50)).asCustomer).to.include({ jobs: 2, refund: 1_506n, points: 0n });
    expect(workOf(book(), account(7)).lines).to.deep.equal([]);
  });

  it("has what waits for somebody", () => {
    const { ride, add, book } = marketHouse();
    const id = ride();
    add("market", "PaymentHeld", { jobId: BigInt(id), account: account(2), amount: 900n }, 0);
    expect(workOf(book(), 2).lines.map(({ held }) => held)).to.deep.equal([900n]);
    expect(workOf(book(), 1).lines.map(({ held }) => held)).to.deep.equal([0n]);
  });

  it("divides a dividend among its jobs, to the last unit (A4)", () => {
    const { ride, close, declare, claim, book } = marketHouse();
    const roll = dice(7);
    for (let i = 0; i < 25; i++) {
      const customer = 1 + roll(5);
      ride({ customer, fare: BigInt(100 + roll(3_000)) }, 1 + ((customer + roll(4)) % 5));
    }
    expect(workOf(book(), 1).lines.every(({ dividend }) => dividend === undefined)).to.equal(true);
    declare(close(), 700n);
    claim(1, 1);
    for (const member of [1, 2, 3, 4, 5]) {
      const { lines, asProvider, asCustomer } = workOf(book(), member);
      const why = whyDividend(book(), 1, member);
      expect(asProvider.dividend + asCustomer.dividend).to.equal(why?.amount);
      expect(asProvider.points + asCustomer.points).to.equal(why?.own);
      expect(lines.every(({ isClaimed }) => isClaimed === (member === 1))).to.equal(true);
    }
  });
});

describe("A table of work", () => {
  it("has one line a job, with decimals and times in UTC", () => {
    const { book, close, declare } = worked();
    declare(close(), 60n);
    const text = workCsv(workOf(book(), 2), {
      decimals: 2,
      titleOf: ({ id }) => (id === 1 ? '=HYPERLINK("x")' : "Trip, home"),
    });
    const rows = text.split("\r\n");
    expect(rows[0]).to.match(/^ended,job,kind,side,how it ended,fare,fee,/);
    expect(rows[1]).to.match(
      /^2023-11-\d\dT[\d:.]+Z,1,ride,provider,countersigned,10\.00,1\.00,0\.30,0\.20,9\.50,0\.00,0\.25,1,0\.\d\d,no,"'=HYPERLINK\(""x""\)"$/,
    );
    expect(rows[2]).to.match(/,given up,0\.00,0\.00,0\.00,0\.00,0\.00,10\.00,0\.00,,,,"Trip, home"$/);
    expect(rows).to.have.length(6);
    expect(rows[5]).to.equal("");
  });

  it("lets nothing be taken for a formula, and keeps every text whole", () => {
    const shown = ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "-5", "-5.25", "5", 'a "b"', "a,b", "\n=1", "plain"].map(
      cellOf,
    );
    expect(shown).to.deep.equal([
      ...["'=1+1", "'+1", "'-x", "'@SUM(A1)", `"'\tx"`, "-5", "-5.25", "5", '"a ""b"""', '"a,b"', `"'\n=1"`, "plain"],
    ]);
    expect(
      csvOf([
        ["a", 1n],
        [2, "=b"],
      ]),
    ).to.equal("a,1\r\n2,'=b\r\n");
  });

  it("writes amounts with their decimals", () => {
    expect([0n, 5n, 123n, -45n, 100_000n].map((amount) => decimalOf(amount, 2))).to.deep.equal([
      ...["0.00", "0.05", "1.23", "-0.45", "1000.00"],
    ]);
    expect(decimalOf(12n, 0)).to.equal("12");
  });
});
