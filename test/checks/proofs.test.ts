// The proofs can fail: a wrong rule breaks them, their premises can be met, and nothing is passed over in silence.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Proof, prove } from "../../scripts/checks/proofs.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { withRepository } from "./temp-repository.ts";

const VOTES = "test/proofs/OutcomeProof.sol";
const MONEY = "test/proofs/MoneyProof.sol";
const MARKET = "test/proofs/MarketProof.sol";
const FILE_OF: Record<string, string> = { OutcomeMath: VOTES, JobMath: MARKET, SurplusMath: MARKET };

describe("proofs", function () {
  this.timeout(180_000);

  /** One error in each part, and an assertion that must notice it. */
  const errors: [what: string, contract: string, library: string, right: string, wrong: string, assertion: string][] = [
    ["a quorum rounded down", "PresenceProof", "OutcomeMath", "share + ONE - 1", "share", "need * ONE >= roll * share"],
    [
      "a tie that wins",
      "MajorityProof",
      "OutcomeMath",
      "have > need",
      "have >= need",
      "!OutcomeMath.reaches(kind, numerator, 2 * num",
    ],
    ["investors above their cap", "WeightProof", "OutcomeMath", "!capped", "true", "share * ONE <= cap * whole"],
    ["a class that stops what it supports", "ClassProof", "OutcomeMath", "inFavour > against", "false", "!stops"],
    [
      "a vote passed without a quorum",
      "VerdictProof",
      "OutcomeMath",
      "ballots < quorum",
      "false",
      "(verdict == Verdict.Passed) == (carried",
    ],
    [
      "coupons rounded up",
      "CouponProof",
      "BondMath",
      "(units * rate * dayCount)",
      "(units * rate * dayCount + parts(basis) - 1)",
      "due * BondMath.parts(basis) <= units",
    ],
    [
      "an instalment that is missing",
      "CouponProof",
      "BondMath",
      "(units * index) / last",
      "(units * index) / (last + 1)",
      "BondMath.principalDue(units, last, last) == units",
    ],
    [
      "bids that pay less than their part",
      "ClearingProof",
      "BondMath",
      "amount * rest + all - 1",
      "amount * rest",
      "part * all >= amount * rest",
    ],
    [
      "a rest of coupons that is forgotten",
      "HolderProof",
      "BondMath",
      "owed % issued",
      "0",
      "whole * issued + rest == owed",
    ],
    [
      "principal taken above one's part",
      "PotProof",
      "BondMath",
      "(pot * own) / left",
      "(pot * own + left - 1) / left",
      "BondMath.share(rest, other, left - own) >=",
    ],
    [
      "a machine worth less than its residual",
      "LeaseProof",
      "LeaseMath",
      "(cost - residual) * age",
      "cost * age",
      "value >= residual",
    ],
    [
      "income paid twice",
      "IncomeProof",
      "IncomeMath",
      "from + amount * SCALE",
      "from",
      "IncomeMath.dueDown(settled, to) == 0",
    ],
    [
      "interest posted a unit too much",
      "ShareProof",
      "ShareMath",
      "(owed + PARTS - 1) / PARTS",
      "owed / PARTS + 1",
      "left < ShareMath.PARTS",
    ],
    [
      "a commons part rounded down",
      "JobProof",
      "JobMath",
      "(fee * commonsShare + ONE - 1)",
      "(fee * commonsShare)",
      "part * ALL >= taken * share",
    ],
    [
      "a point that brings more than one unit",
      "DividendProof",
      "SurplusMath",
      "rest < points ? rest : points",
      "rest",
      "fresh <= points",
    ],
  ];
  for (const [what, contract, library, right, wrong, assertion] of errors) {
    it(`fail on ${what}`, () => {
      const proof = FILE_OF[library] ?? MONEY;
      const edit = (file: string, source: string) =>
        file === `contracts/libraries/${library}.sol` ? replaceOnce(source, right, wrong) : source;
      const lines = linesOf(proof, prove(repositoryRoot, proof, { contract, edit }));
      expect(lines.some((line) => line.includes(`assert(${assertion}`))).to.equal(true, lines.join("\n"));
    });
  }

  for (const proof of [VOTES, MONEY, MARKET]) {
    it(`have premises that can be met: each function of ${proof} comes to its end`, () => {
      const functions = textOf(proof).split("\n    }\n").length - 1;
      const edit = (file: string, source: string) =>
        file === proof
          ? source.replaceAll("assert(", "bool(").replaceAll("\n    }\n", "\n        assert(false);\n    }\n")
          : source;
      const { violations } = prove(repositoryRoot, proof, { edit });
      const refuted = violations.filter(({ message }) => message.includes("Assertion violation happens here"));
      expect(functions).to.be.greaterThan(0);
      expect(refuted).to.have.length(functions);
    });

    it(`need no number that overflows in ${proof}`, () => {
      const { proved, violations } = prove(repositoryRoot, proof, { arithmetic: true });
      expect(violations).to.deep.equal([]);
      expect(proved).to.be.greaterThan(0);
    });
  }

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

const textOf = (proof: string): string => readFileSync(join(repositoryRoot, proof), "utf8");

/** The lines of the proof that the violations are about. */
function linesOf(proof: string, { violations }: Proof): string[] {
  const lines = textOf(proof).split("\n");
  return violations.filter(({ file }) => file === proof).map(({ line = 0 }) => (lines[line - 1] ?? "").trim());
}

function replaceOnce(source: string, from: string, to: string): string {
  expect(source.split(from), `"${from}" stands in the arithmetic once`).to.have.length(2);
  return source.replace(from, to);
}
