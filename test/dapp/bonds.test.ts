import { expect } from "chai";
import { holdingIn, leftBehind, partsOf, toHandBack, wholeOf } from "../../dapp/src/features/bonds/holding.ts";
import { ifItClosedNow, mistakeInBid, orderBookOf, ratesFor } from "../../dapp/src/features/bonds/order-book.ts";
import { datesOf, outcomeOf, totalsOf } from "../../dapp/src/features/bonds/schedule.ts";
import { mayBeRedeemed } from "../../dapp/src/features/bonds/steps.ts";
import { everyWords, rateWords } from "../../dapp/src/features/bonds/words.ts";
import { coverageOf, expectedCoverage, timesCovered } from "../../dapp/src/shared/commons/coverage.ts";
import { seriesStanding } from "../../dapp/src/shared/commons/standing.ts";
import {
  bid,
  boughtMachine,
  commonsWith,
  DAY,
  EURO,
  euros,
  fund,
  leaseOf,
  liveSeries,
  openSeries,
  send,
} from "./commons-helpers.ts";
import { accountOf, memberOf, NOW, smallCoop } from "./helpers.ts";

describe("The bids of a series", () => {
  it("are added up by rate, with what each would become at the close (K2)", () => {
    const series = openSeries();
    bid(series, 1, 400, 300);
    bid(series, 2, 800, 450);
    bid(series, 3, 400, 450);
    bid(series, 4, 100, 600);
    const { rows, clearing, missing } = orderBookOf(series);
    expect(rows.map(({ rate, taken, fate }) => [rate, taken / EURO, fate])).to.deep.equal([
      [300, 400n, "filled"],
      [450, 600n, "part"],
      [600, 0n, "none"],
    ]);
    expect(rows.map(({ together }) => together / EURO)).to.deep.equal([400n, 1_600n, 1_700n]);
    expect(clearing?.rate).to.equal(450);
    expect(missing).to.equal(0n);
  });

  it("take nothing from anybody while the target is missed (K1)", () => {
    const series = openSeries();
    bid(series, 1, 400, 300);
    const { rows, clearing, missing } = orderBookOf(series);
    expect(clearing).to.equal(undefined);
    expect(missing).to.equal(600n * EURO);
    expect(rows.map(({ fate }) => fate)).to.deep.equal(["none"]);
  });

  it("foretell what a bid would become, an improved one in the place of the former", () => {
    const series = openSeries();
    bid(series, 1, 900, 400);
    expect(ifItClosedNow(series, { bidder: accountOf(2), amount: 50n * EURO, rate: 300 })).to.equal(undefined);
    const filled = ifItClosedNow(series, { bidder: accountOf(2), amount: 300n * EURO, rate: 300 });
    expect(filled).to.deep.equal({ rate: 400, units: 300n * EURO, refund: 0n });
    const dear = ifItClosedNow(series, { bidder: accountOf(2), amount: 1_000n * EURO, rate: 500 });
    expect(dear).to.deep.equal({ rate: 500, units: 100n * EURO, refund: 900n * EURO });
    const improved = ifItClosedNow(series, { bidder: accountOf(1), amount: 1_100n * EURO, rate: 250 });
    expect(improved).to.deep.include({ rate: 250, units: 1_000n * EURO });
    const cheaper = ifItClosedNow(series, { bidder: accountOf(1), amount: 900n * EURO, rate: 250 });
    expect(cheaper, "its former bid is not counted beside it").to.equal(undefined);
  });

  it("may be improved and not made worse (K2)", () => {
    const former = { offered: 100n * EURO, rate: 400 };
    const standing = { former, minimum: 50n * EURO, money: 60n * EURO };
    const mistake = (amount: bigint, rate: number) => mistakeInBid(amount * EURO, rate, standing, euros);
    expect(mistake(160n, 400)).to.equal(undefined);
    expect(mistake(100n, 375)).to.equal(undefined);
    expect(mistake(99n, 375)).to.match(/grow, not shrink/);
    expect(mistake(160n, 425)).to.match(/not a higher one/);
    expect(mistake(100n, 400)).to.match(/already/);
    expect(mistake(161n, 400)).to.match(/not enough money/);
    expect(mistakeInBid(49n * EURO, 400, { ...standing, former: undefined }, euros)).to.match(/at least €50/);
    expect(mistakeInBid(undefined, 400, standing, euros)).to.match(/amount of money/);
  });

  it("lie on the steps between the limits, for an improved one up to the former rate", () => {
    const series = openSeries();
    expect(ratesFor(series)).to.have.length(17).and.include.members([200, 225, 600]);
    expect(ratesFor(series, { rate: 250 })).to.deep.equal([200, 225, 250]);
  });
});

describe("Where a series stands", () => {
  it("waits to be counted from the moment at which bidding closes", () => {
    const series = openSeries();
    expect(seriesStanding(series, series.terms.closesAt - 1)).to.equal("bids");
    expect(seriesStanding(series, series.terms.closesAt)).to.equal("counting");
    expect(seriesStanding({ ...series, state: "allotting" }, NOW)).to.equal("counting");
    expect(seriesStanding(liveSeries(), NOW)).to.equal("paying");
  });

  it("is said in plain words", () => {
    const { terms } = openSeries();
    expect(rateWords({ terms })).to.equal("2.00\u00a0% to 6.00\u00a0% a year");
    expect(rateWords({ terms: { ...terms, lowestRate: 600 } })).to.match(/^6.00.*fixed$/);
    expect(rateWords(liveSeries())).to.equal("4.00\u00a0% a year");
    expect(everyWords({ ...terms.plan, unit: 1, every: 3 })).to.equal("every quarter");
    expect(everyWords({ ...terms.plan, unit: 1, every: 2 })).to.equal("every 2 months");
    expect(everyWords(terms.plan)).to.equal("every 90 days");
  });

  it("can be redeemed once its last date has come and all of it is there", () => {
    const whole = { funded: 40n * EURO, sunk: 1_000n * EURO };
    const series = liveSeries(whole);
    const end = series.dates[4] ?? 0;
    expect(mayBeRedeemed(series, end - 1)).to.equal(false);
    expect(mayBeRedeemed(series, end)).to.equal(true);
    expect(mayBeRedeemed(liveSeries({ ...whole, funded: whole.funded - 1n }), end)).to.equal(false);
    expect(mayBeRedeemed(liveSeries({ ...whole, sunk: whole.sunk - 1n }), end)).to.equal(false);
  });
});

describe("The coupon dates", () => {
  it("are paid the oldest first, and late when they have come without the money (K3)", () => {
    const series = liveSeries({ funded: 15n * EURO, sunk: 250n * EURO });
    const now = (series.dates[2] ?? 0) + 1;
    const rows = datesOf(series, now);
    expect(rows.map(({ coupon }) => coupon)).to.deep.equal(Array(4).fill(10n * EURO));
    expect(rows.map(({ couponPaid }) => couponPaid / EURO)).to.deep.equal([10n, 5n, 0n, 0n]);
    expect(rows.map(({ instalmentPaid }) => instalmentPaid / EURO)).to.deep.equal([250n, 0n, 0n, 0n]);
    expect(rows.map(({ state }) => state)).to.deep.equal(["paid", "late", "running", "coming"]);
    expect(totalsOf(rows)).to.deep.equal({ coupon: 40n * EURO, couponPaid: 15n * EURO, late: 5n * EURO });
  });

  it("are foretold for the whole target before it is issued", () => {
    const rows = datesOf(openSeries(), NOW, 600);
    expect(rows.map(({ coupon }) => coupon)).to.deep.equal(Array(4).fill(15n * EURO));
    expect(rows.map(({ state }) => state)).to.deep.equal(Array(4).fill("coming"));
  });

  it("that would have come after its end never fell due", () => {
    const ended = { at: NOW, tx: "0x", block: 9n, logIndex: 0, units: 1_000n * EURO, principal: 600n * EURO } as const;
    const series = liveSeries({ state: "defaulted", cursor: 1, funded: 10n * EURO, sunk: 600n * EURO, ended });
    expect(datesOf(series, NOW + 900 * DAY).map(({ index }) => index)).to.deep.equal([1]);
  });

  it("end in an account of what was repaid, and what waits to be collected (K5)", () => {
    const ended = { at: NOW, tx: "0x", block: 9n, logIndex: 0, units: 1_000n * EURO, principal: 600n * EURO } as const;
    const claim = { at: NOW, tx: "0x", block: 9n, logIndex: 1, holder: accountOf(1) } as const;
    const claims = [{ ...claim, coupon: 7n * EURO, units: 750n * EURO, principal: 450n * EURO }];
    const series = liveSeries({ state: "defaulted", funded: 10n * EURO, sunk: 150n * EURO, ended, claims });
    const outcome = { at: NOW, lent: 1_000n * EURO, repaid: 600n * EURO, coupons: 10n * EURO, waiting: 153n * EURO };
    expect(outcomeOf(series)).to.deep.equal(outcome);
    expect(outcomeOf(liveSeries())).to.equal(undefined);
  });

  it("stop where an early redemption was announced (K5)", () => {
    expect(datesOf(liveSeries({ lastDate: 2 }), NOW).map(({ instalment }) => instalment / EURO)).to.deep.equal([
      500n,
      500n,
    ]);
  });
});

describe("What the rent covers", () => {
  it("is the rent of a coupon period after upkeep, by what the bonds are owed for it", () => {
    // Ninety days are three rents of 100, less a tenth; a coupon of 10 and an instalment of 250.
    const coverage = coverageOf(liveSeries(), boughtMachine(), NOW + 20 * DAY);
    expect(coverage).to.deep.equal({ rent: 270n * EURO, coupon: 10n * EURO, instalment: 250n * EURO });
    expect(coverage && timesCovered(coverage)).to.equal("27.0 times");
  });

  it("is that of the last period once the last date has come", () => {
    const series = liveSeries();
    const after = (series.dates[4] ?? 0) + DAY;
    expect(coverageOf(series, boughtMachine(), after)).to.deep.include({ rent: 270n * EURO, coupon: 10n * EURO });
  });

  it("is rounded down, so that it never promises too much", () => {
    expect(timesCovered({ rent: 199n, coupon: 100n })).to.equal("1.9 times");
    expect(timesCovered({ rent: 99n, coupon: 100n })).to.equal("0.9 times");
    expect(timesCovered({ rent: 99n, coupon: 0n })).to.equal(undefined);
  });

  it("is nothing while nobody leases the machine", () => {
    const { lease: _, ...idle } = boughtMachine({ state: "idle" });
    expect(coverageOf(liveSeries(), idle, NOW)).to.equal(undefined);
  });

  it("is foretold from what was agreed", () => {
    const machine = boughtMachine({ lease: leaseOf({ rent: 1n }) });
    const { rent, coupon } = expectedCoverage(openSeries(), machine, 600);
    expect([rent, coupon]).to.deep.equal([270n * EURO, 15n * EURO]);
  });
});

describe("Why coupons are what they are", () => {
  it("each funding by all units, times one's own at that time", () => {
    const series = liveSeries();
    fund(series, 10n * EURO, 5n);
    send(series, 1, 2, 250n * EURO, 6n);
    fund(series, 20n * EURO, 7n);
    const parts = partsOf(series, [accountOf(1)]);
    expect(parts.map(({ own }) => own / EURO)).to.deep.equal([750n, 500n]);
    expect(parts.map(({ part }) => wholeOf(series, part))).to.deep.equal([7_500_000n, 10n * EURO]);
    const together = partsOf(series, [accountOf(1), accountOf(2)]);
    expect(together.map(({ own }) => own / EURO)).to.deep.equal([1_000n, 1_000n]);
  });

  it("in one block what was sent after the money came was not there for it", () => {
    const series = liveSeries();
    fund(series, 10n * EURO, 5n);
    send(series, 1, 4, 750n * EURO, 5n, 1);
    expect(partsOf(series, [accountOf(1)]).map(({ own }) => own / EURO)).to.deep.equal([750n]);
    expect(partsOf(series, [accountOf(4)])).to.deep.equal([]);
  });

  it("without units at the time there is no part", () => {
    const series = liveSeries();
    fund(series, 10n * EURO, 5n);
    send(series, 1, 4, 750n * EURO, 6n);
    expect(partsOf(series, [accountOf(4)])).to.deep.equal([]);
  });
});

describe("What a bid left over", () => {
  it("is handed back: all of it when the series failed, otherwise what was not used (K1)", () => {
    const failed = openSeries({ state: "failed" });
    bid(failed, 1, 300, 400);
    expect(holdingIn(failed, accountOf(1)).refund).to.equal(300n * EURO);
    const live = liveSeries();
    bid(live, 1, 750, 400).amount = 0n;
    Object.assign(bid(live, 2, 300, 400), { amount: 0n, refund: 50n * EURO });
    expect(toHandBack(live).map(({ bidder, refund }) => [bidder, refund / EURO])).to.deep.equal([[accountOf(2), 50n]]);
    expect(holdingIn(live, accountOf(1)).refund).to.equal(0n);
  });

  it("comes along from a lost account once the member has another (M6)", () => {
    const coop = smallCoop();
    const series = liveSeries();
    const book = commonsWith(boughtMachine(), series);
    book.heldBy.set(accountOf(1).toLowerCase(), 1);
    const member = memberOf(coop, 1);
    expect(leftBehind(book, series, member)).to.deep.equal([]);
    const moved = { ...member, account: accountOf(77) };
    expect(leftBehind(book, series, moved)).to.deep.equal([accountOf(1).toLowerCase()]);
    bid(series, 1, 100, 300);
    expect(leftBehind(book, series, moved), "a bid that waits for its units").to.deep.equal([]);
  });
});
