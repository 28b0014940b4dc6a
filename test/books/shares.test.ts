// Member shares in the books: instalments, the queue, interest to the last part of a unit, write-downs in their order.
import { expect } from "chai";
import { placeInQueue, stopAt } from "../../books/apply/withdrawals.ts";
import { type Coop, coopOf } from "../../books/coop.ts";
import { checkBalance } from "../../books/journal.ts";
import { ledgerOf } from "../../books/ledger.ts";
import { holdingOf, settleAll } from "../../books/share-ledger.ts";
import { PARTS, partOf, posting, queuedAfter } from "../../books/share-math.ts";
import { DAY, house, impossible } from "./house.ts";
import { ASSET, account, dice, hash } from "./sample.ts";

const PAR = 10n;

/** Three drivers; 1 holds 40 shares and 2 holds 12, of a least holding of 2. */
function story() {
  const all = house(3, 0);
  const { add, tell, now } = all;
  const moved = (from: number, to: number, amount: bigint) =>
    add("treasury", "Moved", { from, to, asset: ASSET, party: account(9), amount, memo: hash(0) });
  const subscribed = (memberId: number, units: bigint, promised = 0n): Parameters<typeof tell> => [
    "shares",
    "Subscribed",
    { memberId, account: account(memberId), units, promised, amount: units * PAR },
  ];
  const subscribe = (...told: Parameters<typeof subscribed>) => {
    add(...subscribed(...told));
    moved(0, 2, told[1] * PAR);
  };
  const asked = (entryId: bigint, memberId: number, units: bigint): Parameters<typeof tell> => [
    "shares",
    "WithdrawalAsked",
    { entryId, memberId, units, payableFrom: BigInt(now() + 60 + 90 * DAY) },
  ];
  const served = (entryId: bigint, memberId: number, units: bigint, later = 60): Parameters<typeof tell> => [
    "shares",
    "WithdrawalServed",
    { entryId, memberId, units, amount: units * PAR },
    later,
  ];
  const posted = (rate: number, later = 60): Parameters<typeof tell> => [
    "shares",
    "InterestPosted",
    { period: 1n, rate, unitDays: 0n, amount: 0n },
    later,
  ];
  const cut = (memberId: number, units: bigint): Parameters<typeof tell> => [
    "shares",
    "HoldingCut",
    { memberId, units },
  ];
  const writtenDown = (units: bigint): Parameters<typeof tell> => [
    "shares",
    "WrittenDown",
    { epoch: 0n, certificateId: 1n, units, amount: units * PAR },
  ];
  subscribe(1, 40n);
  subscribe(2, 12n);
  return { ...all, moved, subscribed, subscribe, asked, served, posted, cut, writtenDown };
}

const of = (coop: Coop, memberId: number, now: number) => holdingOf(coop, memberId, now);

describe("Shares in the books", () => {
  it("are bought at par, promised, paid for by instalments, and given up (S1)", () => {
    const { events, subscribe, add, tell, subscribed, now } = story();
    subscribe(3, 5n, 10n);
    const paid = { memberId: 3, account: account(3), units: 4n, amount: 40n };
    impossible(events, tell("shares", "InstalmentPaid", { ...paid, units: 11n, amount: 110n }), /of the 10 that were/);
    impossible(events, tell("shares", "InstalmentPaid", { ...paid, amount: 39n }), /4 shares for 39, not 40/);
    add("shares", "InstalmentPaid", paid);
    expect(of(coopOf(events), 3, now())).to.include({ units: 9n, promised: 6n });
    impossible(events, tell("shares", "PromiseDropped", { memberId: 3, units: 5n }), /5 shares of the 6/);
    add("shares", "PromiseDropped", { memberId: 3, units: 6n });
    impossible(events, tell(...subscribed(3, 992n)), /more than 1000 shares/);
    const coop = coopOf(events);
    expect(coop.members.get(3)?.units).to.equal(9n);
    expect(coop.shares).to.include({ units: 61n, above: 38n + 10n + 7n });
    impossible(events, tell("shares", "TermsSet", { ...coop.shares.terms, par: 11n }), /changes par/);
  });

  it("are withdrawn first come, first served, after notice, in parts if need be (S2)", () => {
    const { events, add, tell, asked, served, now, moved } = story();
    impossible(events, tell(...asked(1n, 1, 5n)), /the next is 0/);
    impossible(events, tell(...asked(0n, 1, 41n)), /more shares than are free/);
    add(...asked(0n, 1, 10n));
    const first = now();
    add(...asked(1n, 2, 12n));
    const places = coopOf(events).shares.queue.map((entry) => placeInQueue(coopOf(events), entry));
    expect(places.map(({ ahead }) => ahead)).to.deep.equal([0n, 10n]);
    expect(places[0]?.earliest).to.equal(first + 90 * DAY);
    impossible(events, tell(...served(0n, 1, 10n)), /whose notice has not passed/);
    impossible(events, tell(...served(1n, 2, 12n, 91 * DAY)), /though place 0 comes first/);
    add(...served(0n, 1, 4n));
    add(...served(0n, 1, 6n));
    moved(2, 6, 100n);
    impossible(events, tell(...served(0n, 1, 1n)), /which does not wait/);
    expect(of(coopOf(events), 1, now())).to.include({ units: 30n, queued: 0n, due: 100n });
    add("shares", "Paid", { memberId: 1, fund: 6, account: account(1), amount: 100n });
    moved(6, 0, 100n);
    impossible(
      events,
      tell("shares", "Paid", { memberId: 1, fund: 6, account: account(1), amount: 1n }),
      /more than is due/,
    );
    impossible(
      events,
      tell("shares", "Paid", { memberId: 1, fund: 6, account: account(2), amount: 1n }),
      /does not speak/,
    );
    add(...served(1n, 2, 12n));
    add("shares", "PaymentHeld", { memberId: 2, fund: 6, account: account(2), amount: 120n });
    expect(of(coopOf(events), 2, now())).to.include({ units: 0n, due: 120n });
    expect(coopOf(events).shares.head).to.equal(2);
  });

  it("leave the queue at their member's wish, and are not served while that is suspended (S3)", () => {
    const { events, add, tell, asked, served, now } = story();
    add(...asked(0n, 1, 10n));
    add(...asked(1n, 2, 2n));
    impossible(events, tell("shares", "WithdrawalCancelled", { entryId: 0n, memberId: 1, units: 9n }), /stood for 10/);
    impossible(
      events,
      tell("shares", "WithdrawalCancelled", { entryId: 0n, memberId: 2, units: 2n }),
      /not member 2's/,
    );
    add("shares", "WithdrawalCancelled", { entryId: 0n, memberId: 1, units: 10n });
    const stop = (days: number, later = 60) =>
      [
        "shares",
        "WithdrawalsSuspended",
        { until: BigInt(now() + later + days * DAY), reason: hash(1) },
        later,
      ] as const;
    impossible(events, tell(...stop(181)), /that the terms do not allow/);
    add(...stop(100));
    const until = now() + 100 * DAY;
    expect([until - 1, until].map((at) => stopAt(coopOf(events), at)?.until)).to.deep.equal([until, undefined]);
    impossible(events, tell(...served(1n, 2, 2n, 95 * DAY)), /withdrawals are suspended/);
    const soon = story();
    soon.add("shares", "WithdrawalsSuspended", { until: BigInt(soon.now() + 60 + 10 * DAY), reason: hash(1) });
    impossible(
      soon.events,
      soon.tell("shares", "WithdrawalsSuspended", { until: BigInt(soon.now() + 16 * DAY), reason: hash(2) }, 15 * DAY),
      /again too soon/,
    );
  });

  it("bear interest by the day; what is posted is what all have, to the last part (S4)", () => {
    const { events, add, tell, posted, subscribe, now } = story();
    add("token", "Transfer", {}, 30 * DAY);
    subscribe(3, 7n);
    subscribe(1, 5n);
    add(...posted(300, 70 * DAY));
    const coop = coopOf(events);
    const [told] = coop.shares.postings;
    const days = told?.derivedUnitDays ?? 0n;
    expect(days).to.equal(52n * 100n + 12n * 70n);
    const all = settleAll(coop, now());
    const parts = [...all.holdings.values()].reduce((sum, { interest }) => sum + interest, 0n);
    expect(parts).to.equal(days * 300n * PAR);
    expect((told?.derivedAmount ?? 0n) * PARTS).to.equal(parts + coop.shares.carried);
    const mine = of(coop, 1, now()).interest;
    expect(mine).to.equal(((40n * 100n + 5n * 70n) * 300n * PAR) / PARTS);
    const claimed = (amount: bigint, units = 0n) => tell("shares", "InterestClaimed", { memberId: 1, amount, units });
    impossible(events, claimed(mine + 1n), /more than member 1 has/);
    impossible(events, claimed(mine, 1n), /1 shares for/);
    add("shares", "InterestClaimed", { memberId: 1, amount: mine, units: 0n });
    expect(of(coopOf(events), 1, now()).interest).to.equal(0n);
    impossible(events, tell(...posted(300)), /the next is 2/);
    impossible(story().events, story().tell(...posted(501, 100 * DAY)), /more than the terms allow/);
  });

  it("bear a loss above the least holdings, in the order in which members are brought up to date (S5)", () => {
    const { events, add, tell, writtenDown, cut, subscribe, now } = story();
    impossible(events, tell(...writtenDown(49n)), /of the 48 above/);
    add(...writtenDown(7n));
    // 38 and 10 shares above the least holding: 1 bears floor(38 * 7 / 48), 2 the rest, if 1 is first.
    expect([1, 2].map((id) => of(coopOf(events), id, now()).units)).to.deep.equal([35n, 11n]);
    impossible(events, tell(...cut(1, 6n)), /takes 6 shares of member 1; 5 follow/);
    add(...cut(1, 5n));
    expect([1, 2].map((id) => of(coopOf(events), id, now()).units)).to.deep.equal([35n, 10n]);
    subscribe(2, 1n);
    const coop = coopOf(events);
    expect(coop.shares.untold.map(({ memberId, units }) => [memberId, units])).to.deep.equal([[2, 2n]]);
    expect(coop.shares.writeDowns[0]).to.include({ counted: 48n, above: 48n });
    expect(coop.shares.units).to.equal(46n);
    expect([...coop.shares.holdings.values()].reduce((sum, { units }) => sum + units, 0n)).to.equal(46n);
  });

  it("are redeemed whole once the co-op is closed, and not before (A2)", () => {
    const { events, add, tell, now } = story();
    const redeemed = (units: bigint) => tell("shares", "Redeemed", { memberId: 1, units, amount: units * PAR });
    impossible(events, redeemed(40n), /before the co-op was closed/);
    add("directory", "WindingUp", { since: BigInt(now() + 60) });
    add("directory", "Closed", { closedAt: BigInt(now() + 91 * DAY) }, 91 * DAY);
    impossible(events, redeemed(39n), /redeems 39 of 40/);
    add("shares", "Redeemed", { memberId: 1, units: 40n, amount: 400n });
    expect(of(coopOf(events), 1, now())).to.include({ units: 0n, due: 400n });
  });

  it("keep the journal in balance after every event", () => {
    const { events, add, moved, asked, served, writtenDown, posted } = story();
    moved(0, 1, 1_000n);
    add(...asked(0n, 1, 10n));
    add(...served(0n, 1, 10n, 90 * DAY));
    moved(2, 6, 100n);
    moved(6, 0, 60n);
    add(...posted(300));
    moved(1, 7, 5n);
    moved(7, 2, 4n);
    add(...writtenDown(2n));
    moved(2, 1, 20n);
    for (let i = 0; i <= events.length; i++) checkBalance(ledgerOf(coopOf(events.slice(0, i)), ASSET));
    const balances = checkBalance(ledgerOf(coopOf(events), ASSET)).get(ASSET);
    expect(balances?.get("withdrawals payable")?.amount).to.equal(40n);
    expect(balances?.get("interest payable")?.amount).to.equal(1n);
    expect(balances?.get("withdrawals payable")?.account.kind).to.equal("liability");
  });
});

describe("The arithmetic of shares", () => {
  it("gives every stretch of a write-down to somebody, within one share of its proportion, in any order", () => {
    const roll = dice(12);
    for (let n = 0; n < 500; n++) {
      const own = Array.from({ length: 1 + roll(9) }, () => BigInt(roll(50)));
      const all = own.reduce((sum, one) => sum + one, 0n);
      if (all === 0n) continue;
      const cut = BigInt(roll(Number(all) + 1));
      let counted = 0n;
      const parts = own.map((one) => {
        const part = partOf(one, counted, cut, all);
        counted += one;
        return part;
      });
      expect(parts.reduce((sum, one) => sum + one, 0n)).to.equal(cut);
      for (const [i, part] of parts.entries()) {
        const exact = Number((own[i] ?? 0n) * cut) / Number(all);
        expect(Math.abs(Number(part) - exact)).to.be.lessThan(1);
        expect(part <= (own[i] ?? 0n)).to.equal(true);
      }
    }
  });

  it("posts up and carries what it moved too much", () => {
    expect(posting(1n, 0n)).to.deep.equal({ amount: 1n, left: PARTS - 1n });
    expect(posting(PARTS - 1n, PARTS - 1n)).to.deep.equal({ amount: 0n, left: 0n });
    expect(posting(PARTS, 1n)).to.deep.equal({ amount: 1n, left: 1n });
  });

  it("keeps a queue that a write-down shrank within what the member holds", () => {
    expect(queuedAfter(10n, 10n, 7n, 2n)).to.equal(7n);
    expect(queuedAfter(4n, 10n, 7n, 2n)).to.equal(4n);
    expect(queuedAfter(9n, 10n, 7n, 2n)).to.equal(6n);
  });
});
