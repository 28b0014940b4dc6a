// How the tests are divided among processes: none is lost, none runs twice, and a failure in one of them is told.
import { expect } from "chai";
import { listFiles, repositoryRoot } from "../../scripts/lib/files.ts";
import { groupsOf, runGroups } from "../../scripts/lib/test-groups.ts";

describe("groups of tests", () => {
  it("hold every test once, Solidity and mocha apart", () => {
    const files = listFiles(repositoryRoot, "test", [".t.sol", ".test.ts"]);
    const groups = groupsOf(files);
    expect(groups.flatMap((group) => group.files).toSorted()).to.deep.equal(files);
    for (const group of groups) {
      expect(new Set(group.files.map((file) => file.endsWith(".sol"))).size, group.name).to.equal(1);
    }
  });

  it("begin with those that take longest", () => {
    const files = ["test/audit/a.test.ts", "test/browser/b.test.ts", "test/invariants/c.t.sol", "test/books/d.test.ts"];
    expect(groupsOf(files).map(({ name }) => name)).to.deep.equal([
      "browser",
      "audit",
      "invariants, Solidity",
      "books",
    ]);
  });

  it("tell of a group that could not run", async function () {
    this.timeout(60_000);
    const result = await runGroups([{ name: "nowhere", files: ["test/nowhere/a.test.ts"] }], undefined);
    expect(result).to.include({ passed: 0, failed: 1 });
    expect(result.failures[0]).to.include("test/nowhere/a.test.ts");
  });
});
