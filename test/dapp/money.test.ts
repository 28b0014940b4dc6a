// What the pages of the treasury make of the journal: accounts with running balances, what is owed beside what is held, the chart.
import { expect } from "chai";
import type { Address } from "viem";
import { zeroAddress, zeroHash } from "viem";
import {
  type Account,
  bondsPayable,
  claimOn,
  DIVIDENDS,
  DIVIDENDS_HELD,
  held,
  incomeOf,
  RESERVE_HELD,
} from "../../books/chart.ts";
import { emptyCommons } from "../../books/commons.ts";
import { BOND_SERVICE, OPERATING, SHARE_CAPITAL } from "../../books/funds.ts";
import { credit, debit, type Entry } from "../../books/journal.ts";
import type { Series } from "../../books/model/commons.ts";
import { BANDS, historyOf, ticksUpTo, totalOf } from "../../dapp/src/features/commons/chart/history.ts";
import { accountCsv } from "../../dapp/src/features/commons/ledger/csv.ts";
import { accountLedger, accountsIn, entriesIn } from "../../dapp/src/features/commons/ledger/lines.ts";
import { searchIn } from "../../dapp/src/features/commons/ledger/search.ts";
import { coverageIn, obligationsOf } from "../../dapp/src/features/commons/obligations.ts";
import { dayBegins, spanOfDays } from "../../dapp/src/shared/format/days.ts";

const DAY = 86_400;
const FIRST = Date.UTC(2026, 0, 1) / 1_000;
const EURO: Address = `0x${"e".repeat(40)}`;
const MONEY = held(OPERATING);
const INCOME = incomeOf(OPERATING);

let block = 0n;
function entry(day: number, from: Account, to: Account, amount: bigint, what = "paid in"): Entry {
  block += 1n;
  const postings = [debit(to, amount), credit(from, amount)];
  return {
    ...{ at: FIRST + day * DAY, block, logIndex: 0, tx: zeroHash, asset: EURO, memo: zeroHash, party: zeroAddress },
    ...{ what, postings },
  };
}

describe("The ledger on the page", () => {
  const entries = [
    entry(0, INCOME, MONEY, 500n),
    entry(1, INCOME, MONEY, 70n, '=HYPERLINK("http://x")'),
    entry(1, MONEY, INCOME, 20n),
    entry(3, INCOME, MONEY, 5n),
  ];

  it("has the balance after every line, and brings forward what was before the first day", () => {
    const { opening, lines, closing, debits, credits } = accountLedger(
      entries,
      MONEY,
      spanOfDays("2026-01-02", "2026-01-02"),
    );
    expect({ opening, closing, debits, credits }).to.deep.equal({
      opening: 500n,
      closing: 550n,
      debits: 70n,
      credits: 20n,
    });
    expect(lines.map(({ balance }) => balance)).to.deep.equal([570n, 550n]);
  });

  it("lets a credit add to what came in, and a debit take away from it", () => {
    const { lines } = accountLedger(entries, INCOME, spanOfDays(undefined, undefined));
    expect(lines.map(({ balance }) => balance)).to.deep.equal([500n, 570n, 550n, 555n]);
  });

  it("takes the last day whole, and the day after it not at all", () => {
    expect(entriesIn(entries, spanOfDays(undefined, "2026-01-02"))).to.have.lengthOf(3);
    expect(entriesIn(entries, spanOfDays("2026-01-02", undefined))).to.have.lengthOf(3);
  });

  it("knows the accounts that were posted to, by their numbers", () => {
    expect(accountsIn(entries.slice(2)).map(({ code }) => code)).to.deep.equal([1010, 4010]);
  });

  it("reads an address that says anything", () => {
    expect(searchIn({ account: ["x"], from: "2026-02-31", to: "2026-02-28", asset: 7 })).to.deep.equal({
      to: "2026-02-28",
    });
    expect(["", "1-1-2026", "2026-13-01", 20_260_101, "2026-01-01T00:00"].map(dayBegins)).to.deep.equal(
      Array(5).fill(undefined),
    );
    expect(dayBegins("2026-01-01")).to.equal(FIRST);
  });

  it("is a table that no spreadsheet takes for a formula", () => {
    const csv = accountCsv(accountLedger(entries, MONEY, spanOfDays(undefined, undefined)), MONEY, { decimals: 2 });
    expect(csv.split("\r\n")[3]).to.match(/,"'=HYPERLINK\(""http:\/\/x""\)",.*,0\.70,,5\.70$/);
  });
});

describe("What the co-op owes", () => {
  const series = new Map([[1, { id: 1, state: "live", sunk: 30n, target: 100n } as Series]]);
  const book = { ...emptyCommons(), series };

  it("stands beside what is held for it, and bonds apart, because they are repaid over time", () => {
    const entries = [
      entry(0, claimOn(SHARE_CAPITAL), held(SHARE_CAPITAL), 900n),
      entry(0, DIVIDENDS, DIVIDENDS_HELD, 40n),
      entry(0, bondsPayable(1), held(BOND_SERVICE + 1), 100n),
      entry(0, INCOME, MONEY, 5_000n),
    ];
    const obligations = obligationsOf(entries, EURO, book);
    expect(obligations.map(({ owed, held: there }) => [owed, there])).to.deep.equal([
      [900n, 900n],
      [40n, 40n],
      [0n, 70n],
      [100n, 30n],
    ]);
    expect(coverageIn(obligations)).to.deep.equal({
      ...{ owed: 940n, held: 1_010n, missing: 0n, overTime: 100n, setAside: 30n },
    });
  });

  it("is short where a fund holds less than is owed of it, whatever another one has", () => {
    const entries = [
      entry(0, claimOn(SHARE_CAPITAL), held(SHARE_CAPITAL), 900n),
      entry(0, DIVIDENDS, DIVIDENDS_HELD, 40n),
      entry(1, DIVIDENDS_HELD, held(SHARE_CAPITAL), 15n),
    ];
    expect(coverageIn(obligationsOf(entries, EURO, emptyCommons())).missing).to.equal(15n);
  });
});

describe("The chart of what the co-op held", () => {
  it("has a point a day, week or longer, so that there are never too many, and the last is now", () => {
    const entries = [entry(0, INCOME, MONEY, 100n), entry(2.5, INCOME, RESERVE_HELD, 11n)];
    const days = historyOf(entries, FIRST + 3.2 * DAY);
    expect(days.map(totalOf)).to.deep.equal([100n, 100n, 100n, 111n, 111n]);
    expect(days.at(-1)?.until).to.equal(FIRST + 3.2 * DAY);
    expect(days.at(-1)?.amounts).to.deep.equal([100n, 0n, 0n, 0n, 11n]);
    for (const span of [69, 71, 500, 4_000, 40_000]) {
      expect(historyOf(entries, FIRST + span * DAY)).to.have.lengthOf.within(2, 72);
    }
    expect(historyOf([], FIRST)).to.deep.equal([]);
  });

  it("puts every fund into one band, those of machines and auctions together", () => {
    const funds = [1, 2, 3, 4, 6, 7, 8, 9, 10, BOND_SERVICE + 4, (1 << 17) + 4, (1 << 18) + 4].map(held);
    const bands = funds.map((account) => BANDS.flatMap(({ has }, i) => (has(account) ? [i] : [])));
    expect(bands).to.deep.equal([[0], [1], [2], [1], [1], [1], [2], [3], [2], [3], [3], [3]]);
  });

  it("is measured in round figures that reach over the highest point", () => {
    expect(ticksUpTo(109_146)).to.deep.equal([0, 50_000, 100_000, 150_000]);
    expect(ticksUpTo(0)).to.deep.equal([0]);
    for (const most of [0.02, 1, 7, 99, 100, 101, 2_345_678]) {
      expect(ticksUpTo(most).at(-1)).to.be.at.least(most);
      expect(ticksUpTo(most).length).to.be.within(4, 6);
    }
  });
});
