import { expect } from "chai";
import type { Coop, QueueEntry } from "../../books/coop.ts";
import { mistakeInBuying, mistakeInInstalment } from "../../dapp/src/features/capital/buying.ts";
import { interestPeriods } from "../../dapp/src/features/capital/interest.ts";
import { mistakeInWithdrawal, payableNow, placesOf } from "../../dapp/src/features/capital/withdrawals.ts";
import { wholeNumber } from "../../dapp/src/shared/format/units.ts";
import { NOW, smallCoop } from "./helpers.ts";

const EURO = 1_000_000n;
const entry = (id: number, memberId: number, units: bigint, payableFrom: number): QueueEntry => ({
  ...{ id, memberId, units, payableFrom, asked: units, served: 0n, askedAt: 0, unitsBefore: 0n },
});

function withQueue(...queue: QueueEntry[]): Coop {
  const coop = smallCoop();
  const bounds = { minimum: 1n, maximum: 100n, notice: 10, suspensionLimit: 10, interestCap: 500 };
  coop.shares.terms = { par: EURO, ...bounds };
  coop.shares.queue = queue;
  return coop;
}

describe("The queue of withdrawals", () => {
  const queue = [entry(0, 1, 5n, NOW - 20), entry(1, 2, 0n, NOW - 10), entry(2, 2, 7n, NOW), entry(3, 1, 3n, NOW + 5)];

  it("tells a member how many shares wait before its own, and from when it can be paid (S2)", () => {
    const [first, second] = placesOf(withQueue(...queue), 1);
    expect(first).to.deep.include({ id: 0, ahead: 0n, earliest: NOW - 20 });
    expect(second).to.deep.include({ id: 3, ahead: 12n, earliest: NOW + 5 });
  });

  it("is paid from its head, as far as notice has passed and the money goes", () => {
    const coop = withQueue(...queue);
    expect(payableNow(coop, 100n * EURO, NOW)).to.equal(12n);
    expect(payableNow(coop, 100n * EURO, NOW + 5)).to.equal(15n);
    expect(payableNow(coop, 8n * EURO + 1n, NOW)).to.equal(8n);
  });

  it("stands still while withdrawals are suspended (S3)", () => {
    const coop = withQueue(...queue);
    coop.shares.stops = [{ from: NOW - 1, until: NOW + 50, reason: "0x" }];
    expect(payableNow(coop, 100n * EURO, NOW)).to.equal(0n);
    expect(placesOf(coop, 1)[0]?.earliest).to.equal(NOW + 50);
  });
});

describe("Buying and taking back", () => {
  const held = { units: 10n, promised: 0n, queued: 0n };
  const bounds = { par: EURO, minimum: 5n, maximum: 100n, money: 20n * EURO };

  it("keeps a holding within its bounds, promised shares included (S1)", () => {
    expect(mistakeInBuying(20n, 0n, held, bounds)).to.equal(undefined);
    expect(mistakeInBuying(0n, 90n, held, bounds)).to.equal(undefined);
    expect(mistakeInBuying(1n, 90n, held, bounds)).to.match(/at most 100/);
    expect(mistakeInBuying(21n, 0n, held, bounds)).to.match(/not enough money/);
    expect(mistakeInBuying(2n, 0n, { ...held, queued: 10n }, bounds)).to.match(/at least 5/);
    expect(mistakeInInstalment(3n, 2n, bounds)).to.match(/promised 2/);
  });

  it("leaves nothing, or the least holding", () => {
    const free = { free: 10n, promised: 0n, minimum: 5n };
    expect(mistakeInWithdrawal(10n, free)).to.equal(undefined);
    expect(mistakeInWithdrawal(5n, free)).to.equal(undefined);
    expect(mistakeInWithdrawal(6n, free)).to.match(/keep at least 5/);
    expect(mistakeInWithdrawal(11n, free)).to.match(/10 that are not/);
    expect(mistakeInWithdrawal(10n, { ...free, promised: 1n })).to.match(/promised/);
  });

  it("reads numbers as people write them", () => {
    expect(wholeNumber("1,250")).to.equal(1_250n);
    expect(wholeNumber(" 12 ")).to.equal(12n);
    for (const text of ["", "1.5", "-3", "twelve", "1,25"]) expect(wholeNumber(text), text).to.equal(undefined);
  });
});

describe("Why interest is what it is", () => {
  const founded = { day: 1_000, rate: 0 };

  it("is shares times days times rate, for each period by itself (S4)", () => {
    const holdings = [
      { day: 1_100, units: 100n },
      { day: 1_300, units: 50n },
    ];
    const postings = [founded, { day: 1_365, rate: 400 }, { day: 1_730, rate: 200 }];
    const [first, second] = interestPeriods(holdings, postings, EURO);
    expect(first?.parts).to.deep.equal([
      { units: 100n, days: 200 },
      { units: 50n, days: 65 },
    ]);
    expect(first?.amount).to.equal((23_250n * 400n * EURO) / 3_650_000n);
    expect(second).to.deep.include({ from: 1_365, to: 1_730, rate: 200, amount: EURO });
  });

  it("leaves out what was before the first share", () => {
    expect(interestPeriods([{ day: 1_400, units: 5n }], [founded, { day: 1_365, rate: 400 }], EURO)).to.deep.equal([]);
  });
});
