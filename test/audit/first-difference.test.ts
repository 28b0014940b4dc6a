// Which difference the audit names: the one at the earliest event, whatever check found it.
import { expect } from "chai";
import { byChainOrder, placeIn, whereOf } from "../../books/event.ts";
import { firstOf } from "../../scripts/audit/report.ts";

const told = (name: string, blockNumber: bigint, logIndex: number) => whereOf({ name, blockNumber, logIndex });
const difference = (what: string) => ({ what, books: "1", chain: "2" });

describe("The difference that the audit names first", () => {
  it("is that of the earliest log, in the order of the chain", () => {
    const late = difference(`${told("RentPaid", 10n, 2)}, upkeep`);
    const early = difference(`${told("Moved", 9n, 11)}, amount`);
    const earlier = difference(`${told("Moved", 9n, 2)}, amount`);
    expect(firstOf([difference("operating fund"), late, early, earlier])).to.equal(earlier);
  });

  it("is the first one found where no log is known to differ", () => {
    const found = difference("operating fund");
    expect(firstOf([found, difference("commons fund")])).to.equal(found);
    expect(firstOf([])).to.equal(undefined);
  });

  it("finds the log in any text that names one", () => {
    const place = { blockNumber: 12n, logIndex: 34 };
    expect(
      byChainOrder(placeIn(`${told("JobEnded", 12n, 34)}, pay`) ?? { blockNumber: 0n, logIndex: 0 }, place),
    ).to.equal(0);
    expect(placeIn("block 12")).to.equal(undefined);
  });
});
