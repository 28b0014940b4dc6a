// Applications in the books: from the first word to the membership, the refusal, the appeal (M1, M2, M3).
import { expect } from "chai";
import { applicationState, canAppeal } from "../../books/apply/applications.ts";
import { applyEvent, coopOf } from "../../books/coop.ts";
import type { BookEvent } from "../../books/event.ts";
import { FUNCTIONS } from "../../books/topic.ts";
import { DAY, house, impossible, moduleOf, seat } from "./house.ts";
import { account, hash } from "./sample.ts";

const APPLICANT = account(50);
const NONE = hash(0);

/** Two drivers and a rider; somebody who applies. */
function story() {
  const all = house(2, 1);
  const { add, tell, now } = all;
  const applied = (who = APPLICANT, classIndex = 0, later = 60) =>
    ({
      args: [
        "register",
        "Applied",
        { account: who, class: classIndex, commitment: hash(7), until: now() + later + 30 * DAY },
        later,
      ],
    }) as { args: Parameters<typeof tell> };
  const apply = (who = APPLICANT, classIndex = 0) => add(...applied(who, classIndex).args);
  const accepted = (who = APPLICANT, attestation = NONE, later = DAY): Parameters<typeof tell> => [
    "register",
    "Accepted",
    { account: who, by: account(1), attestation, until: now() + later + 30 * DAY },
    later,
  ];
  const refused = (reason = 1, later = DAY): Parameters<typeof tell> => [
    "register",
    "Refused",
    { account: APPLICANT, by: account(1), reason, statement: hash(8), until: now() + later + 30 * DAY },
    later,
  ];
  const admitted = (memberId: number, seatNumber: number, who = APPLICANT): Parameters<typeof tell> => [
    "register",
    "Admitted",
    { memberId, account: who, seat: seatNumber, commitment: hash(7) },
  ];
  return { ...all, applied, apply, accepted, refused, admitted };
}

const ofApplicant = (events: readonly BookEvent[]) => coopOf(events).applications.get(APPLICANT);

describe("An application in the books", () => {
  it("waits, is accepted, and is used by joining (M2)", () => {
    const { events, apply, add, accepted, admitted, now } = story();
    apply();
    expect(ofApplicant(events)).to.include({ state: "waiting", class: 0, appliedAt: now(), until: now() + 30 * DAY });
    add(...accepted(APPLICANT, hash(9)));
    expect(ofApplicant(events)).to.deep.include({
      state: "accepted",
      decision: { by: account(1), at: now(), attestation: hash(9) },
    });
    add(...admitted(4, seat(0, 3)));
    const coop = coopOf(events);
    expect(coop.applications.size).to.equal(0);
    expect(coop.formerApplications.map(({ ended }) => ended)).to.deep.equal(["joined"]);
    expect(coop.memberOf.get(APPLICANT)).to.equal(4);
  });

  it("counts as refused when nobody decides in time, and lapses when nobody joins (M2)", () => {
    const { events, apply, add, accepted, now } = story();
    apply();
    const waits = ofApplicant(events);
    if (!waits) throw new Error("Nobody applied.");
    expect([0, 1].map((later) => applicationState(waits, waits.until + later))).to.deep.equal(["waiting", "undecided"]);
    expect([0, 1].map((later) => canAppeal(waits, waits.until + later))).to.deep.equal([false, true]);
    add(...accepted());
    const welcome = ofApplicant(events);
    if (!welcome) throw new Error("Nobody applied.");
    expect(applicationState(welcome, now() + 30 * DAY + 1)).to.equal("lapsed");
    expect(canAppeal(welcome, now() + 30 * DAY + 1)).to.equal(false);
  });

  it("is refused with a reason, and appealed once, with the one motion that it is about (M3)", () => {
    const { events, apply, add, refused, tell } = story();
    apply();
    add(...refused(3));
    expect(ofApplicant(events)?.decision).to.deep.include({ reason: 3, statement: hash(8) });
    const word = (n: bigint) => n.toString(16).padStart(64, "0");
    const draft = (classIndex: bigint) => ({
      draftId: 5n,
      proposer: APPLICANT,
      kind: 1,
      targets: [moduleOf(3)],
      values: [0n],
      calldatas: [`${FUNCTIONS.admit.selector}${word(BigInt(APPLICANT))}${word(classIndex)}${word(7n)}`],
      description: "Admit me",
    });
    impossible(events, tell("assembly", "Drafted", draft(0n)), /who is no member and does not appeal/);
    const appealed = add("register", "Appealed", { account: APPLICANT });
    impossible(events, tell("assembly", "Drafted", draft(1n)), /who is no member and does not appeal/);
    add("assembly", "Drafted", draft(0n));
    expect(coopOf(events).drafts.get("5")).to.include({ appeal: true, proposer: APPLICANT });
    expect(ofApplicant(events)?.appealedAt).to.equal(appealed.timestamp);
    impossible(events, tell("register", "Appealed", { account: APPLICANT }), /nothing to appeal against/);
  });

  it("moves a member to another class and closes the former seat", () => {
    const { events, apply, add, accepted, put, vote, wait, tell } = story();
    put({ id: 5n });
    wait(14);
    add("assembly", "VoteCast", { voter: account(2), proposalId: 5n, support: 1, weight: 1n, reason: "" });
    apply(account(2), 1);
    add(...accepted(account(2)));
    add("register", "ClassChanged", { memberId: 2, account: account(2), former: seat(0, 2), seat: seat(1, 2) });
    const coop = coopOf(events);
    expect(coop.members.get(2)).to.deep.include({ class: 1, seat: seat(1, 2), status: "active" });
    expect(coop.members.get(2)?.formerSeats.map((one) => one.seat)).to.deep.equal([seat(0, 2)]);
    expect(coop.formerApplications.at(-1)?.ended).to.equal("moved");
    expect(coop.proposals.get("5")?.ballots.get(seat(0, 2))?.support).to.equal(1);
    impossible(events, vote(5n, 2, 0), /who is not on the roll/);
    const batch = { proposalId: 5n, ballots: `0x00${seat(0, 2).toString(16).padStart(8, "0")}` };
    impossible(events, tell("assembly", "SignedBallotsCast", batch), /of seat 2, who is no member/);
  });

  it("can be taken back and made again", () => {
    const { events, apply, add } = story();
    apply();
    add("register", "ApplicationWithdrawn", { account: APPLICANT });
    expect(ofApplicant(events)).to.equal(undefined);
    apply();
    expect(coopOf(events).formerApplications.map(({ ended }) => ended)).to.deep.equal(["withdrawn"]);
  });
});

describe("An application that can not be", () => {
  it("is open already, of an expelled account, of a member to its own class, to the members' class, or too soon", () => {
    const { events, apply, applied, add, refused, tell } = story();
    impossible(events, tell(...applied(account(1)).args), /who is in this class already/);
    impossible(events, tell(...applied(APPLICANT, 4).args), /class 4, which is none/);
    apply();
    impossible(events, tell(...applied().args), /whose application is open/);
    add(...refused(1));
    impossible(events, tell(...applied().args), /who was refused lately/);
    const expelled = story();
    expelled.add("register", "Expelled", { memberId: 2, account: account(2), seat: seat(0, 2), grounds: hash(1) });
    impossible(expelled.events, expelled.tell(...expelled.applied(account(2)).args), /who was expelled/);
    const [, , args] = applied().args;
    const short = story();
    impossible(short.events, short.tell("register", "Applied", { ...args, until: 1 }), /is not what the terms say/);
  });

  it("is decided too late, twice, for a reason that there is not, or on an attestation that spoke for another (M1, M2)", () => {
    const { events, apply, accepted, tell } = story();
    apply();
    impossible(events, tell(...accepted(APPLICANT, NONE, 31 * DAY)), /was not decided in time/);
    const late = story();
    late.apply();
    impossible(late.events, late.tell(...late.refused(6)), /reason 6, which there is not/);
    late.add(...late.accepted(APPLICANT, hash(9)));
    impossible(late.events, late.tell(...late.refused()), /does not wait/);
    late.apply(account(51));
    impossible(
      late.events,
      late.tell(...late.accepted(account(51), hash(9))),
      /the attestation spoke for somebody else/,
    );
  });

  it("moves nobody whom the board has not accepted, nor on another's seat", () => {
    const { events, apply, add, accepted, tell } = story();
    const moved = (former: number, to: number) => ({ memberId: 2, account: account(2), former, seat: to });
    const change = (former: number, to: number) => tell("register", "ClassChanged", moved(former, to));
    impossible(events, change(seat(0, 2), seat(1, 2)), /whom the board has not accepted there/);
    apply(account(2), 1);
    add(...accepted(account(2)));
    impossible(events, change(seat(0, 1), seat(1, 2)), /who has seat/);
    impossible(events, change(seat(0, 2), seat(1, 3)), /the class has had 1/);
  });
});

describe("The same stream", () => {
  it("makes the same books twice, and says so when one of its events is withheld", () => {
    const { events, apply, add, accepted, admitted } = story();
    apply();
    add(...accepted());
    const joined = add(...admitted(4, seat(0, 3)));
    expect(coopOf(events)).to.deep.equal(coopOf(events));
    const without = events.filter(({ name }) => name !== "Applied");
    impossible(without.slice(0, -2), without.at(-2) as BookEvent, /whose application does not wait/);
    const coop = coopOf(events.slice(0, -1));
    applyEvent(coop, joined);
    expect(coop).to.deep.equal(coopOf(events));
  });
});
