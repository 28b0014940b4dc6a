import { expect } from "chai";
import type { Auction } from "../../books/commons.ts";
import { commonsDutiesOf } from "../../dapp/src/features/home/commonsDuties.ts";
import { fundFigures } from "../../dapp/src/features/home/fundFigures.ts";
import { dueFor, mistakeInAuctionBid, outcomeOf } from "../../dapp/src/features/machines/auction.ts";
import {
  debtorsOf,
  likelyAmounts,
  missingToGiveBack,
  mistakeInRent,
} from "../../dapp/src/features/machines/renting.ts";
import { debtsOf, machineStanding, mayBeCancelled, whyNoBid } from "../../dapp/src/features/machines/standing.ts";
import { everyPeriod } from "../../dapp/src/features/machines/words.ts";
import { rentIsLate, rentStanding } from "../../dapp/src/shared/commons/standing.ts";
import { centsUp, moneyInField, parseMoney, partsInCents } from "../../dapp/src/shared/format/money.ts";
import { boughtMachine, commonsWith, DAY, EURO, euros, leaseOf, liveSeries, openSeries } from "./commons-helpers.ts";
import { accountOf, memberOf, NOW, smallCoop } from "./helpers.ts";

const UNIT = { symbol: "EUR", decimals: 6 };

function auctionOf(part: Partial<Auction> = {}): Auction {
  return { kind: "rent", toAnyone: false, floor: 1n, openedAt: NOW - DAY, closesAt: NOW + DAY, bids: [], ...part };
}
const bidBy = (member: number, amount: number) => ({
  ...{ bidder: accountOf(member), memberId: member, amount: BigInt(amount) * EURO, deposit: 0n, at: NOW },
});

describe("Where a lease stands", () => {
  it("is paid as long as every rent that fell due is", () => {
    expect(rentStanding(leaseOf(), NOW)).to.deep.equal({
      ...{ is: "paid", unpaid: 0n, endsAt: NOW + 260 * DAY, next: { at: NOW + 20 * DAY, amount: 100n * EURO } },
    });
    expect(rentStanding(leaseOf(), NOW + 13 * DAY).is).to.equal("soon");
  });

  it("is late from the first rent that is not paid in full, and forfeit after the grace", () => {
    const lease = leaseOf({ paid: 250n * EURO });
    const since = NOW - 10 * DAY;
    expect(rentStanding(lease, NOW - 1)).to.deep.include({ is: "late", since, unpaid: 50n * EURO, endsAt: NOW });
    expect(rentStanding(lease, NOW).is).to.equal("forfeit");
    expect(rentIsLate({ lease }, NOW)).to.equal(true);
    expect(rentIsLate({ lease: leaseOf() }, NOW)).to.equal(false);
  });

  it("counts what was paid ahead", () => {
    const { next } = rentStanding(leaseOf({ paid: 430n * EURO }), NOW);
    expect(next).to.deep.equal({ at: NOW + 50 * DAY, amount: 70n * EURO });
    expect(rentStanding(leaseOf({ paid: 1_200n * EURO }), NOW).next).to.equal(undefined);
  });

  it("is over with its term", () => {
    const lease = leaseOf({ paid: 1_200n * EURO });
    expect(rentStanding(lease, NOW + 260 * DAY).is).to.equal("over");
  });
});

describe("Where a machine stands", () => {
  it("follows its bonds until it is bought", () => {
    const machine = boughtMachine({ state: "ordered" });
    const series = openSeries();
    expect(machineStanding(machine, series, NOW)).to.equal("bids");
    expect(machineStanding(machine, series, series.terms.closesAt)).to.equal("counting");
    expect(machineStanding(machine, liveSeries(), NOW)).to.equal("to-buy");
    expect(machineStanding(machine, undefined, NOW)).to.equal("to-buy");
    expect(machineStanding(machine, openSeries({ state: "failed" }), NOW)).to.equal("not-funded");
  });

  it("then its lease or its auction", () => {
    expect(machineStanding(boughtMachine(), undefined, NOW)).to.equal("let");
    expect(machineStanding(boughtMachine({ lease: leaseOf({ paid: 0n }) }), undefined, NOW)).to.equal("late");
    const { lease: _, ...idle } = boughtMachine({ state: "idle" });
    expect(machineStanding(idle, undefined, NOW)).to.equal("idle");
    expect(machineStanding({ ...idle, auction: auctionOf() }, undefined, NOW)).to.equal("auction");
    expect(machineStanding({ ...idle, auction: auctionOf({ closesAt: NOW }) }, undefined, NOW)).to.equal(
      "auction-over",
    );
  });

  it("can be cancelled when its bonds failed, or sixty days after they closed", () => {
    const machine = boughtMachine({ state: "ordered" });
    const live = liveSeries();
    const late = live.terms.closesAt + 60 * DAY;
    expect(mayBeCancelled(machine, openSeries({ state: "failed" }), NOW, false)).to.equal(true);
    expect(mayBeCancelled(machine, live, late - 1, false)).to.equal(false);
    expect(mayBeCancelled(machine, live, late, false)).to.equal(true);
    expect(mayBeCancelled(machine, live, NOW, true)).to.equal(true);
    expect(mayBeCancelled(machine, openSeries(), late, true), "bids are counted first").to.equal(false);
    expect(mayBeCancelled(boughtMachine(), live, late, true)).to.equal(false);
  });
});

describe("Paying rent", () => {
  it("is for who leases the machine, and for who leased it and owes", () => {
    const machine = boughtMachine({
      lease: leaseOf({ paid: 250n * EURO }),
      debts: new Map([
        [4, 70n * EURO],
        [5, 0n],
      ]),
    });
    const [present, former, ...more] = debtorsOf(machine, NOW);
    expect(present).to.deep.equal({ lessee: 3, leases: true, most: 950n * EURO, late: 50n * EURO, next: 100n * EURO });
    expect(former).to.deep.equal({ lessee: 4, leases: false, most: 70n * EURO, late: 70n * EURO, next: 0n });
    expect(more).to.deep.equal([]);
    expect(present && likelyAmounts(present).map(({ amount }) => amount / EURO)).to.deep.equal([50n, 150n]);
    expect(former && likelyAmounts(former).map(({ amount }) => amount / EURO)).to.deep.equal([70n]);
  });

  it("is never more than is owed, or than one has", () => {
    const mistake = (amount: bigint, money: bigint) =>
      mistakeInRent(amount * EURO, { most: 950n * EURO, leases: true }, money * EURO, euros);
    expect(mistake(950n, 950n)).to.equal(undefined);
    expect(mistake(951n, 2_000n)).to.match(/still comes to €950/);
    expect(mistake(100n, 99n)).to.match(/not enough money/);
  });

  it("goes to the end of the running period before a machine is given back", () => {
    expect(missingToGiveBack(leaseOf(), NOW)).to.equal(100n * EURO);
    expect(missingToGiveBack(leaseOf({ paid: 400n * EURO }), NOW)).to.equal(0n);
  });

  it("is shown in whole cents that add up", () => {
    const parts = [100_000n, 109_315_068n, 775_510_204n, 265_074_728n];
    const shown = partsInCents(parts, UNIT);
    expect(shown.every((part) => part % 10_000n === 0n)).to.equal(true);
    expect(shown.reduce((a, b) => a + b)).to.equal(1_150n * EURO);
    for (const [i, part] of shown.entries()) {
      expect(Number(part - (parts[i] ?? 0n)), String(i)).to.be.within(-9_999, 9_999);
    }
  });

  it("is written in a field as it is read from one", () => {
    expect(moneyInField(1_250_500_000n, UNIT)).to.equal("1250.50");
    expect(parseMoney(moneyInField(1_250_500_000n, UNIT), UNIT)).to.equal(1_250_500_000n);
    expect(centsUp(26_532_701n, UNIT)).to.equal(26_540_000n);
    expect(centsUp(26_530_000n, UNIT)).to.equal(26_530_000n);
  });

  it("is due so often", () => {
    expect([DAY, 7 * DAY, 30 * DAY].map(everyPeriod)).to.deep.equal(["a day", "a week", "every 30 days"]);
  });
});

describe("Bidding for a machine", () => {
  it("takes the whole bid, or what it adds to an own one that leads", () => {
    const auction = auctionOf({ bids: [bidBy(1, 20), bidBy(2, 30)] });
    expect(dueFor(auction, accountOf(1), 40n * EURO)).to.equal(40n * EURO);
    expect(dueFor(auction, accountOf(2), 40n * EURO)).to.equal(10n * EURO);
    const mistake = (amount: bigint, money: bigint) =>
      mistakeInAuctionBid(auction, accountOf(2), amount, money * EURO, String);
    expect(mistake(30_299_999n, 1n)).to.match(/at least 30300000/);
    expect(mistake(30_300_000n, 1n)).to.equal(undefined);
    expect(mistake(32n * EURO, 1n)).to.match(/not enough money/);
  });

  it("for a rent is for members who owe none and are not suspended (K6, M4)", () => {
    const may = { memberId: 1, debts: 0n, suspended: false };
    const rent = auctionOf();
    expect(whyNoBid(rent, may)).to.equal(undefined);
    expect(whyNoBid(rent, { ...may, debts: 1n })).to.match(/owe rent/);
    expect(whyNoBid(rent, { ...may, suspended: true })).to.match(/suspended/);
    expect(whyNoBid(rent, { ...may, memberId: undefined })).to.match(/Only members/);
    const sale = auctionOf({ kind: "sale" });
    expect(whyNoBid(sale, { ...may, debts: 1n, suspended: true })).to.equal(undefined);
    expect(whyNoBid(sale, { ...may, memberId: undefined })).to.match(/Only members/);
    expect(whyNoBid({ ...sale, toAnyone: true }, { ...may, memberId: undefined })).to.equal(undefined);
  });

  it("without a bid goes from rent to a sale to members, and then to anyone (K6)", () => {
    const bids = [bidBy(1, 20)];
    expect(outcomeOf(auctionOf({ bids }))).to.equal("let");
    expect(outcomeOf(auctionOf())).to.equal("sell-next");
    expect(outcomeOf(auctionOf({ kind: "sale", bids }))).to.equal("sell");
    expect(outcomeOf(auctionOf({ kind: "sale" }))).to.equal("anyone-next");
    expect(outcomeOf(auctionOf({ kind: "sale", toAnyone: true }))).to.equal("nothing");
  });
});

describe("What the commons ask of a member", () => {
  const coop = smallCoop();
  const person = memberOf(coop, 1);
  const idle = () => {
    const { lease: _, ...machine } = boughtMachine({ state: "idle" });
    return machine;
  };
  const duties = (book: ReturnType<typeof commonsWith>, now = NOW) =>
    commonsDutiesOf(coop, book, { account: person.account, person, unit: EURO }, now);

  it("to lend while bids are taken, until it has bid", () => {
    const series = openSeries();
    const book = commonsWith(boughtMachine({ state: "ordered" }), series);
    expect(duties(book).toLend).to.deep.equal([series]);
    expect(duties(book, series.terms.closesAt).toLend).to.deep.equal([]);
    expect(duties(book, series.terms.closesAt).toCount).to.deep.equal([series]);
    series.bids.set(person.account.toLowerCase(), {} as never);
    expect(duties(book).toLend).to.deep.equal([]);
  });

  it("to bid for a machine that is free, again when it was outbid, and not while it owes rent", () => {
    const free = { ...idle(), auction: auctionOf() };
    expect(duties(commonsWith(free)).toBidFor).to.deep.equal([{ machine: free, outbid: false }]);
    free.auction.bids.push(bidBy(1, 20));
    expect(duties(commonsWith(free)).toBidFor).to.deep.equal([]);
    free.auction.bids.push(bidBy(2, 30));
    expect(duties(commonsWith(free)).toBidFor).to.deep.equal([{ machine: free, outbid: true }]);
    const owing = commonsWith({ ...free, debts: new Map([[1, EURO]]) });
    expect(duties(owing).toBidFor).to.deep.equal([]);
    expect(debtsOf(owing, 1)).to.equal(EURO);
    expect(duties(commonsWith(free), NOW + 2 * DAY).toSettle).to.deep.equal([free]);
  });

  it("to bid on nothing while a guardian stopped bids (G1)", () => {
    const book = commonsWith({ ...idle(), auction: auctionOf() }, openSeries());
    book.halts.push({ guardian: accountOf(9), from: NOW - 1, until: NOW + 10 });
    expect(duties(book)).to.deep.include({ toLend: [], toBidFor: [] });
    expect(duties(book, NOW + 10).toBidFor).to.have.length(1);
  });

  it("to take back the deposit of a bid that was outbid", () => {
    const book = commonsWith(idle());
    book.deposits.set(person.account.toLowerCase(), 22n * EURO);
    expect(duties(book).toTakeBack).to.deep.equal([22n * EURO]);
  });
});

describe("The funds on the first page", () => {
  it("are named, and those of machines added up", () => {
    const [service, bids, purchase] = [(1 << 16) + 3, (1 << 17) + 4, (1 << 18) + 5];
    const figures = fundFigures([
      [purchase, 3n],
      [1, 10n],
      [service, 1n],
      [bids, 2n],
    ]);
    expect(figures).to.deep.equal([
      ["Operating fund", 10n],
      ["For machines and their bonds", 6n],
    ]);
  });
});
