// How the page reads the chain: how far it is, what it keeps for the next visit, and what it says of a node that can not or lies.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import type { Page, Route } from "playwright-core";
import { booksVersion } from "../../dapp/books-version.ts";
import { writeSnapshot } from "../../scripts/snapshot/write.ts";
import { shows } from "./acts.ts";
import { freshStage, type Stage } from "./stage.ts";

type Call = { id: number; method: string; params: [{ fromBlock?: string; toBlock?: string }] };
type Reply = { id: number; result?: unknown; error?: { code: number; message: string } };
type Change = (call: Call, reply: Reply) => Reply | undefined;

/** Looks at, or changes, what the node answers. */
async function between(page: Page, rpcUrl: string, change: Change): Promise<void> {
  await page.route(
    ({ href }) => href.startsWith(rpcUrl),
    async (route: Route) => {
      const calls = [route.request().postDataJSON()].flat() as Call[];
      const answer = await route.fetch().catch(() => undefined);
      if (!answer) return;
      const replies = [await answer.json()].flat() as Reply[];
      const changed = replies.map((reply) => change(calls.find(({ id }) => id === reply.id) as Call, reply) ?? reply);
      const isBatch = Array.isArray(route.request().postDataJSON());
      await route.fulfill({ response: answer, json: isBatch ? changed : changed[0] });
    },
  );
}

/** In the page: whether the browser keeps a snapshot, which stands before all blocks. */
const hasSnapshot = () =>
  new Promise<boolean>((resolve) => {
    const asked = indexedDB.open("rochdale.chain");
    asked.onsuccess = () => {
      const keys = asked.result.transaction("pieces").objectStore("pieces").getAllKeys();
      keys.onsuccess = () => resolve(keys.result.some((key) => (key as [string, number])[1] === -2));
    };
  });

const TITLE = "Member 1";

describe("browser: reading the chain", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  async function visit(change: Change, path = "/?demo=ana") {
    const visit = await stage.open("/favicon.svg");
    await between(visit.page, stage.coop.rpcUrl, change);
    await visit.page.goto(`${stage.coop.pageUrl}${path}`);
    return visit;
  }

  it("goes on where the last visit ended [case 116]", async function () {
    this.timeout(60_000);
    const asked: number[] = [];
    const { page, close } = await visit(({ method, params: [of] }) => {
      if (method === "eth_getLogs" && of.fromBlock) asked.push(Number(of.fromBlock));
      return undefined;
    });
    await shows(page, TITLE);
    const first = asked.splice(0);
    expect(Math.min(...first)).to.be.lessThan(100);
    await page.reload();
    await shows(page, TITLE);
    expect(Math.min(...asked, Number.POSITIVE_INFINITY)).to.be.greaterThan(Math.max(...first) - 1);
    // By now it has made a snapshot of its own; a page that needs every event takes those that were kept.
    while (!(await page.evaluate(hasSnapshot))) await page.waitForTimeout(200);
    await page.goto(`${stage.coop.pageUrl}/audit?demo=ana`);
    await shows(page, "Everything agrees.");
    expect(Math.min(...asked, Number.POSITIVE_INFINITY)).to.be.greaterThan(Math.max(...first) - 1);
    await close();
  });

  it("begins with the snapshot beside it, and adds everything up where that is asked [case 114]", async function () {
    this.timeout(90_000);
    const site = mkdtempSync(join(tmpdir(), "rochdale-site-"));
    mkdirSync(join(site, "assets"));
    writeFileSync(join(site, "assets", "page.js"), booksVersion());
    const coopFile = await (await fetch(`${stage.coop.pageUrl}/coop.json`)).text();
    writeFileSync(join(site, "coop.json"), coopFile);
    const { file, to } = await writeSnapshot(site);
    const asked: number[] = [];
    const visited = await stage.open("/favicon.svg");
    const { page, problems, close } = visited;
    await between(page, stage.coop.rpcUrl, ({ method, params: [of] }) => {
      if (method === "eth_getLogs" && of.fromBlock) asked.push(Number(of.fromBlock));
      return undefined;
    });
    for (const name of ["/coop.json", file]) {
      await page.route(`${stage.coop.pageUrl}${name}`, (route) => route.fulfill({ path: join(site, name) }));
    }
    await page.goto(`${stage.coop.pageUrl}/?demo=ana`);
    await shows(page, TITLE);
    expect(Math.min(...asked)).to.be.greaterThan(to);
    await page.goto(`${stage.coop.pageUrl}/audit?demo=ana`);
    await shows(page, "Everything agrees.");
    await shows(page, "Where this page begins");
    expect(Math.min(...asked)).to.be.lessThan(100);
    const books = gunzipSync(readFileSync(join(site, file))).toString();
    writeFileSync(join(site, file), gzipSync(books.replace('"active"', '"left"')));
    await page.reload();
    await shows(page, /^1 of \d+ figures differs\.$/);
    expect(problems).to.deep.equal([]);
    await close();

    // One that other code made is not even asked for.
    const place = join(site, "coop.json");
    const named = JSON.parse(readFileSync(place, "utf8"));
    writeFileSync(place, JSON.stringify({ ...named, snapshot: { ...named.snapshot, books: "000000000000" } }));
    const other = await stage.open("/favicon.svg");
    await other.page.route(`${stage.coop.pageUrl}/coop.json`, (route) => route.fulfill({ path: place }));
    const fetched: string[] = [];
    other.page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await other.page.goto(`${stage.coop.pageUrl}/?demo=ana`);
    await shows(other.page, TITLE);
    expect(fetched).to.include("/coop.json").and.not.include(file);
    await other.close();
    rmSync(site, { recursive: true, force: true });
  });

  it("works where the browser keeps nothing", async function () {
    this.timeout(60_000);
    const { page, problems, close } = await stage.open("/favicon.svg");
    await page.addInitScript(() => {
      const forbidden = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get: forbidden, configurable: true });
      }
    });
    await page.goto(`${stage.coop.pageUrl}/?demo=ana`);
    await shows(page, TITLE);
    expect(problems).to.deep.equal([]);
    await close();
  });

  it("shows how many blocks are read while it reads the first time", async function () {
    this.timeout(60_000);
    const { page, close } = await visit(({ method, params: [of] }, reply) => {
      const few = method !== "eth_getLogs" || !of.fromBlock || Number(of.toBlock) - Number(of.fromBlock) < 50;
      return few ? undefined : { id: reply.id, error: { code: -32_000, message: "block range is too wide" } };
    });
    await page.getByRole("progressbar", { name: "Blocks read" }).waitFor();
    await shows(page, TITLE);
    await close();
  });

  it("says so when nobody answers, and reads as soon as somebody does [case 120]", async function () {
    this.timeout(60_000);
    let gone = true;
    let still = false;
    let newest: unknown;
    const { page, close } = await stage.open("/favicon.svg");
    await between(page, stage.coop.rpcUrl, ({ method, params }, { id, result }) => {
      if (method !== "eth_getBlockByNumber" || (params[0] as unknown) !== "latest") return undefined;
      if (!still) newest = result;
      return { id, result: newest };
    });
    await page.route(
      ({ href }) => href.startsWith(stage.coop.rpcUrl),
      (route) => (gone ? route.abort() : route.fallback()),
    );
    await page.goto(`${stage.coop.pageUrl}/?demo=ana`);
    await page.getByRole("heading", { name: "The co-op's records can not be reached" }).waitFor();
    gone = false;
    await page.getByRole("button", { name: "Try now" }).click();
    await page.getByRole("heading", { name: "For you" }).waitFor();
    [gone, still] = [true, true];
    const said = page.getByRole("alert").filter({ hasText: "is lost" });
    await said.waitFor();
    gone = false;
    // Nothing has happened meanwhile: that is an answer too.
    await said.waitFor({ state: "detached" });
    await close();
  });

  it("says that the node has too much to do [case 120]", async function () {
    this.timeout(60_000);
    const { page, close } = await visit(({ method }, { id }) =>
      method === "eth_getLogs" ? { id, error: { code: 429, message: "Too Many Requests" } } : undefined,
    );
    await page.getByRole("heading", { name: "Too many ask for the co-op's records just now" }).waitFor();
    await close();
  });

  it("says that the node has forgotten a part, and whom to tell [case 117]", async function () {
    this.timeout(60_000);
    const { page, close } = await visit(({ method }, { id }) =>
      method === "eth_getLogs" ? { id, error: { code: 4_444, message: "pruned history unavailable" } } : undefined,
    );
    await page.getByRole("heading", { name: "A part of the co-op's records is missing" }).waitFor();
    await close();
  });

  it("says that the node contradicts itself, and keeps what it had [case 115] [case 120]", async function () {
    this.timeout(60_000);
    let lies = false;
    let old: unknown;
    const { page, close } = await visit(({ method }, { id, result }) => {
      if (method !== "eth_getLogs") return undefined;
      old ??= (result as unknown[])[0];
      return lies ? { id, result: [old] } : undefined;
    });
    await shows(page, TITLE);
    lies = true;
    await stage.coop.chain.tick();
    const said = page.getByRole("alert").filter({ hasText: "can not be true" });
    await said.waitFor();
    expect(await said.textContent()).to.match(/Asked for blocks \d+ to \d+, it gave a log of block \d+/);
    await shows(page, TITLE);
    lies = false;
    await said.waitFor({ state: "detached" });
    await close();
  });
});
