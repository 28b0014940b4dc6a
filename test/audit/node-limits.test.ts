// An RPC that is not able or not willing: its limits are survived, and what it can not give is said in one sentence.
import { expect } from "chai";
import { AuditProblem } from "../../scripts/audit/problem.ts";
import { audit } from "../../scripts/audit/run.ts";
import { coopWith, perTest } from "../helpers/coop.ts";
import { type Falsify, HttpAnswer, serveRpc } from "./rpc-proxy.ts";

describe("Audit through an RPC with limits", function () {
  this.timeout(60_000);
  const story = perTest(() => coopWith());

  async function auditThrough(falsify: Falsify, receipts = true) {
    const rpc = await serveRpc(story().chain.connection.provider, falsify);
    try {
      return await audit({ rpc: rpc.url, coop: story().coop.directory, receipts, tries: 3 });
    } finally {
      await rpc.close();
    }
  }
  const agrees = async (falsify: Falsify) => expect((await auditThrough(falsify)).agrees).to.equal(true);
  const problem = async (falsify: Falsify) => {
    const outcome = await auditThrough(falsify).catch((error) => error);
    expect(outcome, String(outcome)).to.be.instanceOf(AuditProblem);
    expect(outcome.message).not.to.contain("\n");
    return outcome.message as string;
  };
  /** Fails the first requests of a method. */
  const failing = (method: string, times: number, error: () => Error): Falsify => {
    let left = times;
    return (asked, result) => {
      if (asked === method && left-- > 0) throw error();
      return result;
    };
  };
  const blocksIn = ([{ fromBlock, toBlock } = {}]: { fromBlock?: string; toBlock?: string }[]) =>
    Number(toBlock) - Number(fromBlock) + 1;
  /** Refuses logs of more than three blocks at once. */
  const sparing =
    (error: () => Error): Falsify =>
    (method, result, params) => {
      if (method === "eth_getLogs" && blocksIn(params as never) > 3) throw error();
      return result;
    };

  it("reads in smaller ranges, however the limit is worded [case 117]", async () => {
    await agrees(sparing(() => new Error("Log response size exceeded.")));
    await agrees(sparing(() => new HttpAnswer(413, "Request Entity Too Large")));
    await agrees(sparing(() => new HttpAnswer(504, "Gateway Time-out")));
  });

  it("waits when it is told that it asks too often, in a request or in a part of one [case 120]", async () => {
    await agrees(failing("eth_getLogs", 2, () => new HttpAnswer(429, "", { "retry-after": "0" })));
    await agrees(failing("eth_call", 1, () => new HttpAnswer(429, "slow down", { "retry-after": "0" })));
    await agrees(failing("eth_getBlockByNumber", 1, () => Object.assign(new Error("rate limited"), { code: 429 })));
  });

  it("asks in smaller batches when one is too large", async () => {
    let refused = 0;
    await agrees((method, result, params) => {
      if (method !== "eth_getStorageAt" || params.length === 0 || refused >= 1) return result;
      refused += 1;
      throw new HttpAnswer(413, "batch too large");
    });
    expect(refused).to.equal(1);
  });

  it("asks again for a block or a receipt that is null, and names the block that stays so [case 117]", async () => {
    const once = (method: string): Falsify => {
      let given = false;
      return (asked, result) => {
        if (asked !== method || given) return result;
        given = true;
        return null;
      };
    };
    await agrees(once("eth_getBlockByNumber"));
    await agrees(once("eth_getTransactionReceipt"));
    await agrees(once("eth_getLogs"));
    const never =
      (method: string): Falsify =>
      (asked, result) =>
        asked === method ? null : result;
    expect(await problem(never("eth_getTransactionReceipt"))).to.match(/^The RPC has no receipts of block \d+: /);
    expect(await problem(never("eth_getBlockByNumber"))).to.match(/^The RPC has no block \d+, which it must have/);
  });

  it("says that the RPC does not keep what is that old, and what to do [case 117]", async () => {
    const pruned: Falsify = (method, result) => {
      if (method !== "eth_getLogs") return result;
      throw Object.assign(new Error("pruned history unavailable"), { code: 4_444 });
    };
    expect(await problem(pruned)).to.match(/^The RPC gives no logs of blocks? .* ask an RPC that does\.$/);
  });

  it("audits the newest block of a node that keeps no old states [case 117]", async () => {
    const head = Number(await story().chain.client.getBlockNumber());
    await agrees((method, result, params) => {
      if (method !== "eth_getCode" || Number(params[1]) === head) return result;
      throw new Error("missing trie node");
    });
  });

  it("gives up a node that stays busy, and says so [case 120]", async () => {
    const busy: Falsify = (method, result) => {
      if (method !== "eth_getLogs") return result;
      throw new HttpAnswer(429, "", { "retry-after": "0" });
    };
    expect(await problem(busy)).to.match(/^The RPC gives no logs of blocks? .*429/);
  });
});
