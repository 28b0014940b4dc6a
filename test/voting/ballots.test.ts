// Ballots: who may vote, how positions are counted, changed and signed.
import { expect } from "chai";
import { zeroAddress } from "viem";
import { DAY, Position } from "../../scripts/deploy/charter.ts";
import { admit, GovernorState, minute, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

describe("Assembly: ballots", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });

  const open = async () => {
    const step = resolution(chain, coop, [minute(coop)]);
    await step.propose();
    return step;
  };
  const votesOf = async (step: Awaited<ReturnType<typeof open>>) => (await step.tally()).map((t) => [...t.votes]);

  it("counts one ballot a member in the tally of its class [M1]", async () => {
    const step = await open();
    await step.votes([Position.For, Position.Against, Position.Abstain, Position.Block, Position.For]);
    expect(await votesOf(step)).to.deep.equal([
      [0, 2, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
  });

  it("moves the tally by the difference when a member changes position", async () => {
    const step = await open();
    await step.vote(4, Position.For);
    for (const position of [Position.Block, Position.Against, Position.Against, Position.Abstain]) {
      await step.vote(4, position);
    }
    expect((await votesOf(step))[0]).to.deep.equal([0, 0, 1, 0]);
    expect(await coop.deskContract.read.ballotOf([await step.id(), 2])).to.equal(Position.Abstain + 1);
  });

  it("keeps 130 seats of one class apart over three pages", async () => {
    const { viem, networkHelpers } = chain;
    const many = 130;
    const test = await viem.getTestClient();
    const members: `0x${string}`[] = [];
    for (let i = 0; i < many; i++) {
      const address = `0x${(0x1000 + i).toString(16).padStart(40, "0")}` as const;
      members.push(address);
      await coop.admit(address, 2, `0x${"0".repeat(64)}`);
      await networkHelpers.setBalance(address, 10n ** 18n);
    }
    const step = await open();
    const id = await step.id();
    for (const [i, address] of members.entries()) {
      await test.impersonateAccount({ address });
      await coop.assemblyContract.write.castVote([id, i % 4], { account: address });
    }
    const tally = at(await step.tally(), 2);
    expect([...tally.votes]).to.deep.equal([33, 33, 32, 32]);
    for (const [i, address] of members.entries()) {
      const [, seat] = await coop.registerContract.read.seatOf([address]);
      expect(await coop.deskContract.read.ballotOf([id, seat])).to.equal((i % 4) + 1);
    }
  }).timeout(60_000);

  it("refuses strangers and unknown positions", async () => {
    const step = await open();
    const stranger = at(chain.wallets, 50).account.address;
    await reverts(step.vote(50, Position.For), "AssemblyNotMember", [stranger]);
    await reverts(step.vote(1, 4), "AssemblyUnknownPosition", [4]);
  });

  it("refuses whoever was admitted after notice [V1] [case 6]", async () => {
    const step = await open();
    await admit(chain, coop, 12, 13);
    await reverts(step.vote(12, Position.For), "AssemblyNotOnRoll");
    expect(await votesOf(step)).to.deep.equal(Array(4).fill([0, 0, 0, 0]));
  });

  it("takes the vote, not the ballots cast, from a member who resigns [case 5] [case 38]", async () => {
    const step = await open();
    await step.vote(5, Position.For);
    await coop.registerContract.write.resign({ account: at(chain.wallets, 5).account });
    await reverts(step.vote(5, Position.Against), "AssemblyNotMember");
    expect((await votesOf(step))[1]).to.deep.equal([0, 1, 0, 0]);
  });

  it("opens and closes on the second [case 14]", async () => {
    const step = resolution(chain, coop, [payment(chain, coop, at(chain.wallets, 9).account.address)]);
    await step.propose();
    const { time } = chain.networkHelpers;
    const opens = await step.opens();
    const closes = await step.closes();
    expect(closes - opens).to.equal(14 * DAY);

    await time.setNextBlockTimestamp(opens - 1);
    await reverts(step.vote(1, Position.For), "GovernorUnexpectedProposalState");
    await time.setNextBlockTimestamp(opens);
    await step.vote(1, Position.For);
    await time.setNextBlockTimestamp(closes);
    await step.vote(2, Position.For);
    await time.setNextBlockTimestamp(closes + 1);
    await reverts(step.vote(4, Position.For), "GovernorUnexpectedProposalState");
  });

  it("does not close early when everyone has voted [V2]", async () => {
    const step = await open();
    for (let i = 0; i < 12; i++) await step.vote(i, Position.For);
    expect(await step.state()).to.equal(GovernorState.Active);
    await step.vote(3, Position.Against);
  });

  it("speaks Governor: hasVoted, getVotes, COUNTING_MODE, clock, interfaces", async () => {
    const step = await open();
    const id = await step.id();
    const voter = at(chain.wallets, 6).account.address;
    const { read } = coop.assemblyContract;
    expect(await read.hasVoted([id, voter])).to.equal(false);
    await step.vote(6, Position.Abstain);
    expect(await read.hasVoted([id, voter])).to.equal(true);
    const now = BigInt(await chain.networkHelpers.time.latest());
    expect(await read.getVotes([voter, now])).to.equal(1n);
    expect(await read.getVotes([voter, 1n])).to.equal(0n);
    expect(await read.getVotes([zeroAddress, now])).to.equal(0n);
    expect(await read.COUNTING_MODE()).to.match(/^support=against,for,abstain,block&quorum=/);
    expect(await read.CLOCK_MODE()).to.equal("mode=timestamp");
    expect(await read.quorum([now])).to.equal(3n);
    const governor = "0x65455a86";
    expect(await read.supportsInterface([governor])).to.equal(true);
    expect(await read.supportsInterface(["0x4e2312e0"])).to.equal(false);
  });

  it("refuses voting parameters and every kind of asset", async () => {
    const step = await open();
    const id = await step.id();
    await reverts(
      coop.assemblyContract.write.castVoteWithReasonAndParams([id, Position.For, "", "0x01"]),
      "AssemblyParamsNotUsed",
    );
    const sender = at(chain.wallets, 0);
    await reverts(sender.sendTransaction({ to: coop.assembly, value: 1n }), "AssemblyHoldsNoAssets");
    const { read } = coop.assemblyContract;
    const [from, none] = [sender.account.address, zeroAddress];
    await reverts(read.onERC721Received([from, none, 1n, "0x"]), "AssemblyHoldsNoAssets");
    await reverts(read.onERC1155Received([from, none, 1n, 1n, "0x"]), "AssemblyHoldsNoAssets");
  });
});
