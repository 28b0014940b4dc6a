// The market through random lives: whatever customers, providers, arbiters and the token do, the books work out the same to the smallest
// unit, and the audit agrees.
import { expect } from "chai";
import { audit } from "../../scripts/audit/run.ts";
import { liveInMarket } from "./market-life.ts";
import { serveRpc } from "./rpc-proxy.ts";

/** `LIVES=100` tries that many, `FIRST=16` begins with the sixteenth. */
const LIVES = Number(process.env.LIVES ?? 2);
const FIRST = Number(process.env.FIRST ?? 1);

describe("The market through random lives", function () {
  this.timeout(180_000);
  const ever: Record<string, number> = {};

  for (let seed = FIRST; seed < FIRST + LIVES; seed++) {
    it(`agrees with the books to the smallest unit (life ${seed})`, async () => {
      const { chain, coop, done } = await liveInMarket(seed);
      for (const [name, times] of Object.entries(done)) ever[name] = (ever[name] ?? 0) + times;
      await chain.networkHelpers.mine();
      const rpc = await serveRpc(chain.connection.provider);
      try {
        const report = await audit({ rpc: rpc.url, coop: coop.directory });
        expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      } finally {
        await rpc.close();
      }
    });
  }

  it("did many of the things that people can do in the market", function () {
    if (LIVES < 2) this.skip();
    if (process.env.SHOW) console.log(ever);
    expect(Object.keys(ever).length).to.be.at.least(10);
  });
});
