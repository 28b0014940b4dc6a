// Machines in the books: orders, leases, rent through its steps, auctions, what a sale brings, and the journal of all of it.
import { expect } from "chai";
import { commonsOf } from "../../books/commons.ts";
import { coopOf } from "../../books/coop.ts";
import { bookValueAt, depreciationAt } from "../../books/depreciation.ts";
import type { BookEvent } from "../../books/event.ts";
import { AUCTIONS, BOND_SERVICE, MEMBER_INCOME } from "../../books/funds.ts";
import { checkBalance, imbalanceOf } from "../../books/journal.ts";
import { leastBid, rentArrears, rentDue, waterfallOf } from "../../books/leases.ts";
import { ledgerOf } from "../../books/ledger.ts";
import { commonsHouse, disagreementsIn, MACHINE, MONTH } from "./commons-house.ts";
import { DAY, impossibleInCommons } from "./house.ts";
import { ASSET, account, dice } from "./sample.ts";

const LEASE = { lessee: 1, rent: 100n, rentPeriod: MONTH, periods: 12, upkeepShare: 1_000, grace: 10 * DAY };

/** Machine 1 is let; nobody holds bonds of it. */
function let_() {
  const all = commonsHouse({ contribution: 1_000n });
  all.buy();
  return all;
}

describe("Machines in the books", () => {
  it("are numbered, and bought for what was approved once the money is there (K1)", () => {
    const { events, tell, bid, issue, buy, machine, book, add } = commonsHouse();
    const ordered = (machineId: bigint) => tell("machines", "MachineOrdered", { machineId, terms: MACHINE });
    impossibleInCommons(events, ordered(3n), /orders machine 3; the next is 2/);
    const bought = { machineId: 1n, seller: MACHINE.seller, price: MACHINE.price };
    impossibleInCommons(events, tell("machines", "MachineBought", bought), /before its bonds raised the money/);
    bid(1, 900n, 300);
    issue();
    buy();
    expect(machine()).to.include({ state: "let", owner: account(0x108) });
    expect(machine().lease).to.deep.include({ lessee: 1, rent: 100n, paid: 0n });
    expect(disagreementsIn(book())).to.deep.equal([]);
    impossibleInCommons(events, tell("machines", "MachineBought", bought), /which is let/);
    add("machines", "MachineOrdered", { machineId: 2n, terms: MACHINE });
    add("machines", "MachineCancelled", { machineId: 2n });
    expect(book().machines.get(2)?.state).to.equal("cancelled");
    const wrong = commonsHouse({ contribution: 1_000n });
    wrong.add("machines", "MachineBought", { ...bought, price: 999n });
    expect(disagreementsIn(wrong.book())).to.deep.equal(["MachineBought, price: 999, not 1000"]);
  });

  it("are let to whoever asked for them, on the terms that were approved", () => {
    const { events, tell, add, book } = commonsHouse({ contribution: 1_000n });
    const started = { machineId: 1n, lessee: 2, rent: 90n, rentPeriod: MONTH, periods: 12 };
    impossibleInCommons(events, tell("machines", "LeaseStarted", started), /which is ordered/);
    add("machines", "MachineBought", { machineId: 1n, seller: MACHINE.seller, price: MACHINE.price });
    add("machines", "LeaseStarted", started);
    expect(disagreementsIn(book())).to.deep.equal([
      "LeaseStarted, lessee: 2, not 1",
      "LeaseStarted, rent: 90, not 100",
    ]);
  });

  it("share rent in its order, and remember what is late (K3)", () => {
    const { rent, machine, book, events, tell } = let_();
    rent({ upkeep: 5n, coupon: 0n, principal: 0n, income: 45n });
    expect(machine().lease?.paid).to.equal(50n);
    expect(rentArrears({ ...LEASE, startedAt: 0, paid: 250n }, 4 * MONTH)).to.deep.equal({
      unpaid: 150n,
      since: 3 * MONTH,
    });
    expect(rentArrears({ ...LEASE, startedAt: 0, paid: 400n }, 5 * MONTH - 1)).to.deep.equal({ unpaid: 0n });
    expect(rentDue({ ...LEASE, startedAt: 0, paid: 0n }, 100 * MONTH)).to.equal(1_200n);
    rent({ upkeep: 6n, coupon: 0n, principal: 0n, income: 44n });
    expect(disagreementsIn(book())).to.deep.equal(["RentPaid, upkeep: 6, not 5", "RentPaid, income: 44, not 45"]);
    const paid = { machineId: 1n, lessee: 1, payer: account(1), upkeep: 0n, coupon: 0n, principal: 0n };
    impossibleInCommons(events, tell("machines", "RentPaid", { ...paid, income: 1_101n }), /owes 1100 at most/);
    const stranger = { ...paid, lessee: 2, income: 1n };
    impossibleInCommons(events, tell("machines", "RentPaid", stranger), /member 2 owes 0 at most/);
  });

  it("are taken back when rent is late beyond the grace; the debt stays the former lessee's", () => {
    const { events, tell, add, machine, book, rent, now } = let_();
    const begun = now();
    const ended = (how: number, arrears: bigint, later: number) =>
      ["machines", "LeaseEnded", { machineId: 1n, lessee: 1, how, arrears }, later] as const;
    impossibleInCommons(events, tell(...ended(2, 100n, MONTH + 9 * DAY)), /not late beyond the grace/);
    impossibleInCommons(events, tell(...ended(0, 0n, 60)), /before its term/);
    add(...ended(2, 100n, begun + MONTH + 10 * DAY - now()));
    expect(machine().debts.get(1)).to.equal(100n);
    expect(machine().formerLeases[0]).to.include({ how: "arrears", arrears: 100n });
    rent({ upkeep: 6n, coupon: 0n, principal: 0n, income: 54n });
    expect(machine().debts.get(1)).to.equal(40n);
    expect(disagreementsIn(book())).to.deep.equal([]);
    const other = let_();
    other.add("machines", "LeaseEnded", { machineId: 1n, lessee: 1, how: 1, arrears: 7n });
    expect(disagreementsIn(other.book())).to.deep.equal(["LeaseEnded, arrears: 7, not 0"]);
  });
});

describe("Auctions in the books", () => {
  /** A machine that was handed back, and a way to bid for it. */
  function idle() {
    const all = let_();
    const { add, now } = all;
    add("machines", "LeaseEnded", { machineId: 1n, lessee: 1, how: 1, arrears: 0n });
    const open = (kind: number, floor: bigint, toAnyone = false, later = 60) =>
      add(
        "machines",
        "AuctionOpened",
        { machineId: 1n, kind, toAnyone, floor, closesAt: now() + later + 14 * DAY },
        later,
      );
    const bid = (member: number, amount: bigint, told: Record<string, unknown> = {}, later = 60) =>
      [
        ...(["machines", "AuctionBid"] as const),
        {
          ...{ machineId: 1n, bidder: account(member), amount, deposit: amount, outbid: account(0), returned: 0n },
          ...{ closesAt: all.machine().auction?.closesAt, ...told },
        },
        later,
      ] as const;
    const settle = (name: string, args: Record<string, unknown>, later = 15 * DAY) =>
      add("machines", name, { machineId: 1n, ...args }, later);
    return { ...all, open, bid, settle };
  }

  it("go to the best bid, a hundredth better than the last; who is outbid finds its deposit (K6)", () => {
    const { open, bid, settle, add, tell, events, book, machine, rent } = idle();
    open(1, 1n);
    add(...bid(2, 200n));
    impossibleInCommons(events, tell(...bid(3, 201n)), /bids 201, less than 202/);
    impossibleInCommons(events, tell(...bid(9, 300n)), /who is no member/);
    add(...bid(3, 202n, { outbid: account(2), returned: 200n }));
    add(...bid(3, 250n, { deposit: 48n }));
    expect(book().deposits.get(account(2))).to.equal(200n);
    settle("LeaseStarted", { lessee: 3, rent: 250n, rentPeriod: MONTH, periods: 12 });
    rent({ upkeep: 25n, coupon: 0n, principal: 0n, income: 225n }, { lessee: 3, payer: 0, later: 0 });
    expect(machine().lease).to.include({ lessee: 3, rent: 250n, paid: 250n });
    add("machines", "DepositReturned", { account: account(2), amount: 200n });
    expect(disagreementsIn(book())).to.deep.equal([]);
    add("machines", "DepositReturned", { account: account(2), amount: 1n });
    expect(disagreementsIn(book())).to.deep.equal(["DepositReturned, amount: 1, not 0"]);
  });

  it("leave a day to answer, and are for sale when nobody rents, to members first, then to anyone (K6)", () => {
    const { open, bid, settle, add, book, machine, now, tell, events } = idle();
    open(1, 1n);
    settle("AuctionFailed", { kind: 1, toAnyone: false });
    const value = bookValueAt(machine(), now());
    open(2, value, false, 0);
    const soon = (machine().auction?.closesAt ?? 0) - 60 - now();
    impossibleInCommons(events, tell(...bid(2, value - 1n)), /less than/);
    settle("AuctionFailed", { kind: 2, toAnyone: false });
    open(2, value, true, 0);
    add(...bid(9, value, { closesAt: now() + 14 * DAY - 60 + DAY }, 14 * DAY - 60));
    expect(machine().auction?.closesAt).to.equal(now() + DAY);
    expect(soon).to.be.greaterThan(0);
    settle("MachineGone", { buyer: account(9), price: value, coupon: 0n, principal: 0n, commons: value }, DAY);
    expect(machine()).to.include({ state: "gone" });
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("name what does not follow: a floor, an opening to anyone, a buyer, a price", () => {
    const { open, bid, settle, add, book } = idle();
    open(1, 5n, true);
    settle("AuctionFailed", { kind: 1, toAnyone: true });
    open(2, 1n, false, 0);
    add(...bid(2, 300n, { deposit: 299n }));
    settle("MachineGone", { buyer: account(3), price: 400n, coupon: 0n, principal: 0n, commons: 400n });
    expect(disagreementsIn(book())).to.deep.equal([
      "AuctionOpened, for anyone: true, not false",
      "AuctionOpened, floor: 5, not 1",
      `AuctionOpened, floor: 1, not ${bookValueAt({ terms: MACHINE, boughtAt: 0 }, 0) - 1n - 11n}`,
      "AuctionBid, deposit: 299, not 300",
      `MachineGone, buyer: ${account(3)}, not ${account(2)}`,
      "MachineGone, price: 400, not 300",
    ]);
  });

  it("bid at least the floor, and a hundredth more than the best, rounded up", () => {
    const auction = { floor: 7n, bids: [] as { amount: bigint }[] };
    expect(leastBid(auction as never)).to.equal(7n);
    auction.bids.push({ amount: 101n });
    expect(leastBid(auction as never)).to.equal(103n);
  });
});

describe("What a machine brings at its end, in the books", () => {
  it("pays bond holders what is owed to them, and the rest is the commons' (K5)", () => {
    const all = commonsHouse();
    all.bid(1, 900n, 400);
    all.issue();
    all.buy();
    const { add, moved, book, series, machine, together, events } = all;
    add("machines", "LeaseEnded", { machineId: 1n, lessee: 1, how: 1, arrears: 0n });
    add("machines", "AuctionOpened", {
      machineId: 1n,
      kind: 2,
      toAnyone: false,
      floor: 500n,
      closesAt: all.now() + 60 + 14 * DAY,
    });
    const bid = { machineId: 1n, bidder: account(2), amount: 700n, deposit: 700n, outbid: account(0), returned: 0n };
    add("machines", "AuctionBid", { ...bid, closesAt: machine().auction?.closesAt });
    moved(0, AUCTIONS, 700n, account(2));
    const first = events.length;
    // Half of the first coupon of 3 has run up: 1.5, rounded down.
    add("bonds", "SeriesFunded", { series: 1n, coupon: 1n, principal: 699n }, 15 * DAY);
    add("bonds", "SeriesDefaulted", { series: 1n, units: 900n, principal: 699n }, 0);
    const gone = { buyer: account(2), price: 700n, coupon: 1n, principal: 699n, commons: 0n };
    add("machines", "MachineGone", { machineId: 1n, ...gone }, 0);
    moved(AUCTIONS, BOND_SERVICE + 1, 700n);
    together(events.slice(first));
    expect(disagreementsIn(book())).to.deep.equal([]);
    expect(series()).to.include({ state: "defaulted", sunk: 699n });
    balanced(all.events);
    const balances = checkBalance(ledgerOf(coopOf(events), ASSET, book())).get(ASSET);
    const amount = (name: string) => balances?.get(name)?.amount ?? 0n;
    expect(amount("bonds payable 1")).to.equal(699n);
    expect(amount("coupons payable 1")).to.equal(1n);
    expect(amount("machines at cost")).to.equal(0n);
    expect(amount("accumulated depreciation")).to.equal(0n);
    // It cost 1,000, is worth less by its wear, and brought 700.
    expect(amount("machines sold or lost")).to.equal(700n - (1_000n - machine().writtenOff));
    expect(amount("depreciation")).to.equal(-machine().writtenOff);
    expect(amount("bonds not repaid")).to.equal(201n);
  });

  it("wears evenly down to what remains, and no further", () => {
    const machine = { terms: { ...MACHINE, price: 1_001n, residual: 100n, usefulLife: 700 }, boughtAt: 1_000 };
    expect(depreciationAt({ terms: machine.terms }, 5_000)).to.equal(0n);
    const roll = dice(3);
    for (let n = 0; n < 500; n++) {
      const age = roll(900);
      const worn = depreciationAt(machine, 1_000 + age);
      const exact = (901n * BigInt(Math.min(age, 700)) * 1_000n) / 700n;
      expect(worn).to.equal(exact / 1_000n);
      expect(bookValueAt(machine, 1_000 + age)).to.equal(1_001n - worn);
    }
    expect(bookValueAt(machine, 1_700)).to.equal(100n);
  });

  it("shares a rent so that its steps add up to it, whatever it is", () => {
    const roll = dice(23);
    const all = commonsHouse();
    all.bid(1, 900n, 400);
    all.issue();
    const series = all.series();
    for (let n = 0; n < 500; n++) {
      const amount = BigInt(roll(2_000));
      const now = (all.dates[0] ?? 0) + roll(200 * DAY);
      const { upkeep, coupon, principal, income } = waterfallOf(amount, roll(3_001), series, now);
      expect(upkeep + coupon + principal + income).to.equal(amount);
      if (income > 0n) expect(waterfallOf(amount + 100n, 0, series, now).coupon >= coupon).to.equal(true);
      if (principal > 0n) expect(coupon).to.equal(waterfallOf(10n ** 9n, 0, series, now).coupon);
    }
  });
});

/** After every event. */
function balanced(events: readonly BookEvent[]): void {
  for (let i = 0; i <= events.length; i++) {
    const list = events.slice(0, i);
    const entries = ledgerOf(coopOf(list), ASSET, commonsOf(list));
    expect(imbalanceOf(checkBalance(entries), ASSET)).to.equal(0n);
  }
}

describe("The journal of the commons", () => {
  it("is in balance after every event, and knows what is whose", () => {
    const all = commonsHouse();
    all.bid(1, 500n, 400);
    all.bid(2, 500n, 400);
    all.issue();
    all.buy();
    all.rent({ upkeep: 10n, coupon: 3n, principal: 87n, income: 0n });
    all.rent({ upkeep: 30n, coupon: 0n, principal: 138n, income: 132n });
    const { events, add, moved, book } = all;
    add("income", "IncomePosted", posted(132n, 5n));
    add("income", "IncomeClaimed", { memberId: 2, account: account(2), amount: 26n });
    moved(MEMBER_INCOME, 0, 26n, account(2));
    add("bonds", "BondClaimed", { series: 1n, holder: account(1), coupon: 1n, units: 0n, principal: 0n });
    moved(BOND_SERVICE + 1, 0, 1n, account(1));
    moved(8, 0, 12n, account(0x5e));
    expect(disagreementsIn(book())).to.deep.equal([]);
    balanced(events);
    const balances = checkBalance(ledgerOf(coopOf(events), ASSET, book())).get(ASSET);
    const named = Object.fromEntries([...(balances ?? [])].map(([name, { amount }]) => [name, amount]));
    expect(named).to.deep.equal({
      "treasury: commons fund": 4_900n,
      "treasury: purchase of machine 1": 0n,
      "treasury: bids for bonds 1": 100n,
      "treasury: bond service 1": 3n + 87n + 138n - 1n,
      "treasury: upkeep fund": 40n - 12n,
      "treasury: member income": 132n - 26n,
      "machines at cost": 1_000n,
      "bids for bonds 1": 100n,
      "bonds payable 1": 900n,
      "coupons payable 1": 2n,
      "bond service 1": 0n,
      "member income": 106n,
      "commons fund": -100n,
      "given to the commons fund": 5_000n,
      "machines of the commons": 100n,
      rent: 400n,
      coupons: -3n,
      "income shared equally": -132n,
      upkeep: -12n,
    });
  });
});

/** What five members get of `amount`, and nothing is carried but what does not divide. */
function posted(amount: bigint, members: bigint) {
  const scaled = amount << 128n;
  return { amount, members, perHead: scaled / members, newest: 5, carried: scaled % members };
}
