// The income of the commons in the books: equally per head, to the last fraction, from entering to leaving (K4); and budgets and
// the guardian's stop.
import { expect } from "chai";
import { haltAt } from "../../books/apply/budgets.ts";
import { commonsOf } from "../../books/commons.ts";
import { coopOf } from "../../books/coop.ts";
import { disposalOf } from "../../books/disposal.ts";
import { incomeDue, ONE, partsOf, readingOf, shared } from "../../books/income.ts";
import { disagreementsIn } from "./commons-house.ts";
import { DAY, house, impossibleInCommons } from "./house.ts";
import { ASSET, account, dice, hash } from "./sample.ts";

/** Three members, and postings that follow from what is in the fund. */
function story() {
  const all = house(3, 0);
  const { add, events } = all;
  const moved = (from: number, to: number, amount: bigint, asset = ASSET) =>
    add("treasury", "Moved", { from, to, asset, party: account(9), amount, memo: hash(0) });
  const book = () => commonsOf(events);
  const enter = (memberId: number) =>
    add("register", "Admitted", { memberId, account: account(memberId), seat: memberId, commitment: hash(memberId) });
  function post(amount: bigint, told: Record<string, unknown> = {}): void {
    moved(0, 4, amount);
    const { income, members } = book();
    const active = [...members.values()].filter((member) => member.active).length;
    const next = shared(income, amount, active);
    add("income", "IncomePosted", { amount, members: BigInt(active), newest: members.size, ...next, ...told });
  }
  const claim = (memberId: number, amount: bigint) => {
    add("income", "IncomeClaimed", { memberId, account: account(memberId), amount });
    moved(4, 0, amount);
  };
  return { ...all, moved, book, enter, post, claim };
}

describe("Members' income in the books", () => {
  it("is the same for each, from the posting after its entry on (K4)", () => {
    const { post, enter, claim, book } = story();
    post(100n);
    enter(4);
    post(50n);
    // Thirds of 100, then quarters of 50 and of what the thirds left.
    expect([1, 2, 3, 4].map((id) => incomeDue(book().income, id))).to.deep.equal([45n, 45n, 45n, 12n]);
    expect(readingOf(book().income, 4).from).to.equal((100n * ONE) / 3n);
    expect(partsOf(book().income, 4).map(({ posting }) => posting.amount)).to.deep.equal([50n]);
    expect(partsOf(book().income, 1).map(({ part }) => part / ONE)).to.deep.equal([33n, 12n]);
    claim(1, 45n);
    post(3n);
    // 33.3 and 12.5 and 0.75 are 46.58: the fraction stayed the member's.
    expect(incomeDue(book().income, 1)).to.equal(1n);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("ends with the membership, and what accrued stays a debt (A5)", () => {
    const { post, add, book, claim } = story();
    post(30n);
    add("income", "IncomeEnded", { memberId: 2, perHead: 10n * ONE });
    add("register", "Left", { memberId: 2 });
    post(30n);
    expect([1, 2, 3].map((id) => incomeDue(book().income, id))).to.deep.equal([25n, 10n, 25n]);
    claim(2, 10n);
    expect(incomeDue(book().income, 2)).to.equal(0n);
    expect(disagreementsIn(book())).to.deep.equal([]);
    const other = story();
    other.post(30n);
    other.add("income", "IncomeEnded", { memberId: 2, perHead: 9n });
    expect(disagreementsIn(other.book())).to.deep.equal([`IncomeEnded, reading at the end: 9, not ${10n * ONE}`]);
  });

  it("waits while nobody is there to share it, for whoever shares the next (K4)", () => {
    const { post, book, add, enter } = story();
    post(30n);
    for (const memberId of [1, 2, 3]) add("register", "Left", { memberId });
    post(11n);
    expect(book().income).to.include({ perHead: 10n * ONE, carried: 11n * ONE });
    enter(4);
    enter(5);
    post(2n);
    expect([1, 4, 5].map((id) => incomeDue(book().income, id))).to.deep.equal([10n, 6n, 6n]);
    expect(partsOf(book().income, 4).map(({ posting }) => posting.amount)).to.deep.equal([2n]);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("is contradicted by a posting or a claim that does not follow", () => {
    const { post, book } = story();
    post(100n, { members: 2n, newest: 2 });
    expect(disagreementsIn(book()).slice(0, 2)).to.deep.equal([
      "IncomePosted, members: 2, not 3",
      "IncomePosted, newest member: 2, not 3",
    ]);
    const honest = story();
    honest.post(100n);
    honest.claim(1, 34n);
    expect(disagreementsIn(honest.book())).to.deep.equal(["IncomeClaimed, amount: 34, not 33"]);
  });

  it("adds up to what came in, to the last part, whoever comes and goes and claims", () => {
    const roll = dice(17);
    for (let n = 0; n < 40; n++) {
      const life = story();
      let ever = 3;
      for (let i = 0; i < 30; i++) {
        const does = roll(6);
        const { income, members } = life.book();
        if (does === 0) life.enter(++ever);
        else if (does === 1) {
          const active = [...members].filter(([, { active: is }]) => is);
          const [id] = active[roll(active.length)] ?? [0];
          if (active.length > 1) life.add("register", "Left", { memberId: id });
        } else if (does < 4) life.post(BigInt(1 + roll(1_000)));
        else {
          const id = 1 + roll(ever);
          const due = incomeDue(income, id);
          if (due > 0n) life.claim(id, due);
        }
      }
      const { income, members } = life.book();
      expect(disagreementsIn(life.book())).to.deep.equal([]);
      const readings = [...members.keys()].map((id) => readingOf(income, id));
      const all = readings.reduce((sum, { from, to }) => sum + (to > from ? to - from : 0n), 0n);
      expect(all + income.carried).to.equal(income.posted * ONE);
      const due = [...members.keys()].reduce((sum, id) => sum + incomeDue(income, id), 0n);
      expect(due <= (life.book().funds.get(4) ?? 0n)).to.equal(true);
    }
  });
});

describe("Budgets and stops in the books", () => {
  const budget = (told: Record<string, unknown> = {}) => ({
    ...{ budgetId: 1n, role: 3n, fund: 1, asset: ASSET, amount: 100n, until: 2_000_000_000, memo: hash(1) },
    ...told,
  });
  const spent = (amount: bigint, left: bigint) => ({
    ...{ budgetId: 1n, spender: account(1), to: account(9), amount, left },
  });

  it("are spent down to nothing until they end, and count whole when they are granted (V7)", () => {
    const { add, tell, events, moved, book, now } = story();
    moved(0, 1, 1_000n);
    impossibleInCommons(events, tell("treasury", "BudgetSpent", spent(1n, 0n)), /which was not granted/);
    add("treasury", "BudgetGranted", budget({ until: now() + DAY }));
    impossibleInCommons(events, tell("treasury", "BudgetGranted", budget()), /is budget 1; the next is 2/);
    add("treasury", "BudgetSpent", spent(60n, 40n));
    moved(1, 0, 60n);
    impossibleInCommons(events, tell("treasury", "BudgetSpent", spent(41n, 0n)), /spends 41 of the 40/);
    add("treasury", "BudgetSpent", spent(10n, 29n));
    expect(disagreementsIn(book())).to.deep.equal(["BudgetSpent, left: 29, not 30"]);
    moved(1, 0, 10n);
    impossibleInCommons(events, tell("treasury", "BudgetSpent", spent(1n, 29n), DAY), /which has ended/);
    const disposed = () => disposalOf(coopOf(events), book().budgets.values(), ASSET, now()).disposed;
    expect(disposed()).to.equal(100n);
    moved(1, 0, 5n);
    moved(1, 3, 50n);
    moved(3, (1 << 18) + 1, 20n);
    expect(disposed()).to.equal(125n);
  });

  it("stop new money until a moment, not while it is stopped (G1)", () => {
    const { add, tell, events, book, now } = story();
    const halted = (until: number, later = 60) =>
      ["treasury", "Halted", { guardian: account(1), until }, later] as const;
    const until = now() + 60 + 7 * DAY;
    add(...halted(until));
    expect([until - 1, until].map((at) => haltAt(book(), at))).to.deep.equal([until, undefined]);
    impossibleInCommons(events, tell(...halted(until + DAY)), /what is stopped/);
    impossibleInCommons(events, tell(...halted(until, 8 * DAY)), /a moment that is over/);
  });

  it("leave other assets out of the commons", () => {
    const { add, moved, book } = story();
    const other = account(0xe1);
    add("treasury", "AssetListed", { asset: other, listed: true });
    moved(0, 4, 9n, other);
    moved(0, 4, 7n);
    expect(book().funds.get(4)).to.equal(7n);
    add("treasury", "AssetListed", { asset: other, listed: false });
    expect(book().assets.size).to.equal(0);
  });
});
