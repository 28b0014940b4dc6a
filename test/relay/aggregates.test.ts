// Ballots of ballot keys through the relay: keys registered without coin, packed, and thousands under one signature.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import { type Address, bytesToHex, type Hex, keccak256, toFunctionSelector, toHex } from "viem";
import { ballotKeysDomain, KEY_FIELDS } from "../../books/ballot-key.ts";
import type { RelayedKey, RelayedKeyBallot } from "../../books/relay.ts";
import { Position } from "../../scripts/deploy/charter.ts";
import { addSignatures, ballotKeyOf, proveKey, signBallot } from "../../scripts/lib/ballot-keys.ts";
import type { Falsify } from "../audit/rpc-proxy.ts";
import { ballotOn, secretOf } from "../helpers/ballot-keys.ts";
import { at, type Chain, type Coop, perTest } from "../helpers/coop.ts";
import {
  type Answer,
  ballotOf,
  direct,
  memberOf,
  openVote,
  RELAY,
  relayAt,
  relayHouse,
  type Stand,
  votesOf,
} from "./house.ts";

const KEYED = [0, 1, 2, 3, 4, 5];

describe("Relay: ballots of ballot keys", function () {
  this.timeout(120_000);
  const given = perTest(() => relayHouse(8));
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  let stand: Stand;

  async function keyPaper(i: number, secret = i + 1): Promise<RelayedKey> {
    const voter = memberOf(i);
    const [memberId] = await coop.registerContract.read.seatOf([voter.address]);
    const key = ballotKeyOf(secretOf(secret));
    const proof = proveKey(
      { chainId: 31_337, ballotKeys: coop.ballotKeys, memberId, account: voter.address, key },
      secretOf(secret),
    );
    const deadline = 2_000_000_000;
    const signature = await voter.signTypedData({
      domain: ballotKeysDomain(coop.ballotKeys, 31_337),
      types: KEY_FIELDS,
      primaryType: "BallotKey",
      message: { account: voter.address, memberId, keyHash: keccak256(key), deadline: BigInt(deadline) },
    });
    return { kind: "bls-key", voter: voter.address, key, proof, deadline, signature };
  }
  async function keyBallot(i: number, support: number, secret = i + 1): Promise<RelayedKeyBallot> {
    const signature = signBallot(await ballotOn(chain, coop, id, support), secretOf(secret));
    const voter = memberOf(i).address.toLowerCase() as Address;
    return { kind: "bls", proposal: String(id), support, voter, key: ballotKeyOf(secretOf(secret)), signature };
  }
  const taken = async (paper: unknown) => {
    const answer = await stand.hand(paper);
    expect(answer.status, answer.error).to.equal(200);
    return answer.id ?? "";
  };
  const sentBy = () => chain.client.getTransactionCount({ address: RELAY });

  beforeEach(async () => {
    ({ chain, coop } = given());
    stand = await relayAt(chain, coop);
    for (const i of KEYED) await taken(await keyPaper(i));
    await stand.look();
    await stand.look();
    await chain.networkHelpers.mine();
    ({ id } = await openVote(chain, coop));
  });
  afterEach(() => stand.stop());

  it("registers keys for whoever has no coin, packs them, and counts their ballots under one signature a position", async () => {
    const receipts = [];
    for (const i of KEYED) receipts.push(await taken(await keyBallot(i, i % 2)));
    const before = await sentBy();
    await stand.look();
    for (let i = 0; i < 10; i++) await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([3, 3, 0, 0]);
    // One a page of keys, and one a position.
    expect((await sentBy()) - before).to.equal(3 + 2);
    for (const receipt of receipts) expect((await stand.stateOf(receipt)).state).to.equal("counted");
  });

  it("checks those of packed keys together, and finds the bad one among the good", async () => {
    for (const i of KEYED) await taken(await keyBallot(i, Position.For));
    for (let i = 0; i < 11; i++) await stand.look();
    ({ id } = await openVote(chain, coop));
    const papers = await Promise.all(KEYED.map((i) => keyBallot(i, Position.Against)));
    const other = await keyBallot(3, Position.For);
    papers[3] = { ...other, support: Position.Against };
    const { answers } = (await stand.hand({ papers })) as unknown as { answers: { code?: string }[] };
    expect(answers.map(({ code }) => code)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      "bad-signature",
      undefined,
      undefined,
    ]);
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([5, 0, 0, 0]);
  });

  it("answers for as many at once as one request takes", async () => {
    const paper = await keyBallot(0, Position.For);
    const { answers } = (await stand.hand({ papers: Array(200).fill(paper) })) as unknown as { answers: Answer[] };
    expect(new Set(answers.map(({ code, id: receipt }) => code ?? receipt)).size).to.equal(1);
    expect(answers.map(({ code }) => code)).to.not.include("chain-unreachable");
  });

  it("believes no node that vouches for what was not signed [case 120]", async () => {
    for (const i of KEYED) await taken(await keyBallot(i, Position.For));
    for (let i = 0; i < 11; i++) await stand.look();
    ({ id } = await openVote(chain, coop));
    await stand.stop();
    const counts = toFunctionSelector("castVotesByAggregate(uint256,uint8,bytes,bytes)");
    const falsify: Falsify = (method, result, [call]) =>
      method === "eth_call" && (call as { data: Hex }).data.startsWith(counts) ? toHex(1, { size: 32 }) : result;
    stand = await relayAt(chain, coop, { falsify });
    const other = await keyBallot(3, Position.For);
    expect((await stand.hand(other)).status).to.equal(200);
    await refused({ ...other, support: Position.Against }, "bad-signature");
  });

  it("finds two that are bad alone and make up for each other in the sum [case 33]", async () => {
    for (const i of KEYED) await taken(await keyBallot(i, Position.For));
    for (let i = 0; i < 11; i++) await stand.look();
    ({ id } = await openVote(chain, coop));
    const papers = await Promise.all(KEYED.map((i) => keyBallot(i, Position.For)));
    const plain = addSignatures(papers.map(({ signature }) => signature));
    const shift = bls12_381.G2.Point.BASE;
    for (const [i, by] of [
      [1, shift],
      [4, shift.negate()],
    ] as const) {
      const paper = at(papers, i);
      const moved = bls12_381.G2.Point.fromHex(paper.signature.slice(2)).add(by);
      papers[i] = { ...paper, signature: bytesToHex(moved.toBytes(false)) };
    }
    expect(addSignatures(papers.map(({ signature }) => signature))).to.equal(plain);
    const { answers } = (await stand.hand({ papers })) as unknown as { answers: { code?: string }[] };
    const bad = "bad-signature";
    expect(answers.map(({ code }) => code)).to.deep.equal([undefined, bad, undefined, undefined, bad, undefined]);
  });

  it("takes the ballot of a key in the place of one that the wallet signed, and the other way round", async () => {
    await taken(await ballotOf(coop, id, 0, Position.For));
    await taken(await keyBallot(0, Position.Against));
    await taken(await keyBallot(1, Position.For));
    await taken(await ballotOf(coop, id, 1, Position.Against));
    for (let i = 0; i < 11; i++) await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([2, 0, 0, 0]);
  });

  const refused = async (paper: unknown, code: string) => {
    const answer = await stand.hand(paper);
    expect(answer.code, answer.error).to.equal(code);
    expect(answer.error).to.match(/^[A-Z"].*\.$/);
  };

  it("refuses another's key, one that is unknown or came after notice, and whoever has voted", async () => {
    await refused(await keyBallot(0, Position.For, 2), "unknown-key");
    await refused(await keyBallot(6, Position.For), "unknown-key");
    await taken(await keyPaper(6));
    await stand.look();
    await refused(await keyBallot(6, Position.For), "key-not-in-force");
    await direct(chain, coop, id, 1, Position.For);
    await refused(await keyBallot(1, Position.For), "voted-already");
    await refused({ ...(await keyBallot(2, Position.For)), proposal: "7" }, "no-such-vote");
    await refused({ ...(await keyBallot(2, Position.For)), support: Position.Against }, "bad-signature");
  });

  it("refuses what is no point, nothing, or a point of another group", async () => {
    const good = await keyBallot(0, Position.For);
    const nothing = `0x40${"00".repeat(191)}`;
    for (const signature of [`0x${"11".repeat(192)}`, good.signature.slice(0, -2), nothing, "0x"]) {
      await refused({ ...good, signature }, "malformed-signature");
    }
    await refused({ ...good, signature: stranger() }, "bad-signature");
    await refused({ ...good, key: `0x${"11".repeat(96)}` }, "malformed");
  });

  it("refuses a rogue key: one that is made of others' and that nobody can prove", async () => {
    const paper = await keyPaper(6);
    const others = bls12_381.G1.Point.fromHex(ballotKeyOf(secretOf(1)).slice(2));
    const own = bls12_381.G1.Point.fromHex(paper.key.slice(2));
    await refused({ ...paper, key: bytesToHex(own.subtract(others).toBytes(false)) }, "bad-key");
    await refused({ ...paper, voter: memberOf(7).address }, "bad-key");
    await refused(await keyPaper(6, 1), "bad-key");
  });
});

/** On the curve, and not in the subgroup; the library writes no such point, so it is written here. */
function stranger(): Hex {
  const { Fp2 } = bls12_381.fields;
  const b = Fp2.fromBigTuple([4n, 4n]);
  const x = Fp2.fromBigTuple([2n, 0n]);
  const y = Fp2.sqrt(Fp2.add(Fp2.mul(Fp2.sqr(x), x), b));
  expect(bls12_381.G2.Point.fromAffine({ x, y }).isTorsionFree()).to.equal(false);
  return `0x${[x.c1, x.c0, y.c1, y.c0].map((part) => part.toString(16).padStart(96, "0")).join("")}`;
}
