// Polls: what the events say, and which can not be.
import { expect } from "chai";
import { pollTallies } from "../../books/apply/polls.ts";
import { coopOf } from "../../books/coop.ts";
import { DAY, house, impossible, seat } from "./house.ts";
import { account, hash } from "./sample.ts";

const DRAFT = 7n;
const QUESTION = { question: "When?", options: ["Now", "Later"] };

/** Two drivers and a rider. */
function asked() {
  const of = house(2, 1);
  const open = (pollId: bigint, draftId = 0n) =>
    of.tell("assembly", "PollOpened", {
      pollId,
      draftId,
      proposer: account(1),
      closesAt: of.now() + 14 * DAY,
      ...QUESTION,
      rolls: [2, 1],
      serials: [2, 1],
    });
  const answer = (pollId: bigint, member: number, option: number, later = 60) =>
    of.tell("assembly", "Answered", { pollId, member: account(member), option }, later);
  const draft = () => of.tell("assembly", "PollDrafted", { draftId: DRAFT, proposer: account(1), ...QUESTION });
  const second = (member: number) =>
    of.tell("assembly", "Seconded", { draftId: DRAFT, seconder: account(member), seconders: 1 });
  const withdraw = () => of.tell("assembly", "DraftWithdrawn", { draftId: DRAFT });
  return { ...of, open, answer, draft, second, withdraw };
}

describe("Polls in the books", () => {
  it("count the last answer of each member, by class and option", () => {
    const { events, open, answer } = asked();
    events.push(open(1n), answer(1n, 1, 1), answer(1n, 2, 2), answer(1n, 3, 1), answer(1n, 1, 2));
    const coop = coopOf(events);
    const poll = coop.polls.get(1);
    expect(poll && pollTallies(coop, poll)).to.deep.equal([
      { index: 0, name: "Drivers", roll: 2, answers: [0, 2] },
      { index: 1, name: "Riders", roll: 1, answers: [1, 0] },
    ]);
  });

  it("come from a draft that was seconded", () => {
    const { events, draft, second, open } = asked();
    events.push(draft(), second(2), open(1n, DRAFT));
    const { pollDrafts } = coopOf(events);
    expect(pollDrafts.get(String(DRAFT))).to.include({ state: "noticed", pollId: 1 });
    expect(pollDrafts.get(String(DRAFT))?.seconders).to.deep.equal([account(2)]);
  });

  it("are drafted once at a time; one that was withdrawn is neither seconded nor opened", () => {
    const { events, draft, second, withdraw, open } = asked();
    events.push(draft());
    impossible(events, draft(), /opens draft 7 twice/);
    events.push(withdraw());
    expect(coopOf(events).pollDrafts.get(String(DRAFT))?.state).to.equal("withdrawn");
    impossible(events, second(2), /about draft 7, which is not open/);
    impossible(events, withdraw(), /about draft 7, which is not open/);
    impossible(events, open(1n, DRAFT), /about draft 7, which is not open/);
    events.push(draft(), second(3));
    expect(coopOf(events).pollDrafts.get(String(DRAFT))?.seconders).to.deep.equal([account(3)]);
  });

  it("are numbered without gaps", () => {
    const { events, open } = asked();
    impossible(events, open(2n), /opens poll 2; the next is poll 1/);
    events.push(open(1n));
    impossible(events, open(1n), /opens poll 1; the next is poll 2/);
    impossible(events, open(2n, DRAFT), /about draft 7, which is not open/);
  });

  it("have no answers of strangers, newcomers, too late, or for what is not an option", () => {
    const { events, open, answer, add } = asked();
    impossible(events, answer(1n, 1, 1), /to poll 1, which was never opened/);
    events.push(open(1n));
    impossible(events, answer(1n, 9, 1), /who is no member/);
    impossible(events, answer(1n, 1, 0), /for option 0, which there is not/);
    impossible(events, answer(1n, 1, 3), /for option 3, which there is not/);
    add("register", "Admitted", { memberId: 4, account: account(4), seat: seat(1, 2), commitment: hash(4) });
    impossible(events, answer(1n, 4, 1), /who is not on the roll/);
    impossible(events, answer(1n, 1, 1, 14 * DAY), /though poll 1 has closed/);
  });
});
