// The web server of the demo: what a browser may keep, what it must ask for again, and what it never gets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Handler, type SiteServer, serveFiles } from "../../scripts/lib/serve-files.ts";

describe("serving the pages", () => {
  let root: string;
  let server: SiteServer;
  let instance = 1;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), "rochdale-site-"));
    mkdirSync(join(root, "site", "assets"), { recursive: true });
    writeFileSync(join(root, "secret.json"), "{}");
    writeFileSync(join(root, "site", "index.html"), "<!doctype html><title>Co-op</title>");
    writeFileSync(join(root, "site", "assets", "app-1a2b.js"), "export {};");
    const generated = { "/coop.json": () => JSON.stringify({ instance }) };
    const echo: Handler = async ({ method, url }, response) => void response.end(`${method} ${url}`);
    server = await serveFiles({ folder: join(root, "site"), generated, handlers: { echo } }, 0);
  });
  after(async () => {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

  it("makes generated files anew for every request and lets nobody keep them", async () => {
    const first = await get("/coop.json");
    instance = 2;
    expect(await first.json()).to.deep.equal({ instance: 1 });
    expect(await (await get("/coop.json")).json()).to.deep.equal({ instance: 2 });
    expect(first.headers.get("cache-control")).to.equal("no-store");
    expect(first.headers.get("content-type")).to.equal("application/json; charset=utf-8");
  });

  for (const path of ["/", "/audit", "/proposals/123", "/?demo=ana"]) {
    it(`answers ${path} with the application`, async () => {
      const answer = await get(path);
      expect(await answer.text()).to.include("<title>Co-op</title>");
      expect(answer.headers.get("cache-control")).to.equal("no-cache");
      expect(answer.headers.get("content-type")).to.equal("text/html; charset=utf-8");
    });
  }

  it("lets browsers keep hashed assets for good", async () => {
    const answer = await get("/assets/app-1a2b.js");
    expect(answer.headers.get("cache-control")).to.equal("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).to.equal("text/javascript; charset=utf-8");
  });

  it("says 404 for a missing asset instead of sending a page", async () => {
    expect((await get("/assets/gone-9f.js")).status).to.equal(404);
    expect((await get("/gone.svg")).status).to.equal(404);
  });

  it("never leaves its folder", async () => {
    for (const path of ["/%2e%2e/secret.json", "/..%2fsecret.json", "/assets/..%5c..%5csecret.json", "/%00", "/%zz"]) {
      expect((await get(path)).status, path).to.be.oneOf([400, 404]);
    }
  });

  it("sends every answer with its security headers, and takes GET and HEAD only", async () => {
    for (const path of ["/", "/coop.json", "/gone.svg"]) {
      const { headers } = await get(path);
      expect(headers.get("x-content-type-options")).to.equal("nosniff");
      expect(headers.get("content-security-policy"))
        .to.include("default-src 'self'")
        .and.include("frame-ancestors 'none'");
    }
    expect(await (await get("/", { method: "HEAD" })).text()).to.equal("");
    expect((await get("/", { method: "POST" })).status).to.equal(405);
  });

  it("hands a service what is below its path, whatever the method, and nothing else", async () => {
    for (const [method, path] of [
      ["GET", "/echo"],
      ["PUT", "/echo/one?two=three"],
      ["DELETE", "/echo/one/two"],
    ] as const) {
      const answer = await get(path, { method });
      expect(await answer.text()).to.equal(`${method} ${path}`);
      expect(answer.headers.get("x-content-type-options")).to.equal("nosniff");
    }
    expect((await get("/echoes", { method: "PUT" })).status).to.equal(405);
    expect(await (await get("/audit/echo")).text()).to.include("<title>Co-op</title>");
    expect((await get("/toString")).status).to.equal(200);
    expect((await get("/echo/..%2f..%2fsecret.json")).status).to.equal(400);
  });

  it("says which port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const failure = await serveFiles({ folder: root, generated: {} }, port).catch((error: Error) => error.message);
    await new Promise((resolve) => other.close(resolve));
    expect(failure).to.include(`Port ${port} is taken`).and.include("--port N --rpc-port N");
  });
});
