// The proofs can fail: a wrong rule breaks them, their premises can be met, and nothing is passed over in silence.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Proof, prove } from "../../scripts/checks/proofs.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { withRepository } from "./temp-repository.ts";

const PROOF = "test/proofs/OutcomeProof.sol";
const ARITHMETIC = "contracts/libraries/OutcomeMath.sol";
const text = readFileSync(join(repositoryRoot, PROOF), "utf8");

describe("proofs", function () {
  this.timeout(120_000);

  /** One error in each part, and an assertion that must notice it. */
  const errors: [what: string, contract: string, right: string, wrong: string, assertion: string][] = [
    ["a quorum rounded down", "PresenceProof", "share + ONE - 1", "share", "need * ONE >= roll * share"],
    [
      "a tie that wins",
      "MajorityProof",
      "have > need",
      "have >= need",
      "!OutcomeMath.reaches(kind, numerator, 2 * num",
    ],
    ["investors above their cap", "WeightProof", "!capped", "true", "share * ONE <= cap * whole"],
    ["a class that stops what it supports", "ClassProof", "inFavour > against", "false", "!stops"],
    [
      "a vote passed without a quorum",
      "VerdictProof",
      "ballots < quorum",
      "false",
      "(verdict == Verdict.Passed) == (carried",
    ],
  ];
  for (const [what, contract, right, wrong, assertion] of errors) {
    it(`fail on ${what}`, () => {
      const edit = (file: string, source: string) => (file === ARITHMETIC ? replaceOnce(source, right, wrong) : source);
      const lines = linesOf(prove(repositoryRoot, PROOF, { contract, edit }));
      expect(lines.some((line) => line.includes(`assert(${assertion}`))).to.equal(true, lines.join("\n"));
    });
  }

  it("have premises that can be met: each function comes to its end", () => {
    const functions = text.split("\n    }\n").length - 1;
    const edit = (file: string, source: string) =>
      file === PROOF
        ? source.replaceAll("assert(", "bool(").replaceAll("\n    }\n", "\n        assert(false);\n    }\n")
        : source;
    const { violations } = prove(repositoryRoot, PROOF, { edit });
    const refuted = violations.filter(({ message }) => message.includes("Assertion violation happens here"));
    expect(functions).to.be.greaterThan(0);
    expect(refuted).to.have.length(functions);
  });

  it("need no number that overflows", () => {
    const { proved, violations } = prove(repositoryRoot, PROOF, { arithmetic: true });
    expect(violations).to.deep.equal([]);
    expect(proved).to.be.greaterThan(0);
  });

  const invented: [what: string, body: string, message: RegExp][] = [
    ["an assertion that is false", "function f(uint256 x) external pure { assert(x != 7); }", /violation happens/],
    [
      "an assertion beyond the solver",
      "function f(uint256 x, uint256 y) external pure { require(x < 2**80 && y < 2**80 && x > 1); assert(x * x * x != 7 * y * y * y + 3); }",
      /violation might happen/,
    ],
    [
      "an assertion outside the contracts",
      "}\nlibrary L { function f(uint256 x) internal pure { assert(x != 7); }",
      /never came to/,
    ],
    ["a loop", "function f(uint256 x) external pure { while (x > 9) x -= 1; assert(x < 10); }", /only without loops/],
    ["a file without assertions", "function f() external pure {}", /nothing is proved/],
    ["a file that does not compile", "function f() external pure { assert(y); }", /Undeclared identifier/],
  ];
  for (const [what, body, message] of invented) {
    it(`fail on ${what}`, () => {
      const source = `// SPDX-License-Identifier: MIT\npragma solidity ^0.8.30;\ncontract A {\n${body}\n}\n`;
      const { violations } = withRepository({ "A.sol": source }, (root) => prove(root, "A.sol"));
      expect(violations.map((violation) => violation.message).join("\n")).to.match(message);
    });
  }
});

/** The lines of the proof that the violations are about. */
function linesOf({ violations }: Proof): string[] {
  const lines = text.split("\n");
  return violations.filter(({ file }) => file === PROOF).map(({ line = 0 }) => (lines[line - 1] ?? "").trim());
}

function replaceOnce(source: string, from: string, to: string): string {
  expect(source.split(from), `"${from}" stands in the arithmetic once`).to.have.length(2);
  return source.replace(from, to);
}
