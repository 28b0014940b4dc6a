// Statements: a member's ends where the member stands, whatever happened in whatever order; and what is income, what is not, and what became
// of it.
import { expect } from "chai";
import { applyToBooks, type Books, emptyBooks } from "../../books/books.ts";
import type { BookEvent } from "../../books/event.ts";
import { journalOf } from "../../books/journal.ts";
import type { Move } from "../../books/model.ts";
import { cutOf, holdingOf, settled } from "../../books/share-ledger.ts";
import { balanceSheetOf } from "../../books/statements/balance-sheet.ts";
import { cashFlowOf } from "../../books/statements/cash-flow.ts";
import { balanceSheetCsv, cashFlowCsv, incomeStatementCsv } from "../../books/statements/csv.ts";
import { incomeStatementOf } from "../../books/statements/income-statement.ts";
import { memberCsv, memberStatementOf } from "../../books/statements/member.ts";
import { DAY, house } from "./house.ts";
import { ASSET, account, dice, hash } from "./sample.ts";

const PAR = 10n;
const YEAR = Date.UTC(2026, 0) / 1_000;

function booksOf(events: readonly BookEvent[]): Books {
  const books = emptyBooks();
  for (const event of events) expect(applyToBooks(books, event)).to.deep.equal([]);
  return books;
}

function move(from: number, to: number, amount: bigint, rest: Partial<Move> = {}): Move {
  const told = { at: YEAR + DAY, tx: hash(1), block: 1n, logIndex: 0 };
  return { from, to, asset: ASSET, party: account(9), amount, memo: hash(0), ...told, ...rest };
}

/** One thing that may happen to the shares of a member now, or nothing. */
function nextAct(
  books: Books,
  roll: (n: number) => number,
  now: number,
): [string, Record<string, unknown>] | undefined {
  const { coop } = books;
  const { shares } = coop;
  const memberId = 1 + roll(3);
  const { units, interest } = holdingOf(coop, memberId, now + 60);
  switch (roll(6)) {
    case 0: {
      const bought = BigInt(2 + roll(20));
      return [
        "Subscribed",
        { memberId, account: account(memberId), units: bought, promised: 0n, amount: bought * PAR },
      ];
    }
    case 1: {
      const period = BigInt(shares.postings.length + 1);
      return ["InterestPosted", { period, rate: 1 + roll(500), unitDays: 0n, amount: 0n }];
    }
    case 2: {
      const inShares = roll(2) === 0 ? interest / PAR : 0n;
      const amount = inShares > 0n ? inShares * PAR : interest;
      return amount === 0n ? undefined : ["InterestClaimed", { memberId, amount, units: inShares }];
    }
    case 3: {
      const cut = shares.above > 4n ? BigInt(1 + roll(3)) : 0n;
      const told = { epoch: BigInt(shares.writeDowns.length), certificateId: 1n, units: cut, amount: cut * PAR };
      return cut === 0n ? undefined : ["WrittenDown", told];
    }
    case 4: {
      const cut = cutOf(settled(coop, memberId, now + 60));
      return cut === 0n ? undefined : ["HoldingCut", { memberId, units: cut }];
    }
    default: {
      const entry = shares.queue[shares.head];
      if (entry) return now + 60 < entry.payableFrom ? undefined : serve(coop, entry.id, entry.memberId, now);
      const entryId = BigInt(shares.queue.length);
      const payableFrom = BigInt(now + 60 + 90 * DAY);
      return units < 3n ? undefined : ["WithdrawalAsked", { entryId, memberId, units: 2n, payableFrom }];
    }
  }
}

function serve(coop: Books["coop"], id: number, memberId: number, now: number): [string, Record<string, unknown>] {
  const { queued } = settled(coop, memberId, now + 60).holding;
  const asked = coop.shares.queue[id]?.units ?? 0n;
  const units = asked < queued ? asked : queued;
  return ["WithdrawalServed", { entryId: BigInt(id), memberId, units, amount: units * PAR }];
}

describe("The statement of a member", () => {
  it("ends where the shares, the interest and what is due stand, whatever happened before", function () {
    this.timeout(20_000);
    const { tell, events, now } = house(3, 0);
    const books = booksOf(events);
    const roll = dice(11);
    const seen = new Set<string>();
    for (let i = 0; i < 400; i++) {
      const act = nextAct(books, roll, now());
      const event = act ? tell("shares", act[0], act[1]) : tell("token", "Transfer", {}, DAY * (1 + roll(20)));
      expect(applyToBooks(books, event)).to.deep.equal([]);
      seen.add(event.name);
      for (const memberId of [1, 2, 3]) {
        const { units, interest, due } = holdingOf(books.coop, memberId, now());
        const { balances } = memberStatementOf(books, memberId, now()) ?? {};
        expect(balances, `${event.name} ${i}`).to.include({ shares: units * PAR, interest, withdrawals: due });
      }
    }
    expect([...seen]).to.include.members(["InterestPosted", "InterestClaimed", "WrittenDown", "HoldingCut"]);
    expect([...seen]).to.include.members(["WithdrawalServed", "Subscribed"]);
  });

  it("is a table of what came, what went, and what stood afterwards", () => {
    const { add, events, now } = house(3, 0);
    add("shares", "Subscribed", { memberId: 1, account: account(1), units: 5n, promised: 0n, amount: 50n });
    add("shares", "WithdrawalAsked", {
      entryId: 0n,
      memberId: 1,
      units: 2n,
      payableFrom: BigInt(now() + 60 + 90 * DAY),
    });
    add("shares", "WithdrawalServed", { entryId: 0n, memberId: 1, units: 2n, amount: 20n }, 91 * DAY);
    add("shares", "Paid", { memberId: 1, account: account(1), fund: 6, amount: 20n });
    const statement = memberStatementOf(booksOf(events), 1, now());
    const rows = statement ? memberCsv(statement, 1).trim().split("\r\n") : [];
    expect(rows.map((row) => row.split(",").slice(1, 6).join())).to.deep.equal([
      "of,what,came,went,balance",
      "shares,paid for shares,5.0,,5.0",
      "shares,shares withdrawn,,2.0,3.0",
      "withdrawals,to be paid out,2.0,,2.0",
      "withdrawals,paid out,,2.0,0.0",
    ]);
  });
});

describe("The statements of a co-op", () => {
  it("have no income of a covered loss, and no cost of what is divided, moved or handed to the body (A1, A2, S4)", () => {
    const moves = [
      move(0, 1, 100n),
      move(0, 1, 30n, { via: "reserve" }),
      move(1, 7, 10n),
      move(1, 0, 15n, { via: "surplus" }),
      move(1, 10, 5n),
      move(1, 0, 20n),
      move(1, 0, 80n, { closed: true }),
      move(10, 0, 5n, { closed: true }),
    ];
    const entries = journalOf(moves);
    const { income, expenses, result, divided, kept } = incomeStatementOf(entries, ASSET, { from: 0, until: YEAR * 2 });
    const named = (lines: typeof income) =>
      Object.fromEntries(lines.map(({ account, amount }) => [account.name, amount]));
    expect(named(income)).to.deep.equal({ "operating income": 100n });
    expect(named(expenses)).to.deep.equal({ "operating costs": 20n });
    expect(named(divided)).to.deep.equal({
      "surpluses divided": 15n,
      "interest on shares": 10n,
      "handed to the asset-locked body": 85n,
    });
    expect([result, kept]).to.deep.equal([80n, -30n]);
    const { equity, totals } = balanceSheetOf(entries, ASSET);
    expect(named(equity)).to.deep.equal({
      "operating fund": 80n,
      "community fund": 5n,
      "handed to the asset-locked body": -85n,
    });
    expect(totals).to.deep.equal({ assets: 10n, liabilities: 10n, equity: 0n });
  });

  it("have the price of a machine in the commons fund, whose deposit it was before", () => {
    const entries = journalOf([move(0, 9, 70n), move(9, 3, 70n)]);
    const { equity, liabilities } = balanceSheetOf(entries, ASSET);
    expect(liabilities).to.deep.equal([]);
    expect(equity.map(({ account, amount }) => [account.name, amount])).to.deep.equal([["commons fund", 70n]]);
    const { totals } = cashFlowOf(entries, ASSET, { from: 0, until: Number.POSITIVE_INFINITY });
    expect(totals).to.include({ operating: 0n, investing: 70n, financing: 0n, between: 0n, closing: 70n });
  });

  it("have a column a year and one for all time, and begin each year with what the one before left", () => {
    const later = { at: YEAR + 400 * DAY };
    const entries = journalOf([move(0, 1, 100n), move(0, 2, 40n), move(1, 0, 30n, later), move(1, 7, 5n, later)]);
    const write = (amount: bigint) => String(amount);
    expect(balanceSheetCsv(entries, ASSET, write).split("\r\n").slice(0, 5)).to.deep.equal([
      "part,code,account,2026,2027,now",
      "assets,1010,treasury: operating fund,100,65,65",
      "assets,1020,treasury: share capital,40,40,40",
      "assets,1070,treasury: interest payable,0,5,5",
      "assets,,all assets,140,110,110",
    ]);
    expect(incomeStatementCsv(entries, ASSET, write)).to.contain("result,,result,100,-30,70");
    expect(cashFlowCsv(entries, ASSET, write)).to.contain("2027,treasury: operating fund,100,-30,0,0,-5,65");
  });
});
