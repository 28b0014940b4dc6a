// The audit reads most events word by word: it gives what ethers gives, and takes texts that are no UTF-8.
import { expect } from "chai";
import { type EventFragment, type ParamType, zeroPadValue } from "ethers";
import { argsFrom } from "../../books/normalise.ts";
import { type ContractName, connect, interfaces } from "../../scripts/audit/chain.ts";
import { decode, timesOf } from "../../scripts/audit/decode.ts";
import { AuditProblem } from "../../scripts/audit/problem.ts";
import { freshChain } from "../helpers/coop.ts";
import { serveRpc } from "./rpc-proxy.ts";

/** A value of a type that differs from place to place. */
function sampleOf(type: ParamType, seed: number): unknown {
  if (type.baseType === "array") {
    const length = type.arrayLength === -1 || type.arrayLength === null ? seed % 3 : type.arrayLength;
    return Array.from({ length }, (_, i) => sampleOf(type.arrayChildren as ParamType, seed + i));
  }
  if (type.baseType === "tuple") return (type.components ?? []).map((part, i) => sampleOf(part, seed + i));
  if (type.type === "string") return `Größe ${"x".repeat(seed * 7)}`;
  if (type.type === "bytes") return `0x${"ab".repeat(seed * 5)}`;
  if (type.type === "address") return `0x${String(seed).padStart(40, "c")}`;
  if (type.type === "bool") return seed % 2 === 0;
  if (type.type.startsWith("bytes")) return `0x${"5d".repeat(Number(type.type.slice(5)))}`;
  const bits = BigInt(/\d+$/.exec(type.type)?.[0] ?? 256);
  return type.type.startsWith("u") ? 2n ** bits - BigInt(seed) : -(2n ** (bits - 1n)) + BigInt(seed);
}

const logOf = (topics: readonly string[], data: string) => ({
  ...{ address: `0x${"11".repeat(20)}`, topics, data, block: 7, blockHash: "0x", index: 3, tx: "0x" },
});

describe("Audit: decoding logs", function () {
  this.timeout(60_000);

  for (const [contract, abi] of Object.entries(interfaces)) {
    it(`says of the ${contract}'s events what ethers says`, () => {
      abi.forEachEvent((event: EventFragment) => {
        for (const seed of [1, 2, 3]) {
          const values = event.inputs.map((input, i) => sampleOf(input, seed + i));
          const { topics, data } = abi.encodeEventLog(event, values);
          const inputs = event.inputs.map((input) => JSON.parse(input.format("json")));
          const theirs = abi.parseLog({ topics, data })?.args.toArray() ?? [];
          // Of what has no fixed length ethers gives a wrapper around the hash in the topic.
          const plain = theirs.map((value) => (value as { hash?: string } | null)?.hash ?? value);
          const ours = decode(contract as ContractName, logOf(topics, data), 5);
          expect(ours?.name).to.equal(event.name);
          expect(ours?.args, event.format()).to.deep.equal(argsFrom(inputs, plain));
        }
      });
    });
  }

  it("names the event whose data ends too early", () => {
    const { topics, data } = interfaces.market.encodeEventLog("JobDone", [1n, 2n]);
    const short = () => decode("market", logOf(topics, data.slice(0, -2)), 5);
    expect(short).to.throw(AuditProblem, "JobDone (block 7, log 3)");
  });

  it("passes over a log that has another number of topics than its event", () => {
    const { topics, data } = interfaces.market.encodeEventLog("JobDone", [1n, 2n]);
    expect(decode("market", logOf(topics, data), 5)?.name).to.equal("JobDone");
    expect(decode("market", logOf(topics.slice(0, -1), data), 5)).to.equal(undefined);
    expect(decode("market", logOf([...topics, topics[0] as string], data), 5)).to.equal(undefined);
  });

  it("takes from a word no more than its type has room for, as ethers does", () => {
    const event = interfaces.market.getEvent("JobDone") as EventFragment;
    const { topics } = interfaces.market.encodeEventLog(event, [1n, 2n]);
    const data = `0x${"ff".repeat(32 * event.inputs.filter(({ indexed }) => !indexed).length)}`;
    const theirs = interfaces.market.parseLog({ topics, data })?.args.toArray() ?? [];
    const inputs = event.inputs.map((input) => JSON.parse(input.format("json")));
    expect(decode("market", logOf(topics, data), 5)?.args).to.deep.equal(argsFrom(inputs, theirs));
  });

  it("refuses a log of a block that the chain has no longer", async () => {
    const { connection } = await freshChain();
    const rpc = await serveRpc(connection.provider);
    const chain = await connect(rpc.url);
    try {
      const log = { ...logOf([], "0x"), block: chain.block, blockHash: chain.blockHash };
      expect([...(await timesOf(chain, [log])).keys()]).to.deep.equal([chain.block]);
      const error = await timesOf(chain, [{ ...log, blockHash: `0x${"12".repeat(32)}` }]).catch((error) => error);
      expect(error).to.be.instanceOf(AuditProblem);
      expect(error.message).to.match(/^The chain was reorganised/);
    } finally {
      chain.provider.destroy();
      await rpc.close();
    }
  });

  it("reads a reason that is no UTF-8, which any member can write into its vote", () => {
    const reason = zeroPadValue("0xff", 4);
    const event = interfaces.assembly.getEvent("VoteCast") as EventFragment;
    const values = [`0x${"22".repeat(20)}`, 9n, 1, 1n, "????"];
    const { topics, data } = interfaces.assembly.encodeEventLog(event, values);
    const log = logOf(topics, data.replace("3f3f3f3f", reason.slice(2)));
    expect(decode("assembly", log, 5)?.args.reason).to.equal("\u0000\u0000\u0000\ufffd");
  });
});
