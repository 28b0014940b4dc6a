// How the tests are divided among processes: none is lost, none runs twice, and a failure in one of them is told.
import { expect } from "chai";
import { listFiles, repositoryRoot } from "../../scripts/lib/files.ts";
import { testFiles, type Unit, unitsOf, Waiting } from "../../scripts/lib/test-files.ts";
import { runUnits } from "../../scripts/lib/test-lanes.ts";

const mocha = (...names: string[]): Unit[] =>
  names.map((name) => ({ folder: name.split("/")[0] ?? "", files: [`test/${name}.test.ts`] }));

/** What two lanes take that are always ready at the same time. */
function shared(units: readonly Unit[]): string[][] {
  const waiting = new Waiting(units);
  const taken: Unit[][] = [[], []];
  for (let went = true; went; ) {
    went = false;
    for (const lane of taken) {
      const unit = waiting.next(lane.at(-1)?.folder);
      if (unit) lane.push(unit);
      went ||= unit !== undefined;
    }
  }
  return taken.map((lane) => lane.flatMap(({ files }) => files));
}

describe("lanes of tests", () => {
  it("are all tests without a name, those of a folder by its name, and one by its own", () => {
    const all = listFiles(repositoryRoot, "test", [".t.sol", ".test.ts"]);
    expect(testFiles([])).to.deep.equal(all);
    const ofFolder = all.filter((file) => file.startsWith("test/voting/"));
    expect(testFiles(["test/voting", "test/voting/rules.test.ts"])).to.deep.equal(ofFolder);
    expect(testFiles(["test/voting/rules.test.ts"])).to.deep.equal(["test/voting/rules.test.ts"]);
    expect(() => testFiles(["test/nowhere"])).to.throw("There is no test/nowhere.");
  });

  it("hold every test once, Solidity and mocha apart", () => {
    const files = listFiles(repositoryRoot, "test", [".t.sol", ".test.ts"]);
    const units = unitsOf(files);
    expect(units.flatMap((unit) => unit.files).toSorted()).to.deep.equal(files);
    for (const unit of units)
      expect(new Set(unit.files.map((file) => file.endsWith(".sol"))).size, unit.folder).to.equal(1);
    expect(shared(units).flat().toSorted()).to.deep.equal(files);
  });

  it("begin with those that take longest", () => {
    const files = ["test/audit/a.test.ts", "test/books/d.test.ts", "test/browser/b.test.ts", "test/invariants/c.t.sol"];
    expect(unitsOf(files).map(({ folder }) => folder)).to.deep.equal([
      "browser",
      "invariants, Solidity",
      "audit",
      "books",
    ]);
  });

  it("keep a lane in its folder, and share one out only when nothing else is left", () => {
    const units = mocha("browser/1", "browser/2", "browser/3", "browser/4", "browser/5", "books/1", "books/2");
    const name = (folder: string, ...of: number[]) => of.map((n) => `test/${folder}/${n}.test.ts`);
    expect(shared(units)).to.deep.equal([name("browser", 1, 2, 3, 4), [...name("books", 1, 2), ...name("browser", 5)]]);
    expect(shared(mocha("books/1", "books/2"))).to.deep.equal([name("books", 1, 2), []]);
  });

  it("tell of a file that could not run", async function () {
    this.timeout(60_000);
    const result = await runUnits(mocha("nowhere/a"), undefined);
    expect(result).to.include({ passed: 0, failed: 1 });
    expect(result.failures[0]).to.include("test/nowhere/a.test.ts");
  });
});
