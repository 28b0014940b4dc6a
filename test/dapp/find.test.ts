// What people look for in long lists.
import { expect } from "chai";
import { findIn, hasWords, isAccount, numberIn } from "../../dapp/src/shared/format/find.ts";

describe("dApp: finding something in a list", () => {
  it("finds words in any order, whatever the case and the accents", () => {
    expect(hasWords("Más coches para la Cooperativa", "COCHES mas")).to.equal(true);
    expect(hasWords("Más coches para la Cooperativa", "coches bicis")).to.equal(false);
    expect(hasWords("anything", " ")).to.equal(true);
  });

  it("knows a number from words and accounts", () => {
    expect([" 12 ", "#12"].map(numberIn)).to.deep.equal([12, 12]);
    expect(["0x12", "12 cars", "", "12345678901"].map(numberIn)).to.deep.equal(Array(4).fill(undefined));
  });

  it("finds an account whole, by a part, and by its two ends as pages show them", () => {
    const account = "0x2D25A6f6d66F56Fb85970519411225772FC52D5c";
    for (const find of [account, account.toLowerCase(), "fc52d5C", "0x2D25…2D5c", "0x2d25...2d5c"]) {
      expect(isAccount(account, find), find).to.equal(true);
    }
    for (const find of ["0x2D25…2D5d", "0x3D25…2D5c", "abc"]) expect(isAccount(account, find), find).to.equal(false);
  });

  it("reads it from the page's address, where a number stands bare", () => {
    expect([findIn({ find: "cars" }), findIn({ find: 12 })]).to.deep.equal([{ find: "cars" }, { find: "12" }]);
    expect([{}, { find: "" }, { find: ["a"] }].map(findIn)).to.deep.equal([{}, {}, {}]);
  });
});
