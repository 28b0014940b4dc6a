// The rulebook that a charter yields says each of its figures once, and the fixed rules as docs/rulebook.md does.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Charter } from "../../books/charter/charter.ts";
import { FIXED } from "../../books/charter/rulebook/fixed.ts";
import { type Clause, rulebookOf } from "../../books/charter/rulebook.ts";
import { charterFrom, TEMPLATES } from "../../books/charter/templates.ts";
import { at } from "../helpers/coop.ts";

const address = (n: number) => `0x${String(n).padStart(40, "0")}` as const;
const UNIT = { decimals: 6, symbol: "EUR" };
const FOUNDING = {
  ...{ name: "Blue Cabs", purpose: "To bring people home.", settlementToken: address(1), body: address(2) },
  decimals: UNIT.decimals,
  founders: [
    { account: address(3), class: 0, commitment: `0x${"00".repeat(32)}` as const },
    { account: address(4), class: 0, commitment: `0x${"5a".repeat(32)}` as const },
  ],
  officers: [
    { role: 2n, account: address(3), until: 1_800_000_000 },
    { role: 6n, account: address(4), until: 1_810_000_000 },
  ],
};
const charters = TEMPLATES.map((template) => ({ id: template.id, charter: charterFrom(template, FOUNDING) }));
const [worker, multiStakeholder, , solidarity, , communityBenefit] = charters.map(({ charter }) => charter);
const clausesOf = (charter: Charter): Clause[] => rulebookOf(charter, UNIT).flatMap(({ clauses }) => clauses);
const say = (charter: Charter | undefined, id: string): string =>
  clausesOf(charter as Charter)
    .filter((clause) => clause.id === id)
    .map(({ sentence }) => sentence)
    .join(" ");

/** The clause that a figure stands in, by what its path looks like. */
const CLAUSES: readonly [RegExp, string][] = [
  [/^(name|purpose)$/, "A8"],
  [/^founders/, "M1"],
  [/^(classes|rules\.voting\.weights)/, "C1"],
  [/^rules\.kinds\.\d\.notice$/, "V1"],
  [/^rules\.kinds\.\d\.period$/, "V2"],
  [/^rules\.kinds\.\d\.quorum/, "V3"],
  [/^rules\.kinds\.[01]\.(threshold|turnout)$/, "V4"],
  [/^rules\.kinds\.2\.(threshold|turnout)$/, "V5"],
  [/^rules\.kinds\.3\.(threshold|turnout)$/, "V6"],
  [/^rules\.kinds\.\d\.(delay|window)$/, "V13"],
  [/everyClass$/, "C4"],
  [/byWeight$/, "V4"],
  [/investorCap$/, "C2"],
  [/disposalShare$/, "V7"],
  [/voting\.seconders/, "V8"],
  [/barredFor$/, "V9"],
  [/voting\.block/, "V10"],
  [/proxyLimit$/, "V11"],
  [/decideWithin$/, "M2"],
  [/^membership\.suspensionLimit$/, "M4"],
  [/recoveryWait$/, "M6"],
  [/^(shares\.(par|minimum|maximum)|settlementToken)$/, "S1"],
  [/^shares\.notice$/, "S2"],
  [/^shares\.suspensionLimit$/, "S3"],
  [/interestCap$/, "S4"],
  [/inShares$/, "S6"],
  [/reserveShare$/, "A1"],
  [/communityShare$/, "A6"],
  [/^surplus\.period$/, "A7"],
  [/^market\.fee$/, "J1"],
  [/commonsShare$/, "J2"],
  [/^market\.window$/, "J3"],
  [/(ruleWithin|defaultAward)$/, "J4"],
  [/workShare$/, "J5"],
  [/speed$/, "J6"],
  [/membersOnly$/, "J7"],
  [/^haltLimit$/, "G1"],
  [/^officers/, "B2"],
  [/^body$/, "A2"],
];

const clauseOf = (path: string): string | undefined => CLAUSES.find(([looks]) => looks.test(path))?.[1];

/** What there is to change in a charter, with the path to it. */
function figuresOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) => figuresOf(one, [...path, key]));
}

/** The charter with another figure at `path`. */
function changed(charter: Charter, path: readonly string[]): Charter {
  const copy = structuredClone(charter) as unknown as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce((one, key) => one[key] as Record<string, unknown>, copy);
  const key = at(path, path.length - 1);
  holder[key] = other(holder[key], key);
  return copy as unknown as Charter;
}

function other(value: unknown, key: string): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "bigint") return value + 1n;
  // The day on which an office ends is what is said.
  if (typeof value === "number") return key === "until" ? value + 86_400 : key === "kind" ? (value % 5) + 1 : value + 1;
  return String(value).startsWith("0x") ? `${String(value).slice(0, -1)}7` : `Other ${value}`;
}

/** Not what no lawful charter has otherwise, what advisory resolutions have and never use, and the weight of a class that there is not. */
const isOpen = (charter: Charter, path: readonly string[]): boolean => {
  if (/^rules\.kinds\.(3\.everyClass|0\.delay|0\.window)$/.test(path.join("."))) return false;
  return path[2] !== "weights" || Number(path[3]) < charter.classes.length;
};

describe("The rulebook of a charter", () => {
  for (const { id, charter } of charters) {
    it(`says every figure of the ${id} co-op in one clause and in no other`, () => {
      const before = clausesOf(charter);
      const blocksAreOff = charter.rules.voting.blockShare === 0;
      for (const path of figuresOf(charter).filter((one) => isOpen(charter, one))) {
        // Blocks are off with both figures, or on with both.
        if (blocksAreOff && path.at(-1) === "blockNumber") continue;
        const after = clausesOf(changed(charter, path));
        const differ = after.filter(({ sentence }, i) => sentence !== before[i]?.sentence);
        const name = path.join(".");
        // Where reserve and community take all of it, a change of either gives a dividend a place.
        const expected =
          differ.length > 1 && /reserveShare|communityShare/.test(name) ? [clauseOf(name), "A4"] : [clauseOf(name)];
        expect(
          differ.map((clause) => clause.id),
          name,
        ).to.have.members(expected);
      }
    });
  }

  it("holds every rule of docs/rulebook.md, and the fixed ones in its words", () => {
    const rows = readFileSync("docs/rulebook.md", "utf8").matchAll(/^\| ([A-Z]\d+) \| (.+?) \|/gm);
    const rules = new Map([...rows].map(([, id = "", clause = ""]) => [id, clause]));
    expect(rules.size).to.be.greaterThan(50);
    for (const { id, charter } of charters) {
      expect([...new Set(clausesOf(charter).map((clause) => clause.id))], id).to.have.members([...rules.keys()]);
    }
    for (const [id, sentence] of Object.entries(FIXED)) expect(sentence, id).to.equal(rules.get(id));
  });

  it("groups the kinds of resolution that have the same figure", () => {
    expect(say(multiStakeholder, "V1")).to.contain(
      "none for advisory resolutions; 14 days for ordinary and extraordinary ones; 28 days for constitutional ones.",
    );
    expect(say(multiStakeholder, "V2")).to.equal("The vote stays open for a set time: 14 days for every resolution.");
    expect(say(worker, "V4")).to.equal(
      "Votes are compared by heads, each like any other. To pass takes more than half of the votes for advisory and ordinary resolutions. A tie is lost.",
    );
    expect(say(solidarity, "V5")).to.equal(
      "An extraordinary resolution takes at least two thirds of the votes and ballots from 51 % of the roll.",
    );
  });

  it("says what there is not: proxies, blocks, dividends, interest", () => {
    expect(say(solidarity, "V11")).to.equal("There are no proxies: everybody votes for themselves.");
    expect(say(worker, "V10")).to.equal("No number of blocks holds a proposal: a block counts as a vote against.");
    expect(say(communityBenefit, "A4")).to.equal("Nothing of a surplus is left for a dividend.");
    expect(say(communityBenefit, "S4")).to.equal("Shares earn no interest.");
    const none = { ...(worker as Charter), officers: [] };
    expect(say(none, "B2")).to.contain("any three members together act for it");
  });

  it("closes a purpose that has no full stop, and counts money in the token", () => {
    expect(say({ ...(worker as Charter), purpose: "Rides for everybody " }, "A8")).to.match(
      /^Blue Cabs has this purpose: Rides for everybody\. A yearly/,
    );
    expect(say(worker, "A8")).to.contain("To bring people home. A yearly");
    expect(say(worker, "S1")).to.contain("par value of 1.00 EUR");
    expect(say(worker, "S1")).to.contain("at least 1 share and at most 100,000.");
  });
});
