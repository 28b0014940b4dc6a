// The outcome's twin against the contract's library: thousands of random votes, every figure compared.
import { expect } from "chai";
import hre from "hardhat";
import { decide, REASONS, VERDICTS } from "../../books/outcome.ts";
import { type Case, dice, randomCase } from "./sample.ts";

/** More of them on request: CASES=100000. */
const CASES = Number(process.env.CASES ?? 2_000);
const CASES_A_CALL = 100;
const SEED = 1844;
const NO_CLASS = 255;

describe("Outcome, contract and twin", function () {
  this.timeout(30_000 + CASES * 20);

  /** Decides a list of cases with the deployed library. */
  async function contractSide() {
    const { viem } = await hre.network.create();
    const library = await viem.deployContract("OutcomeLib");
    const harness = await viem.deployContract("OutcomeHarness", [], { libraries: { OutcomeLib: library.address } });
    return (cases: Case[]) => harness.read.decideAll([cases as never]) as Promise<readonly Record<string, unknown>[]>;
  }

  /** The twin's answer in the contract's numbering. */
  function twin({ kind, rule, voting, classes, terms }: Case): Record<string, unknown> {
    const outcome = decide(kind, rule, voting, classes, terms);
    return {
      ...outcome,
      verdict: VERDICTS.indexOf(outcome.verdict),
      reason: REASONS.indexOf(outcome.reason),
      class: outcome.class ?? NO_CLASS,
    };
  }

  it(`give the same for ${CASES} random votes (V3, V4, V5, V10, V12, C2, C3, C4)`, async () => {
    const decideAll = await contractSide();
    const roll = dice(SEED);
    const seen = new Map<string, number>();
    for (let done = 0; done < CASES; done += CASES_A_CALL) {
      const cases = Array.from({ length: CASES_A_CALL }, () => randomCase(roll));
      const answers = await decideAll(cases);
      for (const [i, one] of cases.entries()) {
        expect(twin(one), `case ${done + i} of seed ${SEED}: ${JSON.stringify(one)}`).to.deep.equal(answers[i]);
        const key = `${answers[i]?.verdict} ${answers[i]?.reason}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    // Every ending comes up, so that none is compared by luck only: passed, held, then each reason to lose.
    const expected = ["0 0", "1 1", ...REASONS.flatMap((_, reason) => (reason > 1 ? [`3 ${reason}`] : []))];
    expect([...seen.keys()])
      .to.include.members(expected)
      .and.include.members(["2 2", "2 3"]);
  });
});
