// Receipts and headers in every form in which a node may tell them: all kinds of transactions, whole blocks at once, and
// forms that are made so that something can be left out.
import { expect } from "chai";
import { encodeFunctionData, keccak256, parseGwei, sha256, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { directoryAbi } from "../../books/abi.ts";
import { hexOf, type RawHeader } from "../../scripts/audit/blocks.ts";
import { connect } from "../../scripts/audit/chain.ts";
import { findHouse } from "../../scripts/audit/house.ts";
import { AuditProblem } from "../../scripts/audit/problem.ts";
import { tellNobody } from "../../scripts/audit/progress.ts";
import { checkReceipts } from "../../scripts/audit/receipts/check.ts";
import { encodedReceipt, hashOfHeader, type Receipt } from "../../scripts/audit/receipts/header.ts";
import { orderedRoot } from "../../scripts/audit/receipts/trie.ts";
import { audit } from "../../scripts/audit/run.ts";
import { coopWith, freshChain, perTest } from "../helpers/coop.ts";
import { type Falsify, serveRpc } from "./rpc-proxy.ts";

type Asked = Awaited<ReturnType<typeof freshChain>>["connection"]["provider"];
const headerAt = (provider: Asked, block: string) =>
  provider.request({ method: "eth_getBlockByNumber", params: [block, false] }) as unknown as Promise<RawHeader>;
async function receiptsAt(provider: Asked, block: string): Promise<Receipt[]> {
  const { transactions } = await headerAt(provider, block);
  const receiptOf = (hash: unknown) => provider.request({ method: "eth_getTransactionReceipt", params: [hash] });
  return (await Promise.all(Array.from(transactions as unknown as string[], receiptOf))) as Receipt[];
}

/** A blob of zeros: its commitment and its proof are the point at infinity, so that no library is needed. */
const INFINITY = `0xc0${"00".repeat(47)}` as const;
const EMPTY_BLOB = {
  blobVersionedHashes: [`0x01${sha256(INFINITY).slice(4)}`],
  sidecars: [{ blob: toHex(new Uint8Array(131_072)), commitment: INFINITY, proof: INFINITY }],
};

const MODULE_AT = { abi: directoryAbi, functionName: "moduleAt" } as const;

describe("Forms of receipts and headers", function () {
  this.timeout(60_000);

  it("hashes blocks of all five kinds of transactions, and of more than 128, as the chain does", async () => {
    const { connection, euro, client, wallets } = await freshChain();
    const { provider } = connection;
    const sender = privateKeyToAccount(keccak256(toHex("sender")));
    await provider.request({ method: "hardhat_setBalance", params: [sender.address, "0xde0b6b3a7640000"] });
    const data = encodeFunctionData({ abi: euro.abi, functionName: "mint", args: [sender.address, 1n] });
    const [chainId, contractAddress] = [await client.getChainId(), euro.address];
    const fees = { maxFeePerGas: parseGwei("9"), maxPriorityFeePerGas: 1n };
    let nonce = 0;
    const send = async (form: object) => {
      const common = { chainId, to: contractAddress, data, gas: 200_000n, nonce: nonce++ };
      const transaction = await sender.signTransaction({ ...common, ...form } as never);
      await provider.request({ method: "eth_sendRawTransaction", params: [transaction] });
    };
    const kinds = new Set<number>();
    const expectSame = async () => {
      const header = await headerAt(provider, "latest");
      const receipts = await receiptsAt(provider, "latest");
      for (const { type } of receipts) kinds.add(Number(type));
      expect(orderedRoot(receipts.map(encodedReceipt))).to.equal(header.receiptsRoot);
      expect(hashOfHeader(header)).to.equal(header.hash);
      return receipts.length;
    };

    // Hardhat has no room for one beside others.
    await send({ type: "eip4844", ...fees, maxFeePerBlobGas: parseGwei("9"), ...EMPTY_BLOB });
    expect(await expectSame()).to.equal(1);
    await provider.request({ method: "evm_setAutomine", params: [false] });
    const [{ account }] = wallets as [(typeof wallets)[0]];
    const many = {
      from: account.address,
      to: contractAddress,
      data,
      gas: toHex(200_000),
      gasPrice: toHex(parseGwei("9")),
    };
    for (let i = 0; i < 129; i++) await provider.request({ method: "eth_sendTransaction", params: [many] });
    await send({ type: "eip1559", ...fees });
    await send({ type: "eip2930", gasPrice: parseGwei("9"), accessList: [] });
    const authorizationList = [await sender.signAuthorization({ chainId, contractAddress, nonce: nonce + 1 })];
    await send({ type: "eip7702", ...fees, authorizationList });
    await provider.request({ method: "evm_mine", params: [] });
    expect(await expectSame()).to.equal(132);
    expect([...kinds].toSorted()).to.deep.equal([0, 1, 2, 3, 4]);
  });

  describe("of a co-op", () => {
    const lived = perTest(() => coopWith());

    async function through<T>(falsify: Falsify, act: (url: string) => Promise<T>): Promise<T> {
      const { provider } = lived().chain.connection;
      const byBlock = {
        request: ({ method, params }: { method: string; params?: unknown[] }) =>
          method === "eth_getBlockReceipts"
            ? receiptsAt(provider, String(params?.[0]))
            : provider.request({ method, ...(params && { params }) }),
      };
      const rpc = await serveRpc(byBlock, falsify);
      try {
        return await act(rpc.url);
      } finally {
        await rpc.close();
      }
    }
    const auditThrough = (falsify: Falsify) =>
      through(falsify, (rpc) => audit({ rpc, coop: lived().coop.directory, tries: 2 }));
    const problem = async (falsify: Falsify) => {
      const error = await auditThrough(falsify).catch((error) => error);
      expect(error, String(error)).to.be.instanceOf(AuditProblem);
      return error.message as string;
    };

    it("takes the receipts of a whole block where the RPC knows how", async () => {
      const asked = new Set<string>();
      const { agrees } = await auditThrough((method, result) => {
        asked.add(method);
        return result;
      });
      expect(agrees).to.equal(true);
      expect([...asked].filter((method) => /Receipt/.test(method))).to.deep.equal(["eth_getBlockReceipts"]);
    });

    it("names the block whose receipts come without their logs, one transaction short, or in another order", async () => {
      const lies: ((receipts: Receipt[]) => Receipt[])[] = [
        (receipts) => receipts.map((receipt) => ({ ...receipt, logs: [] })),
        (receipts) => receipts.slice(1),
        (receipts) => receipts.map((receipt) => ({ ...receipt, logs: receipt.logs.toReversed() })),
      ];
      for (const lie of lies) {
        const { checks } = await auditThrough((method, result) =>
          method === "eth_getBlockReceipts" ? lie(result as Receipt[]) : result,
        );
        const [first] = checks.flatMap(({ differences }) => differences);
        expect(first?.what).to.match(/^root of the receipts of block \d+$/);
      }
    });

    it("says when what comes as receipts is none", async () => {
      for (const none of [{}, [null], [{ logs: [] }], [{ type: "0x2", status: "0x1", logs: {} }]]) {
        const said = await problem((method, result) => (method === "eth_getBlockReceipts" ? none : result));
        expect(said).to.match(/^What the RPC gives as receipts of block \d+ are none\.$/);
      }
    });

    it("names the block in whose place another is told", async () => {
      let lies = false;
      const { provider } = lived().chain.connection;
      const next: Falsify = (method, result, [block]) =>
        lies && method === "eth_getBlockByNumber" ? headerAt(provider, hexOf(Number(block) + 1)) : result;
      await lived().chain.networkHelpers.mine();
      const head = Number(await lived().chain.client.getBlockNumber());
      const check = await through(next, async (url) => {
        const chain = await connect(url, head - 1);
        const house = await findHouse(chain, lived().coop.directory);
        lies = true;
        // All blocks one too late: they hang together, and the first is hidden.
        return checkReceipts(chain, house, { logs: [], times: new Map() }, tellNobody).finally(() =>
          chain.provider.destroy(),
        );
      });
      expect(check.differences[0]?.what).to.match(/^block \d+, its number$/);
    });

    it("gives a header that leaves a field out, so that the others move up, no hash", async () => {
      const header = await headerAt(lived().chain.connection.provider, "latest");
      expect(hashOfHeader(header)).to.equal(header.hash);
      for (const field of ["logsBloom", "nonce", "baseFeePerGas"]) {
        expect(hashOfHeader({ ...header, [field]: undefined } as never)).to.match(/^none/);
      }
    });

    it("names the module of which the RPC tells only later", async () => {
      const withoutAudits: Falsify = (method, result, [of]) => {
        const { address, data } = (of ?? {}) as { address?: string[]; data?: string };
        if (method === "eth_getLogs" && address?.length === 1) return [];
        const isAsked = method === "eth_call" && data === encodeFunctionData({ ...MODULE_AT, args: [13] });
        return isAsked ? `0x${"00".repeat(32)}` : result;
      };
      expect(await problem(withoutAudits)).to.match(
        /^Asked for the co-op's modules, the RPC left out the audits at 0x/,
      );
    });
  });
});
