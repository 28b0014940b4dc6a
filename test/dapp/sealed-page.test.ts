// The page that a co-op hosts: whom it may ask, and what it may load.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { buildDapp } from "../../scripts/build-dapp.ts";
import { firstLoad, MOST_BYTES } from "../../scripts/checks/first-load.ts";
import { FINGERPRINTS } from "../../scripts/lib/page-policy.ts";

const COOP = {
  chainId: 1,
  rpcUrl: "https://node.example/key/1",
  directory: `0x${"ab".repeat(20)}`,
  relay: "https://relay.example/votes",
  indexer: "https://node.example/books",
};

describe("dApp: the page that a co-op hosts", () => {
  const root = mkdtempSync(join(tmpdir(), "rochdale-page-"));
  const [folder, coop] = [join(root, "site"), join(root, "coop.json")];
  const read = (file: string) => readFileSync(join(folder, file));
  const page = () => read("index.html").toString();
  before(async function () {
    this.timeout(120_000);
    writeFileSync(coop, JSON.stringify(COOP));
    await buildDapp({ local: false, outDir: folder, coop });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it("is at most 150 kB of JavaScript at first, gzipped", () => {
    const bytes = firstLoad(folder);
    expect(bytes).to.be.greaterThan(100_000);
    expect(bytes).to.be.at.most(MOST_BYTES);
  });

  it("asks the servers that its co-op names and no others [case 130]", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page())?.[1]?.split("; ");
    expect(policy).to.include("connect-src 'self' https://node.example https://relay.example");
    expect(policy).to.include.members(["default-src 'self'", "script-src 'self'", "style-src 'self'"]);
    expect(JSON.parse(read("coop.json").toString())).to.deep.equal(COOP);
  });

  it("loads no script and no style that is not as it was built [case 130]", () => {
    const loaded = [...page().matchAll(/<(?:script|link)[^>]*(?:src|href)="\/([^"]+\.(?:js|css))"[^>]*>/g)];
    expect(loaded.length).to.be.at.least(3);
    for (const [tag, file = ""] of loaded) {
      expect(tag).to.include(`integrity="sha384-${createHash("sha384").update(read(file)).digest("base64")}"`);
    }
  });

  it("names the fingerprint of each of its files", () => {
    const lines = read(FINGERPRINTS).toString().trim().split("\n");
    expect(lines.length).to.be.greaterThan(20);
    for (const line of lines) {
      const [fingerprint, file = ""] = line.split("  ");
      expect(createHash("sha256").update(read(file)).digest("hex"), file).to.equal(fingerprint);
    }
    expect(lines.some((line) => line.endsWith("  index.html"))).to.equal(true);
  });

  it("is not built for what is no co-op's file", async () => {
    const refusal = async (file: string) =>
      buildDapp({ local: false, outDir: folder, coop: file }).then(
        () => "built",
        (error: Error) => error.message,
      );
    writeFileSync(coop, "{}");
    expect(await refusal(coop)).to.include("does not say which chain");
    expect(await refusal(join(root, "none.json"))).to.include("There is no file");
  });
});
