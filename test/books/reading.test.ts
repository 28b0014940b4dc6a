// How a chain is read in pieces: what a node says when it does not answer, and what is asked next.
import { expect } from "chai";
import { inPieces, NodeRefusal, type Range } from "../../books/reading/pieces.ts";
import { askedToWait, type Failure, kindOfRefusal, waitBefore } from "../../books/reading/refusal.ts";

/** As the providers word it. */
const SAID: readonly (readonly [kind: string, failure: Failure])[] = [
  ["large", { code: -32_005, message: "query returned more than 10000 results" }],
  [
    "large",
    {
      code: -32_602,
      message: "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range",
    },
  ],
  ["large", { code: -32_614, message: "eth_getLogs is limited to a 10,000 range" }],
  ["large", { code: -32_600, message: "exceed maximum block range: 50000" }],
  ["large", { code: 35, message: "ranges over 10000 blocks are not supported on freetier" }],
  ["large", { code: -32_005, message: "Requested range exceeds maximum RPC range limit" }],
  ["large", { code: -32_000, message: "Too many logs requested. Max logs per response is 20000." }],
  ["large", { code: -32_000, message: "block range is too wide" }],
  ["large", { status: 413, message: "413: Request Entity Too Large" }],
  ["slow", { code: -32_000, message: "query timeout exceeded" }],
  ["slow", { status: 504, message: "504: Gateway Time-out" }],
  ["slow", { message: "The request took too long to respond." }],
  ["busy", { status: 429, message: "429: Too Many Requests" }],
  ["busy", { code: -32_005, message: "daily request count exceeded, request rate limited" }],
  ["busy", { code: 429, message: "Your app has exceeded its compute units per second capacity" }],
  ["busy", { status: 503, message: "503: Service Unavailable" }],
  ["busy", { status: 502, message: "502: <html>Bad Gateway</html>" }],
  ["pruned", { code: 4_444, message: "pruned history unavailable" }],
  ["pruned", { code: -32_000, message: "missing trie node 0xabc (path ) state 0xdef is not available" }],
  ["pruned", { code: -32_000, message: "required historical state unavailable (reexec=0)" }],
  ["behind", { code: -32_000, message: "block range extends beyond current head block" }],
  ["behind", { code: -32_000, message: "header not found" }],
  ["unreachable", { message: "fetch failed: connect ECONNREFUSED 127.0.0.1:8545" }],
  ["other", { code: -32_603, message: "Internal error" }],
];

describe("Reading a chain in pieces", () => {
  const waits: number[] = [];
  const patience = {
    failureOf: (error: unknown) => error as Failure,
    wait: async (ms: number) => void waits.push(ms),
    tries: 4,
    first: 100,
  };
  beforeEach(() => void waits.splice(0));

  /** What was asked for, and every block that was answered. */
  async function read(range: Range, answer: (piece: Range, asked: Range[]) => void) {
    const asked: Range[] = [];
    const blocks: number[] = [];
    const ask = async (piece: Range) => {
      asked.push(piece);
      answer(piece, asked);
    };
    for await (const { piece } of inPieces(range, ask, patience)) {
      for (let block = piece.from; block <= piece.to; block++) blocks.push(block);
    }
    return { asked: asked.map(({ from, to }) => to - from + 1), blocks };
  }
  const upTo = (to: number) => Array.from({ length: to + 1 }, (_, i) => i);

  for (const [kind, failure] of SAID) {
    it(`takes "${failure.message.slice(0, 60)}" for ${kind} [case 117]`, () => {
      expect(kindOfRefusal(failure)).to.equal(kind);
    });
  }

  it("asks for less when a range is too large, for more when it goes well, and reads every block once [case 117]", async () => {
    const { asked, blocks } = await read({ from: 0, to: 9_999 }, ({ from, to }) => {
      if (to - from + 1 > 300) throw { message: "block range is too large" };
    });
    expect(blocks).to.deep.equal(upTo(9_999));
    expect(asked.slice(0, 5)).to.deep.equal([100, 200, 400, 200, 200]);
    const refused = asked.filter((blocks) => blocks > 300);
    expect(refused.length, "it does not run into the limit again and again").to.be.within(2, 4);
  });

  it("finds larger pieces again after a stretch that was dense [case 117]", async () => {
    const { asked, blocks } = await read({ from: 0, to: 20_000 }, ({ from, to }) => {
      if (from < 500 && to - from + 1 > 10) throw { message: "query returned more than 10000 results" };
    });
    expect(blocks).to.deep.equal(upTo(20_000));
    expect(Math.max(...asked)).to.be.greaterThan(1_000);
  });

  it("waits for a busy node, twice as long each time, or as long as it asks for [case 120]", async () => {
    const { blocks } = await read({ from: 0, to: 50 }, (_, asked) => {
      if (asked.length <= 2) throw { status: 429, message: "Too Many Requests" };
      if (asked.length === 3) throw { status: 429, message: "Too Many Requests", retryAfter: "7" };
    });
    expect(blocks).to.deep.equal(upTo(50));
    expect(waits.slice(0, 2)).to.deep.equal([250, 500]);
    expect(waits[2]).to.be.within(6_900, 7_000);
  });

  it("gives a node up that stays busy, that forgot, or that refuses even one block [case 117] [case 120]", async () => {
    const refusal = async (failure: Failure) => {
      const outcome = await read({ from: 0, to: 3 }, () => {
        throw failure;
      }).catch((error) => error);
      expect(outcome).to.be.instanceOf(NodeRefusal);
      return { kind: outcome.kind, ...outcome.piece };
    };
    expect(await refusal({ status: 429, message: "" })).to.deep.equal({ kind: "busy", from: 0, to: 3 });
    expect(waits).to.have.length(3);
    expect(await refusal({ code: 4_444, message: "" })).to.deep.equal({ kind: "pruned", from: 0, to: 3 });
    expect(await refusal({ message: "internal" })).to.deep.equal({ kind: "other", from: 0, to: 0 });
    expect(waits).to.have.length(3);
  });

  it("lets errors through that are none of the node's", async () => {
    const strict = {
      ...patience,
      failureOf: (error: unknown) => {
        throw error;
      },
    };
    const pieces = inPieces(
      { from: 0, to: 3 },
      async () => {
        throw new TypeError("a bug");
      },
      strict,
    );
    const outcome = await pieces.next().catch((error) => error);
    expect(outcome).to.be.instanceOf(TypeError);
  });

  it("understands a date in Retry-After, and waits no longer than a minute", () => {
    const now = Date.parse("2026-11-30T12:00:00Z");
    expect(askedToWait({ message: "", retryAfter: "Mon, 30 Nov 2026 12:00:05 GMT" }, now)).to.equal(5_000);
    expect(askedToWait({ message: "", retryAfter: "soon" }, now)).to.equal(undefined);
    expect(waitBefore(1, { message: "", retryAfter: "86400" })).to.equal(60_000);
  });
});
