// What actions amount to, whether they may be put again, and what follows: the mirror of Kinds.sol and of the bar.
import { expect } from "chai";
import { type AbiFunction, encodeFunctionData, parseAbi, toFunctionSelector } from "viem";
import {
  assemblyAbi,
  assemblyDeskAbi,
  assemblyLobbyAbi,
  auditRegisterAbi,
  authorityAbi,
  boardAbi,
  bondOfficeAbi,
  commonsIncomeAbi,
  directoryAbi,
  jobMarketAbi,
  machineRegisterAbi,
  memberRegisterAbi,
  memberSharesAbi,
  patronageAbi,
  reserveAbi,
  surplusAbi,
  treasuryAbi,
} from "../../books/abi.ts";
import { PLACE } from "../../books/apply/founding.ts";
import { coopOf } from "../../books/coop.ts";
import { FUNCTIONS, type FunctionName, motionOf, topicOf } from "../../books/topic.ts";
import { coopWith } from "../helpers/coop.ts";
import { callOf, house, impossible, moduleOf, proposalIn, seat } from "./house.ts";
import { account, hash, NO_HISTORY } from "./sample.ts";

const [GENERAL, PEOPLE, MONEY, RULES] = [0, 1, 2, 5] as const;
const ABIS = {
  [PLACE.directory]: directoryAbi,
  [PLACE.authority]: authorityAbi,
  [PLACE.register]: memberRegisterAbi,
  [PLACE.board]: boardAbi,
  [PLACE.assembly]: [...assemblyAbi, ...assemblyDeskAbi, ...assemblyLobbyAbi],
  [PLACE.shares]: memberSharesAbi,
  [PLACE.treasury]: treasuryAbi,
  [PLACE.reserve]: reserveAbi,
  [PLACE.bonds]: bondOfficeAbi,
  [PLACE.machines]: machineRegisterAbi,
  [PLACE.income]: commonsIncomeAbi,
  [PLACE.audits]: auditRegisterAbi,
  [PLACE.market]: jobMarketAbi,
  [PLACE.patronage]: patronageAbi,
  [PLACE.surplus]: surplusAbi,
};

describe("Kind and topic of actions", () => {
  it("know the functions by the hashes of their names", () => {
    for (const [name, { place, selector }] of Object.entries(FUNCTIONS)) {
      const abi = ABIS[place] as readonly { type: string; name?: string }[];
      const found = abi.find((item) => item.type === "function" && item.name === name);
      expect(toFunctionSelector(found as AbiFunction), name).to.equal(selector);
    }
  });

  it("require the least kind that the Assembly requires, for every function of every module", async function () {
    this.timeout(60_000);
    const { coop } = await coopWith();
    const named = Object.entries(PLACE).map(([name, place]) => [place, coop[name as "shares"]] as const);
    const targets = Object.fromEntries(named.filter(([, module]) => module)) as Record<number, `0x${string}`>;
    const own = coopOf(house(2, 1).events);
    own.directory = coop.directory;
    own.placements = Object.entries(targets)
      .filter(([place]) => Number(place) > 1)
      .map(([place, module]) => ({ place: Number(place), module, predecessor: account(0), at: 0, block: 0n }));
    const kinds = new Set<number>();
    for (const [place, abi] of Object.entries(ABIS)) {
      const target = targets[Number(place)] as `0x${string}`;
      for (const item of abi as readonly AbiFunction[]) {
        if (item.type !== "function") continue;
        // `expel` needs its two words; to the others they are nothing.
        const data = `${toFunctionSelector(item)}${"00".repeat(63)}01` as const;
        const least = await coop.deskContract.read.leastKind([[target], [0n], [data]]);
        expect(motionOf(own, { targets: [target], calldatas: [data] }).kind, item.name).to.equal(least);
        kinds.add(least);
      }
    }
    expect([...kinds].sort()).to.deep.equal([0, 1, 2, 3]);
  });

  it("take the strictest of several, and are general when topics differ (V11)", () => {
    const coop = coopOf(house(2, 1).events);
    const of = (...names: FunctionName[]) => {
      const calls = names.map((name) => callOf(name));
      return motionOf(coop, { targets: calls.map(([to]) => to), calldatas: calls.map(([, data]) => data) });
    };
    expect(of("minute")).to.deep.equal({ kind: 0, topic: GENERAL, excluded: 0 });
    expect(of("pay", "dispose")).to.deep.equal({ kind: 2, topic: MONEY, excluded: 0 });
    expect(of("appoint", "admit")).to.deep.equal({ kind: 1, topic: PEOPLE, excluded: 0 });
    expect(of("pay", "appoint", "pay")).to.deep.equal({ kind: 1, topic: GENERAL, excluded: 0 });
    expect(of("setRules")).to.deep.equal({ kind: 3, topic: RULES, excluded: 0 });
    expect(motionOf(coop, { targets: [moduleOf(PLACE.shares)], calldatas: ["0x12345678"] })).to.deep.equal({
      kind: 3,
      topic: MONEY,
      excluded: 0,
    });
    const places = [PLACE.directory, PLACE.board, PLACE.bonds, PLACE.machines, PLACE.market, PLACE.patronage];
    expect(places.map((place) => topicOf(place))).to.deep.equal([5, 1, 3, 3, 4, 4]);
  });

  it("exclude the seat of the member whom they expel, while it is active (M5)", () => {
    const { events, add } = house(2, 1);
    const [target, data] = callOf("expel", 3);
    const excluded = () => motionOf(coopOf(events), { targets: [target], calldatas: [data] }).excluded;
    const encoded = encodeFunctionData({
      abi: parseAbi(["function expel(uint32 memberId, bytes32 grounds)"]),
      args: [3, hash(0)],
    });
    expect(encoded.startsWith(data)).to.equal(true);
    expect(excluded()).to.equal(seat(1, 1));
    add("register", "Expelled", { memberId: 3, account: account(3), seat: seat(1, 1), grounds: hash(5) });
    expect(excluded()).to.equal(0);
  });
});

describe("An expulsion in the books (M5)", () => {
  /** The rider is to be expelled; the vote is open. */
  function expelling() {
    const of = house(2, 1);
    const told = { kind: 2, topic: PEOPLE, excluded: seat(1, 1), rolls: [2, 0], terms: NO_HISTORY };
    of.put({ id: 1n, actions: [callOf("expel", 3)], told });
    of.wait(15);
    return of;
  }

  it("has what its actions make of it, and what the member said", () => {
    const { events, add } = expelling();
    add("assembly", "Heard", { proposalId: 1n, member: account(3), statement: hash(9) });
    const { derivedMotion, heard } = proposalIn(coopOf(events), 1n);
    expect(derivedMotion).to.deep.equal({ kind: 2, topic: PEOPLE, excluded: seat(1, 1) });
    expect(heard).to.deep.equal([hash(9)]);
  });

  it("has no ballot of the member, by whatever way", () => {
    const { events, vote, tell, add } = expelling();
    impossible(events, vote(1n, 3, 0), /who is not on the roll/);
    const ballots = `0x00${seat(1, 1).toString(16).padStart(8, "0")}`;
    impossible(events, tell("assembly", "SignedBallotsCast", { proposalId: 1n, ballots }), /who is not on the roll/);
    add("register", "Admitted", { memberId: 4, account: account(4), seat: seat(1, 2), commitment: hash(4) });
    add("assembly", "ProxyNamed", { principal: seat(1, 1), proxy: seat(1, 2), topic: PEOPLE });
    add("assembly", "ProxyAccepted", { principal: seat(1, 1), proxy: seat(1, 2), topic: PEOPLE });
    impossible(events, vote(1n, 4, 1), /who is not on the roll/);
  });

  it("ends a membership, which another may follow", () => {
    const { events, add, tell } = expelling();
    const expelled = { memberId: 3, account: account(3), seat: seat(1, 1), grounds: hash(5) };
    add("register", "Expelled", expelled);
    impossible(events, tell("register", "Expelled", expelled), /ends membership 3, which is not active/);
    add("register", "Admitted", { memberId: 4, account: account(3), seat: seat(1, 2), commitment: hash(4) });
    const { members, memberOf } = coopOf(events);
    expect(members.get(3)).to.include({ status: "expelled", grounds: hash(5) });
    expect([members.get(4)?.status, memberOf.get(account(3))]).to.deep.equal(["active", 4]);
  });
});

describe("What is told beside the votes", () => {
  it("has ballots that a batch passed over, and calls to the outside", () => {
    const { events, put, wait, add } = house(2, 1);
    put({ id: 1n });
    wait(15);
    add("assembly", "BallotPassedOver", { proposalId: 1n, voter: account(9), why: 1 });
    add("assembly", "CalledOutside", { target: account(0xff), data: "0x1234" });
    const coop = coopOf(events);
    expect(proposalIn(coop, 1n).passedOver.map(({ voter, why }) => [voter, why])).to.deep.equal([[account(9), 1]]);
    expect(coop.outsideCalls.map(({ target, data }) => [target, data])).to.deep.equal([[account(0xff), "0x1234"]]);
  });
});

describe("The bar after a defeat (V9)", () => {
  const FIRST = 1n;
  const AGAIN = 2n;

  /** Ten members; the first motion was put and clearly defeated, or not, and its vote is closed. */
  function defeated(against = 5) {
    const of = house(6, 4);
    of.put({ id: FIRST });
    of.wait(15);
    for (let voter = 1; voter <= 6; voter++) of.events.push(of.vote(FIRST, voter, voter <= against ? 0 : 1));
    of.wait(14);
    return of;
  }
  const refusedIn = (of: ReturnType<typeof house>, id = AGAIN) => proposalIn(coopOf(of.events), id).refused;
  const draft = (of: ReturnType<typeof house>, seconders: number) => {
    const [target, data] = callOf("pay");
    const content = { targets: [target], values: [0n], calldatas: [data], description: "Again" };
    of.add("assembly", "Drafted", { draftId: 5n, proposer: account(1), kind: 1, ...content });
    for (let i = 0; i < seconders; i++)
      of.add("assembly", "Seconded", { draftId: 5n, seconder: account(i + 2), seconders: i + 1 });
  };

  it("refuses the same actions under another text, unless a fifth of the roll second them since", () => {
    const board = defeated();
    board.put({ id: AGAIN, text: "Again" });
    expect(refusedIn(board)).to.match(/^proposal 1 bars it and 0 of 2 second it$/);
    for (const [seconders, lifted] of [
      [1, false],
      [2, true],
    ] as const) {
      const members = defeated();
      draft(members, seconders);
      members.put({ id: AGAIN, text: "Again", draftId: 5n });
      expect(refusedIn(members) === undefined).to.equal(lifted);
    }
  });

  it("ends after 180 days, and comes only from a clear defeat", () => {
    const [just, late, passed] = [defeated(), defeated(), defeated(1)];
    just.wait(178);
    late.wait(181);
    for (const one of [just, late, passed]) one.put({ id: AGAIN, text: "Again" });
    expect([just, late, passed].map((one) => refusedIn(one) !== undefined)).to.deep.equal([true, false, false]);
  });

  it("does not hold for stricter kinds, which do not take its place", () => {
    const of = defeated();
    of.put({ id: AGAIN, text: "As an extraordinary one", told: { kind: 2 } });
    expect(refusedIn(of)).to.equal(undefined);
    of.put({ id: 3n, text: "Again" });
    expect(refusedIn(of, 3n)).to.match(/^proposal 1 bars it/);
  });

  it("lets the same actions be before the members once at a time", () => {
    const of = house(6, 4);
    of.put({ id: FIRST });
    of.put({ id: AGAIN });
    expect(refusedIn(of)).to.equal("proposal 1 is the same and has not ended");
    const other = house(6, 4);
    other.put({ id: FIRST });
    other.put({ id: AGAIN, text: "In other words" });
    expect(refusedIn(other)).to.equal("proposal 1 has the same actions and is not closed");
  });
});
