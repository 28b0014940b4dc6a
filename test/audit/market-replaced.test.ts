// The audit of a co-op whose market was replaced: both markets are compared, and no difference is named that is none.
import { expect } from "chai";
import { balancesOf } from "../../books/journal.ts";
import { ledgerOf } from "../../books/ledger.ts";
import { jobsOf } from "../../books/surplus.ts";
import { reportText } from "../../scripts/audit/report.ts";
import { audit } from "../../scripts/audit/run.ts";
import { EURO, perTest } from "../helpers/coop.ts";
import { beforeReplacement, endEverything, inNewMarket, type Replaced } from "../scenarios/replaced-market.ts";
import { resumed, STRANGER } from "./market-acts.ts";
import { serveRpc } from "./rpc-proxy.ts";

describe("Audit of a co-op whose market was replaced", function () {
  this.timeout(180_000);
  const given = perTest(beforeReplacement);
  let life: Replaced;
  beforeEach(async () => {
    life = resumed(given());
    // A stop that is over when the market is replaced is none of its successor's.
    await life.halt(60);
    await life.wait(61);
    await life.step.execute();
  });

  async function audited() {
    const rpc = await serveRpc(life.chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: life.coop.directory });
      const found = report.checks.flatMap(({ name, differences }) => differences.map((one) => ({ name, ...one })));
      return { report, found };
    } finally {
      await rpc.close();
    }
  }

  it("agrees while jobs still run at the former market, and tells the money that it holds", async () => {
    const next = await inNewMarket(life);
    await next.finished(1, 0);
    const { report, found } = await audited();
    expect(found).to.deep.equal([]);
    const { market, books: coop, commons } = report;
    const former = market.former.get(life.coop.market.toLowerCase());
    const held = await life.token.read.balanceOf([life.coop.market]);
    expect(former?.held).to.equal(held);
    const accounts = balancesOf(ledgerOf(coop, life.token.address, commons, market)).get(life.token.address);
    const inMarkets = ["market: escrow", "market: fees gathered", "market: payments that wait"];
    const booked = inMarkets.reduce((sum, name) => sum + (accounts?.get(name)?.amount ?? 0n), 0n);
    expect(booked).to.equal(held + market.held);
    // Every market numbers its jobs from 1.
    const first = jobsOf(market).filter(({ id }) => id === 1);
    expect(first.map((entry) => entry.market.toLowerCase())).to.deep.equal([
      life.coop.market.toLowerCase(),
      life.successor.address.toLowerCase(),
    ]);
  });

  it("agrees when all has ended there, a period was shared out, and what arrived unasked went to the reserve", async () => {
    await endEverything(life);
    const next = await inNewMarket(life);
    await next.paid(1, 0);
    await life.token.write.mint([life.coop.market, 17n]);
    await life.coop.marketContract.write.postToReserve(life.by(STRANGER));
    await life.wait(91 * 86_400);
    await life.close();
    await life.declare(1, 10n * EURO, 100);
    await life.claim(0, 1, [1]);
    const { report, found } = await audited();
    expect(found).to.deep.equal([]);
    expect(reportText(report)).to.match(/money held by the market +\d+ {2}agrees/);
    expect(report.market.former.get(life.coop.market.toLowerCase())?.held).to.equal(0n);
  });
});
