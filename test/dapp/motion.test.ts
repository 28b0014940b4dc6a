import { expect } from "chai";
import { toFunctionSelector, zeroAddress } from "viem";
import { emptyCoop } from "../../books/coop.ts";
import {
  mistakesIn,
  motionOf,
  NOTHING_WRITTEN,
  recipientOf,
  type Written,
} from "../../dapp/src/features/voting/newProposal.ts";
import { SELECTORS } from "../../dapp/src/shared/chain/settlement.ts";
import { actionsOf } from "../../dapp/src/shared/motion/actions.ts";
import { memoOf, purposeIn } from "../../dapp/src/shared/motion/purpose.ts";
import { textOf, describe as write } from "../../dapp/src/shared/motion/text.ts";

const TREASURY = `0x${"11".repeat(20)}` as const;
const ASSEMBLY = `0x${"22".repeat(20)}` as const;
const ACCOUNT = `0x${"aB".repeat(20)}`.toLowerCase() as `0x${string}`;
const settlement = { address: `0x${"33".repeat(20)}` as const, name: "Test euro", symbol: "tEUR", decimals: 6 };

function coopWithMember() {
  const coop = emptyCoop();
  coop.classes = [{ index: 0, kind: 1, name: "Drivers" }];
  coop.members.set(12, {
    id: 12,
    account: ACCOUNT,
    class: 0,
    seat: 1,
    status: "active",
    admittedAt: 1,
    commitment: "0x",
    units: 0n,
  });
  coop.memberOf.set(ACCOUNT, 12);
  return coop;
}

const PAYMENT: Written = {
  ...NOTHING_WRITTEN,
  title: "Two bicycles",
  text: "For the office.",
  recipient: "12",
  amount: "1,250.50",
  purpose: "Bicycles",
};

describe("The text of a motion", () => {
  it("has its first line as title and the rest as paragraphs", () => {
    const { title, paragraphs } = textOf("# Tyres\r\nfor winter\n\nFour vans.\n \nEach four.");
    expect(title).to.equal("Tyres");
    expect(paragraphs).to.deep.equal(["for winter", "Four vans.", "Each four."]);
  });
  it("is never without a title, and never loses a long one", () => {
    expect(textOf("  \n").title).to.equal("Without a title");
    const { title, paragraphs } = textOf("x".repeat(5_000));
    expect(title).to.have.length(140);
    expect(paragraphs[0]).to.have.length(5_000);
  });
  it("names the purpose that the memo is the hash of", () => {
    const text = write("Title", "Why.", "Bicycles");
    expect(purposeIn(text, memoOf("Bicycles"))).to.equal("Bicycles");
    expect(purposeIn(text, memoOf("Cars"))).to.equal(undefined);
  });
});

describe("A new proposal", () => {
  it("says what is missing, field by field", () => {
    expect(Object.keys(mistakesIn(NOTHING_WRITTEN, coopWithMember(), settlement))).to.have.members([
      "title",
      "recipient",
      "amount",
      "purpose",
    ]);
    expect(
      motionOf(NOTHING_WRITTEN, coopWithMember(), settlement, { treasury: TREASURY, assembly: ASSEMBLY }),
    ).to.equal(undefined);
  });
  it("takes a member's number or an account as recipient", () => {
    const coop = coopWithMember();
    expect(recipientOf("member 12", coop)).to.equal(ACCOUNT);
    expect(recipientOf("13", coop)).to.equal(undefined);
    expect(recipientOf(ACCOUNT, coop)?.toLowerCase()).to.equal(ACCOUNT);
    expect(recipientOf("0x12", coop)).to.equal(undefined);
  });
  it("becomes a payment that reads back in the same words", () => {
    const coop = coopWithMember();
    const motion = motionOf(PAYMENT, coop, settlement, { treasury: TREASURY, assembly: ASSEMBLY });
    if (!motion) throw new Error("There is a motion.");
    const known = new Map([[TREASURY as string, "treasury" as const]]);
    const [action] = actionsOf(motion, { coop, known, settlement });
    expect(action?.sentence).to.equal("Pays €1,250.50 from the operating fund to member 12 (driver).");
    expect(action?.detail).to.equal("For: Bicycles");
  });
  it("warns of calls that it has no words for", () => {
    const coop = coopWithMember();
    const content = { targets: [zeroAddress], values: [0n], calldatas: ["0x12345678"] as const, description: "" };
    const [action] = actionsOf(content, { coop, known: new Map(), settlement });
    expect(action?.unknown).to.equal(true);
  });
});

describe("Bare selectors", () => {
  for (const [signature, selector] of Object.entries(SELECTORS)) {
    it(`are those of ${signature}`, () => expect(toFunctionSelector(signature)).to.equal(selector));
  }
});
