// Bonds in the books: bids, clearing, coupons to the last fraction, principal, and the end of a series.
import { expect } from "chai";
import { commonsOf } from "../../books/commons.ts";
import { arrearsOf, claimableOf, owedAt, owedTo } from "../../books/coupons.ts";
import { BOND_BIDS, BOND_SERVICE } from "../../books/funds.ts";
import { commonsHouse, disagreementsIn } from "./commons-house.ts";
import { DAY, impossibleInCommons } from "./house.ts";
import { account, dice } from "./sample.ts";

/** At 4 % of 360 days, 903 units: thirty days are 3.01. */
function issued() {
  const all = commonsHouse();
  all.bid(1, 500n, 200);
  all.bid(2, 350n, 400);
  all.bid(3, 250n, 400);
  all.bid(4, 100n, 500);
  return { ...all, units: all.issue() };
}

describe("Bids for bonds in the books", () => {
  it("are improved and never withdrawn, on the series' steps, by members (K2)", () => {
    const { bid, placed, events, tell, series, toClose, book } = commonsHouse();
    bid(1, 100n, 400);
    const again = (amount: bigint, rate: number, former = { amount: 100n, rate: 400 }) =>
      tell("bonds", "BidPlaced", placed(1, amount, rate, former));
    impossibleInCommons(events, again(99n, 375), /does not improve/);
    impossibleInCommons(events, again(100n, 425), /does not improve/);
    impossibleInCommons(events, again(100n, 400), /does not improve/);
    impossibleInCommons(events, again(100n, 390), /at 390, which is no step/);
    impossibleInCommons(events, again(100n, 175), /at 175, which is no step/);
    impossibleInCommons(events, tell("bonds", "BidPlaced", placed(2, 9n, 200)), /less than 10/);
    const stranger = { ...placed(2, 50n, 200), memberId: 3 };
    impossibleInCommons(events, tell("bonds", "BidPlaced", stranger), /does not speak for member 3/);
    const neighbour = { ...placed(9, 50n, 200), memberId: 0 };
    impossibleInCommons(events, tell("bonds", "BidPlaced", neighbour), /in no recognised co-op/);
    bid(1, 120n, 375);
    expect(series().bids.get(account(1))).to.include({ amount: 120n, rate: 375, memberId: 1 });
    expect(disagreementsIn(book())).to.deep.equal([]);
    events.push(again(130n, 375, { amount: 119n, rate: 375 }));
    expect(disagreementsIn(book())).to.deep.equal(["BidPlaced, former amount: 119, not 120"]);
    toClose();
    impossibleInCommons(events, again(200n, 375), /after bidding closed/);
  });

  it("are open to members of a co-op that was recognised (K2)", () => {
    const { add, placed, series } = commonsHouse();
    const register = account(0x77);
    add("bonds", "RegisterRecognised", { register, recognised: true });
    add("bonds", "Introduced", { account: account(9), register });
    add("bonds", "BidPlaced", { ...placed(9, 50n, 200), memberId: 0 });
    expect(series().bids.get(account(9))).to.include({ amount: 50n, memberId: 0 });
  });

  it("clear at a rate that follows from them, and become units and refunds that follow from it", () => {
    const { series, book, units, add, moved } = issued();
    expect(disagreementsIn(book())).to.deep.equal([]);
    expect(units).to.equal(901n);
    expect(series()).to.include({ state: "live", units: 901n, sunk: 1n, excess: 1n });
    expect(series().clearing).to.deep.equal({ rate: 400, marginalRest: 400n, marginalAll: 600n });
    // 350 and 250 share 400: 233.3 and 166.7, rounded up.
    expect([...series().bids.values()].map((bid) => [bid.units, bid.refund])).to.deep.equal([
      [500n, 0n],
      [234n, 116n],
      [167n, 83n],
      [0n, 100n],
    ]);
    add("bonds", "RefundPaid", { series: 1n, bidder: account(2), amount: 116n });
    moved(BOND_BIDS + 1, 0, 116n, account(2));
    expect(series().bids.get(account(2))).to.include({ refund: 0n, refunded: 116n });
    add("bonds", "RefundPaid", { series: 1n, bidder: account(2), amount: 116n });
    expect(disagreementsIn(book())).to.deep.equal(["RefundPaid, amount: 116, not 0"]);
  });

  it("are all handed back when the target is missed (K1)", () => {
    const { bid, toClose, add, book, series } = commonsHouse();
    bid(1, 500n, 200);
    toClose();
    add("bonds", "SeriesFailed", { series: 1n, bid: 500n });
    add("bonds", "RefundPaid", { series: 1n, bidder: account(1), amount: 500n });
    expect(disagreementsIn(book())).to.deep.equal([]);
    expect(series().bids.get(account(1))).to.include({ amount: 0n, refunded: 500n });
  });

  it("are contradicted by a series that fails or clears otherwise than they say", () => {
    const failed = commonsHouse();
    failed.bid(1, 900n, 200);
    failed.toClose();
    failed.add("bonds", "SeriesFailed", { series: 1n, bid: 900n });
    expect(disagreementsIn(failed.book())).to.deep.equal(["SeriesFailed, target reached: false, not true"]);
    const cleared = commonsHouse();
    cleared.bid(1, 900n, 200);
    cleared.bid(2, 900n, 300);
    cleared.toClose();
    cleared.add("bonds", "SeriesCleared", { series: 1n, rate: 300, marginalRest: 0n, marginalAll: 900n });
    expect(disagreementsIn(cleared.book())).to.include("SeriesCleared, clearing rate: 300, not 200");
    const early = commonsHouse();
    early.bid(1, 900n, 200);
    const sooner = early.tell("bonds", "SeriesFailed", { series: 1n, bid: 900n });
    impossibleInCommons(early.events, sooner, /before bidding closed/);
  });
});

describe("Coupons and principal in the books", () => {
  it("fall due by the calendar and are received to the last fraction (K3)", () => {
    const { buy, rent, series, dates, book, transferred } = issued();
    buy();
    // Thirty days at 4 % on 901 are 3.003; a quarter of the principal is 225, of which rounding set 1 aside.
    expect(owedAt(series(), dates[0] ?? 0)).to.deep.equal({
      ...{ couponArrears: 0n, principalArrears: 0n, couponRunning: 3n, principalRunning: 224n },
    });
    rent({ upkeep: 10n, coupon: 3n, principal: 87n, income: 0n });
    expect(disagreementsIn(book())).to.deep.equal([]);
    expect(series()).to.include({ funded: 3n, sunk: 88n });
    const one = series().holders.get(account(1));
    // In parts: times all 901 units.
    expect(one && owedTo(series(), one)).to.equal(500n * 3n);

    // What accrued stays; arrears go with the unit.
    transferred(1, 5, 1n, 500n, 60);
    rent({ upkeep: 10n, coupon: 0n, principal: 90n, income: 0n });
    rent({ upkeep: 10n, coupon: 3n, principal: 87n, income: 0n }, { later: 40 * DAY });
    const [former, holder] = [1, 5].map((n) => series().holders.get(account(n)));
    expect(former && owedTo(series(), former)).to.equal(500n * 3n);
    expect(holder && owedTo(series(), holder)).to.equal(500n * 3n);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("are claimed rounded down; the fraction stays the holder's", () => {
    const { buy, rent, add, series, book, moved } = issued();
    buy();
    rent({ upkeep: 10n, coupon: 3n, principal: 87n, income: 0n });
    const claimed = { series: 1n, holder: account(1), coupon: 1n, units: 0n, principal: 0n };
    add("bonds", "BondClaimed", claimed);
    moved(BOND_SERVICE + 1, 0, 1n, account(1));
    const one = series().holders.get(account(1));
    expect(one?.owed).to.equal(500n * 3n - 901n);
    add("bonds", "BondClaimed", claimed);
    expect(disagreementsIn(book())).to.deep.equal(["BondClaimed, coupon: 1, not 0"]);
  });

  it("are in arrears when rent does not come, and say since when", () => {
    const { buy, series, dates } = issued();
    buy();
    const [, first = 0, second = 0] = dates;
    expect(arrearsOf(series(), first - 1)).to.deep.equal({ due: 0n, funded: 0n });
    expect(arrearsOf(series(), second)).to.deep.equal({ due: 6n, funded: 0n, missingSince: first });
    expect(owedAt(series(), second)).to.include({ couponArrears: 6n, principalArrears: 449n });
  });

  it("do not come from nowhere: a rent that is shared otherwise is named", () => {
    const { buy, rent, book } = issued();
    buy();
    rent({ upkeep: 10n, coupon: 0n, principal: 90n, income: 0n });
    expect(disagreementsIn(book())).to.deep.equal(["RentPaid, coupon: 0, not 3", "RentPaid, principal: 90, not 87"]);
  });
});

describe("The end of a series in the books", () => {
  it("is at par once all is there, unit by unit (K5)", () => {
    const { buy, add, series, book, dates, now, transferred } = issued();
    buy();
    const [coupon, principal] = [12n, 900n];
    add("bonds", "SeriesFunded", { series: 1n, coupon, principal }, (dates.at(-1) ?? 0) - now());
    add("bonds", "SeriesRedeemed", { series: 1n, principal: 901n });
    expect(series()).to.include({ state: "redeemed", sunk: 901n, cursor: 4 });
    transferred(2, 0, 1n, 234n);
    add("bonds", "BondClaimed", { series: 1n, holder: account(2), coupon: 3n, units: 234n, principal: 234n });
    expect(disagreementsIn(book())).to.deep.equal([]);
    expect(series()).to.include({ units: 667n, sunk: 667n });
    const holder = series().holders.get(account(3));
    expect(holder && claimableOf(series(), holder)).to.deep.equal({ coupon: 2n, principal: 167n });
  });

  it("is announced a month before, and lapses a week after its date", () => {
    const { add, tell, events, series, book, dates, now } = issued();
    const [, first = 0, second = 0] = dates;
    const announced = (dateIndex: number, date: number) =>
      ["bonds", "RedemptionAnnounced", { series: 1n, dateIndex: BigInt(dateIndex), date }] as const;
    impossibleInCommons(events, tell(...announced(4, dates[4] ?? 0)), /none before maturity/);
    impossibleInCommons(events, tell(...announced(1, first)), /too near/);
    add(...announced(2, second));
    expect(series()).to.include({ lastDate: 2 });
    // Half of the principal a period now.
    expect(owedAt(series(), first)).to.include({ principalArrears: 449n, principalRunning: 451n });
    const lapsed = ["bonds", "RedemptionLapsed", { series: 1n, dateIndex: 2n }] as const;
    impossibleInCommons(events, tell(...lapsed, second + 7 * DAY - now()), /comes before/);
    expect(owedAt(series(), second + 7 * DAY + 1)).to.include({ principalArrears: 449n });
    events.push({ ...tell(...lapsed), timestamp: second + 7 * DAY + 1 });
    expect(series().lastDate).to.equal(4);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("in default gives every unit the same part, whoever comes first (K5)", () => {
    const roll = dice(7);
    for (let n = 0; n < 300; n++) {
      const holders = Array.from({ length: 1 + roll(8) }, () => BigInt(1 + roll(1_000)));
      const all = holders.reduce((sum, one) => sum + one, 0n);
      const pot = BigInt(roll(Number(all)));
      let [left, rest] = [all, pot];
      for (const units of holders) {
        const part = (rest * units) / left;
        // Never less than its part of the first pot, and at most the rounding of the others more.
        expect(part >= (pot * units) / all).to.equal(true);
        expect(part <= (pot * units) / all + BigInt(holders.length)).to.equal(true);
        [left, rest] = [left - units, rest - part];
      }
      expect(rest).to.equal(0n);
    }
  });

  it("does not exist for units that nobody has, but moving none of what never was is nothing", () => {
    const { tell, events, add, transferred } = issued();
    const sent = (id: bigint, value: bigint) =>
      tell("bonds", "TransferSingle", { operator: account(1), from: account(1), to: account(2), id, value });
    impossibleInCommons(events, sent(1n, 501n), /from .*, who has fewer/);
    impossibleInCommons(events, sent(2n, 1n), /series 2, which never opened/);
    transferred(1, 2, 2n ** 255n, 0n);
    add("bonds", "HolderReplaced", { series: 2n ** 255n, former: account(1), current: account(2) });
    expect(commonsOf(events).disagreements).to.deep.equal([]);
  });

  it("moves with its holder to another account of the same member, coupons and refunds too (M6)", () => {
    const { buy, rent, add, series, book, transferred } = issued();
    buy();
    rent({ upkeep: 10n, coupon: 3n, principal: 87n, income: 0n });
    add("register", "Recovered", { memberId: 2, former: account(2), newAccount: account(0x22) });
    transferred(2, 0x22, 1n, 234n, 60);
    add("bonds", "HolderReplaced", { series: 1n, former: account(2), current: account(0x22) });
    const [former, current] = [account(2), account(0x22)].map((one) => series().holders.get(one));
    expect(former).to.include({ units: 0n, owed: 0n });
    expect(current).to.include({ units: 234n, owed: 234n * 3n });
    expect(series().bids.get(account(0x22))).to.include({ refund: 116n, inherited: true });
    expect(disagreementsIn(book())).to.deep.equal([]);
  });
});

describe("Coupons among holders", () => {
  it("are all somebody's, to the last part, whatever comes in and whoever sells to whom and takes", () => {
    const roll = dice(11);
    for (let n = 0; n < 20; n++) {
      const { buy, rent, add, series, book, transferred, moved } = issued();
      buy();
      for (let i = 0; i < 25; i++) {
        const [from, to] = [1 + roll(4), 1 + roll(4)];
        const holder = series().holders.get(account(from));
        const units = holder?.units ?? 0n;
        const does = roll(3);
        if (does === 0) transferred(from, to, 1n, units === 0n ? 0n : BigInt(roll(Number(units) + 1)), 60);
        else if (does === 1) {
          const coupon = owedAt(series(), book().upTo?.timestamp ?? 0);
          const all = coupon.couponArrears + coupon.couponRunning;
          if (all > 0n) rent({ upkeep: 0n, coupon: all, principal: 0n, income: 0n }, { later: roll(20 * DAY) });
        } else if (holder) {
          const { coupon } = claimableOf(series(), holder);
          if (coupon === 0n) continue;
          add("bonds", "BondClaimed", { series: 1n, holder: account(from), coupon, units: 0n, principal: 0n });
          moved(BOND_SERVICE + 1, 0, coupon, account(from));
        }
      }
      const holders = [...series().holders.values()];
      const parts = holders.reduce((sum, one) => sum + one.coupons * 901n + owedTo(series(), one), 0n);
      expect(parts).to.equal(series().funded * 901n);
    }
  });
});
