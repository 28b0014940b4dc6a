// Recoveries, suspensions and acts of the board in the books (M4, M6, B1, V8).
import { expect } from "chai";
import { actLastsUntil, isBoardInOffice, isOpenAct } from "../../books/apply/board.ts";
import { recoveryOf } from "../../books/apply/recoveries.ts";
import { suspensionOf } from "../../books/apply/suspensions.ts";
import { coopOf } from "../../books/coop.ts";
import { DAY, house, impossible, moduleOf, seat } from "./house.ts";
import { account, hash } from "./sample.ts";

const NEW = account(60);
const BOARD = 2n;
const OLD = account(3);

/** Five drivers, of whom 1 and 2 are the board; member 3 lost its account. */
function story(directors = [1, 2]) {
  const all = house(5, 0);
  const { add, tell, now } = all;
  for (const n of directors)
    add("authority", "Appointed", { role: BOARD, account: account(n), until: now() + 900 * DAY });
  const asked = { memberId: 3, newAccount: NEW };
  const request = () => add("register", "RecoveryRequested", { ...asked, statement: hash(1) });
  const attested = (n: number, forBoard: boolean): Parameters<typeof tell> => [
    "register",
    "RecoveryAttested",
    { ...asked, by: account(n), forBoard },
  ];
  const started = (later = 60): Parameters<typeof tell> => [
    "register",
    "RecoveryStarted",
    { ...asked, readyAt: now() + later + 14 * DAY },
    later,
  ];
  const recovered: Parameters<typeof tell> = ["register", "Recovered", { memberId: 3, former: OLD, newAccount: NEW }];
  const wait = () => {
    request();
    add(...attested(1, true));
    add(...attested(4, false));
    add(...attested(5, false));
    add(...started());
  };
  return { ...all, asked, request, attested, started, recovered, wait };
}

describe("A recovery in the books (M6)", () => {
  it("is asked for, attested by a director and two members, waits, and moves the account and nothing else", () => {
    const { events, wait, add, recovered, now } = story();
    wait();
    expect(recoveryOf(coopOf(events), 3, now())).to.deep.include({ newAccount: NEW, readyAt: now() + 14 * DAY });
    const before = coopOf(events).members.get(3);
    add(...recovered);
    const coop = coopOf(events);
    expect(coop.members.get(3)).to.deep.equal({
      ...before,
      account: NEW,
      formerAccounts: [{ account: OLD, until: now() }],
    });
    expect([coop.memberOf.get(NEW), coop.memberOf.get(OLD)]).to.deep.equal([3, undefined]);
    expect([coop.known.has(NEW), coop.known.has(OLD)]).to.deep.equal([true, true]);
    expect(recoveryOf(coop, 3, now())).to.equal(undefined);
    expect([...coop.recoveryRequests.values()][0]?.state).to.equal("done");
  });

  it("is left to the members by a veto, and the veto lapses after 180 days", () => {
    const { events, wait, add, asked, now } = story();
    wait();
    add("register", "RecoveryVetoed", asked);
    const at = (later: number) => recoveryOf(coopOf(events), 3, now() + later)?.vetoedAt;
    expect([at(0), at(180 * DAY), at(180 * DAY + 1)]).to.deep.equal([now(), now(), undefined]);
  });

  it("comes to nothing when it is taken back, and is not asked for again by the same account", () => {
    const { events, wait, add, asked, tell } = story();
    wait();
    add("register", "RecoveryEnded", asked);
    expect(coopOf(events).recoveries.size).to.equal(0);
    impossible(events, tell("register", "RecoveryRequested", { ...asked, statement: hash(2) }), /has asked before/);
  });

  it("needs its witnesses: a director once, others than the member, each once, enough of them", () => {
    const { events, request, add, attested, started, tell } = story();
    impossible(events, tell(...attested(1, true)), /who has not asked/);
    request();
    impossible(events, tell(...attested(4, true)), /for the board/);
    impossible(events, tell(...attested(1, false)), /as a member/);
    impossible(events, tell(...attested(3, false)), /who may not/);
    add(...attested(1, true));
    impossible(events, tell(...attested(1, false)), /attested twice/);
    add(...attested(2, false));
    impossible(events, tell(...started()), /too few have attested/);
    add(...attested(4, false));
    impossible(events, tell("register", "RecoveryStarted", { memberId: 3, newAccount: NEW, readyAt: 5 }), /as long as/);
    add(...started());
    impossible(events, tell(...attested(5, false)), /though a recovery waits/);
  });

  it("takes three members where nobody is on the board (V8)", () => {
    const { events, request, add, attested, started, tell } = story([]);
    request();
    for (const n of [1, 2]) add(...attested(n, false));
    impossible(events, tell(...started()), /too few/);
    add(...attested(4, false));
    add(...started());
    expect(coopOf(events).recoveries.size).to.equal(1);
  });

  it("gives no account to two members, and lets nobody name a proxy meanwhile", () => {
    const { events, wait, add, recovered, tell } = story();
    impossible(events, tell(...recovered), /which does not wait/);
    wait();
    const naming = { topic: 1, principal: seat(0, 3), proxy: seat(0, 4) };
    impossible(events, tell("assembly", "ProxyNamed", naming), /though somebody else asks to speak for it/);
    add("register", "Admitted", { memberId: 6, account: NEW, seat: seat(0, 6), commitment: hash(0) });
    impossible(events, tell(...recovered), /who is a member/);
  });
});

describe("A suspension in the books (M4)", () => {
  it("ends by itself or is lifted, and is never given twice for one reason", () => {
    const { events, add, tell, now } = story();
    const suspended = (days: number, reason = 1, memberId = 4): Parameters<typeof tell> => [
      "register",
      "Suspended",
      { memberId, until: now() + 60 + days * DAY, reason: hash(reason) },
    ];
    impossible(events, tell(...suspended(31)), /that the terms do not allow/);
    impossible(events, tell(...suspended(3, 1, 9)), /who is not active/);
    add(...suspended(10));
    const until = now() + 10 * DAY;
    impossible(events, tell(...suspended(10, 2)), /suspended already/);
    const at = (moment: number) => suspensionOf(coopOf(events), 4, moment)?.until;
    expect([at(until - 1), at(until)]).to.deep.equal([until, undefined]);
    add("register", "SuspensionLifted", { memberId: 4 });
    expect(at(until - 1)).to.equal(undefined);
    impossible(events, tell("register", "SuspensionLifted", { memberId: 4 }), /who is not suspended/);
    impossible(events, tell(...suspended(10)), /for this reason before/);
  });
});

describe("Acts of the board in the books (B1)", () => {
  const decided = (by: number, actId = 1n) =>
    ["board", "ActDecided", { actId, by: account(by), target: moduleOf(3), data: "0x12", reason: hash(1) }] as const;
  const carried = (by: number) => ["board", "ActCarriedOut", { actId: 1n, by: account(by) }] as const;

  it("are decided by one director and carried out by another, within thirty days", () => {
    const { events, add, tell } = story();
    impossible(events, tell(...decided(3)), /who may not/);
    impossible(events, tell(...decided(1, 2n)), /the next is act 1/);
    const event = add(...decided(1));
    const act = coopOf(events).acts.get(1);
    if (!act) throw new Error("Nothing was decided.");
    expect([0, 1].map((later) => isOpenAct(act, actLastsUntil(act) + later))).to.deep.equal([true, false]);
    expect(act).to.include({ decidedBy: account(1), at: event.timestamp, state: "decided" });
    impossible(events, tell(...carried(1)), /who decided it/);
    impossible(events, tell(...carried(4)), /who may not/);
    impossible(events, tell("board", "ActSeconded", { actId: 1n, by: account(2) }), /though a board is in office/);
    const late = story();
    late.add(...decided(1));
    impossible(late.events, late.tell(...carried(2), 31 * DAY), /which has lapsed/);
    add(...carried(2));
    expect(coopOf(events).acts.get(1)).to.include({ state: "carried-out", carriedOutBy: account(2) });
    impossible(events, tell("board", "ActWithdrawn", { actId: 1n }), /which is not open/);
  });

  it("take three members where fewer than two directors are in office (V8)", () => {
    const { events, add, tell, now } = story([1]);
    expect(isBoardInOffice(coopOf(events), now())).to.equal(false);
    add(...decided(3));
    impossible(events, tell(...carried(4)), /nobody has seconded/);
    impossible(events, tell("board", "ActSeconded", { actId: 1n, by: account(3) }), /seconded twice/);
    impossible(events, tell("board", "ActSeconded", { actId: 1n, by: account(9) }), /who is no member/);
    add("board", "ActSeconded", { actId: 1n, by: account(4) });
    impossible(events, tell(...carried(4)), /who decided it/);
    add(...carried(5));
    expect(coopOf(events).acts.get(1)?.state).to.equal("carried-out");
  });
});
