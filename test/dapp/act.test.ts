import { expect } from "chai";
import { zeroAddress } from "viem";
import {
  forgetPending,
  listPending,
  pendingOf,
  rememberPending,
  type Sent,
} from "../../dapp/src/shared/act/pending.ts";
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
  { step: "sent" },
  { step: "slow" },
  { step: "done", hash: HASH },
  { step: "declined" },
  { step: "failed", sentence },
  { step: "failed", sentence, calm: true },
];

/** As a browser has it for a tab: what is kept are its own keys. */
function tabStorage(): Storage {
  return Object.create({
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  });
}

describe("What was sent and is not recorded yet", () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, "sessionStorage");
  beforeEach(() => Object.defineProperty(globalThis, "sessionStorage", { value: tabStorage(), configurable: true }));
  after(() => {
    if (before) Object.defineProperty(globalThis, "sessionStorage", before);
    else Reflect.deleteProperty(globalThis, "sessionStorage");
  });

  it("is kept by co-op, and never taken for an act of the same name in another", () => {
    const sent: Sent = { hash: HASH };
    rememberPending("0xAA", "vote:1", sent);
    rememberPending("0xAA", "buy:1", { batch: "any name" });
    expect(listPending("0xaa")).to.deep.equal(["vote:1", "buy:1"]);
    expect([pendingOf("0xaa", "vote:1"), pendingOf("0xaa", "buy:1")]).to.deep.equal([sent, { batch: "any name" }]);
    expect(listPending("0xbb")).to.deep.equal([]);
    expect(pendingOf("0xbb", "vote:1")).to.equal(undefined);
    forgetPending("0xbb", "vote:1");
    expect(listPending("0xAA")).to.have.length(2);
    forgetPending("0xAA", "vote:1");
    expect(listPending("0xAA")).to.deep.equal(["buy:1"]);
  });
});

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
