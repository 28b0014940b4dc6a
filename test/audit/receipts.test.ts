// A lying RPC is caught and named by block, whatever the books think of what it tells: the receipts hang on the block's hash.
import { expect } from "chai";
import { keccak256, toHex } from "viem";
import { bloomBitsOf, mayHaveLogsOf } from "../../scripts/audit/receipts/header.ts";
import { orderedRoot } from "../../scripts/audit/receipts/trie.ts";
import { audit } from "../../scripts/audit/run.ts";
import { at, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { type Falsify, serveRpc } from "./rpc-proxy.ts";

type Log = { address: string; data: string; topics: string[]; logIndex: string; blockNumber: string };
const NAME = "logs in the receipts, up to the block's hash";

/** Money comes in, and somebody applies on whom nobody has decided. */
async function story() {
  const { chain, coop } = await coopWith();
  const { euro, wallets } = chain;
  await euro.write.mint([at(wallets, 0).account.address, 500n * EURO]);
  await euro.write.approve([coop.treasury, 500n * EURO]);
  await coop.treasuryContract.write.deposit([1, euro.address, 500n * EURO, hashOf("loan")]);
  await coop.registerContract.write.applyFor([0, hashOf("application")], { account: at(wallets, 9).account });
  const block = Number(await chain.client.getBlockNumber());
  return { chain, coop, applied: block, deposited: block - 1 };
}

describe("Audit of logs against receipts", function () {
  this.timeout(60_000);
  const lived = perTest(story);

  async function find(falsify: Falsify) {
    const rpc = await serveRpc(lived().chain.connection.provider, falsify);
    try {
      const { checks } = await audit({ rpc: rpc.url, coop: lived().coop.directory, tries: 2 });
      return Object.fromEntries(
        checks.flatMap((one) => (one.differences.length > 0 ? [[one.name, one.differences]] : [])),
      );
    } finally {
      await rpc.close();
    }
  }
  /** Changes what eth_getLogs tells of one contract in one block. */
  const change =
    (address: string, block: number, to: (log: Log) => Log[]): Falsify =>
    (method, result) => {
      if (method !== "eth_getLogs") return result;
      return (result as Log[]).flatMap((log) =>
        log.address.toLowerCase() === address.toLowerCase() && Number(log.blockNumber) === block ? to(log) : [log],
      );
    };

  it("has nothing to say of a true one, and has compared every log", async () => {
    const { chain, coop } = lived();
    const rpc = await serveRpc(chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: coop.directory, tries: 2 });
      const check = report.checks.find(({ name }) => name === NAME);
      expect(check?.differences).to.deep.equal([]);
      expect(check?.compared).to.be.greaterThan(report.events);
      expect(report.blockHash).to.equal((await chain.client.getBlock()).hash);
    } finally {
      await rpc.close();
    }
  });

  it("names an application that is withheld and that nothing else misses [case 115]", async () => {
    const { coop, applied } = lived();
    const found = await find(change(coop.register, applied, () => []));
    expect(found).to.deep.equal({
      [NAME]: [
        { what: `Applied of the register (block ${applied}, log 0)`, books: "nothing of it", chain: "it happened" },
      ],
    });
  });

  it("names the amount that is altered, with both figures", async () => {
    const { coop, deposited } = lived();
    const altered = (log: Log) => {
      const less = (499n * EURO).toString(16).padStart(64, "0");
      return [{ ...log, data: log.data.replace((500n * EURO).toString(16).padStart(64, "0"), less) }];
    };
    const [first] = (await find(change(coop.treasury, deposited, altered)))[NAME] ?? [];
    expect(first?.what).to.match(new RegExp(`^Moved of the treasury \\(block ${deposited}, log \\d\\), amount$`));
    expect(first).to.include({ books: String(499n * EURO), chain: String(500n * EURO) });
  });

  it("names the log that comes twice, and the one that never happened [case 115]", async () => {
    const { coop, applied } = lived();
    const twice = (await find(change(coop.register, applied, (log) => [log, log])))[NAME];
    const what = `Applied of the register (block ${applied}, log 0)`;
    expect(twice).to.deep.equal([{ what, books: "it happened twice", chain: "once" }]);
    const more = (log: Log) => [log, { ...log, logIndex: "0x7" }];
    const invented = (await find(change(coop.register, applied, more)))[NAME];
    expect(invented?.map(({ books, chain }) => [books, chain])).to.deep.equal([["it happened", "nothing of it"]]);
  });

  it("takes logs that come out of order for what they are [case 115]", async () => {
    const found = await find((method, result) => (method === "eth_getLogs" ? (result as Log[]).toReversed() : result));
    expect(found).to.deep.equal({});
  });

  it("names the block whose receipts leave out what its header stands for", async () => {
    const { coop, applied } = lived();
    const withheld = change(coop.register, applied, () => []);
    const found = await find((method, result, params) => {
      const receipt = result as { blockNumber?: string; logs?: Log[] };
      if (method !== "eth_getTransactionReceipt" || Number(receipt?.blockNumber) !== applied) {
        return withheld(method, result, params);
      }
      return { ...receipt, logs: [] };
    });
    expect(found[NAME]?.map(({ what }) => what)).to.deep.equal([`root of the receipts of block ${applied}`]);
  });

  it("names the block whose header was made to fit the lie", async () => {
    const { applied } = lived();
    const found = await find((method, result) => {
      const header = result as { number?: string; receiptsRoot?: string };
      if (method !== "eth_getBlockByNumber" || Number(header?.number) !== applied) return result;
      return { ...header, logsBloom: `0x${"00".repeat(256)}` };
    });
    expect(found[NAME]?.map(({ what }) => what)).to.deep.equal([`block ${applied}, hash of its header`]);
  });

  it("names the block that does not follow from the one before", async () => {
    const { deposited } = lived();
    const otherRoot = (header: Record<string, string>) => ({ ...header, extraData: "0x00" });
    const { hashOfHeader } = await import("../../scripts/audit/receipts/header.ts");
    const found = await find((method, result) => {
      const header = result as Record<string, string>;
      if (method !== "eth_getBlockByNumber" || Number(header?.number) !== deposited - 1) return result;
      return { ...otherRoot(header), hash: hashOfHeader(otherRoot(header) as never) };
    });
    expect(found[NAME]?.map(({ what }) => what)).to.deep.equal([`block ${deposited}, the block before`]);
  });

  it("leaves the receipts alone when it is told to", async () => {
    const asked = new Set<string>();
    const rpc = await serveRpc(lived().chain.connection.provider, (method, result) => {
      asked.add(method);
      return result;
    });
    try {
      const report = await audit({ rpc: rpc.url, coop: lived().coop.directory, receipts: false });
      expect(report.checks.map(({ name }) => name)).not.to.include(NAME);
      expect([...asked].filter((method) => /Receipt/.test(method))).to.deep.equal([]);
    } finally {
      await rpc.close();
    }
  });

  it("hashes lists as the headers of Ethereum do", () => {
    // The root of no receipts, which every empty block has.
    expect(orderedRoot([])).to.equal("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");
  });

  it("finds no contract in an empty filter, and every contract in a full one", () => {
    const bits = bloomBitsOf(`0x${keccak256(toHex("a contract")).slice(-40)}`);
    expect(mayHaveLogsOf(bits, new Uint8Array(256))).to.equal(false);
    expect(mayHaveLogsOf(bits, new Uint8Array(256).fill(255))).to.equal(true);
  });
});
