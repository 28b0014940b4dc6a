// What we say of the calls of resolutions is what the contracts take.
import { expect } from "chai";
import { type AbiParameter, toFunctionSelector } from "viem";
import { PLACE } from "../../books/apply/founding.ts";
import { coopOf } from "../../books/coop.ts";
import { KIND_NAMES } from "../../books/rules.ts";
import { knownCall, type Meaning, PLACES_WITH_CALLS, selectorsAt } from "../../books/texts/call-table.ts";
import { callsOf } from "../../books/texts/calls.ts";
import { FUNCTIONS } from "../../books/topic.ts";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import { house, moduleOf } from "./house.ts";
import { ASSET, account } from "./sample.ts";

type Word = { name: string; type: string };

/** A parameter word by word, as the chain has it. */
function wordsOf(parameter: AbiParameter): Word[] {
  const [, one = "", count] = /^(.*?)(?:\[(\d+)\])?$/.exec(parameter.type) ?? [];
  const components = "components" in parameter ? parameter.components : undefined;
  const name = (parameter.name ?? "").replace(/_$/, "");
  const own = components ? components.flatMap(wordsOf) : [{ name, type: one }];
  return Array.from({ length: Number(count ?? 1) }, () => own).flat();
}

const TYPES: Record<string, RegExp> = { account: /^address$/, asset: /^address$/, yes: /^bool$/, hash: /^bytes32$/ };
const fits = (meaning: Meaning, type: string): boolean => (TYPES[meaning] ?? /^uint/).test(type);
/** "ordinary.notice" and "weights.3" without which kind and class. */
const bare = (name: string): string => name.replace(new RegExp(`^(${KIND_NAMES.join("|")})\\.|\\.\\d+$`, "g"), "");

describe("Calls in words", () => {
  it("are those of the contracts: names, order and kind of every argument", () => {
    for (const [module, place] of Object.entries(PLACE).filter(([, place]) => PLACES_WITH_CALLS.includes(place))) {
      const functions = ABI_OF[module as keyof typeof ABI_OF].filter((item) => item.type === "function");
      for (const selector of selectorsAt(place)) {
        const call = knownCall(place, selector);
        const found = functions.find((one) => toFunctionSelector(one) === selector);
        expect(found?.name, selector).to.equal(call?.name);
        if (!call?.parameters) continue;
        const words = (found?.inputs ?? []).flatMap((one) => wordsOf(one));
        expect(
          call.parameters.map(([name]) => bare(name)),
          call.name,
        ).to.deep.equal(words.map(({ name }) => name));
        const wrong = call.parameters.filter(([, meaning], i) => !fits(meaning, words[i]?.type ?? ""));
        expect(wrong, call.name).to.deep.equal([]);
      }
    }
  });

  it("are there for every function whose kind of resolution is written down", () => {
    for (const { place, selector } of Object.values(FUNCTIONS))
      expect(knownCall(place, selector)).to.not.equal(undefined);
  });

  it("of a sum say how much of which token, and of another token its smallest units", () => {
    const token = { address: ASSET, symbol: "EUR", decimals: 2 };
    const amount = (asset: string) => {
      const words = [1n, BigInt(asset), 3n, 123_456_789n, 0n].map((word) => word.toString(16).padStart(64, "0"));
      const content = { targets: [moduleOf(PLACE.treasury)], calldatas: [`0x27d3350d${words.join("")}` as const] };
      return callsOf(coopOf(house(1, 0).events), content, { at: 0, token })[0]?.says?.[3]?.value;
    };
    expect(amount(ASSET)).to.equal("1,234,567.89 EUR");
    expect(amount(account(9))).to.equal("123456789 smallest units");
  });

  it("of new rules name the classes whose weights they set, and no others", () => {
    const target = moduleOf(PLACE.assembly);
    const words = Array.from({ length: 53 }, (_, i) => (100 * i).toString(16).padStart(64, "0"));
    const content = { targets: [target], calldatas: [`0xdf7fdb1e${words.join("")}` as const] };
    const says = callsOf(coopOf(house(1, 1).events), content, { at: 0 })[0]?.says ?? [];
    expect(says.filter(({ name }) => name.startsWith("weight"))).to.deep.equal([
      { name: "weight of Drivers", value: "36 %" },
      { name: "weight of Riders", value: "37 %" },
    ]);
    expect(says).to.deep.include({ name: "ordinary.threshold", value: "13 %" });
  });

  it("leave a call as it is that is none of ours, or whose arguments do not fill words", () => {
    const coop = coopOf(house(1, 0).events);
    const said = (target: `0x${string}`, data: `0x${string}`) =>
      callsOf(coop, { targets: [target], calldatas: [data] }, { at: 0 })[0];
    expect(said(account(9), "0x27d3350d")).to.deep.equal({ target: account(9), data: "0x27d3350d" });
    const treasury = moduleOf(PLACE.treasury);
    expect(said(treasury, "0x27d3350d00")).to.deep.equal({
      target: treasury,
      data: "0x27d3350d00",
      name: "treasury.pay",
    });
  });
});
