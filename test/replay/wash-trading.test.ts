// What trading with oneself loses: the table of docs/wash-trading.md is what the contracts give.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type Row, tableOf, washTrades } from "../../scripts/replay/wash-trading.ts";

describe("Trading with oneself", function () {
  this.timeout(120_000);
  let rows: readonly Row[];
  before(async () => {
    rows = await washTrades();
  });

  it("has in the document the figures that the contracts give", () => {
    expect(readFileSync("docs/wash-trading.md", "utf8")).to.contain(`${tableOf(rows)}\n`);
  });

  it("loses at least the commons part of the fee, a quarter, wherever there is a fee [case 96] [A4]", () => {
    const paying = rows.filter(({ fee }) => fee > 0n);
    expect(paying.length).to.equal(rows.length - 1);
    for (const { what, fee, paidIn, gotBack } of paying) expect((paidIn - gotBack) * 4n >= fee, what).to.equal(true);
  });

  it("earns nothing where there is no fee", () => {
    const [free] = rows.filter(({ fee }) => fee === 0n);
    expect(free).to.deep.include({ points: 0n, gotBack: free?.paidIn });
  });
});
