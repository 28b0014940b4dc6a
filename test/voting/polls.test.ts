// Polls: who may ask, who answers, and how answers are counted.
import { expect } from "chai";
import { DAY, Position, Topic } from "../../scripts/deploy/charter.ts";
import { admit, minute, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { account, addressOf, memberOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const QUESTION = "Which colour for the cars?";
const OPTIONS = ["Blue", "Green", "Red"];
const options = (count: number) => Array.from({ length: count }, (_, i) => `Option ${i + 1}`);

describe("Assembly: polls", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 15);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });

  const lobby = () => coop.lobbyContract;
  const as = (i: number) => ({ account: account(chain, i) });
  const open = async (by = 0, list = OPTIONS, proposer = by) => {
    await lobby().write.openPoll([addressOf(chain, proposer), QUESTION, list], as(by));
    return lobby().read.pollsEver();
  };
  const draft = async (by: number, question = QUESTION, list = OPTIONS) => {
    await lobby().write.draftPoll([question, list], as(by));
    const [event] = await lobby().getEvents.PollDrafted();
    return event?.args.draftId ?? 0n;
  };
  const answer = (pollId: bigint, by: number, option: number) => lobby().write.answer([pollId, option], as(by));
  const seat = async (i: number) => (await memberOf(chain, coop, i)).seat;
  const tally = async (pollId: bigint) => (await lobby().read.pollTally([pollId])).map((t) => t.slice(0, 3));

  it("open at once for the board, with the roll closed as for a proposal", async () => {
    expect(await lobby().read.pollsEver()).to.equal(0n);
    const pollId = await open();
    expect(pollId).to.equal(1n);
    const now = await chain.networkHelpers.time.latest();
    const closesAt = now + 14 * DAY;
    expect(await lobby().read.pollRecord([1n])).to.deep.equal({ opensAt: now, closesAt, options: 3, classes: 4 });
    const [event] = await lobby().getEvents.PollOpened();
    expect(event?.args).to.deep.include({
      pollId: 1n,
      draftId: 0n,
      closesAt,
      question: QUESTION,
      options: OPTIONS,
      rolls: [4, 4, 4, 3],
      serials: [4, 4, 4, 3],
    });
    expect(await open()).to.equal(2n);
  });

  it("of a member need seconders, like any draft [V8]", async () => {
    await reverts(open(4), "AssemblyNoSuchDraft");
    const draftId = await draft(4);
    await reverts(open(4), "AssemblySecondersMissing", [0n, 2n]);
    await coop.deskContract.write.second([draftId], as(5));
    await reverts(coop.deskContract.write.second([draftId], as(5)), "AssemblyAlreadySeconded");
    await reverts(coop.deskContract.write.second([draftId], as(4)), "AssemblyAlreadySeconded");
    await reverts(open(0, OPTIONS, 4), "AssemblySecondersMissing", [1n, 2n]);
    await coop.deskContract.write.second([draftId], as(6));
    const { restore } = await chain.networkHelpers.takeSnapshot();
    await coop.registerContract.write.resign(as(4));
    await reverts(open(40, OPTIONS, 4), "AssemblyNotMember");
    await restore();
    const pollId = await open(40, OPTIONS, 4);
    const [event] = await lobby().getEvents.PollOpened();
    expect([event?.args.draftId, event?.args.proposer?.toLowerCase()]).to.deep.equal([draftId, addressOf(chain, 4)]);
    await answer(pollId, 4, 1);
    // The draft is spent.
    await reverts(open(40, OPTIONS, 4), "AssemblyNoSuchDraft");
  });

  it("cannot be opened by the board in the name of somebody else", async () => {
    await reverts(open(0, OPTIONS, 4), "AssemblyNoSuchDraft");
  });

  it("are drafted by members, once at a time, and can be given up", async () => {
    await reverts(draft(50), "AssemblyNotMember");
    const draftId = await draft(4);
    await reverts(draft(4), "AssemblyDraftExists", [draftId]);
    for (const i of [5, 6]) await coop.deskContract.write.second([draftId], as(i));
    await reverts(coop.deskContract.write.withdrawDraft([draftId], as(5)), "AssemblyNotProposer");
    await coop.deskContract.write.withdrawDraft([draftId], as(4));
    await reverts(open(4), "AssemblyNoSuchDraft", [draftId]);
    await reverts(coop.deskContract.write.second([draftId], as(7)), "AssemblyNoSuchDraft");
    await draft(4);
    await reverts(open(4), "AssemblySecondersMissing", [0n, 2n]);
  });

  it("are the ones that were seconded: other words are another draft", async () => {
    const draftId = await draft(4);
    for (const i of [5, 6]) await coop.deskContract.write.second([draftId], as(i));
    await reverts(open(4, ["Blue", "Green", "Black"]), "AssemblyNoSuchDraft");
  });

  it("have two to seven options", async () => {
    for (const count of [0, 1, 8]) {
      await reverts(open(0, options(count)), "PollOptionsOutOfBounds", [BigInt(count)]);
      await reverts(draft(4, QUESTION, options(count)), "PollOptionsOutOfBounds", [BigInt(count)]);
    }
    const two = await open(0, options(2));
    await answer(two, 4, 2);
    const seven = await open(0, options(7));
    await answer(seven, 4, 7);
    expect((await lobby().read.pollTally([seven]))[0]).to.deep.equal([0, 0, 0, 0, 0, 0, 1]);
  });

  it("count one answer a member, by class, and members can change it [M1]", async () => {
    const pollId = await open();
    for (const [i, option] of [1, 2, 3, 1, 1].entries()) await answer(pollId, i, option);
    await answer(pollId, 0, 3);
    await answer(pollId, 0, 2);
    const [event] = await lobby().getEvents.Answered();
    expect(event?.args).to.deep.include({ pollId, option: 2 });
    expect(await tally(pollId)).to.deep.equal([
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(await lobby().read.answerOf([pollId, await seat(0)])).to.equal(2);
    expect(await lobby().read.answerOf([pollId, await seat(5)])).to.equal(0);
  });

  it("close after the period, to the second [V2] [case 14]", async () => {
    const pollId = await open();
    const { closesAt } = await lobby().read.pollRecord([pollId]);
    const { time } = chain.networkHelpers;
    await time.setNextBlockTimestamp(closesAt);
    await answer(pollId, 4, 1);
    await time.setNextBlockTimestamp(closesAt + 1);
    await reverts(answer(pollId, 5, 1), "PollClosed", [pollId]);
    await reverts(answer(pollId, 4, 2), "PollClosed");
    expect((await tally(pollId))[0]).to.deep.equal([1, 0, 0]);
  });

  it("are answered by members on their roll only [case 6]", async () => {
    const pollId = await open();
    await admit(chain, coop, 15, 16);
    const late = await seat(15);
    await reverts(answer(pollId, 15, 1), "AssemblyNotOnRoll", [pollId, late]);
    await reverts(answer(pollId, 50, 1), "AssemblyNotMember");
    await coop.registerContract.write.resign(as(5));
    await reverts(answer(pollId, 5, 1), "AssemblyNotMember");
    await answer(await open(), 15, 1);
  });

  it("know their options and numbers", async () => {
    const pollId = await open();
    await reverts(answer(pollId, 4, 0), "PollUnknownOption", [pollId, 0]);
    await reverts(answer(pollId, 4, 4), "PollUnknownOption", [pollId, 4]);
    await answer(pollId, 4, 3);
    await reverts(answer(0n, 4, 1), "PollClosed", [0n]);
    await reverts(answer(pollId + 1n, 4, 1), "PollClosed", [pollId + 1n]);
    expect((await lobby().read.pollRecord([2n])).opensAt).to.equal(0);
    expect(await lobby().read.pollTally([2n])).to.deep.equal([]);
  });

  it("ask each member: proxies do not answer", async () => {
    await lobby().write.nameProxy([Topic.General, addressOf(chain, 8)], as(4));
    await lobby().write.acceptProxy([Topic.General, addressOf(chain, 4)], as(8));
    const pollId = await open();
    await answer(pollId, 8, 1);
    expect((await tally(pollId))[0]).to.deep.equal([1, 0, 0]);
    await reverts(lobby().write.countPrincipals([pollId, addressOf(chain, 8)], as(40)), "GovernorNonexistentProposal");
  });

  it("and proposals are counted apart", async () => {
    const pollId = await open();
    const step = resolution(chain, coop, [minute(coop)]);
    const id = await step.propose();
    await answer(pollId, 4, 3);
    await step.vote(4, Position.Against);
    await step.vote(8, Position.For);
    expect((await tally(pollId))[0]).to.deep.equal([0, 0, 1]);
    expect(at(await step.tally(), 0).votes).to.deep.equal([1, 1, 0, 0]);
    expect(await coop.deskContract.read.ballotOf([pollId, await seat(4)])).to.equal(0);
    expect(await lobby().read.answerOf([id, await seat(4)])).to.equal(0);
    await reverts(coop.assemblyContract.write.castVote([pollId, 1], as(4)), "GovernorNonexistentProposal");
    await reverts(answer(id, 4, 1), "PollClosed");
    // A poll's draft puts nothing on notice.
    const draftId = await draft(4);
    for (const i of [5, 6]) await coop.deskContract.write.second([draftId], as(i));
    await reverts(resolution(chain, coop, [minute(coop)], QUESTION).giveNotice(4), "AssemblyNoSuchDraft");
  });

  it("are short enough to read, question and options together [case 109]", async () => {
    const longest = 20_000n;
    const question = "a".repeat(Number(longest) - 5);
    await reverts(draft(4, `${question}a`, ["abc", "de"]), "AssemblyTextTooLong", [longest + 1n, longest]);
    await reverts(draft(4, question, ["abc", "def"]), "AssemblyTextTooLong", [longest + 1n, longest]);
    await reverts(lobby().write.openPoll([addressOf(chain, 0), `${question}a`, ["abc", "de"]]), "AssemblyTextTooLong");
    await draft(4, question, ["abc", "de"]);
  });
});
