// The audit of the market: everything that its events say is what it keeps and holds.
import { expect } from "chai";
import { reportText } from "../../scripts/audit/report.ts";
import { audit } from "../../scripts/audit/run.ts";
import { perTest } from "../helpers/coop.ts";
import { marketStory } from "./market-story.ts";
import { serveRpc } from "./rpc-proxy.ts";

describe("Audit of the market", function () {
  this.timeout(180_000);
  const story = perTest(marketStory);

  it("finds that everything agrees, and has compared something in every check of the market", async () => {
    const rpc = await serveRpc(story().chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: story().coop.directory });
      expect(
        report.checks.flatMap(({ name, differences }) => differences.map((one) => ({ name, ...one }))),
      ).to.deep.equal([]);
      const idle = report.checks.filter(({ compared }) => compared === 0).map(({ name }) => name);
      expect(
        idle.filter((name) => /job|market|point|period|dividend|surplus|service|fee|split/.test(name)),
      ).to.deep.equal([]);
      const jobs = [...report.market.jobs.values()];
      expect([...new Set(jobs.map(({ how }) => how))].sort()).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, undefined]);
      expect([...new Set(jobs.map(({ state }) => state))].sort()).to.deep.equal([1, 2, 3, 4, 5]);
      expect(report.market.claims.some(({ units }) => units > 0n)).to.equal(true);
      expect(report.market.carried > 0n).to.equal(true);
      expect(reportText(report)).to.match(/splits, fees and points worked out again +\d+ {2}agrees/);
    } finally {
      await rpc.close();
    }
  });
});
