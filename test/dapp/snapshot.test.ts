// A page that begins with a snapshot shows what one shows that read everything, and finds out when the snapshot is of no use.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { parse } from "devalue";
import { type Client, createPublicClient, http } from "viem";
import { booksVersion } from "../../dapp/books-version.ts";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import type { Piece, Snapshot } from "../../dapp/src/shared/chain/chain-record.ts";
import { commonsBook } from "../../dapp/src/shared/chain/commons-book.ts";
import { eventTables } from "../../dapp/src/shared/chain/event-table.ts";
import { UntrueNode } from "../../dapp/src/shared/chain/logs.ts";
import { marketBook } from "../../dapp/src/shared/chain/market-book.ts";
import { ChainReader, type Keeper, type Reading } from "../../dapp/src/shared/chain/reader.ts";
import { allTables } from "../../dapp/src/shared/chain/tables.ts";
import { writeSnapshot } from "../../scripts/snapshot/write.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { minute, resolution } from "../helpers/assembly.ts";
import { coopWith, perTest } from "../helpers/coop.ts";

const tables = eventTables(ABI_OF);

/** A co-op with a vote under way and one ballot, of which the folder has a snapshot. */
async function house() {
  const { chain, coop } = await coopWith();
  const open = resolution(chain, coop, [minute(coop)], "Thank the workshop");
  await open.propose();
  await open.toOpening();
  await open.vote(0, 1);
  await chain.networkHelpers.mine(3);
  return { chain, coop, open };
}

describe("A page that begins with a snapshot", function () {
  this.timeout(60_000);
  const story = perTest(house);
  let rpc: Awaited<ReturnType<typeof serveRpc>>;
  let site: string;
  let earliest: number;
  beforeEach(async () => {
    earliest = Number.POSITIVE_INFINITY;
    rpc = await serveRpc(story().chain.connection.provider, (method, result, [of]) => {
      const { fromBlock } = (of ?? {}) as { fromBlock?: string };
      if (method === "eth_getLogs" && fromBlock) earliest = Math.min(earliest, Number(fromBlock));
      return result;
    });
    site = mkdtempSync(join(tmpdir(), "rochdale-snapshot-"));
    mkdirSync(join(site, "assets"));
    writeFileSync(join(site, "assets", "page.js"), `const BOOKS = "${booksVersion()}";`);
    const { directory } = story().coop;
    writeFileSync(join(site, "coop.json"), JSON.stringify({ chainId: 31_337, rpcUrl: rpc.url, directory }));
  });
  afterEach(async () => {
    await rpc.close();
    rmSync(site, { recursive: true, force: true });
  });

  const head = async () => Number(await story().chain.client.getBlockNumber());
  const request = (method: string, ...params: unknown[]) =>
    story().chain.connection.provider.request({ method, params }) as Promise<unknown>;
  const read = async (): Promise<Snapshot> => {
    const { file } = await writeSnapshot(site, await head());
    return parse(gunzipSync(readFileSync(join(site, file))).toString());
  };
  /** Of a browser that keeps pieces, with the snapshot beside its page. */
  const keeperOf = (made: Snapshot): Keeper & { dropped: number[] } => {
    let pieces: Piece[] = [];
    const dropped: number[] = [];
    return {
      dropped,
      load: async (whole) => ({ ...(!whole && { snapshot: structuredClone(made) }), pieces: structuredClone(pieces) }),
      save: async (piece) => {
        pieces = [...pieces.filter(({ from }) => from < piece.from), piece];
      },
      saveSettlement: async () => {},
      dropFrom: async (block) => {
        dropped.push(block);
        pieces = pieces.filter(({ from }) => from < block);
      },
      settle: () => {},
    };
  };
  const reader = (keeper?: Keeper) => {
    const client = createPublicClient({ transport: http(rpc.url, { retryCount: 0 }) }) as Client;
    const source = { client, directory: story().coop.directory, tables: tables.first };
    return new ChainReader(source, 0, Promise.resolve(keeper));
  };
  /** All that the pages make of a reading. */
  const made = ({ coop, head: { seenAt: _, ...head }, known, settlement, kept, base }: Reading) => ({
    ...{ coop, head, known: [...known], settlement },
    commons: commonsBook(allTables(tables))({ kept, ...(base && { base }) }),
    market: marketBook(allTables(tables))({ kept, ...(base && { base }) }),
  });
  const expectWhole = async (reading: Reading | undefined) => {
    const whole = (await reader().advance()) as Reading;
    expect(made(reading as Reading)).to.deep.equal(made(whole));
    return whole;
  };

  it("shows the same as one that read everything, and reads only what came since", async () => {
    const snapshot = await read();
    await story().open.vote(1, 0);
    earliest = Number.POSITIVE_INFINITY;
    const page = reader(keeperOf(snapshot));
    const reading = await page.advance();
    expect(earliest).to.be.greaterThan(snapshot.to);
    expect(reading?.base?.to).to.equal(snapshot.to);
    const whole = await expectWhole(reading);
    expect(reading?.kept).to.deep.equal(whole.kept.slice(-1));
    await story().open.vote(2, 1);
    await expectWhole(await page.advance());
  });

  it("keeps every setting of rules, which pages show one by one", async () => {
    const { settings } = await read();
    expect(settings.map(({ module }) => module)).to.include.members(["directory", "assembly", "register", "shares"]);
  });

  it("reads everything when a page asks for it, and shows what it had until then", async () => {
    const page = reader(keeperOf(await read()));
    await page.advance();
    page.readWhole();
    let had: Reading | undefined;
    const reading = await page.advance(() => {
      had = page.current();
    });
    expect(had?.base).to.not.equal(undefined);
    expect(reading?.base).to.equal(undefined);
    expect(page.readsWhole).to.equal(false);
    expect(reading?.kept).to.deep.equal((await expectWhole(reading)).kept);
  });

  it("does without one of another branch of the chain [case 114]", async () => {
    const before = await request("evm_snapshot");
    await story().open.vote(1, 0);
    const snapshot = await read();
    await request("evm_revert", before);
    await story().open.vote(2, 0);
    const keeper = keeperOf(snapshot);
    const reading = await reader(keeper).advance();
    expect(reading?.base).to.equal(undefined);
    expect(keeper.dropped).to.include(0);
    await expectWhole(reading);
  });

  it("takes it up again when a reorganisation undid what came after it [case 114]", async () => {
    const page = reader(keeperOf(await read()));
    await page.advance();
    const before = await request("evm_snapshot");
    await story().open.vote(1, 0);
    await page.advance();
    await request("evm_revert", before);
    await story().open.vote(2, 0);
    await story().open.vote(1, 1);
    const reading = await page.advance();
    expect(reading?.base).to.not.equal(undefined);
    await expectWhole(reading);
  });

  it("asks again whether what it takes up then is of this chain [case 114]", async () => {
    const snapshot = await read();
    const keeper = keeperOf(snapshot);
    const page = reader(keeper);
    await page.advance();
    const before = await request("evm_snapshot");
    await story().open.vote(1, 0);
    await page.advance();
    await request("evm_revert", before);
    await story().open.vote(2, 0);
    await story().open.vote(1, 1);
    keeper.load = async () => ({ snapshot: { ...snapshot, hash: `0x${"12".repeat(32)}` }, pieces: [] });
    const reading = await page.advance();
    expect(reading?.base).to.equal(undefined);
    await expectWhole(reading);
  });

  it("throws one away to which the next events do not fit, and reads everything", async () => {
    const snapshot = await read();
    snapshot.coop.proposals.clear();
    await story().open.vote(1, 0);
    const keeper = keeperOf(snapshot);
    const page = reader(keeper);
    expect(await page.advance().catch((error) => error)).to.be.instanceOf(UntrueNode);
    const reading = await page.advance();
    expect(reading?.base).to.equal(undefined);
    expect(keeper.dropped).to.include(0);
    await expectWhole(reading);
  });

  describe("npm run snapshot", () => {
    const named = () => JSON.parse(readFileSync(join(site, "coop.json"), "utf8")).snapshot;
    const files = () => readdirSync(join(site, "assets")).filter((name) => name.startsWith("snapshot-"));
    const refusal = (block?: number) =>
      writeSnapshot(site, block).then(
        () => "written",
        (error: Error) => error.message,
      );

    it("makes the same file of the same blocks, and one that is named instead of an older one", async () => {
      const block = await head();
      const first = await writeSnapshot(site, block);
      await story().open.vote(1, 0);
      expect(await writeSnapshot(site, block)).to.deep.equal(first);
      const second = await writeSnapshot(site, block + 1);
      expect(second.file).to.not.equal(first.file);
      expect(named()).to.deep.equal({ file: second.file, block: block + 1, books: booksVersion() });
      expect(files().map((name) => `/assets/${name}`)).to.deep.equal([second.file]);
      expect(readFileSync(join(site, "files.sha256"), "utf8")).to.include(second.file.slice(1));
    });

    it("leaves the newest blocks out, which a chain may take back [case 114]", async () => {
      await story().chain.networkHelpers.mine(200);
      await writeSnapshot(site);
      expect(named().block).to.equal((await head()) - 128);
    });

    it("says what is wrong with the folder, the block or the page, and writes nothing", async () => {
      expect(await refusal((await head()) + 1)).to.include("The chain has no block");
      expect(await refusal()).to.include("is read without a snapshot");
      writeFileSync(join(site, "assets", "page.js"), "");
      expect(await refusal(await head())).to.include("built of another version");
      rmSync(join(site, "coop.json"));
      expect(await refusal(await head())).to.include("has no coop.json");
      expect(files()).to.deep.equal([]);
    });
  });
});
