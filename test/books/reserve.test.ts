// The reserve, who inherits it, what auditors certify, and the end of a co-op, in the books (A1, A2).
import { expect } from "chai";
import { PLACE } from "../../books/apply/founding.ts";
import { bodyAt } from "../../books/apply/reserve.ts";
import { coopOf } from "../../books/coop.ts";
import { disposalOf } from "../../books/disposal.ts";
import { checkBalance } from "../../books/journal.ts";
import { ledgerOf } from "../../books/ledger.ts";
import { DAY, house, impossible, moduleOf } from "./house.ts";
import { ASSET, account, hash } from "./sample.ts";

const BODY = account(70);
const OTHER = account(71);
const YEAR = 365 * DAY;

function story() {
  const all = house(2, 1);
  const { add, tell, now } = all;
  add("reserve", "BodyNamed", { body: BODY, effectiveAt: now() + 60 });
  const grown = (amount: bigint, total: bigint): Parameters<typeof tell> => [
    "reserve",
    "ReserveGrew",
    { from: account(9), amount, total, memo: hash(1) },
  ];
  const covered = (amount: bigint, total: bigint): Parameters<typeof tell> => [
    "reserve",
    "LossCovered",
    { certificateId: 1n, amount, total },
  ];
  const moved = (from: number, to: number, amount: bigint, party = account(9)) =>
    add("treasury", "Moved", { from, to, asset: ASSET, party, amount, memo: hash(0) });
  const balances = () =>
    Object.fromEntries(
      [...(checkBalance(ledgerOf(coopOf(all.events), ASSET)).get(ASSET) ?? [])].map(([name, { amount }]) => [
        name,
        amount,
      ]),
    );
  return { ...all, grown, covered, moved, balances };
}

describe("The reserve in the books (A1)", () => {
  it("grows, covers a certified loss, and is its own account of the journal, in balance after every event", () => {
    const { events, add, grown, covered, moved, balances } = story();
    add(...grown(100n, 100n));
    add("audits", "LossCertified", { certificateId: 1n, auditor: account(2), amount: 40n, report: hash(1) });
    add(...covered(30n, 70n));
    add("audits", "LossCharged", { certificateId: 1n, by: account(5), amount: 30n, covered: 30n });
    moved(0, 1, 30n, moduleOf(PLACE.reserve));
    const coop = coopOf(events);
    expect(coop.reserve.booked).to.equal(70n);
    expect(coop.certificates.get(1)).to.include({ amount: 40n, covered: 30n });
    expect(balances()).to.deep.equal({
      "held by the reserve": 70n,
      "indivisible reserve": 70n,
      "treasury: operating fund": 30n,
      "losses covered by the reserve": 30n,
    });
    for (let i = 0; i <= events.length; i++) checkBalance(ledgerOf(coopOf(events.slice(0, i)), ASSET));
  });

  it("never holds something else than what came and went, and never less than nothing", () => {
    const { events, add, grown, covered, tell } = story();
    add(...grown(100n, 100n));
    impossible(events, tell(...grown(5n, 104n)), /leaves 104 in the reserve, not 105/);
    impossible(events, tell(...covered(101n, 0n)), /takes 101 from a reserve of 100/);
  });

  it("bears no more of a loss than was certified, and not after a year", () => {
    const { events, add, tell } = story();
    add("audits", "LossCertified", { certificateId: 1n, auditor: account(2), amount: 40n, report: hash(1) });
    const charged = (amount: bigint, covered: bigint, later = 60) =>
      tell("audits", "LossCharged", { certificateId: 1n, by: account(5), amount, covered }, later);
    impossible(events, charged(41n, 41n), /more than is left/);
    impossible(events, charged(4n, 5n), /calls 5 covered/);
    impossible(events, charged(4n, 4n, YEAR + 1), /more than is left/);
  });
});

describe("Who inherits, in the books (A2)", () => {
  it("is the body of the charter once it has accepted, and another one after 180 days if that has accepted", () => {
    const { events, add, now } = story();
    add("reserve", "BodyAccepted", { body: BODY });
    const effectiveAt = now() + 60 + 180 * DAY;
    add("reserve", "BodyNamed", { body: OTHER, effectiveAt });
    const at = (moment: number) => {
      const { body, next } = bodyAt(coopOf(events).reserve, moment);
      return [body?.account, body?.accepted, next?.account];
    };
    expect(at(effectiveAt)).to.deep.equal([BODY, true, OTHER]);
    add("reserve", "BodyAccepted", { body: OTHER });
    expect(at(effectiveAt - 1)).to.deep.equal([BODY, true, OTHER]);
    expect(at(effectiveAt)).to.deep.equal([OTHER, true, undefined]);
  });

  it("is nobody who was not named", () => {
    const { events, tell } = story();
    impossible(events, tell("reserve", "BodyAccepted", { body: OTHER }), /who was not named/);
  });

  it("gets everything once the co-op is closed, what nobody booked included, and that is no disposal", () => {
    const { events, add, grown, moved, tell, balances, now } = story();
    add("reserve", "BodyAccepted", { body: BODY });
    moved(0, 1, 50n);
    add(...grown(100n, 100n));
    const endowed = { body: BODY, asset: ASSET, amount: 107n };
    impossible(events, tell("reserve", "Endowed", endowed), /before the co-op was closed/);
    add("directory", "WindingUp", { since: BigInt(now() + 60) });
    const closed = (later: number): Parameters<typeof tell> => [
      "directory",
      "Closed",
      { closedAt: BigInt(now() + later) },
      later,
    ];
    impossible(events, tell(...closed(89 * DAY)), /ninety days/);
    add(...closed(90 * DAY));
    impossible(events, tell(...closed(60)), /closes the co-op again/);
    impossible(events, tell("reserve", "Endowed", { ...endowed, body: OTHER }), /who does not inherit/);
    impossible(events, tell("reserve", "Endowed", { ...endowed, amount: 99n }), /less than the 100 of the book/);
    add("reserve", "Endowed", endowed);
    moved(1, 0, 50n);
    expect(coopOf(events).reserve).to.include({ booked: 0n });
    expect(balances()).to.deep.include({ "held by the reserve": 0n, "indivisible reserve": 0n });
    expect(disposalOf(coopOf(events), [], ASSET, now()).disposed).to.equal(0n);
  });
});

describe("What auditors say, in the books", () => {
  it("is numbered, and a year has one report (A8)", () => {
    const { events, add, tell } = story();
    const filed = { auditor: account(2), blockNumber: 3n, blockHash: hash(3), report: hash(4), opinion: 1 };
    add("audits", "OpinionFiled", { opinionId: 1n, ...filed });
    impossible(events, tell("audits", "OpinionFiled", { opinionId: 3n, ...filed }), /the next is 2/);
    add("audits", "ReportFiled", { year: 2022, by: account(1), report: hash(5) });
    impossible(events, tell("audits", "ReportFiled", { year: 2022, by: account(1), report: hash(6) }), /second report/);
    const coop = coopOf(events);
    expect([coop.opinions[0]?.opinion, coop.reports.get(2022)?.report]).to.deep.equal([1, hash(5)]);
  });
});
