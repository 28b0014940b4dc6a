import { expect } from "chai";
import { BaseError, encodeErrorResult } from "viem";
import * as abis from "../../books/abi.ts";
import { ALL_ERRORS, isDeclined, refusalOf, sentenceOf } from "../../dapp/src/shared/errors.ts";
import { SENTENCES } from "../../dapp/src/shared/sentences.ts";

const FORBIDDEN = /\b(gas|calldata|nonce|revert\w*|wei)\b/i;

describe("What the dApp says when a contract refuses", () => {
  const names = Object.values(abis)
    .flat()
    .filter((item) => item.type === "error")
    .map(({ name }) => name);

  it("has a sentence for every error of the contracts", () => {
    const missing = names.filter((name) => !SENTENCES[name]);
    expect(missing).to.deep.equal([]);
  });

  it("says what happened and what to do, in words for people", () => {
    for (const [name, write] of Object.entries(SENTENCES)) {
      const { what, next } = write([1n, 2n, 3n, 4n]);
      expect(what, name).to.match(/^[A-Z0-9].*\.$/);
      expect(next, name).to.match(/^[A-Z0-9].*\.$/);
      expect(`${what} ${next}`, name).not.to.match(FORBIDDEN);
      expect(`${what} ${next}`, name).not.to.include("undefined");
    }
  });

  it("keeps no sentence for an error that no longer exists", () => {
    const known = new Set<string>(ALL_ERRORS.map(({ name }) => name));
    expect(Object.keys(SENTENCES).filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it("reads the figures out of an error that a node hands over as bytes", () => {
    const data = encodeErrorResult({ abi: abis.assemblyAbi, errorName: "AssemblySecondersMissing", args: [2n, 6n] });
    const error = new BaseError("refused", { cause: Object.assign(new Error("node"), { data }) });
    expect(sentenceOf(error).what).to.equal("2 of 6 seconders have backed this draft.");
  });

  it("understands bytes that a wallet wraps once more", () => {
    const data = encodeErrorResult({ abi: abis.treasuryAbi, errorName: "TreasuryNothingToMove" });
    const error = Object.assign(new Error("wallet"), { data: { data } });
    expect(sentenceOf(error).what).to.equal("An amount of zero moves nothing.");
  });

  it("has words for figures that no computer reckons with", () => {
    const data = `0x4e487b71${"11".padStart(64, "0")}` as const;
    expect(sentenceOf(Object.assign(new Error("node"), { data })).what).to.match(/^A figure in it is beyond/);
    expect(refusalOf(data)?.next).to.equal("Nothing was changed. Look at the amounts.");
  });

  it("knows a person who declined from a failure", () => {
    const cause = Object.assign(new Error("no"), { code: 4001 });
    expect(isDeclined(new BaseError("outer", { cause }))).to.equal(true);
    expect(isDeclined(new Error("other"))).to.equal(false);
  });

  it("always has something to say", () => {
    for (const strange of [undefined, null, "text", {}, new Error("?")]) {
      expect(sentenceOf(strange).next).to.match(/\.$/);
    }
  });
});
