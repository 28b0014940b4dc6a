// What somebody is writing, kept and as a file; and what a member allowed the co-op to take.
import { expect } from "chai";
import { emptyCoop } from "../../books/coop.ts";
import { isWithoutLimit, spendersOf } from "../../dapp/src/features/membership/allowances.ts";
import { fileName, fileOf, forget, keep, keptAt, keptIn } from "../../dapp/src/features/voting/keptWriting.ts";
import { NOTHING_WRITTEN } from "../../dapp/src/features/voting/newProposal.ts";

const PLACE = { chainId: 1, directory: `0x${"aB".repeat(20)}` };
const WRITTEN = { ...NOTHING_WRITTEN, title: "Tyres: for winter!", what: "budget" as const, amount: "12.50" };

describe("A proposal that is being written", () => {
  const before_ = globalThis.localStorage;
  let kept: Map<string, string>;
  beforeEach(() => {
    kept = new Map();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  });
  after(() => Object.defineProperty(globalThis, "localStorage", { value: before_, configurable: true }));

  it("is found again, for its own co-op only, until it is deleted", () => {
    expect(keep(PLACE, WRITTEN, 5)).to.equal(true);
    expect(keptAt(PLACE)).to.deep.equal({ written: WRITTEN, at: 5 });
    expect(keptAt({ ...PLACE, chainId: 2 })).to.equal(undefined);
    expect(keptAt({ ...PLACE, directory: `0x${"00".repeat(20)}` })).to.equal(undefined);
    forget(PLACE);
    expect(keptAt(PLACE)).to.equal(undefined);
  });

  it("leaves nothing behind when everything was taken out again", () => {
    keep(PLACE, WRITTEN, 5);
    keep(PLACE, NOTHING_WRITTEN, 6);
    expect(kept.size).to.equal(0);
  });

  it("says when the browser does not keep it", () => {
    localStorage.setItem = () => {
      throw new Error("full");
    };
    expect(keep(PLACE, WRITTEN, 5)).to.equal(false);
  });

  it("comes back from its file as it was", () => {
    expect(keptIn(fileOf(WRITTEN, 5))?.written).to.deep.equal(WRITTEN);
    expect(fileName(WRITTEN)).to.equal("tyres-for-winter.json");
    expect(fileName({ ...WRITTEN, title: "../.." })).to.equal("proposal.json");
  });

  it("takes no more from a file than the form has", () => {
    const of = (written: unknown) => keptIn(JSON.stringify({ form: "rochdale proposal", at: 5, written }))?.written;
    expect(of({ title: 5, what: "__proto__", membersOnly: "maybe", other: "x" })).to.deep.equal(NOTHING_WRITTEN);
    expect(of({ title: "x".repeat(20_001) })?.title).to.equal("");
    for (const text of ["", "[]", "null", "{}", '{"form":"rochdale proposal"}', "<html>"])
      expect(keptIn(text), text).to.equal(undefined);
  });
});

describe("What a member allowed [case 128]", () => {
  it("is looked for at every part that stands or stood", () => {
    const coop = emptyCoop();
    const at = { predecessor: `0x${"00".repeat(20)}`, at: 0, block: 0n } as const;
    const [first, second] = [`0x${"14".repeat(20)}`, `0x${"15".repeat(20)}`] as const;
    coop.placements = [
      { place: 14, module: first, ...at },
      { place: 14, module: second, ...at },
    ];
    expect(spendersOf(coop)).to.deep.equal([
      { module: "market", spender: first, former: true },
      { module: "market", spender: second, former: false },
    ]);
  });

  it("is told as without a limit when no payment could use it up", () => {
    expect([isWithoutLimit(2n ** 256n - 1n), isWithoutLimit(10n ** 15n)]).to.deep.equal([true, false]);
  });
});
