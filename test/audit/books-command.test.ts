// npm run books: the books straight from an RPC, as files, killed and run again at any point.
import { execFile, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { LogFile } from "../../scripts/books/log-file.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { admit } from "../helpers/assembly.ts";
import { at, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { type Falsify, serveRpc } from "./rpc-proxy.ts";

const SCRIPT = join(repositoryRoot, "scripts/books/books.ts");
/** What is no product but the memory of the command. */
const LOGS = "logs.jsonl";

async function story() {
  const { chain, coop } = await coopWith();
  await admit(chain, coop, 3, 8);
  await pay(chain, coop, 500n);
  // One by one: of many at once the chain in the tests keeps no states.
  for (let block = 0; block < 200; block++) await chain.networkHelpers.mine();
  return { chain, coop };
}

async function pay(
  { euro, wallets }: Awaited<ReturnType<typeof coopWith>>["chain"],
  coop: Awaited<ReturnType<typeof coopWith>>["coop"],
  amount: bigint,
) {
  await euro.write.mint([at(wallets, 0).account.address, amount * EURO]);
  await euro.write.approve([coop.treasury, amount * EURO]);
  await coop.treasuryContract.write.deposit([1, euro.address, amount * EURO, hashOf("loan")]);
}

describe("npm run books", function () {
  this.timeout(60_000);
  const lived = perTest(story);
  let out: string;
  let falsify: Falsify;
  let asked: number[];
  let rpc: Awaited<ReturnType<typeof serveRpc>>;
  beforeEach(async () => {
    out = mkdtempSync(join(tmpdir(), "books-"));
    falsify = (_, result) => result;
    asked = [];
    rpc = await serveRpc(lived().chain.connection.provider, (method, result, params) => {
      const [{ fromBlock, address } = {}] = params as { fromBlock?: string; address?: string[] }[];
      // The directory is asked alone, for the modules.
      if (method === "eth_getLogs" && (address?.length ?? 0) > 1) asked.push(Number(fromBlock));
      return falsify(method, result, params);
    });
  });
  afterEach(async () => {
    await rpc.close();
    rmSync(out, { recursive: true, force: true });
  });

  const command = (folder = out, ...more: string[]) =>
    new Promise<{ code: number; text: string; told: string }>((done) => {
      const list = [SCRIPT, "--rpc", rpc.url, "--coop", lived().coop.directory, "--out", folder, ...more];
      execFile(process.execPath, list, (error, text, told) => done({ code: Number(error?.code ?? 0), text, told }));
    });
  const books = (folder = out) =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== LOGS)
        .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "utf8")]),
    );
  /** What a run in an empty folder writes. */
  async function afresh() {
    const folder = mkdtempSync(join(tmpdir(), "books-"));
    try {
      await command(folder);
      return books(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const sparing =
    (blocks: number): Falsify =>
    (method, result, params) => {
      const [{ fromBlock, toBlock } = {}] = params as { fromBlock?: string; toBlock?: string }[];
      if (method === "eth_getLogs" && Number(toBlock) - Number(fromBlock) >= blocks)
        throw new Error("range is too large");
      return result;
    };

  it("writes every file of an export and tells how far it is", async () => {
    const { code, text, told } = await command();
    expect(code, told).to.equal(0);
    expect(text).to.match(/^\d+ events up to block \d+: \d+ files in /);
    expect(told)
      .to.match(/^blocks read: \d+ of \d+ \(\d+ %\), \d+ logs\n/)
      .and.not.contain("\u001b");
    expect(Object.keys(books())).to.include.members([
      "journal.hledger",
      "journal.beancount",
      "journal.csv",
      "members.csv",
    ]);
  });

  it("goes on from what it kept, and writes what a fresh run writes [case 116]", async () => {
    await command();
    const before = Math.min(...asked.splice(0));
    await pay(lived().chain, lived().coop, 7n);
    const { text } = await command();
    expect(text).to.match(/\(\d+ logs were kept from before\)/);
    expect(Math.min(...asked)).to.be.greaterThan(before + 100);
    expect(books()).to.deep.equal(await afresh());
  });

  it("goes on after it was killed half way [case 116]", async () => {
    falsify = async (method, result, params) => {
      if (asked.some((block) => block > 120)) await new Promise(() => {});
      return sparing(20)(method, result, params);
    };
    const killed = spawn(process.execPath, [SCRIPT, "--rpc", rpc.url, "--coop", lived().coop.directory, "--out", out]);
    while (asked.every((block) => block <= 120)) await new Promise((wait) => setTimeout(wait, 20));
    const ended = new Promise((end) => killed.once("exit", end));
    killed.kill("SIGKILL");
    await ended;
    falsify = sparing(20);
    asked = [];
    expect((await command()).text).to.match(/\(\d+ logs were kept from before\)/);
    expect(Math.min(...asked)).to.be.greaterThan(100);
    expect(books()).to.deep.equal(await afresh());
  });

  it("drops a torn last line, and everything from a line that was changed [case 116]", async () => {
    await command();
    appendFileSync(join(out, LOGS), '{"address":"0x12');
    expect((await command()).code).to.equal(0);
    expect(books()).to.deep.equal(await afresh());
    const text = readFileSync(join(out, LOGS), "utf8");
    const altered = text.replace((500n * EURO).toString(16), (400n * EURO).toString(16));
    expect(altered).not.to.equal(text);
    writeFileSync(join(out, LOGS), altered);
    const again = await command();
    expect(again.text).not.to.match(/kept from before/);
    expect(books()).to.deep.equal(await afresh());
  });

  it("reads again what the chain took back [case 114]", async () => {
    const { provider } = lived().chain.connection;
    const snapshot = await provider.request({ method: "evm_snapshot" });
    await pay(lived().chain, lived().coop, 7n);
    await command();
    await provider.request({ method: "evm_revert", params: [snapshot] });
    await pay(lived().chain, lived().coop, 9n);
    await command();
    expect(books()).to.deep.equal(await afresh());
    expect(books()["journal.csv"]).to.contain("509.00").and.not.contain("507.00");
  });

  it("makes the books of an earlier block from the same file", async () => {
    await command();
    const head = Number(await lived().chain.client.getBlockNumber());
    await pay(lived().chain, lived().coop, 7n);
    await command();
    const { text } = await command(out, "--block", String(head));
    expect(text).to.contain(`up to block ${head} `);
    expect(books()["journal.csv"]).not.to.contain("507.00");
  });

  it("names what can not be, and exits 1; says what the RPC does not give, and exits 2 [case 115] [case 117]", async () => {
    falsify = (method, result) =>
      method === "eth_getLogs" && (result as unknown[]).length > 1
        ? [...(result as unknown[]), (result as unknown[]).at(-1)]
        : result;
    const twice = await command();
    expect(twice.told).to.match(/\w+ \(block \d+, log \d+\): the books say .* came twice/);
    expect(twice.code).to.equal(1);
    falsify = (method, result) => {
      if (method === "eth_getLogs") throw Object.assign(new Error("pruned history unavailable"), { code: 4_444 });
      return result;
    };
    const pruned = await command(join(out, "other"));
    expect(pruned.told).to.match(/The RPC gives no logs of block.* ask an RPC that does\./);
    expect(pruned.code).to.equal(2);
    expect(existsSync(join(out, "other", "journal.csv"))).to.equal(false);
  });

  it("begins again for another co-op", () => {
    const path = join(out, "logs.jsonl");
    const origin = { chain: 1, coop: "0xaa", from: 5 };
    new LogFile(path, origin).append([], { upTo: 9, hash: "0x1" });
    expect(new LogFile(path, origin).ends).to.have.length(1);
    expect(new LogFile(path, { ...origin, coop: "0xbb" }).ends).to.have.length(0);
  });
});
