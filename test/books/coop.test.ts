// The read model: what a stream of events says, and which streams can not be.
import { expect } from "chai";
import { balanceOf } from "../../books/apply/treasury.ts";
import { applyEvent, type Coop, coopOf, emptyCoop } from "../../books/coop.ts";
import type { BookEvent } from "../../books/event.ts";
import { outcomeOf, tallyOf } from "../../books/outcome.ts";
import { stateOf } from "../../books/state.ts";
import { DAY, impossible, seat } from "./house.ts";
import { ASSET, account, hash, NO_HISTORY, SHARE_TERMS, sampleRules, storyteller } from "./sample.ts";

const DRAFT = 77n;
const PROPOSAL = 88n;

/** Two classes, three members, an office, money, and a motion on notice. */
function story() {
  const { tell, now } = storyteller();
  const content = { targets: [account(5)], values: [0n], calldatas: ["0x12345678"], description: "Motion" };
  const founding = [
    tell("directory", "ModulePlaced", { place: 5, module: account(5), predecessor: account(0) }),
    tell("authority", "Appointed", { role: 2n, account: account(1), until: 1_800_000_000 }),
    tell("register", "ClassDeclared", { class: 0, kind: 1, name: "Drivers" }),
    tell("register", "ClassDeclared", { class: 1, kind: 2, name: "Riders" }),
    tell("register", "Admitted", { memberId: 1, account: account(1), seat: seat(0, 1), commitment: hash(1) }),
    tell("register", "Admitted", { memberId: 2, account: account(2), seat: seat(1, 1), commitment: hash(2) }),
    tell("assembly", "RulesSet", { version: 1, rules: sampleRules(5_000, 5_000) }),
    tell("assembly", "Initialized", { version: 1n }),
    tell("shares", "TermsSet", SHARE_TERMS),
  ];
  const money = [
    tell("shares", "Subscribed", { memberId: 2, account: account(2), units: 3n, promised: 0n, amount: 30n }),
    tell("treasury", "Moved", { from: 0, to: 2, asset: ASSET, party: account(2), amount: 30n, memo: hash(0) }),
    tell("treasury", "Moved", { from: 0, to: 1, asset: ASSET, party: account(9), amount: 100n, memo: hash(0) }),
    tell("treasury", "Moved", { from: 1, to: 0, asset: ASSET, party: account(9), amount: 40n, memo: hash(0) }),
  ];
  const motion = [
    tell("assembly", "Drafted", { draftId: DRAFT, proposer: account(1), kind: 1, ...content }),
    tell("assembly", "Seconded", { draftId: DRAFT, seconder: account(2), seconders: 1 }),
    tell("assembly", "ProposalCreated", {
      proposalId: PROPOSAL,
      proposer: account(1),
      ...content,
      signatures: [""],
      voteStart: BigInt(now() + 14 * DAY),
      voteEnd: BigInt(now() + 28 * DAY),
    }),
    tell("assembly", "NoticeGiven", {
      proposalId: PROPOSAL,
      draftId: DRAFT,
      kind: 1,
      rulesVersion: 1,
      round: 0,
      topic: 2,
      excluded: 0,
      terms: NO_HISTORY,
      rolls: [1, 1],
      serials: [1, 1],
    }),
  ];
  const newcomer = tell("register", "Admitted", {
    memberId: 3,
    account: account(3),
    seat: seat(1, 2),
    commitment: hash(3),
  });
  const vote = (voter: number, support: number, later = 60) =>
    tell(
      "assembly",
      "VoteCast",
      { voter: account(voter), proposalId: PROPOSAL, support, weight: 1n, reason: "" },
      later,
    );
  return { tell, vote, founding, money, motion, newcomer, all: [...founding, ...money, ...motion, newcomer] };
}

/** The arguments of a batch: position and seat of each voter. */
const told = (...ballots: [number, number][]) => ({
  proposalId: PROPOSAL,
  ballots: `0x${ballots.map(([support, voter]) => `0${support}${voter.toString(16).padStart(8, "0")}`).join("")}`,
});

const only = (coop: Coop) => {
  const proposal = coop.proposals.get(String(PROPOSAL));
  if (!proposal) throw new Error("The story has one proposal.");
  return proposal;
};

describe("Read model of a co-op", () => {
  it("knows classes, members, offices, rules and modules", () => {
    const coop = coopOf(story().all);
    expect(coop.classes.map(({ name }) => name)).to.deep.equal(["Drivers", "Riders"]);
    expect([...coop.members.values()].map(({ id, class: c, units }) => [id, c, units])).to.deep.equal([
      [1, 0, 0n],
      [2, 1, 3n],
      [3, 1, 0n],
    ]);
    expect(coop.offices).to.deep.equal([{ role: 2, account: account(1), until: 1_800_000_000, at: 1_700_000_120 }]);
    expect(coop.rules.get(1)).to.deep.equal(sampleRules(5_000, 5_000));
    expect(coop.placements).to.have.length(1);
  });

  it("knows every fund after every movement", () => {
    const coop = coopOf(story().all);
    expect([balanceOf(coop, 1, ASSET), balanceOf(coop, 2, ASSET), coop.booked.get(ASSET)]).to.deep.equal([
      60n,
      30n,
      90n,
    ]);
    expect(coop.moves.map(({ fromAfter, toAfter }) => fromAfter ?? toAfter)).to.deep.equal([30n, 100n, 60n]);
  });

  it("follows a motion from draft to the end", () => {
    const { all, vote, tell } = story();
    const coop = coopOf(all);
    const proposal = only(coop);
    expect(coop.drafts.get(String(DRAFT))).to.include({ state: "noticed", proposalId: PROPOSAL });
    expect(stateOf(coop, proposal, proposal.noticeAt)).to.equal("notice");
    for (const event of [vote(1, 0, 14 * DAY), vote(2, 1), vote(1, 1)]) applyEvent(coop, event);
    expect(proposal.ballots.get(seat(0, 1))).to.include({ support: 1, changes: 1 });
    expect(tallyOf(coop, proposal).map(({ votes }) => votes)).to.deep.equal([
      [0, 1, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(outcomeOf(coop, proposal).verdict).to.equal("passed");
    const at = (seconds: number) => stateOf(coop, proposal, proposal.voteEnd + seconds);
    const moments = [0, 1, 3 * DAY - 1, 3 * DAY, 33 * DAY, 33 * DAY + 1];
    expect(moments.map(at)).to.deep.equal(["open", "waiting", "waiting", "ready", "ready", "lapsed"]);
    applyEvent(coop, tell("assembly", "ProposalExecuted", { proposalId: PROPOSAL }, 20 * DAY));
    expect(at(100 * DAY)).to.equal("carried-out");
  });

  it("counts a batch of signed ballots like ballots one by one", () => {
    const { all, vote, tell } = story();
    const coop = coopOf(all);
    const batch = tell("assembly", "SignedBallotsCast", told([1, seat(1, 1)], [0, seat(0, 1)]), 14 * DAY);
    for (const event of [batch, vote(2, 2)]) applyEvent(coop, event);
    const { ballots } = only(coop);
    expect(ballots.get(seat(0, 1))).to.deep.equal({
      support: 0,
      reason: "",
      at: batch.timestamp,
      tx: batch.transactionHash,
      block: batch.blockNumber,
      logIndex: batch.logIndex,
      seat: seat(0, 1),
      voter: account(1),
      changes: 0,
    });
    expect(ballots.get(seat(1, 1))).to.include({ support: 2, changes: 1 });
  });

  it("calls a majority that missed the quorum adjourned (V12)", () => {
    const { all, vote } = story();
    const coop = coopOf(all);
    applyEvent(coop, vote(2, 1, 14 * DAY));
    expect(stateOf(coop, only(coop), only(coop).voteEnd + 1)).to.equal("adjourned");
  });

  it("lets go of members who left, of offices laid down and of drafts withdrawn", () => {
    const { founding, tell } = story();
    const coop = coopOf(founding);
    const draft = { proposer: account(2), kind: 0, targets: [], values: [], calldatas: [], description: "" };
    applyEvent(coop, tell("assembly", "Drafted", { draftId: 5n, ...draft }));
    applyEvent(coop, tell("assembly", "DraftWithdrawn", { draftId: 5n }));
    applyEvent(coop, tell("register", "Left", { memberId: 2, account: account(2), seat: seat(1, 1) }));
    applyEvent(coop, tell("authority", "RoleRevoked", { roleId: 2n, account: account(1) }));
    expect(coop.drafts.get("5")?.state).to.equal("withdrawn");
    expect([coop.members.get(2)?.status, coop.memberOf.has(account(2))]).to.deep.equal(["left", false]);
    expect(coop.offices).to.deep.equal([]);
  });

  it("does not depend on the order in which events arrive", () => {
    const { all } = story();
    expect(coopOf(all.toReversed())).to.deep.equal(coopOf(all));
  });

  it("passes over events that it does not know", () => {
    const coop = emptyCoop();
    applyEvent(coop, storyteller().tell("token", "Transfer", {}));
    expect({ ...coop, upTo: undefined }).to.deep.equal({ ...emptyCoop(), upTo: undefined });
  });
});

describe("A stream that can not be", () => {
  it("has a log twice, or one after a later one", () => {
    const { all, founding } = story();
    const last = all.at(-1) as BookEvent;
    impossible(all, last, /^Admitted \(block \d+, log 0\) came twice\.$/);
    impossible(all, founding[0] as BookEvent, /came after a later log/);
  });

  it("pays more than a fund holds", () => {
    const { all, tell } = story();
    const move = { from: 1, to: 0, asset: ASSET, party: account(9), amount: 61n, memo: hash(0) };
    impossible(all, tell("treasury", "Moved", move), /takes 61 from fund 1, which holds 60/);
  });

  it("counts ballots of strangers, of newcomers, out of time, twice carried out, or without notice", () => {
    const { all, vote, tell } = story();
    impossible(all, vote(4, 1, 14 * DAY), /who is no member/);
    impossible(all, vote(3, 1), /who is not on the roll/);
    impossible(
      all,
      tell("assembly", "VoteCast", { voter: account(1), proposalId: 1n, support: 1, reason: "" }),
      /no notice/,
    );
    const early = story();
    impossible(early.all, early.vote(1, 1), /while voting is closed/);
    impossible(all, vote(1, 4), /position 4/);
    const once = tell("assembly", "ProposalExecuted", { proposalId: PROPOSAL });
    const again = tell("assembly", "ProposalExecuted", { proposalId: PROPOSAL });
    impossible([...all, once], again, /carries 88 out again/);
  });

  it("counts signed ballots cut off, of strangers, of those who voted, or twice in a batch", () => {
    const { all, tell } = story();
    const batch = (args: Record<string, unknown>) => tell("assembly", "SignedBallotsCast", args, 7 * DAY);
    const open = tell("assembly", "Initialized", { version: 2n }, 8 * DAY);
    impossible([...all, open], batch({ proposalId: PROPOSAL, ballots: "0x0102" }), /ends inside a ballot/);
    impossible([...all, open], batch(told([1, seat(0, 1)], [1, seat(0, 4)])), /of seat 4, who is no member/);
    const voted = story();
    const direct = voted.vote(1, 1, 14 * DAY);
    impossible(
      [...voted.all, direct],
      voted.tell("assembly", "SignedBallotsCast", told([0, seat(0, 1)])),
      /has voted already/,
    );
    const twice = story();
    const doubled = twice.tell("assembly", "SignedBallotsCast", told([0, seat(0, 1)], [0, seat(0, 1)]), 14 * DAY);
    impossible(twice.all, doubled, /has voted already/);
  });

  it("petitions out of class, twice, miscounted, or once voting has opened (C3)", () => {
    const { all, tell } = story();
    const petition = (voter: number, classIndex: number, petitioners: number, later = 60) =>
      tell(
        "assembly",
        "Petitioned",
        { proposalId: PROPOSAL, class: classIndex, petitioner: account(voter), petitioners },
        later,
      );
    impossible(all, petition(1, 1, 1), /who is not of class 1/);
    impossible(all, petition(3, 1, 1), /who is not on the roll/);
    impossible(all, petition(1, 0, 2), /as number 2 of the class, not 1/);
    const once = petition(1, 0, 1);
    impossible([...all, once], petition(1, 0, 2), /who has petitioned already/);
    impossible(all, petition(1, 0, 1, 14 * DAY), /though voting has opened/);
  });

  it("gives notice without the proposal, or of a draft that is not open", () => {
    const { all, motion } = story();
    const without = (name: string) => all.filter((event) => event.name !== name && event !== motion.at(-1));
    const early = (events: BookEvent[]) =>
      events.filter(({ name, args }) => name !== "Admitted" || args.memberId !== 3);
    const notice = motion.at(-1) as BookEvent;
    impossible(early(without("ProposalCreated")), notice, /whose ProposalCreated is missing/);
    impossible(
      early(without("Drafted")).filter(({ name }) => name !== "Seconded"),
      notice,
      /which is not open/,
    );
    impossible(early(without("RulesSet")), notice, /under rules 1, which were never set/);
  });

  it("admits out of turn, twice, to no class; ends what is not active; gives shares to strangers", () => {
    const { all, tell } = story();
    const admitted = (memberId: number, n: number, classIndex: number) =>
      tell("register", "Admitted", { memberId, account: account(n), seat: seat(classIndex, n), commitment: hash(0) });
    impossible(all, admitted(5, 5, 0), /the next is member 4/);
    impossible(all, admitted(4, 3, 0), /is a member already/);
    impossible(all, admitted(4, 4, 2), /class 2, which is none/);
    impossible(all, tell("register", "Left", { memberId: 9, account: account(9), seat: 1 }), /which is not active/);
    impossible(
      all,
      tell("shares", "Subscribed", { memberId: 9, units: 1n, promised: 0n, amount: 1n }),
      /who is no member/,
    );
    impossible(all, tell("register", "ClassDeclared", { class: 5, kind: 1, name: "X" }), /the next is 2/);
  });

  it("replaces a module that did not stand there", () => {
    const { all, tell } = story();
    const placed = tell("directory", "ModulePlaced", { place: 5, module: account(6), predecessor: account(7) });
    impossible(all, placed, /names 0x0+7 as predecessor at place 5/);
  });

  it("has an argument that can not be read", () => {
    const { all, tell } = story();
    impossible(all, tell("register", "Left", { memberId: "two" }), /"memberId" of an event can not be read: two/);
  });
});
