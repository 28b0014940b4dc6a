// The folder that documents are kept in: whole after a kill, after two writers, and after a restart.
import { type ChildProcess, spawn } from "node:child_process";
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { salted } from "../../documents/envelope/commitment.ts";
import { type Kept, Store } from "../../documents/service/store.ts";
import { openDemoDocuments } from "../../scripts/demo/documents.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { type Person, PLACE, person, sealed, serviceAt, shown } from "./people.ts";

describe("documents: the store", () => {
  let root: string;
  let ana: Person;
  let ben: Person;
  const children: ChildProcess[] = [];

  before(async () => {
    [ana, ben] = await Promise.all([person(1), person(2)]);
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "rochdale-store-"));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    rmSync(root, { recursive: true, force: true });
  });

  const run = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, args, { cwd: repositoryRoot, stdio: ["ignore", "pipe", "pipe"] });
    children.push(child);
    return child;
  };

  for (const [step, survives] of [
    ["half", false],
    ["written", false],
    ["synced", false],
    ["named", true],
  ] as const) {
    it(`killed in the middle of a write (${step}), it has the old document or the new one, whole`, async function () {
      this.timeout(20_000);
      const { hash, envelope } = shown(ana);
      const killedWriting = async () => {
        const writer = run("test/documents/killed-writer.ts", root, hash, ana.account, step);
        const signal = await new Promise((resolve) => writer.once("exit", (_, by) => resolve(by)));
        expect(signal).to.equal("SIGKILL");
        return new Store(root).document(hash) as (Kept & { envelope: { text: string } }) | undefined;
      };
      expect((await killedWriting())?.envelope.text, "a first write").to.equal(survives ? "first" : undefined);
      if (!survives) new Store(root).keep(hash, { ...envelope, text: "first" }, 1);
      expect((await killedWriting())?.envelope.text, "a later write").to.equal(survives ? "second" : "first");
      expect(readdirSync(join(root, "documents"))).to.deep.equal([`${hash}.json`]);
    });
  }

  it("forces the file and its name to the disk before it says that it is kept", () => {
    const store = new Store(root);
    const { hash, envelope } = shown(ana);
    const steps: string[] = [];
    const { openSync, fsyncSync, linkSync, renameSync } = fs;
    const opened = new Map<number, string>();
    const spies = {
      openSync: (path: string, ...more: [string]) => {
        const file = openSync(path, ...more);
        opened.set(file, path.endsWith("documents") ? "folder" : "file");
        return file;
      },
      fsyncSync: (file: number) => {
        steps.push(`sync ${opened.get(file)}`);
        fsyncSync(file);
      },
      linkSync: (from: string, to: string) => {
        steps.push("name");
        linkSync(from, to);
      },
      renameSync: (from: string, to: string) => {
        steps.push("name");
        renameSync(from, to);
      },
    };
    try {
      Object.assign(fs, spies);
      syncBuiltinESMExports();
      store.keep(hash, envelope, 1);
      store.erase(hash, 2);
    } finally {
      Object.assign(fs, { openSync, fsyncSync, linkSync, renameSync });
      syncBuiltinESMExports();
    }
    expect(steps).to.deep.equal(["sync file", "name", "sync folder", "sync file", "name", "sync folder"]);
  });

  it("of two writers on one folder one is first, and the file is its own and whole", async () => {
    for (let round = 0; round < 20; round++) {
      const [one, other] = [new Store(root), new Store(root)];
      const { hash, opening } = shown(ana);
      const by = (author: Person) => ({ ...shown(author).envelope, ...opening });
      // The other looked before the one wrote.
      other.document = () => undefined;
      one.keep(hash, by(ana), 1);
      expect(() => other.keep(hash, by(ben), 2)).to.throw(/Another account put a document here first/);
      expect(one.document(hash)).to.deep.equal({ at: 1, envelope: by(ana) });
    }
  });

  it("knows after a restart what it had: documents, keys, who wrote how many and how full it is", async () => {
    const limits = { perAuthor: 1, totalBytes: 3 * 4_096 };
    const written = await sealed(ana, [ben]);
    const before = new Store(root, limits);
    before.keep(written.hash, written.envelope, 5);
    before.keepKey({ account: ben.account, key: ben.reading.public, at: 5, signature: "0x12" });
    const after = new Store(root, limits);
    expect(after.document(written.hash)).to.deep.equal({ at: 5, envelope: written.envelope });
    expect(after.key(ben.account)?.key).to.equal(ben.reading.public);
    expect([...after.of(ben.account)]).to.deep.equal([{ hash: written.hash, envelope: written.envelope }]);
    expect(() => after.keep(shown(ana).hash, shown(ana).envelope, 6)).to.throw(/the most that one account may keep/);
    expect(() => after.keep(shown(ben).hash, shown(ben, "x".repeat(5_000)).envelope, 6)).to.throw(/store is full/);
    after.keep(shown(ben).hash, shown(ben).envelope, 6);
  });

  it("clears what a killed writer left, and names a file that the disk has damaged", () => {
    new Store(root);
    writeFileSync(join(root, "documents", "1234.unfinished"), '{"at":');
    new Store(root);
    expect(readdirSync(join(root, "documents"))).to.deep.equal([]);
    const damaged = join(root, "documents", `${salted("").salt}.json`);
    writeFileSync(damaged, '{"at":');
    expect(() => new Store(root)).to.throw(`${damaged} is damaged: restore it`);
  });

  it("takes no name that is not a hash or an account", () => {
    const store = new Store(root);
    for (const name of ["../x", "0x12/../../x", "", "0x"]) {
      expect(() => store.document(name as never), name).to.throw(/no name of a file/);
    }
  });

  it("each run of the demo begins with none, and what a killed run left is deleted", () => {
    const dead = join(root, "dead");
    const elsewhere = join(root, "elsewhere");
    for (const [folder, owner] of [
      [dead, 2 ** 22 + 1],
      [elsewhere, process.ppid],
    ] as const) {
      mkdirSync(folder);
      writeFileSync(join(folder, "process"), String(owner));
    }
    const first = openDemoDocuments("first", PLACE, [], root);
    expect(readdirSync(root).sort()).to.deep.equal(["elsewhere", "first"]);
    first.delete();
    expect(existsSync(first.folder)).to.equal(false);
  });

  it("npm run documents serves a folder by itself, stops cleanly, and has everything when it comes back", async function () {
    this.timeout(30_000);
    const args = ["--folder", root, "--chain", String(PLACE.chainId), "--coop", PLACE.directory, "--port", "0"];
    const written = await sealed(ana, [ben]);
    for (const round of [1, 2]) {
      const child = run("scripts/documents.ts", ...args);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await firstLine(child))?.[0] ?? "";
      const service = serviceAt(url, root, PLACE, async () => {});
      if (round === 1) expect((await service.put(written, ana)).status).to.equal(200);
      expect((await service.get(written.hash)).body).to.deep.equal(written.envelope);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      expect(await ended).to.equal(0);
    }
    const wrong = run("scripts/documents.ts", "--folder", root);
    let said = "";
    wrong.stderr?.on("data", (chunk) => (said += chunk));
    expect(await new Promise((resolve) => wrong.once("close", resolve))).to.equal(1);
    expect(said).to.match(/^Usage: npm run documents -- --folder DIR/);
  });
});

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve(String(chunk)));
    child.once("exit", (code) => reject(new Error(`It ended with ${code}.`)));
  });
}
