// Exports of imagined co-ops: what each file says, and that ledger programs take tokens that call themselves anything.
import { expect } from "chai";
import { PLACE } from "../../books/apply/founding.ts";
import { applyToBooks, emptyBooks } from "../../books/books.ts";
import type { BookEvent } from "../../books/event.ts";
import { exportFiles } from "../../books/export/files.ts";
import { CHECKERS, type Checker, refusalBy, requireChecker } from "../helpers/ledger-checkers.ts";
import { countPostings, withPostings } from "../helpers/postings.ts";
import { moduleOf } from "./house.ts";
import { marketHouse, STRANGER } from "./market-house.ts";
import { ASSET, account, hash } from "./sample.ts";

const OTHER = account(0xe1);
const MARKET = moduleOf(PLACE.market);

function moneyed() {
  const all = marketHouse();
  const moved = (from: number, to: number, amount: bigint, party = account(9), asset = ASSET) =>
    all.add("treasury", "Moved", { from, to, asset, party, amount, memo: hash(0) }, 0);
  moved(0, 1, 5_000n);
  return { ...all, moved };
}

function filesOf(events: readonly BookEvent[], symbol = "EUR", decimals = 2): (name: string) => string {
  const books = emptyBooks();
  for (const event of events) expect(applyToBooks(books, event)).to.deep.equal([]);
  const token = { address: ASSET, symbol, decimals };
  const files = exportFiles(books, { chainId: 1, directory: account(0xc0), block: 1n, token });
  return (name) => {
    const file = files.find((one) => one.name === name);
    if (!file) throw new Error(`There is no ${name} among ${files.map((one) => one.name)}.`);
    return file.text;
  };
}

/** Rows of a table by the names of its columns. */
function rowsOf(text: string): Record<string, string>[] {
  const [header = [], ...rows] = text
    .trim()
    .split("\r\n")
    .map((row) => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell.replaceAll('"', "")));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

describe("An export", () => {
  it("has every fee as a row, with the fare that was awarded, its three parts and the points (J2, J5, A3)", () => {
    const { offer, accept, done, confirm, dispute, rule, events } = moneyed();
    const whole = offer({ tip: 7n });
    accept(whole);
    done(whole);
    confirm(whole);
    const half = offer({ customer: 50 });
    accept(half, 3);
    done(half);
    dispute(half, 3);
    rule(half, 5_000);
    const rows = rowsOf(filesOf(events)("fees.csv"));
    expect(rows).to.have.length(2);
    expect(rows[0]).to.include({ job: "1", fare: "10.00", "fare awarded": "10.00", fee: "1.00", period: "1" });
    expect(rows[0]).to.include({ "commons part": "0.50", "operating part": "0.50", "reserve part": "0.00" });
    expect(rows[0]).to.include({ "points of work": "0.25", "points of custom": "0.25", provider: "member 2" });
    expect(rows[1]).to.include({ "fare awarded": "5.00", fee: "0.50", "how it ended": "ruled by an arbiter" });
    expect(rows[1]).to.include({ "reserve part": "0.13", customer: STRANGER });
  });

  it("tells each movement once, whichever modules tell of it, and by number whose it is", () => {
    const { offer, accept, done, confirm, remit, moved, events, book } = moneyed();
    const ride = offer();
    accept(ride);
    done(ride);
    confirm(ride);
    const task = offer({ role: 3, fare: 400n });
    moved(1, 0, 400n, MARKET);
    expect(task).to.equal(2);
    const { operating, commons } = book().gathered;
    remit();
    moved(0, 1, operating, MARKET);
    moved(0, 3, commons, MARKET);
    const rows = rowsOf(filesOf(events)("movements.csv"));
    expect(rows.map(({ what, from, to, amount, who }) => [what, from, to, amount, who])).to.deep.equal([
      ["paid in", "outside", "operating fund", "50.00", account(9)],
      ["job 1, paid into escrow", "outside", "escrow", "10.00", "member 1"],
      ["job 1 ended, pay", "escrow", "outside", "9.00", "member 2"],
      ["job 1 ended, fee", "escrow", "fees gathered", "1.00", "member 2"],
      ["work for the co-op", "operating fund", "escrow", "4.00", "the market"],
      ["members' part of fees", "fees gathered", "operating fund", "0.50", "the market"],
      ["commons part of fees", "fees gathered", "commons fund", "0.50", "the market"],
    ]);
  });

  it("says in the table of postings what each account stands at, debits above zero", () => {
    const { moved, events } = moneyed();
    moved(1, 0, 1_200n);
    const rows = rowsOf(filesOf(events)("journal.csv"));
    expect(rows.map(({ account, amount, balance }) => [account, amount, balance])).to.deep.equal([
      ["Assets:Treasury:Operating-Fund", "50.00", "50.00"],
      ["Income:Operating", "-50.00", "-50.00"],
      ["Assets:Treasury:Operating-Fund", "-12.00", "38.00"],
      ["Expenses:Operating", "12.00", "12.00"],
    ]);
  });

  it("lets no name of a class be taken for a formula", () => {
    const { events } = moneyed();
    const renamed = events.map((event) =>
      event.name === "ClassDeclared" ? { ...event, args: { ...event.args, name: "=1+1" } } : event,
    );
    expect(rowsOf(filesOf(renamed)("members.csv"))[0]).to.include({ member: "1", class: "'=1+1" });
  });

  it("keeps other assets apart, in smallest units, with statements of their own", () => {
    const { add, moved, events } = moneyed();
    add("treasury", "AssetListed", { asset: OTHER, listed: true });
    moved(0, 1, 7n, account(9), OTHER);
    const name = `T-${OTHER.slice(2, 24).toUpperCase()}`;
    const file = filesOf(events);
    expect(file("balance-sheet.csv")).to.contain("treasury: operating fund,50.00,50.00").and.not.contain(",7");
    expect(file(`balance-sheet-${name}.csv`)).to.contain("treasury: operating fund,7,7");
    expect(file("journal.beancount")).to.contain(`Assets:Treasury:Operating-Fund  7 ${name}`);
  });

  for (const checker of Object.keys(CHECKERS) as Checker[]) {
    it(`is accepted by ${checker} before any money moved`, function () {
      requireChecker(this, checker);
      expect(refusalBy(checker, filesOf([])(CHECKERS[checker].file))).to.equal(undefined);
    });

    it(`is accepted by ${checker} whatever the token calls itself, and with other assets`, function () {
      requireChecker(this, checker);
      this.timeout(30_000);
      const { add, moved, events } = moneyed();
      add("treasury", "AssetListed", { asset: OTHER, listed: true });
      moved(0, 1, 7n, account(9), OTHER);
      moved(1, 0, 3n, account(9), OTHER);
      for (const [symbol, decimals] of [
        ["EUR", 2],
        ["TRUE", 18],
        ['€ "; drop', 6],
        ["1INCH", 0],
        ["x", 6],
        ["A".repeat(60), 6],
      ] as const) {
        const text = filesOf(events, symbol, decimals)(CHECKERS[checker].file);
        expect(refusalBy(checker, text), symbol).to.equal(undefined);
      }
      const text = filesOf(events)(CHECKERS[checker].file);
      const other = new Map([[countPostings(text) - 1, 1n]]);
      expect(refusalBy(checker, withPostings(text, other))).to.match(/balance/i);
    });
  }
});
