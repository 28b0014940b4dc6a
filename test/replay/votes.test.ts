// The replay of recorded ballots, on a small invented record of the same form as a real one.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { isHeld } from "../../scripts/replay/expected.ts";
import { replay } from "../../scripts/replay/run.ts";
import { readRecorded } from "../../scripts/replay/votes-file.ts";

const VOTES = "test/replay/fixtures/votes.csv";
const COUNTS = "test/replay/fixtures/counts.csv";
const run = promisify(execFile);

describe("Replay of recorded ballots", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "replay-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** A copy of a fixture with one text put in place of another. */
  function changed(file: string, from: string, to: string): string {
    const text = readFileSync(file, "utf8");
    expect(text).to.contain(from);
    const copy = join(folder, `${Math.random()}.csv`);
    writeFileSync(copy, text.replace(from, to));
    return copy;
  }

  async function command(votes: string, counts: string): Promise<{ code: number; text: string }> {
    try {
      const { stdout } = await run(process.execPath, ["scripts/replay/votes.ts", votes, counts]);
      return { code: 0, text: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    }
  }

  it("finds every tally again, changes of vote included, and holds what one block in a hundred holds (V10)", async () => {
    const recorded = readRecorded(VOTES, COUNTS);
    const replayed = await replay(recorded, () => {});
    expect(replayed.differences).to.deep.equal([]);
    expect(replayed.held).to.deep.equal([4, 7]);
    expect(replayed).to.include({ proposals: 7, voters: 12, ballots: recorded.ballots.length });
  });

  it("finds every tally again when a relay hands all ballots in, those changed before it posts included", async () => {
    const replayed = await replay(readRecorded(VOTES, COUNTS), () => {}, true);
    expect(replayed.differences).to.deep.equal([]);
    expect(replayed.held).to.deep.equal([4, 7]);
  });

  it("names proposal, position and both figures where a count is wrong, and fails", async () => {
    const { code, text } = await command(VOTES, changed(COUNTS, "\n2,3,3,5,0", "\n2,4,3,5,0"));
    expect(text).to.contain("Proposal 2, for: expected 4, got 3.").and.contain("one difference");
    expect(code).to.equal(1);
  });

  it("names the proposal that is held against the count", async () => {
    const wrong = readRecorded(VOTES, changed(COUNTS, "\n4,8,0,0,1", "\n4,9,0,0,0"));
    const { differences } = await replay(wrong, () => {});
    expect(differences).to.deep.equal([
      "Proposal 4, for: expected 9, got 8.",
      "Proposal 4, block: expected 0, got 1.",
      "Proposal 4, verdict: expected not held, got held.",
    ]);
  });

  it("holds from one member and one per cent on, rounded up (V10)", () => {
    const held = (ballots: number, block: number) => isHeld({ proposal: 1, votes: [0, ballots - block, 0, block] });
    expect([held(0, 0), held(50, 0), held(50, 1), held(100, 1), held(101, 1), held(101, 2)]).to.deep.equal([
      false,
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it("says in one sentence, with the line, what a file has wrong", async () => {
    const cases: [string, string, RegExp][] = [
      [changed(VOTES, "voter,", "person,"), COUNTS, /line 1: the column "voter" is missing/],
      [changed(VOTES, "1,2,for", "1,2,yes"), COUNTS, /line 3: "yes" is no position/],
      [changed(VOTES, "1,2,for", "1,two,for"), COUNTS, /line 3: "two" under voter is not a whole number/],
      [changed(VOTES, "1,2,for", "1,2,3,for"), COUNTS, /line 3: 5 values stand under 4 columns/],
      [changed(VOTES, "2024-03-04T09:02:00.000Z", "noon"), COUNTS, /line 3: "noon" under time is not a time/],
      [VOTES, changed(COUNTS, "\n2,3,3,5,0", ""), /line 14: proposal 2 has votes but no line in/],
      [VOTES, changed(COUNTS, "\n2,3,", "\n2,x,"), /line 3: "x" under for is not a whole number/],
      [VOTES, changed(COUNTS, "\n2,3,", "\n1,3,"), /line 3: proposal 1 is counted twice/],
      ["nowhere.csv", COUNTS, /nowhere\.csv can not be read/],
    ];
    for (const [votes, counts, sentence] of cases) expect(() => readRecorded(votes, counts)).to.throw(sentence);
    const { code, text } = await command(VOTES, "nowhere.csv");
    expect(text.trim())
      .to.match(/nowhere\.csv can not be read/)
      .and.not.contain("\n");
    expect(code).to.equal(2);
  });
});
