// What the network, the node and the disk can do to a relay, and what it makes of it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Position } from "../../scripts/deploy/charter.ts";
import type { Falsify } from "../audit/rpc-proxy.ts";
import { type Chain, type Coop, perTest } from "../helpers/coop.ts";
import { ballotOf, direct, emptyStore, openVote, RELAY, relayAt, relayHouse, type Stand, votesOf } from "./house.ts";

const ENOUGH_TO_WRITE = 40 * 1024 * 1024;

describe("Relay: faults of others", function () {
  this.timeout(60_000);
  const given = perTest(() => relayHouse());
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  let stand: Stand;
  /** What stands between the relay and the chain; a test puts its own in. */
  let falsify: Falsify;
  const start = async (settings: Parameters<typeof relayAt>[2] = {}) => {
    stand = await relayAt(chain, coop, { ...settings, falsify: (...call) => falsify(...call) });
  };
  const taken = async (i: number, support: number) => {
    const answer = await stand.hand(await ballotOf(coop, id, i, support));
    expect(answer.status, answer.error).to.equal(200);
    return answer.id ?? "";
  };
  const metric = (name: string) => stand.relay.metrics.of(name);
  const ask = (method: string, ...params: unknown[]) => chain.connection.provider.request({ method, params });
  const pending = async () =>
    (await chain.client.getBlock({ blockTag: "pending", includeTransactions: true })).transactions.filter(
      ({ from }) => from.toLowerCase() === RELAY.toLowerCase(),
    );

  beforeEach(async () => {
    falsify = (_, result) => result;
    ({ chain, coop } = given());
    ({ id } = await openVote(chain, coop));
  });
  afterEach(async () => {
    await ask("evm_setAutomine", true);
    await stand.stop();
  });

  it("waits while the network is dear, and pays more when the close is near", async () => {
    await start({ settings: { maxFee: 1n, urgentFee: 10n ** 12n, margin: 60 } });
    await taken(0, Position.For);
    await stand.look();
    expect(metric("relay_too_dear")).to.equal(1);
    expect(await votesOf(coop, id)).to.deep.equal([0, 0, 0, 0]);
    const closes = Number(await coop.assemblyContract.read.proposalDeadline([id]));
    await chain.networkHelpers.time.increaseTo(closes - 60);
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
  });

  it("offers more for a transaction that is not mined, with the same number, and no more than it may [case 121]", async () => {
    await start({ settings: { maxFee: 10n ** 11n } });
    await ask("evm_setAutomine", false);
    await taken(0, Position.For);
    await stand.look();
    const [first] = await pending();
    await stand.look();
    const [second, ...none] = await pending();
    expect(none).to.deep.equal([]);
    expect(second?.nonce).to.equal(first?.nonce);
    expect(second?.maxFeePerGas ?? 0n).to.satisfy((fee: bigint) => fee * 100n >= (first?.maxFeePerGas ?? 0n) * 110n);
    for (let i = 0; i < 40; i++) await stand.look();
    const [last] = await pending();
    expect(last?.maxFeePerGas ?? 0n).to.satisfy((fee: bigint) => fee <= 10n ** 11n);
    await chain.networkHelpers.mine();
    await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
    expect(await chain.client.getTransactionCount({ address: RELAY })).to.equal(1);
  });

  it("sends again what the node dropped [case 121]", async () => {
    await start({ settings: { patience: 3_600 } });
    await ask("evm_setAutomine", false);
    const receipt = await taken(0, Position.For);
    await stand.look();
    const [sent] = await pending();
    await ask("hardhat_dropTransaction", sent?.hash);
    expect(await pending()).to.deep.equal([]);
    await stand.look();
    expect((await pending()).map(({ hash }) => hash)).to.deep.equal([sent?.hash]);
    await chain.networkHelpers.mine();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
  });

  it("lets go of a number that another transaction took, and hands its ballots in with the next [case 121]", async () => {
    await start({ settings: { patience: 3_600 } });
    await ask("evm_setAutomine", false);
    const receipt = await taken(0, Position.For);
    await stand.look();
    const [sent] = await pending();
    await ask("hardhat_dropTransaction", sent?.hash);
    await chain.networkHelpers.impersonateAccount(RELAY);
    const wallet = await chain.viem.getWalletClient(RELAY);
    await wallet.sendTransaction({ to: RELAY, value: 1n, nonce: sent?.nonce ?? 0 });
    await chain.networkHelpers.mine();
    await stand.look();
    expect(metric("relay_transactions_void_total")).to.equal(1);
    await chain.networkHelpers.mine();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
    expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
  });

  for (const depth of [1, 3, 64]) {
    it(`posts again what a reorganisation of ${depth} took back, and believes nothing before it is deep`, async () => {
      await start({ settings: { depth: depth + 1, patience: 3_600 } });
      const receipt = await taken(0, Position.For);
      const snapshot = await chain.networkHelpers.takeSnapshot();
      await stand.look();
      if (depth > 1) await chain.networkHelpers.mine(depth - 1);
      await stand.look();
      expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
      expect((await stand.stateOf(receipt)).state).to.equal("sent");
      await snapshot.restore();
      await chain.networkHelpers.mine(depth);
      expect(await votesOf(coop, id)).to.deep.equal([0, 0, 0, 0]);
      await stand.look();
      expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
      await chain.networkHelpers.mine(depth);
      await stand.look();
      expect((await stand.stateOf(receipt)).state).to.equal("counted");
    });
  }

  it("says that it can not ask when the node fails, keeps what it has, and goes on when it is back [case 120]", async () => {
    await start();
    const receipt = await taken(0, Position.For);
    falsify = () => {
      throw Object.assign(new Error("rate limited"), { code: -32_005 });
    };
    const answer = await stand.hand(await ballotOf(coop, id, 1, Position.For));
    expect([answer.status, answer.code]).to.deep.equal([503, "chain-unreachable"]);
    await stand.look();
    expect(stand.complaints.join()).to.contain("could not look at the chain");
    expect((await stand.ask("/health")).status).to.equal(503);
    expect((await stand.stateOf(receipt)).state).to.equal("waiting");
    falsify = (_, result) => result;
    await stand.look();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
    expect((await stand.ask("/health")).status).to.equal(200);
  });

  it("sends the same again when the node took it and said that it failed [case 120]", async () => {
    await start();
    const receipt = await taken(0, Position.For);
    falsify = (method, result) => {
      if (method === "eth_sendRawTransaction") throw new Error("timeout");
      return result;
    };
    await stand.look();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
    expect(await chain.client.getTransactionCount({ address: RELAY })).to.equal(1);
  });

  it("loses nothing and pays once when a node hides what was mined [case 120]", async () => {
    await start({ settings: { patience: 3_600 } });
    const receipt = await taken(0, Position.For);
    falsify = (method, result) => (method === "eth_getTransactionReceipt" ? null : result);
    await stand.look();
    await stand.look();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.not.equal("counted");
    falsify = (_, result) => result;
    for (let i = 0; i < 10; i++) await stand.look();
    expect(await votesOf(coop, id)).to.deep.equal([0, 1, 0, 0]);
    expect(await chain.client.getTransactionCount({ address: RELAY })).to.equal(1);
    await chain.networkHelpers.time.increase(365 * 86_400);
    for (let i = 0; i < 10; i++) await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
  });

  it("is on the same number whatever an old node says about it [case 120]", async () => {
    await start();
    await taken(0, Position.For);
    await stand.look();
    falsify = (method, result) => (method === "eth_getTransactionCount" ? "0x0" : result);
    const { id: other } = await openVote(chain, coop);
    id = other;
    const receipt = await taken(1, Position.For);
    await stand.look();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
    expect(await votesOf(coop, other)).to.deep.equal([0, 1, 0, 0]);
  });

  /** A node that has seen no block after this one, and still passes transactions on. */
  const upTo = (block: bigint): Falsify => {
    const last = `0x${block.toString(16)}`;
    return async (method, result, params) => {
      const place = { eth_call: 1, eth_estimateGas: 1, eth_getTransactionCount: 1, eth_getBalance: 1 }[method];
      if (place !== undefined) return ask(method, ...params.slice(0, place), last);
      if (method === "eth_getBlockByNumber" && params[0] === "latest") return ask(method, last, false);
      const mined = (result as { blockNumber?: string } | null)?.blockNumber;
      return method === "eth_getTransactionReceipt" && mined && BigInt(mined) > block ? null : result;
    };
  };

  it("posts once behind a node that answers from an older block, and lets a direct vote stand that the node has not seen [case 120] [case 33]", async () => {
    await start({ settings: { patience: 3_600 } });
    const receipt = await taken(0, Position.For);
    const overtaken = await taken(1, Position.For);
    falsify = upTo(await chain.client.getBlockNumber());
    await direct(chain, coop, id, 1, Position.Against);
    await stand.look();
    const later = await taken(2, Position.Abstain);
    for (let i = 0; i < 3; i++) await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("sent");
    expect(await votesOf(coop, id)).to.deep.equal([1, 1, 1, 0]);
    expect(await chain.client.getTransactionCount({ address: RELAY })).to.equal(2);
    falsify = (_, result) => result;
    await stand.look();
    const states = await Promise.all(
      [receipt, overtaken, later].map(async (each) => (await stand.stateOf(each)).state),
    );
    expect(states).to.deep.equal(["counted", "passed-over", "counted"]);
    expect(await chain.client.getTransactionCount({ address: RELAY })).to.equal(2);
  });

  it("takes nothing on the word of a node that talks nonsense, loses nothing, and goes on when it is sane [case 120]", async () => {
    await start();
    const receipt = await taken(0, Position.For);
    const ballot = await ballotOf(coop, id, 1, Position.For);
    for (const nonsense of [null, "0x", "0xzz", {}, [], "0x1", 7]) {
      falsify = () => nonsense;
      const answer = await stand.hand(ballot);
      expect([answer.status, answer.code], JSON.stringify(nonsense)).to.deep.equal([503, "chain-unreachable"]);
      await stand.look();
    }
    expect((await stand.stateOf(receipt)).state).to.equal("waiting");
    falsify = (_, result) => result;
    await stand.look();
    await stand.look();
    expect((await stand.stateOf(receipt)).state).to.equal("counted");
    expect((await stand.hand(ballot)).status).to.equal(200);
  });

  describe("a full disk", () => {
    const disk = join(tmpdir(), `relay-disk-${process.pid}`);
    const filler = join(disk, "filler");
    before(function () {
      mkdirSync(disk, { recursive: true });
      // A disk of its own is the superuser's to make.
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", "size=200m", "tmpfs", disk], { stdio: "ignore" });
      } catch {
        this.skip();
      }
    });
    after(() => {
      try {
        execFileSync("umount", [disk], { stdio: "ignore" });
      } catch {
        // It was not mounted.
      }
      rmSync(disk, { recursive: true, force: true });
    });
    const fill = (leave: number) => {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
    };

    for (const room of [undefined, 0]) {
      const when = room === undefined ? "before it is full" : "in the middle of a write";
      it(`is refused ${when}, nothing is lost, and it goes on when there is room`, async () => {
        const folder = join(disk, `store-${room}`);
        cpSync(await emptyStore(), folder, { recursive: true });
        await start({ folder, room, settings: { hold: 1e9 } });
        const kept = await taken(0, Position.For);
        // A relay that leaves room stops while there is some.
        fill(room === undefined ? ENOUGH_TO_WRITE : 0);
        const codes: (string | undefined)[] = [];
        // Postgres has room in the files that it writes to; then it needs more.
        for (let i = 0; i < 2_000 && codes.at(-1) !== "disk-full"; i++) {
          codes.push((await stand.hand(await ballotOf(coop, id, 1 + (i % 2), i % 4))).code);
        }
        expect(codes.at(-1), `after ${codes.length}`).to.equal("disk-full");
        if (room === undefined) expect(codes).to.have.lengthOf(1);
        expect(codes.slice(0, -1).every((code) => code === undefined)).to.equal(true);
        rmSync(filler);
        expect((await stand.stateOf(kept)).state).to.equal("waiting");
        await taken(3, Position.Against);
      });
    }
  });
});
