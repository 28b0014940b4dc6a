// What the audit room says of rules, offices, addresses, events and reports.
import { expect } from "chai";
import { type Client, createClient, custom, type Hex, keccak256, toHex } from "viem";
import type { Coop } from "../../books/coop.ts";
import type { BookEvent } from "../../books/event.ts";
import { implementationOf, standings } from "../../dapp/src/features/audit/addresses.ts";
import { hashOfBlock } from "../../dapp/src/features/audit/blocks.ts";
import { detailsOf, matches, searchIn, titleOf } from "../../dapp/src/features/audit/events.ts";
import { holdersOf } from "../../dapp/src/features/audit/holders.ts";
import { toldOf } from "../../dapp/src/features/audit/parameters/history.ts";
import { hashesOf, reportsWith } from "../../dapp/src/features/audit/report.ts";
import { groupsOf } from "../../dapp/src/shared/parameters/list.ts";
import { commitmentOf } from "../../documents/envelope/commitment.ts";
import {
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
} from "../../scripts/deploy/charter.ts";
import { accountOf, openProposal, smallCoop } from "./helpers.ts";

const EURO = { address: accountOf(9), name: "Test euro", symbol: "tEUR", decimals: 6 };
const tx = (n: number): Hex => `0x${String(n).padStart(64, "0")}`;

describe("Rules in the audit room", () => {
  const SET = {
    RulesSet: defaultRules([6_000, 4_000]),
    MembershipTermsSet: defaultMembership,
    TermsSet: defaultShares(1_000_000n),
    MarketTermsSet: defaultMarket,
    SurplusTermsSet: defaultSurplus,
  };
  const of = (coop: Coop, id: string) => groupsOf(coop.classes).find((group) => group.id === id);

  it("say every parameter of a charter with the default of the rulebook, and leave none out", () => {
    const coop = smallCoop();
    const said = groupsOf(coop.classes).flatMap((group) => {
      const values = SET[group.event as keyof typeof SET];
      return toldOf(coop, group, [{ at: 1, tx: tx(1), values }], EURO).map(({ parameter, now }) => [
        parameter.rule,
        parameter.name,
        now,
      ]);
    });
    expect(said).to.deep.include.members([
      ["V1", "Notice before the vote", "none"],
      ["V6", "Notice before the vote", "28 days"],
      ["V5", "Votes for it: at least", "75 %"],
      ["C1", "Weight of the class Riders", "40 %"],
      ["V7", "Ordinary resolutions part with less than, in twelve months", "33.33 %"],
      ["S1", "Price of a share", "€1.00"],
      ["S1", "Shares that a member holds at most", "100,000"],
      ["M6", "A lost account is replaced after", "14 days"],
      ["J6", "A ride's distance counts up to, in km/h", "150"],
      ["J7", "For members only", "no"],
      ["A7", "A period lasts", "91 days"],
    ]);
    const clauses = [...Object.values(SET).slice(1), SET.RulesSet.voting].flatMap((values) => Object.keys(values));
    // A weight for each of two classes instead of one list, and four kinds of nine clauses; an advisory one waits for nothing.
    expect(said).to.have.lengthOf(clauses.length + 1 + 4 * 9 - 2);
  });

  it("tell each change with the resolution that made it, the latest first, and nothing of what stayed", () => {
    const coop = smallCoop();
    openProposal(coop, { executedAt: 20, executedTx: tx(2) });
    const group = of(coop, "membership");
    const settings = [
      { at: 1, tx: tx(1), values: defaultMembership },
      { at: 20, tx: tx(2), values: { ...defaultMembership, decideWithin: 14 * 86_400 } },
      { at: 30, tx: tx(3), values: { ...defaultMembership, decideWithin: 86_400 } },
    ];
    const [decided, ...others] = group ? toldOf(coop, group, settings, EURO) : [];
    expect(decided?.now).to.equal("1 day");
    expect(decided?.changes).to.deep.equal([
      { at: 30, from: "14 days", to: "1 day" },
      { at: 20, from: "30 days", to: "14 days", proposal: 1 },
    ]);
    expect(others.flatMap(({ changes }) => changes)).to.deep.equal([]);
  });
});

describe("Offices in the audit room", () => {
  it("are held until they end, and say when one ended before its date", () => {
    const office = (n: number, until: number, role = 2) => ({ role, account: accountOf(n), at: 10, until });
    const { now, before } = holdersOf(
      {
        offices: [office(1, 200), office(2, 300), office(3, 90), office(4, 500, 5)],
        formerOffices: [
          { ...office(5, 400), endedAt: 80 },
          { ...office(6, 70), endedAt: 95 },
        ],
      },
      2,
      100,
    );
    expect(now.map(({ account }) => account)).to.deep.equal([accountOf(2), accountOf(1)]);
    expect(before.map(({ account, ended, early }) => [account, ended, early])).to.deep.equal([
      [accountOf(3), 90, false],
      [accountOf(5), 80, true],
      [accountOf(6), 70, false],
    ]);
  });
});

describe("Addresses in the audit room", () => {
  const answering = (answer: unknown): Client => createClient({ transport: custom({ request: async () => answer }) });

  it("are those that stand now, and those that were replaced with the day on which they were", () => {
    const coop = smallCoop();
    const placed = (place: number, n: number, at: number) => ({
      ...{ place, module: accountOf(n), predecessor: accountOf(0), at, block: BigInt(at) },
    });
    coop.placements = [placed(8, 20, 5), placed(4, 21, 5), placed(8, 22, 50), placed(99, 23, 60)];
    const { now, before } = standings(coop);
    expect(now.map(({ name, module }) => [name, module])).to.deep.equal([
      ["board", accountOf(21)],
      ["treasury", accountOf(22)],
    ]);
    expect(before.map(({ name, module, until }) => [name, module, until])).to.deep.equal([
      ["treasury", accountOf(20), 50],
    ]);
  });

  it("tell which code a clone runs, with whatever data behind it, and that other contracts are none", async () => {
    const runs = "259eee10eb3c9cc7bbf14c1beae50317a44dcf4c";
    const clone = `0x363d3d373d3d3d363d73${runs}5af43d82803e903d91602b57fd5bf3`;
    for (const code of [clone, `${clone}00ff`]) {
      expect((await implementationOf(answering(code), accountOf(1)))?.toLowerCase()).to.equal(`0x${runs}`);
    }
    expect(await implementationOf(answering("0x6080"), accountOf(1))).to.equal(undefined);
    expect(await implementationOf(answering("0x"), accountOf(1))).to.equal(undefined);
  });

  it("know a block that is not there from a node that does not answer", async () => {
    expect(await hashOfBlock(answering(null), 7n)).to.equal(undefined);
    const silent = createClient({
      transport: custom({ request: () => Promise.reject(new Error("down")) }, { retryCount: 0 }),
    });
    const answer = await hashOfBlock(silent, 7n).catch((error: Error) => error);
    expect(answer).to.be.instanceOf(Error);
  });
});

describe("Events in the audit room", () => {
  const event = {
    ...{ contract: "market", name: "JobEnded", blockNumber: 1_234n, logIndex: 1, timestamp: 9, transactionHash: tx(7) },
    args: { jobId: 5n, split: { pay: 10n, parties: [accountOf(1), accountOf(2)] }, note: "" },
  } as unknown as BookEvent;

  it("are found by name, words, address, block and transaction, and by nothing that they do not say", () => {
    for (const words of ["JobEnded", "job ended", accountOf(2).toUpperCase(), "1234", tx(7), " pay 10 "]) {
      expect(matches(event, words), words).to.equal(true);
    }
    expect(["dispute", accountOf(3), "12345"].some((words) => matches(event, words))).to.equal(false);
  });

  it("are said in words, with structures in one line", () => {
    expect(titleOf("InterestPosted")).to.equal("Interest posted");
    expect(detailsOf(event.args)[1]).to.deep.equal({
      name: "split",
      value: `pay 10, parties [${accountOf(1)}, ${accountOf(2)}]`,
    });
  });

  it("are asked for by an address that says anything", () => {
    expect(searchIn({ of: "bank", with: ["x"] })).to.deep.equal({});
    expect(searchIn({ of: "market", with: 1_234 })).to.deep.equal({ of: "market", with: "1234" });
    expect(searchIn({ with: "  " })).to.deep.equal({});
  });
});

describe("Reports in the audit room", () => {
  const words = "All of it is right.";
  const opening = { salt: keccak256(toHex("salt")), text: words };
  const coop = {
    opinions: [{ id: 1, at: 0, report: keccak256(toHex(words)) }],
    certificates: new Map([[1, { id: 1, at: 0, report: commitmentOf(opening) }]]),
    reports: new Map([[2025, { year: 2025, report: keccak256(toHex("another one")) }]]),
  } as unknown as Coop;
  const found = async (text: string) => reportsWith(coop, await hashesOf(new File([text], "report.txt")));

  it("are known by their bytes, by their words, and by words that were handed over with their salt", async () => {
    expect(await found(words)).to.deep.equal(["opinion No. 1 of 1 Jan 1970"]);
    expect(await found(`${words}\n`)).to.deep.equal(["opinion No. 1 of 1 Jan 1970"]);
    expect(await found(`${words}\n\nSalt: ${opening.salt}\n`)).to.deep.equal(["certified loss No. 1 of 1 Jan 1970"]);
    expect(await found("another one")).to.deep.equal(["the yearly report for 2025"]);
    expect(await found("All of it is right")).to.deep.equal([]);
  });
});
