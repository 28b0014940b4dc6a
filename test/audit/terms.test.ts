// The terms that a proposal's history makes: the books work them out again, and the audit compares them with the contract.
import { expect } from "chai";
import { encodeFunctionData } from "viem";
import { authorityAbi } from "../../books/abi.ts";
import type { Terms } from "../../books/rules.ts";
import { audit } from "../../scripts/audit/run.ts";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { admit, decideWith, minute, resolution } from "../helpers/assembly.ts";
import { type Action, at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { serveRpc } from "./rpc-proxy.ts";

const BLOCK = 3;

/** What the books work out for the newest proposal, after an audit that agrees. */
async function audited(chain: Chain, coop: Coop): Promise<Partial<Terms> & { round?: number }> {
  const rpc = await serveRpc(chain.connection.provider);
  try {
    const report = await audit({ rpc: rpc.url, coop: coop.directory });
    expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
    const newest = [...report.books.proposals.values()].at(-1);
    return { ...newest?.derivedTerms, ...(newest && { round: newest.round }) };
  } finally {
    await rpc.close();
  }
}

describe("Audit of a proposal that was held", function () {
  this.timeout(60_000);
  const state = perTest(async () => {
    const { chain, coop } = await coopWith();
    const motion = resolution(chain, coop, [minute(coop)], "Held once");
    await motion.propose();
    await decideWith(motion, [BLOCK, BLOCK, 1]);
    return { chain, coop, motion };
  });

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
      expect(await audited(chain, coop)).to.include({ mayHold, mayAdjourn: true, relieved: false, round: 1 });
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
    expect(await audited(chain, coop)).to.include({ mayHold: false, mayAdjourn: true, round: 0 });
  });
});

describe("Audit of a proposal that was adjourned", function () {
  this.timeout(60_000);

  it("knows that it is relieved once, and never adjourned again (V12)", async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 10);
    const motion = resolution(chain, coop, [minute(coop)], "Adjourned once");
    const rounds = [];
    for (const positions of [[1, 1], [1], [1, 1], []]) {
      await motion.propose();
      const { mayAdjourn, relieved, round } = await audited(chain, coop);
      rounds.push({ mayAdjourn, relieved, round });
      await decideWith(motion, positions);
    }
    expect(rounds).to.deep.equal([
      { mayAdjourn: true, relieved: false, round: 0 },
      { mayAdjourn: false, relieved: true, round: 1 },
      { mayAdjourn: false, relieved: false, round: 2 },
      { mayAdjourn: false, relieved: false, round: 3 },
    ]);
  });
});
