// Many signed ballots in one transaction: each counts or is passed over, and none spoils the others.
import { expect } from "chai";
import { type Address, concat, type Hex, numberToHex, parseEventLogs } from "viem";
import { assemblyDeskAbi } from "../../books/abi.ts";
import { Position } from "../../scripts/deploy/charter.ts";
import {
  ballotToSign,
  contractBallotToSign,
  packBallots,
  type SignedBallot,
} from "../../scripts/lib/signed-ballots.ts";
import { admit, commitment, minute, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { refusalOf, reverts } from "../helpers/reverts.ts";

const { For, Against, Abstain, Block } = Position;
const Why = { NotMember: 1, NotOnRoll: 2, VotedAlready: 3, UnknownPosition: 4, BadSignature: 5 };
/** What a wallet may be asked to sign, rightly or wrongly. */
type Question = {
  domain: { name: string; version: string; chainId: number; verifyingContract: Address };
  types: Record<string, readonly { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, unknown>;
};
const Manner = { Honest: 0, Reverting: 1, Burning: 2, Bombing: 3 };
/** Answers only when it has nearly all the gas that an account may have. */
const HUNGRY = 4;

describe("Assembly: batches of signed ballots", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  beforeEach(async () => {
    ({ chain, coop } = given());
    id = await resolution(chain, coop, [minute(coop)]).propose();
  });

  const sign = async (as: number, support: number, over: Partial<SignedBallot> & { chainId?: number } = {}) => {
    const wallet = at(chain.wallets, as);
    const voter = over.voter ?? wallet.account.address;
    const chainId = over.chainId ?? 31_337;
    const signature =
      over.signature ??
      (over.byContract
        ? await wallet.signTypedData(contractBallotToSign(coop.assembly, chainId, id, support, voter))
        : await wallet.signTypedData(ballotToSign(coop.assembly, chainId, id, support)));
    return { support, ...over, voter, signature };
  };
  const hand = async (ballots: Hex) => {
    const hash = await coop.deskContract.write.castVotesBySig([id, ballots], {
      account: at(chain.wallets, 40).account,
    });
    const { logs, gasUsed } = await chain.client.waitForTransactionReceipt({ hash });
    const events = parseEventLogs({ abi: assemblyDeskAbi, logs });
    const passedOver = events.flatMap((e) => (e.eventName === "BallotPassedOver" ? [e.args.why] : []));
    const counted = events.flatMap((e) => (e.eventName === "SignedBallotsCast" ? [e.args.ballots] : []));
    return { passedOver, counted, gasUsed };
  };
  const votes = async () => (await coop.deskContract.read.tally([id])).map((t) => [...t.votes]);

  it("counts them all, and tells position and voter of each", async () => {
    const ballots = await Promise.all([sign(1, For), sign(2, Against), sign(4, Abstain), sign(7, Block)]);
    const { passedOver, counted } = await hand(packBallots(ballots));
    expect(passedOver).to.deep.equal([]);
    // Wallets 1, 2, 4 and 7 have the first seats of riders, staff, drivers (the second) and investors (the second).
    expect(counted).to.deep.equal([
      concat(["0x0101000001", "0x0002000001", "0x0200000002", "0x0303000002"] as const).toLowerCase(),
    ]);
    expect(await votes()).to.deep.equal([
      [0, 0, 1, 0],
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
  });

  it("passes over what does not count, and counts the rest [case 36] [case 28]", async () => {
    await coop.assemblyContract.write.castVote([id, For], { account: at(chain.wallets, 5).account });
    await admit(chain, coop, 12, 13);
    const good = await sign(1, For);
    const list = [
      good,
      await sign(50, For),
      await sign(12, For),
      await sign(5, Against),
      await sign(1, Against),
      await sign(2, 4),
      { ...(await sign(4, For)), support: Against },
      await sign(8, For, { chainId: 1 }),
      await sign(10, Against),
    ];
    const { passedOver } = await hand(concat([packBallots(list), malleated(await sign(9, For))]));
    const { NotMember, NotOnRoll, VotedAlready, UnknownPosition } = Why;
    expect(passedOver).to.deep.equal([
      NotMember,
      NotOnRoll,
      VotedAlready,
      VotedAlready,
      UnknownPosition,
      NotMember,
      NotMember,
      NotMember,
    ]);
    expect(await votes()).to.deep.equal([
      [0, 0, 0, 0],
      [0, 2, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it("asks contract accounts, and none of them can burn or bomb the batch [case 31] [case 83]", async () => {
    const accounts: Address[] = [];
    // Two that burn: the first must leave enough for the second.
    for (const [i, manner] of [...Object.values(Manner), Manner.Burning].entries()) {
      const owner = at(chain.wallets, 30).account.address;
      const { address } = await chain.viem.deployContract("Wallet1271", [owner, manner]);
      await coop.admit(address, 2, commitment(100 + i));
      accounts.push(address);
    }
    id = await resolution(chain, coop, [minute(coop)], "With contracts").propose();
    const ballots = await Promise.all(accounts.map((voter) => sign(30, For, { voter, byContract: true })));
    const { passedOver } = await hand(packBallots([...ballots, await sign(1, For)]));
    expect(passedOver).to.deep.equal(Array(4).fill(Why.BadSignature));
    expect((await votes()).map((v) => v[For])).to.deep.equal([0, 1, 1, 0]);
  });

  it("passes over no contract account because whoever hands its ballot in is stingy with gas [case 106]", async () => {
    const owner = at(chain.wallets, 30).account.address;
    const { address } = await chain.viem.deployContract("Wallet1271", [owner, HUNGRY]);
    await coop.admit(address, 2, commitment(150));
    id = await resolution(chain, coop, [minute(coop)], "With a contract").propose();
    const ballots = packBallots([await sign(30, For, { voter: address, byContract: true })]);
    const outcomes = new Set<string>();
    for (let gas = 40_000n; gas <= 400_000n; gas += 10_000n) {
      const tried = coop.deskContract.simulate.castVotesBySig([id, ballots], { gas });
      const refused = await refusalOf(tried.then(({ result }) => outcomes.add(`counted ${result}`))).catch(
        () => "no gas",
      );
      if (refused) outcomes.add(refused);
    }
    expect([...outcomes].sort()).to.deep.equal(["AssemblyGasTooLow", "counted 1", "no gas"]);
  });

  it("does not take a key's ballot for that of a wallet which the key opens", async () => {
    const owner = at(chain.wallets, 1).account.address;
    const { address } = await chain.viem.deployContract("Wallet1271", [owner, Manner.Honest]);
    await coop.admit(address, 2, commitment(200));
    id = await resolution(chain, coop, [minute(coop)], "One key, two members").propose();
    const own = await sign(1, For);
    const { passedOver } = await hand(packBallots([{ ...own, voter: address, byContract: true }, own]));
    expect(passedOver).to.deep.equal([Why.BadSignature]);
    expect((await votes()).map((v) => v[For])).to.deep.equal([0, 1, 0, 0]);
  });

  it("counts a key's ballot though its account turned into a contract on the way [case 32]", async () => {
    const ballot = await sign(1, For);
    const { address } = await chain.viem.deployContract("Wallet1271", [coop.directory, Manner.Reverting]);
    await chain.networkHelpers.setCode(ballot.voter, concat(["0xef0100", address]));
    expect((await hand(packBallots([ballot]))).passedOver).to.deep.equal([]);
    expect((await votes()).map((v) => v[For])).to.deep.equal([0, 1, 0, 0]);
  });

  it("counts nothing twice and nothing for another proposal [case 26] [case 33]", async () => {
    const ballots = packBallots(await Promise.all([sign(1, For), sign(2, For)]));
    await hand(ballots);
    expect((await hand(ballots)).passedOver).to.deep.equal([Why.VotedAlready, Why.VotedAlready]);
    id = await resolution(chain, coop, [minute(coop)], "Another").propose();
    expect((await hand(ballots)).passedOver).to.deep.equal([Why.NotMember, Why.NotMember]);
  });

  it("takes the seat of a member whose first ballot this is, and lets the member change it directly", async () => {
    await hand(packBallots([await sign(1, For)]));
    await coop.assemblyContract.write.castVote([id, Against], { account: at(chain.wallets, 1).account });
    expect((await votes())[1]).to.deep.equal([1, 0, 0, 0]);
  });

  it("refuses a list that ends inside a ballot, and a vote that is not open", async () => {
    const ballots = packBallots([await sign(1, For), await sign(2, For)]);
    await reverts(hand(ballots.slice(0, -2) as Hex), "AssemblyBallotsCutOff", [64n]);
    await reverts(hand("0x80"), "AssemblyBallotsCutOff", [1n]);
    await hand("0x");
    id = await resolution(chain, coop, [payment(chain, coop, coop.directory)], "In notice").propose();
    await reverts(hand(ballots), "AssemblyVotingClosed", [id]);
  });

  it("accepts exactly what a wallet is asked to sign, and nothing with one field changed [case 34]", async () => {
    const question = ballotToSign(coop.assembly, 31_337, id, For);
    const [, name, version, chainId, verifyingContract] = await coop.assemblyContract.read.eip712Domain();
    expect(question.domain).to.deep.equal({ name, version, chainId: Number(chainId), verifyingContract });

    const { domain, message, types } = question;
    const wider = { name: "support", type: "uint256" };
    const changed: Question[] = [
      { ...question, domain: { ...domain, name: "Rochdale assembly" } },
      { ...question, domain: { ...domain, version: "2" } },
      { ...question, domain: { ...domain, chainId: 1 } },
      { ...question, domain: { ...domain, verifyingContract: coop.treasury } },
      { ...question, message: { ...message, proposalId: id + 1n } },
      { ...question, message: { ...message, support: Against } },
      { ...question, types: { Ballot: [at(types.Ballot, 1), at(types.Ballot, 0)] } },
      { ...question, types: { Ballot: [at(types.Ballot, 0), wider] } },
      { ...question, types: { Vote: types.Ballot }, primaryType: "Vote" },
    ];
    const wallet = at(chain.wallets, 1);
    const voter = wallet.account.address;
    const ballots = await Promise.all(
      changed.map(async (asked) => ({ voter, support: For, signature: await wallet.signTypedData(asked) })),
    );
    expect((await hand(packBallots(ballots))).passedOver).to.deep.equal(changed.map(() => Why.NotMember));
    expect((await votes())[1]).to.deep.equal([0, 0, 0, 0]);
    const signature = await wallet.signTypedData(question);
    expect((await hand(packBallots([{ voter, support: For, signature }]))).passedOver).to.deep.equal([]);
    expect((await votes())[1]).to.deep.equal([0, 1, 0, 0]);
  });

  it("accepts of a contract exactly what it is asked, and nothing with one field changed [case 34]", async () => {
    const owner = at(chain.wallets, 30);
    const { address: voter } = await chain.viem.deployContract("Wallet1271", [owner.account.address, Manner.Honest]);
    await coop.admit(voter, 2, commitment(300));
    id = await resolution(chain, coop, [minute(coop)], "A contract's").propose();
    const question = contractBallotToSign(coop.assembly, 31_337, id, For, voter);
    const { domain, message, types } = question;
    const changed: Question[] = [
      { ...question, domain: { ...domain, chainId: 1 } },
      { ...question, domain: { ...domain, verifyingContract: coop.treasury } },
      { ...question, message: { ...message, proposalId: id + 1n } },
      { ...question, message: { ...message, support: Against } },
      { ...question, message: { ...message, voter: owner.account.address } },
      { ...question, types: { Ballot: types.ContractBallot }, primaryType: "Ballot" },
    ];
    const byContract = true;
    const ballots = await Promise.all(
      changed.map(async (asked) => ({ voter, support: For, byContract, signature: await owner.signTypedData(asked) })),
    );
    expect((await hand(packBallots(ballots))).passedOver).to.deep.equal(changed.map(() => Why.BadSignature));
    const signature = await owner.signTypedData(question);
    expect((await hand(packBallots([{ voter, support: For, byContract, signature }]))).passedOver).to.deep.equal([]);
    expect((await votes())[2]).to.deep.equal([0, 1, 0, 0]);
  });

  /** The other root of the same signature, packed as it is: s becomes n - s. */
  function malleated({ signature }: SignedBallot): Hex {
    const n = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const s = n - BigInt(`0x${signature.slice(66, 130)}`);
    const r = `0x${signature.slice(2, 66)}` as Hex;
    return concat([`0x0${For}`, r, numberToHex(s, { size: 32 })]);
  }
});

describe("Assembly: a batch on a chain with another id", function () {
  this.timeout(60_000);

  it("counts ballots signed for that chain only [case 27]", async () => {
    const OTHER = 424_242;
    const { chain, coop } = await coopWith(() => ({}), OTHER);
    const id = await resolution(chain, coop, [minute(coop)]).propose();
    const sign = async (as: number, chainId: number) => {
      const wallet = at(chain.wallets, as);
      const signature = await wallet.signTypedData(ballotToSign(coop.assembly, chainId, id, For));
      return { voter: wallet.account.address, support: For, signature };
    };
    await coop.deskContract.write.castVotesBySig([id, packBallots([await sign(0, OTHER), await sign(1, 31_337)])]);
    const tally = await coop.deskContract.read.tally([id]);
    expect(tally.map(({ votes }) => at(votes, For))).to.deep.equal([1, 0, 0, 0]);
  });
});
