// What an accountant and an auditor get of the demo's co-op: journals that the real hledger and the real beancount accept, and refuse once a
// posting differs by one smallest unit; statements that say what the contracts' figures say; proofs that check themselves.
import { expect } from "chai";
import hre from "hardhat";
import type { Books, Token } from "../../books/books.ts";
import { claimableOf } from "../../books/coupons.ts";
import { exportFiles } from "../../books/export/files.ts";
import { proofFiles } from "../../books/export/proof.ts";
import { verifyProof } from "../../books/export/verify-proof.ts";
import { incomeDue } from "../../books/income.ts";
import type { Entry } from "../../books/journal.ts";
import { holdingOf } from "../../books/share-ledger.ts";
import { spansOf } from "../../books/statements/accounts.ts";
import { balanceSheetOf } from "../../books/statements/balance-sheet.ts";
import { cashFlowOf } from "../../books/statements/cash-flow.ts";
import { incomeStatementOf } from "../../books/statements/income-statement.ts";
import { memberStatementOf } from "../../books/statements/member.ts";
import { dividendDown } from "../../books/surplus-math.ts";
import { deploy, firstBlockDate, seed } from "../../scripts/demo/seed.ts";
import { CHECKERS, type Checker, refusalBy, requireChecker } from "../helpers/ledger-checkers.ts";
import { balancedThroughout, readLived } from "../helpers/lived-books.ts";
import { countPostings, withPostings } from "../helpers/postings.ts";

describe("The books of the demo's co-op", function () {
  this.timeout(180_000);
  let token: Token;
  let books: Books;
  let entries: Entry[];
  let of: Parameters<typeof exportFiles>[1];
  let files: Map<string, string>;
  let now: number;

  before(async () => {
    const connection = await hre.network.create({ network: "default", override: { initialDate: firstBlockDate() } });
    const world = await seed(connection, await deploy(connection));
    const { directory } = world.coop;
    const lived = await readLived({ provider: connection.provider, directory });
    token = lived.token;
    ({ books, entries } = balancedThroughout(lived.events, token.address));
    now = books.coop.upTo?.timestamp ?? 0;
    of = { chainId: 31_337, directory, block: books.coop.upTo?.blockNumber ?? 0n, token };
    files = new Map(exportFiles(books, of).map(({ name, text }) => [name, text]));
  });

  it("are in balance after every event, with nothing on its way after any transaction", () => {
    expect(entries.length).to.be.greaterThan(300);
    expect(balanceSheetOf(entries, token.address).difference).to.equal(0n);
  });

  for (const checker of Object.keys(CHECKERS) as Checker[]) {
    it(`are accepted by ${checker}, and refused once one posting differs by one unit`, function () {
      requireChecker(this, checker);
      const text = files.get(CHECKERS[checker].file) ?? "";
      expect(refusalBy(checker, text)).to.equal(undefined);
      const last = countPostings(text) - 1;
      for (const [posting, by] of [
        [0, 1n],
        [Math.floor(last / 2), -1n],
        [last, 1n],
      ] as const) {
        expect(refusalBy(checker, withPostings(text, new Map([[posting, by]]))), `posting ${posting}`).to.be.a(
          "string",
        );
      }
      // Both sides of one entry: it is in balance, and what its accounts stand at is not what it was.
      const both = new Map([
        [0, 1n],
        [1, -1n],
      ]);
      expect(refusalBy(checker, withPostings(text, both)), "both sides").to.match(/balance/i);
    });
  }

  it("say of each fund's part of the equity what the fund holds", () => {
    const { coop, market } = books;
    const { equity } = balanceSheetOf(entries, token.address);
    const part = (name: string) => equity.find(({ account }) => account.name === name)?.amount ?? 0n;
    const held = (fund: number) => coop.funds.get(fund)?.get(token.address.toLowerCase()) ?? 0n;
    const { gathered } = market;
    expect(part("operating fund")).to.equal(held(1) + gathered.operating);
    expect(part("commons fund")).to.equal(held(3) + gathered.commons);
    expect(part("community fund")).to.equal(held(10));
    expect(part("share capital")).to.equal(coop.shares.units * (coop.shares.terms?.par ?? 0n));
    expect(part("indivisible reserve")).to.equal(coop.reserve.booked + gathered.reserve);
  });

  it("add up: a year's result, what was divided of it and what stays; and every fund's money from its opening to its closing", () => {
    const { address } = token;
    const spans = spansOf(entries);
    const [all, ...years] = [...spans].reverse().map((span) => incomeStatementOf(entries, address, span));
    expect(years.reduce((sum, { kept }) => sum + kept, 0n)).to.equal(all?.kept);
    expect(all?.result).to.equal(balanceSheetOf(entries, address).result);
    for (const span of spans) {
      const { rows, totals } = cashFlowOf(entries, address, span);
      for (const row of [...rows, totals]) {
        expect(row.opening + row.operating + row.investing + row.financing + row.between).to.equal(row.closing);
      }
      expect(totals.between).to.equal(0n);
    }
  });

  it("have a statement of each member that ends where the member stands", () => {
    const { coop, commons, market } = books;
    const seen = { interest: 0n, dividends: 0n, coupons: 0n, income: 0n };
    for (const { id, account } of coop.members.values()) {
      const statement = memberStatementOf(books, id, now);
      const { units, interest, due } = holdingOf(coop, id, now);
      const periods = [...market.periods.values()].flatMap(({ declared, members, points }) => {
        const own = members.get(id);
        return declared && own && !own.isClaimed ? [dividendDown(own.work + own.custom, declared.pot, points)] : [];
      });
      const held = [...commons.series.values()].map((series) => {
        const holder = series.holders.get(account.toLowerCase());
        return { units: holder?.units ?? 0n, coupon: holder ? claimableOf(series, holder).coupon : 0n };
      });
      const expected = {
        shares: units * (coop.shares.terms?.par ?? 0n),
        interest,
        withdrawals: due,
        income: incomeDue(commons.income, id),
        dividends: periods.reduce((sum, amount) => sum + amount, 0n),
        bonds: held.reduce((sum, one) => sum + one.units, 0n),
        coupons: held.reduce((sum, one) => sum + one.coupon, 0n),
      };
      expect(statement?.balances, `member ${id}`).to.deep.equal(expected);
      for (const of of Object.keys(seen) as (keyof typeof seen)[]) seen[of] += expected[of];
    }
    for (const [what, sum] of Object.entries(seen)) expect(sum > 0n, what).to.equal(true);
    expect(memberStatementOf(books, 10_000, now)).to.equal(undefined);
  });

  it("come as a file each, and every fee as a row", () => {
    const names = [...files.keys()];
    expect(names).to.include.members([
      "READ-ME.txt",
      "movements.csv",
      "balance-sheet.csv",
      "members/1.csv",
      "providers/1.csv",
    ]);
    const bearing = [...books.market.jobs.values()].filter(
      ({ split }) => split && split.commons + split.operating > 0n,
    );
    expect(files.get("fees.csv")?.trim().split("\r\n")).to.have.length(1 + bearing.length);
    const postings = entries.reduce((sum, entry) => sum + entry.postings.length, 0);
    expect(files.get("journal.csv")?.trim().split("\r\n")).to.have.length(1 + postings);
  });

  it("prove every resolution from its bundle alone", () => {
    const proofs = proofFiles(books.coop, of, now);
    expect(proofs).to.have.length(books.coop.proposals.size);
    for (const { name, text } of proofs) expect(verifyProof(JSON.parse(text)), name).to.deep.equal([]);
  });
});
