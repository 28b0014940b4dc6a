// The journal: every movement balanced, and the books in balance after each.
import { expect } from "chai";
import { BooksError } from "../../books/event.ts";
import { fundName } from "../../books/fund-names.ts";
import { BOND_SERVICE } from "../../books/funds.ts";
import {
  type Balances,
  checkBalance,
  type Entry,
  entryOf,
  imbalanceOf,
  journalOf,
  type Posting,
} from "../../books/journal.ts";
import type { Move } from "../../books/model.ts";
import { ASSET, account, dice, hash } from "./sample.ts";

const OTHER = account(0xe1);

function move(from: number, to: number, amount: bigint, asset = ASSET): Move {
  return { from, to, asset, party: account(9), amount, memo: hash(0), at: 0, tx: hash(1), block: 1n, logIndex: 0 };
}

function amounts(balances: Balances, asset = ASSET): Record<string, bigint> {
  return Object.fromEntries([...(balances.get(asset) ?? [])].map(([name, { amount }]) => [name, amount]));
}

describe("Journal", () => {
  it("books income, costs, share capital and transfers where they belong", () => {
    const entries = journalOf([move(0, 1, 100n), move(0, 2, 30n), move(1, 0, 40n), move(1, 7, 10n), move(7, 0, 4n)]);
    expect(amounts(checkBalance(entries))).to.deep.equal({
      "treasury: operating fund": 50n,
      "operating income": 100n,
      "treasury: share capital": 30n,
      "share capital": 30n,
      "operating costs": -40n,
      "treasury: interest payable": 6n,
      "interest on shares": -10n,
      "interest payable": 6n,
    });
  });

  it("keeps every asset in its own units", () => {
    const balances = checkBalance(journalOf([move(0, 1, 100n), move(0, 1, 7n, OTHER), move(1, 0, 2n, OTHER)]));
    expect(amounts(balances)["treasury: operating fund"]).to.equal(100n);
    expect(amounts(balances, OTHER)["treasury: operating fund"]).to.equal(5n);
  });

  it("is in balance after each of many movements between any funds", () => {
    const roll = dice(3);
    const funds = [0, 1, 2, 3, 4, 7, 9, 10, BOND_SERVICE + 3];
    const fund = () => funds[roll(funds.length)] as number;
    const moves = Array.from({ length: 500 }, () => move(fund(), fund(), BigInt(1 + roll(1_000)))).filter(
      ({ from, to }) => from !== to,
    );
    expect(imbalanceOf(checkBalance(journalOf(moves)), ASSET)).to.equal(0n);
    expect(fundName(BOND_SERVICE + 3)).to.equal("bond service 3");
  });

  it("says by how much and where the books are out", () => {
    const good = entryOf(move(0, 1, 100n));
    const [debit, credit] = good.postings as [Posting, Posting];
    const bad: Entry = { ...good, block: 7n, postings: [debit, { ...credit, credit: 99n }] };
    expect(() => checkBalance([good, bad])).to.throw(BooksError, "The books are 1 out after block 7, log 0.");
  });
});
