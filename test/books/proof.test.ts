// A proof bundle checks itself: the outcome follows from rules, roll and ballots alone, and whatever is changed in it is named.
import { expect } from "chai";
import { coopOf } from "../../books/coop.ts";
import { type ProofBundle, proofFiles, proofOf } from "../../books/export/proof.ts";
import { verifyProof } from "../../books/export/verify-proof.ts";
import { DAY, house, proposalIn, seat } from "./house.ts";
import { ASSET, account } from "./sample.ts";

const ID = 7n;

/** Four drivers and two riders: three drivers for it, one of them by its proxy, and one rider against. Closed days later, if at all. */
function story(days: number) {
  const { add, put, wait, events, now } = house(4, 2);
  add("assembly", "ProxyNamed", { principal: seat(0, 3), proxy: seat(0, 1), topic: 2 });
  add("assembly", "ProxyAccepted", { principal: seat(0, 3), proxy: seat(0, 1), topic: 2 });
  put({ id: ID, text: "Pay the workshop" });
  wait(15);
  const vote = (voter: number, support: number) =>
    add("assembly", "VoteCast", { voter: account(voter), proposalId: ID, support, weight: 1n, reason: "" });
  vote(1, 0);
  vote(1, 1);
  vote(2, 1);
  add("assembly", "VotedByProxy", { proposalId: ID, proxy: seat(0, 1), support: 1, principals: [seat(0, 3)] });
  vote(5, 0);
  if (days > 0) wait(days);
  const coop = coopOf(events);
  const of = {
    chainId: 1,
    directory: account(0xc0),
    block: 99n,
    token: { address: ASSET, symbol: "EUR", decimals: 2 },
  };
  return { coop, of, now: now() };
}

function voted(days = 20): ProofBundle {
  const { coop, of, now } = story(days);
  return proofOf(coop, proposalIn(coop, ID), of, now);
}

/** As it comes out of a file, with a change. */
function changed(change: (bundle: ProofBundle) => unknown): string[] {
  const bundle = JSON.parse(JSON.stringify(voted())) as ProofBundle;
  change(bundle);
  return verifyProof(bundle);
}

describe("The proof bundle of a resolution", () => {
  it("has every ballot with its log, by seat and member, and the outcome with every figure", () => {
    const { ballots, outcome, sentence, closed, proposal, notice } = voted();
    expect(ballots.map((one) => [one.seat, one.member, one.position, one.byProxy, one.changes])).to.deep.equal([
      [1, 1, "for", null, 1],
      [2, 2, "for", null, 0],
      [3, 3, "for", 1, 0],
      [seat(1, 1), 5, "against", null, 0],
    ]);
    for (const { transaction, block } of [...ballots, notice]) {
      expect(transaction).to.match(/^0x[0-9a-f]{64}$/);
      expect(block).to.be.greaterThan(0);
    }
    expect(outcome).to.include({ roll: 6, ballots: 4, inFavour: 3, against: 1 });
    expect(closed).to.equal(true);
    expect(sentence).to.contain("Drivers 100 % for");
    expect(proposal).to.include({ id: "7", text: "Pay the workshop", kindName: "ordinary" });
  });

  it("agrees with itself, also while the vote is open", () => {
    expect(changed(() => {})).to.deep.equal([]);
    const open = voted(0);
    expect(open.closed).to.equal(false);
    expect(verifyProof(open)).to.deep.equal([]);
  });

  it("is found out where a ballot is changed, left out, doubled or made up", () => {
    const first = (bundle: ProofBundle) => bundle.ballots[0] as ProofBundle["ballots"][number];
    const altered = changed((bundle) => Object.assign(first(bundle), { position: "against" }));
    expect(altered).to.include.members([
      "The ballot of seat 3 is not what its proxy, seat 1, voted itself.",
      "Drivers, against: the bundle says 0, its ballots and rules give 1.",
      "outcome, inFavour: the bundle says 3, its ballots and rules give 2.",
    ]);
    expect(changed((bundle) => bundle.ballots.pop())).to.include(
      "Riders, against: the bundle says 1, its ballots and rules give 0.",
    );
    expect(changed((bundle) => bundle.ballots.push({ ...first(bundle) }))).to.include(
      "The ballot of seat 1 is there twice.",
    );
    const madeUp = (bundle: ProofBundle, serial: number) =>
      bundle.ballots.push({ ...first(bundle), seat: serial, serial });
    expect(changed((bundle) => madeUp(bundle, 5))).to.include("The ballot of seat 5 is not on the closed roll.");
    expect(changed((bundle) => Object.assign(first(bundle), { class: 1 }))).to.include(
      "The ballot of seat 1 has another class or serial than its number says.",
    );
    expect(changed((bundle) => Object.assign(first(bundle), { at: bundle.vote.end + DAY }))).to.include(
      "The ballot of seat 1 was cast while voting was not open.",
    );
    expect(changed((bundle) => Object.assign(first(bundle), { position: "perhaps" }))).to.include(
      'The ballot of seat 1 is for "perhaps", which is no position.',
    );
    expect(changed((bundle) => Object.assign(bundle, { excludedSeat: 2 }))).to.include(
      "The ballot of seat 2 is not on the closed roll.",
    );
  });

  it("is found out where a rule, the roll, a figure or the words are changed", () => {
    expect(changed(({ rules }) => Object.assign(rules.kind, { quorumNumber: 6 }))).to.include(
      "outcome, quorum: the bundle says 3, its ballots and rules give 6.",
    );
    expect(changed(({ roll }) => Object.assign(roll[0] ?? {}, { members: 2 }))).to.include(
      "Drivers: 3 ballots were cast by a roll of 2.",
    );
    expect(changed(({ outcome }) => Object.assign(outcome, { shareNumerator: "1" }))[0]).to.match(
      /^outcome, shareNumerator/,
    );
    expect(changed((bundle) => Object.assign(bundle, { sentence: "Passed." }))[0]).to.match(
      /^sentence: the bundle says Passed/,
    );
    expect(changed((bundle) => Object.assign(bundle, { tallies: [] }))).to.include(
      "tallies: the bundle says 0, its ballots and rules give 2.",
    );
    const carriedOut = changed((bundle) => {
      bundle.execution = { at: 1, transaction: bundle.notice.transaction };
      bundle.ballots = [];
    });
    expect(carriedOut).to.include("It was carried out although it did not pass.");
    expect(changed((bundle) => Object.assign(bundle, { format: "other" }))).to.deep.equal([
      'The bundle is in the form "other", not "rochdale-proof/1".',
    ]);
    expect(changed(({ proposal }) => Object.assign(proposal, { kind: 9 }))).to.deep.equal([
      "The proposal is of kind 9, which is none.",
    ]);
  });

  it("says what is missing where books from an impossible stream can not make it", () => {
    const { coop, of, now } = story(20);
    coop.rules.clear();
    const [file] = proofFiles(coop, of, now);
    expect(file?.name).to.equal("proofs/1.json");
    expect(JSON.parse(file?.text ?? "")).to.include({ problem: "There are no rules with version 1." });
    expect(verifyProof(JSON.parse(file?.text ?? ""))).to.deep.equal([
      'The bundle is in the form "none", not "rochdale-proof/1".',
    ]);
  });
});
