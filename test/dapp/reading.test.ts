// The page reads a real chain over HTTP: what it shows stays what the chain says, through reorganisations, limits and lies.
import { expect } from "chai";
import { type Client, createPublicClient, http } from "viem";
import type { Coop } from "../../books/coop.ts";
import { NodeRefusal } from "../../books/reading/pieces.ts";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import type { Piece } from "../../dapp/src/shared/chain/chain-record.ts";
import { eventTables } from "../../dapp/src/shared/chain/event-table.ts";
import { UntrueNode } from "../../dapp/src/shared/chain/logs.ts";
import { ChainReader, type Keeper, type Progress } from "../../dapp/src/shared/chain/reader.ts";
import type { Settlement } from "../../dapp/src/shared/chain/settlement.ts";
import { type Falsify, HttpAnswer, serveRpc } from "../audit/rpc-proxy.ts";
import { minute, resolution } from "../helpers/assembly.ts";
import { coopWith, perTest } from "../helpers/coop.ts";

const { first: tables } = eventTables(ABI_OF);

async function openVote() {
  const { chain, coop } = await coopWith();
  const open = resolution(chain, coop, [minute(coop)], "Thank the workshop");
  await open.propose();
  await open.toOpening();
  return { chain, coop, open, id: String(await open.id()) };
}

/** A keeper like the browser's, which a test can look into. */
function memoryKeeper() {
  let pieces: Piece[] = [];
  let settlement: Settlement | undefined;
  const keeper: Keeper = {
    load: async () => ({ pieces: structuredClone(pieces), ...(settlement && { settlement }) }),
    save: async (piece) => {
      pieces = [...pieces.filter(({ from }) => from !== piece.from), structuredClone(piece)];
    },
    saveSettlement: async (given) => {
      settlement = given;
    },
    dropFrom: async (block) => {
      pieces = pieces.filter(({ from }) => from < block);
    },
    settle: () => {},
  };
  return { keeper, pieces: () => pieces };
}

describe("The page's reading of the chain", function () {
  this.timeout(60_000);
  const story = perTest(openVote);
  let falsify: Falsify;
  let calls: { method: string; params: unknown[] }[];
  let rpc: Awaited<ReturnType<typeof serveRpc>>;
  beforeEach(async () => {
    falsify = (_, result) => result;
    calls = [];
    rpc = await serveRpc(story().chain.connection.provider, (method, result, params) => {
      calls.push({ method, params });
      return falsify(method, result, params);
    });
  });
  afterEach(() => rpc.close());

  const reader = (keeper?: Keeper) => {
    const client = createPublicClient({ transport: http(rpc.url, { retryCount: 0 }) }) as Client;
    return new ChainReader({ client, directory: story().coop.directory, tables }, 0, Promise.resolve(keeper));
  };
  const votesIn = (coop: Coop | undefined) => coop?.proposals.get(story().id)?.ballots.size;
  const request = (method: string, ...params: unknown[]) =>
    story().chain.connection.provider.request({ method, params }) as Promise<unknown>;
  const mine = (blocks: number) => story().chain.networkHelpers.mine(blocks);
  const head = async () => Number(await story().chain.client.getBlockNumber());
  const spansOf = () =>
    calls.flatMap(({ method, params: [of] }) => {
      const { fromBlock, toBlock } = of as { fromBlock?: string; toBlock?: string };
      return method === "eth_getLogs" && fromBlock ? [Number(toBlock) - Number(fromBlock) + 1] : [];
    });

  for (const depth of [1, 3, 64]) {
    it(`takes votes back that a reorganisation of ${depth} blocks undid, and counts the new ones [case 114]`, async () => {
      const { open } = story();
      await open.votes([1]);
      const page = reader();
      expect(votesIn((await page.advance())?.coop)).to.equal(1);
      const snapshot = await request("evm_snapshot");
      for (let i = 1; i < depth; i++) await mine(1);
      await open.vote(1, 0);
      expect(votesIn((await page.advance())?.coop)).to.equal(2);

      await request("evm_revert", snapshot);
      await open.vote(2, 1);
      for (let i = 0; i < depth; i++) await mine(1);
      const after = await page.advance();
      const ballots = [...(after?.coop.proposals.get(story().id)?.ballots.values() ?? [])];
      expect(ballots.map(({ support }) => support)).to.deep.equal([1, 1]);
      expect(after?.kept).to.deep.equal((await reader().advance())?.kept);
    });
  }

  it("follows at once to a shorter branch that is another than what it has [case 114]", async () => {
    const { open } = story();
    const page = reader();
    await page.advance();
    const snapshot = await request("evm_snapshot");
    await open.vote(1, 0);
    await page.advance();
    await open.vote(2, 0);
    await page.advance();
    await request("evm_revert", snapshot);
    await open.vote(1, 1);
    const ballots = [...((await page.advance())?.coop.proposals.get(story().id)?.ballots.values() ?? [])];
    expect(ballots.map(({ support }) => support)).to.deep.equal([1]);
  });

  it("reads votes again that a reorganisation moved while they were read [case 114]", async () => {
    const { open } = story();
    const before = await request("evm_snapshot");
    await open.vote(1, 1);
    await mine(2);
    let moved = false;
    falsify = async (method, result) => {
      if (method !== "eth_getLogs" || moved || (result as unknown[]).length < 20) return result;
      moved = true;
      await request("evm_revert", before);
      await open.vote(1, 0);
      await mine(2);
      // Nodes that tell the time with the log are not asked for its block.
      return (result as object[]).map((log) => ({ ...log, blockTimestamp: "0x1" }));
    };
    const ballots = [...((await reader().advance())?.coop.proposals.get(story().id)?.ballots.values() ?? [])];
    expect(moved).to.equal(true);
    expect(ballots.map(({ support }) => support)).to.deep.equal([0]);
  });

  it("keeps what it has while a node lags behind, and believes a chain that stays short [case 120]", async () => {
    const page = reader();
    await story().open.vote(1, 1);
    const reading = await page.advance();
    const old = (await head()) - 1;
    falsify = async (method, result, [block]) =>
      method === "eth_getBlockByNumber" && block === "latest"
        ? request("eth_getBlockByNumber", `0x${old.toString(16)}`, false)
        : result;
    for (let turn = 0; turn < 5; turn++) expect(await page.advance()).to.equal(undefined);
    expect(votesIn(page.current()?.coop)).to.equal(1);
    expect(page.current()?.head.number).to.equal(reading?.head.number);
    expect(votesIn((await page.advance())?.coop)).to.equal(0);
  });

  it("asks for the newest block by its hash, so that no node can leave it out unnoticed [case 120]", async () => {
    const page = reader();
    await page.advance();
    calls = [];
    await story().open.vote(1, 1);
    expect(votesIn((await page.advance())?.coop)).to.equal(1);
    const { hash } = await story().chain.client.getBlock();
    const asked = calls.filter(({ method }) => method === "eth_getLogs").map(({ params: [of] }) => of as object);
    expect(asked.map((of) => "blockHash" in of && of.blockHash)).to.deep.equal([hash, hash]);
  });

  it("tells how far it is, and reads in the ranges that the node allows [case 117]", async () => {
    await mine(300);
    falsify = (method, result) => {
      if (method === "eth_getLogs" && (spansOf().at(-1) ?? 0) > 40) throw new Error("block range is too wide");
      return result;
    };
    const told: Progress[] = [];
    const reading = await reader().advance((progress) => void told.push(progress));
    expect(Number(reading?.head.number)).to.equal(await head());
    expect(told.length).to.be.greaterThan(5);
    expect(told.map(({ done }) => done)).to.deep.equal(told.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(told.at(-1)).to.deep.include({ done: (await head()) + 1, of: (await head()) + 1 });
  });

  it("waits for a busy node [case 120]", async () => {
    let busy = 2;
    falsify = (method, result) => {
      if (method === "eth_getLogs" && busy-- > 0) throw new HttpAnswer(429, "", { "retry-after": "0" });
      return result;
    };
    expect(votesIn((await reader().advance())?.coop)).to.equal(0);
    expect(busy).to.be.lessThan(0);
  });

  it("says that a node has forgotten, keeps what it had, and goes on from there [case 117]", async () => {
    const page = reader();
    await story().open.vote(1, 1);
    await page.advance();
    await story().open.vote(2, 1);
    falsify = (method, result) => {
      if (method === "eth_getLogs") throw Object.assign(new Error("ask another"), { code: 4_444 });
      return result;
    };
    const error = await page.advance().catch((error) => error);
    expect(error).to.be.instanceOf(NodeRefusal).and.include({ kind: "pruned" });
    expect(votesIn(page.current()?.coop)).to.equal(1);
    falsify = (_, result) => result;
    expect(votesIn((await page.advance())?.coop)).to.equal(2);
  });

  describe("from a lying node", () => {
    type Log = { blockNumber: string; address: string };
    const lying = (change: (logs: Log[]) => Log[]): Falsify => {
      return (method, result) =>
        method === "eth_getLogs" && (result as Log[]).length > 1 ? change(result as Log[]) : result;
    };

    it("names the log that comes twice, and shows nothing of it [case 115]", async () => {
      const page = reader();
      falsify = lying((logs) => [...logs, logs.at(-1) as Log]);
      const error = await page.advance().catch((error) => error);
      expect(error).to.be.instanceOf(UntrueNode);
      expect(error.message).to.match(/^\w+ \(block \d+, log \d+\) came twice$/);
      expect(page.current()).to.equal(undefined);
      falsify = (_, result) => result;
      expect(votesIn((await page.advance())?.coop)).to.equal(0);
    });

    it("takes logs out of order for what they are [case 115]", async () => {
      falsify = lying((logs) => logs.toReversed());
      const reading = await reader().advance();
      falsify = (_, result) => result;
      expect(reading?.kept).to.deep.equal((await reader().advance())?.kept);
    });

    it("names what can not be without a log that is left out [case 115]", async () => {
      await story().open.vote(1, 1);
      const [proposed] = await story().coop.assemblyContract.getEvents.ProposalCreated({ fromBlock: 0n });
      const block = Number(proposed?.blockNumber);
      falsify = lying((logs) => logs.filter(({ blockNumber }) => Number(blockNumber) !== block));
      const error = await reader()
        .advance()
        .catch((error) => error);
      expect(error, String(error)).to.be.instanceOf(UntrueNode);
      expect(error.message).to.match(/^VoteCast \(block \d+, log \d+\)/);
    });

    it("names a log that was not asked for", async () => {
      for (const other of [{ address: `0x${"99".repeat(20)}` }, { blockNumber: "0xfffff" }]) {
        falsify = lying((logs) => logs.map((log) => ({ ...log, ...other })));
        const error = await reader()
          .advance()
          .catch((error) => error);
        expect(error).to.be.instanceOf(UntrueNode);
        expect(error.message).to.match(/^Asked for blocks 0 to \d+, it gave a log of block \d+$/);
      }
    });
  });

  describe("after an earlier visit", () => {
    it("goes on where it ended [case 116]", async () => {
      const { keeper, pieces } = memoryKeeper();
      const before = await reader(keeper).advance();
      const kept = pieces().at(-1)?.to as number;
      await story().open.vote(1, 1);
      calls = [];
      const reading = await reader(keeper).advance();
      expect(votesIn(reading?.coop)).to.equal(1);
      expect(reading?.settlement).to.deep.equal(before?.settlement);
      expect(Math.max(0, ...spansOf())).to.be.at.most((await head()) - kept);
      expect(reading?.kept).to.deep.equal((await reader().advance())?.kept);
    });

    it("shows what was kept when no block came since", async () => {
      const { keeper } = memoryKeeper();
      await story().open.vote(1, 1);
      await reader(keeper).advance();
      const page = reader(keeper);
      expect(votesIn((await page.advance())?.coop)).to.equal(1);
      expect(await page.advance()).to.equal(undefined);
    });

    it("shows what was kept while no node answers, and says which block that was [case 120]", async () => {
      const { keeper } = memoryKeeper();
      await story().open.vote(1, 1);
      await reader(keeper).advance();
      falsify = () => {
        throw new HttpAnswer(503, "");
      };
      const page = reader(keeper);
      expect(await page.advance().catch((error) => error)).to.be.instanceOf(Error);
      expect(votesIn(page.current()?.coop)).to.equal(1);
    });

    it("goes on from the part that was read when it was interrupted [case 116]", async () => {
      await mine(300);
      await story().open.vote(1, 1);
      const { keeper, pieces } = memoryKeeper();
      falsify = (method, result, [of]) => {
        const { toBlock } = (of ?? {}) as { toBlock?: string };
        if (method === "eth_getLogs" && Number(toBlock) > 250) throw new HttpAnswer(401, "no more");
        return result;
      };
      expect(
        await reader(keeper)
          .advance()
          .catch((error) => error),
      ).to.be.instanceOf(Error);
      const kept = pieces().at(-1)?.to as number;
      expect(kept).to.be.within(40, 250);
      falsify = (_, result) => result;
      calls = [];
      const reading = await reader(keeper).advance();
      expect(
        calls.filter(
          ({ method, params: [of] }) =>
            method === "eth_getLogs" && Number((of as { fromBlock?: string }).fromBlock) <= kept,
        ),
      ).to.deep.equal([]);
      expect(reading?.kept).to.deep.equal((await reader().advance())?.kept);
    });

    it("starts again when what was kept is of another chain, is altered, or has a gap [case 114]", async () => {
      await mine(200);
      await story().open.vote(1, 1);
      const spoilt: ((pieces: Piece[]) => Piece[])[] = [
        (pieces) => pieces.map((piece) => ({ ...piece, hash: `0x${"12".repeat(32)}` as const, logs: [] })),
        (pieces) => pieces.map((piece) => ({ ...piece, logs: [...piece.logs, ...piece.logs] })),
        (pieces) => pieces.slice(1),
      ];
      for (const spoil of spoilt) {
        const { keeper, pieces } = memoryKeeper();
        await reader(keeper).advance();
        expect(pieces()).to.have.length(2);
        const found = { ...keeper, load: async () => ({ pieces: spoil(pieces()) }) };
        const reading = await reader(found).advance();
        expect(reading?.kept).to.deep.equal((await reader().advance())?.kept);
      }
    });
  });
});
