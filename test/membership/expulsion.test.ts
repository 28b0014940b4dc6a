// Parting with a member: by whom, on which roll, and what the member keeps until it is decided.
import { expect } from "chai";
import { concat, type Hex, parseEventLogs, zeroHash } from "viem";
import { assemblyDeskAbi } from "../../books/abi.ts";
import { Kind, Position } from "../../scripts/deploy/charter.ts";
import { ballotToSign, packBallots } from "../../scripts/lib/signed-ballots.ts";
import { admit, commitment, GovernorState, minute, payment, resolution, Verdict } from "../helpers/assembly.ts";
import {
  type Action,
  at,
  type Chain,
  type Coop,
  coopWith,
  found,
  hashOf,
  perTest,
  standardCharter,
} from "../helpers/coop.ts";
import {
  account,
  addressOf,
  admission,
  asAssembly,
  bring,
  carryOut,
  expulsion,
  memberOf,
  readmission,
} from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const { For, Against } = Position;
/** A driver, and the members who are asked about it. */
const dan = 4;
const others = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11];

describe("Expulsion", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let id: number;
  let seat: number;
  beforeEach(async () => {
    ({ chain, coop } = given());
    ({ id, seat } = await memberOf(chain, coop, dan));
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const ofDan = (text = "Dan goes") => resolution(chain, coop, [expulsion(coop, id)], text);
  const leastKind = (actions: readonly Action[]) => {
    const [targets, values, calldatas] = resolution(chain, coop, actions).content;
    return coop.deskContract.read.leastKind([targets, values, calldatas]);
  };

  it("takes an extraordinary resolution, and so does taking back [M5]", async () => {
    expect(await leastKind([expulsion(coop, id)])).to.equal(Kind.Extraordinary);
    expect(await leastKind([readmission(coop, addressOf(chain, dan), 0)])).to.equal(Kind.Extraordinary);
  });

  it("ends a membership when three quarters want it and half turn out [M5]", async () => {
    const step = ofDan();
    await step.propose();
    await carryOut(step, others);
    expect(await memberOf(chain, coop, dan)).to.deep.equal({ id: 0, seat: 0 });
    expect((await coop.registerContract.read.member([BigInt(id)])).status).to.equal(3);
    expect(await coop.registerContract.read.isExpelled([addressOf(chain, dan)])).to.equal(true);
    expect((await coop.registerContract.read.roll()).map((r) => r.active)).to.deep.equal([2, 3, 3, 3]);
    const [event] = await coop.registerContract.getEvents.Expelled();
    expect(event?.args).to.deep.include({ memberId: id, seat, grounds: hashOf("grounds") });
    const [gone] = await coop.registerContract.getEvents.Transfer();
    expect(gone?.args.tokenId).to.equal(BigInt(id));
  });

  it("fails at less than three quarters [M5] [V5]", async () => {
    const step = ofDan();
    await step.propose();
    await step.toOpening();
    for (const i of others) await step.vote(i, i % 4 === 0 || i === 3 ? For : Against);
    await step.toClose();
    expect((await step.outcome()).verdict).to.equal(Verdict.Defeated);
  });

  it("names one member and does nothing else [M5]", async () => {
    const alone = "AssemblyExpulsionNotAlone";
    const two = [expulsion(coop, id), expulsion(coop, 2)];
    await reverts(leastKind(two), alone);
    await reverts(leastKind([minute(coop), expulsion(coop, id)]), alone);
    await reverts(leastKind([expulsion(coop, id), payment(chain, coop, coop.directory)]), alone);
    await reverts(resolution(chain, coop, two).propose(), alone);
    await reverts(resolution(chain, coop, two).draft(5), alone);
  });

  it("is written as its function asks: nothing more, nothing less [M5]", async () => {
    const { target, data } = expulsion(coop, id);
    for (const odd of [concat([data, "0x00"]), data.slice(0, -2) as Hex, data.slice(0, 10) as Hex]) {
      await reverts(leastKind([{ target, data: odd }]), "AssemblyExpulsionNotAlone");
    }
  });

  it("is of a member who is there", async () => {
    await reverts(resolution(chain, coop, [expulsion(coop, 99)]).propose(), "MemberRegisterNoSuchMember");
    await coop.registerContract.write.resign(as(dan));
    await reverts(ofDan().propose(), "AssemblyNotMember", [addressOf(chain, dan)]);
  });

  describe("goes before a roll", () => {
    let step: ReturnType<typeof ofDan>;
    let proposal: bigint;
    beforeEach(async () => {
      step = ofDan();
      proposal = await step.propose();
    });

    it("without its subject: one less in the class, in the roll and for the quorum [M5]", async () => {
      expect((await step.tally()).map((t) => t.roll)).to.deep.equal([2, 3, 3, 3]);
      const [event] = await coop.assemblyContract.getEvents.NoticeGiven();
      expect(event?.args).to.deep.include({ excluded: seat, rolls: [2, 3, 3, 3], serials: [3, 3, 3, 3] });
      expect((await coop.deskContract.read.proposalRecord([proposal])).excluded).to.equal(seat);
      const { roll, turnout } = await step.outcome();
      // 51 % of eleven are six; of twelve they would be seven.
      expect([roll, turnout]).to.deep.equal([11, 6]);
      const usual = resolution(chain, coop, [minute(coop)], "Anything else");
      await usual.propose();
      expect((await usual.outcome()).roll).to.equal(12);
    });

    it("and the subject's direct ballot is refused [M5]", async () => {
      await step.toOpening();
      await reverts(step.vote(dan, Against), "AssemblyNotOnRoll", [proposal, seat]);
      expect(await coop.deskContract.read.ballotOf([proposal, seat])).to.equal(8);
      expect(await coop.assemblyContract.read.hasVoted([proposal, addressOf(chain, dan)])).to.equal(false);
    });

    it("and so is its signed one, without harm to the others [M5] [case 36]", async () => {
      await step.toOpening();
      const ballots = await Promise.all(
        [8, dan, 0].map(async (i) => ({
          voter: addressOf(chain, i),
          support: Against,
          signature: await at(chain.wallets, i).signTypedData(ballotToSign(coop.assembly, 31_337, proposal, Against)),
        })),
      );
      const hash = await coop.deskContract.write.castVotesBySig([proposal, packBallots(ballots)], as(40));
      const { logs } = await chain.client.waitForTransactionReceipt({ hash });
      const passedOver = parseEventLogs({ abi: assemblyDeskAbi, eventName: "BallotPassedOver", logs });
      const notOnRoll = 2;
      expect(passedOver.map((e) => [e.args.voter.toLowerCase(), e.args.why])).to.deep.equal([
        [addressOf(chain, dan), notOnRoll],
      ]);
      expect(at(await step.tally(), 0).votes).to.deep.equal([2, 0, 0, 0]);
    });

    it("and its subject is heard, from notice to the close, and nobody else [M5]", async () => {
      const speak = (i: number) => coop.deskContract.write.beHeard([proposal, hashOf("I was ill")], as(i));
      await speak(dan);
      const [event] = await coop.deskContract.getEvents.Heard();
      expect(event?.args).to.deep.include({ proposalId: proposal, statement: hashOf("I was ill") });
      await reverts(speak(5), "AssemblyNotToBeHeard");
      await reverts(speak(50), "AssemblyNotMember");
      await chain.networkHelpers.time.setNextBlockTimestamp(await step.closes());
      await speak(dan);
      await reverts(speak(dan), "AssemblyNotToBeHeard", [proposal, addressOf(chain, dan)]);
    });

    it("and there is nobody to hear on any other motion [M5]", async () => {
      const other = await resolution(chain, coop, [minute(coop)], "Trees").propose();
      await reverts(coop.deskContract.write.beHeard([other, hashOf("x")], as(dan)), "AssemblyNotToBeHeard");
      await reverts(coop.deskContract.write.beHeard([7n, hashOf("x")], as(dan)), "GovernorNonexistentProposal");
    });
  });

  it("states its grounds [M5]", async () => {
    const step = resolution(chain, coop, [expulsion(coop, id, zeroHash)], "No reason given");
    await step.propose();
    await reverts(carryOut(step, others), "MemberRegisterGroundsMissing");
    expect(await step.state()).to.equal(GovernorState.Queued);
  });

  it("does not count its subject when it asks for seconders [M5] [V8]", async () => {
    // Eleven can be asked: two of them are a tenth rounded up. With ten it is one.
    const step = ofDan();
    await reverts(bring(step, 5, [6]), "AssemblySecondersMissing", [1n, 2n]);
    await coop.registerContract.write.resign(as(11));
    await step.giveNotice(5);
  });

  it("is not for the board alone, nor is taking back [M5]", async () => {
    const { write } = coop.registerContract;
    await reverts(write.expel([id, hashOf("grounds")], as(0)), "ModuleUnauthorised");
    await write.expel([id, hashOf("grounds")], await asAssembly(chain, coop));
    await reverts(write.readmit([addressOf(chain, dan), 0, commitment(1)], as(0)), "ModuleUnauthorised");
    await reverts(write.readmit([addressOf(chain, dan), 0, commitment(1)], as(dan)), "ModuleUnauthorised");
  });

  it("keeps the account out: neither board nor appeal admits it, only readmission does [M5]", async () => {
    const by = await asAssembly(chain, coop);
    const { write, read } = coop.registerContract;
    const account = addressOf(chain, dan);
    await reverts(write.readmit([account, 0, commitment(1)], by), "MemberRegisterAlreadyMember", [account]);
    await reverts(write.readmit([addressOf(chain, 30), 0, commitment(1)], by), "MemberRegisterNotExpelled");
    await write.expel([id, hashOf("grounds")], by);
    await reverts(write.applyFor([0, commitment(1)], as(dan)), "MemberRegisterExpelled", [account]);
    await reverts(write.admit([account, 0, commitment(1)], by), "MemberRegisterExpelled");

    const step = resolution(chain, coop, [readmission(coop, account, 1)], "Dan may come back");
    await step.propose();
    await carryOut(step, others);
    expect(await memberOf(chain, coop, dan)).to.deep.equal({ id: 13, seat: (1 << 24) | 4 });
    expect((await read.member([BigInt(id)])).status).to.equal(3);
    expect(await read.isExpelled([account])).to.equal(false);
    // It is forgiven: who was taken back and leaves may come again like anybody else.
    await write.resign(as(dan));
    await reverts(write.readmit([account, 1, commitment(1)], by), "MemberRegisterNotExpelled");
    await coop.admit(account, 1, commitment(1));
  });

  it("leaves who resigned free to come back", async () => {
    await coop.registerContract.write.resign(as(dan));
    await coop.admit(addressOf(chain, dan), 0, commitment(1));
  });

  it("does not reach the last member [case 8]", async () => {
    const only = await standardCharter(chain, {
      founders: (await standardCharter(chain)).founders.slice(0, 1),
    });
    const small = await found(chain, only, `0x${"0".repeat(63)}5`);
    const by = await asAssembly(chain, small);
    await reverts(small.registerContract.write.expel([1, hashOf("x")], by), "MemberRegisterLastMember", [1]);
  });

  it("ends the vote on everything else; ballots already cast stay [M5] [case 5]", async () => {
    const before = resolution(chain, coop, [minute(coop)], "Voted before");
    const after = resolution(chain, coop, [minute(coop)], "Not yet voted");
    await before.propose();
    await after.propose();
    await before.vote(dan, For);
    const draftId = await resolution(chain, coop, [payment(chain, coop, coop.directory)], "Draft").draft(5);
    await coop.registerContract.write.expel([id, hashOf("grounds")], await asAssembly(chain, coop));

    await reverts(before.vote(dan, Against), "AssemblyNotMember", [addressOf(chain, dan)]);
    await reverts(after.vote(dan, For), "AssemblyNotMember");
    await reverts(coop.deskContract.write.second([draftId], as(dan)), "AssemblyNotMember");
    await reverts(resolution(chain, coop, [minute(coop)], "By Dan").draft(dan), "AssemblyNotMember");
    await reverts(coop.registerContract.write.resign(as(dan)), "MemberRegisterNotMember");
    expect(at(await before.tally(), 0).votes).to.deep.equal([0, 1, 0, 0]);
    expect(at(await after.tally(), 0).votes).to.deep.equal([0, 0, 0, 0]);
    expect((await before.outcome()).roll).to.equal(12);
  });

  it("of one who leaves first comes to nothing", async () => {
    const step = ofDan();
    await step.propose();
    await coop.registerContract.write.resign(as(dan));
    await reverts(carryOut(step, others), "MemberRegisterNoSuchMember");
    await coop.admit(addressOf(chain, dan), 0, commitment(2));
    await reverts(step.execute(), "MemberRegisterNoSuchMember");
  });

  it("does not turn an appeal into an extraordinary matter", async () => {
    expect(await leastKind([admission(coop, addressOf(chain, 30), 0)])).to.equal(Kind.Ordinary);
  });
});
