// Rule coverage: citations are found in test names, and unknown, doubled and untested clauses fail.
import { expect } from "chai";
import { checkCoverage } from "../../scripts/checks/rule-coverage.ts";
import { withRepository } from "./temp-repository.ts";

const row = (id: string, state: string) => `| ${id} | words | - | fixed | ${state} |\n`;

function coverageOf(rulebook: string, tests: Record<string, string>) {
  return withRepository({ "docs/rulebook.md": rulebook, ...tests }, checkCoverage);
}

describe("rule coverage", () => {
  it("accepts a built clause that a test carries, in TypeScript and in Solidity", () => {
    const { violations, uncoveredClauses, openCases } = coverageOf(
      row("V3", "built") + row("A1", "built") + row("K1", "coming"),
      {
        "test/a.test.ts": 'describe("quorum", () => {\n  it("[V3, case 44] counts ballots", () => {});\n});\n',
        "test/a.t.sol": "function test_A1_case45_reserve() public {}\n",
        "docs/security.md": "| case | reason |\n|---|---|\n| 46 | no oracle |\n",
      },
    );
    expect(violations).to.deep.equal([]);
    expect(uncoveredClauses).to.deep.equal(["K1"]);
    expect(openCases).to.have.lengthOf(127).and.not.include.members([44, 45, 46]);
  });

  const failing: [name: string, rulebook: string, test: string, expected: string][] = [
    ["an unknown rule", row("V3", "coming"), 'it("[V99] x", () => {})', "the rule V99 is not in docs/rulebook.md"],
    ["a case that does not exist", row("V3", "coming"), 'it("[case 131] x", () => {})', "there is no case 131"],
    ["a built clause without a test", row("V3", "built"), 'it("x", () => {})', "V3 is marked as built"],
    [
      "a built clause whose test is skipped",
      row("V3", "built"),
      'it.skip("[V3] x", () => {})',
      "V3 is marked as built",
    ],
    ["a state that means nothing", row("V3", "done"), "", 'the state of V3 is "done"'],
    ["a clause with two rows", row("V3", "coming") + row("V3", "coming"), "", "V3 has two rows"],
    ["an empty rulebook", "", "", "it has no clauses"],
  ];
  for (const [name, rulebook, test, expected] of failing) {
    it(`finds ${name}`, () => {
      const { violations } = coverageOf(rulebook, { "test/a.test.ts": test });
      expect(violations.map(({ message }) => message)).to.have.lengthOf(1);
      expect(violations[0]?.message).to.contain(expected);
    });
  }
});
