// A charter as a file: what is written is read again to the last figure, and every mistake of whoever wrote it is named.
import { expect } from "chai";
import type { Charter, CharterRules, Eight } from "../../books/charter/charter.ts";
import { DAY, defaultMarket, defaultRules, defaultShares } from "../../books/charter/defaults.ts";
import { readCharterFile, tokenIn, writeCharterFile } from "../../books/charter/file.ts";
import { filePathOf } from "../../books/charter/file-paths.ts";
import { TEMPLATES, type Template } from "../../books/charter/templates.ts";
import { account, dice } from "./sample.ts";

const CASES = Number(process.env.CASES ?? 300);
const NOW = 1_800_000_000;
const EURO = { decimals: 6, now: NOW };
const NAMES = ["Drivers", "Riders", 'Ré"née\\s', "", "Drivers", "社員", "1", "__proto__"];

/** The least that a file must say. */
const least = () => ({
  name: "Wheelwright Rides",
  purpose: "Fair rides, owned by those who drive and ride.",
  settlementToken: account(1),
  body: account(2),
  classes: [
    { name: "Drivers", kind: "worker", weight: "60 %" },
    { name: "Riders", kind: "user", weight: "40%" },
  ] as Record<string, unknown>[],
  founders: [{ account: account(3), class: "Riders" }] as Record<string, unknown>[],
});

const read = (file: object, context = EURO) => readCharterFile(JSON.stringify(file), context);

function charterOf(file: object, context = EURO) {
  const result = read(file, context);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.charter;
}

function problemsOf(file: object | string, context = EURO): Record<string, string> {
  const result = readCharterFile(typeof file === "string" ? file : JSON.stringify(file), context);
  return "problems" in result ? Object.fromEntries(result.problems.map((one) => [one.path, one.sentence])) : {};
}

/** Anything that the contract's types can hold, lawful or not. */
function someCharter(roll: (n: number) => number): Charter {
  const upTo = (bits: number) => Math.floor((roll(2 ** 31) / 2 ** 31) * 2 ** roll(bits + 1));
  const time = () => [upTo(32), roll(400) * DAY, roll(100) * 3_600, roll(100) * 60, 0][roll(5)] as number;
  const share = () => [roll(10_001), upTo(16), 0, 10_000, 2_500][roll(5)] as number;
  const yes = () => roll(2) === 1;
  const large = () => BigInt(upTo(53)) * BigInt([1, 1, 2 ** 40][roll(3)] as number);
  const list = <T>(most: number, of: (i: number) => T): T[] => Array.from({ length: roll(most + 1) }, (_, i) => of(i));
  const hash = () => `0x${upTo(53).toString(16).padStart(64, "0")}` as const;
  const kind = () => ({
    notice: time(),
    period: time(),
    quorumNumber: upTo(16),
    quorumShare: share(),
    threshold: share(),
    turnout: share(),
    delay: time(),
    window: time(),
    everyClass: yes(),
  });
  const classes = [...list(7, () => 0), 0].map(() => ({
    kind: 1 + roll(5),
    name: NAMES[roll(NAMES.length)] as string,
  }));
  const weights = Array.from({ length: 8 }, (_, i) => (i < classes.length ? share() : 0)) as unknown as Eight<number>;
  return {
    name: NAMES[roll(NAMES.length)] as string,
    purpose: `${NAMES[roll(NAMES.length)]}\n`,
    classes,
    rules: {
      kinds: [kind(), kind(), kind(), kind()],
      voting: {
        weights,
        byWeight: yes(),
        investorCap: share(),
        blockShare: share(),
        blockNumber: upTo(16),
        secondersShare: share(),
        secondersNumber: upTo(16),
        barredFor: time(),
        proxyLimit: upTo(8),
        disposalShare: share(),
      },
    } satisfies CharterRules,
    membership: { decideWithin: time(), suspensionLimit: time(), recoveryWait: time() },
    settlementToken: account(roll(90)),
    body: account(roll(90)),
    haltLimit: time(),
    shares: {
      par: large(),
      minimum: large(),
      maximum: large(),
      notice: time(),
      suspensionLimit: time(),
      interestCap: share(),
    },
    market: {
      fee: share(),
      commonsShare: share(),
      workShare: share(),
      window: time(),
      ruleWithin: time(),
      defaultAward: share(),
      speed: upTo(16),
      membersOnly: yes(),
    },
    surplus: { period: time(), reserveShare: share(), communityShare: share(), inShares: share() },
    founders: list(20, (i) => ({
      account: account(i),
      class: roll(10),
      commitment: yes() ? hash() : `0x${"0".repeat(64)}`,
    })),
    officers: list(9, (i) => ({
      role: BigInt(2 + roll(5)),
      account: account(i),
      until: roll(3) ? upTo(48) : roll(40_000) * DAY,
    })),
  };
}

describe("A charter as a file", () => {
  it("is read as it was written, whatever figures it has", () => {
    const roll = dice(9);
    for (let n = 0; n < CASES; n++) {
      const charter = someCharter(roll);
      const decimals = roll(25);
      const text = writeCharterFile(charter, { decimals });
      expect(readCharterFile(text, { decimals, now: NOW }), text).to.deep.equal({ charter });
    }
  });

  it("needs little: the rest are the defaults of the rulebook, at a par of one unit of the token", () => {
    const charter = charterOf(least());
    expect(charter.rules).to.deep.equal(defaultRules([6_000, 4_000]));
    expect(charter.shares).to.deep.equal(defaultShares(1_000_000n));
    expect(charter.founders).to.deep.equal([{ account: account(3), class: 1, commitment: `0x${"0".repeat(64)}` }]);
    expect(charter.officers).to.deep.equal([]);
  });

  it("has what it gives instead of the default, and only that", () => {
    const { rules, market, shares, haltLimit } = charterOf({
      ...least(),
      decisions: { ordinary: { noticeDays: 5, votingHours: 36 } },
      market: { fee: "7.5 %" },
      shares: { par: "25", maximum: "90000000000000000000" },
      haltDays: 1.5,
    });
    const [, ordinary] = defaultRules([]).kinds;
    expect(rules.kinds[1]).to.deep.equal({ ...ordinary, notice: 5 * DAY, period: 36 * 3_600 });
    expect(market).to.deep.equal({ ...defaultMarket, fee: 750 });
    expect(shares).to.include({ par: 25_000_000n, maximum: 90_000_000_000_000_000_000n });
    expect(haltLimit).to.equal(36 * 3_600);
  });

  it("begins with a template's figures and classes, and changes what it says", () => {
    const { classes: _, ...file } = { ...least(), template: "worker", market: { fee: "7 %" } };
    const charter = charterOf({ ...file, founders: [{ account: account(3), class: "Workers" }] });
    const { id: __, ...worker } = TEMPLATES[0] as Template;
    expect(charter.classes).to.deep.equal([{ kind: 1, name: "Workers" }]);
    expect(charter.rules).to.deep.equal(worker.rules);
    expect(charter.shares.par).to.equal(1_000_000n);
    expect(charter.market).to.deep.equal({ ...worker.market, fee: 700 });

    const own = charterOf({ ...least(), template: "worker" });
    expect(own.classes.map(({ name }) => name)).to.deep.equal(["Drivers", "Riders"]);
    expect(own.rules).to.deep.equal({
      ...worker.rules,
      voting: { ...worker.rules.voting, weights: own.rules.voting.weights },
    });
    expect(own.rules.voting.weights.slice(0, 3)).to.deep.equal([6_000, 4_000, 0]);
    expect(problemsOf({ ...least(), template: "workers" }).template).to.contain('"worker"');
    expect(problemsOf(file).classes).to.equal(undefined);
    expect(problemsOf({ ...file, template: undefined })).to.have.property("classes");
  });

  it("says which money it counts in before the rest can be read", () => {
    expect(tokenIn(JSON.stringify(least()))).to.equal(account(1));
    for (const text of ["null", "[", "{}", '{"settlementToken": "0x1"}'])
      expect(tokenIn(text), text).to.equal(undefined);
  });

  it("counts an office from the founding on, or to a day", () => {
    const officer = { role: "board", account: account(4) };
    const officers = [
      { ...officer, forDays: 360 },
      { ...officer, until: "2027-10-31" },
      { ...officer, until: "2027-10-31T12:00:00Z" },
    ];
    const ends = charterOf({ ...least(), officers }).officers.map(({ until }) => until);
    expect(ends).to.deep.equal([NOW + 360 * DAY, Date.UTC(2027, 9, 31) / 1_000, Date.UTC(2027, 9, 31, 12) / 1_000]);
  });

  it("names the known key that is nearest to one it does not know, wherever it stands", () => {
    const problems = problemsOf({
      ...least(),
      purpse: "",
      decisions: { ordinary: { noticeDay: 3 }, ordinry: {} },
      market: { fees: "1 %" },
      officers: [{ role: "board", account: account(4), untill: "2027-10-31", forDays: 3 }],
    });
    expect(problems).to.deep.equal({
      purpse: '"purpse" is not known here. The nearest known key is "purpose".',
      "decisions.ordinary.noticeDay": '"noticeDay" is not known here. The nearest known key is "noticeDays".',
      "decisions.ordinry": '"ordinry" is not known here. The nearest known key is "ordinary".',
      "market.fees": '"fees" is not known here. The nearest known key is "fee".',
      "officers.0.untill": '"untill" is not known here. The nearest known key is "until".',
    });
  });

  it("tells all problems of form at once, each at its place", () => {
    const file = {
      ...least(),
      name: 7,
      purpose: undefined,
      settlementToken: "0x12",
      classes: [
        { name: "Drivers", kind: "drivers", weight: 60 },
        { name: "Riders", kind: "user" },
      ],
      founders: [
        { account: account(3), class: "Staff" },
        { account: account(3), class: 0, commitment: "0x" },
      ],
      officers: [
        { role: "king", account: account(4), until: "2027-02-30" },
        { role: "board", account: account(4) },
      ],
      voting: { byWeight: "yes", barredDays: -1, proxyLimit: 1.5 },
      shares: { par: "1.0000001", minimum: "one" },
      surplus: [],
      market: { windowDays: 3, windowHours: 72, fee: "10" },
    };
    expect(Object.keys(problemsOf(file))).to.have.members([
      "name",
      "purpose",
      "settlementToken",
      "classes.0.kind",
      "classes.0.weight",
      "classes.1.weight",
      "founders.0.class",
      "founders.1.class",
      "founders.1.commitment",
      "officers.0.role",
      "officers.0.until",
      "officers.1.until",
      "voting.byWeight",
      "voting.barredDays",
      "voting.proxyLimit",
      "shares.par",
      "shares.minimum",
      "surplus",
      "market.windowDays",
      "market.fee",
    ]);
  });

  it("asks for a class by number where two have its name", () => {
    const twins = {
      ...least(),
      classes: [
        { name: "A", kind: "worker", weight: "50 %" },
        { name: "A", kind: "user", weight: "50 %" },
      ],
    };
    expect(problemsOf({ ...twins, founders: [{ account: account(3), class: "A" }] })).to.have.all.keys(
      "founders.0.class",
    );
    expect(charterOf({ ...twins, founders: [{ account: account(3), class: 2 }] }).founders[0]?.class).to.equal(1);
  });

  it("refuses a key that stands twice, of which JSON would keep the last", () => {
    expect(problemsOf('{"name": "A", "shares": {"name": "B"}, "n\\u0061me": "C"}')).to.deep.equal({
      "": 'The key "n\\u0061me" stands twice in the same place: keep one of them.',
    });
  });

  it("says where a text stops being JSON", () => {
    expect(problemsOf('{"name": "A",}')[""]).to.match(/^This is not JSON \(.+\): look for a comma/);
    expect(Object.keys(problemsOf("[]"))).to.include("");
  });

  it("is not written when it could not be read again", () => {
    const charter = charterOf(least());
    const heavy = { ...charter, rules: defaultRules([6_000, 3_000, 1_000]) };
    expect(() => writeCharterFile(heavy, EURO)).to.throw("no place for the weight of class 3");
    const odd = { ...charter, classes: [{ kind: 9, name: "A" }, ...charter.classes.slice(1)] };
    expect(() => writeCharterFile(odd, EURO)).to.throw("no name for 9");
  });

  it("knows where a figure of the charter stands in it", () => {
    expect(filePathOf("rules.kinds.1.quorumNumber")).to.equal("decisions.ordinary.quorumMembers");
    expect(filePathOf("rules.kinds.3")).to.equal("decisions.constitutional");
    expect(filePathOf("rules.voting.weights")).to.equal("classes");
    expect(filePathOf("rules.voting.weights.2")).to.equal("classes.2.weight");
    expect(filePathOf("rules.voting.barredFor")).to.equal("voting.barred");
    expect(filePathOf("haltLimit")).to.equal("halt");
    expect(filePathOf("market.speed")).to.equal("market.speedKmh");
    for (const path of ["founders.3.account", "name", "surplus.inShares", "body"])
      expect(filePathOf(path)).to.equal(path);
  });
});
