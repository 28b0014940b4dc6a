// What the relay does not take, each with a code and a sentence, and what that costs whoever tries.
import { expect } from "chai";
import type { Hex } from "viem";
import type { RelayedBallot } from "../../books/relay.ts";
import { Position } from "../../scripts/deploy/charter.ts";
import { minute, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, perTest } from "../helpers/coop.ts";
import { expulsion } from "../helpers/motions.ts";
import { ballotOf, direct, memberOf, openVote, relayAt, relayHouse, type Stand } from "./house.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

describe("Relay: what it refuses", function () {
  this.timeout(60_000);
  const given = perTest(() => relayHouse());
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  let good: RelayedBallot;
  let stand: Stand;
  before(async () => {
    ({ chain, coop } = given());
    stand = await relayAt(chain, coop, { settings: { hold: 1e9 } });
  });
  after(() => stand.stop());
  beforeEach(async () => {
    ({ id } = await openVote(chain, coop));
    good = await ballotOf(coop, id, 0, Position.For);
  });

  /** Refused with this code, in a sentence that ends, and nothing kept. */
  async function refused(paper: unknown, code: string, status: number) {
    await stand.relay.gather();
    const before = stand.relay.metrics.of('relay_papers{state="waiting"}');
    const answer = await stand.hand(paper);
    expect(answer.code, answer.error).to.equal(code);
    expect(answer.status).to.equal(status);
    expect(answer.error).to.match(/^[A-Z"].*\.$/);
    await stand.relay.gather();
    expect(stand.relay.metrics.of('relay_papers{state="waiting"}')).to.equal(before);
  }

  it("takes the ballot that all others differ from", async () => {
    expect((await stand.hand(good)).status).to.equal(200);
  });

  it("a ballot for a vote that is not there, not open yet, or closed [case 29]", async () => {
    await refused(await ballotOf(coop, 7n, 0, Position.For), "no-such-vote", 404);
    const step = resolution(chain, coop, [{ target: coop.register, data: (await expelled()).data }], "Pending");
    await step.propose();
    await refused(await ballotOf(coop, await step.id(), 0, Position.For), "not-open", 409);
    const other = resolution(chain, coop, [minute(coop, "closed")], "Closed");
    await other.propose();
    await other.toClose();
    await chain.networkHelpers.mine();
    await refused(await ballotOf(coop, await other.id(), 0, Position.For), "closed", 409);
  });
  const expelled = async () => expulsion(coop, 5);

  it("a stranger, whoever came after notice, and whoever left", async () => {
    await refused(await ballotOf(coop, id, 70, Position.For), "not-a-member", 403);
    await coop.admit(memberOf(60).address, 0, `0x${"02".repeat(32)}`);
    await chain.networkHelpers.mine();
    await refused(await ballotOf(coop, id, 60, Position.For), "not-on-roll", 403);
    await chain.networkHelpers.impersonateAccount(memberOf(1).address);
    await chain.networkHelpers.setBalance(memberOf(1).address, 10n ** 18n);
    await coop.registerContract.write.resign({ account: memberOf(1).address });
    await refused(await ballotOf(coop, id, 1, Position.For), "not-a-member", 403);
  });

  it("whoever has voted", async () => {
    await direct(chain, coop, id, 0, Position.Against);
    await refused(good, "voted-already", 409);
  });

  it("another position, vote, chain or voter than was signed [case 26] [case 27] [case 34]", async () => {
    await refused({ ...good, support: Position.Against }, "bad-signature", 422);
    await refused({ ...good, proposal: "7" }, "bad-signature", 422);
    await refused({ ...good, voter: memberOf(2).address }, "bad-signature", 422);
    const elsewhere = await memberOf(0).signTypedData({
      domain: { name: "Rochdale Assembly", version: "1", chainId: 1, verifyingContract: coop.assembly },
      types: {
        Ballot: [
          { name: "proposalId", type: "uint256" },
          { name: "support", type: "uint8" },
        ],
      },
      primaryType: "Ballot",
      message: { proposalId: id, support: Position.For },
    });
    await refused({ ...good, signature: elsewhere }, "bad-signature", 422);
  });

  it("a signature with the upper s, an odd v, zeros, or another length [case 28]", async () => {
    const { signature } = good;
    const s = BigInt(`0x${signature.slice(66, 130)}`);
    const flipped = signature.endsWith("1b") ? "1c" : "1b";
    const upper = `${signature.slice(0, 66)}${(ORDER - s).toString(16).padStart(64, "0")}${flipped}` as Hex;
    const zeros = "00".repeat(32);
    for (const bad of [
      upper,
      `${signature.slice(0, 130)}1d`,
      `0x${zeros}${signature.slice(66)}`,
      `${signature.slice(0, 66)}${zeros}${signature.slice(130)}`,
      signature.slice(0, 130),
      `${signature}00`,
      "0x",
    ]) {
      await refused({ ...good, signature: bad }, "malformed-signature", 400);
    }
  });

  it("what is no ballot: fields of another form, kinds that are unknown, no JSON", async () => {
    await refused({ ...good, proposal: "-1" }, "malformed", 400);
    await refused({ ...good, proposal: "9".repeat(78) }, "malformed", 400);
    await refused({ ...good, support: 4 }, "malformed", 400);
    await refused({ ...good, voter: "0x12" }, "malformed", 400);
    await refused({ ...good, signature: "0x0" }, "malformed", 400);
    await refused({ ...good, kind: "contract", signature: `0x${"11".repeat(2_049)}` }, "malformed", 400);
    await refused({ ...good, kind: "toString" }, "unknown-kind", 400);
    const { answers } = (await stand.hand({ papers: [[]] })) as unknown as { answers: { code: string }[] };
    expect(answers.map(({ code }) => code)).to.deep.equal(["malformed"]);
    await refused("[]", "not-json", 400);
    await refused("{", "not-json", 400);
    const plain = await fetch(`${stand.relay.url}/papers`, { method: "POST", body: "{}" });
    expect(plain.status).to.equal(415);
    expect((await stand.ask("/nowhere")).code).to.equal("nothing-here");
    expect((await stand.ask("/receipts/0x12")).code).to.equal("no-such-receipt");
  });

  it("more than one request may hold", async () => {
    await refused({ ...good, pad: "x".repeat(300_000) }, "too-long", 413);
    await refused({ papers: Array(201).fill(good) }, "too-many", 413);
  });

  it("a flood, from the one it comes from, until that one has waited", async () => {
    const small = await relayAt(chain, coop, { settings: { rate: 1, burst: 6, hold: 1e9 } });
    try {
      const codes = [];
      for (let i = 0; i < 4; i++) codes.push((await small.hand({ ...good, support: 2 })).code);
      // What is refused costs more than what is taken.
      expect(codes).to.deep.equal(["bad-signature", "bad-signature", "too-fast", "too-fast"]);
      expect((await small.ask("/health")).status).to.equal(200);
    } finally {
      await small.stop();
    }
  });

  it("more at once than it can judge, and it goes on afterwards", async () => {
    const small = await relayAt(chain, coop, { settings: { crowd: 3, hold: 1e9 } });
    try {
      const papers = await Promise.all([...Array(8).keys()].map((i) => ballotOf(coop, id, i + 2, Position.For)));
      const { answers } = (await small.hand({ papers })) as unknown as { answers: { code?: string }[] };
      expect(answers.map(({ code }) => code)).to.deep.equal([...Array(3).fill(undefined), ...Array(5).fill("busy")]);
      expect((await small.hand(papers[7])).status).to.equal(200);
    } finally {
      await small.stop();
    }
  });
});
