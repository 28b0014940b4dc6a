// The sentences that contract, dApp and audit have in common.
import { expect } from "chai";
import { decide, type NamedTally } from "../../books/outcome.ts";
import type { Kind, Terms, Votes } from "../../books/rules.ts";
import { outcomeSentence, ruleSentence } from "../../books/sentence.ts";
import { NO_HISTORY, sampleRules } from "./sample.ts";

const { kinds, voting } = sampleRules(6_000, 4_000);
const ruleOf = (kind: Kind) => {
  const rule = kinds[kind];
  if (!rule) throw new Error(`There is no kind ${kind}.`);
  return rule;
};

function tallies(drivers: Votes, riders: Votes, roll = 30): NamedTally[] {
  return [
    { index: 0, name: "Drivers", kind: 1, roll, votes: drivers },
    { index: 1, name: "Riders", kind: 2, roll, votes: riders },
  ];
}

const DEFEATED_AT_ONCE = { ...NO_HISTORY, mayAdjourn: false };
const PUT_AGAIN: Terms = { mayHold: true, mayAdjourn: false, relieved: true, everyClass: false };
const PETITIONED: Terms = { ...NO_HISTORY, everyClass: true };

function say(kind: Kind, classes: NamedTally[], closed: boolean, terms: Terms = DEFEATED_AT_ONCE): string {
  return outcomeSentence(decide(kind, ruleOf(kind), voting, classes, terms), classes, closed, terms);
}

describe("Sentences", () => {
  it("say what a resolution of each kind needs", () => {
    const sentences = ([0, 1, 2, 3] as const).map((kind) => ruleSentence(ruleOf(kind), voting, 60, kind));
    const ordinary = "Needs more than half of the votes by class weight, and 15 of 60 members voting.";
    expect(sentences).to.deep.equal([
      ordinary,
      ordinary,
      "Needs at least three quarters of the votes by class weight, and 31 of 60 members voting.",
      "Needs at least three quarters of the votes by class weight, more for than against in every class, and 31 of 60 members voting.",
    ]);
    expect(ruleSentence(ruleOf(1), { ...voting, byWeight: false }, 1, 1)).to.equal(
      "Needs more than half of the votes by heads, and 1 of 1 member voting.",
    );
  });

  it("say how an open vote stands", () => {
    expect(say(1, tallies([2, 5, 0, 0], [5, 4, 0, 0]), false)).to.equal(
      "Drivers 71 % for, riders 44 %; it would pass as it stands.",
    );
    expect(say(1, tallies([2, 5, 0, 0], [3, 2, 0, 0]), false)).to.equal(
      "Drivers 71 % for, riders 40 %; three more must vote.",
    );
    expect(say(1, tallies([0, 0, 0, 0], [0, 0, 0, 0]), false)).to.equal("Nobody has voted yet; 15 more must vote.");
    expect(say(1, tallies([0, 0, 15, 0], [0, 0, 0, 0]), false)).to.equal(
      "Only abstentions so far; it needs votes for or against from enough of a class.",
    );
    expect(say(1, tallies([0, 9, 0, 2], [0, 6, 0, 0]), false)).to.equal(
      "Drivers 82 % for, riders 100 %; two members block it, so it would be held.",
    );
    expect(say(1, tallies([8, 7, 0, 0], [0, 0, 0, 0]), false)).to.equal(
      "Drivers 47 % for; it needs more votes for it.",
    );
  });

  it("say how a vote ended", () => {
    expect(say(1, tallies([2, 9, 0, 0], [1, 4, 0, 0]), true)).to.equal("Passed: Drivers 82 % for, riders 80 %.");
    expect(say(1, tallies([2, 5, 0, 0], [3, 4, 0, 0]), true)).to.equal(
      "Lost, one ballot short of the 15 it needed: Drivers 71 % for, riders 57 %.",
    );
    expect(say(1, tallies([0, 9, 0, 2], [0, 6, 0, 0]), true)).to.equal(
      "Held, because two of 17 ballots block it: Drivers 82 % for, riders 100 %.",
    );
    expect(say(3, tallies([10, 20, 0, 0], [10, 9, 0, 0]), true)).to.equal(
      "Lost without the majority it needed: Drivers 67 % for, riders 47 %.",
    );
    expect(say(3, tallies([1, 29, 0, 0], [10, 9, 0, 0]), true)).to.equal(
      "Lost, because the riders stand against it: Drivers 97 % for, riders 47 %.",
    );
  });

  it("say that a vote was adjourned, and that it may be put again once (V12)", () => {
    expect(say(1, tallies([2, 5, 0, 0], [2, 3, 0, 0]), true, NO_HISTORY)).to.equal(
      "Adjourned: it had its majority but was three ballots short of the 15 it needed; it may be put again once. Drivers 71 % for, riders 60 %.",
    );
  });

  it("say what it needs, how it stands and how it ended when put again (V12)", () => {
    expect(ruleSentence(ruleOf(1), voting, 60, 1, PUT_AGAIN)).to.equal(
      "Put again after it was adjourned, it needs more than half of the votes by class weight, and 8 of 60 members voting.",
    );
    expect(ruleSentence(ruleOf(2), voting, 60, 2, PUT_AGAIN)).to.contain("and 15 of 60 members voting.");
    expect(say(1, tallies([0, 5, 0, 0], [0, 0, 0, 0]), false, PUT_AGAIN)).to.equal(
      "Drivers 100 % for; put again after it was adjourned, three more must vote.",
    );
    expect(say(1, tallies([2, 5, 0, 0], [0, 1, 0, 0]), true, PUT_AGAIN)).to.equal(
      "Passed when put again after it was adjourned: Drivers 71 % for, riders 100 %.",
    );
    expect(say(1, tallies([0, 5, 0, 0], [0, 0, 0, 0]), true, PUT_AGAIN)).to.equal(
      "Lost, three ballots short of the 8 it needed when put again after it was adjourned: Drivers 100 % for.",
    );
  });

  it("say that a class asked that every class agree (C3)", () => {
    expect(ruleSentence(ruleOf(1), voting, 60, 1, PETITIONED)).to.equal(
      "Needs more than half of the votes by class weight, more for than against in every class, as a class has asked, and 15 of 60 members voting.",
    );
    const split = tallies([0, 20, 0, 0], [3, 2, 0, 0]);
    expect(say(1, split, false, PETITIONED)).to.equal(
      "Drivers 100 % for, riders 40 %; the riders stand against it, and a class has asked that every class agree.",
    );
    expect(say(1, split, true, PETITIONED)).to.equal(
      "Lost, because the riders stand against it, and a class had asked that every class agree: Drivers 100 % for, riders 40 %.",
    );
  });

  it("never round a share to nothing, half or all", () => {
    const standing = (votes: Votes) => say(1, tallies(votes, [0, 0, 0, 0], 1_000), true).replace(/^.*: /, "");
    expect(standing([499, 501, 0, 0])).to.equal("Drivers just over 50 % for.");
    expect(standing([501, 499, 0, 0])).to.equal("Drivers just under 50 % for.");
    expect(standing([999, 1, 0, 0])).to.equal("Drivers under 1 % for.");
    expect(standing([1, 999, 0, 0])).to.equal("Drivers over 99 % for.");
    expect(standing([500, 500, 0, 0])).to.equal("Drivers 50 % for.");
  });
});
