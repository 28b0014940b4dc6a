import { expect } from "chai";
import { encodeFunctionData, toFunctionSelector, zeroAddress, zeroHash } from "viem";
import { assemblyDeskAbi, memberRegisterAbi } from "../../books/abi.ts";
import { type Coop, emptyCoop } from "../../books/coop.ts";
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
import { PURPOSE, textOf, describe as write } from "../../dapp/src/shared/motion/text.ts";

const TREASURY = `0x${"11".repeat(20)}` as const;
const ASSEMBLY = `0x${"22".repeat(20)}` as const;
const ACCOUNT = `0x${"aB".repeat(20)}`.toLowerCase() as `0x${string}`;
const REGISTER = `0x${"44".repeat(20)}` as const;
const DIRECTORY = `0x${"55".repeat(20)}` as const;
const KNOWN = new Map([
  [TREASURY as string, "treasury" as const],
  [ASSEMBLY, "assembly" as const],
  [REGISTER, "register" as const],
]);
const settlement = { address: `0x${"33".repeat(20)}` as const, name: "Test euro", symbol: "tEUR", decimals: 6 };

function coopWithMember() {
  const coop = emptyCoop();
  coop.directory = DIRECTORY;
  coop.classes = [{ index: 0, kind: 1, name: "Drivers" }];
  coop.members.set(12, {
    id: 12,
    account: ACCOUNT,
    class: 0,
    seat: 1,
    status: "active",
    admittedAt: 1,
    commitment: "0x",
    formerAccounts: [],
    formerSeats: [],
    units: 0n,
  });
  coop.memberOf.set(ACCOUNT, 12);
  return coop;
}

const contextOf = (coop: Coop) => ({
  coop,
  settlement,
  modules: { treasury: TREASURY, assembly: ASSEMBLY, register: REGISTER, directory: DIRECTORY },
});

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
    const text = write("Title", "Why.", `${PURPOSE}Bicycles`);
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
    expect(motionOf(NOTHING_WRITTEN, contextOf(coopWithMember()))).to.equal(undefined);
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
    const motion = motionOf(PAYMENT, contextOf(coop));
    if (!motion) throw new Error("There is a motion.");
    const [action] = actionsOf(motion, { coop, known: KNOWN, settlement });
    expect(action?.sentence).to.equal("Pays €1,250.50 from the operating fund to member 12 (driver).");
    expect(action?.detail).to.equal("For: Bicycles");
  });
  it("becomes an extraordinary payment where it exceeds what ordinary ones may part with", () => {
    const coop = coopWithMember();
    const left = { disposed: 1_000_000_000n, limit: 2_250_500_001n };
    const sentenceAt = (disposal: typeof left) => {
      const motion = motionOf(PAYMENT, { ...contextOf(coop), disposal });
      return [motion?.kind, motion && actionsOf(motion, { coop, known: KNOWN, settlement })[0]?.sentence];
    };
    expect(sentenceAt(left)[0]).to.equal(1);
    const [kind, sentence] = sentenceAt({ ...left, limit: left.limit - 1n });
    expect(kind).to.equal(2);
    expect(sentence).to.match(/, also beyond what ordinary resolutions may pay\.$/);
  });
  it("names one member to expel, with grounds that are in its text", () => {
    const coop = coopWithMember();
    const empty: Written = { ...NOTHING_WRITTEN, title: "Part with member 12", what: "expel" };
    expect(Object.keys(mistakesIn(empty, coop, settlement))).to.have.members(["member", "grounds"]);
    const motion = motionOf({ ...empty, member: "12", grounds: "Fares kept.\n\nTwice. " }, contextOf(coop));
    const [action] = motion ? actionsOf(motion, { coop, known: KNOWN, settlement }) : [];
    expect(motion?.kind).to.equal(2);
    expect(motion?.description).to.match(/\n\nGrounds: Fares kept\.\n\nTwice\.$/);
    expect(action?.sentence).to.equal(
      "Expels member 12 (driver) at once. Their shares are repaid like those of anybody who leaves.",
    );
    expect(action?.detail).to.equal("The grounds are in the text.");
  });
  it("winds the co-op up only with a reason, and says that there is no way back", () => {
    const coop = coopWithMember();
    const end: Written = { ...NOTHING_WRITTEN, title: "Stop", what: "windUp" };
    expect(Object.keys(mistakesIn(end, coop, settlement))).to.deep.equal(["text"]);
    const motion = motionOf({ ...end, text: "Nobody rides any more." }, contextOf(coop));
    const [action] = motion ? actionsOf(motion, { coop, known: KNOWN, settlement }) : [];
    expect([motion?.kind, action?.sentence]).to.deep.equal([
      3,
      "Begins to wind the co-op up. It can not be taken back.",
    ]);
  });
  it("states another purpose, within what the charter holds, and only if it is another (A8)", () => {
    const coop = Object.assign(coopWithMember(), { purpose: "Rides for all." });
    const stated = (coopPurpose: string): Written => ({
      ...{ ...NOTHING_WRITTEN, title: "A wider purpose", what: "statePurpose" },
      coopPurpose,
    });
    for (const wrong of [" ", " Rides for all.\n", "é".repeat(1_001)]) {
      expect(Object.keys(mistakesIn(stated(wrong), coop, settlement)), wrong).to.deep.equal(["coopPurpose"]);
    }
    expect(mistakesIn(stated("é".repeat(1_000)), coop, settlement)).to.deep.equal({});
    const motion = motionOf(stated(" Rides and repairs for all. "), contextOf(coop));
    const [action] = motion ? actionsOf(motion, { coop, known: KNOWN, settlement }) : [];
    expect([motion?.kind, action?.sentence, action?.call?.args]).to.deep.equal([
      3,
      "Changes what the co-op is for, as its charter states it.",
      ["Rides and repairs for all."],
    ]);
  });
  it("has words for readmissions and for where the co-op describes itself", () => {
    const coop = coopWithMember();
    const calls = [
      encodeFunctionData({ abi: memberRegisterAbi, functionName: "readmit", args: [ACCOUNT, 0, zeroHash] }),
      encodeFunctionData({ abi: assemblyDeskAbi, functionName: "setDaoURI", args: ["https://example.org/dao.json"] }),
    ];
    const content = { targets: [REGISTER, ASSEMBLY], values: [0n, 0n], calldatas: calls, description: "" };
    const sentences = actionsOf(content, { coop, known: KNOWN, settlement }).map(({ sentence }) => sentence);
    expect(sentences).to.deep.equal([
      "Admits member 12 (driver) again, in the class Drivers.",
      "Says to the outside that the co-op describes itself at https://example.org/dao.json.",
    ]);
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
