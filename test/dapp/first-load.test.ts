// The first page's JavaScript of a real build stays within its budget.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { buildDapp } from "../../scripts/build-dapp.ts";
import { firstLoad, MOST_BYTES } from "../../scripts/checks/first-load.ts";

describe("dApp: first load", () => {
  const folder = mkdtempSync(join(tmpdir(), "rochdale-first-load-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is at most 150 kB of JavaScript, gzipped", async () => {
    await buildDapp({ local: false, outDir: folder });
    const bytes = firstLoad(folder);
    expect(bytes).to.be.greaterThan(100_000);
    expect(bytes).to.be.at.most(MOST_BYTES);
  }).timeout(120_000);
});
