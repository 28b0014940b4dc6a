// Why a member's income is what it is, what waits for it, and what machines are called.
import { expect } from "chai";
import type { Address } from "viem";
import { emptyCommons } from "../../books/commons.ts";
import type { Coop } from "../../books/coop.ts";
import { incomeDue, ONE, shared } from "../../books/income.ts";
import { emptyMarket } from "../../books/market.ts";
import type { CommonsBook, IncomePosting, RentPayment } from "../../books/model/commons.ts";
import type { Step } from "../../dapp/src/features/claims/claim.ts";
import { stepsOf } from "../../dapp/src/features/claims/claims.ts";
import { allPostings, bySource, whyIncome } from "../../dapp/src/features/income/why.ts";
import type { Modules } from "../../dapp/src/shared/chain/useCoop.ts";
import { nameIn, titleOfMachine } from "../../dapp/src/shared/commons/naming.ts";
import { memoOf } from "../../dapp/src/shared/motion/purpose.ts";
import { boughtMachine, EURO, liveSeries } from "./commons-helpers.ts";
import { accountOf, memberOf, NOW, openProposal, smallCoop } from "./helpers.ts";

const WORDS = "Cargo trailer, one axle, for chairs that do not fold";
const tx = (n: number) => `0x${n.toString(16).padStart(64, "0")}` as const;

/** Rent of the one machine: what of it came in for all. */
function rent(book: CommonsBook, n: number, amount: bigint, members: number, newest: number): void {
  const told = { at: NOW + n, tx: tx(n), block: BigInt(n) };
  const payment = { ...told, logIndex: 1, lessee: 3, payer: accountOf(3), upkeep: 0n, coupon: 0n, principal: 0n };
  book.machines.get(1)?.rents.push({ ...payment, income: amount } as RentPayment);
  post(book, { ...told, logIndex: 2, amount, members, newest });
}

function post(book: CommonsBook, posting: Omit<IncomePosting, "perHead">): void {
  const { income } = book;
  Object.assign(income, shared(income, posting.amount, posting.members));
  income.posted += posting.amount;
  income.postings.push({ ...posting, perHead: income.perHead });
}

/** Three rents: 10 by three members, 1 by four of whom the newest came last, 7 by the four. */
function story() {
  const coop = smallCoop();
  const book = emptyCommons();
  const machine = boughtMachine({
    orderedAt: NOW - 50,
    terms: { ...boughtMachine().terms, specification: memoOf(WORDS) },
  });
  book.machines.set(1, machine);
  const data = `0x12345678${memoOf(WORDS).slice(2)}` as const;
  openProposal(coop, {
    description: `A trailer\n\nMachine: ${WORDS}`,
    executedAt: NOW - 50,
    calldatas: [data],
    targets: [accountOf(98)],
  });
  rent(book, 1, 10n * EURO, 3, 3);
  rent(book, 2, 1n * EURO, 4, 4);
  rent(book, 3, 7n * EURO, 4, 4);
  return { coop, book };
}

describe("Why income is what it is (K4)", () => {
  it("tells each rent since a member entered, from which machine, and shared by how many", () => {
    const { coop, book } = story();
    const { lines } = whyIncome(coop, book, 4);
    expect(lines.map(({ amount, members, source }) => [amount / EURO, members, source.name])).to.deep.equal([
      [1n, 4, "Cargo trailer"],
      [7n, 4, "Cargo trailer"],
    ]);
  });

  it("adds up to the last unit: the lines, what rounding left, what was taken and what is due", () => {
    const { coop, book } = story();
    book.income.paidTo.set(1, 2n * EURO);
    const { lines, rest, total, taken, due } = whyIncome(coop, book, 1);
    const shown = lines.reduce((sum, { part }) => sum + part, 0n);
    expect(lines.map(({ part }) => part)).to.deep.equal([3_333_333n, 250_000n, 1_750_000n]);
    expect(shown + rest).to.equal(total);
    expect([total, taken, due]).to.deep.equal([5_333_333n, 2n * EURO, 3_333_333n]);
    expect(due).to.equal(incomeDue(book.income, 1));
  });

  it("shows parts of a unit that add up to one", () => {
    const { coop, book } = story();
    for (const n of [4, 5, 6]) rent(book, n, 10n * EURO, 3, 4);
    const { lines, rest, total } = whyIncome(coop, book, 1);
    expect(rest).to.equal(1n);
    expect(lines.reduce((sum, { part }) => sum + part, rest)).to.equal(total);
  });

  it("carries what came in while nobody was a member, and says so (K4)", () => {
    const { coop, book } = story();
    rent(book, 4, 3n * EURO, 0, 4);
    rent(book, 5, 1n * EURO, 2, 4);
    const last = allPostings(coop, book).slice(3);
    expect(last.map(({ members, carried, part }) => [members, carried, part])).to.deep.equal([
      [0, 0n, 0n],
      [2, 3n * EURO, 2n * EURO],
    ]);
    const { lines, rest, total } = whyIncome(coop, book, 4);
    expect(lines.map(({ members }) => members)).to.deep.equal([4, 4, 2]);
    expect(lines.reduce((sum, { part }) => sum + part, rest)).to.equal(total);
  });

  it("leaves who went what had come in until then", () => {
    const { coop, book } = story();
    book.income.ended.set(2, book.income.postings[0]?.perHead ?? 0n);
    const { lines, due } = whyIncome(coop, book, 2);
    expect(lines).to.have.lengthOf(1);
    expect(due).to.equal(3_333_333n);
  });

  it("names the resolution that gave something to all", () => {
    const { coop, book } = story();
    const [proposal] = coop.proposals.values();
    if (proposal) proposal.executedTx = tx(9);
    post(book, { at: NOW + 9, tx: tx(9), block: 9n, logIndex: 2, amount: EURO, members: 4, newest: 4 });
    const last = allPostings(coop, book).at(-1);
    expect(last?.source).to.include({ name: "Given to all by resolution" });
    expect(last?.source.proposal?.number).to.equal(1);
  });

  it("adds up by source, the most first", () => {
    const { coop, book } = story();
    post(book, { at: NOW, tx: tx(8), block: 9n, logIndex: 2, amount: 50n * EURO, members: 4, newest: 4 });
    const sums = bySource(allPostings(coop, book)).map(({ source, times, amount }) => [
      source.name,
      times,
      amount / EURO,
    ]);
    expect(sums).to.deep.equal([
      ["Came in for all", 1, 50n],
      ["Cargo trailer", 3, 18n],
    ]);
  });
});

describe("What waits for a member", () => {
  const place = (digit: string) => `0x${digit.repeat(40)}` as Address;
  const [income, bonds, shares, machines] = ["1", "2", "3", "4"].map(place);
  const modules = { income, bonds, shares, machines } as unknown as Modules;
  const steps = (coop: Coop, book: CommonsBook, who: number, now = NOW) =>
    stepsOf({ coop, book, market: emptyMarket(), modules, now }, accountOf(who));
  const listed = (all: Step[]) =>
    all.map(({ key, claims }) => [key, claims.map(({ id, expected }) => [id, expected] as const)] as const);

  it("is income and coupons of its bonds in one transaction, what its bids did not need and deposits in others", () => {
    const { coop, book } = story();
    const series = liveSeries({ funded: 10n * EURO });
    book.series.set(1, series);
    const bid = { bidder: accountOf(1), memberId: 1, offered: 5n, rate: 400, firstAt: NOW, amount: 0n };
    series.bids.set(accountOf(1).toLowerCase(), { ...bid, refund: 3n * EURO, refunded: 0n });
    book.deposits.set(accountOf(1).toLowerCase(), 9n);
    const all = steps(coop, book, 1);
    const due = incomeDue(book.income, 1);
    const [everything, ...others] = listed(all);
    expect(everything).to.deep.equal([
      "everything:1",
      [
        ["income:1", due],
        ["claim:1", 7_500_000n],
      ],
    ]);
    expect(others).to.deep.equal([
      ["refund-own:1", [["refund-own:1", 3n * EURO]]],
      ["return-deposit", [["return-deposit", 9n]]],
    ]);
    const [first] = all;
    if (!first) throw new Error("There is something to take.");
    const { functionName, args } = first.whole(first.claims);
    expect([functionName, args]).to.deep.equal(["claimAll", [1, [1n]]]);
    expect(first.whole(first.claims.slice(0, 1)).functionName).to.equal("claim");
  });

  it("is for every membership of the account, and its bonds once", () => {
    const { coop, book } = story();
    book.series.set(1, liveSeries({ funded: 10n * EURO }));
    memberOf(coop, 2).account = accountOf(1);
    expect(listed(steps(coop, book, 1)).map(([key, claims]) => [key, claims.map(([id]) => id)])).to.deep.equal([
      ["everything:1", ["income:1"]],
      ["everything:2", ["income:2", "claim:1"]],
    ]);
  });

  it("is nothing for who holds nothing", () => {
    const { coop, book } = story();
    expect(steps(coop, { ...book, income: emptyCommons().income }, 5)).to.deep.equal([]);
  });
});

describe("What a machine is called", () => {
  it("is what stands before the first comma of its public words", () => {
    expect(nameIn(WORDS)).to.equal("Cargo trailer");
    expect(nameIn("Van 3.5 t with a ramp")).to.equal("Van 3.5 t with a ramp");
    expect(nameIn("x".repeat(80))).to.have.lengthOf(60);
  });

  it("is its number where the words are not in the resolution", () => {
    const { coop, book } = story();
    const machine = book.machines.get(1);
    if (!machine) throw new Error("The story has a machine.");
    expect(titleOfMachine(coop, machine)).to.equal("Cargo trailer");
    expect(titleOfMachine(coop, { ...machine, terms: { ...machine.terms, specification: memoOf("else") } })).to.equal(
      "Machine 1",
    );
  });
});

it("readings are kept finely enough that nobody loses a unit", () => {
  const { perHead, carried } = shared({ perHead: 0n, carried: 0n }, 10n, 3);
  expect(perHead * 3n + carried).to.equal(10n * ONE);
});
