// How proxies' ballots count: each principal once, and its own ballot always before the proxy's.
import { expect } from "chai";
import { parseEventLogs } from "viem";
import { assemblyDeskAbi, assemblyLobbyAbi } from "../../books/abi.ts";
import { Position, Topic } from "../../scripts/deploy/charter.ts";
import { ballotToSign, packBallots } from "../../scripts/lib/signed-ballots.ts";
import { admit, minute, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { account, addressOf, admission, expulsion, memberOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const { For, Against, Abstain, Block } = Position;
const { General, Money, People } = Topic;
const BY_PROXY = 8;
/** Drivers, twenty of them, so that each may speak for two. */
const [ana, ben, cai, dot] = [0, 4, 8, 12] as const;

describe("Assembly: ballots by proxy", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    await admit(chain, coop, 12, 29, () => 0);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });

  const as = (i: number) => ({ account: account(chain, i) });
  const seat = async (i: number) => (await memberOf(chain, coop, i)).seat;
  const speaks = async (proxy: number, principal: number, topic: number = General) => {
    await coop.lobbyContract.write.nameProxy([topic, addressOf(chain, proxy)], as(principal));
    await coop.lobbyContract.write.acceptProxy([topic, addressOf(chain, principal)], as(proxy));
  };
  const endProxy = (i: number, topic: number = General) => coop.lobbyContract.write.endProxy([topic], as(i));
  const count = async (id: bigint, proxy: number) =>
    coop.lobbyContract.write.countPrincipals([id, addressOf(chain, proxy)], as(40));
  /** An advisory vote: open at once. */
  const open = async (text = "A question") => {
    const step = resolution(chain, coop, [minute(coop)], text);
    return { step, id: await step.propose() };
  };
  const drivers = async (id: bigint) => [...at(await coop.deskContract.read.tally([id]), 0).votes];
  const ballot = async (id: bigint, i: number) => coop.deskContract.read.ballotOf([id, await seat(i)]);
  const byProxy = (position: number) => BY_PROXY + position + 1;
  const hasVoted = (id: bigint, i: number) => coop.assemblyContract.read.hasVoted([id, addressOf(chain, i)]);
  const votedByProxy = async () => (await coop.lobbyContract.getEvents.VotedByProxy()).map((e) => e.args);

  it("count the principals in the proxy's own call [V11]", async () => {
    await speaks(ana, ben);
    await speaks(ana, cai);
    const { step, id } = await open();
    await step.vote(ana, For);
    expect(await votedByProxy()).to.deep.equal([
      { proposalId: id, proxy: await seat(ana), support: For, principals: [await seat(ben), await seat(cai)] },
    ]);
    expect(await drivers(id)).to.deep.equal([0, 3, 0, 0]);
    expect([await ballot(id, ana), await ballot(id, ben)]).to.deep.equal([For + 1, byProxy(For)]);
    expect([await hasVoted(id, ana), await hasVoted(id, ben)]).to.deep.equal([true, false]);
    expect((await step.outcome()).ballots).to.equal(3);
  });

  it("do nothing before the principal was accepted [V11]", async () => {
    await coop.lobbyContract.write.nameProxy([General, addressOf(chain, ana)], as(ben));
    const { step, id } = await open();
    await step.vote(ana, For);
    expect(await drivers(id)).to.deep.equal([0, 1, 0, 0]);
  });

  it("follow when the proxy changes its mind [V11]", async () => {
    await speaks(ana, ben);
    const { step, id } = await open();
    for (const position of [For, Block, Abstain, Against]) {
      await step.vote(ana, position);
      expect(await ballot(id, ben)).to.equal(byProxy(position));
      expect((await drivers(id))[position]).to.equal(2);
      expect((await step.outcome()).ballots).to.equal(2);
    }
    await step.vote(ana, Against);
    expect(await votedByProxy()).to.deep.equal([]);
  });

  it("give way to the principal's own, before and after [V11] [case 42]", async () => {
    await speaks(ana, ben);
    await speaks(ana, cai);
    const { step, id } = await open();
    await step.vote(ben, Against);
    await step.vote(ana, For);
    expect(await drivers(id)).to.deep.equal([1, 2, 0, 0]);
    await step.vote(cai, Abstain);
    expect(await drivers(id)).to.deep.equal([1, 1, 1, 0]);
    expect(await hasVoted(id, cai)).to.equal(true);
    await step.vote(ana, Block);
    await count(id, ana);
    expect(await drivers(id)).to.deep.equal([1, 0, 1, 1]);
    expect([await ballot(id, ben), await ballot(id, cai)]).to.deep.equal([Against + 1, Abstain + 1]);
  });

  it("give way to an own one of the same position, which then stays [V11] [case 42]", async () => {
    await speaks(ana, ben);
    const { step, id } = await open();
    await step.vote(ana, For);
    await step.vote(ben, For);
    expect(await drivers(id)).to.deep.equal([0, 2, 0, 0]);
    await step.vote(ana, Against);
    expect(await drivers(id)).to.deep.equal([1, 1, 0, 0]);
  });

  describe("and signed ones", () => {
    const sign = async (id: bigint, i: number, support: number) => ({
      voter: addressOf(chain, i),
      support,
      signature: await at(chain.wallets, i).signTypedData(ballotToSign(coop.assembly, 31_337, id, support)),
    });
    const hand = async (id: bigint, ...ballots: Awaited<ReturnType<typeof sign>>[]) => {
      const hash = await coop.deskContract.write.castVotesBySig([id, packBallots(ballots)], as(40));
      const { logs } = await chain.client.waitForTransactionReceipt({ hash });
      return parseEventLogs({ abi: [...assemblyDeskAbi, ...assemblyLobbyAbi], logs }).flatMap((e): unknown[] => {
        if (e.eventName === "VotedByProxy") return [[e.args.proxy, e.args.support, ...e.args.principals]];
        return e.eventName === "SignedBallotsCast" ? [e.args.ballots] : [];
      });
    };

    it("a proxy's in a batch counts its principals, and is told with them [V11]", async () => {
      await speaks(ana, ben);
      await speaks(ana, cai);
      const { id } = await open();
      const told = await hand(id, await sign(id, 1, For), await sign(id, ana, For), await sign(id, dot, Against));
      // Each ballot: one byte position, four bytes seat. What the proxy's moved is told right after it.
      expect(told).to.deep.equal([
        "0x01010000010100000001",
        [await seat(ana), For, await seat(ben), await seat(cai)],
        "0x0000000004",
      ]);
      expect(await drivers(id)).to.deep.equal([1, 3, 0, 0]);
      expect(await ballot(id, cai)).to.equal(byProxy(For));
    });

    it("a principal's in a batch displaces its proxy's, in either order [V11] [case 42]", async () => {
      await speaks(ana, ben);
      await speaks(ana, cai);
      const { id } = await open();
      await hand(id, await sign(id, ben, Against), await sign(id, ana, For), await sign(id, cai, Abstain));
      expect(await drivers(id)).to.deep.equal([1, 1, 1, 0]);
      expect([await ballot(id, ben), await ballot(id, cai)]).to.deep.equal([Against + 1, Abstain + 1]);
    });

    it("a principal's of an earlier proxy ballot moves the tally by the difference [V11] [case 42]", async () => {
      await speaks(ana, ben);
      const { step, id } = await open();
      await step.vote(ana, For);
      await hand(id, await sign(id, ben, Block));
      expect(await drivers(id)).to.deep.equal([0, 1, 0, 1]);
      expect(await hasVoted(id, ben)).to.equal(true);
    });

    it("a principal's through Governor's own entry displaces its proxy's, once [V11] [case 42]", async () => {
      await speaks(ana, ben);
      const { step, id } = await open();
      await step.vote(ana, For);
      const voter = addressOf(chain, ben);
      const signature = await at(chain.wallets, ben).signTypedData({
        domain: ballotToSign(coop.assembly, 31_337, id, Against).domain,
        types: {
          Ballot: [
            { name: "proposalId", type: "uint256" },
            { name: "support", type: "uint8" },
            { name: "voter", type: "address" },
            { name: "nonce", type: "uint256" },
          ],
        },
        primaryType: "Ballot",
        message: { proposalId: id, support: Against, voter, nonce: 0n },
      });
      const cast = () => coop.assemblyContract.write.castVoteBySig([id, Against, voter, signature], as(40));
      await cast();
      expect(await drivers(id)).to.deep.equal([1, 1, 0, 0]);
      await reverts(cast(), "AssemblyVotedAlready");
    });
  });

  it("count a principal once that goes from one proxy to another within a vote [V11] [case 41]", async () => {
    await speaks(ana, ben);
    const { step, id } = await open();
    await step.vote(ana, For);
    await speaks(cai, ben);
    expect(await drivers(id)).to.deep.equal([0, 2, 0, 0]);
    await step.vote(cai, Against);
    expect(await drivers(id)).to.deep.equal([2, 1, 0, 0]);
    await step.vote(ana, Abstain);
    expect(await drivers(id)).to.deep.equal([2, 0, 1, 0]);
    await reverts(step.vote(50, For), "AssemblyNotMember");
  });

  it("stay when the proxy ends, until they are voted over [V11]", async () => {
    await speaks(ana, ben);
    const { step, id } = await open();
    await step.vote(ana, For);
    await endProxy(ben);
    await step.vote(ana, Against);
    expect(await drivers(id)).to.deep.equal([1, 1, 0, 0]);
    await step.vote(ben, Block);
    expect(await drivers(id)).to.deep.equal([1, 0, 0, 1]);
  });

  it("are not an own ballot of whoever now speaks for others [V11]", async () => {
    await speaks(ana, ben);
    const { step, id } = await open();
    await step.vote(ana, For);
    await endProxy(ben);
    await speaks(ben, cai);
    await reverts(count(id, ben), "ProxyHasNotVoted", [id, addressOf(chain, ben)]);
  });

  describe("belong to a topic", () => {
    it("which the actions decide: who speaks on money does not speak on people [V11]", async () => {
      await speaks(ana, ben, Money);
      await speaks(ana, cai, People);
      const pays = resolution(chain, coop, [payment(chain, coop, addressOf(chain, 30))], "Money");
      const admits = resolution(chain, coop, [admission(coop, addressOf(chain, 30), 0)], "People");
      const both = [await pays.propose(), await admits.propose()] as const;
      await pays.toOpening();
      await pays.vote(ana, For);
      await admits.vote(ana, For);
      expect([await ballot(both[0], ben), await ballot(both[0], cai)]).to.deep.equal([byProxy(For), 0]);
      expect([await ballot(both[1], ben), await ballot(both[1], cai)]).to.deep.equal([0, byProxy(For)]);
    });

    it("and mixed actions are general [V11]", async () => {
      await speaks(ana, ben, Money);
      await speaks(ana, cai, General);
      const actions = [payment(chain, coop, addressOf(chain, 30)), admission(coop, addressOf(chain, 30), 0)];
      const step = resolution(chain, coop, actions, "Mixed");
      const id = await step.propose();
      expect((await coop.deskContract.read.proposalRecord([id])).topic).to.equal(General);
      await step.toOpening();
      await step.vote(ana, For);
      expect([await ballot(id, ben), await ballot(id, cai)]).to.deep.equal([0, byProxy(For)]);
    });
  });

  it("do not count principals who joined after notice [V11] [case 6]", async () => {
    const { step, id } = await open();
    await admit(chain, coop, 29, 30, () => 0);
    await speaks(ana, 29);
    await speaks(ana, ben);
    await step.vote(ana, For);
    expect(await drivers(id)).to.deep.equal([0, 2, 0, 0]);
    expect(await ballot(id, 29)).to.equal(0);
  });

  describe("may be counted by anyone", () => {
    it("after a late acceptance, and once [V11]", async () => {
      const { step, id } = await open();
      await step.vote(ana, Abstain);
      await speaks(ana, ben);
      expect(await drivers(id)).to.deep.equal([0, 0, 1, 0]);
      await count(id, ana);
      expect(await votedByProxy()).to.deep.equal([
        { proposalId: id, proxy: await seat(ana), support: Abstain, principals: [await seat(ben)] },
      ]);
      await count(id, ana);
      expect(await votedByProxy()).to.deep.equal([]);
      expect(await drivers(id)).to.deep.equal([0, 0, 2, 0]);
    });

    it("but not for a proxy that has not voted, nor for a stranger [V11]", async () => {
      await speaks(ana, ben);
      const { id } = await open();
      await reverts(count(id, ana), "ProxyHasNotVoted", [id, addressOf(chain, ana)]);
      await reverts(count(id, 50), "AssemblyNotMember");
    });

    it("but not outside the voting time [V11]", async () => {
      await speaks(ana, ben);
      const { step, id } = await open();
      await step.vote(ana, For);
      await speaks(ana, cai);
      await step.toClose();
      await reverts(count(id, ana), "AssemblyVotingClosed", [id]);
      await reverts(count(123n, ana), "GovernorNonexistentProposal");
      const inNotice = await resolution(chain, coop, [payment(chain, coop, addressOf(chain, 30))]).propose();
      await reverts(count(inNotice, ana), "AssemblyVotingClosed", [inNotice]);
    });
  });

  describe("and a member who leaves", () => {
    const resign = (i: number) => coop.registerContract.write.resign(as(i));

    it("as principal is counted by nobody afterwards; what was counted stays [V11] [case 38]", async () => {
      await speaks(ana, ben);
      await speaks(ana, cai);
      const { step, id } = await open();
      await resign(ben);
      await step.vote(ana, For);
      expect(await drivers(id)).to.deep.equal([0, 2, 0, 0]);
      await resign(cai);
      await step.vote(ana, Against);
      expect(await drivers(id)).to.deep.equal([1, 1, 0, 0]);
    });

    it("as proxy votes for nobody any more [V11] [case 38]", async () => {
      await speaks(ana, ben);
      const { step, id } = await open();
      await resign(ana);
      await reverts(step.vote(ana, For), "AssemblyNotMember");
      await reverts(count(id, ana), "AssemblyNotMember");
      expect(await drivers(id)).to.deep.equal([0, 0, 0, 0]);
    });
  });

  describe("on an expulsion", () => {
    it("do not count the member whom it would expel [M5] [V11]", async () => {
      await speaks(ana, ben, People);
      await speaks(ana, cai, People);
      const { id: memberId } = await memberOf(chain, coop, ben);
      const step = resolution(chain, coop, [expulsion(coop, memberId)], "Ben goes");
      const id = await step.propose();
      await step.toOpening();
      await step.vote(ana, Against);
      await count(id, ana);
      expect(await drivers(id)).to.deep.equal([2, 0, 0, 0]);
      expect([await ballot(id, ben), await ballot(id, cai)]).to.deep.equal([BY_PROXY, byProxy(Against)]);
    });

    it("are not cast by the member whom it would expel [M5] [V11]", async () => {
      await speaks(ana, ben, People);
      const { id: memberId, seat: excluded } = await memberOf(chain, coop, ana);
      const step = resolution(chain, coop, [expulsion(coop, memberId)], "Ana goes");
      const id = await step.propose();
      await step.toOpening();
      await reverts(step.vote(ana, Against), "AssemblyNotOnRoll", [id, excluded]);
      await reverts(count(id, ana), "ProxyHasNotVoted");
      expect(await drivers(id)).to.deep.equal([0, 0, 0, 0]);
    });
  });
});
