import { expect } from "chai";
import { type AbiEvent, type AbiParameter, decodeEventLog, encodeAbiParameters, encodeEventTopics } from "viem";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import { decodeEvent, decodeOne } from "../../dapp/src/shared/chain/decode-event.ts";
import { eventTable } from "../../dapp/src/shared/chain/event-table.ts";

/** A value of a type that differs from place to place. */
function sampleOf(input: AbiParameter, seed: number): unknown {
  const [, of, count] = /^(.*)\[(\d*)\]$/.exec(input.type) ?? [];
  if (of !== undefined) {
    const length = count ? Number(count) : seed % 3;
    return Array.from({ length }, (_, i) => sampleOf({ ...input, type: of } as AbiParameter, seed + i + 1));
  }
  if (input.type === "tuple") {
    const parts = (input as { components: readonly AbiParameter[] }).components;
    return Object.fromEntries(parts.map((part, i) => [part.name, sampleOf(part, seed + i)]));
  }
  if (input.type === "string") return `Größe ${"x".repeat(seed * 7)}`;
  if (input.type === "bytes") return `0x${"ab".repeat(seed * 5)}`;
  if (input.type === "address") return `0x${String(seed).padStart(40, "c")}`;
  if (input.type === "bool") return seed % 2 === 0;
  if (input.type.startsWith("bytes")) return `0x${"5d".repeat(Number(input.type.slice(5)))}`;
  const bits = Number(/\d+$/.exec(input.type)?.[0] ?? 256);
  const value = (1n << BigInt(bits - 2)) - BigInt(seed);
  return bits > 48 ? value : Number(value % 2n ** 47n);
}

describe("Reading the events of the contracts", () => {
  for (const [module, abi] of Object.entries(ABI_OF)) {
    it(`says of the ${module}'s events what viem says`, () => {
      const table = eventTable(abi);
      for (const event of (abi as readonly { type: string }[]).filter((item) => item.type === "event") as AbiEvent[]) {
        for (const seed of [1, 2, 3]) {
          const values = event.inputs.map((input, i) => sampleOf(input, seed + i));
          const inData = event.inputs.flatMap((input, i) => (input.indexed ? [] : [{ input, value: values[i] }]));
          const data = encodeAbiParameters(
            inData.map(({ input }) => input),
            inData.map(({ value }) => value) as never,
          );
          const args = Object.fromEntries(event.inputs.map(({ name }, i) => [name, values[i]]));
          const topics = encodeEventTopics({ abi: [event], args } as never) as [`0x${string}`];
          const theirs = decodeEventLog({ abi: [event], topics, data } as never) as unknown as {
            eventName: string;
            args?: object;
          };
          const ours = decodeEvent(table, topics, data);
          expect(ours?.name).to.equal(theirs.eventName);
          expect(ours?.args, event.name).to.deep.equal(theirs.args ?? {});
        }
      }
    });
  }

  it("refuses data that ends too early, or a list longer than its data", () => {
    const table = { "01": ["Said", ["text", "string", 0]], "02": ["Named", ["all", "address[]", 0]] } as const;
    expect(() => decodeEvent(table, ["0x01"], `0x${"0".repeat(62)}20`)).to.throw(RangeError);
    const endless = `0x${"0".repeat(62)}20${"f".repeat(64)}`;
    expect(() => decodeEvent(table, ["0x02"], endless)).to.throw(RangeError);
    expect(decodeEvent(table, ["0x03"], "0x")).to.equal(undefined);
  });

  it("reads what a call returns", () => {
    const data = encodeAbiParameters([{ type: "string" }], ["Test euro"]);
    expect(decodeOne("string", data)).to.equal("Test euro");
  });
});
