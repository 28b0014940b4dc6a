// The journal of the market, of a surplus and of dividends: balanced after every event, and what it says is held is what the book says
// is somebody's (A4, A5, A6, J2).
import { expect } from "chai";
import { PLACE } from "../../books/apply/founding.ts";
import { coopOf } from "../../books/coop.ts";
import { disposalOf } from "../../books/disposal.ts";
import type { BookEvent } from "../../books/event.ts";
import { JobEnd } from "../../books/job.ts";
import { checkBalance } from "../../books/journal.ts";
import { ledgerOf } from "../../books/ledger.ts";
import { marketOf } from "../../books/market.ts";
import { moduleOf } from "./house.ts";
import { disagreementsIn, marketHouse, together } from "./market-house.ts";
import { ASSET, account, hash } from "./sample.ts";

const MARKET = moduleOf(PLACE.market);
const SURPLUS = moduleOf(PLACE.surplus);

function accountsOf(events: readonly BookEvent[]): Record<string, bigint> {
  const balances = checkBalance(ledgerOf(coopOf(events), ASSET, undefined, marketOf(events)));
  return Object.fromEntries([...(balances.get(ASSET) ?? [])].map(([name, { amount }]) => [name, amount]));
}

/** Balanced after every event of a stream. */
function balancedThroughout(events: readonly BookEvent[]): void {
  for (let i = 0; i <= events.length; i++) accountsOf(events.slice(0, i));
}

function moneyed() {
  const all = marketHouse();
  const moved = (from: number, to: number, amount: bigint, party = account(9)) =>
    all.add("treasury", "Moved", { from, to, asset: ASSET, party, amount, memo: hash(0) }, 0);
  moved(0, 1, 5_000n);
  return { ...all, moved };
}

describe("The journal of the market", () => {
  it("owes what is in escrow until the job ends, and then what could not be delivered (J2)", () => {
    const { offer, accept, done, confirm, add, jobOf, events, book } = moneyed();
    const [open, id] = [offer({ tip: 7n }), offer()];
    accept(id);
    done(id);
    expect(accountsOf(events)).to.include({ "market: escrow": 2_007n, "escrow of jobs": 2_007n });
    confirm(id);
    add("market", "PaymentHeld", { jobId: BigInt(id), account: account(2), amount: 900n }, 0);
    expect(book().owed.get(account(2))).to.equal(900n);
    expect(jobOf(id).held).to.deep.equal([{ account: account(2), amount: 900n }]);
    expect(accountsOf(events)).to.include({
      ...{ "market: escrow": 1_007n, "escrow of jobs": 1_007n },
      ...{ "market: payments that wait": 900n, "payments that wait": 900n },
      // Income by the part it goes to, as soon as the job has ended.
      ...{ "market: fees gathered": 100n, "fees of the market": 50n, "fees for the commons": 50n },
    });
    add("market", "Collected", { account: account(2), to: account(22), amount: 900n });
    expect(accountsOf(events)).to.include({
      ...{ "market: payments that wait": 0n, "payments that wait": 0n },
    });
    expect(jobOf(open).held).to.deep.equal([]);
    balancedThroughout(events);
  });

  it("has fees as income when a job ends, and work for the co-op at what it cost", () => {
    const { offer, accept, dispute, done, rule, back, remit, moved, events, book } = moneyed();
    const paid = offer({ role: 3 });
    moved(1, 0, 1_000n, MARKET);
    const undone = offer({ role: 3, fare: 400n });
    moved(1, 0, 400n, MARKET);
    accept(paid);
    done(paid);
    dispute(paid, 2);
    rule(paid, 5_000);
    back(undone, JobEnd.Withdrawn);
    // Half of the fare, less its fee; half of it and all of the other come back.
    expect(book().gathered).to.deep.equal({ operating: 925n, commons: 25n, reserve: 0n });
    remit();
    moved(0, 1, 925n, MARKET);
    moved(0, 3, 25n, MARKET);
    expect(accountsOf(events)).to.include({
      ...{ "market: escrow": 0n, "market: fees gathered": 0n, "escrow of jobs": 0n, "fees on their way": 0n },
      ...{ "work for the co-op": -500n, "fees of the market": 25n, "fees for the commons": 25n },
      ...{ "treasury: operating fund": 4_525n, "treasury: commons fund": 25n },
    });
    balancedThroughout(events);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("has nothing on its way once fees are in their funds and the reserve, also those of a market that was replaced (A3)", () => {
    const { ride, remit, moved, add, events, book } = moneyed();
    ride({ customer: 50 });
    const { operating, commons, reserve } = book().gathered;
    remit();
    expect(accountsOf(events)).to.include({ "market: fees gathered": 0n, "fees on their way": -100n });
    add("directory", "ModulePlaced", { place: PLACE.market, module: account(0xaa), predecessor: MARKET });
    moved(0, 1, operating, MARKET);
    moved(0, 3, commons, MARKET);
    const grown = (amount: bigint, total: bigint, memo: string) =>
      add("reserve", "ReserveGrew", { from: MARKET, amount, total, memo: `0x${memo.padEnd(64, "0")}` });
    grown(reserve, reserve, "66656573");
    // What somebody sent there unasked is no fee.
    grown(3n, reserve + 3n, "");
    expect(accountsOf(events)).to.include({
      ...{ "fees on their way": 0n, "fees for the reserve": 25n, "fees put into the reserve": -25n },
      ...{ "held by the reserve": 28n, "indivisible reserve": 28n },
    });
    balancedThroughout(events);
  });

  it("owes dividends from the declaration on, whoever claims and when (A5, A6)", () => {
    const { ride, close, declare, claim, moved, add, events, book, now } = moneyed();
    ride();
    ride({ customer: 3 });
    ride({ customer: 4 });
    const period = close();
    const first = events.length;
    declare(period, 100n);
    moved(1, 10, 5n, account(0));
    moved(1, 0, 20n, SURPLUS);
    add("reserve", "ReserveGrew", { from: SURPLUS, amount: 20n, total: 20n, memo: hash(1) }, 0);
    moved(1, 0, 75n, SURPLUS);
    together(events.slice(first));
    const owed = { "held for dividends": 75n, "dividends payable": 75n };
    expect(accountsOf(events)).to.include({ ...owed, "surpluses divided": -95n, "community fund": 5n });
    for (const member of [1, 2, 3]) claim(period, member);
    expect(accountsOf(events)).to.include({ "held for dividends": 14n, "dividends payable": 14n });
    claim(period, 4, {});
    const left = book().carried;
    expect(accountsOf(events)).to.include({
      ...{ "held for dividends": left, "dividends payable": 0n, "dividends carried": left },
    });
    expect(left).to.equal(2n);
    balancedThroughout(events);
    // A surplus is not a disposal; what somebody pays to that address is, and so is the community's money (V7).
    const disposed = () => disposalOf(coopOf(events), [], ASSET, now()).disposed;
    expect(disposed()).to.equal(0n);
    moved(1, 0, 3n, SURPLUS);
    moved(10, 0, 2n);
    expect(disposed()).to.equal(5n);
  });
});
