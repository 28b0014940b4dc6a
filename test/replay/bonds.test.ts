// The replay of reference cash flows: on a small invented file of the same form, with figures worked out by hand, and on the
// real one where it is there.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { bondOf } from "../../scripts/replay/bond-terms.ts";
import { readContracts } from "../../scripts/replay/bonds-file.ts";
import { replayBonds } from "../../scripts/replay/bonds-run.ts";
import { agrees, decimalOf, type Fraction, fractionOf, shown } from "../../scripts/replay/decimal.ts";

const FILE = "test/replay/fixtures/bonds.json";
const REAL = join(repositoryRoot, "..", "shared", "data", "bonds", "actus-tests-pam.json");
const REAL_IDS = ["01", "02", "04", "05", "06", "07", "08", "09", "10", "11", "15", "16", "17"].map((n) => `pam${n}`);
const run = promisify(execFile);

describe("Replay of reference cash flows", function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "replay-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** A copy of the file with one text put in place of another. */
  function changed(from: string, to: string): string {
    const text = readFileSync(FILE, "utf8");
    expect(text).to.contain(from);
    const copy = join(folder, `${Math.random()}.json`);
    writeFileSync(copy, text.replace(from, to));
    return copy;
  }

  async function command(...args: string[]): Promise<{ code: number; text: string }> {
    try {
      const { stdout } = await run(process.execPath, ["scripts/replay/bonds.ts", ...args]);
      return { code: 0, text: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    }
  }

  function bondsOf(file: string, ids: readonly string[]) {
    const contracts = readContracts(file);
    return ids.map((id) => {
      const contract = contracts.get(id);
      if (!contract) throw new Error(`There is no contract ${id}.`);
      return bondOf(contract);
    });
  }

  it("finds every date and amount again, on bonds that resolutions ordered, and names what is no bond [case 52]", async () => {
    const all = await command(FILE);
    const sentence = "kiln: capitalizationEndDate 2025-06-01T00:00:00: the bond office has no such term.";
    expect(all.text).to.contain(sentence).and.contain("4 contracts, 23 events: every event agrees.");
    expect(all.code).to.equal(0);
    const named = await command(FILE, "kiln");
    expect(named.text).to.contain(sentence);
    expect(named.code).to.equal(1);
  });

  it("finds the events of the real file again, where it is there [case 52]", async function () {
    if (!existsSync(REAL)) {
      console.log("      shared/data/bonds is not beside this repository: skipped.");
      return this.skip();
    }
    const { replayed } = await replayBonds(bondsOf(REAL, REAL_IDS), () => {});
    expect(replayed.flatMap(({ differences }) => differences)).to.deep.equal([]);
    expect(replayed.map(({ bond }) => bond.contract.id)).to.deep.equal(REAL_IDS);
  });

  it("orders more machines than a resolution has actions, and leaves out what the office refuses", async () => {
    const [loom] = bondsOf(FILE, ["loom"]);
    if (!loom) throw new Error("There is no loom.");
    const looms = Array.from({ length: 17 }, (_, i) => ({ ...loom, contract: { ...loom.contract, id: `loom ${i}` } }));
    const plan = { ...loom.series.plan, every: 1, unit: 0 };
    const daily = { ...loom, series: { ...loom.series, plan } };
    const { replayed, refused } = await replayBonds([...looms, daily], () => {});
    expect(refused).to.deep.equal(["loom: the bond office refuses its terms: BondOfficeTermsOutOfBounds, dates."]);
    expect(replayed).to.have.length(17);
    expect(replayed.flatMap(({ differences }) => differences)).to.deep.equal([]);
  });

  it("names contract, event, expected and got where a figure or a date is wrong, and fails", async () => {
    const { code, text } = await command(changed('"payoff": 92', '"payoff": 92.0000000000001'), "loom");
    expect(text).to.contain("loom, IP: expected 92.0000000000001 on 2024-10-15, got 92 on 2024-10-15.");
    expect(text).to.contain("1 contract, 6 events: one difference.");
    expect(code).to.equal(1);
  });

  it("names a date that is wrong, an event that is missing, and one that is too many", async () => {
    const last = '"eventDate": "2025-12-31T00:00", "eventType": "MD"';
    const press = bondsOf(changed("2024-03-29T00:00", "2024-04-01T00:00"), ["press"]);
    const mill = bondsOf(changed(last, last.replace("MD", "TD")), ["mill"]);
    const { replayed } = await replayBonds([...press, ...mill], () => {});
    expect(replayed.flatMap(({ differences }) => differences)).to.deep.equal([
      "press, IP: expected 10.822075 on 2024-04-01, got 10.822075 on 2024-03-29.",
      "mill, MD: expected nothing, got -7300 on 2025-12-31.",
      "mill, TD: expected -7300 on 2025-12-31, got nothing.",
    ]);
  });

  it("names the term that no bond of ours has", () => {
    const cases: [from: string, to: string, sentence: RegExp][] = [
      [
        '"dayCountConvention": "A360"',
        '"dayCountConvention": "AA"',
        /loom: dayCountConvention AA: .*A365, A360, 30E360/,
      ],
      [
        '"nominalInterestRate": "0.04"',
        '"nominalInterestRate": "0.04005"',
        /nominalInterestRate 0.04005: .*whole basis/,
      ],
      ['"nominalInterestRate": "0.04"', '"nominalInterestRate": "0.16"', /nominalInterestRate 0.16: .*15 %/],
      ['"premiumDiscountAtIED": "   0"', '"accruedInterest": "5"', /accruedInterest 5/],
      ['"premiumDiscountAtIED": "   0"', '"cycleOfRateReset": "P1ML0"', /cycleOfRateReset P1ML0: .*no such term/],
      ['"contractType": "PAM"', '"contractType": "ANN"', /contractType ANN/],
      ['"cycleOfInterestPayment": "P1QL0"', '"cycleOfInterestPayment": "1M-"', /cycleOfInterestPayment 1M-/],
      ['"maturityDate": "2024-10-15T00:00:00"', '"maturityDate": "2024-10-15T12:00:00"', /maturityDate .*midnight/],
      ['"maturityDate": "2024-10-15T00:00:00",', "", /maturityDate is missing/],
      ['"notionalPrincipal": "9000"', '"notionalPrincipal": "a lot"', /notionalPrincipal a lot: .*not a number/],
      ['"statusDate": "2023-01-01T00:00:00"', '"statusDate": "2024-02-01T00:00:00"', /statusDate .*runs already/],
      ['"dataObserved": {}', '"dataObserved": { "EURIBOR": {} }', /depends on what is observed/],
    ];
    for (const [from, to, sentence] of cases) {
      expect(() => bondsOf(changed(from, to), ["loom"]), to).to.throw(sentence);
    }
  });

  it("says in one sentence what a file has wrong, and which contracts there are", async () => {
    const cases: [string, RegExp][] = [
      [changed('"payoff": 92', '"payoff": "much"'), /loom: "much" under payoff is not a number/],
      [
        changed('"eventDate": "2024-10-15T00:00"', '"eventDate": "2024-02-30T00:00"'),
        /"2024-02-30T00:00" under eventDate/,
      ],
      [changed('"results": [', '"result": ['), /loom: there are no results/],
      [changed('"terms": {', '"term": {'), /loom: there are no terms/],
      [changed('{\n  "loom"', '[{\n  "loom"'), /is not JSON/],
      ["nowhere.json", /nowhere\.json can not be read/],
    ];
    for (const [file, sentence] of cases) {
      expect(() => readContracts(file), file).to.throw(sentence);
    }
    const { code, text } = await command(FILE, "lomo");
    expect(text.trim()).to.match(/has no contract lomo; it has loom, press, mill, oven, kiln\.$/);
    expect(code).to.equal(2);
  });

  it("compares to the fifteenth digit, and shows so many", () => {
    const third = fractionOf(100n, 3n);
    const read = (text: unknown): Fraction => decimalOf(text) ?? expect.fail(`${text} is a number`);
    expect(shown(third)).to.equal("33.3333333333333");
    expect(agrees(read(33.3333333333333), third)).to.equal(true);
    expect(agrees(read("33.3333333333331"), third)).to.equal(false);
    expect(agrees(read("0"), fractionOf(0n))).to.equal(true);
    expect(agrees(read("0.0000000001"), fractionOf(0n))).to.equal(false);
    expect([" -0.50 ", 1e-7, "12e2", ".5"].map((text) => shown(read(text)))).to.deep.equal([
      "-0.5",
      "0.0000001",
      "1200",
      "0.5",
    ]);
    expect(["", ".", "1,5", "0x10", "one"].map(decimalOf)).to.deep.equal(Array(5).fill(undefined));
  });
});
