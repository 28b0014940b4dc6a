// Proposals about machines, bonds, budgets and gifts: from the form to the calls, and back into the same words.
import { expect } from "chai";
import { decodeFunctionData, zeroHash } from "viem";
import { machineRegisterAbi } from "../../books/abi.ts";
import { emptyCommons } from "../../books/commons.ts";
import type { CommonsBook } from "../../books/model/commons.ts";
import {
  type Disposal,
  mistakesIn,
  motionOf,
  NOTHING_WRITTEN,
  type Written,
} from "../../dapp/src/features/voting/newProposal.ts";
import { earliestClose, orderOf, yearOf } from "../../dapp/src/features/voting/orderWriting.ts";
import { inMonths } from "../../dapp/src/shared/commons/terms.ts";
import { actionsOf } from "../../dapp/src/shared/motion/actions.ts";
import { memoOf } from "../../dapp/src/shared/motion/purpose.ts";
import { defaultRules } from "../../scripts/deploy/charter.ts";
import { boughtMachine, DAY, EURO, liveSeries } from "./commons-helpers.ts";
import { accountOf, smallCoop } from "./helpers.ts";

const MODULES = {
  treasury: accountOf(61),
  assembly: accountOf(62),
  register: accountOf(63),
  directory: accountOf(64),
  bonds: accountOf(65),
  machines: accountOf(66),
} as const;
const KNOWN = new Map(Object.entries(MODULES).map(([name, address]) => [address.toLowerCase(), name]));
const settlement = { address: accountOf(70), name: "Test euro", symbol: "tEUR", decimals: 6 };
const NOW = Date.parse("2026-06-01T10:00:00Z") / 1_000;
const SELLER = accountOf(90);
const DISPOSAL: Disposal = { disposed: 0n, limit: 50_000n * EURO };

function house(): CommonsBook {
  const book = emptyCommons();
  book.funds
    .set(3, 5_000n * EURO)
    .set(1, 9_000n * EURO)
    .set(8, 400n * EURO);
  book.machines.set(1, boughtMachine());
  book.machines.set(2, boughtMachine({ id: 2, state: "idle", lease: undefined }));
  const dates = [0, 90, 180, 270, 360].map((day) => NOW + day * DAY);
  book.series.set(1, liveSeries({ dates, sunk: 400n * EURO }));
  return book;
}

const contextOf = (book = house()) => ({
  coop: { ...smallCoop(), rules: new Map([[1, defaultRules([6_000, 4_000])]]) },
  settlement,
  modules: MODULES,
  now: NOW,
  book,
  disposal: DISPOSAL,
  unposted: 120n * EURO,
});

const write = (part: Partial<Written>): Written => ({ ...NOTHING_WRITTEN, title: "T", text: "W.", ...part });

function mistakes(part: Partial<Written>): string[] {
  const { coop, now, ...more } = contextOf();
  return Object.keys(mistakesIn(write(part), coop, settlement, now, more)).sort();
}

/** What a form makes, read back in words. */
function readBack(part: Partial<Written>, context = contextOf()) {
  const motion = motionOf(write(part), context);
  if (!motion) throw new Error("The form makes no motion.");
  const [action] = actionsOf(motion, { ...context, commons: context.book, known: KNOWN as never });
  return { motion, action };
}

const ORDER: Partial<Written> = {
  what: "order",
  thing: "Cargo bike",
  details: "three wheels,\nmade in Ghent",
  price: "4800",
  contribution: "800",
  recipient: SELLER,
  member: "3",
  rent: "140",
  rents: "60",
  bidsUntil: "2026-09-30",
};

describe("Proposing a machine", () => {
  it("asks for what is missing, and for bonds only where they pay", () => {
    expect(mistakes({ what: "order" })).to.deep.equal(["member", "price", "recipient", "rent", "rents", "thing"]);
    expect(mistakes(ORDER)).to.deep.equal([]);
    expect(mistakes({ ...ORDER, contribution: "4800", lowest: "", years: "" })).to.deep.equal([]);
    expect(mistakes({ ...ORDER, lowest: "", years: "" })).to.deep.equal(["lowest", "years"]);
  });

  it("keeps figures within the bounds of the contracts", () => {
    expect(mistakes({ ...ORDER, highest: "15.25" })).to.deep.equal(["highest"]);
    expect(mistakes({ ...ORDER, lowest: "2.1" })).to.deep.equal(["lowest"]);
    expect(mistakes({ ...ORDER, upkeep: "31" })).to.deep.equal(["upkeep"]);
    expect(mistakes({ ...ORDER, contribution: "4801" })).to.deep.equal(["contribution"]);
    expect(mistakes({ ...ORDER, contribution: "5001", price: "9000" })).to.deep.equal(["contribution"]);
    expect(mistakes({ ...ORDER, rentDays: "367" })).to.deep.equal(["rentDays"]);
    expect(mistakes({ ...ORDER, residual: "4801" })).to.deep.equal(["residual"]);
    expect(mistakes({ ...ORDER, leastBid: "4001" })).to.deep.equal(["leastBid"]);
    expect(mistakes({ ...ORDER, years: "22", cycle: "1" })).to.deep.equal(["years"]);
    expect(mistakes({ ...ORDER, thing: "Bike, red" })).to.deep.equal(["thing"]);
  });

  it("does not close the bids before the members have decided", () => {
    const earliest = earliestClose(contextOf());
    expect(earliest).to.be.greaterThan(NOW + 31 * DAY);
    expect(earliest % DAY).to.equal(0);
    expect(mistakes({ ...ORDER, bidsUntil: "2026-06-20" })).to.deep.equal(["bidsUntil"]);
    expect(mistakes({ ...ORDER, bidsUntil: "" })).to.deep.equal([]);
  });

  it("becomes one order whose words are in the text", () => {
    const { motion } = readBack(ORDER);
    expect(motion.kind).to.equal(1);
    expect(motion.description).to.match(/\n\nMachine: Cargo bike, three wheels, made in Ghent$/);
    const { args } = decodeFunctionData({ abi: machineRegisterAbi, data: motion.calldatas[0] ?? "0x" });
    const [terms, series] = args as unknown as readonly [Record<string, unknown>, { plan: Record<string, number> }];
    expect(terms).to.include({
      price: 4_800n * EURO,
      contribution: 800n * EURO,
      lessee: 3,
      periods: 60,
      rentPeriod: 30 * DAY,
    });
    expect(terms.specification).to.equal(memoOf("Cargo bike, three wheels, made in Ghent"));
    const closes = Date.parse("2026-09-30T00:00:00Z") / 1_000;
    expect(series).to.include({ closesAt: closes, lowestRate: 200, highestRate: 600, minimumBid: 100n * EURO });
    expect(series.plan).to.include({ issueDate: closes, anchor: closes, every: 3, unit: 1, dayCount: 0 });
    expect(new Date((series.plan.maturity ?? 0) * 1_000).toISOString()).to.equal("2030-09-30T00:00:00.000Z");
  });

  it("reads back with its amounts, who pays and who is paid", () => {
    const { action } = readBack(ORDER);
    expect(action?.sentence).to.equal(
      "Buys “Cargo bike” for €4,800.00 from the outside account 0xaaaa…aA5A, and lets it to member 3 (driver) for €140.00 every 30 days.",
    );
    expect(action?.detail).to.equal("What it is: Cargo bike, three wheels, made in Ghent.");
    expect(action?.account?.toLowerCase()).to.equal(SELLER.toLowerCase());
    const facts = Object.fromEntries(action?.facts?.map(({ name, says }) => [name, says]) ?? []);
    expect(facts["Who pays"]).to.equal(
      "€4,000.00 from bonds, for which members bid, and €800.00 from the commons fund",
    );
    expect(facts.Rent).to.equal("60 times, €8,400.00 in all; 10 % of each is for upkeep");
    expect(facts.Interest).to.equal("From 30 Sept 2026, paid every quarter (actual days, of 365 a year)");
    expect(facts.Repaid).to.match(/^On 30 Sept 2030;/);
  });

  it("says nothing of bonds where the commons fund pays all", () => {
    const { action } = readBack({ ...ORDER, contribution: "4800" });
    expect(action?.facts?.map(({ name }) => name)).to.deep.equal(["Who pays", "Rent", "Late rent", "In the books"]);
  });

  it("shows what a year looks like, in figures that add up", () => {
    const order = orderOf(write(ORDER), contextOf());
    if (!order) throw new Error("The form can be read.");
    const { rents, upkeep, coupon, principal, income } = yearOf(order, 600);
    expect([coupon, principal]).to.deep.equal([240n * EURO, 1_000n * EURO]);
    expect(upkeep + coupon + principal + income).to.equal(rents);
    expect(yearOf({ ...order, rent: 10n * EURO }, 600).income < 0n).to.equal(true);
  });

  it("counts months as the contracts do", () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1_000;
    expect(inMonths(day("2027-01-31"), 1)).to.equal(day("2027-02-28"));
    expect(inMonths(day("2027-01-31"), 2)).to.equal(day("2027-03-31"));
    expect(inMonths(day("2027-11-30"), 3)).to.equal(day("2028-02-29"));
  });
});

describe("Proposals about bonds and machines that are there", () => {
  it("help to repay bonds, up to what is missing", () => {
    expect(mistakes({ what: "topUp", series: "1", amount: "600.01" })).to.deep.equal(["amount"]);
    expect(mistakes({ what: "topUp", series: "2", amount: "1" })).to.deep.equal(["series"]);
    const { motion, action } = readBack({ what: "topUp", series: "1", amount: "600" });
    expect(motion.kind).to.equal(1);
    expect(action?.sentence).to.equal("Sets €600.00 from the commons fund aside to repay the bonds of machine 1.");
  });

  it("repay bonds early on a coupon day that is far enough off", () => {
    expect(mistakes({ what: "redeem", series: "1", couponDate: "0" })).to.deep.equal(["couponDate"]);
    expect(mistakes({ what: "redeem", series: "1", couponDate: "4" })).to.deep.equal(["couponDate"]);
    const { action } = readBack({ what: "redeem", series: "1", couponDate: "2" });
    expect(action?.sentence).to.contain("repaid early, on 28 Nov 2026, at par");
  });

  it("put a machine up for sale, or write it off, by extraordinary resolution", () => {
    expect(mistakes({ what: "sell", machine: "1", amount: "300" })).to.deep.equal(["machine"]);
    const sale = readBack({ what: "sell", machine: "2", amount: "300" });
    expect(sale.motion.kind).to.equal(2);
    expect(sale.action?.sentence).to.contain("up for sale, for €300.00 or more, to members first");
    const gone = readBack({ what: "writeOff", machine: "1" });
    expect([gone.motion.kind, gone.action?.unknown]).to.deep.equal([2, undefined]);
  });

  it("let another co-op's members lend, or no longer", () => {
    expect(mistakes({ what: "recognise", recipient: "3", grant: "" })).to.deep.equal(["grant", "recipient"]);
    const { action } = readBack({ what: "recognise", recipient: SELLER, grant: "yes" });
    expect(action?.sentence).to.match(/^Lets members of the co-op whose member register is 0xaaaa…aa5a bid/i);
    expect(readBack({ what: "recognise", recipient: SELLER, grant: "no" }).action?.sentence).to.match(
      /^No longer lets/,
    );
  });
});

describe("Proposals about funds", () => {
  const BUDGET: Partial<Written> = {
    what: "budget",
    fund: "1",
    amount: "900",
    purpose: "Repairs of our machines",
    budgetUntil: "2026-12-31",
  };

  it("grant a budget to an office, within a year", () => {
    expect(mistakes({ ...BUDGET, budgetUntil: "2026-06-20" })).to.deep.equal(["budgetUntil"]);
    expect(mistakes({ ...BUDGET, budgetUntil: "2027-12-31" })).to.deep.equal(["budgetUntil"]);
    expect(mistakes({ ...BUDGET, fund: "8" })).to.deep.equal(["amount"]);
    const { motion, action } = readBack(BUDGET);
    expect(motion.description).to.match(/\n\nBudget for: Repairs of our machines$/);
    expect(action?.sentence).to.equal(
      "Lets the treasurer pay up to €900.00 out of the operating fund until 31 Dec 2026.",
    );
    expect(action?.detail).to.equal("For: Repairs of our machines");
  });

  it("become extraordinary beyond what ordinary resolutions may part with (V7)", () => {
    const context = { ...contextOf(), disposal: { disposed: 49_500n * EURO, limit: 50_000n * EURO } };
    const { motion, action } = readBack(BUDGET, context);
    expect(motion.kind).to.equal(2);
    expect(action?.detail).to.contain("Also beyond what ordinary resolutions may part with.");
  });

  it("book what arrived unasked, no more than there is (A9)", () => {
    const gift: Partial<Written> = { what: "gift", amount: "120", purpose: "A rider's estate", giftFund: "4" };
    expect(mistakes({ ...gift, amount: "120.01" })).to.deep.equal(["amount"]);
    const { action } = readBack(gift);
    expect(action?.sentence).to.equal(
      "Books €120.00 that arrived unasked to the member income, shared at once by all members.",
    );
    expect(action?.detail).to.equal("For: A rider's estate");
  });

  it("keep a book for another token, and close it", () => {
    expect(mistakes({ what: "asset", recipient: settlement.address, grant: "yes" })).to.deep.equal(["recipient"]);
    expect(mistakes({ what: "asset", recipient: SELLER, grant: "no" })).to.deep.equal(["recipient"]);
    const { action } = readBack({ what: "asset", recipient: SELLER, grant: "yes" });
    expect(action?.sentence).to.match(/^Keeps a book from now on/);
  });

  it("pay out of the fund that was chosen, no more than it holds", () => {
    const pay: Partial<Written> = { what: "pay", recipient: "3", amount: "400", purpose: "Tyres", payFund: "8" };
    expect(mistakes({ ...pay, amount: "401" })).to.deep.equal(["amount"]);
    expect(readBack(pay).action?.sentence).to.equal("Pays €400.00 from the upkeep fund to member 3 (driver).");
  });

  it("without public words say whom to ask", () => {
    const { motion } = readBack(BUDGET);
    const [action] = actionsOf({ ...motion, description: "T" }, { ...contextOf(), known: KNOWN as never });
    expect(action?.detail).to.contain(`fingerprint ${memoOf("Repairs of our machines").slice(0, 10)}`);
    expect(memoOf("")).to.not.equal(zeroHash);
  });
});
