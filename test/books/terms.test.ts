// The terms that follow from a proposal's history; the audit's tests compare them with the contract.
import { expect } from "chai";
import { hasPetitioned } from "../../books/terms.ts";
import { account } from "./sample.ts";

describe("Petition of a class", () => {
  /** Whether it succeeds when `count` members of class 1 petition, one of class 0, and class 1 has `roll` members. */
  function asks(count: number, roll: number): boolean {
    const petitioners = new Map([[account(99), 1]]);
    for (let serial = 1; serial <= count; serial++) petitioners.set(account(serial), (1 << 24) | serial);
    return hasPetitioned({ petitioners, rolls: [1, roll] }, 1);
  }

  it("needs a majority of the class's closed roll (C3)", () => {
    expect([asks(3, 6), asks(3, 5), asks(10, 20), asks(11, 20)]).to.deep.equal([false, true, false, true]);
  });

  it("needs three members at least (C3)", () => {
    expect([asks(1, 1), asks(2, 2), asks(2, 3), asks(3, 3)]).to.deep.equal([false, false, false, true]);
  });
});
