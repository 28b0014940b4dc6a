import { expect } from "chai";
import { encodeFunctionData, toFunctionSelector, zeroHash } from "viem";
import { memberRegisterAbi } from "../../books/abi.ts";
import { EXPEL, expelledBy, GROUNDS, groundsAreIn, subjectOf } from "../../dapp/src/shared/motion/expulsion.ts";
import { memoOf } from "../../dapp/src/shared/motion/purpose.ts";
import { secondersNeeded } from "../../dapp/src/shared/motion/rolls.ts";
import { accountOf, admit, memberOf, NOW, REGISTER, smallCoop } from "./helpers.ts";

const data = encodeFunctionData({ abi: memberRegisterAbi, functionName: "expel", args: [3, zeroHash] });
const EXPULSION = { targets: [REGISTER], values: [0n], calldatas: [data], description: "" };

describe("An expulsion on the pages (M5)", () => {
  it("is known by its one call, and by whom it names", () => {
    const coop = smallCoop();
    expect(toFunctionSelector("expel(uint32,bytes32)")).to.equal(EXPEL);
    expect(expelledBy(EXPULSION, coop)).to.equal(3);
    expect(expelledBy({ ...EXPULSION, targets: [accountOf(9)] }, coop)).to.equal(undefined);
    expect(expelledBy({ ...EXPULSION, calldatas: ["0x12345678"] }, coop)).to.equal(undefined);
  });
  it("names its subject by the seat that is on no roll", () => {
    const coop = smallCoop();
    expect(subjectOf(coop, { excluded: 3 })).to.equal(memberOf(coop, 3));
    expect(subjectOf(coop, { excluded: 0 })).to.equal(undefined);
  });
  it("finds its grounds in its own text, to the last word", () => {
    const grounds = "Two fares kept.\n\nGrounds: twice.";
    const text = `Title\n\n${GROUNDS}${grounds}`;
    expect(groundsAreIn(text, memoOf(grounds))).to.equal(true);
    expect(groundsAreIn(text, memoOf("Two fares kept."))).to.equal(false);
    expect(groundsAreIn("Title", memoOf(""))).to.equal(false);
  });
});

describe("Seconders that a draft needs (V8)", () => {
  it("are a share of the roll, two at most while nobody is on the board", () => {
    const coop = smallCoop();
    for (let serial = 5; serial <= 60; serial++) admit(coop, 100 + serial, 0, serial);
    expect(secondersNeeded(coop, NOW)).to.equal(2);
    coop.offices.push({ role: 2, account: accountOf(1), until: NOW + 1, at: 1 });
    expect(secondersNeeded(coop, NOW)).to.equal(7);
    expect(secondersNeeded(coop, NOW + 1)).to.equal(2);
  });
  it("do not count whom the draft would expel", () => {
    const coop = smallCoop();
    coop.offices.push({ role: 2, account: accountOf(1), until: NOW + 1, at: 1 });
    for (let serial = 5; serial <= 60; serial++) admit(coop, 100 + serial, 0, serial);
    expect(coop.memberOf.size).to.equal(61);
    expect(secondersNeeded(coop, NOW)).to.equal(7);
    expect(secondersNeeded(coop, NOW, EXPULSION)).to.equal(6);
  });
  it("are all the others in a small co-op", () => {
    const coop = smallCoop();
    for (const id of [3, 4, 5]) coop.memberOf.delete(accountOf(id));
    expect(secondersNeeded(coop, NOW)).to.equal(1);
    coop.memberOf.delete(accountOf(2));
    expect(secondersNeeded(coop, NOW)).to.equal(0);
  });
});
