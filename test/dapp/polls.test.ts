import { expect } from "chai";
import type { Poll } from "../../books/coop.ts";
import { dutiesOf } from "../../dapp/src/features/home/duties.ts";
import { isFaultless, mistakesInPoll, NOTHING_ASKED, questionOf } from "../../dapp/src/features/polls/newPoll.ts";
import { isOpen, mayAnswer, rollOf } from "../../dapp/src/shared/motion/polls.ts";
import { accountOf, memberOf, NOW, smallCoop } from "./helpers.ts";

const POLL: Poll = {
  id: 1,
  question: "Which colour?",
  options: ["Green", "Red"],
  proposer: accountOf(1),
  opensAt: NOW - 10,
  closesAt: NOW,
  rolls: [3, 1],
  serials: [3, 1],
  answers: new Map(),
  assembly: accountOf(99),
};

describe("A poll on the pages", () => {
  it("is open to its last second, for the seats on its roll", () => {
    const coop = smallCoop();
    expect([isOpen(POLL, NOW), isOpen(POLL, NOW + 1)]).to.deep.equal([true, false]);
    expect([1, 4, 5].map((id) => mayAnswer(POLL, memberOf(coop, id)))).to.deep.equal([true, false, true]);
    expect(rollOf(POLL)).to.equal(4);
  });
  it("waits for a member's answer, and a draft for seconds of others", () => {
    const coop = smallCoop();
    coop.polls.set(1, { ...POLL, answers: new Map([[2, 1]]) });
    const draft = { question: "When?", options: ["Now", "Later"], id: 9n, proposer: accountOf(1), openedAt: NOW };
    coop.pollDrafts.set("9", { ...draft, seconders: [], state: "open" });
    const waits = (id: number) => {
      const { toAnswerPoll, toSecondPoll } = dutiesOf(coop, memberOf(coop, id), NOW);
      return [toAnswerPoll.length, toSecondPoll.length];
    };
    expect([1, 2, 4].map(waits)).to.deep.equal([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });
});

describe("A new poll", () => {
  it("needs a question and two different options", () => {
    expect(mistakesInPoll(NOTHING_ASKED)).to.deep.equal({
      question: "Write the question.",
      options: { 0: "A poll has two options at least.", 1: "A poll has two options at least." },
    });
    const same = mistakesInPoll({ question: "Which?", options: ["Green", " green "] });
    expect(same.options).to.deep.equal({ 1: "This option is there already." });
    expect(isFaultless(same)).to.equal(false);
  });
  it("leaves out what was left empty", () => {
    const question = questionOf({ question: " Which? ", options: ["Green", "Red ", "", ""] });
    expect(question).to.deep.equal({ question: "Which?", options: ["Green", "Red"] });
  });
});
