import { expect } from "chai";
import { zeroAddress } from "viem";
import { type ActTools, perform } from "../../dapp/src/shared/act/perform.ts";
import { type ActState, ActStore, isBusy, wordsOf } from "../../dapp/src/shared/act/state.ts";

const HASH = `0x${"1".repeat(64)}` as const;
const sentence = { what: "It did not work.", next: "Try again." };
const STATES: ActState[] = [
  { step: "idle" },
  { step: "checking" },
  { step: "switching" },
  { step: "signing" },
  { step: "wallet" },
  { step: "sent", hash: HASH },
  { step: "slow", hash: HASH },
  { step: "done", hash: HASH },
  { step: "declined" },
  { step: "failed", sentence },
];

describe("An act", () => {
  it("is announced once to everybody who listens", () => {
    const acts = new ActStore();
    let heard = 0;
    const stop = acts.subscribe(() => {
      heard += 1;
    });
    acts.set("vote", { step: "wallet" });
    stop();
    acts.set("vote", { step: "done", hash: HASH });
    expect(heard).to.equal(1);
    expect(acts.announcement()).to.equal("Done");
    expect(acts.of("another").step).to.equal("idle");
  });

  it("is busy until it is recorded, and never for ever", () => {
    const busy = STATES.filter(isBusy).map(({ step }) => step);
    expect(busy).to.deep.equal(["checking", "switching", "signing", "wallet", "sent"]);
  });

  it("says each step in words for people", () => {
    for (const state of STATES) expect(wordsOf(state)).not.to.match(/gas|calldata|nonce|undefined/i);
  });

  it("is not begun a second time while it is under way [case 122]", async () => {
    const acts = new ActStore();
    acts.set("vote", { step: "wallet" });
    const tools = { acts } as ActTools;
    const call = { address: zeroAddress, abi: [], functionName: "castVote", args: [] };
    expect(await perform(tools, "vote", zeroAddress, call)).to.equal(false);
    expect(acts.of("vote").step).to.equal("wallet");
  });
});
