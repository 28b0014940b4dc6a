// The actions of a motion are read from their calls alone, and held against what its text says.
import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, zeroHash } from "viem";
import { assemblyDeskAbi, memberRegisterAbi, memberSharesAbi, treasuryAbi } from "../../books/abi.ts";
import { readCall } from "../../dapp/src/shared/motion/calls.ts";
import { doubtsAbout } from "../../dapp/src/shared/motion/claims.ts";
import { compare } from "../../dapp/src/shared/parameters/compare.ts";
import { groupsOf } from "../../dapp/src/shared/parameters/list.ts";
import { defaultRules } from "../../scripts/deploy/charter.ts";
import { accountOf, smallCoop } from "./helpers.ts";

const TREASURY = `0x${"11".repeat(20)}` as const;
const EURO = { address: `0x${"33".repeat(20)}` as const, name: "Test euro", symbol: "tEUR", decimals: 6 };
const OUTSIDER = getAddress(`0xcafe${"12".repeat(16)}beef`);
const SHARES = `0x${"12".repeat(20)}` as const;
const KNOWN = new Map([
  [TREASURY as string, "treasury" as const],
  [SHARES, "shares" as const],
]);
const context = { coop: smallCoop(), settlement: EURO, known: KNOWN };

const paying = (to: Address, euros: bigint) =>
  encodeFunctionData({
    abi: treasuryAbi,
    functionName: "pay",
    args: [1, EURO.address, to, euros * 1_000_000n, zeroHash],
  });
const motion = (description: string, to: Address, euros: bigint) => ({
  ...{ targets: [TREASURY], values: [0n], calldatas: [paying(to, euros)], description },
});
const doubts = (description: string, to: Address = accountOf(2), euros = 500n) =>
  doubtsAbout(motion(description, to, euros), context);

describe("A call, read without the text", () => {
  it("has its function and each value under its name", () => {
    const call = readCall("treasury", paying(OUTSIDER, 5n));
    expect(call?.signature).to.equal("pay(uint32,address,address,uint256,bytes32)");
    expect(call?.named.map(({ name, value }) => `${name} ${value}`)).to.include.members([
      "fund 1",
      `to ${OUTSIDER}`,
      "amount 5000000",
    ]);
    expect(readCall("treasury", "0x12345678")).to.equal(undefined);
  });

  it("names what stands inside of what: each figure of the rules", () => {
    const rules = defaultRules([6_000, 4_000]);
    const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "setRules", args: [rules as never] });
    const names = readCall("assembly", data)?.named.map(({ name }) => name);
    expect(names).to.include("rules.kinds[1].quorumShare").and.include("rules.voting.proxyLimit");
  });
});

describe("A text against its actions [case 129]", () => {
  it("is doubted when it names another amount than they do", () => {
    expect(doubts("We pay €50 for tyres")).to.have.length(1);
    expect(doubts("We pay 50.00 euros")[0]).to.contain("€50.00").and.contain("€500.00");
    expect(doubts("We pay 5,000 tEUR")).to.have.length(1);
  });

  it("is not when it names the same, or more beside it, or none", () => {
    for (const text of ["€500 for tyres", "500.00 euros of the 1,200 euros left", "500 tEUR", "Tyres for 4 vans"])
      expect(doubts(text), text).to.deep.equal([]);
  });

  it("is not when what it names stands elsewhere in them, as a least bid does beside a price", () => {
    const terms = encodeFunctionData({ abi: memberSharesAbi, functionName: "setTerms", args: [0, 0, 0, 900_000_000n] });
    const both = motion("From 900 euro on", accountOf(2), 5_200n);
    const actions = { targets: [TREASURY, SHARES], values: [0n, 0n], calldatas: [...both.calldatas, terms] };
    expect(doubtsAbout({ ...both, ...actions }, context)).to.deep.equal([]);
  });

  it("is doubted when it names others than they pay", () => {
    expect(doubts("To member 3, who asked for it")[0]).to.contain("member 2");
    expect(doubts(`To ${accountOf(2)}`, OUTSIDER)[0]).to.contain("outside account");
    expect(doubts("To member 2")).to.deep.equal([]);
    expect(doubts(`To ${OUTSIDER.toLowerCase()}`, OUTSIDER)).to.deep.equal([]);
  });

  it("an account with the ends of somebody else's is named in full [case 127]", () => {
    const member = accountOf(2);
    const double = getAddress(`${member.slice(0, 6)}${"9".repeat(32)}${member.slice(-4)}`);
    expect(doubts("Tyres", double)[0]).to.contain(double).and.contain("member 2");
  });
});

describe("Rules, now and then", () => {
  const groups = groupsOf(context.coop.classes);
  const rules = defaultRules([6_000, 4_000]);

  it("only what changes is told, with its rule", () => {
    const ordinary = { ...rules.kinds[1], notice: 5 * 86_400 } as never;
    const set = { ...rules, kinds: rules.kinds.map((kind, i) => (i === 1 ? ordinary : kind)) };
    const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "setRules", args: [set as never] });
    const call = readCall("assembly", data);
    const found = call && compare(call, groups, () => rules as never, EURO);
    expect(found).to.deep.equal([
      {
        title: "Ordinary resolutions",
        rows: [{ rule: "V1", name: "Notice before the vote", before: "14 days", after: "5 days" }],
      },
    ]);
  });

  it("what a call does not name stays as it is", () => {
    const held = { par: 1_000_000n, minimum: 1n, maximum: 100n, notice: 0, suspensionLimit: 0, interestCap: 500 };
    const data = encodeFunctionData({ abi: memberSharesAbi, functionName: "setTerms", args: [0, 0, 300, 100n] });
    const call = readCall("shares", data);
    expect(call && compare(call, groups, () => held, EURO)[0]?.rows.map(({ rule }) => rule)).to.deep.equal(["S4"]);
  });

  it("a call that sets no rules compares nothing", () => {
    const data = encodeFunctionData({ abi: memberRegisterAbi, functionName: "lift", args: [1] });
    const call = readCall("register", data);
    expect(call && compare(call, groups, () => ({}), EURO)).to.deep.equal([]);
  });
});
