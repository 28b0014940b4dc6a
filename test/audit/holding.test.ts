// Whether blocks can hold a proposal is in no event: the books work it out, and the audit compares it with the contract.
import { expect } from "chai";
import { encodeFunctionData } from "viem";
import { authorityAbi } from "../../books/abi.ts";
import { audit } from "../../scripts/audit/run.ts";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { decideWith, minute, resolution } from "../helpers/assembly.ts";
import { type Action, at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { serveRpc } from "./rpc-proxy.ts";

const BLOCK = 3;

describe("Audit of a proposal that was held", function () {
  this.timeout(60_000);
  const state = perTest(async () => {
    const { chain, coop } = await coopWith();
    const motion = resolution(chain, coop, [minute(coop)], "Held once");
    await motion.propose();
    await decideWith(motion, [BLOCK, BLOCK, 1]);
    return { chain, coop, motion };
  });

  /** What the books say of the newest proposal, after an audit that agrees. */
  async function audited(chain: Chain, coop: Coop): Promise<{ mayHold: boolean; round: number }> {
    const rpc = await serveRpc(chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: coop.directory });
      expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      const newest = [...report.books.proposals.values()].at(-1);
      return { mayHold: newest?.mayHold ?? false, round: newest?.round ?? -1 };
    } finally {
      await rpc.close();
    }
  }

  for (const [days, seconds, mayHold] of [
    [90, 0, false],
    [90, 1, true],
  ] as const) {
    const when = seconds === 0 ? `${days} days after the close` : "a second later";
    it(`knows that it ${mayHold ? "can" : "can not"} be held again when put again ${when} (V10)`, async () => {
      const { chain, coop, motion } = state();
      const closes = await motion.closes();
      await chain.networkHelpers.time.setNextBlockTimestamp(closes + days * DAY + seconds);
      await motion.propose();
      expect(await audited(chain, coop)).to.deep.equal({ mayHold, round: 1 });
    });
  }

  it("knows that a recall is never held (V10)", async () => {
    const { chain, coop } = state();
    const args = [Role.Board, at(chain.wallets, 0).account.address] as const;
    const recall: Action = {
      target: coop.authority,
      data: encodeFunctionData({ abi: authorityAbi, functionName: "recall", args }),
    };
    await resolution(chain, coop, [recall], "Recall").propose();
    expect(await audited(chain, coop)).to.deep.equal({ mayHold: false, round: 0 });
  });
});
