// The replay of recorded rides: on a small invented file of the same form, and on the real one where it is there.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { money, type Ride, readRides, SUMS, sumsOf } from "../../scripts/replay/rides-file.ts";
import { planOf } from "../../scripts/replay/rides-plan.ts";
import { replayRides } from "../../scripts/replay/rides-run.ts";

const FILE = "test/replay/fixtures/rides.csv";
const REAL = join(repositoryRoot, "..", "shared", "data", "rides", "rides.csv");
/** As they were published with the real file. */
const REAL_SUMS = ["38407.41", "6623.80", "1070.98", "10340.40", "56442.59"];
const run = promisify(execFile);

describe("Replay of recorded rides", function () {
  this.timeout(180_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "replay-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** A copy of the file with one text put in place of another. */
  function changed(from: string, to: string): string {
    const text = readFileSync(FILE, "utf8");
    expect(text).to.contain(from);
    const copy = join(folder, `${Math.random()}.csv`);
    writeFileSync(copy, text.replace(from, to));
    return copy;
  }

  async function command(...args: string[]): Promise<{ code: number; text: string }> {
    try {
      const { stdout } = await run(process.execPath, ["scripts/replay/rides.ts", ...args]);
      return { code: 0, text: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    }
  }

  const sumTexts = (rides: readonly Ride[]) => SUMS.map((name) => money(sumsOf(rides)[name]));

  it("finds every cent again, in two periods and all their dividends, and names what is odd", async () => {
    const { code, text } = await command(FILE, "total=309.88", "fare=241.35");
    for (const sentence of [
      "each goes to the driver who has been free longest",
      "Founded a co-op with 3 drivers",
      "1 ride without a fare: no jobs, and 3.00 of total apart from all sums below (line 11).",
      "2 rides over no distance (lines 7, 10).",
      "1 ride across midnight (line 6).",
      "1 ride of no duration: done at once (line 7).",
      "1 ride with a dropoff before the pickup: done at once (line 8).",
      "2 rides faster than the bound: paid, and the distance does not count (lines 8, 9).",
      "Period 2, closed on",
      "14 jobs (9 countersigned, 4 by signature, 1 after the window)",
      "every cent is found.",
    ]) {
      expect(text).to.contain(sentence);
    }
    expect(code).to.equal(0);
  });

  it("finds every cent of the real file again, where it is there", async function () {
    if (!existsSync(REAL)) {
      console.log("      shared/data/rides is not beside this repository: skipped.");
      return this.skip();
    }
    const rides = readRides(REAL);
    expect(rides).to.have.length(3_000);
    expect(sumTexts(rides)).to.deep.equal(REAL_SUMS);
    const { differences, plan, found, fees, periods } = await replayRides(rides, () => {});
    expect(differences).to.deep.equal([]);
    expect(plan.jobs).to.have.length(3_000);
    expect(found.total).to.equal(fees.drivers + fees.commons + fees.operating + fees.reserve);
    expect(periods).to.have.length(2);
  });

  it("finds a cent that is missing, in the ride, its pay, the fee and all sums", async () => {
    const rides = readRides(FILE);
    const wrong = rides.map((ride) =>
      ride.line === 14 ? { ...ride, fare: ride.fare + 10n, tip: ride.tip - 11n, total: ride.total - 1n } : ride,
    );
    const { differences } = await replayRides(rides, () => {}, wrong);
    for (const sentence of [
      "Line 14, fare: expected 41.60, got 41.50.",
      "Line 14, tip: expected 8.77, got 8.88.",
      "Line 14, what the rider paid: expected 57.29, got 57.30.",
      "Line 14, what the driver got: expected 53.13, got 53.15.",
      "Line 14, the commons part of the fee: expected 2.08, got 2.075.",
      "All rides, total: expected 306.87, got 306.88.",
    ]) {
      expect(differences).to.include(sentence);
    }
    expect(differences.filter((one) => one.startsWith("Line ")).every((one) => one.startsWith("Line 14, "))).to.equal(
      true,
    );
    expect(differences.some((one) => one.startsWith("Period "))).to.equal(true);
  });

  it("fails where a sum that was given is not that of the file", async () => {
    const { code, text } = await command(FILE, "tolls=14.54");
    expect(text).to.contain("All rides, tolls: expected 14.54, got 14.53 in the file.").and.contain("one difference.");
    expect(code).to.equal(1);
    const unknown = await command(FILE, "wages=1");
    expect(unknown.text).to.contain('"wages=1" is no sum: there are fare, tip, tolls, surcharges, total');
    expect(unknown.code).to.equal(2);
  });

  it("gives each ride to the driver who has been free longest, and no driver two at once", () => {
    const jobs = planOf(readRides(FILE)).jobs;
    // The second is free before the first, whose dropoff is the moment of the fourth pickup.
    expect(jobs.slice(0, 5).map(({ driver }) => driver)).to.deep.equal([0, 1, 2, 1, 0]);
    for (const [i, { ride, driver }] of jobs.entries()) {
      const later = jobs.slice(i + 1).filter((job) => job.driver === driver);
      expect(later.every((job) => job.ride.pickup >= ride.dropoff)).to.equal(true);
    }
  });

  it("says in one sentence, with the line, what a file has wrong", async () => {
    const first = "5.42,19.5,4.15,6.12,33.07";
    const cases: [from: string, to: string, sentence: RegExp][] = [
      ["dropoff,passengers", "arrival,passengers", /line 1: the column "dropoff" is missing/],
      ["2024-02-05 08:21:40,1,5.42", "2024-02-05 08:21:40,5.42", /line 2: 13 values stand under 14 columns/],
      [first, "5.42,-19.5,4.15,6.12,33.07", /line 2: -19.5 under fare is less than nothing/],
      [first, "5.42,19.5,4.15,6.12,much", /line 2: "much" under total is not a number/],
      [first, "5.42,19.505,4.15,6.12,33.07", /line 2: 19.505 under fare is not in whole cents/],
      [first, "5.42,19.5,4.15,6.12,29.76", /line 2: the total 29.76 is less than fare, tip and tolls together/],
      [first, "5.42,19.5,4.15,6.12,1e12", /line 2: 1e12 under total is more than a billion/],
      [first, "2700000,19.5,4.15,6.12,33.07", /line 2: 2700000 under distance is too far/],
      [first, "far,19.5,4.15,6.12,33.07", /line 2: "far" under distance is not a number/],
      ["2024-02-05 07:58:00", "2024-02-30 07:58:00", /line 2: "2024-02-30 07:58:00" under pickup is not a time/],
      ["2024-02-05 08:21:40", "2026-02-05 08:21:40", /line 2: it takes more than 366 days/],
    ];
    for (const [from, to, sentence] of cases) expect(() => readRides(changed(from, to)), to).to.throw(sentence);
    const { code, text } = await command("nowhere.csv");
    expect(text.trim())
      .to.match(/nowhere\.csv can not be read/)
      .and.not.contain("\n");
    expect(code).to.equal(2);
  });
});
