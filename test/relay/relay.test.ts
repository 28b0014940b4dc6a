// The relay from a ballot's arrival to its place on the chain.
import { expect } from "chai";
import { concat, type Hex, recoverMessageAddress, toFunctionSelector } from "viem";
import { type Receipt, receiptText } from "../../books/relay.ts";
import { Position } from "../../scripts/deploy/charter.ts";
import { packBallots } from "../../scripts/lib/signed-ballots.ts";
import type { Falsify } from "../audit/rpc-proxy.ts";
import { at, type Chain, type Coop, perTest } from "../helpers/coop.ts";
import { ballotOf, direct, memberOf, openVote, RELAY, relayAt, relayHouse, type Stand, votesOf } from "./house.ts";

describe("Relay", function () {
  this.timeout(60_000);
  const given = perTest(() => relayHouse());
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  let step: Awaited<ReturnType<typeof openVote>>["step"];
  let stand: Stand;
  const start = async (options: Parameters<typeof relayAt>[2] = {}) => {
    stand = await relayAt(chain, coop, options);
  };
  const ballot = (i: number, support: number) => ballotOf(coop, id, i, support);
  const taken = async (i: number, support: number) => {
    const answer = await stand.hand(await ballot(i, support));
    expect(answer.status, answer.error).to.equal(200);
    return answer;
  };
  const sentBy = () => chain.client.getTransactionCount({ address: RELAY });

  beforeEach(async () => {
    ({ chain, coop } = given());
    ({ id, step } = await openVote(chain, coop));
  });
  afterEach(() => stand.stop());

  it("counts a ballot of whoever has no coin, and says where it stands", async () => {
    await start();
    const { id: receipt } = await taken(0, Position.For);
    expect((await stand.stateOf(receipt)).state).to.equal("waiting");
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("sent");
    expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
  });

  it("gives a receipt that it signed, and in it the ballot for another relay and for the contract [case 33]", async () => {
    await start({ settings: { hold: 1e9 } });
    const { receipt } = (await taken(0, Position.For)) as { receipt: Receipt };
    expect(await recoverMessageAddress({ message: receiptText(receipt), signature: receipt.signature })).to.equal(
      RELAY,
    );
    const second = await relayAt(chain, coop, { settings: { hold: 1e9 } });
    try {
      expect((await second.hand(receipt)).status).to.equal(200);
    } finally {
      await second.stop();
    }
    const inside = receipt.paper as Awaited<ReturnType<typeof ballot>>;
    const by = { account: at(chain.wallets, 40).account };
    await coop.deskContract.write.castVotesBySig([id, packBallots([inside])], by);
    expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
  });

  it("puts a newer ballot in the place of one that is not posted yet", async () => {
    await start({ settings: { hold: 1e9 } });
    const first = await taken(0, Position.For);
    const again = await taken(0, Position.For);
    expect(again.receipt).to.deep.equal(first.receipt);
    const second = await taken(0, Position.Against);
    expect((await stand.ask(`/receipts/${first.id}`)).code).to.equal("no-such-receipt");
    expect((await stand.stateOf(second.id)).state).to.equal("waiting");
    await step.toClose();
    await chain.networkHelpers.mine();
  });

  it("lets the later of two ballots stand, though the node answers about it first", async () => {
    const counts = toFunctionSelector("castVotesBySig(uint256,bytes)");
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let held = false;
    const holdTheFirst: Falsify = async (method, result, [call]) => {
      if (held || method !== "eth_call" || !(call as { data: Hex }).data.startsWith(counts)) return result;
      held = true;
      asked();
      await new Promise((resolve) => setTimeout(resolve, 400));
      return result;
    };
    await start({ settings: { hold: 1e9 }, falsify: holdTheFirst });
    const first = taken(0, Position.For);
    await isAsked;
    const second = await taken(0, Position.Against);
    await first;
    expect((await stand.stateOf(second.id)).state).to.equal("waiting");
  });

  it("posts one transaction for all that wait, ahead of the close, and again for latecomers [case 107]", async () => {
    const margin = 3_600;
    await start({ settings: { hold: 1e9, margin } });
    for (let i = 0; i < 6; i++) await taken(i, i % 4);
    const { receipt } = await taken(6, Position.For);
    const closes = await step.closes();
    expect(receipt?.postBy).to.equal(closes - margin);
    await stand.look();
    expect(await sentBy()).to.equal(0);
    await chain.networkHelpers.time.increaseTo(closes - margin);
    await stand.look();
    expect(await sentBy()).to.equal(1);
    expect(await votesOf(coop, id)).to.deep.equal([2, 3, 1, 1]);
    await taken(7, Position.For);
    await stand.look();
    expect(await sentBy()).to.equal(2);
    expect(await votesOf(coop, id)).to.deep.equal([2, 4, 1, 1]);
  });

  it("posts when many wait, whatever the time", async () => {
    await start({ settings: { hold: 1e9, full: 3 } });
    await taken(0, Position.For);
    await taken(1, Position.For);
    await stand.look();
    expect(await sentBy()).to.equal(0);
    await taken(2, Position.For);
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([0, 3, 0, 0]);
  });

  it("lets a direct vote win over a ballot that waits, and pays for none that would not count [case 33]", async () => {
    await start({ settings: { hold: 60 } });
    const { id: overtaken } = await taken(0, Position.For);
    await taken(1, Position.For);
    await direct(chain, coop, id, 0, Position.Against);
    await chain.networkHelpers.time.increase(60);
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([1, 1, 0, 0]);
    expect(await coop.deskContract.getEvents.BallotPassedOver({}, { fromBlock: 0n })).to.deep.equal([]);
    await step.toClose();
    await stand.look();
    expect((await stand.stateOf(overtaken)).state).to.equal("passed-over");
  });

  it("says that a ballot came too late when the vote closed before it could be posted", async () => {
    await start({ settings: { hold: 1e9, margin: 0, depth: 2 } });
    const { id: receipt } = await taken(0, Position.For);
    await step.toClose();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("waiting");
    await chain.networkHelpers.mine(2);
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("late");
  });

  it("takes many ballots in one request, and answers for each", async () => {
    await start();
    const papers = await Promise.all([0, 1, 2].map((i) => ballot(i, Position.For)));
    const stranger = { ...(await ballot(3, Position.For)), voter: memberOf(4).address };
    const { answers } = (await stand.hand({ papers: [...papers, stranger] })) as unknown as {
      answers: { code?: string }[];
    };
    expect(answers.map(({ code }) => code)).to.deep.equal([undefined, undefined, undefined, "bad-signature"]);
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([0, 3, 0, 0]);
  });

  it("hands in the ballot of a contract account (ERC-1271)", async () => {
    const { contractBallotToSign } = await import("../../books/signed-ballot.ts");
    const wallet = await chain.viem.deployContract("Wallet1271", [memberOf(90).address, 0]);
    await coop.admit(wallet.address, 0, concat(["0x", `0x${"01".repeat(32)}`]));
    await chain.networkHelpers.mine();
    ({ id } = await openVote(chain, coop));
    await start();
    const signed = await memberOf(90).signTypedData(
      contractBallotToSign(coop.assembly, 31_337, id, Position.Abstain, wallet.address),
    );
    const paper = { kind: "contract", proposal: String(id), support: Position.Abstain, voter: wallet.address };
    expect((await stand.hand({ ...paper, support: Position.For, signature: signed })).code).to.equal("bad-signature");
    expect((await stand.hand({ ...paper, signature: signed })).status).to.equal(200);
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([0, 0, 1, 0]);
  });
});
