// The committed figures are today's figures, and the goals hold. Gas is not noisy, so this is exact but for the few
// gas units by which a timestamp's zero bytes change the price of calldata.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type Figure, GOALS, measureGas } from "../../scripts/bench/gas.ts";

const CALLDATA_NOISE = 60;

describe("Gas", () => {
  it("is what bench/results.json says, within every goal", async () => {
    const committed = JSON.parse(
      readFileSync(new URL("../../bench/results.json", import.meta.url), "utf8"),
    ) as Figure[];
    const measured = await measureGas();
    expect(measured.map((f) => f.id)).to.deep.equal(committed.map((f) => f.id));
    for (const [i, figure] of measured.entries()) {
      const hint = `${figure.id}: run npm run bench and commit bench/results.json`;
      expect(figure.gas, hint).to.be.closeTo(committed[i]?.gas ?? 0, CALLDATA_NOISE);
      const goal = GOALS[figure.id];
      if (goal !== undefined) expect(figure.gas, figure.id).to.be.at.most(goal);
    }
    const vote = measured.find((f) => f.id === "vote.direct");
    expect((vote?.gas ?? 1) / (vote?.peerGas ?? 1), "vote.direct beside the peer").to.be.below(0.7);
  }).timeout(300_000);
});
